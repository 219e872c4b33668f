"""The audit: each rule finds its fault, and leaves alone what only looks like one."""

from __future__ import annotations

import pytest

from graph.lineage.audit import RULES, Finding, audit
from graph.model.documents import Standing, Work
from graph.model.errors import InputError
from graph.model.registry import Registry
from graph.model.resolutions import Conclusion
from graph.model.sources import SourceText
from graph.store import Store
from tests.lineage.texts import Reading, news, of, official

# Extraction takes no circular's word against a decree; against the Prime Minister's it does.
HIGHER = of("Quyết định", "10/2015/QĐ-TTg", "2015-02-01", "Thủ tướng Chính phủ")
HIGHER_ID = "/eli/vn/tw/ttg/quyet-dinh/2015-02-01/10"
OLD = of("Thông tư", "05/2015/TT-BTC", "2015-03-05", "Bộ trưởng Bộ Tài chính")
OLD_ID = "/eli/vn/tw/btc/thong-tu/2015-03-05/5"
OWN = of("Thông tư", "11/2018/TT-BTC", "2018-03-01", "Bộ trưởng Bộ Tài chính")
OWN_ID = "/eli/vn/tw/btc/thong-tu/2018-03-01/11"


def circular(clauses: str = "", bases: str = "") -> SourceText:
    return official(
        "11/2018/TT-BTC", "2018-03-01", "Về biểu mẫu", bases=bases, clauses=clauses,
        since="2018-05-01",
    )  # fmt: skip


def found(store: Store, registry: Registry, rule: str) -> list[Finding]:
    return list(audit(store, registry, rules=[rule], limit=1000).page.items)


def old(*, ended: str = "") -> list[SourceText]:
    texts = [official("05/2015/TT-BTC", "2015-03-05", "Về chứng từ", since="2015-05-01")]
    if ended:
        texts.append(
            official(
                "20/2017/TT-BTC", "2017-01-10", "Về hóa đơn", since="2017-03-01", clauses=ended
            )
        )
    return texts


@pytest.mark.parametrize(
    ("rule", "texts", "works"),
    [
        (
            "future-citation",
            [circular("Thay thế Thông tư số 09/2018/TT-BTC."),
             official("09/2018/TT-BTC", "2018-09-01", "Về sổ sách")],
            (OWN_ID, "/eli/vn/tw/btc/thong-tu/2018-09-01/9"),
        ),
        (
            "future-citation",
            [official("09/2019/TT-BTC", "2019-01-01", "Về sổ sách"),
             news("Theo Thông tư số 09/2019/TT-BTC thì khác.", "2018-12-31")],
            ("/eli/vn/tw/btc/thong-tu/2019-01-01/9",),
        ),
        ("self-citation", [circular(bases=f"Căn cứ {OWN};")], (OWN_ID,)),
        (
            "cycle",
            [news("Thông tư số 71/2013/TT-BTC thay thế Thông tư số 72/2013/TT-BTC.", "2019-01-01"),
             news("Thông tư số 72/2013/TT-BTC sửa đổi Thông tư số 71/2013/TT-BTC.", "2019-01-02")],
            ("/eli/vn/tw/btc/thong-tu/2013/71", "/eli/vn/tw/btc/thong-tu/2013/72"),
        ),
        ("lower-over-higher", [circular(f"Bãi bỏ Điều 3 {HIGHER}.")], (OWN_ID, HIGHER_ID)),
        (
            "year-against-date",
            [news("Thông tư số 31/2016/TT-BTC ngày 01/3/2017 của Bộ Tài chính.", "2018-01-01")],
            ("/eli/vn/tw/btc/thong-tu/2016/31",),
        ),
        (
            "two-replacers",
            [*old(ended=f"Thay thế {OLD}."), circular(f"Thay thế {OLD}.")],
            (OLD_ID, "/eli/vn/tw/btc/thong-tu/2017-01-10/20", OWN_ID),
        ),
        (
            "dead-target",
            [*old(ended=f"Thay thế {OLD}."), circular(bases=f"Căn cứ {OLD};")],
            (OWN_ID, OLD_ID, "/eli/vn/tw/btc/thong-tu/2017-01-10/20"),
        ),
        (
            "conflict",
            [*old(), news("Theo Thông tư số 05/2015/TT-BTC ngày 06/3/2015.", "2018-01-01")],
            (OLD_ID,),
        ),
    ],
)  # fmt: skip
def test_a_fault_is_found(
    reading: Reading,
    registry: Registry,
    rule: str,
    texts: list[SourceText],
    works: tuple[str, ...] | None,
) -> None:
    before = found(reading([]), registry, rule)
    findings = [one for one in found(reading(texts), registry, rule) if one not in before]
    assert len(findings) == 1
    assert works is None or findings[0].works == works
    assert findings[0].why
    if findings[0].relation is not None:
        assert findings[0].quote is not None


@pytest.mark.parametrize(
    ("rule", "texts"),
    [
        ("self-citation", [circular("(Ban hành kèm theo Thông tư số 11/2018/TT-BTC)")]),
        ("lower-over-higher", [circular(f"Thay thế {OLD}."), *old()]),
        ("lower-over-higher", [circular(bases=f"Căn cứ {HIGHER};")]),
        ("year-against-date", old()),
        ("organ-against-issuer", old()),
        ("two-replacers", [*old(ended=f"Thay thế {OLD}."), circular(f"Bãi bỏ Điều 2 {OLD}.")]),
        # Replaced later, or in part only, or by the citing document itself.
        ("dead-target", [*old(), circular(f"Căn cứ {OLD}; thay thế {OLD}.", bases="")]),
        ("dead-target", [*old(ended=f"Bãi bỏ Điều 2 {OLD}."), circular(bases=f"Căn cứ {OLD};")]),
        ("future-citation", [*old(), circular(f"Thay thế {OLD}.")]),
        ("cycle", [*old(ended=f"Thay thế {OLD}."), circular(f"Thay thế {OLD}.")]),
    ],
)
def test_what_is_right_is_left_alone(
    reading: Reading, registry: Registry, rule: str, texts: list[SourceText]
) -> None:
    store = reading(texts)
    own = {one.id for one in store.all_works() if one.standing.value == "read"}
    assert [one for one in found(store, registry, rule) if own & set(one.works)] == []


@pytest.mark.parametrize(
    ("number", "issuer", "found_there"),
    [
        ("31/2016/TT-BTC", "tw/bnv", True), ("31/2016/TT-BTC", "tw/btc", False),
        ("31/2016/TTLT-BTC-BNV", "tw/bnv", False), ("31/2016/QH13", "tw/qh", False),
        ("31/2016/TT-XYZ", "tw/bnv", False), ("31-CT/TW", "tw/bbt", False),
        ("31-CT/TW", "tw/btc", True),
    ],
)  # fmt: skip
def test_whose_code_a_number_bears(
    reading: Reading, registry: Registry, number: str, issuer: str, found_there: bool
) -> None:
    """Resolution prefers the code itself, so the work is put there by hand."""
    store = reading([])
    body = next(one for one in registry.bodies if one.id == f"/org/vn/{issuer}")
    work = Work(
        "/eli/vn/x", None, number, None, body.id, None, None, "tw", None, Standing.CITED, "n:x"
    )
    with store.writing() as writer:
        writer.conclude({"n:x": Conclusion((work,), (body,), {})})
    ids = [one.works for one in found(store, registry, "organ-against-issuer")]
    assert ((work.id,) in ids) is found_there


def test_counts_and_pages(reading: Reading, registry: Registry) -> None:
    texts = [
        news(f"Thông tư số {n}/2016/TT-BTC ngày 01/3/2017 của Bộ Tài chính.", "2018-01-01")
        for n in range(11, 16)
    ]
    store = reading(texts)
    whole = audit(store, registry, limit=1000)
    assert list(whole.counts) == list(RULES)
    assert whole.counts["year-against-date"] == 5
    assert whole.page.total == sum(whole.counts.values()) == len(whole.page.items)
    paged = audit(store, registry, limit=2, offset=1).page
    assert paged.items == whole.page.items[1:3]


def test_an_unknown_rule(reading: Reading, registry: Registry) -> None:
    with pytest.raises(InputError, match="no-such"):
        audit(reading([]), registry, rules=["no-such"])

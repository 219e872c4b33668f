"""The audit some works at a time: together the same as all at once, wherever it stops."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.lineage.audit import Finding, Place, audit, auditing, portion, walking
from graph.model.errors import InputError
from graph.model.registry import Registry
from graph.model.sources import SourceText
from graph.store import Store
from tests.lineage.texts import Reading, news, of, official

OLD = of("Thông tư", "05/2015/TT-BTC", "2015-03-05", "Bộ trưởng Bộ Tài chính")
OWN = of("Thông tư", "11/2018/TT-BTC", "2018-03-01", "Bộ trưởng Bộ Tài chính")
HIGHER = of("Quyết định", "10/2015/QĐ-TTg", "2015-02-01", "Thủ tướng Chính phủ")


def faults() -> list[SourceText]:
    """Texts with something for every rule that texts can break."""
    return [
        official("05/2015/TT-BTC", "2015-03-05", "Về chứng từ", since="2015-05-01"),
        official("20/2017/TT-BTC", "2017-01-10", "Về hóa đơn", clauses=f"Thay thế {OLD}."),
        official(
            "11/2018/TT-BTC", "2018-03-01", "Về biểu mẫu", bases=f"Căn cứ {OWN}; căn cứ {OLD};",
            clauses=f"Thay thế {OLD}. Bãi bỏ Điều 3 {HIGHER}.",
        ),
        official("09/2018/TT-BTC", "2018-09-01", "Về sổ sách"),
        news("Theo Thông tư số 09/2018/TT-BTC thì khác.", "2018-01-31"),
        news("Theo Thông tư số 05/2015/TT-BTC ngày 06/3/2015.", "2018-01-01"),
        news("Thông tư số 71/2013/TT-BTC thay thế Thông tư số 72/2013/TT-BTC.", "2019-01-01"),
        news("Thông tư số 72/2013/TT-BTC sửa đổi Thông tư số 73/2013/TT-BTC.", "2019-01-02"),
        news("Thông tư số 73/2013/TT-BTC sửa đổi Thông tư số 71/2013/TT-BTC.", "2019-01-03"),
        *(
            news(f"Thông tư số {n}/2016/TT-BTC ngày 01/3/2017 của Bộ Tài chính.", "2018-01-01")
            for n in range(31, 36)
        ),
    ]  # fmt: skip


def walked(
    store: Store, registry: Registry, limit: int, rules: list[str] | None = None
) -> list[Finding]:
    found: list[Finding] = []
    place: Place | None = Place()
    steps = 0
    while place is not None:
        some = portion(store, registry, Place.parse(str(place)), rules=rules, limit=limit)
        assert len(some.found) <= limit
        found += some.found
        place, steps = some.next, steps + 1
        assert steps < 1000
    return found


def key(one: Finding) -> tuple[object, ...]:
    place = (one.quote.source, one.quote.span) if one.quote else None
    return (one.rule, one.works, one.why, one.relation, str(place))


@pytest.fixture
def store(reading: Reading) -> Store:
    return reading(faults())


def test_portions_together_are_the_whole(store, registry, monkeypatch) -> None:
    whole = list(audit(store, registry, limit=10_000).page.items)
    rules = {one.rule for one in whole}
    assert {"cycle", "dead-target", "two-replacers", "future-citation", "conflict"} <= rules

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        limit=st.integers(1, 30), most=st.integers(1, 400), size=st.sampled_from([1, 7, 100, 500])
    )
    def check(limit: int, most: int, size: int) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(walking, "_SIZES", (max(20, size),))
            patched.setattr(walking, "_LARGEST", max(20, size))
            patched.setattr(auditing, "_MOST_WORKS", most)
            found = walked(store, registry, limit)
        assert sorted(map(key, found)) == sorted(map(key, whole))

    check()


def test_a_circle_is_told_once_wherever_the_stretches_part(store, registry, monkeypatch) -> None:
    monkeypatch.setattr(walking, "_SIZES", (1,))
    monkeypatch.setattr(walking, "_LARGEST", 1)
    (whole,) = audit(store, registry, rules=["cycle"]).page.items
    assert len(whole.works) == 3
    (found,) = walked(store, registry, 5, ["cycle"])
    assert found.works == whole.works


def test_only_the_rules_asked_for(store, registry) -> None:
    whole = audit(store, registry, rules=["year-against-date"], limit=100).page.items
    found = walked(store, registry, 2, ["year-against-date"])
    assert sorted(map(key, found)) == sorted(map(key, whole))
    with pytest.raises(InputError, match="no-such"):
        portion(store, registry, Place(), rules=["no-such"])


@pytest.mark.parametrize(
    "text", ["", "x", "1", "1.", ".1", "-1.0", "1.-1", "9" * 10 + ".0", "1.0.0", "١.٠"]
)
def test_what_is_no_place(text: str) -> None:
    with pytest.raises(InputError, match="next"):
        Place.parse(text)

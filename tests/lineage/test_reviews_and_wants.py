"""Reviews found and due; what everybody cites and nobody has read."""

from __future__ import annotations

from datetime import date

import pytest

from graph.lineage import due, reviewed, wanted
from graph.model.registry import Registry
from graph.store import Store
from tests.lineage.texts import Reading, news, of, official

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
CITED = "Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị"


def days(store: Store, registry: Registry, day: str) -> dict[str, tuple[int, int]]:
    page = due(store, registry, date.fromisoformat(day), limit=10_000)
    return {one.work: (one.years, one.overdue) for one in page.items}


@pytest.mark.parametrize(
    ("day", "years"),
    [
        ("2019-08-17", None), ("2019-08-18", (5, 0)),
        ("2024-08-17", (5, 1826)), ("2024-08-18", (10, 0)),
    ],
)  # fmt: skip
def test_due_after_five_and_ten_years(
    reading: Reading, registry: Registry, day: str, years: tuple[int, int] | None
) -> None:
    assert days(reading([]), registry, day).get(DIRECTIVE) == years


@pytest.mark.parametrize(
    ("published", "asked", "still_due"),
    [
        ("2019-06-01", "2020-01-01", False), ("2019-06-01", "2025-01-01", True),
        ("2024-01-15", "2025-01-01", False), ("2016-01-01", "2020-01-01", True),
        ("2026-01-01", "2025-01-01", True),
    ],
)  # fmt: skip
def test_a_review_in_time_settles_it(
    reading: Reading, registry: Registry, published: str, asked: str, still_due: bool
) -> None:
    store = reading([news(f"Tỉnh ủy tổ chức tổng kết {CITED}.", published, "Sóc Trăng")])
    assert (DIRECTIVE in days(store, registry, asked)) is still_due


def test_reviews_found(reading: Reading, registry: Registry) -> None:
    store = reading([news(f"Tỉnh ủy tổ chức tổng kết {CITED}.", "2024-06-01", "Sóc Trăng")])
    page = reviewed(store, registry)
    assert page.total == 1
    assert page.items[0].work == DIRECTIVE
    review = page.items[0].reviews[0]
    assert (review.actor, review.when and review.when.basis) == ("/org/vn/soc-trang/tu", "reported")
    assert "tổng kết" in review.quotes[0].text


def test_what_was_replaced_needs_no_review(reading: Reading, registry: Registry) -> None:
    ending = news(
        f"Chỉ thị số 99-CT/TW ngày 10/10/2018 của Ban Bí thư thay thế {CITED}.", "2018-11-01"
    )
    assert DIRECTIVE not in days(reading([ending]), registry, "2020-01-01")


MISSING = "Thông tư số 55/2017/TT-BTC"


def test_wants_by_citing_texts_with_disagreements(reading: Reading, registry: Registry) -> None:
    other = of("Thông tư", "66/2017/TT-BTC", "2017-07-07", "Bộ trưởng Bộ Tài chính")
    store = reading(
        [
            news(f"Theo {MISSING} ngày 19/5/2017 của Bộ Tài chính thì khác.", "2018-01-01"),
            news(f"Theo {MISSING} ngày 19/5/2017 thì khác nữa. Và {MISSING}.", "2018-01-02"),
            news(f"Theo {MISSING} ngày 19/6/2017 của BTC.", "2018-01-03"),
            news(f"Theo {other}.", "2018-01-04"),
            official("77/2017/TT-BTC", "2017-08-01", "Về biểu mẫu"),
        ]
    )
    page = wanted(store, registry)
    assert [(one.work.number, one.sources) for one in page.items] == [
        ("55/2017/TT-BTC", 3), ("66/2017/TT-BTC", 1),
    ]  # fmt: skip
    assert page.total == 2
    first = page.items[0]
    assert str(first.work.signed_on) == "2017-05-19"
    apart = {field: [(v.value, v.sources) for v in said] for field, said in first.disagreements}
    assert apart == {"date": [("2017-05-19", 2), ("2017-06-19", 1)]}
    assert page.items[1].disagreements == ()


def test_wants_page(reading: Reading, registry: Registry) -> None:
    texts = [news(f"Theo Thông tư số {n}/2017/TT-BTC.", "2018-01-01") for n in range(11, 16)]
    store = reading(texts)
    whole = [one.work.id for one in wanted(store, registry).items]
    assert len(whole) == 5
    paged = [wanted(store, registry, limit=2, offset=at).items for at in (0, 2, 4)]
    assert [one.work.id for some in paged for one in some] == whole

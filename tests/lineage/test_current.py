"""Following replacements: chains, forks, circles, and what only seems to replace."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from graph.lineage import current
from graph.model.errors import NotFoundError
from graph.model.registry import Registry
from graph.store import Store
from tests.lineage.texts import Reading, news, of, official

DAY = date(2026, 1, 1)
YEARS = {1: "2010", 2: "2012", 3: "2014", 4: "2016"}


def circular(number: int, replacing: Iterable[int] = (), part: str = "") -> object:
    clauses = "\n".join(f"{i + 1}. Thay thế {part}{named(one)}." for i, one in enumerate(replacing))
    return official(
        f"0{number}/{YEARS[number]}/TT-BTC", f"{YEARS[number]}-02-01", f"Quy định việc {number}",
        since=f"{YEARS[number]}-04-01", clauses=clauses,
    )  # fmt: skip


def named(number: int) -> str:
    year = YEARS[number]
    return of("Thông tư", f"0{number}/{year}/TT-BTC", f"{year}-02-01", "Bộ trưởng Bộ Tài chính")


def work(number: int) -> str:
    return f"/eli/vn/tw/btc/thong-tu/{YEARS[number]}-02-01/{number}"


def heads(store: Store, registry: Registry, day: date = DAY) -> list[str]:
    return [one.work for one in current(store, registry, work(1), day).heads]


def test_a_work_that_nothing_replaces_is_its_own_head(reading: Reading, registry: Registry) -> None:
    found = current(reading([circular(1)]), registry, work(1), DAY)
    assert [(one.work, one.path, one.status.state) for one in found.heads] == [
        (work(1), (work(1),), "in-force")
    ]
    assert found.forks == found.cycles == found.steps == ()


def test_a_chain_is_followed_to_its_end(reading: Reading, registry: Registry) -> None:
    store = reading([circular(1), circular(3, [2]), circular(2, [1])])
    found = current(store, registry, work(1), DAY)
    assert [(one.work, one.path) for one in found.living] == [
        (work(3), (work(1), work(2), work(3)))
    ]


@pytest.mark.parametrize(
    ("day", "head"), [("2012-03-31", 1), ("2012-04-01", 2), ("2014-03-31", 2), ("2014-04-01", 3)]
)
def test_a_chain_as_it_was(reading: Reading, registry: Registry, day: str, head: int) -> None:
    store = reading([circular(1), circular(2, [1]), circular(3, [2])])
    assert heads(store, registry, date.fromisoformat(day)) == [work(head)]


def test_a_fork_is_reported(reading: Reading, registry: Registry) -> None:
    store = reading([circular(1), circular(2, [1]), circular(3, [1])])
    found = current(store, registry, work(1), DAY)
    assert found.forks == ((work(1), (work(2), work(3))),)
    assert [one.work for one in found.heads] == [work(2), work(3)]


def test_a_repealed_head_is_not_living(reading: Reading, registry: Registry) -> None:
    ending = official(
        "04/2016/TT-BTC", "2016-02-01", "Bãi bỏ", since="2016-04-01", clauses=f"Bãi bỏ {named(2)}."
    )
    found = current(reading([circular(1), circular(2, [1]), ending]), registry, work(1), DAY)
    assert [(one.work, one.status.state) for one in found.heads] == [(work(2), "repealed")]
    assert found.living == ()


def test_replacing_an_article_replaces_no_document(reading: Reading, registry: Registry) -> None:
    store = reading([circular(1), circular(2, [1], part="Điều 5 ")])
    assert heads(store, registry) == [work(1)]


def test_a_circle_ends_and_is_reported(reading: Reading, registry: Registry) -> None:
    """What a text says the wrong way round is known for wrong only by what others date."""
    old = "/eli/vn/tw/btc/thong-tu/2012-02-01/1"
    new = "/eli/vn/tw/btc/thong-tu/2012-06-01/2"
    named_old = of("Thông tư", "01/2012/TT-BTC", "2012-02-01", "Bộ trưởng Bộ Tài chính")
    texts = [
        official("01/2012/TT-BTC", "2012-02-01", "Quy định việc 1", since="2012-04-01"),
        official(
            "02/2012/TT-BTC", "2012-06-01", "Quy định việc 2", since="2012-08-01",
            clauses=f"Thay thế {named_old}.",
        ),
        news("Thông tư số 01/2012/TT-BTC thay thế Thông tư số 02/2012/TT-BTC.", "2019-01-01"),
    ]  # fmt: skip
    found = current(reading(texts), registry, old, DAY)
    assert found.cycles == ((old, new),)
    assert [one.work for one in found.heads] == [new]
    assert [one.doubt is None for one in found.steps] == [True, False]


def test_a_circle_of_undated_documents_has_no_head(reading: Reading, registry: Registry) -> None:
    one, two = "Thông tư số 71/2013/TT-BTC", "Thông tư số 72/2013/TT-BTC"
    store = reading(
        [
            news(f"{one} thay thế {two}.", "2019-01-01"),
            news(f"{two} thay thế {one}.", "2019-02-01"),
        ]
    )
    start = store.works_by_number("71/2013/TT-BTC")[0].id
    found = current(store, registry, start, DAY)
    assert len(found.cycles) == 1
    assert len(found.cycles[0]) == 2
    assert found.heads == ()


def test_unknown(reading: Reading, registry: Registry) -> None:
    with pytest.raises(NotFoundError):
        current(reading([]), registry, "/eli/vn/none", DAY)

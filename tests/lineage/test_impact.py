"""Impact: everything that rests on a document, by the shortest way, with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from graph.lineage import impact, lineage
from graph.model.errors import InputError
from graph.model.relations import RelationKind
from graph.store import Store
from tests.lineage.conftest import Edge, identifier
from tests.lineage.texts import Reading, news, official

Filled = Callable[[Iterable[Edge]], Store]


def nodes(store: Store, **asked: object) -> list[str]:
    found = impact(store, identifier("1"), **asked)
    return [one.node.removeprefix("/eli/vn/") for one in found.page.items]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([("2", "implements", "1"), ("3", "guides", "2"), ("4", "cites", "3")], ["2", "3", "4"]),
        ([("2", "amends", "1"), ("3", "replaces", "1"), ("4", "reviews", "1")], []),
        ([("1", "implements", "2"), ("2", "based_on", "1")], ["2"]),
        ([("2", "based_on", "1"), ("1", "based_on", "2"), ("3", "cites", "2")], ["2", "3"]),
        ([("2", "cites", "1"), ("3", "implements", "1")], ["3", "2"]),
        ([("btv", "implements", "1"), ("btv", "implements", "2")], ["/org/vn/st/btv"]),
    ],
)
def test_what_rests_on_it(filled: Filled, edges: list[Edge], expected: list[str]) -> None:
    assert nodes(filled(edges)) == expected


def test_the_shortest_way_by_the_closest_tie(filled: Filled) -> None:
    edges = [
        ("2", "implements", "1"), ("3", "details", "2"), ("3", "cites", "1"), ("3", "guides", "1"),
    ]  # fmt: skip
    found = impact(filled(edges), identifier("1"))
    last = next(one for one in found.page.items if one.node == identifier("3"))
    assert [(step.kind.value, step.target) for step in last.steps] == [("guides", identifier("1"))]
    assert [quote.text for quote in last.quotes if quote] == ["3 guides 1."]


def test_each_step_has_its_sentence(filled: Filled) -> None:
    found = impact(filled([("2", "implements", "1"), ("3", "guides", "2")]), identifier("1"))
    far = found.page.items[1]
    assert far.distance == 2
    assert [quote.text for quote in far.quotes if quote] == ["3 guides 2.", "2 implements 1."]


def test_pages_add_up(filled: Filled) -> None:
    store = filled([(str(n), "cites", "1") for n in range(2, 9)])
    whole = nodes(store)
    assert len(whole) == 7
    paged = [one for start in range(0, 9, 3) for one in nodes(store, limit=3, offset=start)]
    assert paged == whole
    assert impact(store, identifier("1"), limit=3, offset=6).page.total == 7


def test_depth_and_relations_narrow(filled: Filled) -> None:
    store = filled([("2", "implements", "1"), ("3", "cites", "2"), ("4", "cites", "1")])
    assert nodes(store, depth=1) == ["2", "4"]
    assert nodes(store, relations=[RelationKind.CITES]) == ["4"]
    with pytest.raises(InputError, match="amends"):
        impact(store, identifier("1"), relations=[RelationKind.AMENDS])
    with pytest.raises(InputError):
        impact(store, identifier("1"), limit=0)


BASE = "Nghị định số 10/2015/NĐ-CP ngày 01 tháng 02 năm 2015 của Chính phủ"
BASE_ID = "/eli/vn/tw/cp/nghi-dinh/2015-02-01/10"


@pytest.fixture
def growing(reading: Reading) -> Store:
    """A decree of 2015; a circular of 2016 rests on it, one of 2019 too, news of 2021 tell."""
    told = news(
        f"Thông tư số 50/2015/TT-BXD ngày 05 tháng 5 năm 2015 hướng dẫn {BASE}.", "2021-06-01"
    )
    return reading(
        [
            official("10/2015/NĐ-CP", "2015-02-01", "Quy định về biểu mẫu", since="2015-04-01"),
            official("11/2016/TT-BTC", "2016-03-01", "Quy định A", bases=f"Căn cứ {BASE};"),
            official("12/2019/TT-BTC", "2019-03-01", "Quy định B", bases=f"Căn cứ {BASE};"),
            told,
        ]
    )


@pytest.mark.parametrize(
    ("day", "years"),
    [(None, ["2015", "2016", "2019"]), ("2021-06-01", ["2015", "2016", "2019"]),
     ("2021-05-31", ["2016", "2019"]), ("2019-02-28", ["2016"]), ("2015-12-31", [])],
)  # fmt: skip
def test_as_of(growing: Store, day: str | None, years: list[str]) -> None:
    """The circular of 2015 was first told of in 2021."""
    as_of = date.fromisoformat(day) if day else None
    found = impact(growing, BASE_ID, as_of=as_of)
    assert sorted(one.node.split("/")[-2][:4] for one in found.page.items) == years
    graph = lineage(growing, BASE_ID, direction="down", as_of=as_of)
    acting = {edge[0].split("/")[-2][:4] for edge in graph.edges if edge[1] == BASE_ID}
    assert sorted(acting) == years
    assert graph.graph.get("as_of") == day


def test_as_of_a_change_counts_when_it_takes_effect(reading: Reading) -> None:
    amending = official(
        "20/2018/TT-BTC", "2018-06-01", "Quy định C", since="2018-08-01",
        clauses="Sửa đổi, bổ sung Điều 3 Thông tư số 11/2016/TT-BTC như sau:",
    )  # fmt: skip
    store = reading([official("11/2016/TT-BTC", "2016-03-01", "Quy định A"), amending])
    root = "/eli/vn/tw/btc/thong-tu/2016-03-01/11"

    def edges(day: str) -> list[str]:
        graph = lineage(store, root, as_of=date.fromisoformat(day))
        return [key for _, _, key in graph.edges(keys=True) if key != "issued_by"]

    assert edges("2018-07-31") == []
    assert edges("2018-08-01") == ["amends"]


def test_as_of_sentences_are_not_younger(growing: Store) -> None:
    graph = lineage(growing, BASE_ID, direction="down", as_of=date(2019, 12, 31))
    said = [one for *_, data in graph.edges(data=True) for one in data["sentences"]]
    assert said
    assert all(one["published"] <= "2019-12-31" for one in said)

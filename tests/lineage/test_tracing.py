"""Lineage follows descent, a bounded way, and never through a shared issuer."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.lineage import lineage
from graph.model.errors import InputError, NotFoundError
from graph.model.relations import RelationKind
from graph.model.seeding import load_registry

CHAIN = [
    ("3", "implements", "2"),
    ("2", "implements", "1"),
    ("4", "guides", "2"),
    ("5", "implements", "4"),
]


def names(graph) -> dict[str, int]:
    return {one.rsplit("/", 1)[1]: level for one, level in graph.nodes(data="level")}


def edges(graph) -> set[tuple[str, str, str]]:
    return {(a.rsplit("/", 1)[1], k, b.rsplit("/", 1)[1]) for a, b, k in graph.edges(keys=True)}


@pytest.mark.parametrize(
    ("direction", "depth", "expected"),
    [
        ("both", 3, {"2": 0, "1": -1, "bct": -1, "3": 1, "4": 1, "5": 2}),
        ("both", 1, {"2": 0, "1": -1, "bct": -1, "3": 1, "4": 1}),
        ("both", 0, {"2": 0}),
        ("up", 3, {"2": 0, "1": -1, "bct": -1}),
        ("down", 3, {"2": 0, "3": 1, "4": 1, "5": 2}),
    ],
)
def test_levels(filled, direction, depth, expected):
    graph = lineage(filled(CHAIN), "/eli/vn/2", direction=direction, depth=depth)
    assert isinstance(graph, nx.MultiDiGraph)
    assert names(graph) == expected
    assert graph.graph == {
        "root": "/eli/vn/2", "direction": direction, "depth": depth, "truncated": False,
    }  # fmt: skip


def test_nodes_and_edges_say_what_they_are(filled):
    store = filled([*CHAIN, ("2", "implements", "1")])
    graph = lineage(store, "/eli/vn/2", registry=None)
    assert graph.nodes["/eli/vn/1"] == {
        "kind": "work", "type": "chi-thi", "number": "1-CT/TW", "date": "2014-08-18",
        "issuer": "Bộ Chính trị", "title": "Về việc 1", "status": "cited-only", "level": -1,
    }  # fmt: skip
    assert graph.nodes["/org/vn/tw/bct"]["kind"] == "body"
    edge = graph.edges["/eli/vn/2", "/eli/vn/1", "implements"]
    assert (edge["relation"], edge["evidence"]) == ("implements", 2)
    assert edge["sentences"] == [
        {"source": "sha256:001", "title": "Bài 1", "published": None, "text": "2 implements 1."},
        {"source": "sha256:004", "title": "Bài 4", "published": None, "text": "2 implements 1."},
    ]
    silent = lineage(store, "/eli/vn/2", sentences_each=0)
    assert silent.edges["/eli/vn/2", "/eli/vn/1", "implements"]["sentences"] == []


def test_type_names_come_from_the_registry(filled):
    graph = lineage(filled(CHAIN), "/eli/vn/2", registry=load_registry())
    assert graph.nodes["/eli/vn/2"]["type"] == "Chỉ thị"


def test_citations_are_shown_at_the_root_only(filled):
    store = filled([*CHAIN, ("2", "cites", "7"), ("7", "implements", "8"), ("1", "cites", "9")])
    assert set(names(lineage(store, "/eli/vn/2", direction="up"))) == {"2", "1", "7", "bct"}
    asked = lineage(store, "/eli/vn/2", direction="up", relations=list(RelationKind))
    assert set(names(asked)) == {"2", "1", "7", "8", "9", "bct"}


def test_a_node_both_cited_and_implemented_is_followed(filled):
    store = filled([("2", "cites", "1"), ("2", "implements", "1"), ("1", "implements", "0")])
    assert names(lineage(store, "/eli/vn/2", direction="up"))["0"] == -2


def test_only_named_relations_are_followed(filled):
    graph = lineage(filled(CHAIN), "/eli/vn/2", relations=[RelationKind.IMPLEMENTS])
    assert edges(graph) == {("3", "implements", "2"), ("2", "implements", "1")}


def test_a_body_is_an_end_and_not_a_bridge(filled):
    store = filled([("2", "implements", "1"), ("btv", "reviews", "1"), ("btv", "reviews", "6")])
    everything = list(RelationKind)
    around = lineage(store, "/eli/vn/1", relations=everything, depth=5)
    assert set(names(around)) == {"1", "2", "btv", "bct"}
    own = lineage(store, "/org/vn/st/btv", depth=1)
    assert names(own) == {"btv": 0, "1": -1, "6": -1}
    issued = lineage(store, "/org/vn/tw/bct", direction="down", depth=1)
    assert names(issued) == {"bct": 0, "1": 1, "2": 1, "6": 1}


def test_circles_end(filled):
    store = filled([("1", "implements", "2"), ("2", "implements", "1")])
    graph = lineage(store, "/eli/vn/1", depth=10)
    assert edges(graph) >= {("1", "implements", "2"), ("2", "implements", "1")}
    assert set(names(graph)) == {"1", "2", "bct"}


def test_a_limit_cuts_and_says_so(filled):
    store = filled([(str(n), "implements", "1") for n in range(2, 9)])
    whole = lineage(store, "/eli/vn/1", direction="down")
    assert (len(whole), whole.graph["truncated"]) == (8, False)
    exact = lineage(store, "/eli/vn/1", direction="down", limit=8)
    assert (len(exact), exact.graph["truncated"]) == (8, False)
    cut = lineage(store, "/eli/vn/1", direction="down", limit=4)
    assert (len(cut), cut.graph["truncated"]) == (4, True)
    assert len(lineage(store, "/eli/vn/1", limit=1)) == 1


def test_roots(filled):
    store = filled([*CHAIN, ("7a", "implements", "7b")])
    assert lineage(store, "/eli/vn/2/old").graph["root"] == "/eli/vn/2"
    with pytest.raises(NotFoundError, match="/eli/vn/none"):
        lineage(store, "/eli/vn/none")
    with pytest.raises(InputError, match="may mean"):
        lineage(store, "/eli/vn/7/old")


@pytest.mark.parametrize("wrong", [{"direction": "sideways"}, {"depth": -1}, {"limit": 0}])
def test_bad_arguments(filled, wrong):
    with pytest.raises(InputError):
        lineage(filled(CHAIN), "/eli/vn/2", **wrong)

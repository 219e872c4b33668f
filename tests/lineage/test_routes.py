"""Paths lead from a document to what it descends from, shortest first."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from graph.lineage import Step, paths
from graph.model.errors import InputError, NotFoundError
from graph.model.relations import RelationKind

DIAMOND = [
    ("5", "implements", "4"),
    ("4", "implements", "1"),
    ("5", "cites", "3"),
    ("3", "guides", "2"),
    ("2", "implements", "1"),
]


def ends(found) -> list[str]:
    return ["".join(one.rsplit("/", 1)[1] for one in path.nodes) for path in found]


def test_shortest_first(filled):
    found = paths(filled(DIAMOND), "/eli/vn/5", "/eli/vn/1")
    assert ends(found) == ["541", "5321"]
    assert found[0].steps[0] == Step("/eli/vn/5", RelationKind.IMPLEMENTS, "/eli/vn/4", 1)


@pytest.mark.parametrize(
    ("options", "expected"),
    [({"limit": 1}, ["541"]), ({"longest": 2}, ["541"]), ({"longest": 1}, [])],
)
def test_bounds(filled, options, expected):
    assert ends(paths(filled(DIAMOND), "/eli/vn/5", "/eli/vn/1", **options)) == expected


def test_the_other_way_round_where_none_leads_there(filled):
    found = paths(filled(DIAMOND), "/eli/vn/1", "/eli/vn/5", limit=1)
    assert ends(found) == ["541"]


def test_no_way_through_an_issuer_or_actor(filled):
    store = filled([("2", "implements", "1"), ("6", "implements", "7"), ("btv", "reviews", "7")])
    assert paths(store, "/eli/vn/2", "/eli/vn/6") == []
    assert paths(store, "/eli/vn/1", "/eli/vn/7") == []
    assert ends(paths(store, "/org/vn/st/btv", "/org/vn/tw/bct")) == ["btv7bct"]


def test_to_itself(filled):
    assert ends(paths(filled(DIAMOND), "/eli/vn/1", "/eli/vn/1/old")) == ["1"]


def test_unknown_ends_and_bad_bounds(filled):
    store = filled(DIAMOND)
    with pytest.raises(NotFoundError):
        paths(store, "/eli/vn/5", "/eli/vn/none")
    with pytest.raises(InputError):
        paths(store, "/eli/vn/5", "/eli/vn/1", limit=0)


def test_as_many_as_an_exhaustive_search_finds(filled):
    chance = random.Random(3)
    made = {(str(a), "implements", str(b)) for a, b in
            ((chance.randrange(9), chance.randrange(9)) for _ in range(24)) if a != b}  # fmt: skip
    store = filled(sorted(made))
    whole = nx.DiGraph((a, b) for a, _, b in made)
    for end in ("3", "7", "8"):
        expected = {"".join(p) for p in nx.all_simple_paths(whole, "0", end, cutoff=4)}
        if expected:
            found = paths(store, "/eli/vn/0", f"/eli/vn/{end}", longest=4, limit=1000)
            assert set(ends(found)) == expected

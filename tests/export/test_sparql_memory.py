"""The copy in memory that queries are asked over: it follows, falls back, keeps the order."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.export import make_sparql
from graph.export.sparql.view import SparqlView
from graph.model.errors import QueryError, QueryTimeoutError
from graph.model.relations import Relation, RelationKind

ROOT = "/eli/vn/tw/bbt/chi-thi/2014-08-18/39"
CITED = "/eli/vn/tw/btctw/huong-dan/-/1"
BOMB = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(6)) + " }"
ALL = "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o"
AS_IT_COMES = "SELECT * { ?s ?p ?o } LIMIT 40 OFFSET 20"


def until(told: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < end
        time.sleep(0.01)


def opened(records, registry, folder: Path, **more: int) -> SparqlView:
    return make_sparql(records, registry, folder, seconds=1.5, **more)


@pytest.fixture
def view(records, registry, tmp_path: Path):
    with opened(records, registry, tmp_path) as view:
        view.refresh()
        until(lambda: view.in_memory)
        yield view


def quads(view: SparqlView) -> int:
    body = view.answer("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").body
    return int(json.loads(body)["results"]["bindings"][0]["n"]["value"])


def test_the_copy_holds_what_the_disk_does(view, records, registry, tmp_path: Path) -> None:
    with opened(records, registry, tmp_path / "disk", in_memory=0) as disk:
        assert view.answer(ALL).body == disk.answer(ALL).body
        assert not disk.in_memory


def test_the_copy_follows_changes(view, records, registry, tmp_path: Path) -> None:
    before = quads(view)
    records.relate(Relation(CITED, RelationKind.GUIDES, ROOT))
    assert quads(view) > before
    assert view.in_memory, "it was told, not made anew"
    gone = next(one for one in records.relations if one.source == CITED)
    del records.relations[gone]
    records.log.append({CITED, ROOT})
    with opened(records, registry, tmp_path / "disk", in_memory=0) as disk:
        assert view.answer(ALL).body == disk.answer(ALL).body
    assert view.in_memory


def test_a_dataset_built_anew_is_copied_anew(view, records) -> None:
    before = quads(view)
    records.relate(Relation(CITED, RelationKind.GUIDES, ROOT))
    records.log.append(None)
    assert quads(view) > before
    until(lambda: view.in_memory)
    assert quads(view) > before


def test_a_dataset_above_the_limit_stays_on_disk(records, registry, tmp_path: Path) -> None:
    with opened(records, registry, tmp_path, in_memory=20) as view:
        assert quads(view) > 20
        view._snapshots.join()
        assert not view.in_memory


def test_one_that_outgrows_the_limit_goes_back_to_disk(records, registry, tmp_path: Path) -> None:
    with opened(records, registry, tmp_path / "count", in_memory=0) as disk:
        most = quads(disk)
    with opened(records, registry, tmp_path, in_memory=most) as view:
        view.refresh()
        until(lambda: view.in_memory)
        records.relate(Relation(CITED, RelationKind.GUIDES, ROOT))
        assert quads(view) > most
        assert not view.in_memory


def test_a_lost_copy_costs_no_answer(view, records) -> None:
    before = quads(view)
    os.kill(view._pool._forker._process.pid, signal.SIGKILL)
    until(lambda: not view._pool.is_alive)
    records.relate(Relation(CITED, RelationKind.GUIDES, ROOT))
    assert quads(view) > before
    until(lambda: view.in_memory)


def test_a_bomb_over_the_copy_ends_and_the_next_is_answered(view) -> None:
    began = time.monotonic()
    with pytest.raises(QueryTimeoutError):
        view.answer(BOMB)
    assert time.monotonic() - began < 15, "it would run for hours"
    assert quads(view) > 0
    assert view.in_memory


def test_a_greedy_query_over_the_copy_ends_alone(records, registry, tmp_path: Path) -> None:
    greedy = "SELECT ?s { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f } ORDER BY ?o ?c ?f"
    with make_sparql(records, registry, tmp_path, seconds=8, memory=400 << 20) as view:
        view.refresh()
        until(lambda: view.in_memory)
        with pytest.raises(QueryError, match="memory"):
            view.answer(greedy)
        assert quads(view) > 0


def test_the_order_is_the_same_in_every_process(view, records, registry, tmp_path: Path) -> None:
    said = view.answer(AS_IT_COMES).body
    before = {worker.number for worker in view._pool._all if worker.ready}
    with pytest.raises(QueryTimeoutError):
        view.answer(BOMB)
    assert view.answer(AS_IT_COMES).body == said
    assert {worker.number for worker in view._pool._all}.isdisjoint(before), "another process"
    view.close()
    with opened(records, registry, tmp_path) as again:
        again.refresh()
        until(lambda: again.in_memory)
        assert again.answer(AS_IT_COMES).body == said, "after a restart"


def test_closing_while_a_copy_is_made_waits_for_nothing(records, registry, tmp_path: Path) -> None:
    view = opened(records, registry, tmp_path)
    view.refresh()
    began = time.monotonic()
    view.close()
    assert time.monotonic() - began < 15
    assert not list((tmp_path / "kept").glob("checkpoint-*"))

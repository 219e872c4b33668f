"""Queries asked from an event loop: beside threads that ask, through ends and cancellations."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import uvloop

from graph.export import make_sparql
from graph.export.sparql.view import SparqlView
from graph.model.errors import QueryError, QueryTimeoutError

BOMB = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(6)) + " }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
Run = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture(params=["uvloop", "asyncio"])
def run(request) -> Run:
    return uvloop.run if request.param == "uvloop" else asyncio.run


@pytest.fixture
def view(records, registry, tmp_path: Path):
    with make_sparql(records, registry, tmp_path, seconds=4, rows=500, workers=2) as view:
        view.refresh()
        view._snapshots.join()  # the copy's taking over renews the workers: from here on none does
        view.answer(COUNT)
        yield view


async def at_once(view: SparqlView, records: Any, query: str) -> str:
    """Ask as the service does: without a thread where that is possible."""
    found = await view.at_once(records.generation, query)
    if found is None:
        found = await asyncio.to_thread(view.answer, query)
    return found.body.decode()


def test_loop_and_threads_get_the_same(view, records, run: Run) -> None:
    queries = [f'SELECT ?s ("{i}" AS ?n) {{ ?s a ?t }} ORDER BY ?s' for i in range(12)]
    alone = [view.answer(query).body.decode() for query in queries]

    async def together() -> list[str]:
        threads = [asyncio.to_thread(view.answer, query) for query in queries]
        loop = [at_once(view, records, query) for query in queries]
        answers = await asyncio.gather(*loop, *threads)
        return [one if isinstance(one, str) else one.body.decode() for one in answers]

    assert run(together()) == alone * 2
    assert view.answer(queries[0]).body.decode() == alone[0], "after the loop's end"
    assert run(together()) == alone * 2, "from another loop"


def test_nothing_is_asked_of_another_state(view, records, run: Run) -> None:
    async def ask() -> object:
        return await view.at_once(records.generation + 1, COUNT)

    assert run(ask()) is None


def test_long_queries_and_long_answers_pass(view, records, run: Run) -> None:
    text = "ẩ" * 90_000
    long = f'SELECT ?s ("{text}" AS ?n) {{ ?s a ?t }} LIMIT 20'
    bindings = json.loads(run(at_once(view, records, long)))["results"]["bindings"]
    assert [row["n"]["value"] == text for row in bindings] == [True] * len(bindings)
    assert len(bindings) > 5


def test_a_bomb_ends_in_time_and_others_go_on(view, records, run: Run) -> None:
    async def both() -> None:
        bomb = asyncio.create_task(at_once(view, records, BOMB))
        await asyncio.sleep(0.1)
        assert "bindings" in await at_once(view, records, COUNT)
        assert not bomb.done(), "others do not wait for it"
        with pytest.raises(QueryTimeoutError, match=r"over 4 s"):
            await asyncio.wait_for(bomb, 20)
        assert "bindings" in await at_once(view, records, COUNT)

    run(both())


def test_who_goes_away_leaves_no_answer_behind(view, records, run: Run) -> None:
    async def leave() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                assert await view.at_once(records.generation, BOMB)
        answers = [await at_once(view, records, f"ASK {{}} # {i}") for i in range(4)]
        assert [json.loads(one)["boolean"] for one in answers] == [True] * 4

    run(leave())


def test_a_process_that_died_is_replaced(view, records, run: Run) -> None:
    async def through() -> None:
        assert "bindings" in await at_once(view, records, COUNT)
        there = [one.number for one in view._pool._all if one.number is not None]
        assert there, "the one that answered"
        for number in there:
            os.kill(number, signal.SIGKILL)
        await asyncio.sleep(0.1)
        for number in range(3):
            assert "bindings" in await at_once(view, records, f"{COUNT} # {number}")

    run(through())


def test_closing_beside_a_loop_ends_what_runs(records, registry, tmp_path: Path, run: Run) -> None:
    view = make_sparql(records, registry, tmp_path, seconds=20)
    view.answer(COUNT)

    async def close() -> None:
        loop = asyncio.get_running_loop()
        bomb = asyncio.create_task(at_once(view, records, BOMB))
        waiting = asyncio.create_task(asyncio.to_thread(view.answer, BOMB))
        await asyncio.sleep(0.5)
        began = loop.time()
        await asyncio.to_thread(view.close)
        for one in (bomb, waiting):
            with pytest.raises(QueryError):
                await one
        assert loop.time() - began < 15, "the queries may run for longer"

    run(close())

"""Somebody else's SPARQL server in place of our processes: `oxigraph serve`, separately run."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph.export.sparql.asking import Graphs
from graph.export.sparql.remote import RemoteSparql, make_remote_sparql
from graph.export.sparql.view import make_sparql
from graph.model.errors import QueryError, QueryTimeoutError

PLAN = "/eli/vn/soc-trang/tu/ke-hoach/2015-01-06/65"
BASE = "https://luocdo.example/"
ALL = (
    "SELECT * { GRAPH ?g { ?s ?p ?o } FILTER(!STRENDS(STR(?g), 'progress')) } ORDER BY ?g ?s ?p ?o"
)
OURS = ALL.replace("FILTER(!STRENDS(STR(?g), 'progress'))", "")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("needs the program `oxigraph` (PyPI), which is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with subprocess.Popen(
        [program, "serve", "--bind", address, "--union-default-graph"],
        stderr=subprocess.DEVNULL,
    ) as process:
        _wait(f"http://{address}/query?query=ASK%7B%7D")
        yield f"http://{address}"
        process.terminate()


def _wait(url: str) -> None:
    for _ in range(100):
        try:
            httpx.get(url)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("oxigraph serve did not start")


@pytest.fixture
def empty(server: str) -> str:
    headers = {"Content-Type": "application/sparql-update"}
    httpx.post(f"{server}/update", content="DROP ALL", headers=headers).raise_for_status()
    return server


@pytest.fixture
def remote(empty: str, records, registry) -> Iterator[RemoteSparql]:
    view = make_remote_sparql(
        records, registry, f"{empty}/query", f"{empty}/update", seconds=3, rows=3000
    )
    yield view
    view.close()


def bindings(view, query: str) -> list[dict]:
    return json.loads(view.answer(query, "application/json").body)["results"]["bindings"]


def test_it_holds_and_answers_the_same(remote, records, registry, tmp_path: Path) -> None:
    with make_sparql(records, registry, tmp_path, rows=3000) as ours:
        assert bindings(remote, ALL) == bindings(ours, OURS)
        records.works[PLAN] = records.works.pop(PLAN)
        records.log.append({PLAN})
        assert bindings(remote, ALL) == bindings(ours, OURS)
        for query in (
            "ASK { ?x luocdo:number '65-KH/TU' }",
            "SELECT ?n { ?w luocdo:number ?n } ORDER BY ?n",
        ):
            for accept in ("", "application/sparql-results+xml"):
                theirs = remote.answer(query, accept)
                assert theirs.media_type == ours.answer(query, accept).media_type
                assert theirs.body


def test_it_is_not_filled_twice(remote, empty: str, records, registry) -> None:
    remote.refresh()
    headers = {"Content-Type": "application/sparql-update"}
    spoil = f"INSERT DATA {{ GRAPH <{BASE}extra> {{ <a:a> <a:b> <a:c> }} }}"
    httpx.post(f"{empty}/update", content=spoil, headers=headers).raise_for_status()
    again = make_remote_sparql(records, registry, f"{empty}/query", f"{empty}/update")
    assert bindings(again, f"SELECT * {{ GRAPH <{BASE}extra> {{ ?s ?p ?o }} }}")
    note = f"DROP GRAPH <{BASE}sparql#progress>"
    httpx.post(f"{empty}/update", content=note, headers=headers).raise_for_status()
    anew = make_remote_sparql(records, registry, f"{empty}/query", f"{empty}/update")
    assert not bindings(anew, f"SELECT * {{ GRAPH <{BASE}extra> {{ ?s ?p ?o }} }}")


def test_limits_and_refusals_hold(remote) -> None:
    answer = remote.answer("SELECT * { ?a ?b ?c . ?d ?e ?f }", "application/json")
    assert answer.truncated
    assert json.loads(answer.body)["truncated"] is True
    for bad in ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "DROP ALL", "SELECT {"):
        with pytest.raises(QueryError):
            remote.answer(bad)
    with pytest.raises(QueryError, match="not here"):
        remote.answer("ASK {}", "", Graphs(default=("http://127.0.0.1:9/x",)))
    named = Graphs(default=(f"{BASE}works{PLAN}",))
    only = json.loads(remote.answer("SELECT ?w { ?w a luocdo:Work }", "", named).body)
    assert [row["w"]["value"] for row in only["results"]["bindings"]] == [f"{BASE}works{PLAN}"]


def test_a_server_that_is_away_is_told(records, registry) -> None:
    away = make_remote_sparql(records, registry, "http://127.0.0.1:9/query")
    with pytest.raises(QueryTimeoutError, match="cannot be reached"):
        away.answer("ASK {}")

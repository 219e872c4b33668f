"""The SPARQL dataset is made ready beside other answers, and readiness tells."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph.export.rdf.dataset import Dataset, NamedGraph
from service.app import create_app
from tests.service.conftest import settings_in
from tests.service.problems import assert_problem

COUNT = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Building the dataset stops after a while, until the event is set."""
    go_on = threading.Event()
    graphs = Dataset.graphs

    def slowly(self: Dataset) -> Iterator[NamedGraph]:
        for number, graph in enumerate(graphs(self)):
            if number > 100:
                go_on.wait(0.05)
            yield graph

    monkeypatch.setattr(Dataset, "graphs", slowly)
    yield go_on
    go_on.set()


def test_others_are_answered_while_the_dataset_is_built(folder: Path, held) -> None:
    settings = settings_in(folder, sparql_seconds=0.5)
    with TestClient(create_app(settings, warm=True), raise_server_exceptions=False) as client:
        assert client.get("/works?limit=1").status_code == 200
        assert_problem(client.get("/health/ready"), 503, "busy", "RDF")
        early = client.get("/sparql", params=COUNT)
        assert_problem(early, 503, "query-timeout", "prepared")
        assert early.headers["retry-after"]
        assert client.get("/health").status_code == 200
        held.set()
        for _ in range(200):
            if client.get("/health/ready").status_code == 200:
                break
            time.sleep(0.05)
        assert client.get("/health/ready").status_code == 200
        assert client.get("/sparql", params=COUNT).status_code == 200


def test_the_end_does_not_wait_for_the_dataset(folder: Path, held) -> None:
    begun = time.monotonic()
    with TestClient(create_app(settings_in(folder), warm=True)) as client:
        assert client.get("/health").status_code == 200
        time.sleep(0.3)
    assert time.monotonic() - begun < 20, "all of it takes a minute at that pace"
    held.set()
    with TestClient(create_app(settings_in(folder))) as client:
        whole = client.get("/sparql", params=COUNT).json()
    with TestClient(create_app(settings_in(folder))) as client:
        assert client.get("/sparql", params=COUNT).json() == whole


def test_what_fails_in_warming_does_not_end_the_service(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("graph.export.sparql.derived.Derived.follow", fail)
    with TestClient(create_app(settings_in(folder), warm=True)) as client:
        assert client.get("/works?limit=1").status_code == 200


def test_nothing_is_built_before_it_is_asked_for(folder: Path) -> None:
    with TestClient(create_app(settings_in(folder))) as client:
        assert client.get("/works?limit=1").status_code == 200
    assert not (folder / "sparql" / "kept" / "progress.json").exists()


def test_a_start_makes_it_ready(folder: Path) -> None:
    note = folder / "sparql" / "kept" / "progress.json"
    with TestClient(create_app(settings_in(folder), warm=True)):
        for _ in range(600):
            if note.exists():
                break
            time.sleep(0.05)
        assert note.exists()

"""The real thing, over the demo corpus: built once, copied for tests that write."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import as_file
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph.model.seeding import default_seeds
from graph.reading import walk
from service.app import create_app
from service.cli.ingest import read_all
from service.settings import Settings
from service.state import open_graph


def settings_in(folder: Path, **more: object) -> Settings:
    return Settings(database=str(folder / "luocdo.db"), data_dir=folder, **more)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo graph; nobody writes into it."""
    folder = tmp_path_factory.mktemp("demo")
    with as_file(default_seeds()) as seeds, open_graph(settings_in(folder)) as graph:
        tally = read_all(graph, walk([seeds / "corpus"]))
    assert not tally.failed
    return folder


@pytest.fixture(scope="session")
def client(built: Path) -> Iterator[TestClient]:
    """A client of the demo graph, for reading only."""
    with TestClient(create_app(settings_in(built)), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def narrow(built: Path) -> Iterator[TestClient]:
    """A client of the demo graph that takes small bodies only; for what is refused."""
    app = create_app(settings_in(built, max_body_bytes=100_000))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A copy of the demo graph's folder."""
    shutil.copy(built / "luocdo.db", tmp_path / "luocdo.db")
    return tmp_path


@pytest.fixture
def writable(folder: Path) -> Iterator[TestClient]:
    """A client of a copy of the demo graph."""
    with TestClient(create_app(settings_in(folder)), raise_server_exceptions=False) as client:
        yield client

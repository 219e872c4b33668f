"""docs/api.md: its examples answer as they stand there, and no route is missing."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from graph.model.seeding import default_seeds
from graph.reading import walk
from service.app import create_app
from service.cli.ingest import read_all
from service.settings import Settings
from service.state import open_graph

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import examples  # noqa: E402

REQUESTS = examples.requests((ROOT / "docs" / "api.md").read_text("utf-8"))
FORM = "application/x-www-form-urlencoded"


@contextmanager
def demo_client(folder: Path) -> Iterator[TestClient]:
    """A client of the demo graph, built anew."""
    settings = Settings(database=str(folder / "luocdo.db"), data_dir=folder)
    with as_file(default_seeds()) as seeds, open_graph(settings) as graph:
        read_all(graph, walk([seeds / "corpus"]), below=seeds)
    with TestClient(create_app(settings)) as client:
        yield client


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with demo_client(tmp_path_factory.mktemp("api")) as client:
        yield client


def _media_type(path: str, body: str) -> str:
    if path.endswith("/bulk"):
        return "application/x-ndjson"
    return "application/json" if body.startswith("{") else FORM


@pytest.mark.parametrize("number", range(len(REQUESTS)), ids=lambda n: f"line{REQUESTS[n].line}")
def test_example(client: TestClient, number: int) -> None:
    example = REQUESTS[number]
    method, _, url = example.call.partition(" ")
    media_type = _media_type(url.partition("?")[0], example.body)
    headers = {"content-type": media_type} if example.body else {}
    answer = client.request(
        method, quote(url, safe="/?=&:-"), content=example.body.encode(), headers=headers,
        follow_redirects=False,
    )  # fmt: skip
    assert answer.status_code == example.status, answer.text
    missing = example.missing(answer.text)
    assert missing is None, f"line {example.line}: no {missing!r} in:\n{answer.text[:2000]}"


def test_every_route_has_an_example() -> None:
    shown = {
        (method, url.partition("?")[0])
        for method, _, url in (example.call.partition(" ") for example in REQUESTS)
    }
    routes = [
        (method.upper(), path)
        for path, methods in create_app(Settings()).openapi()["paths"].items()
        for method in methods
    ]
    # The most particular route claims an example first: /works/{id} would take them all.
    routes.sort(key=lambda route: (route[1].count("{"), -len(route[1])))
    for method, path in routes:
        pattern = re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(path)))
        fitting = {one for one in shown if one[0] == method and pattern.fullmatch(one[1])}
        assert fitting, f"docs/api.md has no example of {method} {path}"
        if "{" not in path:
            shown -= fitting


def test_every_operation_shows_an_example() -> None:
    """What tests/record_examples.py recorded is in the OpenAPI document."""
    for path, methods in create_app(Settings()).openapi()["paths"].items():
        for method, said in methods.items():
            unknown = [
                one["name"]
                for one in said.get("parameters", ())
                if one["in"] == "path" and "example" not in one
            ]
            assert not unknown, f"{method} {path}: run python -m tests.record_examples"
            answers = json.dumps(said["responses"])
            assert '"example' in answers, f"{method} {path}: run python -m tests.record_examples"


def test_recorded_answers_have_the_fields_of_now(client: TestClient) -> None:
    recorded = json.loads((ROOT / "service" / "examples.json").read_text("utf-8"))
    for call, rows in recorded.items():
        method, _, template = call.partition(" ")
        row = rows[0]
        if method != "GET" or not isinstance(row.get("value"), dict):
            continue
        path = template.format_map(row["parameters"])
        rest = {k: v for k, v in row["parameters"].items() if f"{{{k}}}" not in template}
        now = client.get(quote(path), params=rest, follow_redirects=False).json()
        assert set(row["value"]) <= set(now), f"{call}: run python -m tests.record_examples"


def test_no_machine_is_told_of() -> None:
    assert str(ROOT) not in (ROOT / "service" / "examples.json").read_text("utf-8")

"""Lineages over HTTP in every format, and paths."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from service.formats import LINEAGE_SUFFIXES
from service.schemas.lineage import LineageAnswer, PathsAnswer
from tests.service.problems import assert_problem

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
MAGIC = {"png": b"\x89PNG", "pdf": b"%PDF", "xlsx": b"PK", "svg": b"<"}


def plan(client: TestClient) -> str:
    """Return the id of 65-KH/TU."""
    answer = client.get("/resolve", params={"number": "65-KH/TU"})
    assert answer.status_code == 200, answer.text
    found: str = answer.json()["work"]["id"]
    return found


def test_plan_implements_directive(client: TestClient) -> None:
    root = plan(client)
    answer = LineageAnswer.model_validate(client.get(f"/works{root}/lineage").json())
    assert (answer.root, answer.direction, answer.depth) == (root, "both", 3)
    edges = {(edge.source, edge.relation, edge.target) for edge in answer.edges}
    assert (root, "implements", DIRECTIVE) in edges
    nodes = {node.id: node for node in answer.nodes}
    assert (nodes[DIRECTIVE].type, nodes[DIRECTIVE].number) == ("Chỉ thị", "39-CT/TW")
    assert nodes[DIRECTIVE].issuer == "Bộ Chính trị"


def test_direction_and_relation_narrow(client: TestClient) -> None:
    root = plan(client)
    up = client.get(f"/works{DIRECTIVE}/lineage", params={"direction": "up"}).json()
    assert root not in [node["id"] for node in up["nodes"]]
    down = client.get(
        f"/works{DIRECTIVE}/lineage", params={"direction": "down", "relation": "implements"}
    ).json()
    assert root in [node["id"] for node in down["nodes"]]
    assert {edge["relation"] for edge in down["edges"]} == {"implements"}


@pytest.mark.parametrize("suffix", LINEAGE_SUFFIXES)
def test_every_format(client: TestClient, suffix: str) -> None:
    answer = client.get(f"/works{DIRECTIVE}/lineage.{suffix}")
    assert answer.status_code == 200, answer.text
    assert answer.content.startswith(MAGIC.get(suffix, b""))
    assert f'.{suffix}"' in answer.headers["content-disposition"]
    assert "39" in answer.text or suffix in MAGIC


@pytest.mark.parametrize(
    "query", ["depth=0", "depth=11", "depth=x", "direction=sideways", "relation=loves"]
)
def test_bad_scope(client: TestClient, query: str) -> None:
    where = "query." + query.split("=")[0]
    assert_problem(client.get(f"/works{DIRECTIVE}/lineage?{query}"), 422, "validation", where)


def test_unknown_format(client: TestClient) -> None:
    answer = client.get(f"/works{DIRECTIVE}/lineage.bmp")
    assert_problem(answer, 404, "unknown-format", "bmp", "svg", "ttl")


def test_body_lineage(client: TestClient) -> None:
    answer = client.get("/bodies/org/vn/tw/bct/lineage")
    assert answer.status_code == 200
    assert answer.json()["root"] == "/org/vn/tw/bct"
    assert_problem(client.get("/bodies/org/vn/x/y/lineage"), 404, "not-found")


def test_paths(client: TestClient) -> None:
    root = plan(client)
    found = client.get("/paths", params={"from": root, "to": DIRECTIVE})
    answer = PathsAnswer.model_validate(found.json())
    assert [node.id for node in answer.paths[0].nodes] == [root, DIRECTIVE]
    assert "39-CT/TW" in answer.paths[0].edges[0].sentences[0].text
    nowhere = client.get("/paths", params={"from": root, "to": "/eli/vn/x"})
    assert_problem(nowhere, 404, "not-found", "/eli/vn/x")
    assert_problem(client.get("/paths"), 422, "validation", "query.from")

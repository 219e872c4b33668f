"""SPARQL and the exports."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from service.formats import GRAPH_SUFFIXES
from tests.service.problems import assert_problem

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def test_three_ways_to_ask(client: TestClient) -> None:
    answers = [
        client.get("/sparql", params={"query": COUNT}),
        client.post("/sparql", data={"query": COUNT}),
        client.post("/sparql", content=COUNT, headers={"Content-Type": "application/sparql-query"}),
    ]
    bindings = [answer.json()["results"]["bindings"][0]["n"]["value"] for answer in answers]
    assert len(set(bindings)) == 1
    assert int(bindings[0]) > 100
    assert answers[0].headers["content-type"].startswith("application/sparql-results+json")


def test_forms_by_accept(client: TestClient) -> None:
    csv = client.get("/sparql", params={"query": COUNT}, headers={"Accept": "text/csv"})
    assert csv.headers["content-type"].startswith("text/csv")
    construct = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"
    turtle = client.get("/sparql", params={"query": construct}, headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")


def test_follows_ingest(writable: TestClient) -> None:
    before = writable.get("/sparql", params={"query": COUNT}).text
    text = "Chỉ thị số 777-CT/TW, ngày 1/2/2024 của Ban Bí thư."
    assert writable.post("/sources", json={"text": text}).status_code == 201
    assert writable.get("/sparql", params={"query": COUNT}).text != before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT nonsense",
        " ",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_refused(client: TestClient, query: str) -> None:
    assert_problem(client.get("/sparql", params={"query": query}), 400, "bad-query")


def test_protocol_errors(client: TestClient) -> None:
    assert_problem(client.post("/sparql", json={}), 415, "unsupported-media-type")
    assert_problem(client.post("/sparql", data={"update": "CLEAR ALL"}), 400, "bad-query")
    headers = {"Content-Type": "application/sparql-query"}
    answer = client.post("/sparql", content=b"\xff\xfe", headers=headers)
    assert_problem(answer, 400, "bad-query", "UTF-8")


@pytest.mark.parametrize("suffix", GRAPH_SUFFIXES)
def test_export(client: TestClient, suffix: str) -> None:
    answer = client.get(f"/export/graph.{suffix}")
    assert answer.status_code == 200
    assert DIRECTIVE in answer.text


def test_export_unknown_format(client: TestClient) -> None:
    assert_problem(client.get("/export/graph.xls"), 404, "unknown-format", "xls", "ttl")


def test_ontology(client: TestClient) -> None:
    answer = client.get("/ontology")
    assert answer.headers["content-type"].startswith("text/turtle")
    assert "subPropertyOf" in answer.text

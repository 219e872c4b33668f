"""The SPARQL 1.1 Protocol: its own validation cases, as far as reading goes, and ours."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from tests.service.problems import assert_problem

BASE = "http://127.0.0.1:8000"
PLAN = f"{BASE}/works/eli/vn/soc-trang/btv-tu/ke-hoach/2015-01-06/65"
DIRECTIVE = f"{BASE}/works/eli/vn/tw/bct/chi-thi/2014-08-18/39"
DIRECT = {"Content-Type": "application/sparql-query"}
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
ASK = "ASK {}"
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
TWO = f"ASK {{ GRAPH <{DIRECTIVE}> {{ ?s a luocdo:Work }} GRAPH <{PLAN}> {{ ?t a luocdo:Work }} }}"
DEFAULT = "ASK { ?s a luocdo:Work FILTER(STRENDS(STR(?s), '/39')) }"


def post(client: TestClient, query: str, **more: object) -> Response:
    return client.post("/sparql", content=query.encode(), headers=DIRECT, **more)


# ---- query operations that must work (names as in the protocol's test suite) -------------------


@pytest.mark.parametrize("accept", [JSON, XML, "application/json", "*/*", ""])
def test_query_get_and_post(client: TestClient, accept: str) -> None:
    headers = {"Accept": accept}
    answers = [
        client.get("/sparql", params={"query": ASK}, headers=headers),
        client.post("/sparql", data={"query": ASK}, headers=headers),
        client.post("/sparql", content=ASK, headers={**headers, **DIRECT}),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == (XML if accept == XML else JSON)
        assert "true" in answer.text
        assert answer.headers["luocdo-truncated"] == "false"


@pytest.mark.parametrize(
    ("names", "query", "truth"),
    [
        ({"default-graph-uri": DIRECTIVE}, DEFAULT, True),
        ({"default-graph-uri": PLAN}, DEFAULT, False),
        ({"default-graph-uri": [DIRECTIVE, PLAN]}, DEFAULT, True),
        ({"named-graph-uri": [DIRECTIVE, PLAN]}, TWO, True),
        ({"named-graph-uri": DIRECTIVE}, TWO, False),
        ({"named-graph-uri": DIRECTIVE}, DEFAULT, False),
        ({"default-graph-uri": PLAN, "named-graph-uri": DIRECTIVE}, DEFAULT, False),
        # The request's dataset goes before the query's.
        ({"default-graph-uri": DIRECTIVE}, DEFAULT.replace("{", f"FROM <{PLAN}> {{", 1), True),
    ],
)
def test_query_dataset(client: TestClient, names: dict, query: str, truth: bool) -> None:
    for answer in (
        client.get("/sparql", params={"query": query, **names}),
        client.post("/sparql", data={"query": query, **names}),
        post(client, query, params=names),
    ):
        assert answer.status_code == 200, answer.text
        assert answer.json()["boolean"] is truth


def test_query_content_types(client: TestClient) -> None:
    construct = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 2"
    select = "SELECT * { ?s ?p ?o } LIMIT 2"
    for query, accept, said in (
        (select, "", JSON),
        (select, "text/csv", "text/csv; charset=utf-8"),
        (select, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (construct, "", "text/turtle; charset=utf-8"),
        (construct, "application/n-triples", "application/n-triples"),
        (construct, "application/rdf+xml", "application/rdf+xml"),
        (construct, "application/ld+json", "application/ld+json"),
        (f"DESCRIBE <{DIRECTIVE}>", "text/turtle", "text/turtle; charset=utf-8"),
    ):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
        assert (answer.status_code, answer.headers["content-type"]) == (200, said)
        assert "Accept" in answer.headers["vary"]


# ---- query operations that must fail ------------------------------------------------------------


def test_bad_query_method(client: TestClient) -> None:
    assert_problem(client.put("/sparql", params={"query": ASK}), 405, "method-not-allowed")


def test_bad_multiple_queries(client: TestClient) -> None:
    twice = {"query": [ASK, "SELECT * {}"]}
    assert_problem(client.get("/sparql", params=twice), 400, "bad-query")
    assert_problem(client.post("/sparql", data=twice), 400, "bad-query")
    assert_problem(post(client, ASK, params={"query": ASK}), 400, "bad-query")


@pytest.mark.parametrize("media", ["text/plain", "", "application/sparql-update"])
def test_bad_query_media_type(client: TestClient, media: str) -> None:
    answer = client.post("/sparql", content=ASK, headers={"Content-Type": media})
    assert_problem(answer, 415, "unsupported-media-type")


def test_bad_query_non_utf8(client: TestClient) -> None:
    answer = client.post("/sparql", content=ASK.encode("utf-16"), headers=DIRECT)
    assert_problem(answer, 400, "bad-query")


def test_a_query_from_a_file_with_a_byte_order_mark(client: TestClient) -> None:
    answer = client.post("/sparql", content=ASK.encode("utf-8-sig"), headers=DIRECT)
    assert answer.status_code == 200


@pytest.mark.parametrize("query", ["ASK {", "", "{}", "INSERT DATA { <a:a> <a:b> <a:c> }"])
def test_bad_query_syntax(client: TestClient, query: str) -> None:
    assert_problem(client.get("/sparql", params={"query": query}), 400, "bad-query")
    assert_problem(post(client, query), 400, "bad-query")


@pytest.mark.parametrize("accept", ["image/png", "text/turtle"])
def test_nothing_acceptable(client: TestClient, accept: str) -> None:
    answer = client.get("/sparql", params={"query": ASK}, headers={"Accept": accept})
    assert_problem(answer, 406, "not-acceptable")


def test_a_query_may_come_in_pieces(client: TestClient) -> None:
    answer = client.post("/sparql", content=iter([b"AS", b"K ", b"{}"]), headers=DIRECT)
    assert answer.json()["boolean"] is True


def test_what_nobody_foresaw_is_told_as_anywhere_else(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(client.app.state.services.sparql, "at_once", fail)
    for answer in (client.get("/sparql", params={"query": "ASK { }"}), post(client, "ASK { }")):
        assert_problem(answer, 500, "internal")


def test_graphs_from_elsewhere(client: TestClient) -> None:
    elsewhere = {"query": ASK, "default-graph-uri": "http://127.0.0.1:9/graph"}
    assert_problem(client.get("/sparql", params=elsewhere), 400, "bad-query")


def test_no_query_is_echoed_as_markup(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "<script>alert(1)</script>"})
    assert_problem(answer, 400, "bad-query")


# ---- what is ours -------------------------------------------------------------------------------


def test_truncation_is_stated(client: TestClient) -> None:
    cartesian = "SELECT * { ?a a ?b . ?c a ?d }"
    answer = client.get("/sparql", params={"query": cartesian})
    assert answer.headers["luocdo-truncated"] == "true"
    document = json.loads(answer.text)
    assert document["truncated"] is True
    assert len(document["results"]["bindings"]) == 10_000


@pytest.mark.parametrize(
    ("accept", "form"),
    [("", "turtle"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld")],
)
def test_service_description(client: TestClient, accept: str, form: str) -> None:
    graph = Graph().parse(data=client.get("/sparql", headers={"Accept": accept}).text, format=form)
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert (service, SD.endpoint, URIRef(f"{BASE}/sparql")) in graph
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in graph
    default = graph.value(graph.value(service, SD.defaultDataset), SD.defaultGraph)
    triples = client.get(
        "/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    ).json()["results"]["bindings"][0]["n"]["value"]
    void = Namespace("http://rdfs.org/ns/void#")
    assert graph.value(default, void.triples) == Literal(int(triples))

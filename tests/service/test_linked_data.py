"""Every name in the RDF can be looked up, in every form, by Accept or suffix."""

from __future__ import annotations

import hashlib
import re

import pytest
from fastapi.testclient import TestClient
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.namespace import VOID

from graph.export.rdf.names import VOCABULARIES
from service.formats import GRAPH_SUFFIXES
from tests.service.problems import assert_problem

BASE = "http://127.0.0.1:8000"
DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
MEDIA = {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "html": "text/html",
}
PARSERS = {"jsonld": "json-ld", "ttl": "turtle", "nt": "nt", "rdf": "xml"}
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")


def read(text: str, form: str) -> Graph:
    return Graph().parse(data=text, format=PARSERS[form])


@pytest.fixture(scope="module")
def resources(client: TestClient) -> list[str]:
    """A path of each kind, as the RDF of a work and of our vocabulary name them."""
    said = client.get(f"/works{DIRECTIVE}.nt").text
    found = [f"/works{DIRECTIVE}", "/bodies/org/vn/tw/bct", "/types/chi-thi", "/places/soc-trang"]
    for kind in ("relations", "sources"):
        match = re.search(rf"<{BASE}(/{kind}/[\w:]+)>", said)
        assert match is not None, kind
        found.append(match[1])
    return found


@pytest.mark.parametrize("form", MEDIA)
def test_every_resource_in_every_form(client: TestClient, resources: list[str], form: str) -> None:
    for path in resources:
        by_suffix = client.get(f"{path}.{form}", headers={"Accept": "image/png"})
        by_accept = client.get(path, headers={"Accept": f"{MEDIA[form]};q=0.9, image/png"})
        for answer in (by_suffix, by_accept):
            assert answer.status_code == 200, (path, answer.text)
            assert answer.headers["content-type"].startswith(MEDIA[form]), path
            assert "Accept" in answer.headers["vary"]
        if form != "html":  # a page names its own address
            assert by_suffix.content == by_accept.content
        if form in PARSERS:
            assert URIRef(BASE + path) in set(read(by_suffix.text, form).subjects()), path


def test_forms_say_the_same(client: TestClient, resources: list[str]) -> None:
    for path in resources:
        graphs = {form: read(client.get(f"{path}.{form}").text, form) for form in PARSERS}
        assert len({frozenset(graph) for graph in graphs.values()}) == 1, path


def test_json_ld_is_compact(client: TestClient) -> None:
    document = client.get(f"/works{DIRECTIVE}.jsonld").json()
    assert document["@context"]["luocdo"] == f"{BASE}/ontology#"
    work = next(n for n in document["@graph"] if n["@id"].endswith(f"/works{DIRECTIVE}"))
    assert work["luocdo:number"] == "39-CT/TW"


def test_work_names_its_other_forms(client: TestClient) -> None:
    link = client.get(f"/works{DIRECTIVE}").headers["link"]
    assert f'</works{DIRECTIVE}.ttl>; rel="alternate"; type="text/turtle"' in link


def test_names_of_things_lead_to_documents(client: TestClient) -> None:
    for name, document in (
        (f"/id{DIRECTIVE}", f"/works{DIRECTIVE}"),
        (DIRECTIVE, f"/works{DIRECTIVE}"),
        ("/id/org/vn/tw/bct", "/bodies/org/vn/tw/bct"),
        ("/org/vn/tw/bct.ttl", "/bodies/org/vn/tw/bct.ttl"),
    ):
        answer = client.get(name, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, document)
    assert_problem(client.get("/id/other/x"), 404, "not-found")


def test_provisional_and_shared_names(client: TestClient) -> None:
    moved = client.get("/works/eli/vn/tw/-/chi-thi/2014-08-18/39.ttl", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (301, f"/works{DIRECTIVE}.ttl")
    shared = client.get("/works/eli/vn/tw/-/chi-thi/-/39.ttl", follow_redirects=False)
    assert shared.status_code == 300
    assert shared.json()["candidates"]


def test_citation_leads_to_its_relation(client: TestClient) -> None:
    said = client.get(f"/works{DIRECTIVE}.nt").text
    citation = re.search(rf"<{BASE}(/citations/\w+)>", said)
    assert citation is not None
    answer = client.get(f"{citation[1]}.ttl", follow_redirects=False)
    assert answer.status_code == 303
    assert f"{BASE}{citation[1]}" in client.get(answer.headers["location"]).text.replace("\n", "")


def test_relation_as_json(client: TestClient, resources: list[str]) -> None:
    path = next(path for path in resources if path.startswith("/relations/"))
    relation = client.get(path).json()
    assert relation["url"] == BASE + path
    assert DIRECTIVE in (relation["from"], relation["to"])
    assert all(one["text"] for one in relation["evidence"])


@pytest.mark.parametrize("kind", ["relations", "citations"])
def test_unknown_digests(client: TestClient, kind: str) -> None:
    assert_problem(client.get(f"/{kind}/{'0' * 32}"), 404, "not-found")
    assert_problem(client.get(f"/{kind}/x> }} #"), 422, "validation")


@pytest.mark.parametrize("path", ["/types/none", "/places/none", "/types/chi-thi.xls"])
def test_unknown_terms(client: TestClient, path: str) -> None:
    assert_problem(client.get(path), 404, "not-found")


@pytest.mark.parametrize("form", PARSERS)
def test_ontology(client: TestClient, form: str) -> None:
    by_accept = client.get("/ontology", headers={"Accept": MEDIA[form]})
    assert by_accept.headers["content-type"].startswith(MEDIA[form])
    assert by_accept.text == client.get(f"/ontology.{form}").text
    assert URIRef(f"{BASE}/ontology#implements") in set(read(by_accept.text, form).subjects())


def test_void_counts_what_is_there(client: TestClient) -> None:
    graph = read(client.get("/.well-known/void").text, "ttl")
    (dataset,) = graph.subjects(RDF.type, VOID.Dataset)
    dump = client.get("/export/graph.nt")
    assert int(str(graph.value(dataset, VOID.triples))) == len(dump.text.splitlines())
    assert URIRef(f"{BASE}/sparql") in set(graph.objects(dataset, VOID.sparqlEndpoint))
    assert URIRef(f"{BASE}/export/graph.nt") in set(graph.objects(dataset, VOID.dataDump))
    classes = {
        str(graph.value(part, VOID["class"])): int(str(graph.value(part, VOID.entities)))
        for part in graph.objects(dataset, VOID.classPartition)
    }
    works = sum(client.get("/stats").json()["counts"]["works"].values())
    assert classes[VOCABULARIES["eli"] + "LegalResource"] == works


@pytest.mark.parametrize("suffix", GRAPH_SUFFIXES)
def test_dump_is_as_listed(client: TestClient, suffix: str) -> None:
    dump = client.get(f"/export/graph.{suffix}")
    assert dump.status_code == 200
    assert DIRECTIVE in dump.text
    listed = {entry["url"]: entry for entry in client.get("/export").json()["files"]}
    entry = listed[f"{BASE}/export/graph.{suffix}"]
    assert entry["sha256"] == hashlib.sha256(dump.content).hexdigest()
    assert entry["bytes"] == len(dump.content)
    assert client.get(f"/export/graph.{suffix}.sha256").text.startswith(entry["sha256"])


def test_dump_follows_the_store(writable: TestClient) -> None:
    before = writable.get("/export/graph.nt").text
    text = "Chỉ thị số 777-CT/TW, ngày 1/2/2024 của Ban Bí thư."
    assert writable.post("/sources", json={"text": text}).status_code == 201
    after = writable.get("/export/graph.nt").text
    assert "777-CT/TW" in after
    assert "777-CT/TW" not in before


def test_streams_hold_everything(client: TestClient) -> None:
    counts = client.get("/stats").json()["counts"]
    works = client.get("/export/works.ndjson")
    assert works.headers["content-type"].startswith("application/x-ndjson")
    assert len(works.text.splitlines()) == sum(counts["works"].values())
    relations = client.get("/export/relations.ndjson").text.splitlines()
    assert len(relations) == sum(counts["relations"].values())
    assert client.get("/export/graph.ndjson").text.count("\n") > len(relations)

"""Reconciliation: the shapes of the API 0.2, and the flow of a client that follows the manifest."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

from tests.service import reconcile_schemas as schemas
from tests.service.problems import assert_problem

DIRECTIVE = "eli/vn/tw/bct/chi-thi/2014-08-18/39"
BASE = "http://127.0.0.1:8000"


def fits(document: Any, schema: dict[str, Any]) -> Any:
    Draft202012Validator(schema).validate(document)
    return document


def match(client: TestClient, **query: Any) -> list[dict[str, Any]]:
    queries = json.dumps({"q0": query})
    by_post = fits(client.post("/reconcile", data={"queries": queries}).json(), schemas.RESULTS)
    assert client.get("/reconcile", params={"queries": queries}).json() == by_post
    found: list[dict[str, Any]] = by_post["q0"]["result"]
    return found


def test_manifest(client: TestClient) -> None:
    answer = client.get("/reconcile")
    assert answer.headers["access-control-allow-origin"] == "*"
    fits(answer.json(), schemas.MANIFEST)


@pytest.mark.parametrize(
    ("query", "best", "sure"),
    [
        ({"query": "Chỉ thị 39-CT/TW ngày 18/8/2014"}, DIRECTIVE, True),
        ({"query": "39-CT/TW", "properties": [{"pid": "date", "v": "2014-08-18"}]},
         DIRECTIVE, True),
        ({"query": "39-CT/TW", "properties": [{"pid": "issuer", "v": "Bộ Chính trị"},
                                              {"pid": "term", "v": "XI"}]}, DIRECTIVE, True),
        ({"query": "Bộ Chính trị", "type": "body"}, "org/vn/tw/bct", True),
        ({"query": "Bộ Chính trị", "type": ["body", "chi-thi"], "type_strict": "any", "limit": 99},
         "org/vn/tw/bct", True),
        ({"properties": [{"pid": "number", "v": "39-CT/TW"}, {"pid": "date", "v": "2014-08-18"}]},
         DIRECTIVE, True),
    ],
)  # fmt: skip
def test_best_candidate(client: TestClient, query: dict, best: str, sure: bool) -> None:
    found = match(client, **query)
    assert (found[0]["id"], found[0]["match"]) == (best, sure), found


def test_what_is_ambiguous_is_no_match(client: TestClient) -> None:
    found = match(client, query="39-CT/TW", type="chi-thi")
    assert len(found) > 1
    assert not any(one["match"] for one in found)
    assert {kind["id"] for one in found for kind in one["type"]} == {"chi-thi"}


@pytest.mark.parametrize("query", ["", "zzzz qqqq", "!!!", "9999-CT/TW"])
def test_nothing_found(client: TestClient, query: str) -> None:
    assert not any(one["match"] for one in match(client, query=query))


def test_a_client_follows_the_manifest(client: TestClient) -> None:
    """As OpenRefine does: match, look at one, choose columns, fill them."""
    manifest = client.get("/reconcile").json()
    found = match(client, query="Chỉ thị 39-CT/TW ngày 18/8/2014", limit=1)
    view = manifest["view"]["url"].replace("{{id}}", found[0]["id"]).removeprefix(BASE)
    assert client.get(view).json()["number"] == "39-CT/TW"
    preview = manifest["preview"]["url"].replace("{{id}}", found[0]["id"]).removeprefix(BASE)
    assert "39-CT/TW" in client.get(preview).text
    propose = manifest["extend"]["propose_properties"]["service_path"]
    proposed = fits(client.get(propose, params={"type": "chi-thi"}).json(), schemas.PROPOSED)
    asked = {"ids": [found[0]["id"], "org/vn/tw/bct", "none"], "properties": proposed["properties"]}
    answer = client.post("/reconcile", data={"extend": json.dumps(asked)}).json()
    rows = fits(answer, schemas.EXTENDED)["rows"]
    assert rows[DIRECTIVE]["date"] == [{"date": "2014-08-18T00:00:00Z"}]
    assert rows[DIRECTIVE]["issuer"] == [{"id": "org/vn/tw/bct", "name": "Bộ Chính trị"}]
    assert rows["org/vn/tw/bct"]["date"] == []
    assert rows["none"]["number"] == []


@pytest.mark.parametrize(
    ("kind", "prefix", "found"),
    [
        ("entity", "39-CT", DIRECTIVE),
        ("entity", "bo chinh", "org/vn/tw/bct"),
        ("type", "chi thi", "chi-thi"),
        ("property", "ngay", "date"),
    ],
)
def test_suggest(client: TestClient, kind: str, prefix: str, found: str) -> None:
    manifest = client.get("/reconcile").json()
    path = manifest["suggest"][kind]["service_path"]
    answer = fits(client.get(path, params={"prefix": prefix}).json(), schemas.SUGGESTED)
    assert found in [row["id"] for row in answer["result"]]
    flyout = manifest["suggest"][kind]["flyout_service_path"].replace("${id}", found)
    flown = fits(client.get(flyout).json(), schemas.FLOWN)
    assert next(row["name"] for row in answer["result"] if row["id"] == found) in flown["html"]
    assert_problem(client.get(flyout + "-none"), 404, "not-found")


@pytest.mark.parametrize(
    "fields",
    [
        {"queries": "no json"},
        {"queries": '{"q0": {"limit": 3}}'},
        {"queries": '{"q0": {"properties": []}}'},
        {"queries": '{"q0": {"query": "x", "type_strict": "maybe"}}'},
        {"queries": json.dumps({f"q{n}": {"query": "x"} for n in range(51)})},
        {"extend": '{"ids": ["x"], "properties": [{"id": "colour"}]}'},
        {"other": "x"},
    ],
)
def test_refused(client: TestClient, fields: dict[str, str]) -> None:
    assert_problem(client.post("/reconcile", data=fields), 400, "bad-input")


def test_preview_escapes(client: TestClient) -> None:
    assert_problem(client.get("/reconcile/preview?id=<script>"), 404, "not-found")

"""What holds for every route: problems, entity tags, HEAD, the OpenAPI document."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

from service.app import create_app
from service.errors import KINDS
from service.pages.routing import wants_page
from service.settings import Settings
from tests.service.problems import assert_problem

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"


def test_health_and_stats(client: TestClient) -> None:
    assert client.get("/health").json()["status"] == "ok"
    assert client.get("/stats").json()["counts"]["sources"] > 10


def test_unknown_page_and_method(client: TestClient) -> None:
    assert_problem(client.get("/nothing"), 404, "not-found", "/nothing")
    answer = client.delete("/works")
    assert_problem(answer, 405, "method-not-allowed")
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=201", "offset=-1", "year=99", "standing=dead", "limit=9" * 30]
)
def test_parameters_out_of_range(client: TestClient, query: str) -> None:
    assert_problem(client.get(f"/works?{query}"), 422, "validation")


def test_unexpected_error_is_a_problem(built: Path) -> None:
    app = create_app(Settings(database=str(built / "luocdo.db"), data_dir=built))
    app.add_api_route("/broken", lambda: 1 // 0)
    client = TestClient(app, raise_server_exceptions=False)
    answer = client.get("/broken")
    assert_problem(answer, 500, "internal")
    assert "ZeroDivision" not in answer.text


def test_every_problem_is_documented(client: TestClient) -> None:
    for code in KINDS:
        assert client.get(f"/problems/{code}").json()["code"] == code
    assert_problem(client.get("/problems/none"), 404, "not-found")


@pytest.mark.parametrize("path", ["/works?q=chi", f"/works{DIRECTIVE}/lineage.svg", "/ontology"])
def test_unchanged_is_told(client: TestClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]


def test_tag_tells_page_from_json(client: TestClient) -> None:
    path = f"/works{DIRECTIVE}"
    page = client.get(path, headers={"Accept": "text/html"})
    assert page.headers["etag"] != client.get(path).headers["etag"]
    assert "Accept" in page.headers["vary"]


def test_head_is_get_without_body(client: TestClient) -> None:
    path = f"/works{DIRECTIVE}/lineage"
    head = client.head(path)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == client.get(path).headers["content-length"]


@pytest.mark.parametrize(
    ("accept", "html"),
    [
        (None, False),
        ("*/*", False),
        ("application/json", False),
        ("text/html", True),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", True),
        ("text/html;q=0.5, application/json", False),
        ("text/*", True),
        ("text/html;q=nonsense", False),
        ("", False),
    ],
)
def test_json_wins_a_tie(accept: str | None, html: bool) -> None:
    headers = [] if accept is None else [(b"accept", accept.encode())]
    assert wants_page(Request({"type": "http", "headers": headers})) is html


def test_openapi_documents_every_error_with_an_example(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert "HTTPValidationError" not in document["components"]["schemas"]
    assert "Problem" in document["components"]["schemas"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            for status, response in operation["responses"].items():
                if status >= "400":
                    examples = response["content"]["application/problem+json"]["examples"]
                    assert examples, (path, method, status)

"""One citation, one work; or several, or none, with reasons."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.service.problems import assert_problem

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"


@pytest.mark.parametrize(
    "query",
    [
        {"number": "39-CT/TW", "date": "2014-08-18"},
        {"number": "39-CT/TW", "date": "2014", "type": "Chỉ thị", "issuer": "Bộ Chính trị"},
        {"number": "39-CT/TW", "term": "XI"},
        {"text": "Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị"},
    ],
)
def test_resolved(client: TestClient, query: dict[str, str]) -> None:
    answer = client.get("/resolve", params=query)
    assert answer.status_code == 200, answer.text
    assert answer.json()["work"]["id"] == DIRECTIVE
    assert answer.json()["why"]


@pytest.mark.parametrize("query", [{"number": "39-CT/TW"}, {"text": "Chỉ thị 39-CT/TW"}])
def test_undated_number_is_ambiguous(client: TestClient, query: dict[str, str]) -> None:
    answer = client.get("/resolve", params=query)
    assert answer.status_code == 300
    body = answer.json()
    assert body["status"] == "ambiguous"
    dates = {candidate["work"]["date"] for candidate in body["candidates"]}
    assert {"2014-08-18", "2019-11-01"} <= dates
    assert all(candidate["why"] for candidate in body["candidates"])


def test_time_of_citing_tells_the_term(client: TestClient) -> None:
    answer = client.get("/resolve", params={"number": "39-CT/TW", "published": "2015-03-01"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["work"]["id"] == DIRECTIVE


def test_wrong_date_offers_the_right_one(client: TestClient) -> None:
    answer = client.get("/resolve", params={"number": "39-CT/TW", "date": "2014-08-19"})
    assert_problem(answer, 404, "not-found", "39-CT/TW")
    assert DIRECTIVE in answer.json()["candidates"]


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ({"number": "999-CT/TW"}, 404, "not-found"),
        ({"text": "không có gì ở đây"}, 404, "not-found"),
        ({"number": "ba mươi chín"}, 400, "malformed-number"),
        ({"number": "39-CT/TW", "date": "2014-13-01"}, 400, "malformed-date"),
        ({"number": "39-CT/TW", "published": "hôm qua"}, 400, "malformed-date"),
        ({}, 400, "bad-input"),
        ({"text": "Chỉ thị\0 39"}, 400, "bad-input"),
        ({"number": "x" * 101}, 422, "validation"),
    ],
)
def test_refused(client: TestClient, query: dict[str, str], status: int, code: str) -> None:
    assert_problem(client.get("/resolve", params=query), status, code)

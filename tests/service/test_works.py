"""Search, one work, its evidence; bodies."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.service.problems import assert_problem

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize("q", ["chi thi 39", "Chỉ thị 39", "39-CT/TW", "39-ct/tw"])
def test_search_finds_without_diacritics(client: TestClient, q: str) -> None:
    page = client.get("/works", params={"q": q}).json()
    assert DIRECTIVE in [work["id"] for work in page["items"]]


def test_search_narrows_by_words_or_ids(client: TestClient) -> None:
    for issuer in ("Bộ Chính trị", "/org/vn/tw/bct"):
        found = client.get("/works", params={"q": "39-CT/TW", "type": "chi thi", "issuer": issuer})
        works = found.json()["items"]
        assert works
        assert {work["issuer"] for work in works} == {"Bộ Chính trị"}


def test_pages_are_linked(client: TestClient) -> None:
    first = client.get("/works", params={"limit": 3})
    assert len(first.json()["items"]) == 3
    following = first.links["next"]["url"]
    second = client.get(following)
    assert second.json()["offset"] == 3
    assert client.get(second.links["prev"]["url"]).json() == first.json()
    ids = [work["id"] for work in first.json()["items"] + second.json()["items"]]
    assert len(set(ids)) == 6


def test_work_says_what_is_known(client: TestClient) -> None:
    work = client.get(f"/works{DIRECTIVE}").json()
    assert work["number"] == "39-CT/TW"
    assert (work["type"], work["type_id"]) == ("Chỉ thị", "chi-thi")
    assert (work["issuer"], work["issuer_id"]) == ("Bộ Chính trị", "/org/vn/tw/bct")
    assert work["date"] == "2014-08-18"
    assert work["url"].endswith(f"/works{DIRECTIVE}")


def test_browser_gets_pages(client: TestClient) -> None:
    for path in ("/", "/works?q=chi+thi+39", f"/works{DIRECTIVE}"):
        answer = client.get(path, headers=BROWSER)
        assert answer.headers["content-type"].startswith("text/html"), path
        assert "39-CT/TW" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_pages_escape_what_was_typed(client: TestClient) -> None:
    answer = client.get("/works", params={"q": '"><script>alert(1)</script>'}, headers=BROWSER)
    assert "<script>" not in answer.text


def test_evidence_has_the_sentence(client: TestClient) -> None:
    page = client.get(f"/works{DIRECTIVE}/evidence").json()
    stating = [row for row in page["items"] if row["relation"] == "implements"]
    assert stating
    row = stating[0]
    assert row["outgoing"] is False
    source = client.get(f"/sources/{row['source']}").json()
    assert source["text"][row["span"]["start"] : row["span"]["end"]].strip() in (
        row["text"].strip(),
        row["text"],
    )


@pytest.mark.parametrize("tail", ["", "/evidence", "/lineage", "/lineage.svg"])
def test_unknown_work(client: TestClient, tail: str) -> None:
    unknown = "/eli/vn/tw/bct/chi-thi/1900-01-01/1"
    assert_problem(client.get(f"/works{unknown}{tail}"), 404, "not-found", unknown)


def test_bodies(client: TestClient) -> None:
    found = client.get("/bodies", params={"q": "bo chinh tri"}).json()
    assert "/org/vn/tw/bct" in [body["id"] for body in found["items"]]
    body = client.get("/bodies/org/vn/tw/bct", params={"limit": 200}).json()
    assert body["name"] == "Bộ Chính trị"
    assert DIRECTIVE in [work["id"] for work in body["issued"]["items"]]
    assert_problem(client.get("/bodies/org/vn/x/y"), 404, "not-found", "/org/vn/x/y")


@pytest.mark.parametrize("tail", ["", "/evidence?limit=5", "/lineage", "/lineage.svg?depth=1"])
def test_earlier_identifier_leads_on(client: TestClient, tail: str) -> None:
    provisional = "/eli/vn/tw/-/chi-thi/2014-08-18/39"
    answer = client.get(f"/works{provisional}{tail}", follow_redirects=False)
    assert answer.status_code == 301
    assert answer.headers["location"] == f"/works{DIRECTIVE}{tail}"


@pytest.mark.parametrize("tail", ["", "/evidence", "/lineage"])
def test_shared_identifier_offers_all(client: TestClient, tail: str) -> None:
    answer = client.get(f"/works/eli/vn/tw/-/chi-thi/-/39{tail}", follow_redirects=False)
    assert answer.status_code == 300
    offered = {candidate["work"]["id"] for candidate in answer.json()["candidates"]}
    assert {DIRECTIVE, "/eli/vn/tw/bbt/chi-thi/2019-11-01/39"} <= offered

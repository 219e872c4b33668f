"""Questions over HTTP: about one work, about the store, and in other vocabularies."""

from __future__ import annotations

import csv
import io
import json
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient

from graph.lineage.audit import RULES
from service.routers.findings import Rule
from service.schemas.findings import AuditAnswer, CrosswalkAnswer, ReviewsAnswer, WantedAnswer
from service.schemas.questions import (
    CoverageAnswer,
    CurrentAnswer,
    ImpactAnswer,
    StatusAnswer,
    TimelineAnswer,
)
from service.schemas.works import PageAnswer
from tests.service.problems import assert_problem

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
LAND = "/eli/vn/tw/bchtw/nghi-quyet/2022-06-16/18"
ABOUT_ONE = ("timeline", "status", "current", "impact", "coverage")
QUESTIONS = (
    *(f"/works{DIRECTIVE}/{name}" for name in ABOUT_ONE),
    "/wanted", "/audit", "/reviews", "/crosswalk", "/crosswalk/assertions",
)  # fmt: skip


def replaced(client: TestClient) -> str:
    """A work of the demo that another one replaces: 36-HD/VPTW."""
    found = client.get("/works", params={"q": "36-HD/VPTW"}).json()["items"][0]["id"]
    assert isinstance(found, str)
    return found


def test_timeline_and_status_of_what_was_replaced(client: TestClient) -> None:
    work = replaced(client)
    told = TimelineAnswer.model_validate(client.get(f"/works{work}/timeline").json())
    change = next(one for one in told.events if one.what == "replaced")
    assert change.by is not None
    assert change.by.number == "05-HD/VPTW"
    assert "36-HD/VPTW" in change.quotes[0].text
    assert change.date is not None
    before = client.get(f"/works{work}/status", params={"on": "2019-01-01"})
    after = client.get(f"/works{work}/status", params={"on": "2026-06-01"})
    assert StatusAnswer.model_validate(before.json()).state == "in-force"
    stands = StatusAnswer.model_validate(after.json())
    assert (stands.state, stands.since) == ("replaced", change.date)
    assert [one.id for one in stands.by] == [change.by.id]
    assert stands.quotes


def test_current_leads_to_the_replacer(client: TestClient) -> None:
    work = replaced(client)
    answer = client.get(f"/works{work}/current", params={"on": "2026-06-01"})
    found = CurrentAnswer.model_validate(answer.json())
    assert [one.node.number for one in found.heads] == ["05-HD/VPTW"]
    assert found.living == [one.node.id for one in found.heads]
    assert found.heads[0].path[0] == work


def test_impact_pages_with_links(client: TestClient) -> None:
    answer = client.get(f"/works{LAND}/impact", params={"limit": 1})
    found = ImpactAnswer.model_validate(answer.json())
    assert found.total > 1
    assert len(found.items) == 1
    assert found.items[0].path[0].target == LAND
    assert found.items[0].path[0].quote is not None
    assert 'rel="next"' in answer.headers["link"]
    url = answer.headers["link"].split(";")[0].strip("<>")
    following = ImpactAnswer.model_validate(client.get(url).json())
    assert {one.node.id for one in following.items}.isdisjoint(o.node.id for o in found.items)


def test_coverage(client: TestClient) -> None:
    answer = client.get(f"/works{DIRECTIVE}/coverage")
    found = CoverageAnswer.model_validate(answer.json())
    assert found.total == len(found.rows) == 63
    assert found.found == sum(row.status == "found" for row in found.rows) >= 1
    covered = next(row for row in found.rows if row.unit == "soc-trang")
    assert covered.documents[0].node.number == "65-KH/TU"
    later = client.get(f"/works{DIRECTIVE}/coverage", params={"as_of": "2025-08-01"})
    merged = CoverageAnswer.model_validate(later.json())
    assert merged.total == 34
    can_tho = next(row for row in merged.rows if row.unit == "can-tho-2025")
    assert "Sóc Trăng" in (can_tho.documents[0].remark or "")
    ministries = client.get(f"/works{DIRECTIVE}/coverage", params={"level": "ministry"})
    assert "Bộ Nội vụ" in [row["name"] for row in ministries.json()["rows"]]


@pytest.mark.parametrize("question", ["impact", "coverage"])
def test_workbooks(client: TestClient, question: str) -> None:
    answer = client.get(f"/works{DIRECTIVE}/{question}.xlsx")
    assert answer.status_code == 200
    assert "spreadsheetml" in answer.headers["content-type"]
    assert f"{question}-eli_vn_tw_bct" in answer.headers["content-disposition"]
    with ZipFile(io.BytesIO(answer.content)) as book:
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "65-KH/TU" in strings


@pytest.mark.parametrize("question", ABOUT_ONE)
def test_unknown_and_ill_asked(client: TestClient, question: str) -> None:
    assert_problem(client.get(f"/works/eli/vn/x/{question}"), 404, "not-found", "/eli/vn/x")
    key = {"status": "on", "current": "on"}.get(question, "as_of")
    bad = client.get(f"/works{DIRECTIVE}/{question}", params={key: "2024-02-30"})
    assert_problem(bad, 422, "validation", f"query.{key}")


def test_impact_by_a_relation_that_nothing_rests_on(client: TestClient) -> None:
    answer = client.get(f"/works{DIRECTIVE}/impact", params={"relation": "amends"})
    assert_problem(answer, 400, "bad-input", "amends")


def test_as_of_narrows_the_lineage(client: TestClient) -> None:
    whole = client.get(f"/works{DIRECTIVE}/lineage").json()
    early = client.get(f"/works{DIRECTIVE}/lineage", params={"as_of": "2014-08-18"}).json()
    assert len(early["edges"]) < len(whole["edges"])
    assert client.get(f"/works{DIRECTIVE}/lineage.svg?as_of=2025-01-01").status_code == 200


def test_wanted(client: TestClient) -> None:
    answer = client.get("/wanted", params={"limit": 3})
    found = PageAnswer[WantedAnswer].model_validate(answer.json())
    assert found.total > 3
    counts = [one.sources for one in found.items]
    assert counts == sorted(counts, reverse=True)
    assert all(one.work.status == "cited-only" for one in found.items)
    assert 'rel="next"' in answer.headers["link"]


def test_audit(client: TestClient) -> None:
    found = AuditAnswer.model_validate(client.get("/audit").json())
    assert list(found.counts) == list(RULES)
    assert found.total == sum(found.counts.values())
    some = client.get("/audit", params={"rule": ["conflict", "cycle"]}).json()
    assert list(some["counts"]) == ["cycle", "conflict"]
    assert_problem(client.get("/audit?rule=loves"), 422, "validation", "query.rule")


def test_the_documented_rules_are_those_that_there_are() -> None:
    assert list(Rule.__args__) == list(RULES)  # type: ignore[attr-defined]


def test_reviews(client: TestClient) -> None:
    found = ReviewsAnswer.model_validate(client.get("/reviews?on=2024-08-18&limit=200").json())
    assert found.on.isoformat() == "2024-08-18"
    assert found.due.total > 0
    assert all(one.day <= found.on for one in found.due.items)


def test_crosswalk_names_and_files(client: TestClient) -> None:
    table = CrosswalkAnswer.model_validate(client.get("/crosswalk").json())
    assert "akoma-ntoso" in table.vocabularies
    lines = client.get("/crosswalk/vbpl/relations.ndjson").text.splitlines()
    rows = [json.loads(line) for line in lines]
    plan = next(row for row in rows if row["to"] == DIRECTIVE and row["relation"] == "implements")
    assert plan["name"] == "Văn bản liên quan khác"
    table_rows = list(csv.DictReader(io.StringIO(client.get("/crosswalk/vbpl/relations.csv").text)))
    assert [row["from"] for row in table_rows] == [row["from"] for row in rows]
    assert_problem(client.get("/crosswalk/x/relations.csv"), 404, "unknown-format", "vbpl")


def test_foreign_assertions_stand_beside(writable: TestClient) -> None:
    before = writable.get(f"/works{DIRECTIVE}/lineage").json()
    sent = {
        "asserted_by": "thuvienphapluat.vn",
        "assertions": [
            {"from": "65-KH/TU", "name": "Văn bản bị thay thế", "to": "39-CT/TW"},
            {"from": "65-KH/TU", "name": "Văn bản lạ", "to": "39-CT/TW"},
        ],
    }
    taken = writable.post("/crosswalk/thuvienphapluat/assertions", json=sent)
    assert taken.json() == {"new": 2, "known": 0, "unknown_names": ["Văn bản lạ"]}
    again = writable.post("/crosswalk/thuvienphapluat/assertions", json=sent)
    assert again.json()["known"] == 2
    assert writable.get(f"/works{DIRECTIVE}/lineage").json() == before
    listed = writable.get("/crosswalk/assertions", params={"work": DIRECTIVE}).json()
    assert listed["total"] == 2
    known = next(one for one in listed["items"] if one["relation"])
    assert (known["relation"], known["read"]) == ("replaces", False)
    assert DIRECTIVE in known["targets"]
    refused = writable.post("/crosswalk/nowhere/assertions", json=sent)
    assert_problem(refused, 404, "unknown-format")
    empty = writable.post("/crosswalk/vbpl/assertions", json={**sent, "asserted_by": " "})
    assert_problem(empty, 400, "bad-input", "asserted_by")


@pytest.mark.parametrize("path", QUESTIONS)
def test_a_copy_that_is_still_right_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    assert first.status_code == 200, first.text
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")

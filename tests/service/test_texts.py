"""Texts handed in: references found, sources kept, and everything that is no text."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.schemas.references import ReferencesAnswer
from tests.service.problems import assert_problem

TEXT = "Ngày 11/2/2024, Tỉnh ủy thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị."
DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
ROUTES = ["/references", "/sources"]


def upload(data: bytes, name: str = "bài.txt", **said: str) -> dict[str, Any]:
    return {"files": {"file": (name, data)}, "data": said}


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"text": TEXT, "published": "2024-02-11", "place": "Sóc Trăng"}},
        upload(TEXT.encode(), published="2024-02-11", place="Sóc Trăng"),
        {"content": TEXT.encode(), "headers": {"Content-Type": "text/plain; charset=utf-8"}},
    ],
)
def test_references(client: TestClient, sent: dict[str, Any]) -> None:
    answer = client.post("/references", **sent)
    assert answer.status_code == 200, answer.text
    reference = answer.json()["references"][0]
    assert ReferencesAnswer.model_validate(answer.json()).references
    assert TEXT[reference["start"] : reference["end"]] == reference["text"]
    assert (reference["number"], reference["date"]) == ("39-CT/TW", "2014-08-18")
    assert reference["resolution"]["status"] == "resolved"
    assert reference["resolution"]["work"] == DIRECTIVE


def test_where_what_is_stated_stands(client: TestClient) -> None:
    text = (
        "Quyết định số 15/2021/QĐ-UBND ngày 20/5/2021 của UBND tỉnh Sóc Trăng về cấp nước sửa đổi "
        "khoản 2 Điều 5 Quyết định số 7/2019/QĐ-UBND ngày 3/4/2019 của UBND tỉnh Sóc Trăng."
    )
    answer = client.post("/references", json={"text": text}).json()
    stated = [
        {field: text[at["start"] : at["end"]] for field, at in row["spans"].items()}
        for row in answer["references"]
    ]
    both = {"issuer": "UBND tỉnh Sóc Trăng", "place": "tỉnh Sóc Trăng"}
    assert [row["place"] for row in answer["references"]] == ["tỉnh Sóc Trăng"] * 2
    assert [one | both for one in stated] == stated
    assert stated[0]["number"] == "15/2021/QĐ-UBND"
    assert stated[1]["subdivisions"] == "khoản 2 Điều 5"
    (relation,) = answer["relations"]
    ends = [text[relation[end]["start"] : relation[end]["end"]] for end in ("from_span", "to_span")]
    assert [end[:30] for end in ends] == [
        "Quyết định số 15/2021/QĐ-UBND ", "Quyết định số 7/2019/QĐ-UBND n"
    ]  # fmt: skip


def test_what_an_unread_text_does(client: TestClient) -> None:
    text = (
        "Nghị định này thay thế Nghị định số 46/2016/NĐ-CP ngày 26 tháng 5 năm 2016 của Chính phủ."
    )
    (relation,) = client.post("/references", json={"text": text}).json()["relations"]
    told = [relation[key] for key in ("from", "from_name", "relation", "to_number")]
    assert told == [None, "Nghị định này", "replaces", "46/2016/NĐ-CP"]


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b"])
def test_a_text_of_nothing(client: TestClient, text: str) -> None:
    """It names no document; but there is nothing in it to keep."""
    answer = client.post("/references", json={"id": [1], "text": text})
    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        "id": [1], "self": None, "references": [], "pointers": [], "relations": [],
            "warnings": [],
    }  # fmt: skip
    if not text.strip():
        assert_problem(client.post("/sources", json={"text": text}), 400, "empty-text")


@pytest.mark.parametrize(
    "id", [None, True, 0, -1.5, 10**30, "", "\U0001f600", [1, [None]], {"a": {"b": [False]}}]
)
def test_ids_of_any_type_are_handed_through(client: TestClient, id: object) -> None:
    for route in ("/references", "/check"):
        told = client.post(route, json={"id": id, "text": TEXT}).json()["id"]
        assert (told, type(told)) == (id, type(id))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_count_code_points_of_the_text_as_given(client: TestClient, form: str) -> None:
    text = unicodedata.normalize(
        form, f"\U0001f600\u202e𝒜\r\n{TEXT} \U0001f600 khoản 2 Điều 5 {TEXT}"
    )
    answer = client.post("/references", json={"text": text}).json()
    assert [one["number"] for one in answer["references"]] == ["39-CT/TW"] * 2
    for one in answer["references"]:
        assert text[one["start"] : one["end"]] == one["text"]
    for said in answer["relations"]:
        span = said["cue_span"]
        assert " ".join(text[span["start"] : span["end"]].split()) == said["cue"]


def test_references_hand_the_id_through_and_keep_nothing(client: TestClient) -> None:
    before = client.get("/stats").json()
    assert client.post("/references", json={"id": "x-1", "text": TEXT}).json()["id"] == "x-1"
    assert client.get("/stats").json() == before


def test_ingest_once(writable: TestClient) -> None:
    request = {"text": TEXT, "published": "2024-02-11", "publisher": "Báo thử", "title": "Bài"}
    first = writable.post("/sources", json=request)
    assert first.status_code == 201, first.text
    again = writable.post("/sources", json=request)
    assert again.status_code == 200
    assert again.json()["new"] is False
    kept = writable.get(first.headers["location"]).json()
    assert (kept["text"], kept["publisher"], kept["title"]) == (TEXT, "Báo thử", "Bài")
    listed = writable.get("/sources", params={"limit": 200}).json()
    assert kept["id"] in [source["id"] for source in listed["items"]]


def test_ingest_changes_what_is_known(writable: TestClient) -> None:
    text = (
        "Kế hoạch số 998-KH/TU, ngày 3/3/2024 của Tỉnh ủy Sóc Trăng thực hiện "
        "Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị."
    )
    tag = writable.get(f"/works{DIRECTIVE}/lineage").headers["etag"]
    writable.post("/sources", json={"text": text, "place": "Sóc Trăng", "published": "2024-03-04"})
    after = writable.get(f"/works{DIRECTIVE}/lineage", headers={"If-None-Match": tag})
    assert after.status_code == 200
    assert "998-KH/TU" in [node["number"] for node in after.json()["nodes"]]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({"json": {"text": "a\0b"}}, 415, "not-text"),
        ({"json": {"text": TEXT, "published": "11/2/2024"}}, 400, "malformed-date"),
        ({"json": {"text": TEXT, "published": "2024-02-30T10:00"}}, 400, "malformed-date"),
        ({"json": {"published": "2024-02-11"}}, 422, "validation"),
        ({"json": [TEXT]}, 422, "validation"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 422, "validation"),
        (upload(b""), 400, "empty-text"),
        (upload(bytes(range(256)) * 20, "a.bin"), 415, "not-text"),
        (upload(b"\x89PNG\r\n\x1a\n" + bytes(500), "a.png"), 415, "not-text"),
        ({"data": {"file": "no file"}, "files": {"other": b"x"}}, 400, "bad-input"),
        ({"content": b"x", "headers": {"Content-Type": "image/x"}}, 415, "unsupported-media-type"),
        ({"content": b"x" * 100_001, "headers": {"Content-Type": "text/plain"}}, 413, "too-large"),
    ],
)  # fmt: skip
def test_refused(
    narrow: TestClient, route: str, sent: dict[str, Any], status: int, code: str
) -> None:
    before = narrow.get("/stats").json()
    assert_problem(narrow.post(route, **sent), status, code)
    assert narrow.get("/stats").json() == before


@pytest.mark.parametrize("route", ROUTES)
def test_undecodable_text_is_refused(narrow: TestClient, route: str) -> None:
    answer = narrow.post(route, **upload(b"Th\xff\xfe\xfd\x81 \x98\x99 Ch\xc3\xc3\xc3 " * 40))
    assert answer.status_code in (400, 415), answer.text
    assert answer.json()["code"] in ("wrong-encoding", "not-text")


def test_fifty_megabytes_stop_at_the_limit(client: TestClient) -> None:
    sent = 0

    def body() -> Any:
        nonlocal sent
        for _ in range(800):
            sent += 65_536
            yield b"x" * 65_536

    answer = client.post("/sources", content=body(), headers={"Content-Type": "text/plain"})
    assert_problem(answer, 413, "too-large", "25000000")


def test_unknown_source(client: TestClient) -> None:
    assert_problem(client.get("/sources/sha256:0"), 404, "not-found", "sha256:0")

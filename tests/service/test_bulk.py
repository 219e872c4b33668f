"""Many sources in one request, and the log and feed of what they changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import etree

from service.app import create_app
from service.keys import hashed
from tests.service.conftest import settings_in
from tests.service.problems import assert_problem

NDJSON = {"Content-Type": "application/x-ndjson"}
TEXT = "Chỉ thị số {0}-CT/TW, ngày 1/2/2024 của Ban Bí thư."
ATOM = "{http://www.w3.org/2005/Atom}"


def test_what_is_exported_gives_the_same_graph(
    writable: TestClient, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = "<html><title>Tin</title><p>Theo Nghị quyết số 18-NQ/TW ngày 25/10/2017.</p></html>"
    files = {"file": ("a.html", page.encode(), "text/html")}
    assert writable.post("/sources", files=files).status_code == 201
    odd = {"text": "Chỉ thị số 39-CT/TW\u2028 và Kế hoạch 65-KH/TU.\r\n", "origin": "ở đây"}
    assert writable.post("/sources", json=odd).status_code == 201
    sent = writable.get("/export/sources.ndjson").content
    empty = tmp_path_factory.mktemp("empty")
    with TestClient(create_app(settings_in(empty))) as other:
        answer = other.post(
            "/sources/bulk", content=sent, headers={"Content-Type": "application/x-ndjson"}
        )
        told = [json.loads(line) for line in answer.text.split("\n") if line]
        assert all(one["id"] == one["source"] and one["new"] for one in told), told
        assert len(told) == sent.count(b"\n") > 20
        dump = other.get("/export/graph.ndjson").text
        assert other.get("/export/sources.ndjson").content == sent
    assert dump == writable.get("/export/graph.ndjson").text


def line(number: int) -> str:
    return json.dumps({"id": number, "text": TEXT.format(number)}, ensure_ascii=False)


def send(client: TestClient, body: bytes) -> list[dict]:
    answer = client.post("/sources/bulk", content=body, headers=NDJSON)
    assert answer.status_code == 200, answer.text
    return [json.loads(one) for one in answer.text.splitlines()]


def test_each_line_is_answered_in_order(writable: TestClient) -> None:
    before = writable.get("/stats").json()["counts"]["sources"]
    lines = [line(n) for n in range(700, 850)]
    lines[3:3] = ["{no json", "", '{"id": "x", "text": ""}', '{"id": "y"}']
    answers = send(writable, "\n".join(lines).encode())
    assert len(answers) == 153
    good = [one for one in answers if "error" not in one]
    assert [one["id"] for one in good] == list(range(700, 850))
    assert all(one["new"] and one["resolved"] == 1 for one in good)
    bad = {one["line"]: one["code"] for one in answers if "error" in one}
    assert bad == {4: "validation", 6: "empty-text", 7: "validation"}
    assert writable.get("/stats").json()["counts"]["sources"] == before + 150
    assert not any(one.get("new") for one in send(writable, "\n".join(lines).encode()))


@pytest.mark.parametrize("size", [1, 7, 64])
def test_pieces_may_be_cut_anywhere(writable: TestClient, size: int) -> None:
    body = "\r\n".join(line(n) for n in (901, 902)).encode()

    def pieces() -> Iterator[bytes]:
        for at in range(0, len(body), size):
            yield body[at : at + size]

    answer = writable.post("/sources/bulk", content=pieces(), headers=NDJSON)
    assert [json.loads(one)["id"] for one in answer.text.splitlines()] == [901, 902]


def test_long_lines_are_passed_over_and_the_body_may_be_long(folder: Path) -> None:
    app = create_app(settings_in(folder, max_body_bytes=2000))
    with TestClient(app) as client:
        body = "\n".join([line(1), "x" * 5000, *(line(n) for n in range(2, 60))]).encode()
        answers = send(client, body)
        assert [one.get("code") for one in answers[:3]] == [None, "too-large", None]
        assert len(answers) == 60
        refused = client.post(
            "/sources", content=b"x" * 3000, headers={"Content-Type": "text/plain"}
        )
        assert_problem(refused, 413, "too-large")


def test_other_media_types(client: TestClient) -> None:
    answer = client.post("/sources/bulk", content=b"x", headers={"Content-Type": "text/plain"})
    assert_problem(answer, 415, "unsupported-media-type")


def test_changes_are_followed_in_stretches(writable: TestClient) -> None:
    before = writable.get("/health").json()["generation"]
    for number in range(300, 304):
        assert writable.post("/sources", json={"text": TEXT.format(number)}).status_code == 201
    whole = writable.get("/changes", params={"since": before}).json()
    address, found, reached = f"/changes?since={before}&limit=1", set(), []
    while address:
        answer = writable.get(address)
        found |= {node["id"] for node in answer.json()["nodes"]}
        reached.append(answer.json()["generation"])
        address = answer.links.get("next", {}).get("url")
    assert reached == list(range(before + 1, before + 5))
    assert found == {node["id"] for node in whole["nodes"]}
    assert whole["generation"] == reached[-1]


def test_changes_since(writable: TestClient) -> None:
    before = writable.get("/stats").json()["generation"]
    assert writable.get("/changes", params={"since": before}).json()["nodes"] == []
    send(writable, line(777).encode())
    changes = writable.get("/changes", params={"since": before}).json()
    assert changes["generation"] == before + 1
    touched = {node["id"]: node for node in changes["nodes"]}
    found = next(node for identifier, node in touched.items() if identifier.endswith("/777"))
    assert found["kind"] == "work"
    assert writable.get(found["url"].removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert_problem(writable.get("/changes", params={"since": 10**6}), 410, "gone")
    assert_problem(writable.get("/changes"), 422, "validation")


def test_feed_tells_the_newest_first(writable: TestClient) -> None:
    send(writable, line(777).encode())
    answer = writable.get("/changes.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = etree.fromstring(answer.content)
    for required in ("id", "title", "updated", "author"):
        assert feed.find(ATOM + required) is not None
    entries = feed.findall(f"{ATOM}entry")
    assert "Chỉ thị 777-CT/TW" in [entry.findtext(f"{ATOM}title") for entry in entries]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    moments = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == moments[0]


def test_keys_guard_all_writing(folder: Path) -> None:
    keys = f"{hashed('first')},{hashed('second')}"
    with TestClient(create_app(settings_in(folder, write_keys=keys))) as client:
        body = {"text": TEXT.format(778)}
        for headers in ({}, {"Authorization": "Bearer third"}, {"Authorization": "Basic first"}):
            answer = client.post("/sources", json=body, headers=headers)
            assert_problem(answer, 401, "unauthorized")
            assert answer.headers["www-authenticate"].startswith("Bearer")
            refused = client.post("/sources/bulk", content=b"{}", headers={**NDJSON, **headers})
            assert_problem(refused, 401, "unauthorized")
        assert client.post("/references", json=body).status_code == 200, "reading stays open"
        key = {"Authorization": "Bearer second"}
        assert client.post("/sources", json=body, headers=key).status_code == 201
        assert client.post("/sources/bulk", content=b"", headers={**NDJSON, **key}).text == ""


def test_a_plain_key_is_no_setting(folder: Path) -> None:
    with (
        pytest.raises(Exception, match="luocdo key"),
        TestClient(create_app(settings_in(folder, write_keys="secret"))),
    ):
        pass

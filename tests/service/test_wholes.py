"""What takes the whole store is made once for each state of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service import wholes
from service.app import create_app
from tests.service.conftest import settings_in
from tests.service.problems import assert_problem


def test_an_audit_is_made_once(writable: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    find = wholes.findings

    def counted(store: object, registry: object) -> object:
        made.append(1)
        return find(store, registry)

    monkeypatch.setattr(wholes, "findings", counted)
    paths = ["/audit", "/audit?limit=2&offset=1", "/audit?rule=cycle", "/audit.html"] * 3
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(writable.get, paths))
    assert [answer.status_code for answer in answers[:3]] == [200] * 3
    assert len(made) == 1
    whole, part = answers[0].json(), answers[1].json()
    assert whole["total"] == part["total"] > 3
    assert part["items"] == whole["items"][1:3]
    text = "Chỉ thị số 778-CT/TW, ngày 1/2/2024 của Ban Bí thư."
    assert writable.post("/sources", json={"text": text}).status_code == 201
    writable.get("/audit")
    assert len(made) == 2


def test_a_large_store_is_audited_step_by_step(client: TestClient, folder: Path) -> None:
    whole = client.get("/audit?limit=200").json()
    assert whole["looked_at"] is None
    with TestClient(create_app(settings_in(folder, audit_works=10))) as large:
        found, address, looked_at = [], "/audit?limit=5", 0
        while address is not None:
            answer = large.get(address)
            assert answer.status_code == 200
            stretch = answer.json()
            assert stretch["total"] is None
            assert len(stretch["items"]) <= 5
            assert sum(stretch["counts"].values()) == len(stretch["items"])
            assert stretch["next"] == answer.links.get("next", {}).get("url")
            found += stretch["items"]
            address, looked_at = stretch["next"], looked_at + stretch["looked_at"]
        held = large.app.state.services.graph.store.counts()["works"]
        assert looked_at == sum(held.values())
        assert sorted(map(str, found)) == sorted(map(str, whole["items"]))
        one = large.get("/audit?rule=lower-over-higher").json()
        assert [item["rule"] for item in one["items"]] == ["lower-over-higher"]
        assert list(one["counts"]) == ["lower-over-higher"]
        assert_problem(large.get("/audit?offset=5"), 400, "bad-input", "next")
        assert_problem(large.get("/audit?after=x"), 422, "validation")


def test_the_page_goes_on_too(folder: Path) -> None:
    with TestClient(create_app(settings_in(folder, audit_works=10))) as client:
        client.headers["Accept"] = "text/html"
        assert "looked at step by step" in client.get("/audit?lang=en").text
        assert "Nothing was found" in client.get("/audit?after=99999.0&lang=en").text
        assert client.get("/audit?after=nothing").status_code == 400

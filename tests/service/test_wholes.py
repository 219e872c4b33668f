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


def test_a_large_store_is_not_audited_over_http(folder: Path) -> None:
    with TestClient(create_app(settings_in(folder, audit_works=10))) as client:
        assert_problem(client.get("/audit"), 503, "overtime", "luocdo audit")

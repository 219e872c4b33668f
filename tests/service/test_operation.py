"""What an operator relies on: logs, metrics, bounds, headers, backup, doctor."""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner, Result

from service.app import create_app
from service.cli.app import make_cli
from service.keys import holds
from service.settings import Settings
from tests.service.conftest import settings_in
from tests.service.problems import assert_problem

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"


def luocdo(*arguments: object) -> Result:
    return CliRunner().invoke(make_cli(), [str(argument) for argument in arguments])


# ---- requests -----------------------------------------------------------------------------------


def test_requests_have_ids(client: TestClient) -> None:
    given = client.get("/health", headers={"X-Request-Id": "abc-1"})
    assert given.headers["x-request-id"] == "abc-1"
    for bad in ("x" * 65, "a\tb", ""):
        made = client.get("/health", headers={"X-Request-Id": bad}).headers["x-request-id"]
        assert len(made) == 32


@pytest.mark.parametrize("path", ["/health", "/nothing", "/works?limit=0", "/export/graph.nt"])
def test_security_headers_are_everywhere(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"]
    assert "server" not in headers


def test_ready_and_metrics(client: TestClient) -> None:
    assert client.get("/health/ready").json()["status"] == "ok"
    client.get(f"/works{DIRECTIVE}")
    client.get("/nothing")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    lines = answer.text.splitlines()
    counted = 'luocdo_requests_total{method="GET",route="/works/{id:path}",status="200"}'
    assert any(line.startswith(counted) for line in lines)
    assert any(line.startswith('luocdo_requests_total{method="GET",route="none"') for line in lines)
    assert any(line.startswith("luocdo_generation ") for line in lines)
    assert DIRECTIVE not in answer.text, "one series for a route, not one for each address"


def test_logs_are_json_with_the_request(folder: Path) -> None:
    """In a process of its own: logging is set up once for all of it."""
    program = (
        "from fastapi.testclient import TestClient\n"
        "from service.app import create_app\nfrom service.logs import configure\n"
        "from service.settings import Settings\n"
        "settings = Settings()\nconfigure(settings)\n"
        "with TestClient(create_app(settings)) as client:\n"
        "    client.get('/works?q=secret', headers={'X-Request-Id': 'r1', 'Authorization': 'k'})\n"
    )
    run = {
        **os.environ,
        "LUOCDO_DATABASE": str(folder / "luocdo.db"),
        "LUOCDO_DATA_DIR": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-c", program], env={**run, "LUOCDO_LOG_FORMAT": "json"},
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    rows = [json.loads(line) for line in done.stderr.splitlines()]
    row = next(row for row in rows if row["event"] == "request")
    assert (row["request"], row["status"], row["route"]) == ("r1", 200, "/works")
    assert row["time"]
    assert "secret" not in done.stderr, "what was asked for is not logged"


def test_a_closed_log_stops_no_request(folder: Path) -> None:
    program = (
        "import sys\nfrom fastapi.testclient import TestClient\n"
        "from service.app import create_app\nfrom service.logs import configure\n"
        "from service.settings import Settings\n"
        "settings = Settings()\nconfigure(settings)\nsys.stderr.close()\n"
        "with TestClient(create_app(settings)) as client:\n"
        "    print(client.get('/works').status_code)\n"
    )
    run = {
        **os.environ,
        "LUOCDO_DATABASE": str(folder / "luocdo.db"),
        "LUOCDO_DATA_DIR": str(folder),
        "LUOCDO_LOG_FORMAT": "json",
    }
    done = subprocess.run(
        [sys.executable, "-c", program], env=run, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.stdout == "200\n"


def test_rate_limit(folder: Path) -> None:
    with TestClient(create_app(settings_in(folder, rate_limit="5/minute"))) as client:
        answers = [client.get("/works") for _ in range(7)]
        assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
        assert_problem(answers[-1], 429, "too-many-requests")
        assert answers[-1].headers["retry-after"]
        assert client.get("/health").status_code == 200


def test_time_limit(folder: Path) -> None:
    app = create_app(settings_in(folder, request_seconds=0.2))
    let_go, done = threading.Event(), threading.Event()

    def slow() -> None:
        let_go.wait(20)
        done.set()

    app.add_api_route("/slow", slow)
    with TestClient(app) as client:
        assert_problem(client.get("/slow"), 503, "overtime")
        assert not done.is_set(), "the answer did not wait for the work"
        let_go.set()


def test_too_many_at_once(folder: Path) -> None:
    app = create_app(settings_in(folder, concurrency=2))
    app.add_api_route("/slow", lambda: time.sleep(0.5))
    with TestClient(app) as client, ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: client.get("/slow"), range(6)))
        assert sorted({answer.status_code for answer in answers}) == [200, 503]
        refused = next(answer for answer in answers if answer.status_code == 503)
        assert_problem(refused, 503, "busy")
        assert refused.headers["retry-after"]


@pytest.mark.parametrize(
    ("origins", "allowed"),
    [("", None), ("https://a.example", "https://a.example"), ("*", "*")],
)
def test_cors_by_setting(folder: Path, origins: str, allowed: str | None) -> None:
    with TestClient(create_app(settings_in(folder, cors_origins=origins))) as client:
        answer = client.get("/works", headers={"Origin": "https://a.example"})
        assert answer.headers.get("access-control-allow-origin") == allowed
        other = client.get("/works", headers={"Origin": "https://b.example"})
        assert other.headers.get("access-control-allow-origin") in (None, "*")


# ---- commands -----------------------------------------------------------------------------------


def test_settings_hide_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOCDO_WRITE_KEYS", "scrypt:hash")
    monkeypatch.setenv("LUOCDO_SPARQL_ENDPOINT", "http://me:pass1@127.0.0.1/q?token=pass2")
    result = luocdo("settings", "-d", "postgresql://user:pass3@db/x?password=pass4")
    assert result.exit_code == 0
    assert "LUOCDO_DATABASE" in result.stdout
    assert "user:***@db" in result.stdout
    for secret in ("scrypt:hash", "pass1", "pass2", "pass3", "pass4"):
        assert secret not in result.stdout


def test_key_is_that_of_its_hash() -> None:
    key, known = (line.split(": ")[1] for line in luocdo("key").stdout.splitlines())
    assert holds(key, (known,))
    assert not holds(key + "x", (known,))


def test_backup_while_serving_and_restore(
    writable: TestClient, folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.backup"
    database = folder / "luocdo.db"
    before = writable.get("/export/graph.ndjson").text
    assert luocdo("backup", copy, "-d", database).exit_code == 0
    writable.post("/sources", json={"text": "Chỉ thị số 777-CT/TW, ngày 1/2/2024 của Ban Bí thư."})
    restored = tmp_path / "other" / "luocdo.db"
    assert luocdo("restore", copy, "-d", restored).exit_code == 0
    with TestClient(create_app(settings_in(restored.parent))) as client:
        assert client.get("/export/graph.ndjson").text == before
    assert luocdo("restore", copy, "-d", restored).exit_code == 1, "only by --force"
    assert luocdo("restore", copy, "-d", restored, "--force").exit_code == 0
    assert (restored.parent / "luocdo.db.before").exists()


@pytest.mark.parametrize("damage", ["text", "torn"])
def test_restore_refuses_what_is_no_backup(built: Path, tmp_path: Path, damage: str) -> None:
    bad = tmp_path / "bad"
    whole = (built / "luocdo.db").read_bytes()
    bad.write_bytes(b"no database" * 50 if damage == "text" else whole[: len(whole) // 2])
    target = tmp_path / "x" / "luocdo.db"
    assert luocdo("restore", bad, "-d", target).exit_code == 1
    assert not target.exists()


def test_restore_leaves_a_graph_that_is_open(folder: Path, tmp_path: Path) -> None:
    copy, database = tmp_path / "copy", folder / "luocdo.db"
    assert luocdo("backup", copy, "-d", database).exit_code == 0
    with TestClient(create_app(settings_in(folder))) as client:
        refused = luocdo("restore", copy, "-d", database, "--force")
        assert refused.exit_code == 1
        assert "dừng dịch vụ" in refused.stderr
        assert client.get(f"/works{DIRECTIVE}").status_code == 200
    assert not (folder / "luocdo.db.before").exists()
    assert luocdo("restore", copy, "-d", database, "--force").exit_code == 0


def test_restore_takes_the_place_of_a_broken_file(folder: Path, tmp_path: Path) -> None:
    copy, database = tmp_path / "copy", tmp_path / "broken" / "luocdo.db"
    assert luocdo("backup", copy, "-d", folder / "luocdo.db").exit_code == 0
    database.parent.mkdir()
    database.write_bytes(b"SQLite format 3\x00" + b"torn" * 2000)
    assert luocdo("restore", copy, "-d", database, "--force").exit_code == 0
    assert luocdo("stats", "-d", database).exit_code == 0


def test_restored_graph_has_no_dataset_of_the_former(folder: Path, tmp_path: Path) -> None:
    """The former dataset may be of the same generation; it goes with its graph."""
    with TestClient(create_app(settings_in(folder))) as client:
        client.get("/health/ready")
    assert (folder / "sparql" / "kept" / "progress.json").exists()
    copy = tmp_path / "copy"
    database = folder / "luocdo.db"
    os.environ["LUOCDO_DATA_DIR"] = str(folder)
    try:
        assert luocdo("backup", copy, "-d", database).exit_code == 0
        assert luocdo("restore", copy, "-d", database, "--force").exit_code == 0
    finally:
        del os.environ["LUOCDO_DATA_DIR"]
    assert not (folder / "sparql").exists()


def test_doctor(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOCDO_DATA_DIR", str(folder))
    well = luocdo("doctor", "-d", folder / "luocdo.db")
    assert well.exit_code == 0, well.stdout
    assert "hỏng" not in well.stdout
    monkeypatch.setenv("LUOCDO_WRITE_KEYS", "plain")
    with sqlite3.connect(folder / "luocdo.db") as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM source WHERE no = 1")
    ill = luocdo("doctor", "-d", folder / "luocdo.db")
    assert ill.exit_code == 1
    assert ill.stdout.count("hỏng") >= 2


def test_every_setting_is_described() -> None:
    named = {"host", "port"}  # say it themselves
    fields = Settings.model_fields.items()
    undescribed = {name for name, field in fields if not field.description} - named
    assert undescribed <= {
        "max_body_bytes", "sparql_seconds", "sparql_rows", "log_level",
    }  # fmt: skip
    assert logging.getLevelName(Settings().log_level.upper())

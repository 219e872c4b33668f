"""The commands over a store: messages, output and exit codes."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from service.cli.app import make_cli

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"


def luocdo(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(make_cli(), [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def database(folder: Path) -> Path:
    return folder / "luocdo.db"


def test_ingest_reports_bad_files_and_goes_on(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a-empty.txt").write_bytes(b"")
    (texts / "b-binary.txt").write_bytes(bytes(range(256)) * 10)
    (texts / "c-good.txt").write_text("Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị.")
    database = tmp_path / "x.db"
    result = luocdo("ingest", texts, "-d", database)
    assert result.exit_code == 1
    assert "1 bài mới" in result.stdout
    assert "2 tệp không đọc được" in result.stdout
    for name in ("a-empty.txt", "b-binary.txt"):
        assert name in result.stderr
    again = luocdo("ingest", texts / "c-good.txt", "-d", database)
    assert again.exit_code == 0
    assert "0 bài mới, 1 bài đã có" in again.stdout


def test_ingest_refuses_fifty_megabytes(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    result = luocdo("ingest", big, "-d", tmp_path / "x.db")
    assert result.exit_code == 1
    assert "big.txt" in result.stderr


def test_usage_errors(tmp_path: Path) -> None:
    assert luocdo("ingest", tmp_path / "missing.txt").exit_code == 2
    assert luocdo("ingest").exit_code == 2
    assert luocdo("nothing").exit_code == 2


def test_bad_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOCDO_PORT", "many")
    result = luocdo("stats")
    assert result.exit_code == 2
    assert "LUOCDO_port" in result.stderr


def test_lineage_as_text(database: Path) -> None:
    result = luocdo("lineage", "65-KH/TU", "-d", database)
    assert result.exit_code == 0, result.output
    assert "Kế hoạch 65-KH/TU" in result.stdout
    assert "Chỉ thị 39-CT/TW, 2014-08-18, Bộ Chính trị" in result.stdout


def test_lineage_as_json_and_file(database: Path, tmp_path: Path) -> None:
    result = luocdo("lineage", "65-KH/TU", "-d", database, "-f", "json", "--direction", "up")
    answer = json.loads(result.stdout)
    assert DIRECTIVE in [node["id"] for node in answer["nodes"]]
    svg = tmp_path / "out.svg"
    assert luocdo("lineage", DIRECTIVE, "-d", database, "-f", "svg", "-o", svg).exit_code == 0
    assert "39-CT/TW" in svg.read_text()


@pytest.mark.parametrize(
    ("document", "exit_code", "said"),
    [
        ("39-CT/TW", 3, DIRECTIVE),
        ("999-CT/TW", 4, "999-CT/TW"),
        ("/eli/vn/x", 4, "/eli/vn/x"),
        ("không có gì", 4, "không có gì"),
    ],
)
def test_lineage_of_what_is_not_one_work(
    database: Path, document: str, exit_code: int, said: str
) -> None:
    result = luocdo("lineage", document, "-d", database)
    assert result.exit_code == exit_code, result.output
    assert said in result.stderr


def test_unknown_formats(database: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    lineage = luocdo("lineage", "65-KH/TU", "-d", database, "-f", "bmp", "-o", out)
    export = luocdo("export", "-d", database, "-f", "bmp", "-o", out)
    for result in (lineage, export):
        assert result.exit_code == 2
        assert "bmp" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize("format", ["ttl", "nt", "ndjson"])
def test_export(database: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / "out"
    assert luocdo("export", "-d", database, "-f", format, "-o", out).exit_code == 0
    assert DIRECTIVE in out.read_text()


def test_stats(database: Path) -> None:
    assert "relations.implements" in luocdo("stats", "-d", database).stdout


@pytest.mark.parametrize(
    ("text", "exit_code", "said"),
    [
        ("Căn cứ Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị;", 0, "đúng"),
        ("Căn cứ Chỉ thị số 39-CT/TW ngày 19/8/2014 của Bộ Chính trị;", 1, "1 chỗ cần xem lại"),
        ("Căn cứ Chỉ thị số 39-CT/TW;", 1, "mơ hồ"),
        ("Căn cứ Chỉ thị số 9998-CT/TW ngày 1/1/2020;", 1, "1 chỗ cần xem lại"),
    ],
)
def test_check(database: Path, tmp_path: Path, text: str, exit_code: int, said: str) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(text)
    result = luocdo("check", draft, "-d", database)
    assert result.exit_code == exit_code, result.output
    assert said in result.stdout


def test_demo_replaces_only_when_told(tmp_path: Path) -> None:
    database = tmp_path / "var" / "x.db"
    assert luocdo("demo", "-d", database).exit_code == 0
    assert luocdo("demo", "-d", database).exit_code == 1
    assert luocdo("demo", "-d", database, "--force").exit_code == 0
    assert [path.name for path in database.parent.glob("*building*")] == []
    assert luocdo("lineage", "65-KH/TU", "-d", database).exit_code == 0


@pytest.mark.parametrize("command", ["stats", "serve"])
def test_store_that_is_no_store(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 'serve' has all logs go to the stderr that is, which ends with this command here.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    (tmp_path / "x.db").write_text("this is not a database, " * 100)
    result = luocdo(command, "-d", tmp_path / "x.db")
    assert result.exit_code == 1
    assert "x.db" in result.stderr

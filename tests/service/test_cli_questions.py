"""The questions on the command line: tables for people, the service's JSON for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from service.cli.app import make_cli

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"


def luocdo(database: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(make_cli(), [*arguments, "-d", str(database)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def database(folder: Path) -> Path:
    return folder / "luocdo.db"


def test_status(database: Path) -> None:
    gone = luocdo(database, "status", "36-HD/VPTW", "--on", "2026-06-01")
    assert gone.exit_code == 0
    assert "đã bị thay thế" in gone.stdout
    assert "05-HD/VPTW" in gone.stdout
    answer = luocdo(database, "status", "36-HD/VPTW", "--on", "2019-01-01", "--json")
    assert json.loads(answer.stdout)["state"] == "in-force"


def test_current(database: Path) -> None:
    answer = luocdo(database, "current", "36-HD/VPTW", "--on", "2026-06-01")
    assert "05-HD/VPTW" in answer.stdout
    assert "còn hiệu lực" in answer.stdout


def test_impact_and_coverage(database: Path) -> None:
    assert "65-KH/TU" in luocdo(database, "impact", DIRECTIVE).stdout
    table = luocdo(database, "coverage", DIRECTIVE).stdout
    assert "Sóc Trăng" in table
    assert "chưa thấy trong kho" in table
    answer = json.loads(luocdo(database, "coverage", DIRECTIVE, "--json").stdout)
    assert answer["total"] == 63


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("wanted",), "Số bài"), (("audit",), "conflict"),
        (("reviews", "--on", "2024-08-18"), "tổng kết"),
    ],
)  # fmt: skip
def test_whole_store(database: Path, command: tuple[str, ...], says: str) -> None:
    shown = luocdo(database, *command)
    assert shown.exit_code == 0
    assert says in shown.stdout
    answer = json.loads(luocdo(database, *command, "--json").stdout)
    assert answer


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("status", "99-CT/TW"), 4), (("status", DIRECTIVE, "--on", "2024-02-30"), 2),
        (("coverage", DIRECTIVE, "--level", "village"), 1), (("audit", "--rule", "loves"), 1),
        (("impact", DIRECTIVE, "--limit", "0"), 2), (("current", "/eli/vn/x"), 4),
        (("lineage", DIRECTIVE, "--as-of", "hôm qua"), 2),
    ],
)  # fmt: skip
def test_bad_questions(database: Path, command: tuple[str, ...], code: int) -> None:
    result = luocdo(database, *command)
    assert result.exit_code == code
    assert result.stderr


def test_lineage_as_of(database: Path) -> None:
    early = luocdo(database, "lineage", DIRECTIVE, "--as-of", "2014-08-18", "-f", "json")
    assert "65-KH/TU" not in early.stdout
    assert "65-KH/TU" in luocdo(database, "lineage", DIRECTIVE, "-f", "json").stdout

"""What a deployment sets, and what follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from service.cli.app import make_cli
from service.cli.options import settings_of
from service.doctor import examined
from service.settings import Settings


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOST", "PORT", "BASE_URI"):
        monkeypatch.delenv(f"LUOCDO_{name}", raising=False)


@pytest.mark.parametrize(
    ("given", "base"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"PORT": "8123"}, "http://127.0.0.1:8123"),
        ({"HOST": "0.0.0.0", "PORT": "80"}, "http://127.0.0.1:80"),
        ({"HOST": "::"}, "http://127.0.0.1:8000"),
        ({"HOST": "::1", "PORT": "9"}, "http://[::1]:9"),
        ({"HOST": "luocdo.internal"}, "http://luocdo.internal:8000"),
        ({"PORT": "0"}, "http://127.0.0.1:8000"),
        ({"BASE_URI": ""}, "http://127.0.0.1:8000"),
        ({"BASE_URI": "https://luocdo.example/x", "PORT": "9"}, "https://luocdo.example/x"),
    ],
)
def test_the_base_follows_host_and_port(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], base: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"LUOCDO_{name}", value)
    assert Settings().base_uri == base


def test_what_the_command_names_goes_before_the_environment(monkeypatch) -> None:
    monkeypatch.setenv("LUOCDO_PORT", "8123")
    assert settings_of(None, host=None, port=8124).base_uri == "http://127.0.0.1:8124"
    assert settings_of(None, host=None, port=None).base_uri == "http://127.0.0.1:8123"


@pytest.mark.parametrize(
    ("given", "good"),
    [
        ({}, True),
        ({"host": "localhost", "base_uri": "http://localhost:8000"}, True),
        ({"host": "0.0.0.0"}, False),
        ({"host": "10.1.2.3", "base_uri": "http://[::1]:8000"}, False),
        ({"host": "0.0.0.0", "base_uri": "https://luocdo.example"}, True),
        ({"host": "10.1.2.3"}, True),
    ],
)
def test_the_doctor_sees_a_base_that_others_cannot_reach(
    tmp_path: Path, given: dict[str, str], good: bool
) -> None:
    settings = Settings(database=str(tmp_path / "x.db"), data_dir=tmp_path, **given)
    base = next(one for one in examined(settings) if one.what == "địa chỉ gốc")
    assert base.good is good
    assert good or "LUOCDO_BASE_URI" in base.detail


def test_the_doctor_sees_variables_that_are_no_settings(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("LUOCDO_SERVER", "http://luocdo.example")
    settings = Settings(database=str(tmp_path / "x.db"), data_dir=tmp_path)
    for name, good in (("LUOCDO_SPARQL_ROWS", True), ("LUOCDO_SPARQL_ROW", False)):
        monkeypatch.setenv(name, "10")
        seen = next(one for one in examined(settings) if one.what == "biến môi trường")
        assert seen.good is good
        assert good or name in seen.detail


def test_a_base_with_a_closing_slash_is_refused(monkeypatch) -> None:
    monkeypatch.setenv("LUOCDO_BASE_URI", "https://luocdo.example/")
    answer = CliRunner().invoke(make_cli(), ["settings"])
    assert answer.exit_code != 0

"""The README's examples run as they stand there, over one graph, in a folder of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from service.app import create_app
from service.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import examples  # noqa: E402

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = examples.commands(README)
REQUESTS = examples.requests(README)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the README's commands have been run; outputs beside them."""
    return tmp_path_factory.mktemp("readme")


@pytest.fixture(scope="module")
def outputs(folder: Path) -> list[tuple[int, str]]:
    return [_run(example.call, folder) for example in COMMANDS]


@pytest.fixture(scope="module")
def client(folder: Path, outputs: list[tuple[int, str]]) -> TestClient:
    settings = Settings(database=str(folder / "var" / "luocdo.db"), data_dir=folder / "var")
    return TestClient(create_app(settings))


def _run(command: str, folder: Path) -> tuple[int, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LUOCDO_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), clean.get("PATH", os.defpath)])
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=clean | {"PATH": path, "COLUMNS": "200", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8")


def test_there_are_examples() -> None:
    assert len(COMMANDS) >= 10
    assert len(REQUESTS) >= 5


@pytest.mark.parametrize("number", range(len(COMMANDS)), ids=lambda n: f"line{COMMANDS[n].line}")
def test_command(outputs: list[tuple[int, str]], number: int) -> None:
    example, (code, output) = COMMANDS[number], outputs[number]
    assert code == 0, output
    missing = example.missing(output)
    assert missing is None, f"README line {example.line}: no {missing!r} in:\n{output}"


@pytest.mark.parametrize("number", range(len(REQUESTS)), ids=lambda n: f"line{REQUESTS[n].line}")
def test_request(client: TestClient, number: int) -> None:
    example = REQUESTS[number]
    method, _, url = example.call.partition(" ")
    headers = {"content-type": "application/json"} if example.body else {}
    with client:
        answer = client.request(
            method, quote(url, safe="/?=&:"), content=example.body.encode(), headers=headers
        )
    assert answer.status_code == example.status, answer.text
    missing = example.missing(answer.text)
    assert missing is None, f"README line {example.line}: no {missing!r} in:\n{answer.text}"

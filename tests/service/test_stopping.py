"""A server that is told to stop: what runs is answered, late or not, and the process ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from benchmarks.serving import environment, free_port

BOMB = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(6)) + " }"


@contextmanager
def serving(folder: Path, **settings: object) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    port = free_port()
    command = [str(Path(sys.executable).parent / "luocdo"), "serve", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "-d", str(folder / "luocdo.db")],
        env=environment(folder, **settings),
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                if httpx.get(f"{address}/health/ready", timeout=10).status_code == 200:
                    break
            except httpx.TransportError:
                pass
            time.sleep(0.1)
        yield process, address
    finally:
        process.kill()
        process.wait()


def asked(address: str, told: list[httpx.Response]) -> threading.Thread:
    def ask() -> None:
        told.append(httpx.get(f"{address}/sparql", params={"query": BOMB}, timeout=60))

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(0.5)
    return thread


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"sparql_seconds": 2, "shutdown_seconds": 30}, "query-timeout"),
        ({"sparql_seconds": 50, "shutdown_seconds": 1}, "busy"),
    ],
)
def test_what_runs_is_answered(folder: Path, settings: dict[str, int], code: str) -> None:
    told: list[httpx.Response] = []
    with serving(folder, **settings) as (process, address):
        thread = asked(address, told)
        process.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        assert process.wait(40) is not None
        assert time.monotonic() - begun < 30
        thread.join(10)
        with (
            pytest.raises(ConnectionError),
            socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2]))),
        ):
            pass
    (answer,) = told
    assert (answer.status_code, answer.json()["code"]) == (503, code)
    assert answer.headers["retry-after"]


def test_nothing_is_left_running(folder: Path) -> None:
    with serving(folder) as (process, _):
        mine = Path(f"/proc/{process.pid}/task")
        children = [
            int(one) for task in mine.iterdir() for one in (task / "children").read_text().split()
        ]
        assert children, "the query process"
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        for _ in range(100):
            if not (left := [one for one in children if Path(f"/proc/{one}").exists()]):
                break
            time.sleep(0.1)
        assert left == []

"""What several benchmarks of the service share: a demo graph, and servers run as processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

BIN = Path(sys.executable).parent


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path, **settings: object) -> dict[str, str]:
    """Return an environment in which luocdo keeps everything in ``folder``."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LUOCDO_")}
    named = {f"LUOCDO_{name.upper()}": str(value) for name, value in settings.items()}
    return clean | {"LUOCDO_DATA_DIR": str(folder)} | named


def demo(folder: Path) -> Path:
    """Build the demo graph in ``folder``; return its database."""
    database = folder / "luocdo.db"
    command = [str(BIN / "luocdo"), "demo", "--force", "-d", str(database)]
    subprocess.run(command, check=True, capture_output=True, env=environment(folder))
    return database


@contextmanager
def served(folder: Path, database: Path, **settings: object) -> Iterator[str]:
    """Serve a database; give its address, end the process at the end."""
    with watched(folder, database, **settings) as (address, _):
        yield address


@contextmanager
def watched(
    folder: Path, database: Path, **settings: object
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Serve a database; give its address and the process, end it at the end."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [str(BIN / "luocdo"), "serve", "-d", str(database), "--port", str(port)]
    run = environment(folder, base_uri=address, **settings)
    with running(command, f"{address}/health", run) as process:
        yield address, process


def processor_seconds(pid: int) -> float:
    """Return what a process and its living children have taken of the processor."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    tasks = Path(f"/proc/{pid}/task").iterdir()
    children = {int(one) for task in tasks for one in (task / "children").read_text().split()}
    return own + sum(processor_seconds(child) for child in children)


@contextmanager
def running(
    command: list[str], url: str, run: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the end of the block; it is there when ``url`` answers."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=run
    )
    try:
        _wait(process, url)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], url: str, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            httpx.get(url, timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nothing answers at {url}")

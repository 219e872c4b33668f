"""The robustness benchmarks run, shortly, and find nothing lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(name: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}", *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_kills_lose_nothing() -> None:
    assert "SQL and RDF equal after each" in run("crash", "3")


def test_a_generated_store_is_traced() -> None:
    said = run("scale", "300")
    assert "1500 relations" in said
    assert said.count("p99") == 10

"""A PostgreSQL server for tests: started from Debian's package, gone with them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from graph.store import open_store

_BINARIES = "/usr/lib/postgresql"
_OPTIONS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -k {folder}"
# Vietnamese sorts otherwise than bytes do: what depends on the order of letters fails here.
_LOCALE = ("--locale-provider=icu", "--icu-locale=vi")


class Postgres:
    """A running server; each store gets a database of its own, copied from an empty one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._create("empty")
        open_store(self.url("empty")).close()

    def url(self, database: str) -> str:
        return f"postgresql://luocdo@/{database}?host={self._folder}"

    def bare(self) -> str:
        """Return the URL of a database without tables."""
        name = f"store{next(self._numbers)}"
        self._create(name)
        return self.url(name)

    def fresh(self) -> str:
        """Return the URL of a new, empty store."""
        name = f"store{next(self._numbers)}"
        self._create(name, "TEMPLATE empty")
        return self.url(name)

    def _create(self, name: str, how: str = "") -> None:
        import psycopg

        where = f"host={self._folder} user=luocdo dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} {how}")  # type: ignore[arg-type]


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Run a server for as long as the block; skip where there is none to run."""
    found = sorted(Path(_BINARIES).glob("*/bin/initdb"))
    if not found or os.name != "posix":
        pytest.skip("no PostgreSQL server is installed")
    bin_ = found[-1].parent
    # It refuses to run as root; the package brings a user for it.
    who: dict[str, Any] = {"user": "postgres"} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="luocdo-pg-", dir="/tmp"))
    data = folder / "data"
    try:
        if who:
            shutil.chown(folder, "postgres")
        init = [bin_ / "initdb", "-D", data, "-A", "trust", "-U", "luocdo", "--no-sync", "-E",
                "UTF8", *_LOCALE]  # fmt: skip
        _run(init, who)
        start = ["-o", _OPTIONS.format(folder=folder), "-l", folder / "log", "-w", "start"]
        _run([bin_ / "pg_ctl", "-D", data, *start], who)
        try:
            yield Postgres(folder)
        finally:
            _run([bin_ / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], who)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[Any], who: dict[str, Any]) -> None:
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, cwd="/tmp", timeout=120, **who)  # fmt: skip

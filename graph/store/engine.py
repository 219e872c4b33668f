"""Engines: SQLite by path (WAL, foreign keys, one writer at a time), others by URL."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from graph.model.errors import StoreError

WRITER = "luocdo_writer"
BUSY_SECONDS = 30.0
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",  # with WAL: a crash of the process loses nothing
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",
    # Copying the log back costs two syncs: after 64 MB, not after every twentieth text.
    "PRAGMA wal_autocheckpoint = 16000",
)
# Any constant does; writers of one PostgreSQL database take turns on it.
_ADVISORY_LOCK = 0x4C756F63646F


def make_engine(url_or_path: str | Path) -> Engine:
    """Return an engine for a file path or an SQLAlchemy URL; StoreError where it is neither."""
    url = str(url_or_path)
    if "://" not in url:
        path = Path(url)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"cannot create the folder of {path}: {error}") from error
        url = f"sqlite:///{path}"
    try:
        if url.startswith("sqlite"):
            return _sqlite(url)
        engine = create_engine(_with_driver(url))
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StoreError(f"'{url_or_path}' is not a usable database: {error}") from error
    if engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _take_turns)
    return engine


def _with_driver(url: str) -> str:
    """Name the driver that we bring for PostgreSQL where the URL names none."""
    scheme, rest = url.split("://", 1)
    return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else url


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_connection(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin transactions ourselves
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"the file cannot be used as a store: {error}") from error


def _begin(connection: Connection) -> None:
    # A deferred transaction that turns into a writing one fails at once when another writer
    # committed in between; a writer therefore says at the start that it is one, and waits.
    writer = connection.get_execution_options().get(WRITER)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")


def _take_turns(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITER):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")

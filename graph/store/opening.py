"""The store: one database of evidence and of what follows from it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from graph.model.errors import StoreError
from graph.store.engine import WRITER, make_engine
from graph.store.migrate import upgrade
from graph.store.reads import Reads
from graph.store.transaction import Transaction
from graph.store.writer import Keepers, Writer


def open_store(url_or_path: str | Path) -> Store:
    """Open a store, creating or migrating it where needed.

    ``url_or_path`` is a file path (SQLite), an SQLAlchemy URL, or ':memory:' for one that ends
    with its closing. StoreError where it cannot be opened.
    """
    with ExitStack() as opened:
        if str(url_or_path) in (":memory:", "sqlite://", "sqlite:///:memory:"):
            # A file after all: readers beside a writer need one.
            folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="luocdo-"))
            url_or_path = Path(folder) / "store.db"
        engine = make_engine(url_or_path)
        opened.callback(engine.dispose)
        upgrade(engine)
        return Store(engine, opened.pop_all())


class Store(Reads):
    """Reads are each of one moment and run beside a writer; writes go through ``writing()``.

    Safe to share between threads.
    """

    def __init__(self, engine: Engine, resources: ExitStack) -> None:
        super().__init__(engine, Keepers(engine.dialect))
        self._resources = resources

    def close(self) -> None:
        """Let go of the database."""
        self._generations.close()
        self._resources.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Give a Writer; commit at the end, or leave everything as it was on any exception.

        Waits for another writer to finish; StoreError where the database refuses.
        """
        errors: Any = self._engine.dialect.loaded_dbapi
        try:
            connecting = self._engine.connect().execution_options(**{WRITER: True})
            with connecting as connection, connection.begin():
                transaction = Transaction(connection.connection.cursor())
                writer = Writer(self._keepers, transaction)
                yield writer
                writer.finish()
        except errors.Error as error:
            raise StoreError(f"the store cannot be written: {error}") from error

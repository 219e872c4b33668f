"""The change log: a generation for every committed change, and the nodes that it touched."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from sqlalchemy import (
    Connection,
    Dialect,
    Engine,
    PoolProxiedConnection,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from graph.model.errors import StoreError
from graph.store.answers import Change
from graph.store.prepared import Insertion, Prepared
from graph.store.schema import change, moment, node, progress, source
from graph.store.transaction import Transaction

# A view that fell further behind than this rebuilds; the log stays small.
KEPT_GENERATIONS = 20_000
_TRIM_EVERY = 500


class ChangeLog:
    """Writes the log at the end of a transaction."""

    def __init__(self, dialect: Dialect) -> None:
        self._current = Prepared(select(progress.c.generation), dialect)
        self._advance = Prepared(update(progress).values(generation=bindparam("to")), dialect)
        self._record = Prepared(
            insert(change).values(generation=bindparam("at"), node_no=bindparam("no")).inline(),
            dialect,
        )
        self._note = Insertion(moment, dialect)
        self._forget_moments = Prepared(
            delete(moment).where(moment.c.generation <= bindparam("before")), dialect
        )
        self._forget = Prepared(
            delete(change).where(change.c.generation <= bindparam("before")), dialect
        )
        self._forgot = Prepared(update(progress).values(oldest=bindparam("before")), dialect)

    def current(self, transaction: Transaction) -> int:
        """Return the generation at which the transaction stands."""
        if transaction.generation is None:
            row = self._current.first(transaction.cursor)
            assert row is not None
            transaction.generation = int(row[0])
        return transaction.generation

    def close(self, transaction: Transaction) -> None:
        """Open the next generation and record what the transaction touched."""
        cursor = transaction.cursor
        generation = transaction.generation = self.current(transaction) + 1
        self._advance.run(cursor, to=generation)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._note.many(cursor, [(generation, now)])
        if transaction.changed:
            self._record.many(
                cursor, [{"at": generation, "no": no} for no in sorted(transaction.changed)]
            )
        if generation % _TRIM_EVERY == 0 and generation > KEPT_GENERATIONS:
            self._forget.run(cursor, before=generation - KEPT_GENERATIONS)
            self._forget_moments.run(cursor, before=generation - KEPT_GENERATIONS)
            self._forgot.run(cursor, before=generation - KEPT_GENERATIONS)


class Generations:
    """Asks where the store stands, over a connection of its own where that is a file.

    It is asked with every request: past SQLAlchemy's bookkeeping that takes a tenth of the time.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._errors: Any = engine.dialect.loaded_dbapi
        self._keeps = engine.dialect.name == "sqlite"
        self._kept: PoolProxiedConnection | None = None
        self._lock = Lock()

    def current(self) -> int:
        """Return the current generation; StoreError where the database does not answer."""
        try:
            if not self._keeps:
                with closing(self._engine.raw_connection()) as connection:
                    return _generation(connection.cursor())
            with self._lock:
                if self._kept is None:
                    self._kept = self._engine.raw_connection()
                return _generation(self._kept.cursor())
        except (self._errors.Error, SQLAlchemyError) as error:
            raise StoreError(f"the store cannot be read: {error}") from error

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._kept is not None:
                self._kept.close()
                self._kept = None


def _generation(cursor: Any) -> int:
    cursor.execute(f"SELECT generation FROM {progress.name}")
    return int(cursor.fetchone()[0])


def landmark(connection: Connection) -> str:
    """Return 'number:id' of the last source taken in, '' where there is none."""
    query = select(source.c.no, source.c.id).order_by(source.c.no.desc()).limit(1)
    row = connection.execute(query).first()
    return f"{row.no}:{row.id}" if row else ""


def passed(connection: Connection, mark: str) -> bool:
    """Tell whether the source of a landmark is here, under the same number."""
    number, _, identifier = mark.partition(":")
    if not number.isdigit():
        return not mark
    query = select(source.c.id).where(source.c.no == int(number))
    return connection.execute(query).scalar() == identifier


def changed_since(connection: Connection, generation: int) -> set[str] | None:
    """Return the nodes touched after ``generation``, None where the log does not reach back."""
    current, oldest = connection.execute(select(progress.c.generation, progress.c.oldest)).one()
    if not oldest <= generation <= current:
        return None
    return _touched(connection, generation, current)


def changed_next(
    connection: Connection, generation: int, limit: int
) -> tuple[int, int, set[str]] | None:
    """Return how far this leads, where the store stands, and the nodes touched in between.

    About ``limit`` nodes, but whole generations, and one at least; None as ``changed_since``.
    """
    current, oldest = connection.execute(select(progress.c.generation, progress.c.oldest)).one()
    if not oldest <= generation <= current:
        return None
    sizes = (
        select(change.c.generation, func.count())
        .where(change.c.generation > generation)
        .group_by(change.c.generation)
        .order_by(change.c.generation)
    )
    held, reached = 0, generation
    for at, size in connection.execute(sizes):
        if held and held + size > limit:
            return reached, current, _touched(connection, generation, reached)
        held, reached = held + size, at
    return current, current, _touched(connection, generation, current)


def _touched(connection: Connection, after: int, upto: int) -> set[str]:
    query = (
        select(node.c.id)
        .distinct()
        .join(change, change.c.node_no == node.c.no)
        .where(change.c.generation > after, change.c.generation <= upto)
    )
    return set(connection.execute(query).scalars())


def latest(connection: Connection, limit: int, since: int = 0) -> list[Change]:
    """Return the last changes of nodes after ``since``, newest first, with their moments."""
    query = (
        select(change.c.generation, moment.c.at, node.c.id)
        .join(node, node.c.no == change.c.node_no)
        .join(moment, moment.c.generation == change.c.generation)
        .where(change.c.generation > since)
        .order_by(change.c.generation.desc(), node.c.id)
        .limit(limit)
    )
    return [Change(row.generation, row.at, row.id) for row in connection.execute(query)]

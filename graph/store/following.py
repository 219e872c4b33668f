"""Reads that whoever keeps something derived from the store follows it by."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Engine, select

from graph.model.sources import SourceText
from graph.store import changes
from graph.store.answers import Change
from graph.store.evidence_rows import SOURCE_COLUMNS, source_of
from graph.store.schema import source

_SOURCES = 100  # texts in memory at once


class Following:
    """Mixed into Reads; each method is answered from one moment of the store."""

    _engine: Engine
    _generations: changes.Generations

    @property
    def generation(self) -> int:
        """Grows with every committed change."""
        return self._generations.current()

    @property
    def is_near(self) -> bool:
        """Tell whether a small read costs microseconds: a file here, not a server elsewhere."""
        return self._engine.dialect.name == "sqlite"

    @property
    def landmark(self) -> str:
        """The last source taken in, by number and id; '' where there is none."""
        with self._engine.connect() as connection:
            return changes.landmark(connection)

    def passed(self, landmark: str) -> bool:
        """Tell whether this store was once at that landmark and still holds its source."""
        with self._engine.connect() as connection:
            return changes.passed(connection, landmark)

    def changed_since(self, generation: int) -> set[str] | None:
        """Return ids of nodes touched after ``generation``; None: too long ago, read all."""
        with self._engine.connect() as connection:
            return changes.changed_since(connection, generation)

    def changed_next(self, generation: int, limit: int) -> tuple[int, int, set[str]] | None:
        """Return how far this leads, where the store stands, and what was touched in between:
        about ``limit`` ids, of whole generations; None as ``changed_since``."""
        with self._engine.connect() as connection:
            return changes.changed_next(connection, generation, limit)

    def all_sources(self) -> Iterator[SourceText]:
        """Stream every text as it was read, by id."""
        query = select(*(source.c[name] for name in SOURCE_COLUMNS)).order_by(source.c.id)
        with self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=_SOURCES).execute(query):
                yield source_of(tuple(row))

    def latest_changes(self, limit: int = 50) -> list[Change]:
        """Return what was touched last, newest first."""
        with self._engine.connect() as connection:
            return changes.latest(connection, limit)

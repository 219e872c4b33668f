"""Reads that questions need: acts, want-list, oddities, foreign assertions."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Engine

from graph.model.documents import Work
from graph.model.relations import RelationKind
from graph.store import acts, assertions, oddities, wants
from graph.store.acts import Act, OwnText
from graph.store.answers import Page
from graph.store.assertions import Assertion
from graph.store.oddities import OddMention
from graph.store.wants import Stated


class Asking:
    """Mixed into Reads; each method is answered from one moment of the store."""

    _engine: Engine

    def acts(
        self,
        node_ids: Collection[str],
        *,
        outgoing: bool,
        kinds: Collection[RelationKind],
        each: int = 3,
    ) -> list[Act]:
        """Return statements of relations that leave (or reach) nodes, ``each`` of a relation."""
        with self._engine.connect() as connection:
            return acts.acts(connection, node_ids, outgoing=outgoing, kinds=kinds, each=each)

    def all_acts(
        self, kinds: Collection[RelationKind]
    ) -> Iterator[tuple[str, RelationKind, str, tuple[str, ...]]]:
        """Stream (source, kind, target, to_subdivisions) of every relation of some kinds."""
        with self._engine.connect() as connection:
            yield from acts.all_acts(connection, kinds)

    def own_texts(self, work_id: str) -> tuple[OwnText, ...]:
        """Return the texts that were read as the work itself."""
        with self._engine.connect() as connection:
            return acts.own_texts(connection, work_id)

    def wanted(self, limit: int = 20, offset: int = 0) -> Page[tuple[Work, int]]:
        """Return works known by citation only, with the number of texts that cite them."""
        with self._engine.connect() as connection:
            return wants.wanted(connection, limit, offset)

    def stated(self, work_ids: Collection[str]) -> list[Stated]:
        """Return what texts state of works, field by field."""
        with self._engine.connect() as connection:
            return wants.stated(connection, work_ids)

    def cited_too_early(self) -> list[OddMention]:
        """Return mentions of works that are younger than the text."""
        with self._engine.connect() as connection:
            return list(oddities.cited_too_early(connection))

    def in_conflict(self) -> list[OddMention]:
        """Return mentions that contradict what is known of the work they mean."""
        with self._engine.connect() as connection:
            return list(oddities.in_conflict(connection))

    def about_themselves(self) -> list[OddMention]:
        """Return mentions in statements by which a work acts on itself."""
        with self._engine.connect() as connection:
            return list(oddities.about_themselves(connection))

    def own_numbers(self) -> list[OddMention]:
        """Return numbered mentions of a work in the head of its own text."""
        with self._engine.connect() as connection:
            return list(oddities.own_numbers(connection))

    def assertions(
        self, ends: Collection[str] | None = None, limit: int = 20, offset: int = 0
    ) -> Page[Assertion]:
        """Return what other databases assert of documents, named by identifier or number."""
        with self._engine.connect() as connection:
            return assertions.assertions(connection, ends, limit, offset)

"""Reads that questions need: acts, want-list, oddities, foreign assertions."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Engine

from graph.model.documents import Work
from graph.model.relations import RelationKind
from graph.store import acts, assertions, finding, oddities, wants
from graph.store.acts import Act, OwnText
from graph.store.answers import Page
from graph.store.assertions import Assertion
from graph.store.oddities import Numbers, OddMention
from graph.store.schema import node, work
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

    def acts_of(
        self, node_ids: Collection[str], kinds: Collection[RelationKind]
    ) -> list[tuple[str, RelationKind, str]]:
        """Return (source, kind, target) of the relations that leave some nodes, each once."""
        with self._engine.connect() as connection:
            return acts.acts_of(connection, node_ids, kinds)

    def stated_in(
        self, source_ids: Collection[str], targets: Collection[str]
    ) -> list[tuple[str, str, str]]:
        """Return (text, source, target) of the relations that texts state to some nodes."""
        with self._engine.connect() as connection:
            return acts.stated_in(connection, source_ids, targets)

    def works_from(self, number: int, limit: int) -> list[tuple[int, Work]]:
        """Return works with their numbers in the store, from ``number`` on: an order that stays."""
        with self._engine.connect() as connection:
            return finding.works_from(connection, number, limit)

    def works_of_types(self, types: Collection[str]) -> Iterator[Work]:
        """Stream the works of some types by id."""
        query = finding.works_query().where(work.c.type.in_(sorted(types))).order_by(node.c.id)
        with self._engine.connect() as connection:
            yield from finding.read_works(connection, query)

    def holds_more_works_than(self, number: int) -> bool:
        """Tell whether there are more works, without counting them all."""
        with self._engine.connect() as connection:
            return finding.more_works_than(connection, number)

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

    def cited_too_early(self, numbers: Numbers) -> list[OddMention]:
        """Return mentions of works that are younger than the text, of works in a stretch."""
        with self._engine.connect() as connection:
            return list(oddities.cited_too_early(connection, numbers))

    def in_conflict(self, numbers: Numbers) -> list[OddMention]:
        """Return mentions that contradict what is known of the work they mean."""
        with self._engine.connect() as connection:
            return list(oddities.in_conflict(connection, numbers))

    def about_themselves(self, numbers: Numbers) -> list[OddMention]:
        """Return mentions in statements by which a work acts on itself."""
        with self._engine.connect() as connection:
            return list(oddities.about_themselves(connection, numbers))

    def own_numbers(self, numbers: Numbers) -> list[OddMention]:
        """Return numbered mentions of a work in the head of its own text."""
        with self._engine.connect() as connection:
            return list(oddities.own_numbers(connection, numbers))

    def assertions(
        self, ends: Collection[str] | None = None, limit: int = 20, offset: int = 0
    ) -> Page[Assertion]:
        """Return what other databases assert of documents, named by identifier or number."""
        with self._engine.connect() as connection:
            return assertions.assertions(connection, ends, limit, offset)

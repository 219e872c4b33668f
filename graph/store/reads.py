"""Everything that can be asked of a store."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Engine, func, select

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.relations import Provenance, Relation, RelationKind
from graph.model.resolutions import Evidence
from graph.model.sources import SourceText
from graph.store import (
    counting,
    dumping,
    edges,
    finding,
    proofs,
    proving,
    quoting,
    searching,
)
from graph.store.answers import EdgeRow, EvidenceRow, MentionRow, Page, Quote, SourceSummary
from graph.store.asking import Asking
from graph.store.browsing import Browsing
from graph.store.changes import Generations
from graph.store.coding import text_day
from graph.store.evidence_rows import SOURCE_COLUMNS, source_of
from graph.store.following import Following
from graph.store.schema import node, source
from graph.store.transaction import Transaction
from graph.store.writer import Keepers

_SUMMARY = (
    "id", "origin", "media_type", "title", "publisher", "published", "place", "author",
)  # fmt: skip


class Reads(Following, Asking, Browsing):
    """Questions to a store. Each is answered from one moment of it, beside any writer."""

    def __init__(self, engine: Engine, keepers: Keepers) -> None:
        self._engine = engine
        self._keepers = keepers
        self._generations = Generations(engine)

    # ---- texts ---------------------------------------------------------------------------------

    def source(self, source_id: str) -> SourceText | None:
        """Return a text as it was read."""
        query = select(*(source.c[name] for name in SOURCE_COLUMNS))
        with self._engine.connect() as connection:
            row = connection.execute(query.where(source.c.id == source_id)).first()
        return None if row is None else source_of(tuple(row))

    def sources(self, limit: int = 20, offset: int = 0) -> Page[SourceSummary]:
        """Return what was read, newest first, without the texts."""
        query = select(*(source.c[name] for name in _SUMMARY))
        query = query.order_by(source.c.published.desc().nulls_last(), source.c.id)
        with self._engine.connect() as connection:
            total = connection.execute(select(func.count()).select_from(source)).scalar_one()
            rows = connection.execute(query.limit(limit).offset(offset)).all()
        items = tuple(
            SourceSummary(**{**row._mapping, "published": text_day(row.published)}) for row in rows
        )
        return Page(items, total, limit, offset)

    def mentions_of(self, source_id: str) -> tuple[MentionRow, ...]:
        """Return the mentions of a text, each with what it was decided to mean."""
        with self._engine.connect() as connection:
            return proofs.mentions_of(connection, source_id)

    def evidence_of(self, block: str) -> tuple[Evidence, ...]:
        """Return the mentions of a block, by (source id, index)."""
        with self._engine.connect() as connection:
            cursor = connection.connection.cursor()
            return self._keepers.intake.evidence(Transaction(cursor), [block])[block]

    def works_elsewhere(self, block: str) -> tuple[Work, ...]:
        """Return the works of a number in the jurisdictions that are known, by id."""
        with self._engine.connect() as connection:
            cursor = connection.connection.cursor()
            return self._keepers.works.of_number(Transaction(cursor), block)

    def works_of(self, block: str) -> tuple[Work, ...]:
        """Return the works that a block was concluded to hold, by id."""
        with self._engine.connect() as connection:
            cursor = connection.connection.cursor()
            return self._keepers.works.of_blocks(Transaction(cursor), [block])[block]

    # ---- works ---------------------------------------------------------------------------------

    def work(self, work_id: str) -> Work | None:
        """Return a work by its current identifier."""
        return next(iter(self.works([work_id])), None)

    def works(self, work_ids: Collection[str]) -> tuple[Work, ...]:
        """Return those of ``work_ids`` that are works, by id."""
        query = finding.works_query().where(node.c.id.in_(sorted(work_ids))).order_by(node.c.id)
        with self._engine.connect() as connection:
            return tuple(finding.read_works(connection, query))

    def locate(self, identifier: str) -> tuple[str, ...]:
        """Return the current ids for an id or alias: none, one, or several (ambiguous)."""
        with self._engine.connect() as connection:
            return finding.locate(connection, identifier)

    def works_by_number(
        self,
        number: str,
        *,
        type: str | None = None,
        date: PartialDate | str | None = None,
        issuer: str | None = None,
        place: str | None = None,
        term: str | None = None,
    ) -> tuple[Work, ...]:
        """Return works of a number, whatever its spelling, that nothing stated contradicts.

        ``issuer`` is a body id or a name; ``type`` and ``place`` are ids or the words for them.
        """
        day = PartialDate.parse(date) if isinstance(date, str) else date
        with self._engine.connect() as connection:
            return finding.works_by_number(
                connection, number, type_=type, date=day, issuer=issuer, place=place, term=term
            )

    def works_by_name(self, name: str) -> tuple[Work, ...]:
        """Return works called so, by themselves or by the texts that mean them."""
        with self._engine.connect() as connection:
            return finding.works_by_name(connection, name)

    def search(
        self,
        q: str,
        *,
        type: str | None = None,
        issuer: str | None = None,
        place: str | None = None,
        year: int | None = None,
        standing: str | None = None,
        level: str | None = None,
        term: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Page[Work]:
        """Return works by words (diacritics or not), numbers, dates; the best first."""
        query = searching.Query(q, type, issuer, place, year, standing, level, term)
        with self._engine.connect() as connection:
            return searching.search(connection, query, limit, offset)

    # ---- bodies --------------------------------------------------------------------------------

    def body(self, body_id: str) -> Body | None:
        """Return a body by its identifier."""
        return next(iter(self.bodies_of([body_id])), None)

    def bodies_of(self, body_ids: Collection[str]) -> tuple[Body, ...]:
        """Return those of ``body_ids`` that are bodies, by id."""
        query = finding.bodies_query().where(node.c.id.in_(sorted(body_ids))).order_by(node.c.id)
        with self._engine.connect() as connection:
            return tuple(finding.read_bodies(connection, query))

    def bodies(self, q: str | None = None, limit: int = 20, offset: int = 0) -> Page[Body]:
        """Return bodies whose name, alias or code holds all words of ``q``."""
        with self._engine.connect() as connection:
            return finding.find_bodies(connection, q, limit, offset)

    def works_issued_by(self, body_id: str, limit: int = 20, offset: int = 0) -> Page[Work]:
        """Return what a body issued, newest first."""
        with self._engine.connect() as connection:
            return finding.works_issued_by(connection, body_id, limit, offset)

    # ---- relations -----------------------------------------------------------------------------

    def edges(
        self,
        node_ids: Collection[str],
        *,
        outgoing: bool,
        kinds: Collection[RelationKind] | None = None,
        limit: int | None = None,
        until: date | None = None,
    ) -> list[EdgeRow]:
        """Return the edges that leave (or reach) nodes; ``limit`` bounds how many.

        ``until`` leaves out those that nobody could have stated by that day.
        """
        with self._engine.connect() as connection:
            return edges.edges(
                connection, node_ids, outgoing=outgoing, kinds=kinds, limit=limit, until=until
            )

    def provenance(
        self, source: str, kind: RelationKind, target: str, *, limit: int | None = None
    ) -> tuple[Provenance, ...]:
        """Return the evidence for a relation, at most ``limit`` pieces."""
        with self._engine.connect() as connection:
            return proofs.provenance(connection, source, kind, target, limit)

    def provenances(
        self, node_ids: Collection[str]
    ) -> dict[tuple[str, RelationKind, str], list[Provenance]]:
        """Return the evidence for every relation (source, kind, target) that leaves the nodes."""
        with self._engine.connect() as connection:
            return proving.provenances(connection, node_ids)

    def quotes(
        self,
        keys: Collection[tuple[str, RelationKind, str]],
        *,
        each: int,
        until: date | None = None,
    ) -> dict[tuple[str, RelationKind, str], list[Quote]]:
        """Return up to ``each`` sentences, none younger than ``until``, for each of many edges."""
        with self._engine.connect() as connection:
            return quoting.quotes(connection, keys, each, until)

    def evidence(self, work_id: str, limit: int = 20, offset: int = 0) -> Page[EvidenceRow]:
        """Return where texts relate the work to others or mention it."""
        with self._engine.connect() as connection:
            return proofs.evidence(connection, work_id, limit, offset)

    # ---- everything ----------------------------------------------------------------------------

    def counts(self) -> dict[str, Any]:
        """Return how much there is of everything."""
        with self._engine.connect() as connection:
            return counting.counts(connection)

    def dump(self) -> Iterator[str]:
        """Yield canonical JSON lines: the same for the same texts, whatever their order."""
        with self._engine.connect() as connection:
            yield from dumping.dump(connection)

    def all_works(self) -> Iterator[Work]:
        """Stream every work by id."""
        with self._engine.connect() as connection:
            yield from finding.read_works(connection, finding.works_query().order_by(node.c.id))

    def all_bodies(self) -> Iterator[Body]:
        """Stream every body by id."""
        with self._engine.connect() as connection:
            yield from finding.read_bodies(connection, finding.bodies_query().order_by(node.c.id))

    def all_relations(self) -> Iterator[Relation]:
        """Stream every relation, issuers first."""
        with self._engine.connect() as connection:
            yield from edges.all_relations(connection)

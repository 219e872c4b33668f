"""Taking evidence in, finding it by block, and taking it out again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import CompoundSelect, Dialect, bindparam, delete, func, select, union, union_all

from graph.model.mentions import Extraction
from graph.model.resolutions import Context, Evidence
from graph.model.sources import SourceText
from graph.store.coding import text_day
from graph.store.evidence_rows import (
    MENTION_COLUMNS,
    mention_of,
    mention_row,
    roots,
    source_row,
    statement_row,
)
from graph.store.prepared import Insertion, Prepared, Row
from graph.store.schema import mention, resolution, source, statement
from graph.store.transaction import Transaction


class Intake:
    """The evidence tables, for writing."""

    def __init__(self, dialect: Dialect) -> None:
        self._number = Prepared(select(source.c.no).where(source.c.id == bindparam("id")), dialect)
        self._last = Prepared(select(func.max(source.c.no)), dialect)
        self._source = Insertion(source, dialect)
        self._mention = Insertion(mention, dialect)
        self._statement = Insertion(statement, dialect)
        self._blocks = Prepared(_touched(), dialect)
        self._evidence = Prepared(_evidence(), dialect)
        no: Any = bindparam("no")
        self._meant = Prepared(
            select(resolution.c.work_no).distinct().where(resolution.c.source_no == no), dialect
        )
        self._actors = Prepared(
            select(statement.c.actor_no)
            .distinct()
            .where(statement.c.source_no == no, statement.c.actor_no.is_not(None)),
            dialect,
        )
        self._clear = [
            Prepared(delete(table).where(table.c.source_no == no), dialect)
            for table in (resolution, statement, mention)
        ]
        self._drop = Prepared(delete(source).where(source.c.no == no), dialect)

    def number(self, transaction: Transaction, identifier: str) -> int | None:
        """Return the number of a known source."""
        row = self._number.first(transaction.cursor, id=identifier)
        return None if row is None else int(row[0])

    def add(
        self,
        transaction: Transaction,
        text: SourceText,
        extraction: Extraction,
        context: Context,
        actors: Mapping[int, int],
    ) -> None:
        """Insert a new source. ``actors`` maps statements without subject to body numbers."""
        cursor = transaction.cursor
        last = self._last.first(cursor)
        no = ((last[0] if last else None) or 0) + 1
        root = roots(extraction.mentions)
        self._source.many(cursor, [source_row(no, text, context)])
        self._mention.many(
            cursor,
            [mention_row(no, i, root[i], one) for i, one in enumerate(extraction.mentions)],
        )
        self._statement.many(
            cursor,
            [
                statement_row(no, i, one, root, actors.get(i))
                for i, one in enumerate(extraction.statements)
            ],
        )
        transaction.dirty.add(no)

    def blocks(self, transaction: Transaction, no: int) -> tuple[str, ...]:
        """Return number blocks, then name blocks, that the source's mentions bear on."""
        found = [row[0] for row in self._blocks.all(transaction.cursor, no=no)]
        return tuple(sorted(found, key=lambda block: (not block.startswith("n:"), block)))

    def evidence(self, transaction: Transaction, block: str) -> tuple[Evidence, ...]:
        """Return the mentions of a block, by source and place."""
        rows = self._evidence.all(transaction.cursor, block=block)
        rows.sort(key=lambda row: (row[0], row[3]))
        contexts: dict[str, Context] = {}
        return tuple(_evidence_of(row, contexts) for row in rows)

    def remove(self, transaction: Transaction, no: int) -> None:
        """Delete a source of which no relation evidence is left."""
        cursor = transaction.cursor
        transaction.changed.update(
            row[0] for row in self._meant.all(cursor, no=no) if row[0] is not None
        )
        transaction.orphans.update(row[0] for row in self._actors.all(cursor, no=no))
        for clear in self._clear:
            clear.run(cursor, no=no)
        self._drop.run(cursor, no=no)
        transaction.dirty.discard(no)


def _touched() -> CompoundSelect[tuple[str | None]]:
    own = mention.c.source_no == bindparam("no")
    here, there = mention.alias(), mention.alias()
    # the name blocks of every mention that shares a number with this source
    linked = (
        select(there.c.name_block)
        .join(here, here.c.block == there.c.block)
        .where(here.c.source_no == bindparam("no"), there.c.name_block.is_not(None))
    )
    return union(
        select(mention.c.block).where(own, mention.c.block.is_not(None)),
        select(mention.c.name_block).where(own, mention.c.name_block.is_not(None)),
        linked,
    )


def _evidence() -> CompoundSelect[Any]:
    columns = [
        source.c.id,
        source.c.context_published,
        source.c.context_place,
        mention.c.idx,
        *(mention.c[name] for name in MENTION_COLUMNS),
    ]
    found = select(*columns).join(source, source.c.no == mention.c.source_no)
    # Two index look-ups; an OR over both columns would not use them as well. A name block equal
    # to the block is not stored, so no mention comes twice.
    return union_all(
        found.where(mention.c.block == bindparam("block")),
        found.where(mention.c.name_block == bindparam("block")),
    )


def _evidence_of(row: Row, contexts: dict[str, Context]) -> Evidence:
    identifier = row[0]
    context = contexts.get(identifier)
    if context is None:
        context = contexts[identifier] = Context(identifier, text_day(row[1]), row[2])
    return Evidence(context, row[3], mention_of(row[4:]))

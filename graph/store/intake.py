"""Taking evidence in, finding it by block, and taking it out again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Dialect, bindparam, delete, func, select, union, union_all

from graph.model.mentions import Extraction
from graph.model.resolutions import Context, Evidence, Resolution
from graph.model.sources import SourceText
from graph.store.coding import text_day
from graph.store.derived_rows import RESOLUTION_COLUMNS, resolution_of
from graph.store.evidence_rows import (
    MENTION_COLUMNS,
    mention_of,
    mention_row,
    roots,
    source_row,
    statement_row,
)
from graph.store.forms import FormKeeper
from graph.store.prepared import Insertion, Prepared, Row
from graph.store.schema import form, mention, node, resolution, source, statement
from graph.store.transaction import Transaction

_REMEMBERED = 8192


class Intake:
    """The evidence tables, for writing."""

    def __init__(self, dialect: Dialect) -> None:
        self._number = Prepared(select(source.c.no).where(source.c.id == bindparam("id")), dialect)
        self._last = Prepared(select(func.max(source.c.no)), dialect)
        self._source = Insertion(source, dialect)
        self._mention = Insertion(mention, dialect)
        self._statement = Insertion(statement, dialect)
        self._blocks = Prepared(_touched(), dialect)
        self._beside = Prepared(
            select(form.c.name_block)
            .distinct()
            .where(form.c.block == bindparam("block"), form.c.name_block.is_not(None)),
            dialect,
        )
        self._evidence = Prepared(_evidence(), dialect)
        no: Any = bindparam("no")
        self._meant = Prepared(
            select(resolution.c.work_no)
            .distinct()
            .join(mention, mention.c.form_no == resolution.c.form_no)
            .where(mention.c.source_no == no, resolution.c.work_no.is_not(None)),
            dialect,
        )
        self._decided = Prepared(
            select(mention.c.idx, node.c.id, *(resolution.c[name] for name in RESOLUTION_COLUMNS))
            .select_from(mention)
            .join(resolution, resolution.c.form_no == mention.c.form_no)
            .outerjoin(node, node.c.no == resolution.c.work_no)
            .where(mention.c.source_no == no, mention.c.idx == mention.c.root_idx),
            dialect,
        )
        self._statuses = Prepared(
            select(resolution.c.status, func.count())
            .select_from(source)
            .join(mention, mention.c.source_no == source.c.no)
            .join(resolution, resolution.c.form_no == mention.c.form_no)
            .where(source.c.id == bindparam("id"), mention.c.idx == mention.c.root_idx)
            .group_by(resolution.c.status),
            dialect,
        )
        self._actors = Prepared(
            select(statement.c.actor_no)
            .distinct()
            .where(statement.c.source_no == no, statement.c.actor_no.is_not(None)),
            dialect,
        )
        self._clear = [
            Prepared(delete(table).where(table.c.source_no == no), dialect)
            for table in (statement, mention)
        ]
        self._forget = Prepared(
            delete(resolution).where(resolution.c.form_no == bindparam("form_no_")), dialect
        )
        self._drop = Prepared(delete(source).where(source.c.no == no), dialect)
        self._forms = FormKeeper(dialect)
        # The mentions that stand for all of their form are read again with each new text.
        self._mention_of = lru_cache(maxsize=_REMEMBERED)(mention_of)

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
        mentions = extraction.mentions
        root = roots(mentions)
        self._source.many(cursor, [source_row(no, text, context)])
        forms = self._forms.add(transaction, no, context, mentions, root)
        self._mention.many(
            cursor,
            [mention_row(no, i, root[i], forms[i], one) for i, one in enumerate(mentions)],
        )
        self._statement.many(
            cursor,
            [
                statement_row(no, i, one, forms, actors.get(i))
                for i, one in enumerate(extraction.statements)
            ],
        )
        transaction.dirty.add(no)

    def blocks(self, transaction: Transaction, no: int) -> tuple[str, ...]:
        """Return number blocks, then name blocks, that the source's mentions bear on."""
        found = [row[0] for row in self._blocks.all(transaction.cursor, no=no)]
        return tuple(sorted(found, key=lambda block: (not block.startswith("n:"), block)))

    def names_beside(self, transaction: Transaction, block: str) -> set[str]:
        """Return the name blocks of the mentions of a number's block."""
        return {row[0] for row in self._beside.all(transaction.cursor, block=block)}

    def evidence(self, transaction: Transaction, block: str) -> tuple[Evidence, ...]:
        """Return the forms of a block's mentions, each by its first, with how many there are."""
        rows = self._evidence.all(transaction.cursor, block=block)
        rows.sort(key=lambda row: (row[0], row[4]))
        contexts: dict[str, Context] = {}
        return tuple(self._evidence_of(row, contexts) for row in rows)

    def _evidence_of(self, row: Row, contexts: dict[str, Context]) -> Evidence:
        identifier = row[0]
        context = contexts.get(identifier)
        if context is None:
            context = contexts[identifier] = Context(identifier, text_day(row[1]), row[2])
        return Evidence(context, row[4], self._mention_of(row[5:]), row[3])

    def resolutions(self, transaction: Transaction, no: int) -> dict[int, Resolution]:
        """Return what the mentions of a source were decided to mean, by index."""
        rows = self._decided.all(transaction.cursor, no=no)
        return {row[0]: resolution_of(row[1], row[2:]) for row in rows}

    def statuses(self, transaction: Transaction, identifier: str) -> dict[str, int]:
        """Return how many mentions of a source have which status, without those that point."""
        rows = self._statuses.all(transaction.cursor, id=identifier)
        return {status: int(count) for status, count in rows}

    def remove(self, transaction: Transaction, no: int) -> None:
        """Delete a source of which no relation evidence is left."""
        cursor = transaction.cursor
        transaction.changed.update(row[0] for row in self._meant.all(cursor, no=no))
        transaction.orphans.update(row[0] for row in self._actors.all(cursor, no=no))
        gone, headless = self._forms.discount(transaction, no)
        for clear in self._clear:
            clear.run(cursor, no=no)
        for form_no in gone:
            self._forget.run(cursor, form_no_=form_no)
        self._forms.settle(transaction, gone, headless)
        self._drop.run(cursor, no=no)
        transaction.dirty.discard(no)


def _touched() -> CompoundSelect[tuple[str | None]]:
    here, there = form.alias(), form.alias()
    own = select(mention.c.form_no).where(mention.c.source_no == bindparam("no"))
    # the name blocks of every mention that shares a number with this source
    linked = (
        select(there.c.name_block)
        .join(here, here.c.block == there.c.block)
        .where(here.c.no.in_(own), there.c.name_block.is_not(None))
    )
    return union(
        select(form.c.block).where(form.c.no.in_(own)),
        select(form.c.name_block).where(form.c.no.in_(own), form.c.name_block.is_not(None)),
        linked,
    )


def _evidence() -> CompoundSelect[Any]:
    first = (mention.c.source_no == form.c.source_no) & (mention.c.idx == form.c.idx)
    found = (
        select(source.c.id, source.c.context_published, source.c.context_place)
        .add_columns(form.c.count, form.c.idx, *(mention.c[name] for name in MENTION_COLUMNS))
        .select_from(form)
        .join(mention, first)
        .join(source, source.c.no == form.c.source_no)
    )
    # Two index look-ups; an OR over both columns would not use them as well. A name block equal
    # to the block is not stored, so no form comes twice.
    return union_all(
        found.where(form.c.block == bindparam("block")),
        found.where(form.c.name_block == bindparam("block")),
    )

"""Taking evidence in, finding it by block, and taking it out again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    CompoundSelect,
    Dialect,
    FromClause,
    Integer,
    Select,
    bindparam,
    delete,
    func,
    select,
    union,
    union_all,
)

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
from graph.store.forms import FormKeeper, Text
from graph.store.prepared import Insertion, LookUp, Prepared, Row
from graph.store.schema import form, mention, node, resolution, source, statement
from graph.store.transaction import NewForms, Transaction

_REMEMBERED = 8192


class Read(NamedTuple):
    """A text, what it says and in which circumstances.

    ``actors`` are the numbers of the bodies that act, by the index of the statement.
    """

    text: SourceText
    extraction: Extraction
    context: Context
    actors: Mapping[int, int]


class Intake:
    """The evidence tables, for writing."""

    def __init__(self, dialect: Dialect) -> None:
        self._number = Prepared(select(source.c.no).where(source.c.id == bindparam("id")), dialect)
        self._last = Prepared(select(func.max(source.c.no)), dialect)
        self._source = Insertion(source, dialect)
        self._mention = Insertion(mention, dialect)
        self._statement = Insertion(statement, dialect)
        self._blocks = Prepared(_touched(), dialect)
        self._beside = LookUp(
            lambda asked: (
                select(form.c.name_block)
                .distinct()
                .where(form.c.block == asked.c.value, form.c.name_block.is_not(None))
            ),
            dialect,
        )
        self._evidence = LookUp(_evidence, dialect)
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
        self._statuses = LookUp(_statuses, dialect, Integer)
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

    def add(self, transaction: Transaction, texts: Sequence[Read]) -> None:
        """Insert new sources."""
        cursor = transaction.cursor
        last = self._last.first(cursor)
        first = ((last[0] if last else None) or 0) + 1
        new = [
            Text(no, one.context, one.extraction.mentions, roots(one.extraction.mentions))
            for no, one in enumerate(texts, first)
        ]
        pairs = zip(new, texts, strict=True)
        self._source.many(cursor, [source_row(n.no, one.text, one.context) for n, one in pairs])
        forms = self._forms.add(transaction, new)
        mentions, statements = [], []
        for own, meant, one in zip(new, forms, texts, strict=True):
            for index, each in enumerate(own.mentions):
                mentions.append(mention_row(own.no, index, own.roots[index], meant[index], each))
            for index, said in enumerate(one.extraction.statements):
                actor = one.actors.get(index)
                statements.append(statement_row(own.no, index, said, meant, actor))
            transaction.dirty.add(own.no)
            transaction.new_sources[one.text.id] = own.no
        self._mention.many(cursor, mentions)
        self._statement.many(cursor, statements)

    def blocks(self, transaction: Transaction, no: int) -> tuple[str, ...]:
        """Return number blocks, then name blocks, that the source's mentions bear on."""
        found = [row[0] for row in self._blocks.all(transaction.cursor, no=no)]
        return tuple(sorted(found, key=lambda block: (not block.startswith("n:"), block)))

    def names_beside(self, transaction: Transaction, blocks: Iterable[str]) -> set[str]:
        """Return the name blocks of the mentions of numbers' blocks."""
        return {row[0] for row in self._beside.of(transaction.cursor, blocks)}

    def evidence(
        self, transaction: Transaction, blocks: Collection[str]
    ) -> dict[str, tuple[Evidence, ...]]:
        """Return the forms of each block's mentions, each by its first, with how many there are."""
        new = transaction.new_forms
        found = {block: [one for _, one in new.of(block)] for block in blocks}
        contexts: dict[str, Context] = {}
        for row in self._evidence.of(transaction.cursor, blocks, below=new.first):
            found[row[0]].append(self._evidence_of(row[1:], contexts))
        return {block: tuple(sorted(some, key=_place)) for block, some in found.items()}

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

    def statuses(
        self, transaction: Transaction, identifiers: Collection[str]
    ) -> dict[str, dict[str, int]]:
        """Return for sources that the transaction brought how many mentions have which status.

        Without those that point back.
        """
        found: dict[int, dict[str, int]] = {}
        numbers = {one: transaction.new_sources[one] for one in identifiers}
        for no, status, count in self._statuses.of(transaction.cursor, numbers.values()):
            found.setdefault(no, {})[status] = int(count)
        return {one: found.get(no, {}) for one, no in numbers.items()}

    def remove(self, transaction: Transaction, no: int) -> None:
        """Delete a source of which no relation evidence is left."""
        cursor = transaction.cursor
        transaction.new_forms = NewForms()  # they may go with it: let them be read again
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


def _evidence(asked: FromClause) -> CompoundSelect[Any]:
    first = (mention.c.source_no == form.c.source_no) & (mention.c.idx == form.c.idx)

    def found(block: Any) -> Select[Any]:
        return (
            select(asked.c.value, source.c.id, source.c.context_published, source.c.context_place)
            .add_columns(form.c.count, form.c.idx, *(mention.c[name] for name in MENTION_COLUMNS))
            .select_from(form)
            .join(mention, first)
            .join(source, source.c.no == form.c.source_no)
            .where(block == asked.c.value, form.c.no < bindparam("below"))
        )

    # Two index look-ups; an OR over both columns would not use them as well. A name block equal
    # to the block is not stored, so no form comes twice.
    return union_all(found(form.c.block), found(form.c.name_block))


def _statuses(asked: FromClause) -> Select[Any]:
    return (
        select(mention.c.source_no, resolution.c.status, func.count())
        .join(resolution, resolution.c.form_no == mention.c.form_no)
        .where(mention.c.source_no == asked.c.value, mention.c.idx == mention.c.root_idx)
        .group_by(mention.c.source_no, resolution.c.status)
    )


def _place(one: Evidence) -> tuple[str, int]:
    return one.context.source, one.index

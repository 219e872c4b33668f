"""Works, for writing: a block's conclusion replaces the works that the block had before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Integer, Select, bindparam, delete, select, update

from graph.model.documents import Work
from graph.store.derived_rows import WORK_COLUMNS, work_of, work_values, work_words
from graph.store.fulltext import WordKeeper
from graph.store.prepared import Insertion, LookUp, Prepared, Row
from graph.store.schema import body, node, work
from graph.store.transaction import Nodes, Transaction

_REMEMBERED = 16384
_Key = tuple[str, int]  # of a row: block and number
# Blocks whose works are others now: with those that came, None where any was altered or went.
Changed = Mapping[str, Sequence[Work] | None]
_VALUES = [column for column in work.columns if column.name not in ("no", "block", "shadowed")]
_ISSUER = [column.name for column in _VALUES].index("issuer_no")


class WorkKeeper:
    """Replaces the works of a block, touching only what differs."""

    def __init__(self, dialect: Dialect, nodes: Nodes) -> None:
        self._nodes = nodes
        # Most conclusions only repeat what is known of the works that many texts cite.
        self._values = lru_cache(maxsize=_REMEMBERED)(work_values)
        self._words = WordKeeper(dialect)
        no: Any = bindparam("no_")
        block: Any = bindparam("block_")
        mine = (work.c.no == no, work.c.block == block)
        self._rows = LookUp(
            lambda asked: select(work.c.block, work.c.no, *_VALUES).where(
                work.c.block == asked.c.value
            ),
            dialect,
        )
        self._same = LookUp(
            lambda asked: select(work.c.block, work.c.no, *_VALUES).where(
                work.c.no == asked.c.value
            ),
            dialect,
            Integer,
        )
        self._insert = Insertion(work, dialect)
        self._delete = Prepared(delete(work).where(*mine), dialect)
        self._claims = LookUp(
            lambda asked: select(work.c.no, work.c.block).where(work.c.no == asked.c.value),
            dialect,
            Integer,
        )
        self._shadow = Prepared(
            update(work).where(*mine).values(shadowed=bindparam("shadowed_")), dialect
        )
        shown = _works().where(work.c.shadowed == 0)
        self._shown = Prepared(shown.where(work.c.no == no), dialect)
        self._of_blocks = LookUp(
            lambda asked: _works().where(work.c.block == asked.c.value), dialect
        )
        self._of_number = Prepared(
            _works().where(work.c.block >= bindparam("from_"), work.c.block < bindparam("to_")),
            dialect,
        )
        self._of_issuer = Prepared(shown.where(work.c.issuer_no == no), dialect)
        self._names = LookUp(
            lambda asked: (
                select(node.c.id, body.c.name)
                .join(body, body.c.no == node.c.no)
                .where(node.c.id == asked.c.value)
            ),
            dialect,
        )

    def of_blocks(
        self, transaction: Transaction, blocks: Iterable[str]
    ) -> dict[str, tuple[Work, ...]]:
        """Return the works of each block, by identifier."""
        found: dict[str, list[Work]] = {block: [] for block in blocks}
        for row in self._of_blocks.of(transaction.cursor, found):
            one = _work(row)
            found[one.block].append(one)
        return {block: tuple(sorted(some, key=_id)) for block, some in found.items()}

    def of_number(self, transaction: Transaction, block: str) -> tuple[Work, ...]:
        """Return the works that a number's block holds in all its jurisdictions, by id."""
        # '@' parts number from jurisdiction, and 'A' follows it.
        rows = self._of_number.all(transaction.cursor, from_=f"{block}@", to_=f"{block}A")
        return tuple(sorted(map(_work, rows), key=_id))

    def replace(
        self, transaction: Transaction, given: Mapping[str, Collection[Work]]
    ) -> tuple[set[int], Changed]:
        """Make the works of each block those given.

        Returns the numbers of those that came or went, and what changed.
        """
        return self._write(transaction, self._kept(transaction, given), given)

    def add(
        self, transaction: Transaction, given: Mapping[str, Collection[Work]]
    ) -> tuple[set[int], Changed]:
        """Add works to those of blocks, or write them anew there; like ``replace``."""
        works = [(block, one.id) for block, some in given.items() for one in some]
        numbers = self._nodes.numbers(transaction, {identifier for _, identifier in works})
        mine = {(block, numbers[identifier]) for block, identifier in works}
        rows = self._same.of(transaction.cursor, sorted(numbers.values()))
        kept = {(row[0], row[1]): row[2:] for row in rows}
        return self._write(transaction, {key: kept[key] for key in mine & kept.keys()}, given)

    def _write(
        self,
        transaction: Transaction,
        old: Mapping[_Key, Row],
        given: Mapping[str, Collection[Work]],
    ) -> tuple[set[int], Changed]:
        cursor, mine = transaction.cursor, {}
        new = self._encoded(transaction, given)
        for block, some in given.items():
            mine.update({(block, transaction.node_numbers[one.id]): one for one in some})
        turned = old.keys() ^ new.keys()
        altered = {key for key in old.keys() & new.keys() if old[key] != new[key]}
        stale, fresh = altered | (old.keys() - new.keys()), altered | (new.keys() - old.keys())
        if not stale and not fresh:
            return set(), {}
        self._delete.many(cursor, [{"block_": block, "no_": no} for block, no in sorted(stale)])
        rows = [(no, block, 0, *new[block, no]) for block, no in sorted(fresh)]
        self._insert.many(cursor, rows)
        touched = {no for _, no in turned | altered}
        self._settle(transaction, touched, {key: mine[key] for key in fresh})
        for values in (*(old[key] for key in stale), *(new[key] for key in fresh)):
            if values[_ISSUER] is not None:
                transaction.changed.add(values[_ISSUER])
        transaction.changed |= touched
        changed: dict[str, list[Work] | None] = {block: [] for block, _ in fresh | stale}
        for key in fresh:
            if (came := changed[key[0]]) is not None:
                came.append(mine[key])
        changed.update((block, None) for block, _ in stale)
        return {no for _, no in turned}, changed

    def rename_issuers(self, transaction: Transaction, body_nos: Iterable[int]) -> None:
        """Search anew what bodies issued, after their names changed."""
        rows = [row for no in body_nos for row in self._of_issuer.all(transaction.cursor, no_=no)]
        self._reword(transaction, map(_work, rows))

    def _kept(self, transaction: Transaction, blocks: Iterable[str]) -> dict[_Key, Row]:
        rows = self._rows.of(transaction.cursor, blocks)
        return {(row[0], row[1]): row[2:] for row in rows}

    def _encoded(
        self, transaction: Transaction, given: Mapping[str, Collection[Work]]
    ) -> dict[_Key, Row]:
        works = [(block, one) for block, some in given.items() for one in some]
        named = {one.id for _, one in works} | {one.issuer for _, one in works if one.issuer}
        numbers = self._nodes.numbers(transaction, named)
        return {
            (block, numbers[one.id]): self._values(one, numbers[one.issuer] if one.issuer else None)
            for block, one in works
        }

    def _settle(
        self, transaction: Transaction, touched: Collection[int], mine: Mapping[_Key, Work]
    ) -> None:
        """Show one of the blocks that claim each work: the smallest, whoever came first."""
        claims: dict[int, list[str]] = {no: [] for no in touched}
        for no, block in self._claims.of(transaction.cursor, touched):
            claims[no].append(block)
        shown = []
        for no, blocks in claims.items():
            only = mine.get((blocks[0], no)) if len(blocks) == 1 else None
            if only is not None:
                shown.append(only)
            elif blocks:
                shown.append(self._overshadowed(transaction, no, blocks))
        gone = {no: None for no, blocks in claims.items() if not blocks}
        self._words.set(transaction, gone)
        self._reword(transaction, shown)

    def _overshadowed(self, transaction: Transaction, no: int, blocks: Sequence[str]) -> Work:
        """Show the work as the smallest block has it, and return that."""
        for block in blocks:
            shadowed = int(block != min(blocks))
            self._shadow.run(transaction.cursor, no_=no, block_=block, shadowed_=shadowed)
        shown = self._shown.first(transaction.cursor, no_=no)
        assert shown is not None
        return _work(shown)

    def _reword(self, transaction: Transaction, works: Iterable[Work]) -> None:
        by_id = {one.id: one for one in works}
        if not by_id:
            return
        issuers = self._nodes.find(transaction, {w.issuer for w in by_id.values() if w.issuer})
        kept = transaction.bodies
        names = {one: kept[no].name for one, no in issuers.items() if no in kept}
        names.update(self._names.of(transaction.cursor, sorted(issuers.keys() - names.keys())))
        numbers = self._nodes.numbers(transaction, by_id)
        words: dict[int, str | None] = {
            numbers[one.id]: work_words(one, names.get(one.issuer or "")) for one in by_id.values()
        }
        self._words.set(transaction, words)


def _works() -> Select[Any]:
    issuer = node.alias()
    columns = (work.c[name] for name in WORK_COLUMNS)
    return (
        select(node.c.id, issuer.c.id, *columns)
        .select_from(work)
        .join(node, node.c.no == work.c.no)
        .outerjoin(issuer, issuer.c.no == work.c.issuer_no)
    )


def _work(row: Row) -> Work:
    return work_of(row[0], row[1], row[2:])


def _id(one: Work) -> str:
    return one.id

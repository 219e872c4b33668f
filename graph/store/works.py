"""Works, for writing: a block's conclusion replaces the works that the block had before."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Select, bindparam, delete, select, update

from graph.model.documents import Work
from graph.store.derived_rows import WORK_COLUMNS, work_of, work_values, work_words
from graph.store.fulltext import WordKeeper
from graph.store.prepared import Insertion, Prepared, Row
from graph.store.schema import body, node, work
from graph.store.transaction import Nodes, Transaction

_REMEMBERED = 16384
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
        self._rows = Prepared(select(work.c.no, *_VALUES).where(work.c.block == block), dialect)
        self._insert = Insertion(work, dialect)
        self._delete = Prepared(delete(work).where(*mine), dialect)
        self._claims = Prepared(select(work.c.block).where(work.c.no == no), dialect)
        self._shadow = Prepared(
            update(work).where(*mine).values(shadowed=bindparam("shadowed_")), dialect
        )
        shown = _works().where(work.c.shadowed == 0)
        self._shown = Prepared(shown.where(work.c.no == no), dialect)
        self._of_block = Prepared(_works().where(work.c.block == block), dialect)
        self._of_number = Prepared(
            _works().where(work.c.block >= bindparam("from_"), work.c.block < bindparam("to_")),
            dialect,
        )
        self._of_issuer = Prepared(shown.where(work.c.issuer_no == no), dialect)
        self._name = Prepared(select(body.c.name).where(body.c.no == no), dialect)

    def of_block(self, transaction: Transaction, block: str) -> tuple[Work, ...]:
        """Return the works of a block, by identifier."""
        rows = self._of_block.all(transaction.cursor, block_=block)
        return tuple(sorted(map(_work, rows), key=lambda one: one.id))

    def of_number(self, transaction: Transaction, block: str) -> tuple[Work, ...]:
        """Return the works that a number's block holds in all its jurisdictions, by id."""
        # '@' parts number from jurisdiction, and 'A' follows it.
        rows = self._of_number.all(transaction.cursor, from_=f"{block}@", to_=f"{block}A")
        return tuple(sorted(map(_work, rows), key=lambda one: one.id))

    def replace(
        self, transaction: Transaction, block: str, works: Iterable[Work]
    ) -> tuple[set[int], set[int]]:
        """Make ``works`` those of ``block``. Returns those that came or went, and the altered."""
        cursor = transaction.cursor
        old = {row[0]: row[1:] for row in self._rows.all(cursor, block_=block)}
        by_no = {self._nodes.number(transaction, one.id): one for one in works}
        new = {no: self._encoded(transaction, one) for no, one in by_no.items()}
        gone, fresh = old.keys() - new.keys(), new.keys() - old.keys()
        altered = {no for no in old.keys() & new.keys() if old[no] != new[no]}
        for no in gone | altered:
            self._delete.run(cursor, no_=no, block_=block)
        self._insert.many(cursor, [(no, block, 0, *new[no]) for no in sorted(fresh | altered)])
        for no in sorted(gone | fresh | altered):
            self._settle(transaction, no, by_no.get(no))
            issuers = (values[_ISSUER] for values in (old.get(no), new.get(no)) if values)
            transaction.changed.update(one for one in issuers if one is not None)
        transaction.changed |= gone | fresh | altered
        return gone | fresh, altered

    def rename_issuer(self, transaction: Transaction, body_no: int) -> None:
        """Search anew what a body issued, after its name changed."""
        for row in self._of_issuer.all(transaction.cursor, no_=body_no):
            self._reword(transaction, _work(row))

    def _encoded(self, transaction: Transaction, one: Work) -> Row:
        issuer = self._nodes.number(transaction, one.issuer) if one.issuer else None
        return self._values(one, issuer)

    def _settle(self, transaction: Transaction, no: int, mine: Work | None) -> None:
        """Show one of the blocks that claim the work: the smallest, whoever came first."""
        claims = sorted(row[0] for row in self._claims.all(transaction.cursor, no_=no))
        if not claims:
            self._words.set(transaction, no, None)
        elif mine is not None and len(claims) == 1:
            self._reword(transaction, mine)
        else:
            for block in claims:
                shadowed = int(block != claims[0])
                self._shadow.run(transaction.cursor, no_=no, block_=block, shadowed_=shadowed)
            shown = self._shown.first(transaction.cursor, no_=no)
            assert shown is not None
            self._reword(transaction, _work(shown))

    def _reword(self, transaction: Transaction, one: Work) -> None:
        name = None
        if one.issuer and (no := self._nodes.find(transaction, one.issuer)):
            known = transaction.bodies.get(no)
            row = (known.name,) if known else self._name.first(transaction.cursor, no_=no)
            name = row[0] if row else None
        no = self._nodes.number(transaction, one.id)
        self._words.set(transaction, no, work_words(one, name))


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

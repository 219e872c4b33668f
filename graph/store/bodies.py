"""Bodies, for writing: kept while a conclusion or an actor's statement claims them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, bindparam, delete, exists, select, update

from graph.model.bodies import Body
from graph.store.derived_rows import body_values
from graph.store.prepared import Insertion, Prepared
from graph.store.schema import block_body, body, statement
from graph.store.transaction import Nodes, Transaction

_REMEMBERED = 4096
_VALUES = [column for column in body.columns if column.name != "no"]


class BodyKeeper:
    """Upserts bodies and drops those that nothing claims any more."""

    def __init__(self, dialect: Dialect, nodes: Nodes) -> None:
        self._nodes = nodes
        self._values = lru_cache(maxsize=_REMEMBERED)(body_values)
        no: Any = bindparam("body_no_")
        block: Any = bindparam("block_")
        self._row = Prepared(select(*_VALUES).where(body.c.no == no), dialect)
        self._insert = Insertion(body, dialect)
        self._update = Prepared(
            update(body)
            .where(body.c.no == no)
            .values({column.name: bindparam(column.name) for column in _VALUES}),
            dialect,
        )
        self._claims = Prepared(
            select(block_body.c.body_no).where(block_body.c.block == block), dialect
        )
        self._claim = Insertion(block_body, dialect)
        self._release = Prepared(
            delete(block_body).where(block_body.c.block == block, block_body.c.body_no == no),
            dialect,
        )
        claimed = exists().where(block_body.c.body_no == body.c.no)
        acting = exists().where(statement.c.actor_no == body.c.no)
        self._drop = Prepared(delete(body).where(body.c.no == no, ~claimed, ~acting), dialect)

    def keep(self, transaction: Transaction, value: Body) -> tuple[int, bool]:
        """Store a body; return its number and whether a known one was altered."""
        no = self._nodes.number(transaction, value.id)
        if transaction.bodies.get(no) == value:
            return no, False
        transaction.bodies[no] = value
        values = self._values(value)
        known = self._row.first(transaction.cursor, body_no_=no)
        if known == values:
            return no, False
        transaction.changed.add(no)
        transaction.wrote = True
        if known is None:
            self._insert.many(transaction.cursor, [(no, *values)])
            return no, False
        named = {column.name: value for column, value in zip(_VALUES, values, strict=True)}
        self._update.run(transaction.cursor, body_no_=no, **named)
        return no, True

    def claim(self, transaction: Transaction, block: str, numbers: set[int]) -> None:
        """Make ``numbers`` the bodies that the block's conclusion brings in."""
        cursor = transaction.cursor
        known = {row[0] for row in self._claims.all(cursor, block_=block)}
        if known == numbers:
            return
        transaction.wrote = True
        self._claim.many(cursor, [(block, no) for no in sorted(numbers - known)])
        for no in known - numbers:
            self._release.run(cursor, block_=block, body_no_=no)
        transaction.orphans |= known - numbers

    def sweep(self, transaction: Transaction) -> None:
        """Drop bodies without a claim."""
        for no in sorted(transaction.orphans):
            self._drop.run(transaction.cursor, body_no_=no)
            transaction.changed.add(no)
        transaction.orphans.clear()

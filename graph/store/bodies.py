"""Bodies, for writing: kept while a conclusion or an actor's statement claims them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Integer, bindparam, delete, exists, select, update

from graph.model.bodies import Body
from graph.store.derived_rows import body_values
from graph.store.prepared import Insertion, LookUp, Prepared
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
        self._rows = LookUp(
            lambda asked: select(body.c.no, *_VALUES).where(body.c.no == asked.c.value),
            dialect,
            Integer,
        )
        self._insert = Insertion(body, dialect)
        self._update = Prepared(
            update(body)
            .where(body.c.no == no)
            .values({column.name: bindparam(column.name) for column in _VALUES}),
            dialect,
        )
        self._claims = LookUp(
            lambda asked: select(block_body.c.block, block_body.c.body_no).where(
                block_body.c.block == asked.c.value
            ),
            dialect,
        )
        self._claim = Insertion(block_body, dialect)
        self._release = Prepared(
            delete(block_body).where(block_body.c.block == block, block_body.c.body_no == no),
            dialect,
        )
        claimed = exists().where(block_body.c.body_no == body.c.no)
        acting = exists().where(statement.c.actor_no == body.c.no)
        self._drop = Prepared(delete(body).where(body.c.no == no, ~claimed, ~acting), dialect)

    def keep(
        self, transaction: Transaction, some: Iterable[Body]
    ) -> tuple[dict[str, int], set[int]]:
        """Store bodies; return their numbers by id, and those of known ones that were altered."""
        by_id = {one.id: one for one in some}
        if not by_id:
            return {}, set()
        numbers = self._nodes.numbers(transaction, by_id)
        given = {numbers[one.id]: one for one in by_id.values()}
        unsure = {no: one for no, one in given.items() if transaction.bodies.get(no) != one}
        if not unsure:
            return numbers, set()
        transaction.bodies.update(unsure)
        known = {row[0]: row[1:] for row in self._rows.of(transaction.cursor, sorted(unsure))}
        values = {no: self._values(one) for no, one in unsure.items()}
        new = {no for no in unsure if no not in known}
        altered = {no for no in known if known[no] != values[no]}
        transaction.changed |= new | altered
        transaction.wrote |= bool(new or altered)
        self._insert.many(transaction.cursor, [(no, *values[no]) for no in sorted(new)])
        names = [column.name for column in _VALUES]
        self._update.many(
            transaction.cursor,
            [
                {"body_no_": no, **dict(zip(names, values[no], strict=True))}
                for no in sorted(altered)
            ],
        )
        return numbers, altered

    def claim(self, transaction: Transaction, claims: Mapping[str, Collection[int]]) -> None:
        """Make the given bodies, by number, those that each block's conclusion brings in."""
        gone = self.claim_more(transaction, claims)
        released = [{"block_": block, "body_no_": no} for block, no in sorted(gone)]
        self._release.many(transaction.cursor, released)
        transaction.wrote |= bool(gone)
        transaction.orphans.update(no for _, no in gone)

    def claim_more(
        self, transaction: Transaction, claims: Mapping[str, Collection[int]]
    ) -> set[tuple[str, int]]:
        """Add bodies, by number, to those of blocks; return the pairs that there are beside."""
        cursor = transaction.cursor
        known = set(self._claims.of(cursor, claims))
        given = {(block, no) for block, numbers in claims.items() for no in numbers}
        transaction.wrote |= not given <= known
        self._claim.many(cursor, sorted(given - known))
        return known - given

    def sweep(self, transaction: Transaction) -> None:
        """Drop bodies without a claim."""
        for no in sorted(transaction.orphans):
            self._drop.run(transaction.cursor, body_no_=no)
            transaction.changed.add(no)
        transaction.orphans.clear()

"""Writing down what was concluded of a block: bodies, works, and what its mentions mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Dialect, bindparam, delete, select

from graph.model.resolutions import Conclusion, Resolution, Resolved
from graph.store.bodies import BodyKeeper
from graph.store.derived_rows import resolution_values
from graph.store.prepared import Insertion, Prepared, Row
from graph.store.schema import form, mention, resolution, source
from graph.store.transaction import Nodes, Transaction
from graph.store.works import WorkKeeper

_VALUES = [column for column in resolution.columns if column.name != "form_no"]
_WORK_NO = [column.name for column in _VALUES].index("work_no")


class Concluder:
    """Replaces a block's former conclusion. Only differences are written."""

    def __init__(
        self, dialect: Dialect, nodes: Nodes, bodies: BodyKeeper, works: WorkKeeper
    ) -> None:
        self._nodes, self._bodies, self._works = nodes, bodies, works
        self._known = Prepared(
            select(source.c.id, form.c.idx, form.c.no, *_VALUES)
            .select_from(form)
            .join(source, source.c.no == form.c.source_no)
            .outerjoin(resolution, resolution.c.form_no == form.c.no)
            .where(form.c.block == bindparam("block_")),
            dialect,
        )
        form_no: Any = bindparam("form_no_")
        self._forget = Prepared(delete(resolution).where(resolution.c.form_no == form_no), dialect)
        self._insert = Insertion(resolution, dialect)
        self._having = Prepared(
            select(mention.c.source_no).distinct().where(mention.c.form_no == form_no), dialect
        )
        self._meaning = Prepared(
            select(mention.c.source_no)
            .distinct()
            .join(resolution, resolution.c.form_no == mention.c.form_no)
            .where(resolution.c.work_no == bindparam("work_no_")),
            dialect,
        )

    def conclude(self, transaction: Transaction, block: str, conclusion: Conclusion) -> bool:
        """Write the conclusion and note which sources' relations it bears on.

        Returns whether the works of the block are others than before.
        """
        numbers = set()
        for one in conclusion.bodies:
            no, altered = self._bodies.keep(transaction, one)
            numbers.add(no)
            if altered:
                self._works.rename_issuer(transaction, no)
        self._bodies.claim(transaction, block, numbers)
        turned, altered_works = self._works.replace(transaction, block, conclusion.works)
        transaction.wrote |= bool(turned or altered_works)
        # A relation needs both works to exist: texts that mean one that came or went are redone.
        # (Nothing that this transaction did not bring itself means what is new in it.)
        for no in turned - transaction.new_nodes:
            rows = self._meaning.all(transaction.cursor, work_no_=no)
            transaction.dirty.update(row[0] for row in rows)
        self._resolve(transaction, block, conclusion.resolutions)
        return bool(turned or altered_works)

    def add(self, transaction: Transaction, resolutions: Mapping[int, Resolution]) -> None:
        """Write what forms mean that this transaction brought, by number; all else stays."""
        self._forget.many(transaction.cursor, [{"form_no_": no} for no in resolutions])
        rows = [(no, *self._encoded(transaction, one)) for no, one in resolutions.items()]
        self._insert.many(transaction.cursor, rows)

    def _resolve(
        self,
        transaction: Transaction,
        block: str,
        resolutions: Mapping[tuple[str, int], Resolution],
    ) -> None:
        stale, fresh = [], []
        for identifier, index, no, *known in self._known.all(transaction.cursor, block_=block):
            given = resolutions.get((identifier, index))
            old = tuple(known) if known[0] is not None else None
            new = None if given is None else self._encoded(transaction, given)
            if old == new:
                continue
            if old is not None:
                stale.append({"form_no_": no})
            if new is not None:
                fresh.append((no, *new))
            if no not in transaction.new_forms:  # else its sources are new, too
                having = self._having.all(transaction.cursor, form_no_=no)
                transaction.dirty.update(row[0] for row in having)
            works = (values[_WORK_NO] for values in (old, new) if values)
            transaction.changed.update(one for one in works if one is not None)
        if stale:
            self._forget.many(transaction.cursor, stale)
        self._insert.many(transaction.cursor, fresh)
        transaction.wrote |= bool(stale or fresh)

    def _encoded(self, transaction: Transaction, given: Resolution) -> Row:
        work_no = None
        if isinstance(given, Resolved):
            work_no = self._nodes.number(transaction, given.work)
        return resolution_values(given, work_no)

"""Writing down what was concluded of blocks: bodies, works, and what their mentions mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Dialect, Integer, bindparam, delete, select

from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.resolutions import Conclusion, Resolution, Resolved
from graph.store.bodies import BodyKeeper
from graph.store.derived_rows import resolution_values
from graph.store.prepared import Insertion, LookUp, Prepared, Row
from graph.store.schema import form, mention, resolution, source
from graph.store.transaction import Nodes, Transaction
from graph.store.works import Changed, WorkKeeper

_VALUES = [column for column in resolution.columns if column.name != "form_no"]
_WORK_NO = [column.name for column in _VALUES].index("work_no")


class Concluder:
    """Replaces blocks' former conclusions. Only differences are written."""

    def __init__(
        self, dialect: Dialect, nodes: Nodes, bodies: BodyKeeper, works: WorkKeeper
    ) -> None:
        self._nodes, self._bodies, self._works = nodes, bodies, works
        self._known = LookUp(
            lambda asked: (
                select(form.c.block, source.c.id, form.c.idx, form.c.no, *_VALUES)
                .select_from(form)
                .join(source, source.c.no == form.c.source_no)
                .outerjoin(resolution, resolution.c.form_no == form.c.no)
                .where(form.c.block == asked.c.value, form.c.no < bindparam("below"))
            ),
            dialect,
        )
        form_no: Any = bindparam("form_no_")
        self._forget = Prepared(delete(resolution).where(resolution.c.form_no == form_no), dialect)
        self._insert = Insertion(resolution, dialect)
        self._having = LookUp(
            lambda asked: (
                select(mention.c.source_no).distinct().where(mention.c.form_no == asked.c.value)
            ),
            dialect,
            Integer,
        )
        self._meaning = LookUp(
            lambda asked: (
                select(mention.c.source_no)
                .distinct()
                .join(resolution, resolution.c.form_no == mention.c.form_no)
                .where(resolution.c.work_no == asked.c.value)
            ),
            dialect,
            Integer,
        )

    def conclude(self, transaction: Transaction, conclusions: Mapping[str, Conclusion]) -> Changed:
        """Write conclusions, by block, and note which sources' relations they bear on."""
        if not conclusions:
            return {}
        bodies = [one for each in conclusions.values() for one in each.bodies]
        numbers, altered = self._bodies.keep(transaction, bodies)
        self._works.rename_issuers(transaction, sorted(altered))
        claims = {b: {numbers[one.id] for one in c.bodies} for b, c in conclusions.items()}
        self._bodies.claim(transaction, claims)
        turned, changed = self._works.replace(
            transaction, {block: each.works for block, each in conclusions.items()}
        )
        self._turn(transaction, turned)
        transaction.wrote |= bool(changed)
        self._resolve(transaction, conclusions)
        return changed

    def _turn(self, transaction: Transaction, turned: set[int]) -> None:
        """Have the relations derived anew of the sources that mean works that came or went.

        A relation needs both works to exist. (Nothing that this transaction did not bring itself
        means what is new in it.)
        """
        rows = self._meaning.of(transaction.cursor, sorted(turned - transaction.new_nodes))
        transaction.dirty.update(row[0] for row in rows)

    def add(
        self,
        transaction: Transaction,
        resolutions: Mapping[int, Resolution],
        works: Mapping[str, Sequence[tuple[Work, Body | None]]],
    ) -> None:
        """Write what forms mean that this transaction brought, by number; all else stays.

        And works that blocks did not have yet, or had otherwise, with their issuers.
        """
        if works:
            self._add_works(transaction, works)
        rows = self._encoded(transaction, resolutions)
        self._forget.many(transaction.cursor, [{"form_no_": no} for no in rows])
        self._insert.many(transaction.cursor, [(no, *values) for no, values in rows.items()])
        self._remember(transaction, rows)

    def _add_works(
        self, transaction: Transaction, works: Mapping[str, Sequence[tuple[Work, Body | None]]]
    ) -> None:
        issuers = {b: [one for _, one in some if one is not None] for b, some in works.items()}
        bodies = [one for some in issuers.values() for one in some]
        numbers, altered = self._bodies.keep(transaction, bodies)
        self._works.rename_issuers(transaction, sorted(altered))
        claims = {block: {numbers[one.id] for one in some} for block, some in issuers.items()}
        self._bodies.claim_more(transaction, claims)
        turned, _ = self._works.add(
            transaction, {block: [work for work, _ in some] for block, some in works.items()}
        )
        self._turn(transaction, turned)

    def _resolve(self, transaction: Transaction, conclusions: Mapping[str, Conclusion]) -> None:
        old, given = self._formerly(transaction, conclusions)
        new = self._encoded(transaction, given)
        differing = {no for no in old if old[no] != new.get(no)}
        stale = [no for no in differing if old[no] is not None]
        self._forget.many(transaction.cursor, [{"form_no_": no} for no in sorted(stale)])
        fresh = {no: new[no] for no in sorted(differing) if no in new}
        self._insert.many(transaction.cursor, [(no, *values) for no, values in fresh.items()])
        self._remember(transaction, fresh)
        # The sources of new forms are new, too.
        known = sorted(differing - transaction.new_forms.leaders.keys())
        transaction.dirty.update(row[0] for row in self._having.of(transaction.cursor, known))
        for no in differing:
            works = (values[_WORK_NO] for values in (old[no], new.get(no)) if values)
            transaction.changed.update(one for one in works if one is not None)
        transaction.wrote |= bool(differing)

    def _formerly(
        self, transaction: Transaction, conclusions: Mapping[str, Conclusion]
    ) -> tuple[dict[int, Row | None], dict[int, Resolution]]:
        """Return the forms of blocks: as what they are kept, and what they now mean."""
        forms = transaction.new_forms
        old: dict[int, Row | None] = {}
        given: dict[int, Resolution] = {}

        def pair(block: str, place: tuple[str, int], no: int, kept: Row | None) -> None:
            old[no] = kept
            meant = conclusions[block].resolutions.get(place)
            if meant is not None:
                given[no] = meant

        for row in self._known.of(transaction.cursor, conclusions, below=forms.first):
            pair(row[0], row[1:3], row[3], row[4:] if row[4] is not None else None)
        for block in conclusions:
            for no, one in forms.of(block):
                if one.mention.block == block:  # not by its name only
                    pair(block, (one.context.source, one.index), no, forms.decided.get(no))
        return old, given

    def _remember(self, transaction: Transaction, rows: Mapping[int, Row]) -> None:
        new = transaction.new_forms
        new.decided.update((no, values) for no, values in rows.items() if no in new.leaders)

    def _encoded(self, transaction: Transaction, given: Mapping[int, Resolution]) -> dict[int, Row]:
        meant = {one.work for one in given.values() if isinstance(one, Resolved)}
        numbers = self._nodes.numbers(transaction, meant)
        return {
            no: resolution_values(one, numbers[one.work] if isinstance(one, Resolved) else None)
            for no, one in given.items()
        }

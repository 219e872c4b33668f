"""Relations: statements joined with what their mentions mean. Set by set, in SQL.

A relation exists where a statement's subject (the work that its mention means, or the body that
acts) and object are known and differ. Issuers are not copied here: ``issued_by`` is read from
the works themselves.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
)

from graph.store.prepared import Insertion, Prepared, Row
from graph.store.schema import (
    mention,
    pending,
    relation,
    relation_evidence,
    resolution,
    statement,
    work,
)
from graph.store.transaction import Transaction

_IDENTITY = ("source_no", "kind", "target_no", "from_sub", "to_sub")


class Relater:
    """Derives the relations of the sources in ``pending``."""

    def __init__(self, dialect: Dialect) -> None:
        self._wait = Insertion(pending, dialect)
        self._done = Prepared(delete(pending), dialect)
        waiting = relation_evidence.c.source_no.in_(select(pending.c.source_no))
        self._relations = Prepared(_endpoints().where(waiting), dialect)
        self._clear = Prepared(delete(relation_evidence).where(waiting), dialect)
        self._meant = Prepared(
            select(resolution.c.work_no)
            .distinct()
            .join(mention, mention.c.form_no == resolution.c.form_no)
            .where(
                mention.c.source_no.in_(select(pending.c.source_no)),
                resolution.c.work_no.is_not(None),
            ),
            dialect,
        )
        self._derive = Prepared(_new_relations(), dialect)
        self._prove = Prepared(_evidence(), dialect)
        proof = exists().where(relation_evidence.c.relation_no == relation.c.no)
        self._prune = Prepared(
            delete(relation).where(relation.c.no == bindparam("no_"), ~proof), dialect
        )

    def relate(self, transaction: Transaction) -> None:
        """Derive anew what the transaction's dirty sources state."""
        if not transaction.dirty:
            return
        cursor = transaction.cursor
        self._wait.many(cursor, [(no,) for no in sorted(transaction.dirty)])
        transaction.changed.update(row[0] for row in self._meant.all(cursor))
        before = self._known(transaction)
        if before:
            self._clear.run(cursor)
        self._derive.run(cursor)
        self._prove.run(cursor)
        after = self._known(transaction)
        self._forget(transaction, before - after)
        self._done.run(cursor)
        transaction.dirty.clear()

    def withdraw(self, transaction: Transaction, source_no: int) -> None:
        """Take away the evidence that one source gives."""
        cursor = transaction.cursor
        self._wait.many(cursor, [(source_no,)])
        before = self._known(transaction)
        self._clear.run(cursor)
        self._forget(transaction, before)
        self._done.run(cursor)

    def _known(self, transaction: Transaction) -> set[int]:
        rows: list[Row] = self._relations.all(transaction.cursor)
        for row in rows:
            transaction.changed.update(row[1:])
        return {row[0] for row in rows}

    def _forget(self, transaction: Transaction, numbers: set[int]) -> None:
        if numbers:
            self._prune.many(transaction.cursor, [{"no_": no} for no in sorted(numbers)])


def _endpoints() -> Select[Any]:
    return (
        select(relation.c.no, relation.c.source_no, relation.c.target_no)
        .distinct()
        .join(relation_evidence, relation_evidence.c.relation_no == relation.c.no)
    )


def _stated() -> Select[Any]:
    """What the pending sources state, as relations with the statement that says so."""
    acting, acted = resolution.alias(), resolution.alias()
    subject, target = work.alias(), work.alias()
    source_no = func.coalesce(statement.c.actor_no, subject.c.no)
    return (
        select(
            statement.c.source_no.label("text_no"),
            statement.c.idx.label("idx"),
            source_no.label("source_no"),
            statement.c.relation.label("kind"),
            target.c.no.label("target_no"),
            statement.c.from_sub,
            statement.c.to_sub,
        )
        .select_from(statement)
        .join(acted, acted.c.form_no == statement.c.object_form)
        .join(target, and_(target.c.no == acted.c.work_no, target.c.shadowed == 0))
        .outerjoin(acting, acting.c.form_no == statement.c.subject_form)
        .outerjoin(subject, and_(subject.c.no == acting.c.work_no, subject.c.shadowed == 0))
        .where(
            statement.c.source_no.in_(select(pending.c.source_no)),
            or_(statement.c.actor_no.is_not(None), subject.c.no.is_not(None)),
            source_no != target.c.no,
        )
    )


def _same(stated: Any) -> ColumnElement[bool]:
    return and_(*(relation.c[name] == stated.c[name] for name in _IDENTITY))


def _new_relations() -> Any:
    stated = _stated().subquery()
    missing = select(*(stated.c[name] for name in _IDENTITY)).distinct()
    missing = missing.where(~exists().where(_same(stated)))
    return insert(relation).from_select(list(_IDENTITY), missing)


def _evidence() -> Any:
    stated = _stated().subquery()
    proven = select(stated.c.text_no, stated.c.idx, relation.c.no).join(relation, _same(stated))
    return insert(relation_evidence).from_select(["source_no", "idx", "relation_no"], proven)

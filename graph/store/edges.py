"""Edges of the graph: relations that texts state, and the issuers of works."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, exists, func, literal, select

from graph.model.relations import Relation, RelationKind
from graph.store.answers import EdgeRow
from graph.store.coding import unpacked
from graph.store.schema import (
    body,
    form,
    mention,
    node,
    relation,
    relation_evidence,
    resolution,
    work,
)
from graph.store.standing import acted_after, said_by, signed_by

# Well below the number of variables that any database takes.
_CHUNK = 900


def edges(
    connection: Connection,
    node_ids: Collection[str],
    *,
    outgoing: bool,
    kinds: Collection[RelationKind] | None,
    limit: int | None = None,
    until: date | None = None,
) -> list[EdgeRow]:
    """Return edges that leave (or reach) ``node_ids``, at most ``limit``, in a fixed order.

    With ``until``, those that stood on that day: see ``graph.store.standing``.
    """
    found: list[EdgeRow] = []
    ordered = sorted(node_ids)
    for start in range(0, len(ordered), _CHUNK):
        some = ordered[start : start + _CHUNK]
        for query in _queries(some, outgoing, kinds, until):
            left = None if limit is None else limit - len(found)
            if left is not None and left <= 0:
                return found
            found.extend(map(_edge, connection.execute(query.limit(left))))
    return found


def all_relations(connection: Connection) -> Iterator[Relation]:
    """Stream every relation, issuers too."""
    source, target = node.alias(), node.alias()
    issued = (
        select(source.c.id, literal(RelationKind.ISSUED_BY.value), target.c.id)
        .select_from(work)
        .join(source, source.c.no == work.c.no)
        .join(target, target.c.no == work.c.issuer_no)
        .where(work.c.shadowed == 0, exists().where(body.c.no == work.c.issuer_no))
        .order_by(source.c.id)
    )
    stated = (
        select(source.c.id, relation.c.kind, target.c.id, relation.c.from_sub, relation.c.to_sub)
        .join(source, source.c.no == relation.c.source_no)
        .join(target, target.c.no == relation.c.target_no)
        .order_by(source.c.id, relation.c.kind, target.c.id, relation.c.from_sub, relation.c.to_sub)
    )
    streaming = connection.execution_options(yield_per=1000)
    for row in streaming.execute(issued):
        yield Relation(row[0], RelationKind.ISSUED_BY, row[2])
    for row in streaming.execute(stated):
        yield Relation(row[0], RelationKind(row[1]), row[2], unpacked(row[3]), unpacked(row[4]))


def _queries(
    ids: list[str],
    outgoing: bool,
    kinds: Collection[RelationKind] | None,
    until: date | None,
) -> Iterable[Select[Any]]:
    if kinds is None or RelationKind.ISSUED_BY in kinds:
        issued = _issued(ids, outgoing)
        yield issued if until is None else issued.where(signed_by(until))
    others = None if kinds is None else set(kinds) - {RelationKind.ISSUED_BY}
    if others is None or others:
        yield _stated(ids, outgoing, others, until)


def _stated(
    ids: list[str], outgoing: bool, kinds: set[RelationKind] | None, until: date | None
) -> Select[Any]:
    source, target = node.alias("source_node"), node.alias("target_node")
    proofs = (
        select(func.count())
        .select_from(relation_evidence)
        .where(relation_evidence.c.relation_no == relation.c.no)
    )
    if until is not None:
        proofs = proofs.where(said_by(until))
    count = proofs.scalar_subquery()
    columns = (relation.c.kind, target.c.id, relation.c.from_sub, relation.c.to_sub, count)
    query = (
        select(source.c.id, *columns)
        .select_from(relation)
        .join(source, source.c.no == relation.c.source_no)
        .join(target, target.c.no == relation.c.target_no)
        .where((source if outgoing else target).c.id.in_(ids))
        .order_by(source.c.id, relation.c.kind, target.c.id, relation.c.from_sub, relation.c.to_sub)
    )
    if until is not None:
        query = query.where(count > 0, ~acted_after(until))
    return query if kinds is None else query.where(relation.c.kind.in_(sorted(kinds)))


def _issued(ids: list[str], outgoing: bool) -> Select[Any]:
    source, target = node.alias("source_node"), node.alias("target_node")
    stating = func.coalesce(func.sum(form.c.count), 0)
    return (
        select(
            source.c.id,
            literal(RelationKind.ISSUED_BY.value),
            target.c.id,
            literal(""),
            literal(""),
            issuer_forms(stating).where(resolution.c.work_no == work.c.no).scalar_subquery(),
        )
        .select_from(work)
        .join(source, source.c.no == work.c.no)
        .join(target, target.c.no == work.c.issuer_no)
        .where(
            work.c.shadowed == 0,
            (source if outgoing else target).c.id.in_(ids),
            exists().where(body.c.no == work.c.issuer_no),
        )
        .order_by(source.c.id)
    )


# Resolvers say so in words; a mention that names another issuer does not speak for this one.
_UNDISPUTED = resolution.c.conflicts.is_(None) | ~resolution.c.conflicts.contains("cơ quan")


def issuer_mentions(*columns: Any) -> Select[Any]:
    """Select from mentions, with their resolution, that say who issued the work they mean."""
    return (
        select(*columns)
        .select_from(resolution)
        .join(mention, mention.c.form_no == resolution.c.form_no)
        .where(mention.c.issuer.is_not(None), _UNDISPUTED)
    )


def issuer_forms(*columns: Any) -> Select[Any]:
    """Select like ``issuer_mentions``, but of each form only the first mention."""
    first = (mention.c.source_no == form.c.source_no) & (mention.c.idx == form.c.idx)
    return (
        select(*columns)
        .select_from(resolution)
        .join(form, form.c.no == resolution.c.form_no)
        .join(mention, first)
        .where(mention.c.issuer.is_not(None), _UNDISPUTED)
    )


def _edge(row: Any) -> EdgeRow:
    return EdgeRow(row[0], RelationKind(row[1]), row[2], unpacked(row[3]), unpacked(row[4]), row[5])

"""The evidence for all relations of many nodes at once, in one query a kind of evidence."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, literal, select

from graph.model.relations import Provenance, RelationKind
from graph.store.edges import issuer_mentions
from graph.store.proofs import BY, issued, stated
from graph.store.schema import (
    mention,
    node,
    relation,
    relation_evidence,
    resolution,
    source,
    statement,
    work,
)

Key = tuple[str, RelationKind, str]
_CHUNK = 900  # SQLite before 3.32 took 999 parameters


def provenances(connection: Connection, ids: Collection[str]) -> dict[Key, list[Provenance]]:
    """Return for each relation that leaves one of the nodes its evidence, by text and place."""
    found: dict[Key, list[Provenance]] = {}
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), _CHUNK):
        some = ordered[start : start + _CHUNK]
        for query, build in ((_statements(some), stated), (_issuings(some), _issued)):
            for row in connection.execute(query):
                key = (row.acting, RelationKind(row.relation_kind), row.acted)
                found.setdefault(key, []).append(build(row))
    return found


def _issued(row: Any) -> Provenance:
    return issued(tuple(row)[3:])


def _statements(ids: list[str]) -> Select[Any]:
    acting, acted = node.alias(), node.alias()
    place = (statement.c.source_no == relation_evidence.c.source_no) & (
        statement.c.idx == relation_evidence.c.idx
    )
    return (
        select(
            acting.c.id.label("acting"),
            relation.c.kind.label("relation_kind"),
            acted.c.id.label("acted"),
            statement,
            source.c.id.label("source_id"),
            source.c.body,
            BY.label("asserted_by"),
        )
        .select_from(relation)
        .join(acting, acting.c.no == relation.c.source_no)
        .join(acted, acted.c.no == relation.c.target_no)
        .join(relation_evidence, relation_evidence.c.relation_no == relation.c.no)
        .join(statement, place)
        .join(source, source.c.no == statement.c.source_no)
        .where(acting.c.id.in_(ids))
        .order_by(source.c.id, statement.c.idx)
    )


def _issuings(ids: list[str]) -> Select[Any]:
    acting, acted = node.alias(), node.alias()
    columns = (mention.c.start, mention.c.stop, mention.c.issuer, resolution.c.confidence)
    return (
        issuer_mentions(
            acting.c.id.label("acting"),
            literal(RelationKind.ISSUED_BY.value).label("relation_kind"),
            acted.c.id.label("acted"),
            source.c.id,
            source.c.body,
            BY,
            *columns,
        )
        .join(source, source.c.no == mention.c.source_no)
        .join(work, (work.c.no == resolution.c.work_no) & (work.c.shadowed == 0))
        .join(acting, acting.c.no == work.c.no)
        .join(acted, acted.c.no == work.c.issuer_no)
        .where(acting.c.id.in_(ids))
        .order_by(source.c.id, mention.c.idx)
    )

"""A few sentences for each of many edges, in one query a kind of evidence."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, literal, select

from graph.model.relations import RelationKind
from graph.model.spans import Span
from graph.store.answers import Quote
from graph.store.coding import text_day
from graph.store.edges import issuer_forms
from graph.store.evidence_rows import inflated
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
from graph.store.standing import published_by
from graph.store.surroundings import surroundings

Key = tuple[str, RelationKind, str]
_CHUNK = 900


def quotes(
    connection: Connection, keys: Collection[Key], each: int, until: date | None = None
) -> dict[Key, list[Quote]]:
    """Return for each edge up to ``each`` pieces of its evidence, by text and place in it.

    With ``until``, only from texts that are not younger.
    """
    wanted = set(keys)
    found: dict[Key, list[Quote]] = {}
    texts: dict[str, str] = {}
    ordered = sorted({key[0] for key in wanted})
    for start in range(0, len(ordered), _CHUNK):
        some = ordered[start : start + _CHUNK]
        for ranked in (_stated(some), _issued(some)):
            known = ranked if until is None else ranked.where(published_by(until))
            query = _first(known, each)
            for row in connection.execute(query):
                key = (row.acting, RelationKind(row.kind), row.acted)
                if key in wanted:
                    found.setdefault(key, []).append(_quote(row, texts))
    return {key: rows[:each] for key, rows in found.items()}


def _first(ranked: Any, each: int) -> Select[Any]:
    rows = ranked.subquery()
    return (
        select(rows, source.c.id, source.c.title, source.c.published, source.c.body)
        .join(source, source.c.no == rows.c.text_no)
        .where(rows.c.place <= each)
        .order_by(source.c.id, rows.c.start)
    )


def _stated(ids: list[str]) -> Select[Any]:
    acting, acted = node.alias(), node.alias()
    said = (statement.c.source_no == relation_evidence.c.source_no) & (
        statement.c.idx == relation_evidence.c.idx
    )
    edge = (relation.c.source_no, relation.c.kind, relation.c.target_no)
    return (
        select(
            acting.c.id.label("acting"),
            relation.c.kind.label("kind"),
            acted.c.id.label("acted"),
            statement.c.source_no.label("text_no"),
            statement.c.sentence_start.label("start"),
            statement.c.sentence_stop.label("stop"),
            _place(edge, statement.c.idx),
        )
        .select_from(relation)
        .join(acting, acting.c.no == relation.c.source_no)
        .join(acted, acted.c.no == relation.c.target_no)
        .join(relation_evidence, relation_evidence.c.relation_no == relation.c.no)
        .join(statement, said)
        .join(source, source.c.no == statement.c.source_no)
        .where(acting.c.id.in_(ids))
    )


def _issued(ids: list[str]) -> Select[Any]:
    acting, acted = node.alias(), node.alias()
    kind = literal(RelationKind.ISSUED_BY.value)
    return (
        issuer_forms(
            acting.c.id.label("acting"),
            kind.label("kind"),
            acted.c.id.label("acted"),
            mention.c.source_no.label("text_no"),
            mention.c.start.label("start"),
            mention.c.stop.label("stop"),
            _place((resolution.c.work_no,), mention.c.idx),
        )
        .join(work, (work.c.no == resolution.c.work_no) & (work.c.shadowed == 0))
        .join(acting, acting.c.no == work.c.no)
        .join(acted, acted.c.no == work.c.issuer_no)
        .join(source, source.c.no == mention.c.source_no)
        .where(acting.c.id.in_(ids))
    )


def _place(edge: tuple[Any, ...], index: Any) -> Any:
    return func.row_number().over(partition_by=edge, order_by=(source.c.id, index)).label("place")


def _quote(row: Any, texts: dict[str, str]) -> Quote:
    text = texts.get(row.id)
    if text is None:
        text = texts[row.id] = inflated(row.body)
    span = Span(row.start, row.stop)
    if row.kind == RelationKind.ISSUED_BY.value:
        span = surroundings(text, span)
    return Quote(row.id, row.title, text_day(row.published), span, span.of(text))

"""What is done to works, statement by statement: which part, in which words, said when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from graph.model.dates import PartialDate
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind
from graph.model.spans import Span
from graph.store.answers import Quote
from graph.store.coding import text_day, unpacked
from graph.store.evidence_rows import MENTION_COLUMNS, inflated, mention_of
from graph.store.schema import (
    mention,
    node,
    relation,
    relation_evidence,
    resolution,
    source,
    statement,
)
from graph.store.surroundings import surroundings

_CHUNK = 900


@dataclass(frozen=True, slots=True)
class Act:
    """A relation as one statement has it.

    ``before`` and ``after`` are what stands beside the mention of the target in the sentence:
    'một số điều của', 'trừ khoản 3'. ``number`` counts the statements of the relation (the same
    ends, kind and subdivisions), the oldest text first.
    """

    source: str
    kind: RelationKind
    target: str
    from_subdivisions: tuple[str, ...]
    to_subdivisions: tuple[str, ...]
    quote: Quote
    rule: str
    before: str
    after: str
    number: int
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text that is the work itself: its letterhead, and where it says when it holds."""

    letterhead: Quote
    effective: Quote | None
    expires: Quote | None


def acts(
    connection: Connection,
    node_ids: Collection[str],
    *,
    outgoing: bool,
    kinds: Collection[RelationKind],
    each: int,
) -> list[Act]:
    """Return up to ``each`` statements of every relation that reaches (or leaves) the nodes."""
    found: list[Act] = []
    texts: dict[int, str] = {}
    ordered, named = sorted(set(node_ids)), sorted(kinds)
    for start in range(0, len(ordered), _CHUNK):
        query = _ranked(ordered[start : start + _CHUNK], outgoing, named, each)
        found.extend(_act(row, texts) for row in connection.execute(query))
    return found


def own_texts(connection: Connection, work_id: str) -> tuple[OwnText, ...]:
    """Return the texts that were read as the work itself, the oldest first."""
    query = (
        select(source.c.id, source.c.title, source.c.published, source.c.body)
        .add_columns(*(mention.c[name] for name in MENTION_COLUMNS))
        .select_from(mention)
        .join(resolution, resolution.c.form_no == mention.c.form_no)
        .join(node, node.c.no == resolution.c.work_no)
        .join(source, source.c.no == mention.c.source_no)
        .where(node.c.id == work_id, mention.c.kind == MentionKind.SELF.value)
        .order_by(source.c.published.asc().nulls_last(), source.c.id, mention.c.idx)
    )
    return tuple(map(_own_text, connection.execute(query)))


def _ranked(ids: list[str], outgoing: bool, kinds: list[RelationKind], each: int) -> Select[Any]:
    acting, acted, thing = node.alias(), node.alias(), mention.alias()
    said = (statement.c.source_no == relation_evidence.c.source_no) & (
        statement.c.idx == relation_evidence.c.idx
    )
    there = (thing.c.source_no == statement.c.source_no) & (thing.c.idx == statement.c.object_idx)
    undated = (statement.c.until.is_(None), statement.c.since.is_(None))
    order = (*undated, source.c.published.asc().nulls_last(), source.c.id, statement.c.idx)
    number = func.row_number().over(partition_by=relation.c.no, order_by=order).label("number")
    rows = (
        select(acting.c.id.label("acting"), relation.c.kind, acted.c.id.label("acted"))
        .add_columns(relation.c.no.label("relation_no"), relation.c.from_sub, relation.c.to_sub)
        .add_columns(statement.c.source_no.label("text_no"), statement.c.rule, number)
        .add_columns(statement.c.sentence_start, statement.c.sentence_stop)
        .add_columns(statement.c.since, statement.c.until)
        .add_columns(thing.c.start.label("thing_start"), thing.c.stop.label("thing_stop"))
        .select_from(relation)
        .join(acting, acting.c.no == relation.c.source_no)
        .join(acted, acted.c.no == relation.c.target_no)
        .join(relation_evidence, relation_evidence.c.relation_no == relation.c.no)
        .join(statement, said)
        .join(thing, there)
        .join(source, source.c.no == statement.c.source_no)
        .where((acting if outgoing else acted).c.id.in_(ids), relation.c.kind.in_(kinds))
        .subquery()
    )
    return (
        select(rows, source.c.id.label("text_id"), source.c.title, source.c.published)
        .add_columns(source.c.body)
        .join(source, source.c.no == rows.c.text_no)
        .where(rows.c.number <= each)
        .order_by(rows.c.acted, rows.c.acting, rows.c.kind, rows.c.to_sub, rows.c.from_sub)
        .order_by(rows.c.number)
    )


def _act(row: Any, texts: dict[int, str]) -> Act:
    text = texts.get(row.text_no)
    if text is None:
        text = texts[row.text_no] = inflated(row.body)
    span = Span(row.sentence_start, row.sentence_stop)
    return Act(
        source=row.acting,
        kind=RelationKind(row.kind),
        target=row.acted,
        from_subdivisions=unpacked(row.from_sub),
        to_subdivisions=unpacked(row.to_sub),
        quote=Quote(row.text_id, row.title, text_day(row.published), span, span.of(text)),
        rule=row.rule,
        before=text[span.start : max(span.start, row.thing_start)],
        after=text[row.thing_stop : max(span.end, row.thing_stop)],
        number=row.number,
        since=text_day(row.since),
        until=text_day(row.until),
    )


def _own_text(row: Any) -> OwnText:
    identifier, title, published, body, *values = row
    text, day = inflated(body), text_day(published)
    own = mention_of(tuple(values))

    def quote(span: Span) -> Quote:
        shown = surroundings(text, span)
        return Quote(identifier, title, day, shown, shown.of(text))

    begins, ends = own.effective_span, own.expires_span
    return OwnText(
        quote(own.span), quote(begins) if begins else None, quote(ends) if ends else None
    )


def all_acts(connection: Connection, kinds: Collection[RelationKind]) -> Iterator[tuple[Any, ...]]:
    """Stream (source, kind, target, to_subdivisions) of every relation of some kinds."""
    query = _pairs(relation.c.to_sub).where(relation.c.kind.in_(sorted(kinds)))
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield row[0], RelationKind(row[1]), row[2], unpacked(row[3])


def acts_of(
    connection: Connection, node_ids: Collection[str], kinds: Collection[RelationKind]
) -> list[tuple[str, RelationKind, str]]:
    """Return (source, kind, target) of the relations that leave some nodes, each once."""
    found: dict[tuple[str, RelationKind, str], None] = {}
    ordered = sorted(set(node_ids))
    for start in range(0, len(ordered), _CHUNK):
        query = _pairs().where(relation.c.kind.in_(sorted(kinds)))
        query = query.where(_ACTING.c.id.in_(ordered[start : start + _CHUNK]))
        for row in connection.execute(query):
            found[row[0], RelationKind(row[1]), row[2]] = None
    return list(found)


def stated_in(
    connection: Connection, source_ids: Collection[str], targets: Collection[str]
) -> list[tuple[str, str, str]]:
    """Return (text, source, target) of the relations that texts state to some nodes."""
    found: list[tuple[str, str, str]] = []
    ordered, named = sorted(set(source_ids)), sorted(set(targets))
    for start in range(0, len(ordered), _CHUNK // 2):
        for first in range(0, len(named), _CHUNK // 2):
            query = (
                _pairs(source.c.id)
                .join(relation_evidence, relation_evidence.c.relation_no == relation.c.no)
                .join(source, source.c.no == relation_evidence.c.source_no)
                .where(source.c.id.in_(ordered[start : start + _CHUNK // 2]))
                .where(_ACTED.c.id.in_(named[first : first + _CHUNK // 2]))
            )
            found += [(row[3], row[0], row[2]) for row in connection.execute(query)]
    return found


_ACTING, _ACTED = node.alias(), node.alias()


def _pairs(*more: Any) -> Select[Any]:
    return (
        select(_ACTING.c.id, relation.c.kind, _ACTED.c.id, *more)
        .select_from(relation)
        .join(_ACTING, _ACTING.c.no == relation.c.source_no)
        .join(_ACTED, _ACTED.c.no == relation.c.target_no)
        .order_by(_ACTING.c.id, relation.c.kind, _ACTED.c.id, *more)
    )

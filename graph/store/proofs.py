"""Why the graph holds what it holds: sentences behind relations, mentions behind works."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, literal, null, or_, select, union_all

from graph.model.mentions import MentionKind
from graph.model.relations import Provenance, RelationKind
from graph.model.spans import Span
from graph.store.answers import EvidenceRow, MentionRow, Page
from graph.store.coding import text_day
from graph.store.derived_rows import RESOLUTION_COLUMNS, resolution_of
from graph.store.edges import issuer_mentions
from graph.store.evidence_rows import MENTION_COLUMNS, inflated, mention_of
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
from graph.store.surroundings import surroundings

BY = func.coalesce(source.c.publisher, source.c.author, source.c.id)


def provenance(
    connection: Connection, source_id: str, kind: RelationKind, target_id: str, limit: int | None
) -> tuple[Provenance, ...]:
    """Return the evidence for one relation, by text and place in it."""
    acting = select(node.c.no).where(node.c.id == source_id).scalar_subquery()
    acted = select(node.c.no).where(node.c.id == target_id).scalar_subquery()
    found = [
        stated(row) for row in connection.execute(_statements(acting, kind, acted).limit(limit))
    ]
    if kind is RelationKind.ISSUED_BY and (limit is None or len(found) < limit):
        left = None if limit is None else limit - len(found)
        query = _issuings(acting, acted).limit(left)
        found.extend(issued(row) for row in connection.execute(query))
    return tuple(found)


def evidence(connection: Connection, work_id: str, limit: int, offset: int) -> Page[EvidenceRow]:
    """Return where texts relate the work to others, and where they mention it."""
    no = connection.execute(select(node.c.no).where(node.c.id == work_id)).scalar()
    parts = union_all(_relating(no), _mentioning(no)).subquery()
    total = connection.execute(select(func.count()).select_from(parts)).scalar_one()
    page = (
        select(source.c.id, source.c.title, source.c.publisher, source.c.published, source.c.body)
        .add_columns(*parts.c)
        .join(parts, parts.c.source_no == source.c.no)
        .order_by(source.c.id, parts.c.start, parts.c.stop, parts.c.relation, parts.c.other)
        .limit(limit)
        .offset(offset)
    )
    rows = connection.execute(page)
    return Page(tuple(map(_evidence_row, rows)), total, limit, offset)


def mentions_of(connection: Connection, source_id: str) -> tuple[MentionRow, ...]:
    """Return the mentions of a source in order, each with what it was decided to mean."""
    meant = resolution.c.form_no == mention.c.form_no
    columns = [mention.c[name] for name in MENTION_COLUMNS]
    query = (
        select(mention.c.idx, mention.c.root_idx, node.c.id)
        .add_columns(*(resolution.c[name] for name in RESOLUTION_COLUMNS), *columns)
        .select_from(mention)
        .join(source, source.c.no == mention.c.source_no)
        .outerjoin(resolution, meant)
        .outerjoin(node, node.c.no == resolution.c.work_no)
        .where(source.c.id == source_id)
        .order_by(mention.c.idx)
    )
    return tuple(_mention_row(tuple(row)) for row in connection.execute(query))


def _statements(acting: Any, kind: RelationKind, acted: Any) -> Select[Any]:
    place = (statement.c.source_no == relation_evidence.c.source_no) & (
        statement.c.idx == relation_evidence.c.idx
    )
    return (
        select(statement, source.c.id.label("source_id"), source.c.body, BY.label("asserted_by"))
        .select_from(relation)
        .join(relation_evidence, relation_evidence.c.relation_no == relation.c.no)
        .join(statement, place)
        .join(source, source.c.no == statement.c.source_no)
        .where(
            relation.c.source_no == acting,
            relation.c.kind == kind.value,
            relation.c.target_no == acted,
        )
        .order_by(source.c.id, statement.c.idx)
    )


def stated(row: Any) -> Provenance:
    """Build from a row of a statement with source_id, body and asserted_by."""
    text = inflated(row.body)
    sentence = Span(row.sentence_start, row.sentence_stop)
    return Provenance(
        source=row.source_id,
        sentence=sentence,
        text=sentence.of(text),
        cue=text[row.cue_start : row.cue_stop],
        rule=row.rule,
        confidence=row.confidence,
        asserted_by=row.asserted_by,
    )


def _issuings(acting: Any, acted: Any) -> Select[Any]:
    columns = (mention.c.start, mention.c.stop, mention.c.issuer, resolution.c.confidence)
    return (
        issuer_mentions(source.c.id, source.c.body, BY, *columns)
        .join(source, source.c.no == mention.c.source_no)
        .join(work, work.c.no == resolution.c.work_no)
        .where(work.c.no == acting, work.c.issuer_no == acted, work.c.shadowed == 0)
        .order_by(source.c.id, mention.c.idx)
    )


def issued(row: Any) -> Provenance:
    """Build from source id, body, asserted by, start, stop, issuer, confidence."""
    identifier, body, by, start, stop, issuer, confidence = row
    text = inflated(body)
    sentence = surroundings(text, Span(start, stop))
    return Provenance(identifier, sentence, sentence.of(text), issuer, "issuer", confidence, by)


def _relating(no: int | None) -> Select[Any]:
    """Statements behind the work's relations; ``other`` is the node at the other end."""
    outgoing = relation.c.source_no == no
    other = node.alias()
    place = (statement.c.source_no == relation_evidence.c.source_no) & (
        statement.c.idx == relation_evidence.c.idx
    )
    there = (other.c.no == relation.c.source_no) | (other.c.no == relation.c.target_no)
    return (
        select(
            statement.c.source_no,
            statement.c.sentence_start.label("start"),
            statement.c.sentence_stop.label("stop"),
            null().label("kind"),
            relation.c.kind.label("relation"),
            outgoing.label("outgoing"),
            other.c.id.label("other"),
        )
        .select_from(relation)
        .join(relation_evidence, relation_evidence.c.relation_no == relation.c.no)
        .join(statement, place)
        .join(other, there & (other.c.no != no))
        .where(or_(outgoing, relation.c.target_no == no))
    )


def _mentioning(no: int | None) -> Select[Any]:
    """Every mention that means the work, those that point back to another one too."""
    meant = resolution.c.form_no == mention.c.form_no
    return (
        select(mention.c.source_no, mention.c.start, mention.c.stop, mention.c.kind)
        .add_columns(null().label("relation"), literal(None).label("outgoing"))
        .add_columns(null().label("other"))
        .select_from(resolution)
        .join(mention, meant)
        .where(resolution.c.work_no == no)
    )


def _evidence_row(row: Any) -> EvidenceRow:
    text, span = inflated(row.body), Span(row.start, row.stop)
    shown = span if row.relation else surroundings(text, span)
    return EvidenceRow(
        source=row.id,
        title=row.title,
        publisher=row.publisher,
        published=text_day(row.published),
        span=span,
        text=shown.of(text),
        kind=MentionKind(row.kind) if row.kind else None,
        relation=RelationKind(row.relation) if row.relation else None,
        outgoing=None if row.outgoing is None else bool(row.outgoing),
        other=row.other,
    )


def _mention_row(row: tuple[Any, ...]) -> MentionRow:
    index, root, work_id = row[:3]
    decided = row[3 : 3 + len(RESOLUTION_COLUMNS)]
    means = None if decided[0] is None else resolution_of(work_id, decided)
    return MentionRow(index, root, mention_of(row[3 + len(RESOLUTION_COLUMNS) :]), means)

"""Rows that cannot all be true, found by the database: the raw material of an audit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from graph.model.dates import PartialDate
from graph.model.mentions import MentionKind
from graph.model.spans import Span
from graph.store.answers import Quote
from graph.store.coding import text_day, unpacked
from graph.store.evidence_rows import inflated
from graph.store.schema import mention, node, resolution, source, statement, work
from graph.store.surroundings import surroundings

# Characters after its own number within which a document states what it is based on.
_HEAD = 3000
Numbers = tuple[int, int]  # the first and the last of the works that are looked at


@dataclass(frozen=True, slots=True)
class OddMention:
    """A mention with the work that it means; ``notes`` are what the resolution found odd."""

    work: str
    signed_on: PartialDate | None
    surface: str
    quote: Quote
    notes: tuple[str, ...]


def cited_too_early(connection: Connection, numbers: Numbers) -> Iterator[OddMention]:
    """Yield mentions of works that were signed after the text was published."""
    later = work.c.signed_on > source.c.published
    query = _mentions(numbers).where(later, mention.c.kind != MentionKind.SELF.value)
    for row in connection.execute(query):
        odd = _odd(row)
        day, written = odd.signed_on, odd.quote.published
        if day and written and day.earliest() > written.latest():
            yield odd


def in_conflict(connection: Connection, numbers: Numbers) -> Iterator[OddMention]:
    """Yield mentions that state something else than what is known of the work they mean."""
    for row in connection.execute(_mentions(numbers).where(resolution.c.conflicts.is_not(None))):
        yield _odd(row)


def about_themselves(connection: Connection, numbers: Numbers) -> Iterator[OddMention]:
    """Yield mentions in statements in which a work would act on itself."""
    acting, acted = resolution.alias(), resolution.alias()
    there = (mention.c.source_no == statement.c.source_no) & (
        mention.c.idx == statement.c.object_idx
    )
    query = (
        _mentions(numbers)
        .join(statement, there)
        .join(acting, acting.c.form_no == statement.c.subject_form)
        .join(acted, acted.c.form_no == statement.c.object_form)
        .where(acting.c.work_no == acted.c.work_no)
    )
    for row in connection.execute(query):
        yield _odd(row)


def own_numbers(connection: Connection, numbers: Numbers) -> Iterator[OddMention]:
    """Yield numbered mentions of a work in the head of the text that is this work itself.

    Further down, forms and annexes rightly name the document that they belong to.
    """
    own, meant = mention.alias(), resolution.alias()
    query = (
        _mentions(numbers)
        .join(own, own.c.source_no == mention.c.source_no)
        .join(meant, meant.c.form_no == own.c.form_no)
        .where(own.c.kind == MentionKind.SELF.value, mention.c.kind == MentionKind.NUMBERED.value)
        .where(meant.c.work_no == resolution.c.work_no)
        .where(mention.c.start >= own.c.stop, mention.c.start < own.c.stop + _HEAD)
    )
    for row in connection.execute(query):
        yield _odd(row)


def _mentions(numbers: Numbers) -> Select[Any]:
    return (
        select(node.c.id, work.c.signed_on, mention.c.start, mention.c.stop, mention.c.surface)
        .add_columns(source.c.id, source.c.title, source.c.published, source.c.body)
        .add_columns(resolution.c.conflicts)
        .select_from(mention)
        .join(resolution, resolution.c.form_no == mention.c.form_no)
        .join(work, (work.c.no == resolution.c.work_no) & (work.c.shadowed == 0))
        .join(node, node.c.no == work.c.no)
        .join(source, source.c.no == mention.c.source_no)
        .where(mention.c.idx == mention.c.root_idx, work.c.no.between(*numbers))
        .order_by(node.c.id, source.c.id, mention.c.idx)
    )


def _odd(row: Any) -> OddMention:
    work_id, signed, start, stop, surface, identifier, title, published, body, notes = row
    text = inflated(body)
    shown = surroundings(text, Span(start, stop))
    quote = Quote(identifier, title, text_day(published), shown, shown.of(text))
    return OddMention(work_id, text_day(signed), surface, quote, unpacked(notes))

"""Rows of the evidence tables and back: sources, mentions, statements."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from isal import isal_zlib

from graph.model.mentions import Mention, MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.relations import RelationKind, Statement
from graph.model.resolutions import Context
from graph.model.sources import SourceText
from graph.model.spans import Span
from graph.store.coding import day_text, packed, packed_object, packed_path, text_day, unpacked
from graph.store.prepared import Row

_SPANS = (
    "number_span", "date_span", "issuer_span", "place_span", "title_span", "target_span",
    "effective_span", "expires_span",
)  # fmt: skip
_DAYS = ("effective", "expires", "by")
_PLAIN = ("place", "signer", "capacity", "jurisdiction", "age", "told")
# ISA-L writes what zlib reads. Its level 1 deflates a news article to two fifths in a fiftieth of
# a millisecond, a third of the time that zlib takes for as much.
_LEVEL = 1

SOURCE_COLUMNS = (
    "id", "origin", "media_type", "title", "publisher", "published", "place", "author",
    "language", "warnings", "body",
)  # fmt: skip
MENTION_COLUMNS = (
    "start", "stop", "surface", "kind", "type", "ordinal", "symbol", "form", "number_year",
    "name", "date", "issuer", "title", "term", "details",
)  # fmt: skip


def deflated(text: str) -> bytes:
    """Return the text as stored."""
    return isal_zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def inflated(data: bytes) -> str:
    """Return the text that ``deflated`` stored."""
    return isal_zlib.decompress(data).decode("utf-8", "surrogatepass")


def source_row(no: int, source: SourceText, context: Context) -> Row:
    """Return the row of table source."""
    return (
        no, source.id, source.origin, source.media_type, source.title, source.publisher,
        day_text(source.published), source.place, source.author, source.language,
        packed(source.warnings), day_text(context.published), context.place,
        deflated(source.text),
    )  # fmt: skip


def source_of(row: Row) -> SourceText:
    """Read a row of SOURCE_COLUMNS."""
    return SourceText(
        id=row[0], origin=row[1], media_type=row[2], title=row[3], publisher=row[4],
        published=text_day(row[5]), place=row[6], author=row[7], language=row[8],
        warnings=unpacked(row[9]), text=inflated(row[10]),
    )  # fmt: skip


def roots(mentions: Sequence[Mention]) -> list[int]:
    """Return for each mention the end of its antecedent chain: itself where it has none.

    A chain that leads nowhere or in a circle ends where it starts.
    """
    return [_root(mentions, index) for index in range(len(mentions))]


def _root(mentions: Sequence[Mention], index: int) -> int:
    at = index
    for _ in range(len(mentions)):
        ahead = mentions[at].antecedent
        if ahead is None:
            return at
        if not 0 <= ahead < len(mentions):
            break
        at = ahead
    return index


def mention_row(
    source_no: int, index: int, root: int, form_no: int | None, mention: Mention
) -> Row:
    """Return the row of table mention."""
    number = mention.number
    return (
        source_no, index, root, form_no,
        mention.span.start, mention.span.end, mention.surface, mention.kind.value, mention.type,
        number.ordinal if number else None,
        number.symbol if number else None,
        number.form.value if number else None,
        number.year if number else None,
        mention.name, day_text(mention.date), mention.issuer, mention.title, mention.term,
        packed_object(_details(mention)),
    )  # fmt: skip


def _details(mention: Mention) -> dict[str, Any]:
    details: dict[str, Any] = {}
    for name in _SPANS:
        span = getattr(mention, name)
        if span is not None:
            details[name] = span
    for name in _PLAIN:
        if (value := getattr(mention, name)) is not None:
            details[name] = value
    for name in _DAYS:
        if (day := getattr(mention, name)) is not None:
            details[name] = day_text(day)
    if mention.day:
        details["day"] = mention.day
    if mention.recipients:
        details["recipients"] = mention.recipients
    if mention.targets:
        details["targets"] = mention.targets
    if mention.antecedent is not None:
        details["antecedent"] = mention.antecedent
    if mention.within is not None:
        details["within"] = mention.within
    if mention.quoted:
        details["quoted"] = True
    if mention.contested:
        details["contested"] = True
    return details


def mention_of(row: Row) -> Mention:
    """Read a row of MENTION_COLUMNS."""
    start, stop, surface, kind, type_, ordinal, symbol, form, year, *stated, packed_details = row
    name, date, issuer, title, term = stated
    details = json.loads(packed_details) if packed_details else {}
    for span_name in _SPANS:
        if span_name in details:
            details[span_name] = Span(*details[span_name])
    for name_of_day in _DAYS:
        if name_of_day in details:
            details[name_of_day] = text_day(details[name_of_day])
    if "day" in details:
        details["day"] = tuple(details["day"])
    if "recipients" in details:
        details["recipients"] = tuple(details["recipients"])
    if "targets" in details:
        details["targets"] = tuple(tuple(path) for path in details["targets"])
    return Mention(
        span=Span(start, stop), surface=surface, kind=MentionKind(kind), type=type_,
        number=DocumentNumber(ordinal, symbol, NumberForm(form), year) if ordinal else None,
        name=name, date=text_day(date), issuer=issuer, title=title, term=term, **details,
    )  # fmt: skip


def statement_row(
    source_no: int,
    index: int,
    statement: Statement,
    forms: Sequence[int | None],
    actor_no: int | None,
) -> Row:
    """Return the row of table statement. ``forms`` are those of the source's mentions."""
    subject, span = statement.subject, statement.subject_span
    return (
        source_no, index, statement.relation.value, subject, statement.object,
        None if subject is None else forms[subject], forms[statement.object],
        actor_no if subject is None else None,
        packed_path(statement.from_subdivisions), packed_path(statement.to_subdivisions),
        *statement.cue, *statement.sentence, statement.rule, statement.confidence,
        statement.subject_body, span.start if span else None, span.end if span else None,
        day_text(statement.since), day_text(statement.until),
    )  # fmt: skip


def statement_of(row: Mapping[str, Any]) -> Statement:
    """Read a row of table statement, by column names."""
    start, stop = row["subject_start"], row["subject_stop"]
    return Statement(
        relation=RelationKind(row["relation"]),
        subject=row["subject_idx"],
        object=row["object_idx"],
        cue=Span(row["cue_start"], row["cue_stop"]),
        sentence=Span(row["sentence_start"], row["sentence_stop"]),
        rule=row["rule"],
        confidence=row["confidence"],
        subject_body=row["subject_body"],
        subject_span=None if start is None else Span(start, stop),
        from_subdivisions=unpacked(row["from_sub"]),
        to_subdivisions=unpacked(row["to_sub"]),
        since=text_day(row["since"]),
        until=text_day(row["until"]),
    )

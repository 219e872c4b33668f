"""Actors side by side: in 'Kế hoạch A và Kế hoạch B thực hiện Nghị quyết C' both act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extraction.cues.saying import GUIDE, Reading
from graph.extraction.fields.body_phrases import begins_a_body
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.statements.adjacent import beside, fills
from graph.extraction.text.draft import FULL
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, alternation
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

_AND = re.compile(rf"(?:{MAYBE_SPACE},)?{SPACE}(?:và|cùng)(?:{SPACE}(?:với|các))?{SPACE}")
_COMMA = re.compile(rf"{MAYBE_SPACE},{SPACE}")
_REACH = 320
_BOTH = re.compile(rf"{MAYBE_SPACE},?{SPACE}(?:đều|cùng){SPACE}")
_ISSUED = re.compile(rf"(?:ban{SPACE}hành|xây{SPACE}dựng){SPACE}(?:các{SPACE})?$")


def named_for_others(registry: Registry) -> re.Pattern[str]:
    """Return the pattern of what stands before a body that does not act: 'của', 'Bí thư'."""
    types = {type_.name for type_ in registry.types}  # 'Nghị quyết Đại hội …'
    heads = alternation(registry.listed("head-of") | types)
    inner = alternation(("ban chấp hành", "ban thường vụ", "thường trực", "lãnh đạo"))
    return re.compile(
        rf"(?<![^\W_])(?i:của|do|cho|được|bị|{heads}){SPACE}(?:(?i:{inner}){SPACE})?$"
    )


class Together:
    """Finds who else does what was read of one actor."""

    def __init__(self, registry: Registry, issuers: IssuerReader) -> None:
        self._issuers = issuers
        self._for_others = named_for_others(registry)

    def also(
        self, reading: Reading, statement: Statement, heard: Sequence[Statement | None]
    ) -> Iterator[Statement]:
        """Yield the same statement of each actor beside its own; ``heard`` is by reference."""
        if statement.subject is not None and statement.rule in ("actor", "title"):
            both = _BOTH.match(reading.text, reading.drafts[statement.subject].past_title)
            for other in _documents(reading, statement.subject, heard, titled=both is not None):
                kind = _as_it_does(reading, statement, other)
                yield replace(statement, subject=other, relation=kind)
        elif statement.subject is not None and statement.rule == "main-clause":
            for other in _issued_too(reading, statement.subject):
                yield replace(statement, subject=other)
        elif statement.subject_span is not None:
            for span in self._bodies(reading.text, statement):
                phrase = span.phrase(reading.text)
                yield replace(statement, subject_body=phrase, subject_span=span)

    def _bodies(self, text: str, statement: Statement) -> Iterator[Span]:
        """Yield bodies joined to the acting one: before it, or in a main clause after it."""
        last, sentence = statement.subject_span, statement.sentence
        assert last is not None
        if statement.rule == "main-clause":
            for span in self._issuers.bodies_in(
                text, last.end, min(sentence.end, last.end + _REACH)
            ):
                if not _are_joined(text, last, span):
                    return
                yield (last := span)
            return
        for span in joined_before(self._issuers, text, last, sentence.start):
            if self._for_others.search(text, max(sentence.start, span.start - 44), span.start):
                return
            yield span


def _as_it_does(reading: Reading, statement: Statement, other: int) -> RelationKind:
    """Tell what a plan does where a guide beside it 'thực hiện' the same: it carries it out."""
    guides = statement.relation is RelationKind.GUIDES
    cue = statement.cue.of(reading.text).lower()
    if guides and reading.drafts[other].type != GUIDE and "hướng" not in cue:
        return RelationKind.IMPLEMENTS
    return statement.relation


def joined_before(issuers: IssuerReader, text: str, last: Span, floor: int) -> Iterator[Span]:
    """Yield the bodies joined to one before it, the nearest first."""
    start = max(floor, last.start - _REACH)
    for span in reversed(issuers.bodies_in(text, start, last.start)):
        if not _are_joined(text, span, last):
            return
        yield (last := span)


def _are_joined(text: str, one: Span, other: Span) -> bool:
    if one.start and text[one.start - 1] in "-/":
        return False  # the end of a number, as CP in NĐ-CP
    joint = any(joint.fullmatch(text, one.end, other.start) for joint in (_AND, _COMMA))
    return joint and begins_a_body(text, one.start) and begins_a_body(text, other.start)


def _documents(
    reading: Reading, subject: int, heard: Sequence[Statement | None], *, titled: bool
) -> Iterator[int]:
    """Yield the documents joined by 'và' to the acting one, of which nothing else is said.

    ``titled`` says that they may be of two types: 'Chỉ thị A và Kế hoạch B, đều nhằm triển khai C'.
    """
    drafts, text = reading.drafts, reading.text
    joints: tuple[re.Pattern[str], ...] = (_AND,)
    at = subject
    while (before := beside(reading, at)) is not None:
        one, other = drafts[before], drafts[at]
        start = other.begins
        if one.kind not in FULL or one.quoted or one.title_span:
            return
        issued = _ISSUED.search(text, max(0, one.begins - 24), one.begins)
        if one.type != other.type and not (issued or titled):
            return
        if issued:
            joints = (_AND, _COMMA)
        if heard[before] is not None or heard[at] is not None:
            return
        if not any(joint.fullmatch(text, one.after, start) for joint in joints):
            return
        if reading.led(before) is not None or _is_named_again(reading, before, subject):
            return  # 'theo Nghị định A và Nghị định B sửa đổi C'
        yield before
        at, joints = before, (_AND, _COMMA)


def _issued_too(reading: Reading, subject: int) -> Iterator[int]:
    """Yield what is issued with it: 'ban hành Nghị định A, Nghị định B và Nghị định C'.

    What only commas join may be another clause: they count where an 'và' ends the list.
    """
    first, waiting = reading.drafts[subject].type, list[int]()
    for other in range(subject + 1, len(reading.drafts)):
        at, draft = beside(reading, other), reading.drafts[other]
        if at != subject or draft.kind not in FULL:
            if draft.within is None:
                return
            continue
        ends = reading.drafts[at].ends
        if fills(_AND, reading.text, ends, draft.start):
            yield from (*waiting, other)
            waiting = []
        elif draft.type == first and fills(_COMMA, reading.text, ends, draft.start):
            waiting.append(other)
        else:
            return
        subject = other


def _is_named_again(reading: Reading, index: int, subject: int) -> bool:
    """Tell whether what stands first is what the other acts on: 'A và B sửa đổi A'."""
    one, near = reading.drafts[index], reading.drafts[subject + 1 : subject + 12]
    if one.number is None:
        return any(d.name == one.name and d.date == one.date for d in near)
    ordinal = one.number.bare_ordinal
    return any(d.number is not None and d.number.bare_ordinal == ordinal for d in near)

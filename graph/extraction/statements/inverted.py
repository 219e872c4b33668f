"""Reading what is named behind what it acts on: 'Văn bản thay thế Thông tư A là Thông tư B'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extraction.cues.saying import Reading, behind, said
from graph.extraction.statements.adjacent import beside, fills, is_joined
from graph.extraction.statements.backward import points_surely
from graph.extraction.text.draft import FULL
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_KINDS = (K.DETAILS, K.GUIDES, K.REPLACES, K.REPEALS, K.AMENDS, K.IMPLEMENTS)
_DOCUMENT = (
    rf"(?:[Cc]ác{SPACE})?(?:[Vv]ăn{SPACE}bản|[Nn]ghị{SPACE}(?:định|quyết)|[Tt]hông{SPACE}tư|[Qq]u(?:y|yết){SPACE}định"
    rf"|[Ll]uật|[Kk]ế{SPACE}hoạch|[Cc]hương{SPACE}trình(?:{SPACE}hành{SPACE}động)?|[Hh]ướng{SPACE}dẫn)"
)
# What may stand before the verb: it begins the clause, or says that a document does it.
_OPENS = re.compile(
    rf"(?:[^.;:,“”\d]{{2,40}},{SPACE})?(?:{_DOCUMENT}(?:{SPACE}(?:mới|chính|hiện{SPACE}hành|duy{SPACE}nhất|được{SPACE}ban{SPACE}hành(?:{SPACE}để)?))?{SPACE}(?:để{SPACE})?)?"
)
_IS = re.compile(
    rf"(?:{SPACE}(?:trước{SPACE}đây|cũ|nói{SPACE}trên))?{MAYBE_SPACE},?{SPACE}(?:hiện|nay|chính|hiện{SPACE}nay)?{MAYBE_SPACE}"
    rf"(?<=\s)(?:là|có){SPACE}(?:các{SPACE})?"
)
# 'Chính phủ ban hành ba nghị định hướng dẫn Luật A, gồm Nghị định B và Nghị định C'
_SEVERAL = re.compile(
    rf"(?<![^\W_])(?:\d{{1,2}}|hai|ba|bốn|năm|sáu|các|một{SPACE}số|nhiều|loạt){SPACE}"
    rf"(?:văn{SPACE}bản|nghị{SPACE}(?:định|quyết)|thông{SPACE}tư|quyết{SPACE}định|kế{SPACE}hoạch|chương{SPACE}trình|hướng{SPACE}dẫn)"
    rf"(?:{SPACE}(?:mới|để|nhằm|quan{SPACE}trọng|liên{SPACE}quan)){{0,2}}{SPACE}$"
)
_NAMELY = re.compile(
    rf"(?:{MAYBE_SPACE},?{SPACE}(?:(?:bao{SPACE})?gồm|đó{SPACE}là|là|cụ{SPACE}thể{SPACE}là|như)(?:{SPACE}có)?{MAYBE_SPACE}:?|{MAYBE_SPACE}:)"
    rf"{SPACE}(?:các{SPACE})?"
)
_LED = (" là", " là các", " có", ",", ":", "gồm", "như", " và", ";")
_COMPARED = re.compile(rf"(?:[Ss]o|[Kk]hác){SPACE}với{SPACE}$")
_WHICH_IT = re.compile(
    rf"{SPACE}mà{SPACE}(?:nó|văn{SPACE}bản{SPACE}này)(?:{SPACE}(?:đã|sẽ|vừa))?{SPACE}"
    rf"(?P<cue>(?P<replaces>thay{SPACE}thế|thay)|(?P<amends>sửa{SPACE}đổi(?:,?{SPACE}bổ{SPACE}sung)?)),{SPACE}"
)


def inverted(reading: Reading, index: int) -> Iterator[Statement]:
    """Yield what the document at ``index`` does to the one before it, if that stands first."""
    draft = reading.drafts[index]
    led = reading.text[max(0, draft.begins - 12) : draft.begins].rstrip()
    if not led.endswith(_LED) or draft.kind not in FULL or draft.quoted:
        return
    at = beside(reading, index)
    if at is None or draft.within is not None:
        return
    acted = reading.drafts[at]
    if acted.kind is MentionKind.SELF or not points_surely(reading, at):
        return
    sentence = reading.sentence(index)
    if acted.begins < sentence.start:
        return
    last = reading.said[-1] if reading.said else None
    if last is not None and last.rule == "inverted" and last.subject == at:
        if last.sentence == sentence and is_joined(reading, at, draft.begins):
            yield replace(last, subject=index)  # the next in the list
        return
    found = (
        _is_it(reading, at, index, sentence)
        or _compared(reading, at, index, sentence)
        or _one_of_several(reading, at, index, sentence)
    )
    if found is not None:
        kind, cue = found
        yield said(kind, index, at, cue, sentence, "inverted", 0.85, acted.targets)


def _is_it(reading: Reading, at: int, index: int, sentence: Span) -> tuple[K, Span] | None:
    """Read 'Quy định chi tiết Luật A là Nghị định B'."""
    text, start = reading.text, reading.drafts[index].begins
    if not fills(_IS, text, behind(text, reading.drafts[at]), start):
        return None
    led = reading.led(at)
    if led is None or led[0] not in _KINDS or led[1].start < sentence.start:
        return None
    return led[:2] if _OPENS.fullmatch(text, sentence.start, led[1].start) else None


def _one_of_several(reading: Reading, at: int, index: int, sentence: Span) -> tuple[K, Span] | None:
    """Read 'ba nghị định hướng dẫn Luật A, gồm Nghị định B'."""
    text, start = reading.text, reading.drafts[index].begins
    if not fills(_NAMELY, text, behind(text, reading.drafts[at]), start):
        return None
    led = reading.led(at)
    if led is None or led[0] not in _KINDS or led[1].start < sentence.start:
        return None
    near = max(sentence.start, led[1].start - 48)
    return led[:2] if _SEVERAL.search(text, near, led[1].start) else None


def _compared(reading: Reading, at: int, index: int, sentence: Span) -> tuple[K, Span] | None:
    """Read 'So với Nghị định A mà nó thay thế, Nghị định B …'."""
    text, acted, start = reading.text, reading.drafts[at], reading.drafts[index].begins
    if _COMPARED.search(text, sentence.start, acted.begins) is None:
        return None
    for end in behind(text, acted):
        found = _WHICH_IT.fullmatch(text, end, start) if end < start else None
        if found is not None:
            kind = K.REPLACES if found["replaces"] else K.AMENDS
            return kind, Span(*found.span("cue"))
    return None

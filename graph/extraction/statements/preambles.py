"""Reading what a document rests on: 'Căn cứ X' before the enacting words, or in prose."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading, said
from graph.extraction.statements.actors import BodyActors
from graph.extraction.statements.subjects import DocumentActors
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
# 'Quyết định số 5/QĐ-CTN ghi rõ, căn cứ Luật A; căn cứ Luật B': a preamble that prose tells of
_TOLD = re.compile(
    r"\s{1,4}(?:(?:có\s)?(?:ghi|nêu|viết)(?:\s{1,4}rõ)?\s{0,3}[:,]?|được\s[^.,;:“”\"]{2,60}?)\s{0,3}[“\"]?\s{0,3}"
)
# 'Đề án A được xây dựng trên cơ sở X': it is A that rests on X, not the text.
_DRAWN_UP = re.compile(
    r"(?<![^\W_])(?:được\s{1,4}(?:xây\s{1,4}dựng|ban\s{1,4}hành|hình\s{1,4}thành|soạn\s{1,4}thảo)|(?<=,\s)(?:ban\s{1,4}hành|xây\s{1,4}dựng)|ra\s{1,4}đời)\s{1,4}$"
)
_ISSUED = re.compile(r"(?<![^\W_])(?:ký|ban\s{1,4}hành)\s{1,4}$")
_NEXT = re.compile(r"\s{0,3}[;,]\s{0,8}")
_LETTER = "cong-van"
_LINE = re.compile(r"\n[ \t]*(?:[-–+][ \t]*)?$")
_WORD_BEFORE = re.compile(r"[^\W\d_] {1,2}$")
_RECITED, _SURE = "recital", 0.85
_HAS_BASES = ("quyet-dinh", "nghi-quyet", "nghi-dinh", "thong-tu", "chi-thi", "ke-hoach")
_TELLS = re.compile(r"(?:Ngay\s{1,4})?(?:[Ss]au|Từ|Kể\s{1,4}từ)\s{1,4}khi\s{1,4}")


class Preambles:
    """Reads bases; immutable."""

    def __init__(self, documents: DocumentActors, bodies: BodyActors) -> None:
        self._documents = documents
        self._bodies = bodies

    def read(self, reading: Reading, index: int, span: Span, sentence: Span) -> Statement | None:
        """Read 'Căn cứ …' before the enacting words of an official text, or in prose."""
        draft = reading.drafts[index]
        if reading.own is None and draft.within is None:
            based = _recited(reading, index, span, sentence)
            based = based or self._drawn_up(reading, index, span, sentence)
            return based or self._bodies.based(reading, index, span, sentence)
        if draft.within is not None:
            return None
        if _DRAWN_UP.search(reading.text, max(0, span.start - 40), span.start):
            return self._drawn_up(reading, index, span, sentence)
        if reading.own is None or not _may_rest(reading, reading.own, span.start):
            return None
        if reading.text.endswith(", ", sentence.start, span.start):
            # 'Thông báo: UBND tỉnh ký Quyết định A, trên cơ sở X'
            told = self._drawn_up(reading, index, span, sentence)
            if told is not None and told.subject != reading.own:
                return told
            issued = _issued_here(reading, index, sentence)
            if issued is not None:
                return said(K.BASED_ON, issued, index, span, sentence, "actor", 0.8, draft.targets)
        if _TELLS.fullmatch(reading.text, sentence.start, span.start):
            # A report tells what came of X: 'Sau khi tiếp thu X, Huyện ủy đã ban hành Kế hoạch Y'.
            return self._bodies.based(reading, index, Span(sentence.start, span.end), sentence)
        return said(K.BASED_ON, reading.own, index, span, sentence, "preamble", 0.98,
                     draft.targets)  # fmt: skip

    def _drawn_up(
        self, reading: Reading, index: int, cue: Span, sentence: Span
    ) -> Statement | None:
        """Read 'A được xây dựng trên cơ sở X'; a capital begins a preamble of its own."""
        if not reading.text[cue.start].islower():
            return None
        subject, rule, sure = self._documents.actor(reading, index, K.BASED_ON, cue, sentence)
        if subject is None or rule != "actor":
            return None
        targets = reading.drafts[index].targets
        return said(K.BASED_ON, subject, index, cue, sentence, rule, sure, targets)


def _issued_here(reading: Reading, index: int, sentence: Span) -> int | None:
    """Return what somebody is said to have issued, in the sentence, before a reference."""
    for at in range(index - 1, max(-1, index - 4), -1):
        draft = reading.drafts[at]
        if draft.start < sentence.start or draft.kind is MentionKind.SELF:
            return None
        if _ISSUED.search(reading.text, max(0, draft.begins - 16), draft.begins):
            return at
    return None


def _may_rest(reading: Reading, own: int, at: int) -> bool:
    """Tell whether 'căn cứ' at ``at`` may name what the text itself rests on.

    It stands before the enacting words and begins a clause, as 'ổn định ngân sách căn cứ theo A'
    does not. A letter's answer has its bases behind the words that lead it in, each in its line.
    """
    if at > reading.enacts:
        letter = reading.drafts[own].type == _LETTER
        return letter and _LINE.search(reading.text, max(0, at - 6), at) is not None
    inside = _WORD_BEFORE.search(reading.text, max(0, at - 4), at)
    return inside is None or not reading.text.startswith("căn ", at)


def _recited(reading: Reading, index: int, cue: Span, sentence: Span) -> Statement | None:
    """Read the bases that prose says a document names, the first and those after it."""
    if not index:
        return None
    before, text = reading.drafts[index - 1], reading.text
    last = reading.said[-1] if reading.said else None
    if _TOLD.fullmatch(text, before.past_title, cue.start) and before.type in _HAS_BASES:
        acts = index - 1
    elif last is None or last.rule != _RECITED or last.object != index - 1:
        return None
    elif last.subject is not None and _NEXT.fullmatch(text, before.past_title, cue.start):
        acts = last.subject
    else:
        return None
    targets = reading.drafts[index].targets
    return said(K.BASED_ON, acts, index, cue, sentence, _RECITED, _SURE, targets)

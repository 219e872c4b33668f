"""Reading who details what was just told: 'Luật A … Nội dung này được quy định chi tiết tại B.'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.extraction.cues.saying import Reading, outranks, said
from graph.extraction.text.draft import FULL, NAMING
from graph.extraction.text.patterns import SPACE
from graph.model.registry import DocumentType
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_TOLD = re.compile(
    rf"(?:(?:Các|Những){SPACE})?(?i:nội{SPACE}dung|quy{SPACE}định|vấn{SPACE}đề){SPACE}(?:này|trên|(?:nêu|nói){SPACE}trên){SPACE}"
    rf"(?:(?:hiện|đã|cũng|sẽ|tiếp{SPACE}tục){SPACE})?được{SPACE}(?:[^.,;:“”()\d]{{2,50}}?{SPACE})?"
    rf"(?P<cue>(?P<guides>hướng{SPACE}dẫn)|quy{SPACE}định|chi{SPACE}tiết{SPACE}h(?:óa|oá)|cụ{SPACE}thể{SPACE}h(?:óa|oá))"
    rf"(?:{SPACE}(?:rõ|cụ{SPACE}thể|chi{SPACE}tiết|thi{SPACE}hành|thực{SPACE}hiện)){{0,3}}{SPACE}(?:tại|ở|trong|bởi|bằng|theo){SPACE}"
)
_PARAGRAPH = 900  # characters


def of_contents(
    reading: Reading, types: Mapping[str, DocumentType], index: int
) -> Iterator[Statement]:
    """Yield that the document at ``index`` details the one that its paragraph has told of."""
    draft, text = reading.drafts[index], reading.text
    sentence = reading.sentence(index)
    if reading.own is not None or draft.kind not in FULL or draft.quoted:
        return
    found = _TOLD.fullmatch(text, sentence.start, draft.begins)
    if found is None:
        return
    paragraph = max(text.rfind("\n", 0, sentence.start), sentence.start - _PARAGRAPH)
    told: list[int] = []
    for at in range(index - 1, -1, -1):
        other = reading.drafts[at]
        if other.start < paragraph:
            break
        if other.within is None:
            told.append(at)
    named = {(reading.drafts[at].type, reading.drafts[at].number, reading.drafts[at].name)
             for at in told}  # fmt: skip
    first = reading.drafts[told[0]] if told else None
    if first is None or len(named) != 1 or first.kind not in NAMING:
        return
    if not outranks(types, draft, first):
        return
    kind = K.GUIDES if found["guides"] else K.DETAILS
    yield said(kind, index, told[0], Span(*found.span("cue")), sentence, "actor", 0.8)

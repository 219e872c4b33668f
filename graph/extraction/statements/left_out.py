"""Reading verbs whose object is left out: 'Luật A; Nghị định B hướng dẫn thi hành.'"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.extraction.cues.saying import Reading, behind, outranks, said
from graph.extraction.statements.adjacent import beside, fills, is_joined
from graph.extraction.text.draft import FULL
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.model.registry import DocumentType
from graph.model.relations import RelationKind, Statement

K = RelationKind
_LOWER = (K.GUIDES, K.DETAILS)
_ALIKE = (K.AMENDS, K.REPLACES)
_FAR = 160  # characters between the two, at most
_NEAR = 40  # characters to what may be the object after all
# 'A đã có hiệu lực; B hướng dẫn', 'A (B sửa đổi)'
_JOINT = re.compile(
    rf"(?:{SPACE}(?:đã|có|còn|vẫn|được|chạy|ban)(?![^\W_])[^.,;:()“”\n]{{0,60}})?\s{{0,4}}(?:;|,|\(|{SPACE}(?:và|kèm|kèm{SPACE}theo|cùng|cùng{SPACE}với)(?![^\W_])){MAYBE_SPACE}"
    rf"(?:(?:và|nay|đã{SPACE}có|được){SPACE})?"
)
_NO_OBJECT = re.compile(
    rf"(?:{SPACE}một{SPACE}số{SPACE}(?:điều|nội{SPACE}dung))?{MAYBE_SPACE}"
    rf"(?:[.;)]|\Z|,(?!{SPACE}(?:hướng|quy|sửa|bổ|thay|bãi|huỷ|hủy|điều)(?![^\W_])))"
)


def left_out(
    reading: Reading, types: Mapping[str, DocumentType], index: int
) -> Iterator[Statement]:
    """Yield what ``index`` does to the reference before it, where its verb has no object.

    A law is guided by what is below it, and amended by what is of its type. Of several that are
    listed it is not told which is meant.
    """
    drafts, text = reading.drafts, reading.text
    draft, at = drafts[index], beside(reading, index)
    if at is None or draft.kind not in FULL or draft.quoted or drafts[at].kind not in FULL:
        return
    past = max(drafts[at].after, drafts[at].past_title)
    if draft.begins != draft.start or draft.start - past > _FAR:
        return
    sentence = reading.sentence(index)
    if drafts[at].start < sentence.start:
        return
    verb = reading.cues.leading(text, draft.after + 1, min(sentence.end, draft.after + 80))
    if verb is None or not text[draft.after : verb[1].start].isspace():
        return
    kind, cue = verb
    if kind not in _LOWER and kind not in _ALIKE:
        return
    ends = _NO_OBJECT.match(text, cue.end, sentence.end)
    if ends is None:
        return
    near = index + 1 < len(drafts) and drafts[index + 1].begins < cue.end + _NEAR
    if near and ends[0].endswith(","):
        return
    other = drafts[at]
    fits = outranks(types, draft, other) if kind in _LOWER else draft.type == other.type
    if not fits or not fills(_JOINT, text, behind(text, other), draft.start):
        return
    earlier = beside(reading, at)
    if earlier is not None and is_joined(reading, earlier, other.begins):
        return
    yield said(kind, index, at, cue, sentence, "left-out", 0.8)

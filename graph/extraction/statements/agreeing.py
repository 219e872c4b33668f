"""Reading who agrees in a letter: 'Chủ tịch UBND tỉnh có ý kiến như sau: 1. Đồng ý đình chỉ X'."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import past_heading
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.text.patterns import SPACE
from graph.model.relations import RelationKind
from graph.model.spans import Span

K = RelationKind
# What a letter does by agreeing to it.
AGREED = (K.EXTENDS, K.STAYS, K.SUSPENDS)
AGREES = re.compile(
    rf"(?:Đồng{SPACE}ý|Thống{SPACE}nhất|Nhất{SPACE}trí|Chấp{SPACE}thuận|Cho{SPACE}phép){SPACE}(?:việc{SPACE})?"
)
_SAYS = re.compile(
    rf"{SPACE}(?:có{SPACE}ý{SPACE}kiến|chỉ{SPACE}đạo|kết{SPACE}luận|quyết{SPACE}định|thông{SPACE}báo|yêu{SPACE}cầu)"
    rf"(?:{SPACE}(?:như{SPACE}sau|sau))?\s?:"
)
_LEAD, _BODY = 1500, 320  # characters


def who_agrees(text: str, cue: Span, issuers: IssuerReader) -> Span | None:
    """Return the body of the lead under which an item agrees to what ``cue`` says."""
    line = text.rfind("\n", 0, cue.start) + 1
    if not AGREES.fullmatch(text, past_heading(text, line), cue.start):
        return None
    leads = [*_SAYS.finditer(text, max(0, line - _LEAD), line)]
    if not leads:
        return None
    start = leads[-1].start()
    bodies = issuers.bodies_in(text, max(0, start - _BODY), start)
    return bodies[-1] if bodies and bodies[-1].end == start else None

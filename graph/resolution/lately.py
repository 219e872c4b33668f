"""The year of a document that a text says was new: 'Bộ Công an vừa ban hành Thông tư 33'.

When the text was written tells the year; at the beginning of one it may still be the year before.
"""

from __future__ import annotations

import re

from graph.model.dates import PartialDate
from graph.model.mentions import Mention, MentionKind

_DEED = r"(?:ban\s{1,4}hành|ký|ra|thông\s{1,4}qua|công\s{1,4}bố|có|đưa\s{1,4}ra)(?![^\W_])"
_BETWEEN = re.compile(
    rf"[^.;:\n]{{0,60}}?\s(?:vừa|mới)\s{{1,4}}(?:(?:đã|chính\s{{1,4}}thức)\s{{1,4}})?{_DEED}[^.;:\n]{{0,30}}"
)
_LED_IN = re.compile(
    r"(?<![^\W_])(?:[Vv]ừa\s{1,4}qua|[Mm]ới\s{1,4}đây|[Vv]ừa\s{1,4}mới)\s{0,4},?\s{1,4}$"
)
_THEN = re.compile(rf"[^.;:\n]{{0,60}}?(?<![^\W_]){_DEED}[^.;:\n]{{0,30}}")
_BEHIND = re.compile(
    r"[^.;:\n]{0,160}?\s(?:vừa|mới)\s{1,4}(?:(?:được|do)\s[^.,;:\n]{2,60}?\s)?(?:ban\s{1,4}hành|ký|công\s{1,4}bố)(?![^\W_])"
)
_TURN = 2  # months of a year in which what is new may be of the year before


def year_of_late(text: str, mention: Mention, written: PartialDate | None) -> int | None:
    """Return the year of a document that is said to be new; None where nothing says so.

    ``written`` says when the text was written, to the month at least.
    """
    if written is None or written.month is None or written.month <= _TURN:
        return None
    if mention.kind is not MentionKind.SHORT or mention.year is not None:
        return None
    return written.year if _is_new(text, mention) else None


def _is_new(text: str, mention: Mention) -> bool:
    start, body = mention.span.start, mention.issuer_span
    if body is not None and body.end <= start:
        if _BETWEEN.fullmatch(text, body.end, start):
            return True
        led = _LED_IN.search(text, max(0, body.start - 24), body.start)
        return led is not None and _THEN.fullmatch(text, body.end, start) is not None
    return _BEHIND.match(text, mention.span.end) is not None

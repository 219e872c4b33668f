"""Reading what a session looked into: 'Xem xét kết quả giám sát A về thực hiện X, B yêu cầu'.

Communiqués of inspection committees list it, item by item, below who concluded all of it.
"""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading, done_by
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.statements.mainclause import MainClauses
from graph.extraction.text.patterns import SPACE, UPPER
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

_LOOKED = re.compile(
    rf"[\s\d.)*•+–-]{{0,12}}(?:(?:Qua|Xem{SPACE}xét|Về)(?:{SPACE}(?:xem{SPACE}xét|báo{SPACE}cáo)){{0,2}}(?:{SPACE}kết{SPACE}quả)?{SPACE})?"
)
_LOOKED_AT = re.compile(
    rf"{_LOOKED.pattern}(?P<cue>(?i:giám{SPACE}sát|kiểm{SPACE}tra(?:,?{SPACE}giám{SPACE}sát)?))"
    rf"(?:{SPACE}chuyên{SPACE}đề)?{SPACE}(?P<at>đối{SPACE}với{SPACE})?(?:[^.;:“”]|(?<=[{UPPER}])\.){{3,200}}"
)
# 'đã xem xét, kết luận một số nội dung sau:', above items
_CONCLUDES = re.compile(
    rf"(?<![^\W_])(?:xem{SPACE}xét|kết{SPACE}luận|quyết{SPACE}định|cho{SPACE}ý{SPACE}kiến)(?![^\W_])[^.;:\n]{{0,80}}(?:nội{SPACE}dung|vấn{SPACE}đề)[^.;:\n]{{0,30}}:"
)
_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,2}[.)]|[-–+*•])[ \t]*$")
_CONCLUDED, _LEAD = 6000, 160  # characters
_COLONS = 6
_REACH = 320  # characters from a body to what it concludes


class Sessions:
    """Finds the body in whose session something was looked into; immutable."""

    def __init__(self, issuers: IssuerReader, main: MainClauses) -> None:
        self._issuers = issuers
        self._main = main

    def looks_at(self, text: str, cue: Span, sentence: Span, *, named: bool) -> Span | None:
        """Return the word of a sentence that begins with what was looked into, else None.

        ``named`` says that bodies stand before the cue: those that were looked at.
        """
        looked = _LOOKED_AT.fullmatch(text, sentence.start, cue.start)
        if looked is None or (named and not looked["at"]):
            return None
        return Span(*looked.span("cue"))

    def looked(self, reading: Reading, index: int, cue: Span, sentence: Span) -> Statement | None:
        """Read 'Xem xét kết quả giám sát A trong việc thực hiện X, Ủy ban Kiểm tra B yêu cầu'."""
        if _LOOKED.fullmatch(reading.text, sentence.start, cue.start) is None:
            return None
        main = self._main.after(reading, index, sentence)
        if main is not None and main[0] is not None:
            return None
        body = main[1] if main is not None else self.concluding(reading.text, sentence.start)
        if body is None:
            return None
        return done_by(body, reading, RelationKind.REVIEWS, index, cue, sentence, "main-clause")

    def concluding(self, text: str, at: int) -> Span | None:
        """Return who concluded what items list: 'Ủy ban A đã kết luận một số nội dung sau:'."""
        if at < 2 or _ITEM.search(text, max(0, at - 8), at) is None:
            return None
        lead = _lead_above(text, at)
        if lead is None:
            return None
        begins = max(0, lead - _REACH, text.rfind(". ", 0, lead))
        bodies = self._issuers.bodies_in(text, begins, lead)
        return bodies[-1] if bodies else None


def _lead_above(text: str, at: int) -> int | None:
    """Return where the lead of the items begins that ``at`` stands in."""
    floor, colon = max(0, at - _CONCLUDED), at
    for _ in range(_COLONS):
        colon = text.rfind(":", floor, colon)
        if colon < 0:
            return None
        found = _CONCLUDES.search(text, max(floor, colon - _LEAD), colon + 1)
        if found is not None and found.end() == colon + 1:
            return found.start()
    return None

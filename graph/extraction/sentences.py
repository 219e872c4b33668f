"""Where a sentence begins and ends, also in texts whose lines are broken by hand."""

from __future__ import annotations

import re
from bisect import bisect_right

from graph.model.spans import Span

# A full stop ends a sentence unless it follows an initial or a title ('TP.', 'PGS.', 'A.').
# A set of letters first, unrepeated, is what a search passes over quickest.
_STOP = re.compile(r"[.!?…][.!?…]*[\"”’»)\]]*(?=\s|$)(?!\s{1,3}[a-zà-ỹ])")
_ABBREVIATED = re.compile(r"(?:\b(?:TP|Tp|TS|ThS|GS|St|[A-ZĐ]))$")
_NEWLINE = re.compile(
    r"\n[ \t]*(?=\n)|\n(?=[ \t]*(?:[-–•+*▪◦]|\d{1,3}[.)]|[a-zđ]{1,2}\)"
    r"|Điều\s\d|Chương\s|Căn cứ|Nơi nhận))"
)
_CLOSED_LINE = re.compile(r"[.;:!?”\"][ \t]{0,20}\n")
_LINE = re.compile(r"\n(?=[ \t]*[^\W\d_a-zà-ỹ])")
_HARD_WRAPPED_AT_LEAST = 8
_LONGEST = 2000  # of what counts as one sentence, to either side


class Sentences:
    """The sentences of one text, found only when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: list[int] | None = None

    def around(self, span: Span) -> Span:
        """Return the sentence in which ``span`` lies."""
        ends = self._ends if self._ends is not None else self._find()
        start = ends[at - 1] if (at := bisect_right(ends, span.start)) else 0
        last = bisect_right(ends, max(span.start, span.end - 1))
        end = ends[last] if last < len(ends) else len(self._text)
        start = max(start, span.start - _LONGEST)
        end = min(max(end, span.end), span.end + _LONGEST)
        return _stripped(self._text, Span(start, end))

    def _find(self) -> list[int]:
        text = self._text
        ends = [stop.end() for stop in _STOP.finditer(text) if not _abbreviates(text, stop.start())]
        ends += [line.end() for line in _NEWLINE.finditer(text)]
        pattern = _CLOSED_LINE if is_hard_wrapped(text) else _LINE
        ends += [line.end() for line in pattern.finditer(text)]
        self._ends = sorted(ends)
        return self._ends


def _abbreviates(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    if not (before.isupper() or before in ("p", "t")):
        return False
    return _ABBREVIATED.search(text, max(0, at - 4), at) is not None


def is_hard_wrapped(text: str) -> bool:
    """Tell whether lines end where the page did: many of like length, going on in small letters."""
    lines = text[:20_000].split("\n")
    going_on = sum(1 for line in lines if line.lstrip()[:1].islower())
    return going_on >= _HARD_WRAPPED_AT_LEAST and going_on * 5 > len(lines)


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)

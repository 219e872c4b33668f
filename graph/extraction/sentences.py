"""Where a sentence begins and ends, also in texts whose lines are broken by hand."""

from __future__ import annotations

import re
from bisect import bisect_right

from graph.model.spans import Span

# A full stop ends a sentence unless it follows an initial or a title ('TP.', 'PGS.', 'A.').
# A set of letters first, unrepeated, is what a search passes over quickest; of a row of stops only
# the first is looked at.
_STOP = re.compile(
    r"[.!?…](?<![.!?…].)(?<!\b[A-ZĐ].)(?<!\b(?:TP|Tp|TS|GS|St).)(?<!\bThS.)"
    r"[.!?…]*[\"”’»)\]]*(?=\s|$)(?!\s{1,3}[a-zà-ỹ])"
)
# Lines that end what stands before them: empty ones, items, headings.
_BLANK = r"[ \t]*(?=\n)"
_ITEM = r"[-–•+*▪◦]|\d{1,3}[.)]|[a-zđ]{1,2}\)|Điều\s\d|Chương\s|Căn cứ|Nơi nhận"
_LINE = re.compile(rf"\n(?:{_BLANK}|(?=[ \t]*(?:{_ITEM}|[^\W\d_a-zà-ỹ])))")
# Where lines are broken by hand, only what closes a line ends it otherwise.
_CLOSES = r'[.;:!?”"]'
_AFTER_BLANKS = "|".join(rf"(?<={_CLOSES}[ \t]{{{n}}}\n)" for n in range(2, 21))
_WRAPPED_LINE = re.compile(
    rf"\n(?:(?<={_CLOSES}\n)|(?<={_CLOSES}[ \t]\n)|{_BLANK}|(?=[ \t]*(?:{_ITEM}))"
    rf"|(?<=[ \t][ \t]\n)(?:{_AFTER_BLANKS}))"
)
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
        line = _WRAPPED_LINE if is_hard_wrapped(self._text) else _LINE
        ends = [found.end() for found in _STOP.finditer(self._text)]
        ends += [found.end() for found in line.finditer(self._text)]
        self._ends = sorted(ends)
        return self._ends


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

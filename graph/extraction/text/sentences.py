"""Where a sentence begins and ends, also in texts whose lines are broken by hand."""

from __future__ import annotations

import re

from graph.extraction.text.patterns import LOWER
from graph.model.spans import Span

# A full stop ends a sentence unless it follows an initial or a title ('TP.', 'PGS.', 'A.').
# Of a row of stops only the first is looked at.
_STOP = (
    r"(?<![.!?…].)(?<!\b[A-ZĐ].)(?<!\b(?:TP|Tp|TS|GS|St).)(?<!\bThS.)"
    rf"[.!?…]*[\"”’»)\]]*(?=\s|$)(?!\s{{1,3}}[{LOWER}])"
)
# Lines that end what stands before them: empty ones, items, headings.
_BLANK = r"[ \t]*(?=\n)"
_ITEM = r"[-–•+*▪◦]|\d{1,3}[.)]|[a-zđ]{1,2}\)|Điều\s\d|Chương\s|Căn cứ|Nơi nhận"
# What asks for more than its line holds: 'Thực hiện', and the directive's name on the next.
_ASKS = (
    "Căn cứ", "Thực hiện", " của", " số", " và", " theo", " tại", " do", " với", " cho", " các",
    " bởi", " thay thế", " bãi bỏ", " hủy bỏ", " huỷ bỏ", " sửa đổi", " bổ sung", " thực hiện",
)  # fmt: skip
_NOT_ASKED = "".join(rf"(?<!{word}{end})" for word in _ASKS for end in (r"\n", r"[ ]\n"))
_LINE = rf"(?:{_BLANK}|(?=[ \t]*(?:{_ITEM}))|{_NOT_ASKED}(?=[ \t]*[^\W\d_{LOWER}]))"
# Where lines are broken by hand, only what closes a line ends it otherwise.
_CLOSES = r'[.;:!?”"]'
_AFTER_BLANKS = "|".join(rf"(?<={_CLOSES}[ \t]{{{n}}}\n)" for n in range(2, 21))
_WRAPPED_LINE = (
    rf"(?:(?<={_CLOSES}\n)|(?<={_CLOSES}[ \t]\n)|{_BLANK}|(?=[ \t]*(?:{_ITEM}))"
    rf"|(?<=[ \t][ \t]\n)(?:{_AFTER_BLANKS}))"
)
# A set of letters first, unrepeated, is what a search passes over quickest.
_END, _WRAPPED_END = (
    re.compile(rf"[.!?…\n](?:(?<=\n){line}|(?<!\n){_STOP})") for line in (_LINE, _WRAPPED_LINE)
)
_GOES_ON = re.compile(rf"\n[^\S\n]*(?=[{LOWER}])")
# An end of line inside a sentence, no item of a list behind it.
_GOES_ON_WITH_ANY = "".join(
    rf"|(?<= {word}{end})"
    for word in (
        "của",
        "và",
        "số",
        "ngày",
        "tháng",
        "năm",
        "khóa",
        "theo",
        "bởi",
        "các",
        "thay thế",
        "bãi bỏ",
        "bổ sung",
        "sửa đổi",
        "thực hiện",
    )
    for end in (r"\n", r"[ ]\n")
)
_ASKED = re.compile(rf"\n(?:(?!){_GOES_ON_WITH_ANY})[ \t]{{0,12}}+(?=[^\W_])")
_WRAP = re.compile(
    rf"\n(?:(?<=[{LOWER},]\n)|(?<=[{LOWER},][ ]\n))[ \t]{{0,12}}+(?=[{LOWER}])"
    r"(?![a-zđ]{1,2}\))"
)
_HARD_WRAPPED_AT_LEAST = 8
_LONGEST = 2000  # of what counts as one sentence, to either side


_NEAR = (250, 1000, _LONGEST)  # how far back to look, in turn
_AHEAD = 8  # what may close a sentence, and tell that it does, after its last letter


class Sentences:
    """The sentences of one text, each found when it is asked for; the last one is remembered."""

    def __init__(self, text: str, *, wrapped: bool = False) -> None:
        self._text = text
        self.wrapped = wrapped
        self._ends = (_WRAPPED_END if self.wrapped else _END).finditer
        self._last = self._last_stripped = Span(0, 0)

    def around(self, span: Span) -> Span:
        """Return the sentence in which ``span`` lies."""
        at, last = span.start, max(span.start, span.end - 1)
        begin, end = self._last
        if begin <= at <= last < end:
            if at - begin <= _LONGEST and end - last <= _LONGEST:
                return self._last_stripped
        else:
            begin, end = self._begin(at), self._end(at)
            if end <= last:
                end = self._end(last)
            elif end - at < _LONGEST:
                self._last = Span(begin, end)
                self._last_stripped = stripped(self._text, self._last)
        begin = max(begin, at - _LONGEST)
        end = min(max(end, span.end), span.end + _LONGEST)
        return stripped(self._text, Span(begin, end))

    def _begin(self, at: int) -> int:
        """Return the last end of a sentence up to ``at``, 0 if none is near."""
        for reach in _NEAR:
            begin = max(0, at - reach)
            ends = [found.end() for found in self._ends(self._text, begin, at + _AHEAD)]
            while ends and ends[-1] > at:
                ends.pop()
            if ends or not begin:
                return ends[-1] if ends else 0
        return 0

    def _end(self, at: int) -> int:
        """Return the first end of a sentence after ``at``, that of the text if none is near."""
        limit = at + 2 * _LONGEST + _AHEAD
        for found in self._ends(self._text, max(0, at - _AHEAD), limit):
            if found.end() > at:
                return found.end()
        return len(self._text)


def is_hard_wrapped(text: str) -> bool:
    """Tell whether lines end where the page did: many of like length, going on in small letters."""
    head = text[:20_000]
    lines = head.count("\n") + 1
    if lines < _HARD_WRAPPED_AT_LEAST:
        return False
    going_on = len(_GOES_ON.findall(head))
    return going_on >= _HARD_WRAPPED_AT_LEAST and going_on * 5 > lines


def goes_on(text: str) -> str:
    """Return a text, as long, with spaces for the ends of lines whose last word asks for more."""
    return _ASKED.sub(_spaces, text)


def unwrapped(text: str) -> str:
    """Return a text, as long, with spaces for the ends of lines that go on in small letters."""
    return _WRAP.sub(_spaces, text)


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def stripped(text: str, span: Span) -> Span:
    """Return a stretch without the white space that it begins and ends with."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)

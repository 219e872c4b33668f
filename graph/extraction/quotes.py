"""Quoted new text: what an amending act puts between quotation marks is another act's wording."""

from __future__ import annotations

import re
from bisect import bisect_right

from graph.model.spans import Span

_OPEN = re.compile('[“"]')
# What introduces new wording, or a line that begins with it.
_BEFORE = re.compile(
    r"(?:(?:như sau|sau đây|thành|bằng|vào sau|cụm từ|từ)\s{0,4}:?\s{0,6}|(?:^|\n)\s{0,6})$"
)
_REACH = 24
_MARK = re.compile(r"[“”]")
_STRAIGHT_END = re.compile(r"\"\s{0,3}(?:[.;,]|$)", re.M)
_LONGEST = 60_000


def quoted_ranges(text: str) -> list[Span]:
    """Return the ranges of quoted new text, in order, not overlapping."""
    ranges: list[Span] = []
    at = 0
    while (opens := _OPEN.search(text, at)) is not None:
        start = opens.start()
        led = _BEFORE.search(text, max(0, start - _REACH), start)
        end = _close(text, start) if led else None
        if end is None:
            at = opens.end()
            continue
        ranges.append(Span(start, end))
        at = end
    return ranges


def is_quoted(ranges: list[Span], at: int) -> bool:
    """Tell whether offset ``at`` lies in one of the ranges."""
    position = bisect_right(ranges, (at, len(ranges) and ranges[-1].end)) - 1
    return position >= 0 and ranges[position].start <= at < ranges[position].end


def _close(text: str, start: int) -> int | None:
    if text[start] == '"':
        found = _STRAIGHT_END.search(text, start + 1, start + _LONGEST)
        return found.start() + 1 if found else None
    depth = 0
    for mark in _MARK.finditer(text, start, start + _LONGEST):
        depth += 1 if mark[0] == "“" else -1
        if depth == 0:
            return mark.end()
    return None

"""Quoted new text: what an amending act puts between quotation marks is another act's wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from graph.model.spans import Span

_OPENING = "“‟„"
# What introduces new wording, or a line that begins with it.
_BEFORE = re.compile(
    r"(?:(?:như sau|sau đây|theo hướng|thành|bằng|vào sau|cụm từ|từ)\s{0,4}:?\s{0,6}"
    r"|(?:^|\n)\s{0,6})$"
)
_LAST = ("sau", "đây", "hướng", "thành", "bằng", "từ")
_REACH = 24
_STRAIGHT_END = re.compile(r"\"(?=\s{0,3}(?:[.;,]|$))", re.M)
_ARTICLE = re.compile(r"\s?(?:Điều\s{1,4}\d|\d{1,3}[a-zđ]?\.\s|[a-zđ]\)\s|Chương\s|Mục\s)")
# What an amending act goes on with itself.
_RESUMES = re.compile(
    r"\n\s{0,8}Điều\s{1,4}\d{1,3}\s?\.\s{0,4}"
    r"(?:Sửa\sđổi|Bổ\ssung|Bãi\sbỏ|Thay\sthế|Điều\skhoản|Hiệu\slực|Tổ\schức|Trách\snhiệm|Quy\sđịnh\schuyển)"
)
_EXCERPT = 5_000  # characters; a mark left open further from the end is a slip
_LONGEST = 60_000


def quoted_ranges(text: str) -> list[Span]:
    """Return the ranges of quoted new text, in order, not overlapping. Linear in the text."""
    ranges: list[Span] = []
    for span in sorted([*_curly(text), *_straight(text)]):
        if span.end - span.start <= _LONGEST and (not ranges or span.start >= ranges[-1].end):
            ranges.append(span)
    return ranges


def _led(text: str, mark: str) -> list[int]:
    """Return where a mark stands that may open new wording."""
    return [at for at in _all(text, mark) if _is_led(text, at)] if mark in text else []


def _is_led(text: str, at: int) -> bool:
    """Tell whether words that introduce new wording stand before ``at``, or it begins a line."""
    near = text[max(0, at - _REACH) : at]
    led = near.rstrip().removesuffix(":").rstrip().endswith(_LAST)
    if not led and at > _REACH and "\n" not in near:
        return False  # as mostly
    return _BEFORE.search(text, max(0, at - _REACH), at) is not None


def is_quoted(ranges: list[Span], at: int) -> bool:
    """Tell whether offset ``at`` lies in one of the ranges."""
    position = bisect_right(ranges, at, key=lambda span: span.start) - 1
    return position >= 0 and at < ranges[position].end


def _curly(text: str) -> list[Span]:
    """Pair curly marks as brackets are paired, and return the pairs that open new wording."""
    if not any(mark in text for mark in _OPENING):
        return []
    led = {at for mark in _OPENING for at in _led(text, mark)}
    if not led:
        return []  # as mostly
    pairs: list[Span] = []
    open_: list[int] = []
    for at in sorted(at for mark in (*_OPENING, "”") for at in _all(text, mark)):
        if text[at] != "”":
            open_.append(at)
        elif open_ and (begin := open_.pop()) in led:
            pairs.append(Span(begin, at + 1))
    for begin in open_:  # the outermost first
        near = begin >= len(text) - _EXCERPT and begin in led
        if near and _ARTICLE.match(text, begin + 1) and not _RESUMES.search(text, begin):
            pairs.append(Span(begin, len(text)))  # an excerpt ends within the new wording
            break
    return pairs


def _all(text: str, mark: str) -> Iterator[int]:
    """Yield every place of a mark; much quicker than a pattern of several."""
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _straight(text: str) -> list[Span]:
    """Pair each straight mark that opens new wording with the next one that ends a clause."""
    led = _led(text, '"')
    if not led:
        return []
    ends = [found.start() for found in _STRAIGHT_END.finditer(text)]
    pairs: list[Span] = []
    for begin in led:
        at = bisect_right(ends, begin)
        if at < len(ends):
            pairs.append(Span(begin, ends[at] + 1))
    return pairs

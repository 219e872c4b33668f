"""The piece of text around a mention that is shown with it."""

from __future__ import annotations

import re

from graph.model.spans import Span

_REACH = 160
_BREAK = re.compile(r"[.!?;]\s+|\n+")


def surroundings(text: str, span: Span) -> Span:
    """Return the sentence or line that holds ``span``, cut at whole words where it is long."""
    low = max(0, span.start - _REACH)
    high = min(len(text), span.end + _REACH)
    start = low
    for found in _BREAK.finditer(text, low, span.start):
        start = found.end()
    if start == low and low > 0:
        space = text.find(" ", low, span.start)
        start = space + 1 if space >= 0 else low
    ending = _BREAK.search(text, span.end, high)
    stop = ending.start() + 1 if ending else high
    if ending is None and high < len(text):
        space = text.rfind(" ", span.end, high)
        stop = space if space >= 0 else high
    return _trimmed(text, start, stop)


def _trimmed(text: str, start: int, stop: int) -> Span:
    piece = text[start:stop]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))

"""Whose words are quoted: what 'này' means where the articles of a document are given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.extraction.text.draft import FULL, Draft, start_of

_PROVIDES = re.compile(r"quy\s{1,4}định\s{1,4}như\s{1,4}sau\s{0,4}:\s{0,12}$")
_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,3}\s|[-–•+*]\s|[a-zđ]\)\s)?[ \t]*$")
_LED, _AHEAD, _QUOTED = 400, 1200, 8000  # letters


def quoted_from(text: str, drafts: Sequence[Draft], draft: Draft) -> int | None:
    """Return the document whose articles are quoted: 'Điều 2 của A quy định như sau: “…'."""
    opens = _opens(text, draft.start)
    if opens is None or _PROVIDES.search(text, max(0, opens - 40), opens) is None:
        return None
    last = None
    floor = max(0, opens - _AHEAD)
    floor = max(floor, text.rfind("”", floor, opens))
    for at in range(bisect_left(drafts, opens, key=start_of) - 1, -1, -1):
        other = drafts[at]
        if other.start < floor:
            break
        if other.kind not in FULL or other.quoted or other.within is not None:
            continue
        if last is None and other.start >= opens - _LED:
            last = at
        if other.target_span and _ITEM.search(text, max(0, other.begins - 12), other.begins):
            last = at  # 'Điều 3 của A sửa đổi B được sửa đổi bởi C quy định như sau'
            break
    return last if last is not None and drafts[last].type == draft.type else None


def _opens(text: str, at: int) -> int | None:
    """Return where the quotation opens that ``at`` is in."""
    floor, closed = max(0, at - _QUOTED), 0
    while (mark := max(text.rfind("“", floor, at), text.rfind("”", floor, at))) >= 0:
        if text[mark] == "“" and not closed:
            return mark
        closed += 1 if text[mark] == "”" else -1
        at = mark
    return None

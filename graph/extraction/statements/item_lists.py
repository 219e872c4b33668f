"""Reading a list within the title of one item: '- A sửa đổi một số điều của B; C; D;'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.cues.saying import Reading, behind
from graph.extraction.text.patterns import SPACE
from graph.model.relations import RelationKind, Statement

_OPENS = re.compile(r"[ \t]{0,8}[-–+•*][ \t]{1,4}")
# Another line of the list that begins with a document.
_BESIDE = re.compile(
    rf"\n[ \t]{{0,8}}[-–+•*][ \t]{{1,4}}"
    rf"(?:Luật|Bộ{SPACE}luật|Nghị{SPACE}(?:định|quyết)|Thông{SPACE}tư|Quyết{SPACE}định){SPACE}"
)
_SEMICOLON = re.compile(r"\s{0,3};\s{1,4}")
_NEAR = 1500  # characters


def in_an_item(
    reading: Reading, index: int, start: int, heard: Sequence[Statement | None]
) -> Statement | None:
    """Return what the title of an item says of B and so of the document at ``index``.

    Each item has a document and a line of its own: what a semicolon joins to B is no other item.
    """
    held = _amends(reading, index, heard)
    if held is None or held.subject is None:
        return None
    text, one, item = reading.text, reading.drafts[held.object], reading.drafts[index]
    if one.type != item.type or item.within is not None:
        return None
    line = text.rfind("\n", 0, start) + 1
    opens = _OPENS.match(text, line)
    if opens is None or reading.drafts[held.subject].begins != opens.end():
        return None
    if not _BESIDE.search(text, max(0, line - _NEAR), line - 1) and not _BESIDE.search(
        text, start, start + _NEAR
    ):
        return None
    joined = any(_SEMICOLON.fullmatch(text, end, start) for end in behind(text, one))
    return held if joined else None


def _amends(reading: Reading, index: int, heard: Sequence[Statement | None]) -> Statement | None:
    """Return what was said last of the one before, or of that in whose title it stands."""
    before = index - 1 if index else None
    while before is not None:
        said = heard[before]
        if said is not None and said.rule == "title" and said.relation is RelationKind.AMENDS:
            return said
        before = reading.drafts[before].within
    return None

"""Reading where an excerpt comes from: '(trích Thông tư A)' above it, '(Nghị định A)' below it.

'Thông tư này' in it is that document; so it is below 'Tỉnh ủy ban hành Chỉ thị A. Nội dung Chỉ thị
như sau:'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.text.draft import Draft
from graph.model.mentions import MentionKind
from graph.model.text import fold

_FROM = re.compile(
    r"(?:^|[(\n:–-])\s{0,4}[Tt]rích\s{1,4}(?:dẫn\s{1,4})?(?:(?:từ|theo|ở)\s{1,4})?"
    r"(?:(?:Điều|Chương|Mục|khoản)\s{1,4}[\dIVX]+\s{1,4}){0,2}(?:(?:của|tại)\s{1,4})?$"
)
_OPENS = re.compile(
    r"(?:[.;:”\"]|\n)\s{0,8}\(\s{0,4}(?:(?:[Tt]rích|[Nn]guồn|[Tt]heo)\s?:?\s{0,4})?$"
)
_CLOSES = re.compile(r"[^()\n]{0,160}\)\s{0,8}[.”\"]?\s*\Z")
# What is given whole below: 'Nội dung Chỉ thị như sau:'
_GIVEN = re.compile(
    r"(?:^|\n|[.!?”\"]\s)[ \t]*"
    r"(?:Toàn\s{1,4}văn|Nội\s{1,4}dung(?:\s{1,4}(?:chính|cụ\s{1,4}thể|chi\s{1,4}tiết))?)"
    r"(?:\s{1,4}của)?\s{1,4}(?P<type>[^\W\d_]+(?:\s{1,4}[^\W\d_]+){0,3}?)(?:\s{1,4}này)?"
    r"(?:\s{1,4}(?:cụ\s{1,4}thể|đầy\s{1,4}đủ))?\s{1,4}như\s{1,4}sau\s?:"
)
_NAMED_BEFORE = 900  # characters
_HEAD = 400  # characters
_ENDS = 3  # references


def source_of(text: str, drafts: Sequence[Draft]) -> int | None:
    """Return the document of which a text without a head is an excerpt, if it says so."""
    if drafts[0].kind is MentionKind.SELF:
        return None
    for at, draft in enumerate(drafts[:_ENDS]):
        opens = draft.kind is MentionKind.NUMBERED and draft.start < _HEAD
        if opens and _FROM.search(text, max(0, draft.start - 60), draft.start):
            return at
    for at in range(len(drafts) - 1, max(-1, len(drafts) - 1 - _ENDS), -1):
        draft = drafts[at]
        if draft.kind is not MentionKind.NUMBERED or draft.within is not None:
            continue
        if _OPENS.search(text, max(0, draft.start - 24), draft.start):
            return at if _CLOSES.match(text, draft.after) else None
    return None


def given_below(text: str, drafts: Sequence[Draft]) -> tuple[int, int] | None:
    """Return where a text begins to give a document whole, and which: the last named of its type.

    None where no document of that type was named shortly before.
    """
    found = _GIVEN.search(text) if "như sau" in text else None
    if found is None:
        return None
    word = fold(found["type"])
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        if draft.start >= found.start() or draft.within is not None or draft.quoted:
            continue
        if found.start() - draft.start > _NAMED_BEFORE:
            return None
        if fold(text[draft.start : draft.end]).startswith(f"{word} "):
            return found.end(), at
    return None

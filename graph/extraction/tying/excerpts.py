"""Reading where an excerpt comes from: '(trích Thông tư A)' above it, '(Nghị định A)' below it.

'Thông tư này' in it is that document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.text.draft import Draft
from graph.model.mentions import MentionKind

_FROM = re.compile(
    r"(?:^|[(\n:–-])\s{0,4}[Tt]rích\s{1,4}(?:dẫn\s{1,4})?(?:(?:từ|theo|ở)\s{1,4})?"
    r"(?:(?:Điều|Chương|Mục|khoản)\s{1,4}[\dIVX]+\s{1,4}){0,2}(?:(?:của|tại)\s{1,4})?$"
)
_OPENS = re.compile(
    r"(?:[.;:”\"]|\n)\s{0,8}\(\s{0,4}(?:(?:[Tt]rích|[Nn]guồn|[Tt]heo)\s?:?\s{0,4})?$"
)
_CLOSES = re.compile(r"[^()\n]{0,160}\)\s{0,8}[.”\"]?\s*\Z")
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

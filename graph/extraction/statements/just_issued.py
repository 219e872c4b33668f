"""Reading by what a body does it: 'Chính phủ ban hành A. Ngoài ra, Chính phủ bãi bỏ B': by A."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading
from graph.extraction.statements.adjacent import the_only
from graph.extraction.statements.joints import ISSUED
from graph.extraction.text.draft import FULL
from graph.extraction.text.patterns import SPACE
from graph.model.spans import Span
from graph.model.text import fold

# 'Theo đó, Chính phủ …', 'Ngoài ra, Chính phủ còn …'
_BESIDES = re.compile(
    rf"(?:Cũng{SPACE})?(?:[Tt]heo{SPACE}đó|Ngoài{SPACE}ra|Đồng{SPACE}thời|Bên{SPACE}cạnh{SPACE}đó|Cụ{SPACE}thể|Cùng{SPACE}với{SPACE}đó),{SPACE}"
)
_SHORTLY = 1500  # characters


def issued_before(reading: Reading, index: int, body: Span, sentence: Span) -> int | None:
    """Return the one document that the body issued that the text has told of shortly before."""
    text, drafts = reading.text, reading.drafts
    if _BESIDES.fullmatch(text, sentence.start, body.start) is None:
        return None
    name = fold(body.phrase(text))
    found = []
    for at in range(index - 1, -1, -1):
        draft = drafts[at]
        if draft.start < sentence.start - _SHORTLY:
            break
        if draft.kind not in FULL or draft.within is not None or draft.quoted:
            continue
        if draft.number is None or fold(draft.issuer or "") != name:
            continue
        if ISSUED.search(text, max(0, draft.begins - 24), draft.begins) is not None:
            found.append(at)
    return the_only(drafts, found)

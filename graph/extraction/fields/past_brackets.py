"""Reading on behind a bracket that holds other references.

'Nghị quyết A (đã được sửa đổi bởi Nghị quyết B) của Chính phủ về …': issuer and title are A's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.text.draft import Draft, start_of
from graph.extraction.text.patterns import SPACE
from graph.model.mentions import MentionKind

_CHANGED = re.compile(
    rf"{SPACE}\((?:(?:đã|hiện|nay|vừa|mới){SPACE}){{0,2}}(?:(?:được|bị){SPACE})?"
    rf"(?:sửa{SPACE}đổi|bổ{SPACE}sung|thay{SPACE}thế|điều{SPACE}chỉnh|đính{SPACE}chính|gia{SPACE}hạn)(?![^\W_])"
)
_BRACKET, _REACH = 320, 120  # characters
_ISSUED = (" của ", " do ")
_WITH_TITLES = (MentionKind.NUMBERED, MentionKind.SHORT)


def read_past_brackets(text: str, drafts: Sequence[Draft], issuers: IssuerReader) -> None:
    """Set where reading goes on behind what a bracket says of a reference, and who issued it."""
    for draft in drafts:
        if draft.kind not in _WITH_TITLES or not text.startswith("(", draft.after + 1):
            continue
        close = _close(text, draft.after)
        if close is None:
            continue
        draft.resumes = close
        if draft.issuer is not None or not text.startswith(_ISSUED, close):
            continue
        later = bisect_left(drafts, close, key=start_of)
        limit = drafts[later].start if later < len(drafts) else len(text)
        issuer = issuers.after(text, close, min(limit, close + _REACH))
        if issuer is not None and issuer.phrase and issuers.can_issue(issuer.phrase, draft.type):
            draft.issuer, draft.issuer_span = issuer.phrase, issuer.span
            draft.term = draft.term or issuer.term
            draft.resumes = issuer.end


def _close(text: str, at: int) -> int | None:
    """Return where a bracket ends that says by what the document before ``at`` was changed."""
    opened = _CHANGED.match(text, at)
    if opened is None:
        return None
    close = text.find(")", opened.end(), at + _BRACKET)
    within = text[opened.end() : close] if close >= 0 else "("
    return None if "(" in within or "\n\n" in within else close + 1

"""What 'Văn bản này' points at, of whatever type: the one document that the sentence before names.

'Việc này theo Thông tư 17. Văn bản này nay đã được thay bằng Thông tư 29': it is Thông tư 17.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.extraction.text.draft import Draft, start_of
from graph.model.mentions import MentionKind

_WORD = "Văn bản "
_REACH = 600  # characters back
_BEGINS = re.compile(r"[.!?][”\"]?[ \t]{1,3}$")
_STOP = re.compile(
    r"(?<=[^\W_]{2})[.!?][”\"]?[ \t]{1,3}(?=[A-ZĐÀ-Ỹ“\"])|(?<=[\d)])[.!?][ \t](?=[A-ZĐ])|\n"
)


def just_named(text: str, drafts: Sequence[Draft], pointer: Draft) -> int | None:
    """Return the index of the one document that the sentence before a pointer names, else None."""
    if not text.startswith(_WORD, pointer.start):
        return None
    ended = _BEGINS.search(text, max(0, pointer.start - 5), pointer.start)
    if ended is None:
        return None
    floor = max(0, pointer.start - _REACH)
    stops = [stop.end() for stop in _STOP.finditer(text, floor, ended.start())]
    begins = stops[-1] if stops else floor
    first = bisect_left(drafts, begins, key=start_of)
    past = bisect_left(drafts, pointer.start, key=start_of)
    named = [at for at in range(first, past) if drafts[at].within is None]
    if any(drafts[at].kind is MentionKind.SELF or drafts[at].quoted for at in named):
        return None
    meant = [_meant(drafts, at) for at in named]
    known = {_called(drafts[at]): at for at in reversed(meant) if at is not None}
    return next(iter(known.values())) if len(known) == 1 and None not in meant else None


def _meant(drafts: Sequence[Draft], at: int) -> int | None:
    """Return what a reference means that says less; a pointer that points at none means none."""
    if drafts[at].antecedent is not None:
        return drafts[at].antecedent
    return None if drafts[at].kind is MentionKind.ANAPHOR else at


def _called(draft: Draft) -> tuple[object, ...]:
    return draft.type, draft.number and draft.number.bare_ordinal, draft.name

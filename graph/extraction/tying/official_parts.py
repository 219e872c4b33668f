"""Parts of official texts that do not hold their number: 'này' in them is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.text.draft import Draft

# A part of an official text that does not hold its number: 'này' is said of it.
_OFFICIAL = re.compile(
    r"^[ \t]*(?:Điều\s{1,4}\d{1,3}[a-zđ]?\s?[.:]"
    r"|[a-zđ]\d?\)\d{0,3}\s[^\n]{20,}\n(?:[^\n]*\n){0,12}?[ \t]*[a-zđ]\d?\)\d{0,3}\s)",
    re.M,
)
# '(Ban hành kèm theo Thông tư số 5/2024/TT-BTC …)' below the heading of an annex
_ANNEX_OF = re.compile(r"\(\s{0,4}(?:[Bb]an\s{1,4}hành\s{1,4})?[Kk]èm\s{1,4}theo\s{1,4}$")


def is_official(text: str) -> bool:
    """Tell whether a text has articles or points of its own."""
    return _OFFICIAL.search(text) is not None


def annexed_to(text: str, drafts: Sequence[Draft]) -> dict[str | None, int]:
    """Return the documents that annexes say they are of, where all of a type say the same."""
    found: dict[str | None, int] = {}
    for at, draft in enumerate(drafts):
        if _ANNEX_OF.search(text, max(0, draft.start - 40), draft.start) is None:
            continue
        if not same(drafts, found.setdefault(draft.type, at), at):
            return {}
    return found


def same(drafts: Sequence[Draft], one: int, other: int) -> bool:
    """Tell whether two references have one number, or are one."""
    first, second = drafts[one].number, drafts[other].number
    return one == other or (
        first is not None and second is not None
        and first.bare_ordinal == second.bare_ordinal
    )  # fmt: skip

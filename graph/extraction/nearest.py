"""What was named last: what 'này' and 'nói trên' point at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.draft import Draft
from graph.extraction.ended import is_ended
from graph.extraction.letterhead import CONSOLIDATION
from graph.model.mentions import MentionKind

_AMENDS = re.compile(
    r"(?<!được )[Ss]ửa\s{1,40}đổi(?:,?\s{1,40}bổ\s{1,40}sung)?[^.;:“”()]{0,90}$"
    r"|[Bb]ãi\s{1,40}bỏ[^.;:“”()]{0,60}$"
)
# 'Luật Giáo dục số 38/2005/QH11 … hết hiệu lực kể từ ngày Luật này': another one is meant.
_LAPSES = re.compile(
    r"[^.;\n“”]{0,200}\s(?:hết\s{1,8}hiệu\s{1,8}lực|chấm\s{1,8}dứt)[^.;\n“”]{0,60}"
)
_BILL = re.compile(r"[Dd]ự\s{1,4}(?:án|thảo)\s{1,4}$")
_TEXT_ITSELF = (CONSOLIDATION, "cong-van")


class Near:
    """Remembers what was named last of each type: what 'này' and 'nói trên' point at."""

    def __init__(self, text: str, drafts: Sequence[Draft], base: int | None) -> None:
        self._text = text
        self._drafts = drafts
        self._seen: dict[str | None, list[tuple[int, int]]] = {}  # end of each, what it means
        self._amended: dict[str | None, int] = {}
        self._base = base
        self._bill: dict[str | None, int] = {}
        self._ended: set[int] = set()
        pointers = [draft for draft in drafts if draft.kind is MentionKind.ANAPHOR]
        self._asked = bool(pointers)
        self._asks = any(draft.quoted for draft in pointers)

    def saw(self, position: int) -> None:
        """Take note of a reference, or of a pointer for what it means."""
        draft = self._drafts[position]
        pointless = draft.kind is MentionKind.ANAPHOR and draft.antecedent is None
        if not self._asked or draft.quoted or pointless:
            return
        meant = position if draft.antecedent is None else draft.antecedent
        for type_ in filter(None, (draft.type, draft.said)):
            self._seen.setdefault(type_, []).append((draft.end, meant))
        start = draft.begins
        if is_ended(self._text, start):
            self._ended.add(meant)
        if _BILL.search(self._text, max(0, draft.start - 24), draft.start):
            self._bill.setdefault(draft.type, meant)
        if self._asks and _AMENDS.search(self._text, max(0, start - 120), start):
            self._amended[draft.type] = meant

    def meant(self, draft: Draft) -> int | None:
        """Return what a pointer points at.

        'này' is the text itself if that is of the type, in quoted new wording the document that
        gets it, in a consolidated text the consolidated document, in a report the bill that it
        speaks of; else the last before it.
        """
        if draft.name != "này":
            return self._last(draft)
        if draft.quoted:
            return self._amended.get(draft.type)
        own = 0 if self._drafts[0].kind is MentionKind.SELF else None
        if self._base is not None:
            if draft.type in _TEXT_ITSELF:
                return own
            return self._base if self._drafts[self._base].type == draft.type else None
        if own is None:
            bill = self._bill.get(draft.type)
            return bill if bill is not None else self._last(draft)
        return own if self._drafts[own].type == draft.type else None

    def _last(self, draft: Draft) -> int | None:
        """Return the last of the type, but none that lapses when this one takes effect."""
        lapsed = set()
        for end, meant in reversed(self._seen.get(draft.type, ())):
            if _LAPSES.fullmatch(self._text, end, draft.start) or meant in self._ended:
                lapsed.add(meant)
            elif meant not in lapsed:
                return meant
        return None

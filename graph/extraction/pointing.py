"""References that point back: 'Nghị quyết 57' after the full number, 'Luật này', defined names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from graph.extraction.draft import Draft
from graph.extraction.lexicon import Lexicon
from graph.extraction.patterns import SPACE, alternation
from graph.model.mentions import MentionKind
from graph.model.numbers import NumberForm
from graph.model.text import fold


class Pointer:
    """Finds references that point back, and ties every such reference to what it points to."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.type_words(law=False) | lexicon.type_words(law=True)
        self._lexicon = lexicon
        self._this = re.compile(
            rf"(?<![^\W_])(?P<type>{alternation(w for w in words if w[0].isupper())}){SPACE}"
            rf"(?P<which>này|nói{SPACE}trên|nêu{SPACE}trên|trên{SPACE}đây)\b"
        )

    def find(self, text: str) -> list[Draft]:
        """Return drafts of 'Nghị định này', 'Chỉ thị nói trên', in order."""
        return [draft for found in self._this.finditer(text) if (draft := self._draft(found))]

    def _draft(self, found: re.Match[str]) -> Draft | None:
        type_ = self._lexicon.type_of_word(" ".join(found["type"].split()))
        if type_ is None or not self._lexicon.is_document(type_):
            return None
        name = "này" if found["which"] == "này" else "trên"
        return Draft(found.start(), found.end(), MentionKind.ANAPHOR, type_, name=name,
                     after=found.end())  # fmt: skip


def tie(drafts: Sequence[Draft]) -> None:
    """Set ``antecedent`` of all references that say less than another one in the same text."""
    for position, draft in enumerate(drafts):
        if draft.kind is MentionKind.ANAPHOR:
            draft.antecedent = _pointed_at(drafts, position)
        elif draft.kind is MentionKind.SHORT:
            draft.antecedent = _only(drafts, position, partial(_shortens, draft))
        elif draft.kind is MentionKind.NAMED and draft.date is None:
            draft.antecedent = _only(drafts, position, partial(_renames, draft))


def _pointed_at(drafts: Sequence[Draft], position: int) -> int | None:
    """'này' is the text itself if that is of the type, else the nearest before it."""
    draft = drafts[position]
    first = drafts[0]
    if draft.name == "này" and first.kind is MentionKind.SELF:
        same = first.type == draft.type and not draft.quoted
        return 0 if same else None
    for other in range(position - 1, -1, -1):
        candidate = drafts[other]
        if candidate.type == draft.type and candidate.kind is not MentionKind.ANAPHOR:
            return candidate.antecedent if candidate.antecedent is not None else other
    return None


def _only(drafts: Sequence[Draft], position: int, matches: Callable[[Draft], bool]) -> int | None:
    """Return the fuller reference that fits: the first before, else the first after.

    None where several documents fit: then nothing is known.
    """
    before = [i for i in range(position) if matches(drafts[i])]
    fitting = before or [i for i in range(position + 1, len(drafts)) if matches(drafts[i])]
    keys = {_identity(drafts[i]) for i in fitting}
    return fitting[0] if len(keys) == 1 else None


def _identity(draft: Draft) -> str:
    if draft.number is not None and draft.number.symbol:
        return draft.number.key
    return f"{fold(draft.name or '')}:{draft.date}"


def _shortens(draft: Draft, other: Draft) -> bool:
    number, full = draft.number, other.number
    if number is None or full is None or other.kind is not MentionKind.NUMBERED:
        return False
    if number.ordinal.lstrip("0") != full.ordinal.lstrip("0") or draft.type != other.type:
        return False
    if number.year is None:
        return True
    stated = full.year if full.form is NumberForm.NORMATIVE else other.date and other.date.year
    return stated == number.year


def _renames(draft: Draft, other: Draft) -> bool:
    if other.kind not in (MentionKind.NUMBERED, MentionKind.NAMED) or not other.name:
        return False
    stated = other.number is not None or other.date is not None
    return stated and draft.type == other.type and fold(draft.name or "") == fold(other.name)

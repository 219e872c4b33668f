"""References that point back: 'Nghị quyết 57' after the full number, 'Luật này', defined names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.draft import Draft
from graph.extraction.lexicon import Lexicon
from graph.extraction.patterns import SPACE, alternation
from graph.model.mentions import MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import Registry
from graph.model.text import fold


class Pointer:
    """Finds references that point back, and ties every such reference to what it points to."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self._pointed = registry.listed("pointed-at")
        words = lexicon.type_words(law=False) | lexicon.type_words(law=True)
        self._lexicon = lexicon
        self._this = re.compile(
            rf"(?P<type>{alternation(w for w in words if w[0].isupper())}){SPACE}"
            rf"(?P<which>này|nói{SPACE}trên|nêu{SPACE}trên|trên{SPACE}đây)\b"
        )

    def find(self, text: str) -> list[Draft]:
        """Return drafts of 'Nghị định này', 'Chỉ thị nói trên', in order."""
        found = self._this.finditer(text)
        return [draft for each in found if (draft := self._draft(each))]

    def _draft(self, found: re.Match[str]) -> Draft | None:
        type_ = self._lexicon.type_of_word(" ".join(found["type"].split()))
        if type_ not in self._pointed:
            return None
        if found.start() and found.string[found.start() - 1].isalpha():
            return None
        name = "này" if found["which"] == "này" else "trên"
        return Draft(found.start(), found.end(), MentionKind.ANAPHOR, type_, name=name,
                     after=found.end())  # fmt: skip


def tie(drafts: Sequence[Draft]) -> None:
    """Set ``antecedent`` of all references that say less than another one in the same text."""
    full = _Full(drafts)
    last_of_type: dict[str | None, int] = {}
    for position, draft in enumerate(drafts):
        if draft.kind is MentionKind.ANAPHOR:
            draft.antecedent = _pointed_at(drafts, position, last_of_type)
            continue
        if draft.kind is MentionKind.SHORT:
            draft.antecedent = full.longer(position)
        elif draft.kind is MentionKind.NAMED and draft.date is None:
            draft.antecedent = full.named(position)
        elif draft.kind is MentionKind.NUMBERED and not (draft.date or draft.issuer):
            draft.antecedent = full.dated(position)
        last_of_type[draft.type] = position if draft.antecedent is None else draft.antecedent


def _pointed_at(
    drafts: Sequence[Draft], position: int, last_of_type: dict[str | None, int]
) -> int | None:
    """'này' is the text itself if that is of the type, else the nearest before it."""
    draft = drafts[position]
    if draft.name == "này" and drafts[0].kind is MentionKind.SELF:
        same = drafts[0].type == draft.type and not draft.quoted
        return 0 if same else None
    return last_of_type.get(draft.type)


Key = tuple[str | None, str]


class _Full:
    """The references of a text that say enough, by what a shorter one repeats of them.

    For each key the first place of each distinct document: where several documents share what is
    repeated, nothing is known.
    """

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._keys: dict[Key, dict[str, int]] = {}
        for position, draft in enumerate(drafts):
            for key in _keys_of(draft):
                self._keys.setdefault(key, {}).setdefault(_identity(draft, key), position)

    def longer(self, position: int) -> int | None:
        """Return the numbered reference that 'Nghị quyết 57' or 'Thông tư 21/2015' shortens."""
        draft = self._drafts[position]
        if draft.number is None:
            return None
        return self._only((draft.type, _ordinal(draft.number)), position)

    def named(self, position: int) -> int | None:
        """Return the reference that gives number or date to a name."""
        draft = self._drafts[position]
        return self._only((draft.type, fold(draft.name or "")), position)

    def dated(self, position: int) -> int | None:
        """Return the reference that gives date or issuer to a bare number."""
        draft = self._drafts[position]
        if draft.number is None:
            return None
        return self._only((draft.type, f"#{draft.number.key}"), position)

    def _only(self, key: Key, position: int) -> int | None:
        """Return the one document before ``position``, else the one after it."""
        places = list(self._keys.get(key, {}).values())
        before = [place for place in places if place < position]
        fitting = before or places
        return fitting[0] if len(fitting) == 1 else None


def _keys_of(draft: Draft) -> list[Key]:
    keys: list[Key] = []
    number = draft.number
    if draft.kind is MentionKind.NUMBERED and number is not None:
        keys.append((draft.type, _ordinal(DocumentNumber(number.ordinal, "", number.form))))
        if draft.date or draft.issuer:
            keys.append((draft.type, f"#{number.key}"))
        if (year := _year(draft)) is not None:
            keys.append((draft.type, f"{number.ordinal.lstrip('0')}/{year}"))
    stated = number is not None or draft.date is not None
    if draft.name and stated and draft.kind in (MentionKind.NUMBERED, MentionKind.NAMED):
        keys.append((draft.type, fold(draft.name)))
    return keys


def _ordinal(number: DocumentNumber) -> str:
    return str(number).lstrip("0")


def _year(draft: Draft) -> int | None:
    if draft.number is not None and draft.number.form is NumberForm.NORMATIVE:
        return draft.number.year
    return draft.date.year if draft.date else None


def _identity(draft: Draft, key: Key) -> str:
    """Return what tells documents apart that share a key."""
    if draft.number is not None and draft.number.symbol:
        return f"{draft.number.key}:{draft.date}" if key[1].startswith("#") else draft.number.key
    return f"{fold(draft.name or '')}:{draft.date}"

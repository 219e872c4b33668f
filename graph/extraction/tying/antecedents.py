"""Tying references that say less to what they point at, within one text.

'Nghị quyết 57' after the full number, 'Luật này', a name whose number stands elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.extraction.text.draft import Draft
from graph.extraction.tying.apposition import apposed, dated_in_brackets
from graph.extraction.tying.ended import is_former
from graph.extraction.tying.excerpts import source_of
from graph.extraction.tying.inherited import year_of
from graph.extraction.tying.namesakes import Namesake, add
from graph.extraction.tying.nearest import Near
from graph.model.mentions import MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.text import fold


def tie(text: str, drafts: Sequence[Draft], base: int | None, *, printed: bool) -> None:
    """Set ``antecedent`` of all references that say less than another one in the same text.

    ``base`` is the index of the document that a consolidated text consolidates, ``printed`` tells
    that the text is a part of the Official Gazette.
    """
    if len(drafts) == 1:
        return
    dated_in_brackets(text, drafts)
    full = _Full(drafts)
    near = Near(
        text, drafts, base if base is not None else source_of(text, drafts), printed=printed
    )
    own = _own_name(text, drafts[0])
    apposed(text, drafts)
    for position, draft in enumerate(drafts):
        if draft.kind is MentionKind.SELF:
            near.saw(position)
            continue
        if draft.kind is MentionKind.ANAPHOR:
            draft.antecedent = near.meant(draft)
            near.saw(position)
            continue
        if draft.kind is MentionKind.SHORT:
            meant = full.longer(position)
            draft.antecedent = meant[0] if len(meant) == 1 else None
            draft.contested = len(meant) > 1
        elif draft.antecedent is not None:
            pass
        elif own is not None and draft.number is None and fold(draft.name or "") == own:
            draft.antecedent = 0
        elif (
            draft.kind is MentionKind.NAMED and draft.date is None and draft.type != _ONE_AT_A_TIME
        ):
            found = full.named(position)
            if found is None:
                draft.antecedent = full.older(position)
            elif not _younger(drafts[found], draft) and not is_former(text, drafts[found].start):
                draft.antecedent = found
        elif draft.kind is MentionKind.NUMBERED and draft.date is None:
            found = full.dated(position)
            if found is not None and _of_one(drafts[found], draft):
                draft.antecedent = found
            elif found is None:
                some = full.agreeing(position)
                draft.contested = len(some) > 1
                told = some[0].dated if len(some) == 1 and not some[0].mixed else None
                if told is not None and _of_one(drafts[told], draft):
                    draft.antecedent = told  # where others name it without its day too
        near.saw(position)


def _of_one(full: Draft, draft: Draft) -> bool:
    """Tell whether a reference says no other issuer than the dated one."""
    return draft.issuer is None or (
        full.date is not None
        and full.issuer is not None
        and fold(full.issuer) == fold(draft.issuer)
    )


def _younger(full: Draft, draft: Draft) -> bool:
    """Tell whether the full reference came after the title in which the name stands."""
    date = full.date or year_of(full)
    return draft.by is not None and date is not None and date.earliest() > draft.by.latest()


def _own_name(text: str, first: Draft) -> str | None:
    """Return the name that a text bears itself ('Luật sửa đổi …'), as names are compared."""
    if first.kind is not MentionKind.SELF or first.type is None or first.title_span is None:
        return None
    return fold(f"{first.type} {first.title_span.of(text)}")


# Of the constitutions each time has its own: one cited with its year says nothing of another.
_ONE_AT_A_TIME = "hien-phap"


Key = tuple[str | None, str]
_TERM = re.compile(r"\s[Kk]h(?:óa|oá)\s[IVX]+$")


class _Full:
    """The references of a text that say enough, by what a shorter one repeats of them.

    For each key the first place of each distinct document, in order: where several documents
    share what is repeated, nothing is known.
    """

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        types = [draft.type for draft in drafts] + [draft.said for draft in drafts if draft.said]
        once: set[str | None] = set()
        self._recurs: set[str | None] = set()  # types of several references
        for type_ in types:
            (self._recurs if type_ in once else once).add(type_)
        self._places_found: dict[Key, list[int]] | None = None
        self._numbered_found: dict[Key, list[Namesake]] | None = None

    # Kept by hand: compiled, a cached_property is worked out at every use.
    @property
    def _places(self) -> dict[Key, list[int]]:
        if self._places_found is None:
            self._places_found = self._find_places()
        return self._places_found

    @property
    def _numbered(self) -> dict[Key, list[Namesake]]:
        if self._numbered_found is None:
            self._numbered_found = self._find_numbered()
        return self._numbered_found

    def _find_places(self) -> dict[Key, list[int]]:
        keys: dict[Key, dict[str, int]] = {}
        for position, draft in enumerate(self._drafts):
            if draft.type not in self._recurs and draft.said not in self._recurs:
                continue
            for key in self._keys_of(draft):
                keys.setdefault(key, {}).setdefault(self._identity(draft, key), position)
        return {key: list(places.values()) for key, places in keys.items()}

    def _find_numbered(self) -> dict[Key, list[Namesake]]:
        """Return the documents of each type and ordinal that are cited in full, in order."""
        found: dict[Key, list[Namesake]] = {}
        for position, draft in enumerate(self._drafts):
            if draft.kind is not MentionKind.NUMBERED or draft.number is None:
                continue
            for type_ in {draft.type, draft.said} - {None}:
                add(found.setdefault((type_, draft.number.bare_ordinal), []), position, draft)
        return found

    def longer(self, position: int) -> Sequence[int]:
        """Return the numbered references that 'Nghị quyết 57' or 'Thông tư 21/2015' may shorten."""
        draft = self._drafts[position]
        if draft.number is None or draft.type not in self._recurs:
            return ()
        shared = _ordinal(draft.number)
        if (draft.type, shared) in self._numbered:
            return self.namesakes(position)
        key = (draft.type, shared)
        if key not in self._places and not (draft.issuer or draft.date):
            key = (draft.type, f"~{shared}")
        only = self._only(key, position)
        return () if only is None else (only,)

    def namesakes(self, position: int) -> Sequence[int]:
        """Return where those of the number are first cited that agree with the reference."""
        return [one.position for one in self.agreeing(position)]

    def agreeing(self, position: int) -> Sequence[Namesake]:
        """Return those of the number before ``position`` that agree with it, else those after."""
        draft = self._drafts[position]
        assert draft.number is not None
        some = self._numbered.get((draft.type, draft.number.bare_ordinal), ())
        before = [one for one in some if one.position < position]
        after = [one for one in some if one.position > position]
        return [one for one in before or after if one.agrees(draft)]

    def named(self, position: int) -> int | None:
        """Return the reference that gives number or date to a name."""
        draft = self._drafts[position]
        if draft.type not in self._recurs:
            return None
        return self._only((draft.type, fold(draft.name or "")), position)

    def older(self, position: int) -> int | None:
        """Return the one of a name that is no younger than the title in which the name stands.

        Where none is younger all may be meant.
        """
        draft = self._drafts[position]
        if draft.by is None or draft.type not in self._recurs:
            return None
        some = self._places.get((draft.type, fold(draft.name or "")), ())
        older = [at for at in some if not _younger(self._drafts[at], draft)]
        if len(older) == len(some):
            return None
        dates = [self._drafts[at].date or year_of(self._drafts[at]) for at in older]
        years = {date.year if date is not None else None for date in dates}
        numbered = (at for at in older if self._drafts[at].number is not None)
        return next(numbered, older[0]) if len(years) == 1 and None not in years else None

    def dated(self, position: int) -> int | None:
        """Return the reference that gives date or issuer to a bare number."""
        draft = self._drafts[position]
        if draft.number is None or draft.type not in self._recurs:
            return None
        return self._only((draft.type, f"#{draft.number.key}"), position)

    def _only(self, key: Key, position: int) -> int | None:
        """Return the one document before ``position``, else the one after it."""
        places = self._places.get(key, [])
        at = bisect_left(places, position)
        if at:
            return places[0] if at == 1 else None
        after = places[1:] if places[:1] == [position] else places
        return after[0] if len(after) == 1 else None

    def _keys_of(self, draft: Draft) -> list[Key]:
        keys: list[Key] = []
        number = draft.number
        if draft.kind is MentionKind.SHORT and number is not None:
            if draft.issuer or draft.date:
                keys.append((draft.type, f"~{_ordinal(number)}"))
            if number.year:
                keys.append((draft.type, number.bare_ordinal))
        if draft.kind is MentionKind.NUMBERED and number is not None:
            if draft.date or draft.issuer:
                keys.append((draft.type, f"#{number.key}"))
            if (year := _year(draft)) is not None:
                keys.append((draft.type, f"{number.bare_ordinal}/{year}"))
        stated = number is not None or draft.date is not None
        if draft.name and stated and draft.kind in (MentionKind.NUMBERED, MentionKind.NAMED):
            keys.append((draft.type, fold(draft.name)))
        elif draft.name and _TERM.search(draft.name) is not None:
            keys.append((draft.type, fold(_TERM.sub("", draft.name))))
        return keys

    def _identity(self, draft: Draft, key: Key) -> str:
        """Return what tells documents apart that share a key."""
        if draft.kind is MentionKind.SHORT:
            return f"{draft.number}:{fold(draft.issuer or '')}:{draft.date}"
        if draft.number is not None and draft.number.symbol:
            code = draft.number.key
            return f"{code}:{draft.date}" if key[1].startswith("#") else code
        return f"{fold(draft.name or '')}:{draft.date}"


def _ordinal(number: DocumentNumber) -> str:
    return f"{number.bare_ordinal}/{number.year}" if number.year else number.bare_ordinal


def _year(draft: Draft) -> int | None:
    if draft.number is not None and draft.number.form is NumberForm.NORMATIVE:
        return draft.number.year
    return draft.date.year if draft.date else None

"""Where a text speaks of other provinces than its own, whose a local number is.

Since the mergers of July 2025 a province's texts cite the documents of those that are now part of
it; a text's own place says nothing of a number beside which another province is named.
"""

from __future__ import annotations

from datetime import date, timedelta

from graph.model.bodies import Place
from graph.model.mentions import Extraction, Mention, MentionKind, SpokenOf
from graph.model.resolutions import Context
from graph.resolution.issued import issued_by
from graph.resolution.places import Places

_DAY = timedelta(days=1)


class Rivals:
    """Tells which references the circumstances of their text do not place."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def whose(
        self, extraction: Extraction, context: Context, *, own: bool
    ) -> dict[int, str | None]:
        """Return the place of each reference of which it is said, None where several may be meant.

        References that nothing but the text's place tells of are not among them. A place that is
        not the text's ``own`` gives way to any that is named beside a reference.
        """
        found: dict[int, str | None] = {}
        if not extraction.provinces:
            return found
        home = self._places.get(context.place)
        day = context.published.latest() if context.published else None
        now = self._places.on(home, day) if home is not None else None
        for spoken in extraction.provinces:
            mention = extraction.mentions[spoken.index]
            if spoken.apart or mention.kind is MentionKind.SELF:
                continue
            place = self._places.named(spoken.name, issued_by(mention, day))
            if place is None:
                continue
            if spoken.whose:
                found[spoken.index] = place.id
            elif home is None or now is None or mention.issuer is not None:
                continue
            elif place.name != home.name and (
                not own or self._competes(spoken, place, now, mention, day)
            ):
                found.setdefault(spoken.index, None)
        merged = self._merged(extraction, now, home) if home and now else []
        for index, mention in enumerate(extraction.mentions) if merged else ():
            issued = issued_by(mention, day)
            if _says_no_place(mention) and issued is not None and issued <= min(merged):
                found.setdefault(index, None)
        return found

    def _merged(self, extraction: Extraction, now: Place, home: Place) -> list[date]:
        """Return until when those provinces were that a text names and its own came from."""
        names = {spoken.name for spoken in extraction.provinces if spoken.apart and spoken.led}
        places = (self._places.named(name, now.valid_from and now.valid_from - _DAY)
                  for name in sorted(names))  # fmt: skip
        return [
            place.valid_to
            for place in places
            if place and place.valid_to and now.id in place.successors and place.name != home.name
        ]

    def spoken_of(self, extraction: Extraction, context: Context) -> set[str]:
        """Return the provinces that are named as such beside local numbers."""
        day = context.published.latest() if context.published else None
        names = {spoken.name for spoken in extraction.provinces if spoken.led}
        places = (self._places.named(name, day) for name in names)
        return {place.id for place in places if place is not None}

    def _competes(
        self, spoken: SpokenOf, place: Place, now: Place, mention: Mention, day: date | None
    ) -> bool:
        """Tell whether a document may be another province's that is spoken of.

        Of one that became part of the text's own it is enough that it is named.
        """
        if spoken.led and spoken.near:
            return True
        if now.id not in place.successors:
            return False
        issued = issued_by(mention, day)
        merged = issued is not None and place.valid_to is not None and issued > place.valid_to
        return (spoken.led or spoken.near) and not merged


def _says_no_place(mention: Mention) -> bool:
    """Tell whether nothing but the text's place tells whose a number is."""
    if mention.kind is not MentionKind.NUMBERED or mention.issuer is not None:
        return False
    return mention.number is not None and mention.antecedent is None

"""Reading of which place an issuer is: 'tỉnh Lào Cai' in 'Ủy ban nhân dân tỉnh Lào Cai'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import UPPER, any_of, lower
from graph.extraction.text.place_names import PLACE_WORD
from graph.model.registry import Registry
from graph.model.spans import Span

_UNIT = re.compile(rf"(?<![^\W_])(?i:(?!xã\s+hội){PLACE_WORD})\.?\s{{0,8}}(?=[{UPPER}\d])")
_NAME = re.compile(rf"\s{{1,8}}(?=[{UPPER}])")
_PAST = re.compile(r"\s+(?i:và)\s|[,;(]|$")
# Committees of offices and firms are called so too: only the word for a place tells one.
_OF_ANY = ("đảng ủy", "đảng uỷ", "đảng bộ", "chi bộ")


class IssuingPlaces:
    """Finds the places in the phrases of local bodies. Immutable."""

    def __init__(self, registry: Registry) -> None:
        phrases = {phrase for template in registry.templates for phrase in template.generic}
        self._places = lru_cache(maxsize=4096)(self._in)  # the same bodies issue everywhere
        self._local = re.compile(rf"(?<![^\W_]){any_of(phrases).pattern}")

    def read(self, text: str, drafts: Iterable[Draft]) -> None:
        """Set the place of every reference whose issuer names one."""
        for draft in drafts:
            if draft.issuer_span is not None:
                draft.place_span = self._place(text, draft.issuer_span)

    def _place(self, text: str, issuer: Span) -> Span | None:
        place = self._places(issuer.of(text))
        return Span(issuer.start + place.start, issuer.start + place.end) if place else None

    def _in(self, phrase: str) -> Span | None:
        """Return the place that a phrase names, with the word for its kind where that stands."""
        unit = _UNIT.search(phrase)
        start = unit.start() if unit else self._name(phrase)
        past = _PAST.search(phrase, start) if start is not None else None
        return Span(start, past.start()) if start is not None and past is not None else None

    def _name(self, phrase: str) -> int | None:
        local = self._local.search(lower(phrase))
        if local is None or local[0].endswith(_OF_ANY):
            return None
        name = _NAME.match(phrase, local.end())
        return name.end() if name else None

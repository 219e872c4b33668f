"""Place names in the short phrases in which a page says whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from graph.model.registry import Registry
from graph.model.text import fold

_WORD = re.compile(r"[^\W_]+")


class PlaceNames:
    """Finds the province or city that a phrase names: by whole, capitalised words."""

    def __init__(self, registry: Registry) -> None:
        persons = {fold(cue.phrase) for cue in registry.page_cues if cue.field == "person-place"}
        self._names: Mapping[tuple[str, ...], str] = {
            tuple(fold(name).split()): place.name
            for place in registry.places
            for name in (place.name, *place.aliases)
            if fold(name) not in persons
        }
        self._slugs = {fold(place.name).replace(" ", ""): place.name for place in registry.places}
        self._ids = {place.id: place.name for place in registry.places}
        self._longest = max(map(len, self._names), default=0)
        cues = (fold(c.phrase) for c in registry.page_cues if c.field == "site-prefix")
        self._prefixes = sorted(cues, key=len, reverse=True)

    def by_id(self, identifier: str | None) -> str | None:
        """Return the name of a place id."""
        return self._ids.get(identifier) if identifier else None

    def within(self, phrase: str) -> str | None:
        """Return the last place that ``phrase`` names: 'Báo Sóc Trăng Online' -> 'Sóc Trăng'."""
        words = [w if w[0].isupper() else "" for w in _WORD.findall(phrase)]
        plain = [fold(word) for word in words]
        for end in range(len(plain), 0, -1):
            for size in range(min(self._longest, end), 0, -1):
                if name := self._names.get(tuple(plain[end - size : end])):
                    return name
        return None

    def among(self, phrases: Iterable[str | None]) -> str | None:
        """Return the place of the first phrase that names one."""
        return next((p for phrase in phrases if phrase and (p := self.within(phrase))), None)

    def of_host(self, host: str) -> str | None:
        """Return the place in a host name: 'baosoctrang.org.vn' -> 'Sóc Trăng'."""
        for label in host.lower().split("."):
            plain = label.replace("-", "")
            bare = next((plain.removeprefix(p) for p in self._prefixes if plain.startswith(p)), "")
            if name := self._slugs.get(plain) or self._slugs.get(bare):
                return name
        return None

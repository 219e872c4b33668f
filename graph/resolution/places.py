"""Which province a name means: names recur after mergers, so the day decides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.model.bodies import DistrictPlace, Place
from graph.model.text import fold, slug, spelt

CENTRE = "tw"
_KINDS = ("tinh", "thanh pho", "tp")


class Places:
    """Looks places up by id and by name."""

    def __init__(self, places: Iterable[Place], districts: Iterable[DistrictPlace] = ()) -> None:
        self._by_district: dict[str, set[str]] = {}
        self._districts: dict[tuple[str, str], str] = {}
        for district in districts:
            self._districts[district.place, slug(district.name)] = district.name
            for name in (fold(district.name), spelt(district.name)):
                self._by_district.setdefault(name, set()).add(district.place)
        self._by_id = {place.id: place for place in places}
        self._by_name: dict[str, tuple[Place, ...]] = {}
        for place in self._by_id.values():
            for name in dict.fromkeys(fold(n) for n in (place.name, *place.aliases)):
                self._by_name[name] = (*self._by_name.get(name, ()), place)

    def get(self, place_id: str | None) -> Place | None:
        """Return the place with this id."""
        return self._by_id.get(place_id) if place_id else None

    def named(self, name: str, day: date | None) -> Place | None:
        """Return the place that ``name`` meant on ``day``; the oldest where no day is known."""
        candidates = self._by_name.get(bare(fold(name)), ())
        if day is not None:
            living = [place for place in candidates if lived(place, day)]
            candidates = tuple(living) or candidates
        return min(candidates, key=lambda p: (p.valid_from or date.min, p.id), default=None)

    def district(self, place: str, slugged: str) -> str | None:
        """Return the name of a province's district by what stands in ids for it."""
        return self._districts.get((place, slugged))

    def around_then(self, place: Place | None, day: date | None) -> str | None:
        """Return the id of the province in which a place was a town on ``day``, None if in none."""
        if place is None or day is None or lived(place, day):
            return None
        then = self.on(place, day)
        town = then != place and (then.id, slug(place.name)) in self._districts
        return then.id if town else None

    def around(self, district: str) -> str | None:
        """Return the id of the one province that has a district of this name, None if several."""
        found = self._of_name(district)
        return next(iter(found)) if len(found) == 1 else None

    def of_district(self, district: str, home: Place | None, day: date | None) -> str | None:
        """Return the id of the province in which a district is that a text of ``home`` names.

        ``home`` itself where it has one of the name, else what became part of it, else the only one
        that has; of a name that no district has nothing else is known.
        """
        found = self._of_name(district)
        if home is None or (len(found) == 1 and home.id not in found):
            return self.around(district)
        then = self.on(home, day).id
        if not found or not found.isdisjoint((then, home.id)):
            return then
        former = [one for one in found if home.id in self._by_id[one].successors]
        return former[0] if len(former) == 1 else None

    def _of_name(self, district: str) -> set[str]:
        """Return the provinces that have a district so written, marks and all, else so called."""
        written = self._by_district.get(spelt(district))
        return written or self._by_district.get(fold(district), set())

    def on(self, place: Place, day: date | None) -> Place:
        """Return the place that stood for this one on ``day``.

        That is the one of its name, else what became it, else what it became.
        """
        if day is None:
            return place
        found = self.named(place.name, day) or place
        if lived(found, day):
            return found
        former = [one for one in self._by_id.values()
                  if place.id in one.successors and lived(one, day)]  # fmt: skip
        if former:
            return former[0] if len(former) == 1 else found
        heirs = [heir for one in found.successors if lived(heir := self._by_id[one], day)]
        return heirs[0] if len(heirs) == 1 else found


def bare(folded: str) -> str:
    """Drop the word for province or city before a folded name."""
    for kind in _KINDS:
        if folded.startswith(kind + " "):
            return folded[len(kind) + 1 :]
    return folded


def lived(place: Place, day: date) -> bool:
    """Tell whether a place existed on ``day``."""
    started = place.valid_from is None or place.valid_from <= day
    return started and (place.valid_to is None or day <= place.valid_to)

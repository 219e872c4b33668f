"""The provinces and ministries of a day, with those that came before and after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.model.bodies import Body, Place
from graph.model.registry import Registry

PROVINCE, MINISTRY = "province", "ministry"


@dataclass(frozen=True, slots=True)
class Unit:
    """A province (place id) or ministry (body id); ``kin`` are its predecessors and successors."""

    id: str
    name: str
    kin: Mapping[str, str]

    def holds(self, owner: str) -> bool:
        """Tell whether what ``owner`` issued counts for this unit."""
        return owner == self.id or owner in self.kin

    def remark(self, owner: str) -> str | None:
        """Return whose document it is, where it is not the unit's own."""
        return self.kin.get(owner)


def units_on(registry: Registry, level: str, day: date) -> list[Unit]:
    """Return the units of a level that existed on ``day``, by name."""
    every: Iterable[Place | Body] = registry.places if level == PROVINCE else registry.bodies
    units = list(every)
    by_id = {one.id: one for one in units}
    after = {one.id: one.successors for one in units}
    before: dict[str, list[str]] = {}
    for one in units:
        for heir in one.successors:
            before.setdefault(heir, []).append(one.id)
    listed = [one for one in units if _existed(one, day) and _counts(one, registry)]
    found = []
    for one in listed:
        kin = {other: _named("trước", by_id[other]) for other in _far(before, one.id)}
        kin.update({other: _named("sau", by_id[other]) for other in _far(after, one.id)})
        found.append(Unit(one.id, one.name, kin))
    return sorted(found, key=lambda unit: (unit.name, unit.id))


def _far(ways: Mapping[str, Iterable[str]], start: str) -> set[str]:
    found: set[str] = set()
    frontier = [start]
    while frontier:
        near = set(ways.get(frontier.pop(), ())) - found
        found |= near
        frontier.extend(near)
    return found - {start}


def _named(when: str, other: Place | Body) -> str:
    until = f" (đến {other.valid_to.isoformat()})" if other.valid_to else ""
    since = f" (từ {other.valid_from.isoformat()})" if when == "sau" and other.valid_from else ""
    return f"của {other.name}{until or since}, {when} khi sắp xếp"


def _existed(one: Place | Body, day: date) -> bool:
    started = one.valid_from is None or one.valid_from <= day
    return started and (one.valid_to is None or day <= one.valid_to)


def _counts(one: Place | Body, registry: Registry) -> bool:
    """Tell whether a place, or a body of the rank of a ministry: a word of seeds/words.tsv."""
    if isinstance(one, Place):
        return True
    if one.level != "central" or one.world != "state":
        return False
    names = registry.listed("ministry")
    return one.name in names or (one.parent is not None and _government(one, names))


def _government(one: Body, names: Iterable[str]) -> bool:
    return one.parent == "/org/vn/tw/cp" and any(one.name.startswith(f"{w} ") for w in names)

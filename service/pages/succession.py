"""What a body was before and what it became: chains of names with the days between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.model.bodies import Body, Place
from graph.model.identifiers import body_id
from graph.model.registry import OrganTemplate, Registry
from service.state import Graph


@dataclass(frozen=True, slots=True)
class Kin:
    """A body before or after another. ``known``: the store has a page for it."""

    id: str
    name: str
    valid_from: date | None
    valid_to: date | None
    known: bool


def succession(graph: Graph, body: Body) -> tuple[list[Kin], list[Kin]]:
    """Return what came directly before a body and directly after it, oldest first."""
    every = _Registered(graph.registry)
    before = every.before(body)
    after = [one for id in body.successors if (one := every.get(id)) is not None]
    stored = {one.id for one in graph.store.bodies_of([one.id for one in (*before, *after)])}
    return _kin(before, stored), _kin(after, stored)


def _kin(bodies: Iterable[Body], stored: set[str]) -> list[Kin]:
    found = [
        Kin(one.id, one.name, one.valid_from, one.valid_to, one.id in stored) for one in bodies
    ]
    return sorted(found, key=lambda one: (one.valid_to or date.max, one.name))


class _Registered:
    """Bodies of the registry, and those that its templates give to each place."""

    def __init__(self, registry: Registry) -> None:
        self._bodies = {one.id: one for one in registry.bodies}
        self._places = {one.id: one for one in registry.places}
        self._templates = registry.templates

    def get(self, id: str) -> Body | None:
        if id in self._bodies:
            return self._bodies[id]
        place, _, organ = id.removeprefix("/org/vn/").partition("/")
        return self._of(self._places.get(place), organ)

    def before(self, body: Body) -> list[Body]:
        found = [one for one in self._bodies.values() if body.id in one.successors]
        organ = body.id.rpartition("/")[2]
        for place in self._places.values():
            if body.place in place.successors and (one := self._of(place, organ)) is not None:
                found.append(one)
        return found

    def _of(self, place: Place | None, organ: str) -> Body | None:
        template = self._template(place, organ)
        if place is None or template is None:
            return None
        return Body(
            id=body_id(place.id, organ),
            name=template.name.format(place=place.name, kind=place.kind),
            level=template.level,
            world=template.world,
            place=place.id,
            valid_from=place.valid_from,
            valid_to=place.valid_to,
        )

    def _template(self, place: Place | None, organ: str) -> OrganTemplate | None:
        fitting = (
            one
            for one in self._templates
            if place is not None and one.organ == organ and place.kind in one.place_kinds
        )
        return next(fitting, None)

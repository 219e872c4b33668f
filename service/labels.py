"""Names for identifiers and back, as people say them: 'Chỉ thị' for chi-thi."""

from __future__ import annotations

from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.model.text import fold


class Labels:
    """Looks names up in the registries; unknown ones are handed back as they are."""

    def __init__(self, registry: Registry) -> None:
        self._types = {row.id: row.name for row in registry.types}
        self._places = {row.id: row.name for row in registry.places}
        self._relations = {row.relation: row for row in registry.relations}
        self._type_ids: dict[str, str] = {}
        for row in registry.types:
            for word in (*row.aliases, row.name, row.id):
                self._type_ids.setdefault(fold(word), row.id)
        self._place_ids: dict[str, str] = {}
        for place in registry.places:
            for word in (place.id, place.name, *place.aliases):
                self._place_ids.setdefault(fold(word), place.id)
        self._bodies = {row.id: row.name for row in registry.bodies}
        self._body_ids: dict[str, str] = {}
        for body in registry.bodies:
            for word in (body.name, *body.aliases, *body.codes):
                self._body_ids.setdefault(fold(word), body.id)

    def type_name(self, type_id: str | None) -> str | None:
        """Return 'Chỉ thị' for 'chi-thi'."""
        return self._types.get(type_id, type_id) if type_id else None

    def place_name(self, place_id: str | None) -> str | None:
        """Return 'Sóc Trăng' for 'soc-trang'; None for the centre."""
        return self._places.get(place_id) if place_id else None

    def body_name(self, body_id: str) -> str | None:
        """Return 'Bộ Chính trị' for '/org/vn/tw/bct'; None for a body that is not registered."""
        return self._bodies.get(body_id)

    def relation(self, kind: RelationKind, *, inverse: bool = False) -> str:
        """Return what the relation is called, seen from its target where ``inverse``."""
        row = self._relations.get(kind)
        if row is None:
            return kind.value
        return row.inverse if inverse else row.label

    def type_id(self, word: str | None) -> str | None:
        """Return the type id of 'Chỉ thị', 'chi thi' or 'chi-thi'."""
        return self._type_ids.get(fold(word), word) if word else None

    def place_id(self, word: str | None) -> str | None:
        """Return the place id of 'Sóc Trăng', 'soc trang' or 'soc-trang'."""
        return self._place_ids.get(fold(word), word) if word else None

    def body_id(self, word: str | None) -> str | None:
        """Return the body id of 'Bộ Chính trị'; an identifier is handed back."""
        if not word or word.startswith("/org/"):
            return word or None
        return self._body_ids.get(fold(word), word)

"""How relations and nodes look. Each relation has its own pair of line and arrow head."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from graph.export.lineage_view import Node
from graph.model.errors import MalformedNumberError
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import Registry

DASHES = {"solid": (), "dashed": (6.0, 4.0), "dotted": (1.5, 3.0), "dash-dot": (8.0, 3.0, 2.0, 3.0)}


class World(StrEnum):
    """What a node's shape tells."""

    PARTY = "party"
    STATE = "state"
    BODY = "body"


FILLS = {World.PARTY: "#fdecea", World.STATE: "#e8f0fb", World.BODY: "#f4f1e4"}
WORLD_LABELS = {
    World.PARTY: "Văn bản của Đảng",
    World.STATE: "Văn bản Nhà nước",
    World.BODY: "Cơ quan, tổ chức",
}


@dataclass(frozen=True, slots=True)
class LineStyle:
    """Colour, dash pattern in points (empty: solid), arrow head and width in points."""

    colour: str
    dash: str
    head: str
    width: float

    @property
    def pattern(self) -> tuple[float, ...]:
        """The dash pattern in points."""
        return DASHES[self.dash]


PLAIN = LineStyle("#424242", "solid", "vee", 1.0)


def line_styles() -> Mapping[str, LineStyle]:
    """Return the style of each relation, from styles.tsv beside this module."""
    lines = (files(__package__) / "styles.tsv").read_text("utf-8").splitlines()
    return {
        row["relation"]: LineStyle(row["colour"], row["dash"], row["head"], float(row["width"]))
        for row in csv.DictReader(lines, delimiter="\t")
    }


def relation_labels(registry: Registry) -> Mapping[str, str]:
    """Return what each relation is called in Vietnamese."""
    return {row.relation.value: row.label for row in registry.relations}


class Worlds:
    """Tells Party from State documents by number, then type, then organ."""

    def __init__(self, registry: Registry) -> None:
        self._types = {row.name: row.world for row in registry.types}
        worlds = [(body.id, body.world) for body in registry.bodies]
        worlds += [(template.organ, template.world) for template in registry.templates]
        self._organs = {path.rpartition("/")[2]: world for path, world in worlds}

    def of(self, node: Node) -> World:
        """Return the world of ``node``; what nothing tells counts as State."""
        if node.is_body:
            return World.BODY
        if _has_party_number(node.number):
            return World.PARTY
        world = self._types.get(node.type or "", "both")
        if world == "both":
            parts = node.id.split("/")
            world = self._organs.get(parts[4], "state") if len(parts) > 4 else "state"
        return World.PARTY if world == "party" and not node.number else World.STATE


def _has_party_number(number: str | None) -> bool:
    try:
        return number is not None and DocumentNumber.parse(number).form is NumberForm.PARTY
    except MalformedNumberError:
        return False

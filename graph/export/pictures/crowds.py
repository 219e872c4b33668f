"""Nodes that relate alike, drawn as one framed grid with one line for all of them.

A directive that sixty provinces implement would otherwise be one row of sixty boxes.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.export.pictures.drawing import EDGE_SIZE, MAX_EDGE_LABEL, Box, Drawing, Line, TextLine
from graph.export.pictures.ink import Point
from graph.export.pictures.typeface import Typeface

_ENOUGH = 6  # so many boxes beside each other are still easy to take in
_GAP, _PADDING = 14.0, 14.0
_ASPECT = 1.6  # how much wider than high a frame should be


@dataclass(frozen=True, slots=True)
class Crowd:
    """Boxes (by index) in ``columns`` columns; ``cell`` is the size of the largest."""

    members: tuple[int, ...]
    columns: int
    cell: tuple[float, float]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the frame in points."""
        rows = math.ceil(len(self.members) / self.columns)
        return _span(self.columns, self.cell[0]), _span(rows, self.cell[1])

    def places(self, centre: Point) -> Iterator[tuple[int, Point]]:
        """Return where each member stands when the frame's centre is ``centre``."""
        left = centre[0] - self.size[0] / 2 + _PADDING + self.cell[0] / 2
        top = centre[1] - self.size[1] / 2 + _PADDING + self.cell[1] / 2
        for index, member in enumerate(self.members):
            row, column = divmod(index, self.columns)
            x = left + column * (self.cell[0] + _GAP)
            yield member, (round(x, 2), round(top + row * (self.cell[1] + _GAP), 2))


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line to draw between ``tail`` and ``head``; ``lines`` are the indices it stands for."""

    tail: str
    head: str
    line: Line
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is laid out: single boxes are named n0, n1…, crowds c0, c1…"""

    boxes: tuple[Box, ...]
    crowds: tuple[Crowd, ...]
    strokes: tuple[Stroke, ...]

    @property
    def singles(self) -> tuple[int, ...]:
        """The boxes that stand alone."""
        crowded = {member for crowd in self.crowds for member in crowd.members}
        return tuple(i for i in range(len(self.boxes)) if i not in crowded)


def plan_of(drawing: Drawing, face: Typeface, enough: int = _ENOUGH) -> Plan:
    """Find the crowds of a drawing, of more than ``enough``, and join the lines that they share."""
    crowds = tuple(_crowds(drawing, enough))
    names = {box.node.id: f"n{i}" for i, box in enumerate(drawing.boxes)}
    for number, crowd in enumerate(crowds):
        names |= {drawing.boxes[i].node.id: f"c{number}" for i in crowd.members}
    joined: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, line in enumerate(drawing.lines):
        edge = line.edge
        joined[names[edge.source], names[edge.target], edge.relation].append(index)
    strokes = (
        Stroke(tail, head, _for_all(drawing, lines, face), tuple(lines))
        for (tail, head, _), lines in joined.items()
    )
    return Plan(drawing.boxes, crowds, tuple(strokes))


def _crowds(drawing: Drawing, enough: int) -> Iterator[Crowd]:
    """Boxes are alike when they have the same relations to the same others."""
    relations: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for line in drawing.lines:
        edge = line.edge
        relations[edge.source].add(("to", edge.relation, edge.target))
        relations[edge.target].add(("from", edge.relation, edge.source))
    alike: dict[frozenset[tuple[str, str, str]], list[int]] = defaultdict(list)
    for index, box in enumerate(drawing.boxes):
        if not box.is_root and relations[box.node.id]:
            alike[frozenset(relations[box.node.id])].append(index)
    for members in alike.values():
        if len(members) > enough:
            yield _crowd([drawing.boxes[i] for i in members], tuple(members))


def _crowd(boxes: list[Box], members: tuple[int, ...]) -> Crowd:
    cell = max(box.width for box in boxes), max(box.height for box in boxes)
    columns = math.ceil(math.sqrt(_ASPECT * len(boxes) * cell[1] / cell[0]))
    return Crowd(members, columns, cell)


def _span(count: int, each: float) -> float:
    return count * each + (count - 1) * _GAP + 2 * _PADDING


def _for_all(drawing: Drawing, lines: list[int], face: Typeface) -> Line:
    first = drawing.lines[lines[0]]
    if len(lines) == 1:
        return first
    text = face.fitted(f"{first.name} × {len(lines)}", MAX_EDGE_LABEL, EDGE_SIZE)
    label = TextLine(text, EDGE_SIZE, False, face.width(text, EDGE_SIZE))
    return replace(first, label=label)

"""Where to cut a picture that is larger than a sheet, so that no box is lost between two parts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from graph.export.pictures.fitting import LEAST, MOST
from graph.export.pictures.ink import Point

_MOST_PARTS = 48
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Part:
    """What one sheet shows: its row and column from 1, and its corner in the picture."""

    row: int
    column: int
    corner: Point

    @property
    def name(self) -> str:
        """How sheets refer to one another: row and column."""
        return f"{self.row}.{self.column}"

    def holds(self, box: Box, room: Point, scale: float) -> bool:
        """Tell whether the whole box is seen through a window of ``room`` points at ``scale``."""
        (x, y), (wide, high) = self.corner, (room[0] / scale + 0.1, room[1] / scale + 0.1)
        return x <= box[0] and y <= box[1] and box[2] <= x + wide and box[3] <= y + high

    def touches(self, box: Box, room: Point, scale: float) -> bool:
        """Tell whether some of the box is seen."""
        (x, y), (wide, high) = self.corner, (room[0] / scale, room[1] / scale)
        return box[0] < x + wide and box[1] < y + high and box[2] > x and box[3] > y


def cut(
    size: Point, boxes: Iterable[Box], largest: Point, room: Point
) -> tuple[float, tuple[Part, ...]]:
    """Return the scale and the parts in which windows of ``room`` points show a picture readably.

    Parts are as few as LEAST allows, then enlarged to fill the sheets. They overlap by the
    ``largest`` box, so that each is whole on one of them; a part with no box that is not whole
    on an earlier one is left out.
    """
    across, down, least = _counts(size, largest, room)
    filled = (
        count * side / (whole + (count - 1) * over)
        for count, side, whole, over in zip((across, down), room, size, largest, strict=True)
    )
    scale = min(MOST, *filled) if least == LEAST else least
    step = room[0] / scale - largest[0], room[1] / scale - largest[1]
    grid = (
        Part(row + 1, column + 1, (column * step[0], row * step[1]))
        for row, column in product(range(down), range(across))
    )
    return scale, tuple(_needed(grid, list(boxes), room, scale))


def _needed(grid: Iterable[Part], boxes: list[Box], room: Point, scale: float) -> Iterator[Part]:
    for part in grid:
        left = [box for box in boxes if not part.holds(box, room, scale)]
        if len(left) < len(boxes):
            yield part
        boxes = left


def _counts(size: Point, largest: Point, room: Point) -> tuple[int, int, float]:
    """How many parts beside and below one another, and the scale that this takes."""
    scale = LEAST
    while True:
        across, down = (
            max(1, math.ceil(scale * (whole - over) / (side - scale * over)))
            for whole, over, side in zip(size, largest, room, strict=True)
        )
        if across * down <= _MOST_PARTS:
            return across, down, scale
        scale *= 0.95

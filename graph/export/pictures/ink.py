"""The few things that every kind of picture can draw: shapes and words, gathered in groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

Point = tuple[float, float]
Command = tuple[str, tuple[Point, ...]]  # M and L take a point, C takes three, Z none
INK = "#212121"
_ARC = 0.5523  # control distance at which a cubic curve follows a quarter circle


@dataclass(frozen=True, slots=True)
class Shape:
    """A path; points, y downwards. Without ``fill`` it is only stroked, and the reverse."""

    commands: tuple[Command, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text. ``at`` is on the baseline: its middle, or its start."""

    text: str
    at: Point
    size: float
    width: float
    bold: bool = False
    centred: bool = True
    colour: str = INK
    halo: bool = False  # on a white plate, so that lines below do not cross it


Item = Shape | Words


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together. ``role`` is node, edge, frame, legend or heading.

    ``rows`` are the relations that it stands for or takes part in, by their place in the list.
    """

    role: str
    id: str
    label: str
    items: tuple[Item, ...]
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture in points; later groups cover earlier ones.

    A scene ``for_print`` has the size of a sheet of paper, and its points are those of paper.
    """

    title: str
    width: float
    height: float
    groups: tuple[Group, ...]
    for_print: bool = False


def moved(group: Group, factor: float, by: Point) -> Group:
    """Return ``group`` scaled by ``factor``, then shifted."""

    def place(point: Point) -> Point:
        return round(point[0] * factor + by[0], 2), round(point[1] * factor + by[1], 2)

    return replace(group, items=tuple(_moved(item, factor, place) for item in group.items))


def _moved(item: Item, factor: float, place: Callable[[Point], Point]) -> Item:
    if isinstance(item, Words):
        at, size, width = place(item.at), item.size * factor, item.width * factor
        return replace(item, at=at, size=round(size, 3), width=round(width, 3))
    return replace(
        item,
        commands=tuple(
            (letter, tuple(place(point) for point in points)) for letter, points in item.commands
        ),
        width=item.width * factor,
        dash=tuple(part * factor for part in item.dash),
    )


def extent(group: Group) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what ``group`` may touch; it has items."""
    spots: list[Point] = []
    for item in group.items:
        if isinstance(item, Shape):
            spots += (point for _, points in item.commands for point in points)
        else:
            left = item.at[0] - (item.width / 2 if item.centred else 0.0)
            spots += ((left, item.at[1] - item.size), (left + item.width, item.at[1]))
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return min(across), min(down), max(across), max(down)


def polygon(*points: Point) -> tuple[Command, ...]:
    """Return a closed path through ``points``."""
    return (*open_line(*points), ("Z", ()))


def open_line(*points: Point) -> tuple[Command, ...]:
    """Return an open path through ``points``."""
    first, *rest = points
    return (("M", (first,)), *(("L", (point,)) for point in rest))


def bezier(points: tuple[Point, ...]) -> tuple[Command, ...]:
    """Return a path along 1 + 3n Bézier points."""
    parts = [points[i : i + 3] for i in range(1, len(points) - 2, 3)]
    return (("M", (points[0],)), *(("C", part) for part in parts))


def rounded(left: float, top: float, right: float, bottom: float, r: float) -> tuple[Command, ...]:
    """Return a rectangle whose corners are quarter circles of radius ``r``."""
    k = r * (1 - _ARC)
    return (
        ("M", ((left + r, top),)),
        ("L", ((right - r, top),)),
        ("C", ((right - k, top), (right, top + k), (right, top + r))),
        ("L", ((right, bottom - r),)),
        ("C", ((right, bottom - k), (right - k, bottom), (right - r, bottom))),
        ("L", ((left + r, bottom),)),
        ("C", ((left + k, bottom), (left, bottom - k), (left, bottom - r))),
        ("L", ((left, top + r),)),
        ("C", ((left, top + k), (left + k, top), (left + r, top))),
        ("Z", ()),
    )


def circle(x: float, y: float, r: float) -> tuple[Command, ...]:
    """Return a circle as four curves."""
    return rounded(x - r, y - r, x + r, y + r, r)

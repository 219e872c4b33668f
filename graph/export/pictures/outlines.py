"""The outline of a node by its world, dashed where only cited, doubled for the root."""

from __future__ import annotations

from graph.export.pictures.ink import INK, Command, Point, Shape, open_line, polygon, rounded
from graph.export.pictures.style import FILLS, World

SLANT, FOLD, ROOT_GAP = 14.0, 12.0, 4.0  # points
_DASHED = (5.0, 3.0)


def outline(
    world: World, centre: Point, size: Point, *, cited_only: bool, is_root: bool
) -> tuple[Shape, ...]:
    """Return the box of a node of ``size`` points around ``centre``."""
    x, y = centre
    box = (x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)
    dash = _DASHED if cited_only else ()
    fill = "#ffffff" if cited_only else FILLS[world]
    shapes: list[Shape] = []
    if is_root:
        shapes.append(Shape(_border(world, *box), "#ffffff", INK, 1.0))
        gap = min(ROOT_GAP, size[1] / 5)
        box = (box[0] + gap, box[1] + gap, box[2] - gap, box[3] - gap)
    shapes.append(Shape(_border(world, *box), fill, INK, 2.4 if is_root else 1.2, dash))
    if world is World.STATE:
        _, top, right, bottom = box
        cut = _corner(FOLD, top, bottom)
        fold = open_line((right - cut, top), (right - cut, top + cut), (right, top + cut))
        shapes.append(Shape(fold, stroke=INK, width=1.0))
    return tuple(shapes)


def frame(centre: Point, size: Point) -> Shape:
    """Return what surrounds a crowd of ``size`` points around ``centre``."""
    x, y = centre
    box = (x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)
    return Shape(rounded(*box, _corner(12.0, box[1], box[3])), "#fafafa", "#9e9e9e", 1.0)


def _corner(wanted: float, top: float, bottom: float) -> float:
    return min(wanted, (bottom - top) * 0.4)


def _border(
    world: World, left: float, top: float, right: float, bottom: float
) -> tuple[Command, ...]:
    if world is World.PARTY:
        return rounded(left, top, right, bottom, _corner(10.0, top, bottom))
    if world is World.STATE:
        cut = _corner(FOLD, top, bottom)
        return polygon(
            (left, top), (right - cut, top), (right, top + cut), (right, bottom), (left, bottom)
        )
    middle, slant = (top + bottom) / 2, _corner(SLANT, top, bottom)
    return polygon(
        (left, middle), (left + slant, top), (right - slant, top), (right, middle),
        (right - slant, bottom), (left + slant, bottom),
    )  # fmt: skip

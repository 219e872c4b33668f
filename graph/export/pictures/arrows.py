"""Lines with heads: each style differs by dash and head, not by colour alone."""

from __future__ import annotations

import math
from collections.abc import Callable

from graph.export.pictures.ink import Command, Point, Shape, bezier, circle, open_line, polygon
from graph.export.pictures.style import LineStyle

_WHITE = "#ffffff"
_STEM = {"vee": 0.0, "tee": 2.0, "cross": 0.0}  # how far before the tip the line stops
_LENGTH = 10.0


def arrow(curve: tuple[Point, ...], tip: Point, style: LineStyle) -> tuple[Shape, ...]:
    """Return the line along ``curve`` and its head, which touches ``tip``."""
    angle = _angle(curve, tip)
    turn = _turned(tip, angle)
    stop = turn(-_STEM.get(style.head, _LENGTH - 1), 0.0)
    stem = Shape(
        (*bezier(curve), ("L", (stop,))),
        stroke=style.colour,
        width=style.width,
        dash=style.pattern,
    )
    return (stem, *_head(style, turn))


def _angle(curve: tuple[Point, ...], tip: Point) -> float:
    """The direction of the tip; where the curve already ends there, that of its last piece."""
    for x, y in reversed(curve):
        if math.hypot(tip[0] - x, tip[1] - y) > 1.0:
            return math.atan2(tip[1] - y, tip[0] - x)
    return -math.pi / 2


def _turned(tip: Point, angle: float) -> Callable[[float, float], Point]:
    cos, sin = math.cos(angle), math.sin(angle)

    def turn(along: float, across: float) -> Point:
        return (
            round(tip[0] + along * cos - across * sin, 2),
            round(tip[1] + along * sin + across * cos, 2),
        )

    return turn


def _head(style: LineStyle, turn: Callable[[float, float], Point]) -> tuple[Shape, ...]:
    name = style.head.removeprefix("open-")
    fill = _WHITE if style.head.startswith("open-") else style.colour
    closed: dict[str, tuple[Command, ...]] = {
        "triangle": polygon(turn(0, 0), turn(-_LENGTH, 4.5), turn(-_LENGTH, -4.5)),
        "diamond": polygon(turn(0, 0), turn(-6, 4), turn(-12, 0), turn(-6, -4)),
        "dot": circle(*turn(-5, 0), 4.5),
    }
    if name in closed:
        return (Shape(closed[name], fill=fill, stroke=style.colour, width=1.2),)
    strokes: dict[str, list[tuple[Point, ...]]] = {
        "vee": [(turn(-9, 4.5), turn(0, 0), turn(-9, -4.5))],
        "tee": [(turn(-2, 7), turn(-2, -7))],
        "cross": [(turn(-3, 5), turn(-11, -5)), (turn(-3, -5), turn(-11, 5))],
    }
    width = max(style.width, 1.4)
    return tuple(
        Shape(open_line(*line), stroke=style.colour, width=width) for line in strokes[name]
    )

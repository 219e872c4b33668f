"""The legend: every line and every kind of box that the picture uses, and no other."""

from __future__ import annotations

from collections.abc import Callable

from graph.export.pictures.arrows import arrow
from graph.export.pictures.drawing import Drawing
from graph.export.pictures.ink import Group, Item, Point, Words
from graph.export.pictures.outlines import frame, outline
from graph.export.pictures.style import WORLD_LABELS, LineStyle, World
from graph.export.pictures.typeface import Typeface

_SIZE, _ROW, _SAMPLE, _GAP = 9.5, 24.0, 40.0, 22.0
Sample = Callable[[float, float], tuple[Item, ...]]  # left and middle of the row


def legend_groups(
    drawing: Drawing, framed: bool, face: Typeface, corner: Point, room: float
) -> tuple[list[Group], float]:
    """Return the legend in rows of at most ``room`` points from ``corner``, and where it ends."""
    groups: list[Group] = []
    left = corner[0]
    x, y = left, corner[1] + _ROW / 2
    for index, (label, sample) in enumerate(_entries(drawing, framed)):
        width = face.width(label, _SIZE)
        if x > left and x + _SAMPLE + 6 + width > left + room:
            x, y = left, y + _ROW
        at = (round(x + _SAMPLE + 6, 2), round(y + _SIZE * 0.35, 2))
        words = Words(label, at, _SIZE, width, centred=False)
        groups.append(Group("legend", f"l{index}", "", (*sample(x, y), words)))
        x += _SAMPLE + 6 + width + _GAP
    return groups, y + _ROW / 2


def _entries(drawing: Drawing, framed: bool) -> list[tuple[str, Sample]]:
    entries: list[tuple[str, Sample]] = []
    present = {box.world for box in drawing.boxes}
    for world in World:
        if world in present:
            entries.append((WORLD_LABELS[world], _box(world)))
    if any(box.node.cited_only for box in drawing.boxes):
        entries.append(("Mới thấy được nhắc đến, chưa có toàn văn", _box(World.PARTY, cited=True)))
    if any(box.is_root for box in drawing.boxes):
        entries.append(("Văn bản được hỏi", _box(World.PARTY, root=True)))
    if framed:
        entries.append(("Các văn bản có cùng quan hệ", _frame))
    return entries + [(label, _line(style)) for label, style in drawing.legend]


def _box(world: World, *, cited: bool = False, root: bool = False) -> Sample:
    def sample(x: float, y: float) -> tuple[Item, ...]:
        centre: Point = (x + _SAMPLE / 2, y)
        return outline(world, centre, (_SAMPLE - 8, 14), cited_only=cited, is_root=root)

    return sample


def _frame(x: float, y: float) -> tuple[Item, ...]:
    return (frame((x + _SAMPLE / 2, y), (_SAMPLE - 8, 14)),)


def _line(style: LineStyle) -> Sample:
    def sample(x: float, y: float) -> tuple[Item, ...]:
        end = x + _SAMPLE
        run = ((x, y), (x + 10, y), (x + 20, y), (end - 10, y))
        return arrow(run, (end, y), style)

    return sample

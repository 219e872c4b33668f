"""A picture on sheets for print: the whole on the first, readable parts on those that follow."""

from __future__ import annotations

from collections.abc import Iterator

from graph.export.pictures.cutting import Part, cut
from graph.export.pictures.drawing import Drawing
from graph.export.pictures.fitting import LEAST, MOST, best_fit, scale_on
from graph.export.pictures.ink import Group, Point, Scene, Shape, Words, extent, moved, polygon
from graph.export.pictures.layout import Layout
from graph.export.pictures.legend import legend_groups
from graph.export.pictures.paper import Paper, Sheet
from graph.export.pictures.scene import graph_groups, heading_group
from graph.export.pictures.typeface import Typeface

_SMALL, _LINE, _EDGE = 8.0, 16.0, 8.0
_SOFT, _GRID = "#505050", "#757575"
Window = tuple[float, float, float, float]  # left, top, width, height


def first_sheet(drawing: Drawing, face: Typeface, paper: Paper) -> Scene:
    """Return the whole picture on one sheet, as small as it then is."""
    layout, sheet = best_fit(drawing, face, paper)
    return _Printer(drawing, layout, sheet, face).whole((), 1.0, 1)


def all_sheets(drawing: Drawing, face: Typeface, paper: Paper) -> tuple[Scene, ...]:
    """Return the whole on one sheet and, where that is too small to read, its parts on others."""
    layout, sheet = best_fit(drawing, face, paper)
    printer = _Printer(drawing, layout, sheet, face)
    return tuple(printer.sheets())


class _Printer:
    def __init__(self, drawing: Drawing, layout: Layout, sheet: Sheet, face: Typeface) -> None:
        self._drawing, self._layout, self._sheet, self._face = drawing, layout, sheet, face
        self._groups = graph_groups(drawing, layout, _EDGE, _EDGE)
        self._size = layout.width + 2 * _EDGE, layout.height + 2 * _EDGE
        top = sheet.margin + _LINE
        bottom = sheet.height - sheet.margin - _LINE
        self._cut: Window = (sheet.margin, top, sheet.room, bottom - top)

    def sheets(self) -> Iterator[Scene]:
        scale, parts = self._parts()
        if scale_on(self._sheet, self._layout) >= LEAST or len(parts) < 2:
            yield self.whole((), 1.0, 1)
            return
        total = len(parts) + 1
        yield self.whole(parts, scale, total)
        for number, part in enumerate(parts, start=2):
            yield self._part(part, scale, parts, (number, total))

    def whole(self, parts: tuple[Part, ...], scale: float, total: int) -> Scene:
        """The picture between heading and legend, with the cuts of the parts drawn on it."""
        sheet, size = self._sheet, self._size
        heading, top = heading_group(self._drawing, sheet.room, self._face, sheet.margin)
        legend, end = self._legend(0.0)
        below = sheet.height - sheet.margin - _LINE - end
        high = below - top - 12.0
        fit = min(sheet.room / size[0], high / size[1], MOST)
        left = sheet.margin + (sheet.room - size[0] * fit) / 2
        graph = tuple(moved(group, fit, (left, top)) for group in self._groups)
        grid = tuple(self._frame(part, scale, fit, (left, top)) for part in parts)
        legend, _ = self._legend(below)
        foot = self._foot(
            1, total, "các trang sau in rõ từng phần theo số ghi trên hình" * bool(parts)
        )
        return self._scene((heading, *graph, *grid, *legend, foot))

    def _part(
        self, part: Part, scale: float, parts: tuple[Part, ...], page: tuple[int, int]
    ) -> Scene:
        """A part, cut at the window; white covers what lies beyond it."""
        left, top, _, _ = self._cut
        shift = left - part.corner[0] * scale, top - part.corner[1] * scale
        seen = [
            moved(one, scale, shift)
            for one in self._groups
            if part.touches(extent(one), self._cut[2:], scale)
        ]
        face, title = self._face, f"{self._drawing.title} · phần {part.name}"
        text = face.fitted(title, self._sheet.room * 0.7, _SMALL + 1, bold=True)
        at = self._sheet.margin, self._sheet.margin + _SMALL
        head = Words(text, at, _SMALL + 1, face.width(text, _SMALL + 1, True), True, centred=False)
        near = self._neighbours(part, {one.name for one in parts})
        groups = (*seen, self._mask(), Group("heading", "heading", "", (head, *near)))
        return self._scene((*groups, self._foot(*page)))

    def _parts(self) -> tuple[float, tuple[Part, ...]]:
        boxes = [extent(one) for one in self._groups if one.role == "node"]
        placed = [one.box for one in self._layout.boxes]
        largest = (
            max((box.width for box in placed), default=0.0) + _EDGE,
            max((box.height for box in placed), default=0.0) + _EDGE,
        )
        return cut(self._size, boxes, largest, self._cut[2:])

    def _frame(self, part: Part, scale: float, fit: float, corner: Point) -> Group:
        x, y = (corner[i] + part.corner[i] * fit for i in (0, 1))
        right = min(x + self._cut[2] / scale * fit, corner[0] + self._size[0] * fit)
        bottom = min(y + self._cut[3] / scale * fit, corner[1] + self._size[1] * fit)
        border = polygon((x, y), (right, y), (right, bottom), (x, bottom))
        width = self._face.width(part.name, 11.0, bold=True)
        name = Words(
            part.name, (x + 4, y + 12), 11.0, width, True, centred=False, colour=_GRID, halo=True
        )
        shape = Shape(border, stroke=_GRID, width=0.6, dash=(2.0, 3.0))
        return Group("legend", f"part-{part.name}", "", (shape, name))

    def _neighbours(self, part: Part, names: set[str]) -> list[Words]:
        """Say which parts go on at the four sides."""
        sides = ((-1, 0, "↑"), (1, 0, "↓"), (0, -1, "←"), (0, 1, "→"))
        near = [
            f"{arrow} {part.row + down}.{part.column + across}"
            for down, across, arrow in sides
            if f"{part.row + down}.{part.column + across}" in names
        ]
        if not near:
            return []
        text = "tiếp " + "   ".join(near)
        width = self._face.width(text, _SMALL)
        at = self._sheet.width - self._sheet.margin - width, self._sheet.margin + _SMALL
        return [Words(text, at, _SMALL, width, centred=False, colour=_SOFT)]

    def _mask(self) -> Group:
        sheet, (left, top, wide, high) = self._sheet, self._cut
        right, bottom = left + wide, top + high
        edges = (
            (0.0, 0.0, sheet.width, top), (0.0, bottom, sheet.width, sheet.height),
            (0.0, top, left, bottom), (right, top, sheet.width, bottom),
        )  # fmt: skip
        white = (
            Shape(polygon((a, b), (c, b), (c, d), (a, d)), fill="#ffffff") for a, b, c, d in edges
        )
        border = polygon((left, top), (right, top), (right, bottom), (left, bottom))
        return Group("frame", "mask", "", (*white, Shape(border, stroke=_GRID, width=0.5)))

    def _legend(self, top: float) -> tuple[list[Group], float]:
        corner = self._sheet.margin, top
        framed = bool(self._layout.frames)
        return legend_groups(self._drawing, framed, self._face, corner, self._sheet.room)

    def _foot(self, number: int, total: int, note: str = "") -> Group:
        parts = [self._drawing.source, note, f"trang {number}/{total}" if total > 1 else ""]
        text = " · ".join(part for part in (parts if number > 1 else parts[1:]) if part)
        text = self._face.fitted(text, self._sheet.room, _SMALL)
        at = self._sheet.margin, self._sheet.height - self._sheet.margin
        words = Words(text, at, _SMALL, self._face.width(text, _SMALL), centred=False, colour=_SOFT)
        return Group("heading", "foot", "", (words,) if text else ())

    def _scene(self, groups: tuple[Group, ...]) -> Scene:
        return Scene(self._drawing.title, self._sheet.width, self._sheet.height, groups, True)

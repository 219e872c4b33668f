"""Coverage as a picture for print: the map of tiles on a sheet, told apart without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.export.pictures.drawing import Drawing, vietnamese_date
from graph.export.pictures.ink import INK, Group, Item, Point, Scene, Shape, Words, polygon
from graph.export.pictures.paper import Paper, Sheet, sheets
from graph.export.pictures.scene import heading_group
from graph.export.pictures.typeface import Typeface
from graph.lineage.coverage import Coverage, Covered
from graph.lineage.coverage_map import first_lag, spots, step
from graph.model.bodies import MapTile

_COLUMNS, _GAP, _ROW, _LEADING = 8, 3.0, 0.56, 1.15
_NAME, _SMALL = 0.118, 0.112  # letters, as a part of the width of a tile
_SOFT = "#5a554c"
_FILLS = {1: "#9dbda6", 2: "#c3d8c9", 3: "#e2eee5", 4: "#ffffff"}
_EDGES = {1: 7.0, 2: 5.0, 3: 3.0, 4: 1.0}  # the left edge is the wider the sooner
_WORDS = {1: "trong 90 ngày", 2: "91–180 ngày", 3: "181–365 ngày", 4: "muộn hơn, không rõ"}


@dataclass(frozen=True, slots=True)
class _Look:
    """How a tile looks: found at a step, acted or missing."""

    state: str
    step: int = 4


def coverage_scene(
    found: Coverage, name: str, tiles: Iterable[MapTile], face: Typeface, paper: Paper
) -> Scene:
    """Return the map on one upright sheet: title, source line with its date, tiles and key."""
    sheet = sheets(paper)[0]
    title = f"Triển khai {name}: {found.found}/{len(found.rows)} tỉnh, thành phố"
    drawing = Drawing(title, _source(found), (), (), ())
    heading, top = heading_group(drawing, sheet.room, face, sheet.margin)
    places = spots((row.unit for row in found.rows), found.day, tiles)
    rows = 1 + max((one.row for spot in places.values() for one in spot), default=0)
    pen = _Pen(sheet, face, top, rows)
    drawn = tuple(
        pen.tile(number, row, place)
        for number, row in enumerate(found.rows)
        for place in places[row.unit]
    )
    return Scene(title, sheet.width, sheet.height, (heading, *drawn, *pen.key()), for_print=True)


def _source(found: Coverage) -> str:
    said = (one.quote.published for row in found.rows for one in row.documents if one.quote)
    latest = max((str(day) for day in said if day), default=None)
    parts = [f"Luocdo · địa giới ngày {vietnamese_date(str(found.day))}"]
    if latest or found.as_of:
        until = str(found.as_of) if found.as_of else latest or ""
        parts.append(f"theo các nguồn công bố đến {vietnamese_date(until)}")
    parts.append(
        "số trong ô: số ngày từ khi ký; không có trong kho không có nghĩa là chưa ban hành"
    )
    return " · ".join(parts)


class _Pen:
    def __init__(self, sheet: Sheet, face: Typeface, top: float, rows: int) -> None:
        self._face, self._top, self._left = face, top, sheet.margin
        self._wide = (sheet.room + _GAP) / _COLUMNS - _GAP
        room = (sheet.height - sheet.margin - top + _GAP) / rows - _GAP
        self._high = min(self._wide * _ROW, room)

    def tile(self, number: int, row: Covered, place: MapTile) -> Group:
        """One province, or one of its parts, in its place."""
        lag = first_lag(row)
        look = _Look("found", step(lag)) if row.documents else _Look(_state(row))
        corner = (
            self._left + place.column * (self._wide + _GAP),
            self._top + place.row * (self._high + _GAP),
        )
        below = {"acted": "hoạt động", "missing": ""}.get(
            look.state, "?" if lag is None else str(lag)
        )
        label = f"{row.name}: {f'{lag} ngày' if lag is not None else below or 'không có trong kho'}"
        words = self._words(place.part or row.name, "" if place.part else below, look, corner)
        id = f"u{number}" + ("-part" if place.part else "")
        return Group("tile", id, label, (*self._shapes(look, corner, self._wide), *words))

    def key(self) -> Iterator[Group]:
        """What the fills and edges mean, at the left of the middle, where the country is narrow."""
        entries = [(_Look("found", number), text) for number, text in _WORDS.items()]
        entries += [
            (_Look("acted"), "có hoạt động, chưa thấy văn bản"),
            (_Look("missing"), "không có trong kho"),
        ]
        x, y = self._left, self._top + 7.2 * (self._high + _GAP)
        size = self._wide * _NAME
        for number, (look, text) in enumerate(entries):
            shapes = self._shapes(look, (x, y), self._wide * 0.4, self._high * 0.5)
            width = self._face.width(text, size)
            at = (round(x + self._wide * 0.4 + 6, 2), round(y + self._high * 0.25 + size * 0.35, 2))
            yield Group(
                "legend", f"l{number}", "", (*shapes, Words(text, at, size, width, centred=False))
            )
            y += self._high * 0.62

    def _shapes(
        self, look: _Look, corner: Point, wide: float, high: float | None = None
    ) -> tuple[Item, ...]:
        x, y = corner
        right, bottom = x + wide, y + (high or self._high)
        box = polygon((x, y), (right, y), (right, bottom), (x, bottom))
        if look.state == "missing":
            return (Shape(box, fill="#f1eee7"),)
        if look.state == "acted":
            return (Shape(box, "#ffffff", INK, 0.8, (3.0, 2.0)),)
        edge = min(_EDGES[look.step], wide / 3)
        bar = polygon((x, y), (x + edge, y), (x + edge, bottom), (x, bottom))
        return Shape(box, _FILLS[look.step], INK, 0.8), Shape(bar, fill=INK)

    def _words(self, name: str, below: str, look: _Look, corner: Point) -> Iterator[Words]:
        size, small, bold = self._wide * _NAME, self._wide * _SMALL, look.state != "missing"
        edge = _EDGES[look.step] if look.state == "found" else 0.0
        middle = corner[0] + edge / 2 + self._wide / 2
        lines = self._face.wrapped(name, self._wide - edge - 4, size, 2, bold)
        texts = [(text, size, bold) for text in lines] + ([(below, small, False)] if below else [])
        high = sum(one * _LEADING for _, one, _ in texts)
        y = corner[1] + (self._high - high) / 2
        for text, one, heavy in texts:
            y += one * _LEADING
            width = self._face.width(text, one, heavy)
            at = (round(middle, 2), round(y - one * 0.25, 2))
            colour = INK if bold else _SOFT
            yield Words(text, at, round(one, 2), round(width, 2), heavy, colour=colour)


def _state(row: Covered) -> str:
    return "acted" if row.bodies else "missing"

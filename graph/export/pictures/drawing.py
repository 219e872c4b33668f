"""What is to be drawn, before it has a place: boxes with lines of text, and labelled lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.export.lineage_view import Edge, LineageView, Node
from graph.export.pictures.outlines import FOLD, ROOT_GAP, SLANT
from graph.export.pictures.style import (
    PLAIN,
    LineStyle,
    World,
    Worlds,
    line_styles,
    relation_labels,
)
from graph.export.pictures.typeface import Typeface
from graph.model.registry import Registry

TEXT_ROOM = 176.0
PADDING = 12.0
NAME_SIZE, SMALL_SIZE, EDGE_SIZE = 12.0, 9.5, 9.0
LEADING = 1.3
MAX_EDGE_LABEL = 120.0
_SIDES = {World.PARTY: 0.0, World.STATE: FOLD, World.BODY: 2 * SLANT}  # what the outline takes


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text, centred; size and width in points."""

    text: str
    size: float
    bold: bool
    width: float


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its text and its size in points."""

    node: Node
    world: World
    is_root: bool
    lines: tuple[TextLine, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """An edge with the name of its relation, its style and label."""

    edge: Edge
    name: str
    style: LineStyle
    label: TextLine


@dataclass(frozen=True, slots=True)
class Drawing:
    """All parts of a picture. ``legend`` names the relations drawn."""

    title: str
    source: str
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    legend: tuple[tuple[str, LineStyle], ...]


def drawing_of(view: LineageView, registry: Registry, face: Typeface) -> Drawing:
    """Decide texts, sizes and styles of everything in the lineage."""
    worlds, styles, labels = Worlds(registry), line_styles(), relation_labels(registry)
    pen = _Pen(face)
    used = sorted({edge.relation for edge in view.edges})
    return Drawing(
        title=picture_title(view),
        source=source_line(view),
        boxes=tuple(pen.box(node, worlds.of(node), node.id == view.root) for node in view.nodes),
        lines=tuple(
            Line(
                edge,
                labels.get(edge.relation, edge.relation),
                styles.get(edge.relation, PLAIN),
                pen.label(edge, labels),
            )
            for edge in view.edges
        ),
        legend=tuple((labels.get(name, name), styles.get(name, PLAIN)) for name in used),
    )


def picture_title(view: LineageView) -> str:
    """Return the heading: whose lineage this is."""
    root = next((node for node in view.nodes if node.id == view.root), None)
    if root is None:
        return "Quan hệ văn bản"
    dated = f" ngày {vietnamese_date(root.date)}" if root.date else ""
    return f"Quan hệ văn bản: {root.name}{dated}"


def source_line(view: LineageView) -> str:
    """Return what the picture shows and until when its sources reach."""
    ways = {"up": "lên trên", "down": "xuống dưới", "both": "cả hai chiều"}
    works = sum(not node.is_body for node in view.nodes)
    parts = [
        f"{works} văn bản, {len(view.edges)} quan hệ",
        f"{ways.get(view.direction, view.direction)}, {view.depth} bậc",
    ]
    if view.truncated:
        parts.append("đã lược bớt vì quá lớn")
    if view.as_of:
        parts.append(f"theo các nguồn công bố đến {vietnamese_date(view.as_of)}")
    elif youngest := max((node.date for node in view.nodes if node.date), default=None):
        parts.append(f"văn bản mới nhất ngày {vietnamese_date(youngest)}")
    return "Luocdo · " + " · ".join(parts)


def vietnamese_date(iso: str) -> str:
    """Return 18/8/2014 for 2014-08-18, 06/01/2015 for 2015-01-06; other text unchanged.

    Days below 10 and the months 1 and 2 have a zero before them, as official papers write them.
    """
    parts = iso[:10].split("-")
    if not all(part.isdecimal() for part in parts):
        return iso
    least = (0, 3, 10)  # year, month and day below these are written with two figures
    shown = (
        f"{int(part):02}" if int(part) < low else str(int(part))
        for part, low in zip(parts, least, strict=False)
    )
    return "/".join(reversed(list(shown)))


class _Pen:
    """Sets texts in the typeface."""

    def __init__(self, face: Typeface) -> None:
        self._face = face

    def box(self, node: Node, world: World, is_root: bool) -> Box:
        lines = self._name(node) + self._small(node)
        frame = 2 * ROOT_GAP if is_root else 0.0
        width = max([84.0, *(line.width for line in lines)]) + 2 * PADDING + _SIDES[world] + frame
        height = sum(line.size * LEADING for line in lines) + 1.4 * PADDING + frame
        return Box(node, world, is_root, lines, width, height)

    def label(self, edge: Edge, labels: Mapping[str, str]) -> TextLine:
        text = labels.get(edge.relation, edge.relation)
        if edge.evidence > 1:
            text = f"{text} ({edge.evidence})"
        return self._line(self._face.fitted(text, MAX_EDGE_LABEL, EDGE_SIZE), EDGE_SIZE)

    def _line(self, text: str, size: float, bold: bool = False) -> TextLine:
        return TextLine(text, size, bold, self._face.width(text, size, bold))

    def _wrapped(self, text: str, size: float, most: int, bold: bool = False) -> list[TextLine]:
        parts = self._face.wrapped(text, TEXT_ROOM, size, most, bold)
        return [self._line(part, size, bold) for part in parts]

    def _name(self, node: Node) -> tuple[TextLine, ...]:
        return tuple(self._wrapped(node.name, NAME_SIZE, 3, bold=True))

    def _small(self, node: Node) -> tuple[TextLine, ...]:
        facts = [vietnamese_date(node.date)] if node.date else []
        if node.issuer and not node.is_body:
            facts.insert(0, node.issuer)
        lines = self._wrapped(" · ".join(facts), SMALL_SIZE, 2) if facts else []
        if node.title and node.title != node.name:
            lines += self._wrapped(node.title, SMALL_SIZE, 4)
        if node.cited_only:
            lines.append(self._line("(chưa có toàn văn)", SMALL_SIZE))
        return tuple(lines)

"""The laid-out drawing as a scene: heading, lines, boxes and legend in their places."""

from __future__ import annotations

from collections import defaultdict

from graph.export.lineage_view import Node
from graph.export.pictures.arrows import arrow
from graph.export.pictures.crowds import Stroke
from graph.export.pictures.drawing import LEADING, PADDING, Box, Drawing, vietnamese_date
from graph.export.pictures.ink import Group, Item, Scene, Words
from graph.export.pictures.layout import Frame, Layout, PlacedBox, PlacedLine
from graph.export.pictures.legend import legend_groups
from graph.export.pictures.outlines import frame, outline
from graph.export.pictures.typeface import Typeface

MARGIN = 24.0
_LEAST_WIDTH = 460.0
_TITLE_SIZE, _SOURCE_SIZE = 16.0, 9.5
_LABEL_COLOUR = "#303030"


def scene_of(drawing: Drawing, layout: Layout, face: Typeface) -> Scene:
    """Put heading above and legend below the laid-out graph."""
    inner = max(layout.width, _LEAST_WIDTH)
    heading, top = heading_group(drawing, inner, face, MARGIN)
    graph = graph_groups(drawing, layout, MARGIN + (inner - layout.width) / 2, top)
    below = top + layout.height + 24.0
    legend, bottom = legend_groups(drawing, bool(layout.frames), face, (MARGIN, below), inner)
    return Scene(
        drawing.title,
        round(inner + 2 * MARGIN, 2),
        round(bottom + MARGIN, 2),
        (heading, *graph, *legend),
    )


def graph_groups(
    drawing: Drawing, layout: Layout, left: float = 0.0, top: float = 0.0
) -> tuple[Group, ...]:
    """Return frames, lines and boxes of the graph, whose corner is at ``left`` and ``top``."""
    names = {placed.box.node.id: placed.box.node.name for placed in layout.boxes}
    rows = _rows(drawing)
    frames = [_frame_group(i, one, left, top) for i, one in enumerate(layout.frames)]
    lines = [_line_group(line, names, left, top) for line in layout.lines]
    boxes = [_box_group(i, box, rows, left, top) for i, box in enumerate(layout.boxes)]
    return (*frames, *lines, *boxes)


def node_label(node: Node) -> str:
    """Return all that a node says, for tooltips and screen readers."""
    parts = [node.name, node.issuer, vietnamese_date(node.date) if node.date else None]
    parts.append(node.title if node.title != node.name else None)
    parts.append("chưa có toàn văn" if node.cited_only else None)
    return " · ".join(part for part in parts if part)


def stroke_label(stroke: Stroke, names: dict[str, str]) -> str:
    """Return a line as a sentence, with the sentences that state it on lines of their own."""
    edge, many = stroke.line.edge, f"{len(stroke.lines)} văn bản"
    crowded = len(stroke.lines) > 1
    tail = many if crowded and stroke.tail.startswith("c") else names[edge.source]
    head = many if crowded and stroke.head.startswith("c") else names[edge.target]
    said = () if crowded else (f"“{one.text[:400]}”" for one in edge.sentences)
    return "\n".join([f"{tail} — {stroke.line.label.text} → {head}", *said])


def _rows(drawing: Drawing) -> dict[str, list[int]]:
    """Which relations each node takes part in."""
    rows: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(drawing.lines):
        for end in sorted({line.edge.source, line.edge.target}):
            rows[end].append(index)
    return rows


def heading_group(
    drawing: Drawing, room: float, face: Typeface, margin: float
) -> tuple[Group, float]:
    """Return title and source line in ``room`` points from the corner, and where they end."""
    items: list[Item] = []
    y = margin
    for text in face.wrapped(drawing.title, room, _TITLE_SIZE, 2, bold=True):
        y += _TITLE_SIZE * LEADING
        width = face.width(text, _TITLE_SIZE, bold=True)
        items.append(Words(text, (margin, y), _TITLE_SIZE, width, bold=True, centred=False))
    for text in face.wrapped(drawing.source, room, _SOURCE_SIZE, 2):
        y += _SOURCE_SIZE * LEADING + 2
        width = face.width(text, _SOURCE_SIZE)
        items.append(Words(text, (margin, y), _SOURCE_SIZE, width, centred=False))
    return Group("heading", "heading", "", tuple(items)), y + 20.0


def _frame_group(index: int, placed: Frame, left: float, top: float) -> Group:
    centre = (placed.at[0] + left, placed.at[1] + top)
    return Group("frame", f"f{index}", "", (frame(centre, placed.size),))


def _box_group(
    index: int, placed: PlacedBox, rows: dict[str, list[int]], left: float, top: float
) -> Group:
    box, centre = placed.box, (placed.at[0] + left, placed.at[1] + top)
    shapes = outline(
        box.world,
        centre,
        (box.width, box.height),
        cited_only=box.node.cited_only,
        is_root=box.is_root,
    )
    text_height = sum(line.size * LEADING for line in box.lines)
    words = _box_words(box, centre[0], centre[1] - text_height / 2 - 0.15 * PADDING)
    touching = tuple(rows.get(box.node.id, ()))
    return Group("node", f"n{index}", node_label(box.node), (*shapes, *words), touching)


def _box_words(box: Box, x: float, y: float) -> list[Words]:
    words = []
    for line in box.lines:
        y += line.size * LEADING
        at = (round(x, 2), round(y - line.size * 0.25, 2))
        words.append(Words(line.text, at, line.size, line.width, line.bold))
    return words


def _line_group(placed: PlacedLine, names: dict[str, str], left: float, top: float) -> Group:
    line, label = placed.stroke.line, placed.stroke.line.label
    curve = tuple((round(x + left, 2), round(y + top, 2)) for x, y in placed.curve)
    tip = (placed.tip[0] + left, placed.tip[1] + top)
    at = (
        round(placed.label_at[0] + left, 2),
        round(placed.label_at[1] + top + label.size * 0.35, 2),
    )
    words = Words(label.text, at, label.size, label.width, colour=_LABEL_COLOUR, halo=True)
    rows = placed.stroke.lines
    title = stroke_label(placed.stroke, names)
    return Group("edge", f"e{rows[0]}", title, (*arrow(curve, tip, line.style), words), rows)

"""The laid-out drawing as a scene: heading, lines, boxes and legend in their places."""

from __future__ import annotations

from graph.export.lineage_view import Edge, Node
from graph.export.pictures.arrows import arrow
from graph.export.pictures.drawing import LEADING, PADDING, Box, Drawing, vietnamese_date
from graph.export.pictures.ink import Group, Item, Scene, Words
from graph.export.pictures.layout import Layout, PlacedBox, PlacedLine
from graph.export.pictures.legend import legend_groups
from graph.export.pictures.outlines import outline
from graph.export.pictures.typeface import Typeface

MARGIN = 24.0
_LEAST_WIDTH = 460.0
_TITLE_SIZE, _SOURCE_SIZE = 16.0, 9.5
_LABEL_COLOUR = "#303030"


def scene_of(drawing: Drawing, layout: Layout, face: Typeface) -> Scene:
    """Put heading above and legend below the laid-out graph."""
    inner = max(layout.width, _LEAST_WIDTH)
    heading, top = _heading(drawing, inner, face)
    left = MARGIN + (inner - layout.width) / 2
    names = {placed.box.node.id: placed.box.node.name for placed in layout.boxes}
    lines = [_line_group(i, line, names, left, top) for i, line in enumerate(layout.lines)]
    boxes = [_box_group(i, box, left, top) for i, box in enumerate(layout.boxes)]
    below = top + layout.height + 24.0
    legend, bottom = legend_groups(drawing, face, MARGIN, below, inner)
    return Scene(
        drawing.title,
        round(inner + 2 * MARGIN, 2),
        round(bottom + MARGIN, 2),
        (heading, *lines, *boxes, *legend),
    )


def node_label(node: Node) -> str:
    """Return all that a node says, for tooltips and screen readers."""
    parts = [node.name, node.issuer, vietnamese_date(node.date) if node.date else None]
    parts.append(node.title if node.title != node.name else None)
    parts.append("chưa có toàn văn" if node.cited_only else None)
    return " · ".join(part for part in parts if part)


def edge_label(edge: Edge, relation: str, names: dict[str, str]) -> str:
    """Return an edge as a sentence, with the sentences that state it on lines of their own."""
    head = f"{names[edge.source]} — {relation} → {names[edge.target]}"
    return "\n".join([head, *(f"“{said.text[:400]}”" for said in edge.sentences)])


def _heading(drawing: Drawing, room: float, face: Typeface) -> tuple[Group, float]:
    items: list[Item] = []
    y = MARGIN
    for text in face.wrapped(drawing.title, room, _TITLE_SIZE, 2, bold=True):
        y += _TITLE_SIZE * LEADING
        width = face.width(text, _TITLE_SIZE, bold=True)
        items.append(Words(text, (MARGIN, y), _TITLE_SIZE, width, bold=True, centred=False))
    for text in face.wrapped(drawing.source, room, _SOURCE_SIZE, 2):
        y += _SOURCE_SIZE * LEADING + 2
        width = face.width(text, _SOURCE_SIZE)
        items.append(Words(text, (MARGIN, y), _SOURCE_SIZE, width, centred=False))
    return Group("heading", "heading", "", tuple(items)), y + 20.0


def _box_group(index: int, placed: PlacedBox, left: float, top: float) -> Group:
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
    return Group("node", f"n{index}", node_label(box.node), (*shapes, *words))


def _box_words(box: Box, x: float, y: float) -> list[Words]:
    words = []
    for line in box.lines:
        y += line.size * LEADING
        at = (round(x, 2), round(y - line.size * 0.25, 2))
        words.append(Words(line.text, at, line.size, line.width, line.bold))
    return words


def _line_group(
    index: int, placed: PlacedLine, names: dict[str, str], left: float, top: float
) -> Group:
    line, label = placed.line, placed.line.label
    curve = tuple((round(x + left, 2), round(y + top, 2)) for x, y in placed.curve)
    tip = (placed.tip[0] + left, placed.tip[1] + top)
    at = (
        round(placed.label_at[0] + left, 2),
        round(placed.label_at[1] + top + label.size * 0.35, 2),
    )
    words = Words(label.text, at, label.size, label.width, colour=_LABEL_COLOUR, halo=True)
    title = edge_label(line.edge, label.text, names)
    return Group("edge", f"e{index}", title, (*arrow(curve, tip, line.style), words))

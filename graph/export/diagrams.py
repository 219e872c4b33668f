"""Lineages as sources of other diagram tools: Graphviz DOT and Mermaid."""

from __future__ import annotations

from graph.export.pictures.drawing import Box, Drawing, Line
from graph.export.pictures.style import FILLS, World
from graph.export.pictures.typeface import FAMILY

_SHAPES = {World.PARTY: "box", World.STATE: "note", World.BODY: "hexagon"}
_HEADS = {
    "triangle": "normal", "open-triangle": "empty", "vee": "vee", "diamond": "diamond",
    "open-diamond": "odiamond", "dot": "dot", "open-dot": "odot", "tee": "tee", "cross": "crow",
}  # fmt: skip
_DASHES = {"solid": "solid", "dashed": "dashed", "dotted": "dotted", "dash-dot": "dashed"}
_MERMAID_LINES = {"solid": "-->", "dashed": "-.->", "dotted": "-.->", "dash-dot": "-.->"}
_MERMAID_ENDS = {"tee": "--x", "cross": "--x", "dot": "--o", "open-dot": "--o"}
_MERMAID_BOXES = {World.PARTY: '("{}")', World.STATE: '["{}"]', World.BODY: '{{{{"{}"}}}}'}


def dot_bytes(drawing: Drawing) -> bytes:
    """Return DOT with labels, shapes and line styles; identifiers are the node names."""
    out = [
        "digraph lineage {",
        f"  rankdir=BT; label={_quoted([drawing.title, drawing.source])}; labelloc=t;",
        f'  node [fontname="{FAMILY}"]; edge [fontname="{FAMILY}", fontsize=9];',
    ]
    out += [f"  {_dot_node(box)}" for box in drawing.boxes]
    out += [f"  {_dot_edge(line)}" for line in drawing.lines]
    return "\n".join([*out, "}", ""]).encode()


def mermaid_bytes(drawing: Drawing) -> bytes:
    """Return a Mermaid flowchart, drawn upwards from who acts to what is acted on."""
    names = {box.node.id: f"n{index}" for index, box in enumerate(drawing.boxes)}
    out = [_entities(f"%% {drawing.title} — {drawing.source}"), "flowchart BT"]
    for box in drawing.boxes:
        text = "<br/>".join(_entities(line.text) for line in box.lines)
        out.append(f"  {names[box.node.id]}{_MERMAID_BOXES[box.world].format(text)}")
    for line in drawing.lines:
        style = line.style
        joint = _MERMAID_ENDS.get(style.head, _MERMAID_LINES[style.dash])
        label = _entities(line.label.text)
        out.append(f'  {names[line.edge.source]} {joint}|"{label}"| {names[line.edge.target]}')
    for world in World:
        out.append(f"  classDef {world} fill:{FILLS[world]},stroke:#212121")
    out += ["  classDef cited stroke-dasharray:5 3", "  classDef root stroke-width:3px"]
    for box in drawing.boxes:
        out += [f"  class {names[box.node.id]} {word}" for word in _classes(box)]
    return "\n".join([*out, ""]).encode()


def _classes(box: Box) -> list[str]:
    words = [str(box.world)]
    if box.node.cited_only:
        words.append("cited")
    return [*words, "root"] if box.is_root else words


def _dot_node(box: Box) -> str:
    styles = ["filled"]
    styles += ["rounded"] if box.world is World.PARTY else []
    styles += ["dashed"] if box.node.cited_only else []
    return (
        f"{_quoted([box.node.id])} [label={_quoted([line.text for line in box.lines])}, "
        f'shape={_SHAPES[box.world]}, style="{",".join(styles)}", '
        f'fillcolor="{FILLS[box.world]}", penwidth={3 if box.is_root else 1}];'
    )


def _dot_edge(line: Line) -> str:
    style = line.style
    return (
        f"{_quoted([line.edge.source])} -> {_quoted([line.edge.target])} "
        f"[label={_quoted([line.label.text])}, style={_DASHES[style.dash]}, "
        f'arrowhead={_HEADS[style.head]}, color="{style.colour}", penwidth={style.width:g}];'
    )


def _quoted(lines: list[str]) -> str:
    r"""Quote for DOT, where ``\`` starts an escape in labels too."""
    safe = (line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(safe) + '"'


def _entities(text: str) -> str:
    """Write as ``#code;`` what Mermaid or the page around it would read as markup."""
    text = " ".join(text.split())
    return "".join(f"#{ord(char)};" if char in '"#<>&;|`\\[](){}' else char for char in text)

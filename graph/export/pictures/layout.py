"""Places for everything in a drawing: layered, what is acted on above, who acts below."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.export.pictures.drawing import Box, Drawing, Line
from graph.model.errors import PictureError

Point = tuple[float, float]
_CHILD = Path(__file__).with_name("graphviz_child.py")
_INCH = 72.0
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box and its centre; points, y downwards."""

    box: Box
    at: Point


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line as cubic Bézier points (1 + 3n), the tip of its head, and its label's centre."""

    line: Line
    curve: tuple[Point, ...]
    tip: Point
    label_at: Point


@dataclass(frozen=True, slots=True)
class Layout:
    """The laid-out graph; sizes in points."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    lines: tuple[PlacedLine, ...]


def lay_out(drawing: Drawing, seconds: float = _SECONDS) -> Layout:
    """Ask Graphviz for the places.

    PictureError where it takes longer than ``seconds`` or fails.
    """
    if not drawing.boxes:
        return Layout(0.0, 0.0, (), ())
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_CHILD)],
            input=_skeleton(drawing).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PictureError(
            f"{len(drawing.boxes)} nodes took over {seconds:g} s to lay out: ask for fewer"
        ) from error
    if done.returncode != 0:
        raise PictureError(f"Graphviz failed: {done.stderr.decode(errors='replace')[-500:]}")
    return _read(drawing, json.loads(done.stdout))


def _skeleton(drawing: Drawing) -> str:
    """Only names and sizes go to Graphviz: no text, so that no font of the host matters."""
    index = {box.node.id: number for number, box in enumerate(drawing.boxes)}
    out = ["digraph {", "rankdir=BT; nodesep=0.35; ranksep=0.45; nslimit=4;"]
    out.append('node [shape=box, fixedsize=true, label=""]; edge [arrowsize=1];')
    for number, box in enumerate(drawing.boxes):
        out.append(f"n{number} [width={box.width / _INCH:.4f}, height={box.height / _INCH:.4f}];")
    for number, line in enumerate(drawing.lines):
        ends = f"n{index[line.edge.source]} -> n{index[line.edge.target]}"
        out.append(f"{ends} [id=e{number}, label=<{_blank(line)}>];")
    return "\n".join([*out, "}"])


def _blank(line: Line) -> str:
    width, height = round(line.label.width) + 8, round(line.label.size * 1.5)
    return (
        f'<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}">'
        "<TR><TD></TD></TR></TABLE>"
    )


def _read(drawing: Drawing, answer: dict[str, Any]) -> Layout:
    _, _, width, height = (float(part) for part in answer["bb"].split(","))
    places = {item["name"]: _point(item["pos"], height) for item in answer["objects"]}
    edges = {item["id"]: item for item in answer.get("edges", ())}
    return Layout(
        width,
        height,
        tuple(PlacedBox(box, places[f"n{i}"]) for i, box in enumerate(drawing.boxes)),
        tuple(_line(line, edges[f"e{i}"], height) for i, line in enumerate(drawing.lines)),
    )


def _point(text: str, height: float) -> Point:
    x, y = text.split(",")
    return round(float(x), 2), round(height - float(y), 2)


def _line(line: Line, item: dict[str, Any], height: float) -> PlacedLine:
    curve: list[Point] = []
    tip: Point | None = None
    for part in item["pos"].split():
        if part.startswith("e,"):
            tip = _point(part[2:], height)
        elif not part.startswith("s,"):
            curve.append(_point(part, height))
    middle = curve[len(curve) // 2]
    label_at = _point(item["lp"], height) if "lp" in item else middle
    return PlacedLine(line, tuple(curve), tip or curve[-1], label_at)

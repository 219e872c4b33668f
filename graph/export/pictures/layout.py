"""Places for everything in a drawing: layered, what is acted on above, who acts below."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.export.pictures.crowds import Plan, Stroke
from graph.export.pictures.drawing import Box, Line
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
    """A stroke as cubic Bézier points (1 + 3n), the tip of its head, and its label's centre."""

    stroke: Stroke
    curve: tuple[Point, ...]
    tip: Point
    label_at: Point


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a crowd: centre and size."""

    at: Point
    size: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """The laid-out graph; sizes in points. Boxes are in the order of the drawing."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    lines: tuple[PlacedLine, ...]
    frames: tuple[Frame, ...]


def lay_out(plan: Plan, seconds: float = _SECONDS, rows: int = 1) -> Layout:
    """Ask Graphviz for the places; what hangs on one node alone is spread over ``rows`` rows.

    PictureError where it takes longer than ``seconds`` or fails.
    """
    if not plan.boxes:
        return Layout(0.0, 0.0, (), (), ())
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_CHILD)],
            input=_skeleton(plan, rows).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PictureError(
            f"{len(plan.boxes)} nodes took over {seconds:g} s to lay out: ask for fewer"
        ) from error
    if done.returncode != 0:
        raise PictureError(f"Graphviz failed: {done.stderr.decode(errors='replace')[-500:]}")
    return _read(plan, json.loads(done.stdout))


def _skeleton(plan: Plan, rows: int) -> str:
    """Only names and sizes go to Graphviz: no text, so that no font of the host matters."""
    sizes = {f"n{i}": (plan.boxes[i].width, plan.boxes[i].height) for i in plan.singles}
    sizes |= {f"c{i}": crowd.size for i, crowd in enumerate(plan.crowds)}
    out = ["digraph {", "rankdir=BT; nodesep=0.35; ranksep=0.45; nslimit=4;"]
    out.append('node [shape=box, fixedsize=true, label=""]; edge [arrowsize=1];')
    for name, (width, height) in sizes.items():
        out.append(f"{name} [width={width / _INCH:.4f}, height={height / _INCH:.4f}];")
    lengths = _lengths(plan, rows)
    for number, stroke in enumerate(plan.strokes):
        ends = f"{stroke.tail} -> {stroke.head}"
        length = lengths.get((stroke.tail, stroke.head), 1)
        out.append(f"{ends} [id=e{number}, minlen={length}, label=<{_blank(stroke.line)}>];")
    return "\n".join([*out, "}"])


def _lengths(plan: Plan, rows: int) -> dict[tuple[str, str], int]:
    """Return how many layers each line spans: one, but in turn more where many hang on one node."""
    heads: dict[str, set[str]] = defaultdict(set)
    tails: dict[str, set[str]] = defaultdict(set)
    for stroke in plan.strokes:
        heads[stroke.tail].add(stroke.head)
        tails[stroke.head].add(stroke.tail)
    lengths: dict[tuple[str, str], int] = {}
    for head, below in tails.items():
        alone = sorted(
            (one for one in below if len(heads[one]) == 1), key=lambda one: (one in tails, one)
        )
        lengths |= {(one, head): 1 + place % rows for place, one in enumerate(alone)}
    for tail, above in heads.items():
        ends = sorted(one for one in above if len(tails[one]) == 1 and one not in heads)
        lengths |= {(tail, one): 1 + place % rows for place, one in enumerate(ends)}
    return lengths


def _blank(line: Line) -> str:
    width, height = round(line.label.width) + 8, round(line.label.size * 1.5)
    return (
        f'<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}">'
        "<TR><TD></TD></TR></TABLE>"
    )


def _read(plan: Plan, answer: dict[str, Any]) -> Layout:
    _, _, width, height = (float(part) for part in answer["bb"].split(","))
    places = {item["name"]: _point(item["pos"], height) for item in answer["objects"]}
    edges = {item["id"]: item for item in answer.get("edges", ())}
    spots = {i: places[f"n{i}"] for i in plan.singles}
    for number, crowd in enumerate(plan.crowds):
        spots |= dict(crowd.places(places[f"c{number}"]))
    return Layout(
        width,
        height,
        tuple(PlacedBox(box, spots[i]) for i, box in enumerate(plan.boxes)),
        tuple(_line(stroke, edges[f"e{i}"], height) for i, stroke in enumerate(plan.strokes)),
        tuple(Frame(places[f"c{i}"], crowd.size) for i, crowd in enumerate(plan.crowds)),
    )


def _point(text: str, height: float) -> Point:
    x, y = text.split(",")
    return round(float(x), 2), round(height - float(y), 2)


def _line(stroke: Stroke, item: dict[str, Any], height: float) -> PlacedLine:
    curve: list[Point] = []
    tip: Point | None = None
    for part in item["pos"].split():
        if part.startswith("e,"):
            tip = _point(part[2:], height)
        elif not part.startswith("s,"):
            curve.append(_point(part, height))
    middle = curve[len(curve) // 2]
    label_at = _point(item["lp"], height) if "lp" in item else middle
    return PlacedLine(stroke, tuple(curve), tip or curve[-1], label_at)

"""A scene as one HTML file: picture, sentences and script inside, nothing asked from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from graph.export.lineage_view import LineageView
from graph.export.pictures.drawing import Drawing, vietnamese_date
from graph.export.pictures.ink import Scene
from graph.export.pictures.svg import svg_text
from graph.export.pictures.webfont import font_faces


def html_bytes(view: LineageView, drawing: Drawing, scene: Scene) -> bytes:
    """Return the page. Everything that a document says passes through autoescaping."""
    environment = Environment(
        loader=FunctionLoader(_part), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["day"] = vietnamese_date
    script, style = _part("lineage.js"), font_faces() + _part("lineage.css")
    root = next((f"n{i}" for i, box in enumerate(drawing.boxes) if box.is_root), "")
    page = environment.get_template("lineage.html.j2").render(
        title=drawing.title,
        source=drawing.source,
        names={node.id: node.name for node in view.nodes},
        lines=drawing.lines,
        root=root,
        picture=Markup(svg_text(scene, prolog=False)),
        script=Markup(script),
        style=Markup(style),
        script_hash=_digest(script),
        style_hash=_digest(style),
    )
    return page.encode()


def _part(name: str) -> str:
    return (files(__package__) / "page_parts" / name).read_text("utf-8")


def _digest(text: str) -> str:
    """For the policy that lets only this script run, whatever slipped into the page."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

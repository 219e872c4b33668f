"""A scene as SVG: text stays text, every node and edge is a titled group that can have focus."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from graph.export.pictures.ink import Command, Group, Item, Scene, Shape, Words
from graph.export.pictures.typeface import STACK


def svg_text(scene: Scene, *, prolog: bool = True, faces: str = "") -> str:
    """Return the picture as one SVG element, after an XML declaration where ``prolog``.

    ``faces`` are rules of CSS that bring the typeface along.
    """
    width, height = _number(scene.width), _number(scene.height)
    unit = "pt" if scene.for_print else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}{unit}" height="{height}{unit}" '
        f'viewBox="0 0 {width} {height}" role="group" xml:lang="vi" lang="vi" '
        f"aria-label={quoteattr(scene.title)} font-family={quoteattr(STACK)}>"
    )
    paper = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    parts = [head, f"<title>{escape(scene.title)}</title>"]
    parts += [f"<style>{faces}</style>"] if faces else []
    parts.append(paper)
    parts += [_group(group) for group in scene.groups]
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n' if prolog else ""
    return declaration + "\n".join([*parts, "</svg>\n"])


def _group(group: Group) -> str:
    attributes = f'id="{group.id}" class="{group.role}"'
    title = ""
    if group.rows:
        attributes += f' data-rows="{" ".join(map(str, group.rows))}"'
    if group.label:
        attributes += f' tabindex="0" role="img" aria-label={quoteattr(group.label)}'
        title = f"<title>{escape(group.label)}</title>"
    return f"<g {attributes}>{title}{''.join(_item(item) for item in group.items)}</g>"


def _item(item: Item) -> str:
    return _shape(item) if isinstance(item, Shape) else _words(item)


def _shape(shape: Shape) -> str:
    look = f'fill="{shape.fill or "none"}"'
    if shape.stroke:
        look += f' stroke="{shape.stroke}" stroke-width="{_number(shape.width)}"'
    if shape.dash:
        look += f' stroke-dasharray="{" ".join(_number(part) for part in shape.dash)}"'
    return f'<path d="{_path(shape.commands)}" {look}/>'


def _path(commands: tuple[Command, ...]) -> str:
    return "".join(
        letter + " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
        for letter, points in commands
    )


def _words(words: Words) -> str:
    """``textLength`` keeps the line in its box where the viewer lacks the typeface."""
    look = f'font-size="{_number(words.size)}" fill="{words.colour}"'
    if words.centred:
        look += ' text-anchor="middle"'
    if words.bold:
        look += ' font-weight="bold"'
    if words.halo:
        look += ' stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    if words.width > 0:
        look += f' textLength="{_number(words.width)}" lengthAdjust="spacingAndGlyphs"'
    x, y = words.at
    return f'<text x="{_number(x)}" y="{_number(y)}" {look}>{escape(words.text)}</text>'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")

"""A scene as PDF: vectors, with the typeface embedded and the text selectable."""

from __future__ import annotations

import io
from collections.abc import Sequence
from threading import Lock

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from graph.export.pictures.ink import Scene, Shape, Words
from graph.export.pictures.typeface import Typeface

_ONE_AT_A_TIME = Lock()  # ReportLab's fonts keep state that documents written together would mix
_LARGEST_PAGE = 14_000.0  # points; readers refuse pages over 14,400


def pdf_bytes(scenes: Sequence[Scene], face: Typeface) -> bytes:
    """Return a PDF with a page of its size for each scene; the same scenes give the same bytes."""
    with _ONE_AT_A_TIME:
        return _written(scenes, face)


def _written(scenes: Sequence[Scene], face: Typeface) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True, lang="vi")
    canvas.setTitle(scenes[0].title)
    canvas.setCreator("Luocdo")
    for scene in scenes:
        _page(canvas, scene, face)
    canvas.save()
    return buffer.getvalue()


def _page(canvas: Canvas, scene: Scene, face: Typeface) -> None:
    scale = min(1.0, _LARGEST_PAGE / max(scene.width, scene.height))
    canvas.setPageSize((scene.width * scale, scene.height * scale))
    canvas.scale(scale, scale)
    for group in scene.groups:
        for item in group.items:
            if isinstance(item, Shape):
                _draw(canvas, item, scene.height)
            else:
                _write(canvas, item, scene.height, face)
    canvas.showPage()


def _draw(canvas: Canvas, shape: Shape, height: float) -> None:
    path = canvas.beginPath()
    for letter, points in shape.commands:
        flat = [part for x, y in points for part in (x, height - y)]
        if letter == "M":
            path.moveTo(*flat)
        elif letter == "L":
            path.lineTo(*flat)
        elif letter == "C":
            path.curveTo(*flat)
        else:
            path.close()
    if shape.fill:
        canvas.setFillColor(HexColor(shape.fill))
    if shape.stroke:
        canvas.setStrokeColor(HexColor(shape.stroke))
        canvas.setLineWidth(shape.width)
        canvas.setDash(list(shape.dash))
    canvas.drawPath(path, stroke=int(bool(shape.stroke)), fill=int(bool(shape.fill)))


def _write(canvas: Canvas, words: Words, height: float, face: Typeface) -> None:
    font = face.bold if words.bold else face.regular
    x = words.at[0] - (words.width / 2 if words.centred else 0.0)
    y = height - words.at[1]
    if words.halo:
        canvas.setFillColor(HexColor("#ffffff"))
        canvas.rect(x - 1, y - 2, words.width + 2, words.size, stroke=0, fill=1)
    canvas.setFillColor(HexColor(words.colour))
    canvas.setFont(font.fontName, words.size)
    canvas.drawString(x, y, words.text)

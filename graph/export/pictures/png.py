"""An SVG as PNG, with the typeface of the package and none of the host's."""

from __future__ import annotations

import resvg_py

from graph.export.pictures.ink import Scene
from graph.export.pictures.typeface import FAMILY, font_file

_ZOOM = 2.0
_MOST_PIXELS = 16_000_000
_MOST_SIDE = 16_000


def png_bytes(scene: Scene, svg: str) -> bytes:
    """Return the picture at two pixels a point, at fewer where it is very large."""
    area, side = scene.width * scene.height, max(scene.width, scene.height)
    zoom = min(_ZOOM, (_MOST_PIXELS / area) ** 0.5, _MOST_SIDE / side)
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=max(1, round(scene.width * zoom)),
        background="#ffffff",
        skip_system_fonts=True,
        font_files=[str(font_file("Regular")), str(font_file("Bold"))],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )

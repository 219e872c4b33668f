"""An SVG as PNG, with the typeface of the package and none of the host's."""

from __future__ import annotations

import resvg_py

from graph.export.pictures.ink import Scene
from graph.export.pictures.typeface import FAMILY, font_file

_ZOOM = 2.0
_PRINT_ZOOM = 300 / 72  # dots of print for each point
_MOST_PIXELS = 18_000_000
_MOST_SIDE = 16_000


def png_bytes(scene: Scene, svg: str) -> bytes:
    """Return the picture at two pixels a point, for print at 300 an inch; fewer if very large."""
    area, side = scene.width * scene.height, max(scene.width, scene.height)
    wanted = _PRINT_ZOOM if scene.for_print else _ZOOM
    zoom = min(wanted, (_MOST_PIXELS / area) ** 0.5, _MOST_SIDE / side)
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=max(1, round(scene.width * zoom)),
        background="#ffffff",
        dpi=96,
        skip_system_fonts=True,
        font_files=[str(font_file("Regular")), str(font_file("Bold"))],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )

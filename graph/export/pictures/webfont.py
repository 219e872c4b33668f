"""The typeface inside a picture: both cuts, with the letters of Vietnamese, as part of the file."""

from __future__ import annotations

import base64
import io
from functools import cache

from fontTools.subset import Options, Subsetter, load_font, save_font

from graph.export.pictures.typeface import FAMILY, font_file

# Basic Latin, Latin-1, the Vietnamese letters beyond, and marks of print.
_RANGES = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x102, 0x103), (0x110, 0x111), (0x128, 0x129), (0x168, 0x169),
    (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x300, 0x303), (0x309, 0x309), (0x323, 0x323),
    (0x1EA0, 0x1EF9), (0x2010, 0x2026), (0x20AB, 0x20AB), (0x2190, 0x2193),
)  # fmt: skip


@cache
def font_faces() -> str:
    """Return the rules of CSS that carry both cuts: what shows them need not have the typeface."""
    cuts = (("Regular", 400), ("Bold", 700))
    return "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};'
        f"src:url(data:font/woff;base64,{_cut_down(name)}) format('woff')}}"
        for name, weight in cuts
    )


def _cut_down(name: str) -> str:
    options = Options(flavor="woff", hinting=False, layout_features=["kern", "ccmp", "mark"])
    options.recalc_timestamp = False  # the same bytes every day
    font = load_font(str(font_file(name)), options)
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[code for first, last in _RANGES for code in range(first, last + 1)]
    )
    subsetter.subset(font)
    out = io.BytesIO()
    save_font(font, out, options)
    return base64.b64encode(out.getvalue()).decode("ascii")

"""The typeface of pictures: Source Sans Pro with full Vietnamese, from a package, not the host."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

import font_source_sans_pro
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

FAMILY = "Source Sans Pro"
STACK = f"'{FAMILY}', 'Source Sans 3', 'Noto Sans', 'Segoe UI', Arial, sans-serif"
ELLIPSIS = "…"
_LOADING = Lock()
_ANNOUNCING = frozenset(["số", "ngày", "tháng", "năm", "điều", "khoản", "điểm", "khóa", "quý"])
_LONG = 24  # letters of a number that is not worth a line of its own


@dataclass(frozen=True, slots=True)
class Typeface:
    """Regular and bold cuts, measured in points."""

    regular: TTFont
    bold: TTFont

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Return the advance of ``text`` in points at ``size`` points."""
        font = self.bold if bold else self.regular
        return float(font.stringWidth(text, size))

    def fitted(self, text: str, room: float, size: float, bold: bool = False) -> str:
        """Return ``text``, cut with an ellipsis where it is wider than ``room`` points."""
        if self.width(text, size, bold) <= room:
            return text
        low, high = 0, min(len(text), int(room))  # no glyph with an advance is under a point wide
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + ELLIPSIS, size, bold) <= room:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + ELLIPSIS

    def wrapped(
        self, text: str, room: float, size: float, lines: int, bold: bool = False
    ) -> tuple[str, ...]:
        """Break ``text`` into at most ``lines`` even lines of ``room`` points.

        Breaks are at spaces, never between a word like "số" or "ngày" and its number.
        """
        words = _kept_together(text[:2000].split())
        widths = [self.width(word, size, bold) for word in words]
        space = self.width(" ", size, bold)
        rows = _rows(widths, space, room)
        if len(rows) <= lines:
            rows = _evened(rows, widths, space, room)
        parts = [" ".join(words[start:end]) for start, end in rows[:lines]]
        if len(rows) > lines:
            parts[-1] = " ".join(words[rows[lines - 1][0] :])
        return tuple(self.fitted(part, room, size, bold) for part in parts)


def _kept_together(words: list[str]) -> list[str]:
    """Join a word to the number that it announces."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].lower() in _ANNOUNCING and word[0].isdigit() and len(word) < _LONG:
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def _rows(widths: list[float], space: float, room: float) -> list[tuple[int, int]]:
    """Fill rows of ``room`` from the left; return from which to which word each goes."""
    rows: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for index, width in enumerate(widths):
        if index > start and used + space + width > room:
            rows.append((start, index))
            start, used = index, width
        else:
            used += width + (space if index > start else 0.0)
    return [*rows, (start, len(widths))] if widths else []


def _evened(
    rows: list[tuple[int, int]], widths: list[float], space: float, room: float
) -> list[tuple[int, int]]:
    """Narrow the room while the rows stay as many, so that no word is left alone below."""
    narrow, wide = room / 2, room
    while wide - narrow > 1.0 and len(rows) > 1:
        middle = (narrow + wide) / 2
        tried = _rows(widths, space, middle)
        if len(tried) == len(rows) and max(widths) <= middle:
            rows, wide = tried, middle
        else:
            narrow = middle
    return rows


def load_typeface() -> Typeface:
    """Return both cuts, parsed once from the files of the font package.

    ReportLab finds fonts by name in a table of its own: one pair for the process is registered
    there, because a pair that changes under a document being written would break it.
    """
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Typeface:
    face = Typeface(
        TTFont("LuocdoSans", str(font_file("Regular"))),
        TTFont("LuocdoSans-Bold", str(font_file("Bold"))),
    )
    registerFont(face.regular)
    registerFont(face.bold)
    return face


def font_file(cut: str) -> Path:
    """Return the TrueType file of a cut: Regular or Bold."""
    return Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{cut}.ttf"

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
        """Break ``text`` at spaces into at most ``lines`` lines of ``room`` points."""
        done: list[str] = []
        words = text[:2000].split()
        while words and len(done) < lines:
            taken = self._fill(words, room, size, bold)
            if len(done) == lines - 1:
                done.append(self.fitted(" ".join(words), room, size, bold))
                break
            done.append(self.fitted(" ".join(words[:taken]), room, size, bold))
            words = words[taken:]
        return tuple(done)

    def _fill(self, words: list[str], room: float, size: float, bold: bool) -> int:
        used, space = 0.0, self.width(" ", size, bold)
        for count, word in enumerate(words):
            used += self.width(word, size, bold) + (space if count else 0)
            if used > room:
                return max(count, 1)
        return len(words)


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

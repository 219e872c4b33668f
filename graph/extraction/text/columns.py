"""Two columns of a page in one text: each line's cells, as far as the line shows them."""

from __future__ import annotations

import re

from graph.extraction.text.patterns import LOWER, UPPER

# Printed side by side they come out as one line with a wide gap, from a PDF often with none.
_GAP = re.compile(r"[ \t]{3,}|\t")
_TAIL = re.compile(
    r"(?P<left>(?!(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\b).*?[:;,.])[ \t]+"
    r"(?P<right>(?:TM|T/M|KT|K/T|TL|T/L|TUQ)\.?[ \t]+[A-ZĐÂĂÊÔƠƯÀ-Ỹ]{2,}.*"
    r"|[A-ZĐÂĂÊÔƠƯÀ-Ỹ][A-ZĐÂĂÊÔƠƯÀ-Ỹ ]{5,})"
)

# A name after the last recipient: 'Lưu Văn phòng Tỉnh ủy. Trần Văn Lâm'.
_NAME = re.compile(
    rf"(?P<left>[-–+•].*\.)[ \t]+(?P<right>(?:[{UPPER}][{LOWER}]{{0,6}}[ \t]?){{2,5}})"
)

Row = tuple[str, str]


def rows_of(text: str, start: int, end: int) -> list[Row]:
    """Return the lines between two offsets, each as its left and right cell, either empty."""
    return [_cells(line) for line in text[start:end].split("\n")]


def _cells(line: str) -> Row:
    parts = [part.strip() for part in _GAP.split(line.strip())]
    if len(parts) > 1:
        return parts[0], " ".join(parts[1:])
    if _GAP.match(line) is not None:
        return "", parts[0]
    tail = _TAIL.fullmatch(parts[0]) or _NAME.fullmatch(parts[0])
    return (tail["left"], tail["right"]) if tail else (parts[0], "")

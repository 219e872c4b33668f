"""Reading changes of wording: 'Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 2 Điều 4 X'.

The verb stands far before the document, behind what is quoted; so it does in 'Đính chính lỗi kỹ
thuật tại khoản 3 Điều 9 X'.
"""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading
from graph.extraction.text.patterns import SPACE
from graph.model.relations import RelationKind
from graph.model.spans import Span

_LONGEST = 600
_AT = rf"{SPACE}(?:tại|trong|ở)(?:{SPACE}(?:các|tên|toàn{SPACE}bộ))?{SPACE}"
_WORDING = re.compile(
    rf"(?P<cue>[Tt]hay(?:{SPACE}thế)?|[Bb]ãi{SPACE}bỏ|[Hh]ủy{SPACE}bỏ|[Bb]ỏ|[Bb]ổ{SPACE}sung"
    rf"|[Ss]ửa{SPACE}đổi(?:,{SPACE}bổ{SPACE}sung)?){SPACE}(?:(?:các|một{SPACE}số){SPACE})?"
    rf"(?:cụm{SPACE}từ|từ{SPACE}ngữ|từ|chữ){SPACE}[“\"](?:[^\n]|\n(?=[ \t]*\S)){{1,500}}?{_AT}"
)
_CORRECTION = re.compile(
    rf"(?P<cue>[Đđ]ính{SPACE}chính){SPACE}(?:lỗi|sai{SPACE}sót|nội{SPACE}dung|cụm{SPACE}từ|từ|số)"
    rf"(?![^\W_])[^.;:\n]{{0,160}}?{_AT}"
)
_BEGINS = re.compile(r"(?<![^\W_])(?:[Tt]hay|[Bb]ãi|[Hh]ủy|[Bb]ỏ|[Bb]ổ|[Ss]ửa|[Đđ]ính)\s")


def reworded(reading: Reading, index: int, start: int) -> tuple[RelationKind, Span] | None:
    """Return the kind of change and its cue where only the wording of a document changes.

    ``start`` is where the reference begins with its subdivisions.
    """
    text = reading.text
    near = max(0, start - _LONGEST)
    if all(text.find(mark, near, start) < 0 for mark in ("“", '"', "đính", "Đính")):
        return None  # neither pattern is met without one of these
    floor = max(reading.sentence(index).start, _last_end(reading, index), start - _LONGEST)
    for begin in _BEGINS.finditer(text, floor, start):
        for pattern, kind in (
            (_WORDING, RelationKind.AMENDS),
            (_CORRECTION, RelationKind.CORRECTS),
        ):
            found = pattern.fullmatch(text, begin.start(), start)
            if found is not None:
                return kind, Span(*found.span("cue"))
    return None


def _last_end(reading: Reading, index: int) -> int:
    """Return where the last reference before ends, of those that are not quoted; 0 for none."""
    for at in range(index - 1, -1, -1):
        if not reading.drafts[at].quoted:
            return reading.drafts[at].end
    return 0

"""Reading the head of an official document: its own number, type, date, issuer and title.

Forms: Nghị định 30/2020/NĐ-CP, Phụ lục I (State); Hướng dẫn 36-HD/VPTW (Party).
"""

from __future__ import annotations

import re

from graph.extraction.dates import dates_in
from graph.extraction.draft import Draft
from graph.extraction.lexicon import Lexicon
from graph.extraction.numbers import NumberFinder, RawNumber
from graph.extraction.patterns import MAYBE_SPACE, SPACE
from graph.model.mentions import MentionKind
from graph.model.spans import Span

_HEAD = 3000
_OWN = re.compile(
    rf"^[ \t*]*(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh){SPACE}số|Số|SỐ){MAYBE_SPACE}[:.]?"
    rf"{MAYBE_SPACE}(?=\d)",
    re.M,
)
# Nothing but the dateline follows the own number on its line.
_ALONE = re.compile(r"\d{0,2}[ \t]{0,200}(?:\n|$|[^\n]{0,80},[ \t]*ngày)")
_DATED = re.compile(r"^.{0,60}?,[ \t]*ngày\b.{0,40}$", re.M)
_CAPITALS = re.compile(r"^[^\n]*$", re.M)
_MOTTO = re.compile(
    r"(?i)cộng\s+h(?:òa|oà)\s+xã\s+hội|độc\s+lập|đảng\s+cộng\s+sản|công\s+báo|^[\W\d_]*$"
)
_TITLE_END = re.compile(
    r"\n\s*(?:[_*-]{3,}|Căn\s+cứ|Kính\s+gửi|Thực\s+hiện|Điều\s+1|Chương\s+I\b|QUYẾT\s+ĐỊNH\s*:|I\.)|\n\s*\n\s*\S",
    re.I,
)


def read_letterhead(
    text: str, numbers: NumberFinder, lexicon: Lexicon, type_lines: re.Pattern[str]
) -> Draft | None:
    """Return the draft of the document that the text itself is, or None where it is none."""
    own = _OWN.search(text, 0, _HEAD)
    raw = numbers.at(text, own.end()) if own else None
    if own is None or raw is None or not _ALONE.match(text, raw.span.end):
        return None
    type_line = type_lines.search(text, raw.span.end, raw.span.end + 700)
    type_ = lexicon.type_of_word(_flat(type_line["type"])) if type_line else raw.type
    draft = Draft(
        start=raw.span.start, end=raw.span.end, kind=MentionKind.SELF, type=type_ or raw.type,
        number=raw.number, number_span=raw.span, after=raw.span.end,
    )  # fmt: skip
    if draft.type is None:
        return None
    _date(text, raw, draft)
    _issuer(text, own.start(), draft)
    if type_line is not None:
        draft.title_span = _title(text, type_line.end())
    return draft


def _date(text: str, raw: RawNumber, draft: Draft) -> None:
    """Take the date of the dateline, which stands within a few lines of the number."""
    start, end = max(0, raw.span.start - 300), raw.span.end + 400
    for line in _DATED.finditer(text, start, end):
        for date, span in dates_in(text, *line.span()):
            draft.date, draft.date_span = date, span
            return


def _issuer(text: str, at: int, draft: Draft) -> None:
    """Take the lines in capitals above the number that are no motto."""
    lines = [line for line in _CAPITALS.finditer(text, max(0, at - 400), at) if line[0].strip()]
    kept = [
        line for line in lines[-6:] if line[0].upper() == line[0] and not _MOTTO.search(line[0])
    ]
    if kept:
        start, end = kept[0].start(), kept[-1].end()
        span = Span(start, start + len(text[start:end].rstrip()))
        phrase = " ".join(line[0].strip() for line in kept)
        draft.issuer, draft.issuer_span = phrase.strip(" *_-"), span


def _title(text: str, at: int) -> Span | None:
    end = _TITLE_END.search(text, at, at + 1200)
    stop = end.start() if end else at
    start = at + len(text[at:stop]) - len(text[at:stop].lstrip(" \n\r\t:*_-0123456789"))
    stop = start + len(text[start:stop].rstrip(" \n\t_*-"))
    return Span(start, stop) if stop - start > 5 else None


def _flat(text: str) -> str:
    return " ".join(text.split()).capitalize()

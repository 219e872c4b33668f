"""Reading the end of an official document: since when it is in force, who signed, when passed."""

from __future__ import annotations

import re

from graph.extraction.fields.dates import dates_in
from graph.extraction.heads.force import read_force
from graph.extraction.heads.signing import read_foot
from graph.extraction.text.columns import rows_of
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import SPACE
from graph.model.numbers import NumberForm
from graph.model.spans import Span

_TAIL = 4000
_PASSED = re.compile(rf"thông{SPACE}qua{SPACE}(?=ngày)")
_DATELINE = re.compile(r"^.{0,60}?,[ \t]*ngày\b.{0,40}$", re.M)
_BEHALF = re.compile(r"T/?M\.?[ \t]+(?P<body>[A-ZĐÂĂÊÔƠƯÀ-Ỹ ]{4,60})")
_CENTRAL = ("BAN BÍ THƯ", "BỘ CHÍNH TRỊ", "BAN CHẤP HÀNH TRUNG ƯƠNG")


def read_closing(text: str, draft: Draft, words: tuple[str, ...], quoted: list[Span]) -> None:
    """Set the date where the head has none, the days of force, who signed, and who receives it.

    ``words`` are what the text calls itself by, ``quoted`` the new wording that it gives others.
    """
    if draft.date is None:
        _passed(text, draft)
    if draft.type != "van-ban-hop-nhat":  # which has no force of its own
        read_force(text, draft, words, quoted)
    read_foot(text, draft)
    _on_behalf(text, draft)


def _passed(text: str, draft: Draft) -> None:
    """Take 'được Quốc hội … thông qua ngày', else the last dateline."""
    tail = max(0, len(text) - _TAIL)
    for place in reversed(list(_PASSED.finditer(text, tail))):
        for date, span in dates_in(text, place.end(), place.end() + 45):
            draft.date, draft.date_span = date, span
            return
    for line in reversed(list(_DATELINE.finditer(text, tail))):
        for date, span in dates_in(text, *line.span()):
            draft.date, draft.date_span = date, span
            return


def _on_behalf(text: str, draft: Draft) -> None:
    """A committee's paper is issued by the body for which it is signed: 'T/M BAN BÍ THƯ'."""
    number = draft.number
    if number is None or number.form is not NumberForm.PARTY:
        return
    tail = rows_of(text, max(0, len(text) - _TAIL), len(text))
    for cell in (cell for row in tail for cell in row):
        found = _BEHALF.fullmatch(cell)
        body = " ".join(found["body"].split()) if found else None
        if body in _CENTRAL:
            draft.issuer = body
        elif body == "BAN THƯỜNG VỤ" and draft.issuer and not draft.issuer.startswith("BAN"):
            draft.issuer = f"{body} {draft.issuer}"

"""References that stand in brackets behind their type word: 'báo cáo (số 8-BC/TU) của Tỉnh ủy'."""

from __future__ import annotations

import re

from graph.extraction.fields.dates import value_of
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.text.draft import Draft
from graph.extraction.text.lexicon import Lexicon
from graph.model.spans import Span

_REACH = 160
# '2 chỉ thị (số 4-CT/TU, số 5-CT/TU)': the bracket lists what was counted.
_COUNTED = re.compile(r"(?:\d|[Cc]ác|[Nn]hững|[Hh]ai|[Bb]a|[Bb]ốn|[Mm]ột)\s$")
_DATED_BY = re.compile(
    r"\s?\((?:ngày\s)?(?P<date>(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}))"
    r",?\s(?:của|do)\s"
)
_WORDS = re.compile(r"(?:[^\W\d_]{1,8}\s){0,3}[^\W\d_]{1,8}\s\($")


def type_before_bracket(text: str, start: int, type_: str | None, lexicon: Lexicon) -> int:
    """Return where the word for ``type_`` begins before a bracket that ends at ``start``.

    That is ``start`` itself where no such word stands there.
    """
    if type_ is None or not text.endswith(" (", 0, start):
        return start
    found = _WORDS.search(text, max(0, start - 40), start)
    while found is not None:
        at = found.start()
        if lexicon.type_of_word(" ".join(text[at : start - 2].split())) == type_:
            return start if _COUNTED.search(text, max(0, at - 6), at) else at
        found = _WORDS.search(text, at + 1, start)
    return start


def close_bracket(text: str, draft: Draft) -> None:
    """Go past the bracket that opened behind the type word: what issued it may follow."""
    if text.startswith(")", draft.after) and draft.number_span is not None:
        opened = text.find("(", draft.start, draft.number_span.start) >= 0
        draft.end = draft.after = draft.after + opened


def dated_by(text: str, draft: Draft, issuers: IssuerReader) -> None:
    """Read day and issuer in a bracket: 'Quyết định số 8-QĐ/TU (20/6/2025 của Tỉnh ủy X)'."""
    opened = _DATED_BY.match(text, draft.after)
    end = issuers.body_end(text, opened.end(), opened.end() + _REACH) if opened else None
    if opened is None or end is None or not text.startswith(")", end):
        return
    draft.date, draft.date_span = value_of(opened), Span(*opened.span("date"))
    draft.issued_by(Span(opened.end(), end), text)
    draft.after = end + 1


def issuer_before_bracket(issuers: IssuerReader, text: str, at: int, floor: int) -> Span | None:
    """Read 'tờ trình của Ban Tổ chức (' that ends right at ``at``, where 'số …' begins."""
    if not text.endswith(" (", floor, at) or not text.startswith(("số ", "Số "), at):
        return None
    end = at - 2
    for body in issuers.bodies_in(text, max(floor, end - _REACH), end):
        if body.end == end and text.endswith(" của ", floor, body.start):
            return body
    return None

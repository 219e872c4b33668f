"""Reading plenums as issuers, and the term said behind a body: 'Trung ương 6 (khóa XII)'."""

from __future__ import annotations

import re

from graph.extraction.text.patterns import ANY_SPACE, MAYBE_SPACE, SPACE, WORD_END, lower
from graph.model.spans import Span

_COMMITTEE = (
    rf"(?:(?:(?:ban{SPACE}chấp{SPACE}hành|bch){SPACE})?(?:trung{SPACE}ương|tw|tư)|bchtw|bchtư)"
    rf"(?:{SPACE}đảng)?"
)
_NTH = rf"lần{SPACE}thứ{SPACE}[^\W_]{{1,6}}"
_ORDINAL = rf"{SPACE}(?:{_NTH}|\d{{1,2}}(?![\d/.-]))"
# 'Hội nghị lần thứ sáu Ban Chấp hành Trung ương', 'Hội nghị TW 5', 'Trung ương 6'
_PLENUM = re.compile(
    rf"(?:hội{SPACE}nghị(?:{SPACE}{_NTH},?)?{SPACE}{_COMMITTEE}(?:{_ORDINAL})?"
    rf"|{_COMMITTEE}{_ORDINAL}){WORD_END}"
)
_BESIDE = re.compile(rf"{ANY_SPACE},?{ANY_SPACE}\(?(?=[Hh]ội{SPACE}nghị|Trung|TW|TƯ|B)")
_TERM = re.compile(
    rf"{ANY_SPACE},?{ANY_SPACE}\(?{ANY_SPACE}(?:nhiệm{SPACE}kỳ{SPACE})?"
    rf"[Kk]h(?:óa|oá){SPACE}(?P<term>[IVX]{{1,5}})\b{MAYBE_SPACE}\)?"
)


def plenum(text: str, at: int, limit: int) -> int | None:
    """Return where the plenum ends that is named at ``at``."""
    if text[at : at + 1] not in "hbtHBT":  # as its first words begin
        return None
    found = _PLENUM.match(lower(text[at:limit]))
    return at + found.end() if found else None


def plenum_beside(text: str, at: int, limit: int) -> Span | None:
    """Return the span of a plenum that stands right behind ``at``, past a comma or a bracket."""
    lead = _BESIDE.match(text, at, limit)
    end = plenum(text, lead.end(), limit) if lead else None
    return Span(lead.end(), end) if lead and end else None


def term_after(text: str, at: int, limit: int) -> tuple[str | None, int]:
    """Return the term said at ``at``, and where reading goes on."""
    found = _TERM.match(text, at, limit)
    return (found["term"], found.end()) if found else (None, at)

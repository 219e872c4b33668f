"""Names and numbers of one document side by side: '29-NQ/TW (Nghị quyết Trung ương 8 khóa XI)'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import SPACE
from graph.model.dates import PartialDate
from graph.model.mentions import MentionKind
from graph.model.spans import Span

_BRACKET = re.compile(rf"\s{{0,8}}\(\s{{0,8}}(?:tức{SPACE}(?:là{SPACE})?|hay{SPACE})?")
_YEAR_BEHIND = re.compile(
    r"\s{0,4}\)\s{1,4}(?:năm\s{1,4})?(?P<year>(?:19[4-9]|20[0-4])\d)(?![\d/-]|\.\d|\s?[-/]\s?\d)"
)
_CLOSES = re.compile(r"[\s\d/.-]{0,14}[),;]")


def apposed(text: str, drafts: Sequence[Draft]) -> None:
    """Tie a name to the number that it stands beside in brackets, and pass on its term.

    'Nghị quyết số 29-NQ/TW (Nghị quyết Trung ương 8 khóa XI)' and the other way round.
    """
    for position in range(1, len(drafts)):
        first, second = drafts[position - 1], drafts[position]
        if first.type != second.type or not _BRACKET.fullmatch(text, first.after, second.start):
            continue
        if not _CLOSES.match(text, max(second.end, second.after)):
            continue
        if first.kind is MentionKind.NUMBERED and _only_named(second):
            first.term = first.term or second.term
            second.antecedent = position - 1
        elif second.kind is MentionKind.NUMBERED and _only_named(first):
            second.term = second.term or first.term
            first.antecedent = position


def dated_in_brackets(text: str, drafts: Sequence[Draft]) -> None:
    """Give a name the year that stands behind its abbreviation.

    'Bộ luật Dân sự (BLDS) năm 2005'
    """
    for position in range(1, len(drafts)):
        first, second = drafts[position - 1], drafts[position]
        if first.type != second.type or first.name != second.name or not _only_named(first):
            continue
        if not (_only_named(second) and _BRACKET.fullmatch(text, first.after, second.start)):
            continue
        if (year := _YEAR_BEHIND.match(text, second.end)) is not None:
            first.date = PartialDate(int(year["year"]))
            first.date_span = Span(*year.span("year"))
            second.antecedent = position - 1


def _only_named(draft: Draft) -> bool:
    return draft.kind is MentionKind.NAMED and draft.date is None

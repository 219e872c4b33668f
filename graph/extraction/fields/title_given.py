"""Titles that are given whole: in quotation marks, in a bracket that says so, in a page's row."""

from __future__ import annotations

import re

from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import ANY_SPACE, SPACE, alternation
from graph.model.registry import Registry
from graph.model.spans import Span

# A title given in quotation marks ends with them.
_QUOTED = re.compile(
    rf"{ANY_SPACE},?{ANY_SPACE}(?:[Vv]ề{SPACE}(?:việc{SPACE})?)?"
    r"[“\"](?P<title>[^”\"\n]{8,400})[”\"]"
)
_CALLED = re.compile(
    r"\s?\((?:tên đầy đủ|tên gọi đầy đủ|trích yếu|tiêu đề)\s?:\s?(?P<title>[^()\n]{6,300})\)"
)
# '» 2914/KH-UBND (13/09/2022): Kế hoạch thực hiện …': a page lists documents.
_ROW = re.compile(r":[ \t](?P<title>[^\n»|]{6,400}?)(?=[ \t]*(?:\n|»|\||$|Trang[ ]\d))")


class GivenTitles:
    """Reads titles that are set apart from what stands around them; immutable."""

    def __init__(self, registry: Registry) -> None:
        types = registry.types
        self._typed = re.compile(rf"(?:{alternation(type_.name for type_ in types)}){SPACE}")
        self._of_type = {
            type_.id: re.compile(alternation({type_.name, *type_.aliases, *type_.codes}))
            for type_ in types
        }

    def read(self, text: str, at: int, limit: int, owner: Draft) -> Span | None:
        """Return the title that is given right at ``at``."""
        given = _CALLED.match(text, at, limit) or self._row(text, at, limit, owner)
        given = given or _QUOTED.match(text, at, limit)
        return Span(*given.span("title")) if given else None

    def _row(self, text: str, at: int, limit: int, owner: Draft) -> re.Match[str] | None:
        """Match what a page says of a number, if that is of the type that the code tells."""
        number, date = owner.number_span, owner.date_span
        if number is None or date is None or owner.start < number.start or date.end < owner.end:
            return None
        row = _ROW.match(text, at, limit)
        if row is None or self._typed.match(text, row.start("title")) is None:
            return row
        own = self._of_type.get(owner.type or "")
        return row if own is not None and own.match(text, row.start("title")) else None

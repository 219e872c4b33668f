"""Rows of tables that begin with a number: '45/UBND-KT | 17/09/2024 | Công văn về phòng dịch'."""

from __future__ import annotations

import re

from graph.extraction.lexicon import Lexicon
from graph.extraction.numbers import RawNumber

_REACH = 120
_ENDS = re.compile(r"[ \t]*\|")
_CELL = re.compile(r"\|[ \t]*(?=[^\W\d_])")


def type_in_row(text: str, raw: RawNumber, words: re.Pattern[str], lexicon: Lexicon) -> str | None:
    """Return the type that a row says behind its number, which names none; ``words`` are types'."""
    at = raw.span.end
    if raw.sure or not _ENDS.match(text, at):
        return None
    begins = text.rfind("\n", max(0, raw.span.start - 8), raw.span.start) + 1
    if text[begins : raw.span.start].strip(" \t|0123456789"):
        return None
    end = text.find("\n", at, at + _REACH)
    for cell in _CELL.finditer(text, at, end if end >= 0 else at + _REACH):
        word = words.match(text, cell.end())
        type_ = lexicon.type_of_word(" ".join(word["type"].split())) if word else None
        if type_ is not None and lexicon.is_document(type_):
            return type_
    return None

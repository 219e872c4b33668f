"""Brackets and quotation marks in titles: what closes there was opened there."""

from __future__ import annotations

import re

_QUOTE = re.compile(r"\"[ \t]?\w[^\"\n]{1,120}\"")
_ITEM = re.compile(r"[\s,;][a-zđ0-9]\)")  # 'điểm a) khoản 1'


def quotes(text: str, start: int, mark: int) -> bool:
    """Tell whether a mark opens or closes words that the title beginning at ``start`` quotes."""
    if text[mark] == "”":
        return text.count("“", start, mark) > text.count("”", start, mark)
    if text[mark] != '"':
        return False
    if text.count('"', start, mark) % 2:
        return True
    return text[mark - 1].isspace() and _QUOTE.match(text, mark) is not None


def closing(text: str, start: int, end: int) -> int:
    """Return where a bracket closes that was opened before ``start``, else ``end``.

    '(khi có Chỉ thị 05 về học tập và làm theo) đến nay': the title ends with the bracket.
    """
    at = start
    while (at := text.find(")", at, end)) >= 0:
        opened = text.count("(", start, at) > text.count(")", start, at)
        if not opened and not _ITEM.match(text, at - 2):
            return at
        at += 1
    return end

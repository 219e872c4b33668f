"""Lists that a phrase leads in: 'Bãi bỏ các văn bản sau đây:', and what stands under it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

_NEVER = 1 << 62
_COLON = re.compile(r":\s{0,8}\n|\n(?=\s{0,8}(?:1[.)]|a\))\s)")
_LONGEST = 400  # of a lead


class Leads:
    """The leads of lists in one text, found when first asked for.

    Each item asks by which lead it stands; none reads again what another has read.
    """

    def __init__(self, text: str, lead: re.Pattern[str], end: re.Pattern[str], reach: int) -> None:
        """Read lists that ``lead`` leads in and ``end`` ends, at most ``reach`` letters long.

        ``lead`` matches up to the end of the line, where the colon is.
        """
        self._text = text
        self._lead = lead
        self._end = end
        self._reach = reach
        self._found: list[re.Match[str]] | None = None
        self._closes: dict[int, int] = {}

    def over(self, at: int) -> re.Match[str] | None:
        """Return the lead of the list in which the line that begins at ``at`` stands."""
        if self._found is None:
            self._found = list(self._find())
        index = bisect_right(self._found, at, key=lambda lead: lead.end()) - 1
        lead = self._found[index] if index >= 0 else None
        if lead is None or at - lead.start() > self._reach or self._closed(lead) <= at:
            return None
        return lead

    def _find(self) -> Iterator[re.Match[str]]:
        begin = 0
        for colon in _COLON.finditer(self._text):
            begin = max(begin, colon.start() - _LONGEST)
            found = self._lead.search(self._text, begin, colon.end())
            begin = colon.end()
            if found is not None:
                yield found

    def _closed(self, lead: re.Match[str]) -> int:
        """Return where the list has ended that ``lead`` leads in."""
        if lead.end() not in self._closes:
            found = self._end.search(self._text, lead.end(), lead.start() + self._reach)
            self._closes[lead.end()] = found.end() if found else _NEVER
        return self._closes[lead.end()]

"""Lists that a phrase leads in: 'Bãi bỏ các văn bản sau đây:', and what stands under it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_NEVER = 1 << 62
# What follows a lead. Two patterns of which each begins with one letter are passed over quicker.
_COLONS = (re.compile(r":\s{0,8}\n"), re.compile(r"\n(?=\s{0,8}(?:1[.)]|a\))\s)"))
_LONGEST = 400  # of a lead


@dataclass(frozen=True)
class Lead:
    """What leads a list in: up to the end of the line, where the colon is."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]  # of which one is in it: they are looked for before the pattern is

    def within(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Find the phrase between two offsets."""
        if not any(text.find(word, start, end) >= 0 for word in self.words):
            return None
        return self.pattern.search(text, start, end)


class Leads:
    """The leads of lists in one text, found when first asked for.

    Each item asks by which lead it stands; none reads again what another has read.
    """

    def __init__(self, text: str, lead: Lead, end: re.Pattern[str], reach: int) -> None:
        """Read lists that ``lead`` leads in and ``end`` ends, at most ``reach`` letters long."""
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
        colons = [colon.span() for ends in _COLONS for colon in ends.finditer(self._text)]
        for start, end in sorted(colons):
            begin = max(begin, start - _LONGEST)
            found = self._lead.within(self._text, begin, end)
            begin = max(begin, end)
            if found is not None:
                yield found

    def _closed(self, lead: re.Match[str]) -> int:
        """Return where the list has ended that ``lead`` leads in."""
        if lead.end() not in self._closes:
            found = self._end.search(self._text, lead.end(), lead.start() + self._reach)
            self._closes[lead.end()] = found.end() if found else _NEVER
        return self._closes[lead.end()]

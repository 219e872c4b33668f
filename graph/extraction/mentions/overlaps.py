"""Bringing together what different finders found in the same place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from graph.extraction.mentions.laws import RawName
from graph.extraction.mentions.small_pointers import without_strays
from graph.extraction.text.draft import Draft
from graph.model.dates import PartialDate
from graph.model.mentions import MentionKind
from graph.model.spans import Span
from graph.model.text import fold, slug

# What joins a law's name to its number: 'Luật Đất đai số 31/2024/QH15', 'Luật A (TNDN) số 5/…'.
_TO_NUMBER = re.compile(
    r"(?:\s{0,3}\((?-i:[A-ZĐ&]{2,12})\)(?=\s{1,3}số\s))?"
    r"\s{0,8}[,(]?\s{0,8}(?:luật\s{1,8})?(?:(?:số|Số|SỐ)\s{0,8}:?\s{0,8})?",
    re.I,
)
_LAW_ORGAN = re.compile(
    r"(?i)(?:[a-zđ]{1,3}-)?(?:ubtvqh?|qh|ctn|hđnn|l-ctn|lct)[\w/-]*|l/ctn|lct/.*"
)
_BARE_YEAR = re.compile(
    r"\s{1,8}(?:\(\s{0,4})?(?P<year>(?:19[4-9]|20[0-4])\d)"
    r"(?![\d/-]|\.\d|[ \t]?[-/][ \t]?\d|\s?[-/]\d)(?:\s{0,4}\))?"
)
# 'luật Đấu thầu số 43/2013'
_YEAR_PAST_SHORT = re.compile(
    r"\s\([A-ZĐ&]{2,12}\)\s{1,3}(?:năm\s)?(?P<year>(?:19[4-9]|20[0-4])\d)(?![\d/-]|\.\d)"
)  # 'Bộ luật Dân sự (BLDS) năm 2005'
_YEAR_OF_NUMBER = re.compile(
    r"\s{1,8}(?:số\s{1,8})?\d{1,3}/(?P<year>(?:19[4-9]|20[0-4])\d)(?![\w/-]|\.\d)"
)


def merge(
    text: str,
    numbered: list[Draft],
    names: list[RawName],
    pointing: list[Draft],
    own: Draft | None,
    law_numbers: Mapping[str, frozenset[str]],
) -> list[Draft]:
    """Return all drafts in document order: numbers join the names they stand beside.

    Where two overlap otherwise, the one that begins first stays, of two the longer. References
    held inside a longer name ('Luật sửa đổi … của Luật X') stay too, marked by ``within``.
    """
    laws = (d for d in numbered if _is_law(d)) if names else ()
    by_number = {d.number_span.start: d for d in laws if d.number_span}
    taken: set[int] = set()
    drafts: list[Draft] = []
    for name in sorted(names, key=lambda n: (n.span.start, -n.span.end)):
        if drafts and name.span.start < max(d.end for d in drafts[-3:]):
            continue
        drafts += _named(text, name, by_number, taken, law_numbers)
    drafts += _apart(drafts, [d for d in numbered if id(d) not in taken])
    drafts += _apart(drafts, pointing)
    drafts.sort(key=lambda d: (d.start, -d.end))
    if own is not None:
        span = own.number_span or Span(0, 0)
        drafts = [own, *(d for d in drafts if not span.overlaps(Span(d.start, d.end)))]
    return _linked(without_strays(text, drafts) if pointing else drafts)


def _apart(drafts: list[Draft], others: list[Draft]) -> list[Draft]:
    """Return those of others that touch none of the drafts."""
    if not drafts or not others:
        return others
    taken = _Cover(drafts)
    return [d for d in others if not taken.touches(d)]


def _named(
    text: str,
    name: RawName,
    by_number: dict[int, Draft],
    taken: set[int],
    law_numbers: Mapping[str, frozenset[str]],
) -> list[Draft]:
    inner = [_one(text, each, by_number, taken) for each in name.inner]
    numbers = [draft for draft in inner if draft.number]
    outer = _one(text, name, {} if len(numbers) > 1 else by_number, taken)
    if inner:
        outer.end = max(outer.end, inner[-1].end)
        outer.after = outer.end
        last = inner[-1]
        own = last.number is not None and fold(last.name or "") in law_numbers.get(
            slug(str(last.number).lstrip("0")), ()
        )
        if len(numbers) == 1 and last.number and outer.number is None and not own:
            _give(inner[-1], outer, name.inner[-1].span.end)
    return [outer, *inner]


def _give(inner: Draft, outer: Draft, end: int) -> None:
    """A lone number after the last law of an amending law's name is the amending law's own."""
    outer.kind, outer.number, outer.number_span = inner.kind, inner.number, inner.number_span
    inner.kind, inner.number, inner.number_span = MentionKind.NAMED, None, None
    inner.end = inner.after = end


def _one(text: str, name: RawName, by_number: dict[int, Draft], taken: set[int]) -> Draft:
    draft = Draft(
        name.span.start, name.span.end, MentionKind.NAMED, name.type, name=name.name,
        issuer=name.issuer, term=name.term, after=name.span.end,
        date=PartialDate(name.year) if name.year else None,
    )  # fmt: skip
    joint = _TO_NUMBER.match(text, name.span.end)
    number = by_number.get(joint.end()) if joint else None
    if joint and number and number.number_span is not None and id(number) not in taken:
        taken.add(id(number))
        draft.kind, draft.number = MentionKind.NUMBERED, number.number
        draft.number_span = number.number_span
        end = number.number_span.end
        if text[joint.start() : joint.end()].count("(") > text.count(
            ")", *joint.span()
        ) and text.startswith(")", end):
            end += 1  # 'Luật Đất đai (số 31/2024/QH15)'
        draft.end = draft.after = end
    elif (year := _year_behind(text, draft.end)) is not None:
        draft.date = PartialDate(int(year["year"]))
        draft.date_span = Span(*year.span("year"))
        draft.end = draft.after = year.end()
    return draft


def _year_behind(text: str, at: int) -> re.Match[str] | None:
    """Read the year that is stuck to a name: 'Hiến pháp 2013', 'Luật A (THADS) năm 2008'."""
    patterns = (_BARE_YEAR, _YEAR_OF_NUMBER, _YEAR_PAST_SHORT)
    return next((found for p in patterns if (found := p.match(text, at)) is not None), None)


def _is_law(draft: Draft) -> bool:
    return draft.number is not None and _LAW_ORGAN.fullmatch(draft.number.symbol) is not None


class _Cover:
    """The stretches of text that drafts already take, for asking quickly."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for draft in sorted(drafts, key=lambda d: d.start):
            if self._ends and draft.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], draft.end)
            else:
                self._starts.append(draft.start)
                self._ends.append(draft.end)

    def touches(self, draft: Draft) -> bool:
        at = bisect_right(self._ends, draft.start)
        return at < len(self._starts) and self._starts[at] < draft.end


def _linked(drafts: list[Draft]) -> list[Draft]:
    """Set ``within`` of drafts that lie inside another one's span."""
    reach = 0
    for position, draft in enumerate(drafts):
        held = draft.start < reach
        reach = max(reach, draft.end)
        for before in range(position - 1, max(-1, position - 14), -1) if held else ():
            if drafts[before].start <= draft.start and draft.end <= drafts[before].end:
                draft.within = before
                break
    return drafts

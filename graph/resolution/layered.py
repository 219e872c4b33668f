"""Numbers whose code bodies of several levels share ('QĐ-UBND'), where nobody is said to issue.

The province that a text speaks of tells whose such a number is only where no body of a district
or commune is spoken of beside it: 'UBND huyện hủy Quyết định số 905/QĐ-UBND'.
"""

from __future__ import annotations

import re

from graph.model.mentions import Mention, MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import Registry
from graph.model.spans import Span
from graph.model.text import fold
from graph.resolution.codes import Codes

_COMMITTEES = ("UBND", "HĐND", "UB")
_HEAD = 240  # characters: who writes is said at the beginning
_BEFORE, _BEHIND = 700, 300
_COMMITTEE = r"(?i:UBND|HĐND|[uủ][yỷ]\s{1,4}ban|nhân\s{1,4}dân|chủ\s{1,4}tịch)\s{1,4}"
_BELOW = re.compile(
    rf"{_COMMITTEE}(?i:huyện|quận|thị\s{{1,4}}xã|thị\s{{1,4}}trấn|xã|phường|đặc\s{{1,4}}khu|[qhp]\.|tx\b)"
)
_CITY = re.compile(
    rf"{_COMMITTEE}(?i:thành\s{{1,4}}phố|tp\.?)\s{{0,4}}(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{0,3}})"
)
_PROVINCE = re.compile(rf"(?:{_COMMITTEE}|của\s{{1,4}})(?i:tỉnh|thành\s{{1,4}}phố|tp)\b")
_STOP = re.compile(r"(?<!TP)(?<!Tp)(?<!tp)[.;!?](?=\s)|\n")


class Layered:
    """Tells which local numbers may be those of a body below the province. Immutable."""

    def __init__(self, registry: Registry, codes: Codes) -> None:
        self._codes = codes
        self._cities = {fold(district.name) for district in registry.districts}

    def contested(self, text: str, mention: Mention) -> bool:
        """Tell whether bodies of several levels may have issued a document.

        Norms are mostly a province's, and so are letters, unless what is below is spoken of; plans
        and decisions of which no day is said may be anybody's.
        """
        number = mention.number
        if number is None or mention.kind is MentionKind.SELF or mention.issuer is not None:
            return False
        if mention.jurisdiction is not None or not self.shares(mention):
            return False
        span = mention.span
        own = _sentence(text, span)
        if self._speaks_of_below(text, own):
            return True
        if number.form is NumberForm.NORMATIVE or _PROVINCE.search(text, *own) is not None:
            return False
        if mention.date is None and _is_of_a_kind(number):
            return True
        around = Span(max(0, span.start - _BEFORE), min(len(text), span.end + _BEHIND))
        return self._speaks_of_below(text, around) or self._speaks_of_below(text, Span(0, _HEAD))

    def shares(self, mention: Mention) -> bool:
        """Tell whether bodies of several levels give numbers with the code of this one."""
        number = mention.number
        return number is not None and self._codes.is_of_levels(self._codes.organ(number))

    def _speaks_of_below(self, text: str, where: Span) -> bool:
        if _BELOW.search(text, *where) is not None:
            return True
        return any(self._is_below(found["name"]) for found in _CITY.finditer(text, *where))

    def _is_below(self, name: str) -> bool:
        words = fold(name).split()
        return any(" ".join(words[:count]) in self._cities for count in range(1, len(words) + 1))


def _is_of_a_kind(number: DocumentNumber) -> bool:
    """Tell whether a State number tells a type ('12/KH-UBND'), as a letter's does not."""
    return number.form is NumberForm.ADMINISTRATIVE and number.organ.upper() in _COMMITTEES


def _sentence(text: str, span: Span) -> Span:
    """Return the sentence in which a reference stands."""
    begin, end = max(0, span.start - _BEFORE), min(len(text), span.end + _BEHIND)
    for stop in _STOP.finditer(text, begin, span.start):
        begin = stop.end()
    after = _STOP.search(text, span.end, end)
    return Span(begin, after.start() if after else end)

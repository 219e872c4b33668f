"""Reading which phrases name bodies, known and unknown, and where each ends."""

from __future__ import annotations

import re

from graph.extraction.fields.body_phrases import UnknownBodies
from graph.extraction.fields.plenums import plenum
from graph.extraction.text.patterns import (
    MAYBE_SPACE,
    SPACE,
    WORD_END,
    alternation,
    any_of,
    lower,
)
from graph.extraction.text.place_names import CAPITAL, PLACE, PLACE_WORD, TWO_WORDS
from graph.model.registry import Registry
from graph.model.spans import Span

WINDOW = 220
_SECOND_HALF = 16  # of a province's name behind a long dash: 'Bà Rịa – Vũng Tàu'
# 'công ty CP Yên Khánh' is no Government's, 'Chi cục Thuế' no department.
_JOINT_STOCK = re.compile(
    rf"(?<![^\W_])(?:công{SPACE}ty|cty|ctcp|ngân{SPACE}hàng(?:{SPACE}tm)?|tm){SPACE}$"
)
JOINED = re.compile(
    rf"{MAYBE_SPACE}(?:,|-|{SPACE}và{SPACE}|và{SPACE}){MAYBE_SPACE}(?:(?:liên{SPACE})?)"
)
_SPACE = re.compile(SPACE)
_FIRM = re.compile(r"[A-ZĐ]{2,8}(?![^\W_])")
_CITY = re.compile(rf"{SPACE}(?i:tp)[. ]")  # 'Cục Thuế TP. Hà Nội', which the centre has too
_BELOW = "chi "  # 'Chi cục Thuế'


class BodyReader:
    """Reads body phrases; which body one means is resolution's business."""

    def __init__(self, registry: Registry) -> None:
        names = {name for body in registry.bodies for name in body.spoken}
        generic = {phrase for template in registry.templates for phrase in template.generic}
        self.local = any_of(generic)
        self._below = any_of(
            phrase for t in registry.templates if t.level != "province" for phrase in t.generic
        )
        heads = alternation({word.lower() for word in registry.listed("head-of")})
        self._headed = re.compile(rf"(?<![^\W_])(?:{heads}){SPACE}$")
        offices = registry.listed("person-office") | registry.listed("head-office")
        self._body = any_of(names | generic | offices)
        places = registry.places
        provinces = {name.lower() for place in places for name in (place.name, *place.aliases)}
        self._province = re.compile(
            rf"(?:\.)?{MAYBE_SPACE}(?:(?:tỉnh|thành{SPACE}phố|tp\.?){MAYBE_SPACE})?"
            rf"(?:{alternation(provinces)}){WORD_END}"
        )
        surname = alternation(registry.listed("surname"))
        self.person = re.compile(rf"(?<=[^\W\d_]){SPACE}(?=(?:{surname}){SPACE}[{CAPITAL}])")
        self._holder = re.compile(rf"{SPACE}(?:{surname})(?:{SPACE}[{CAPITAL}][^\W\d_]*){{2,3}}$")
        self._head = any_of(registry.listed("head-office"))
        self.unknown = UnknownBodies(registry)
        self._committees = registry.listed("committee-of")
        units = alternation(registry.listed("unit"))
        self._unit = re.compile(rf"{SPACE}(?:{units})(?:{SPACE}{PLACE_WORD})?{WORD_END}")

    def listed(self, text: str, at: int) -> list[Span]:
        """Return the bodies that stand one after the other from ``at`` on, joined by commas."""
        spans, limit = [], at + WINDOW
        while (end := self.body_end(text, at, limit)) is not None:
            spans.append(Span(at, end))
            joined = JOINED.match(text, end, limit)
            if joined is None:
                break
            at = joined.end()
        return spans

    def is_post(self, text: str, at: int) -> bool:
        """Tell whether a post is named at ``at``, and no body: 'Chủ tịch UBND tỉnh'."""
        return self.unknown.is_post(text, at)

    def is_local(self, phrase: str) -> bool:
        """Tell whether a phrase is that of a body which every place has."""
        return self.local.match(lower(phrase)) is not None

    def bodies_in(self, text: str, start: int, end: int) -> list[Span]:
        """Return the spans of body phrases between two offsets, in order."""
        spans = []
        window = lower(text[start:end])
        at = 0
        while (found := self._body.search(window, at)) is not None:
            at = found.end()
            if found.start() and window[found.start() - 1].isalnum():
                continue
            begin = start + found.start()
            if found[0] == "cp" and _JOINT_STOCK.search(window, 0, found.start()):
                continue
            stop = self.body_end(text, begin, end) or start + found.end()
            begin -= len(_BELOW) if window.endswith(_BELOW, 0, found.start()) else 0
            spans.append(Span(begin, min(stop, end)))
            at = spans[-1].end - start
        return spans

    def body_end(self, text: str, at: int, limit: int) -> int | None:
        """Return where the body ends that is named at ``at``, None where none is."""
        window = lower(text[at:limit])
        if (end := plenum(text, at, limit)) is not None:
            return end
        found = self._body.match(window)
        if found is None:
            return self.unknown.end(text, at, limit)
        end = at + found.end()
        head = self._head.match(window)
        if head is not None and head.end() == found.end():
            led = _SPACE.match(text, end, limit)
            whole = self.body_end(text, led.end(), limit) if led else None
            if led and whole is None and (firm := _FIRM.match(text, led.end(), limit)):
                return firm.end()  # 'Tổng Giám đốc VEC'
            if led and whole is None and self.unknown.goes_on(text, led.end(), limit):
                return None  # 'Giám đốc cảng vụ …': whoever that is
            return self._before_holder(text, end, whole) if whole else end
        if found[0] in self._committees and (led := _SPACE.match(text, end, limit)) is not None:
            office = self.unknown.office_end(text, led.end(), limit)
            if office is not None:
                return office  # 'Đảng ủy Tập đoàn Dầu khí'
        local = self.local.match(window)
        if local is None or local.end() < found.end():
            of_a_city = _CITY.match(text, end, limit) and self.is_local(f"{found[0]} thành phố")
            return self._place_end(text, end, limit, named=False) if of_a_city else end
        below = self._below.match(window)
        named = below is not None and below.end() == found.end()
        if self.unknown.is_post(text, at) or self._headed.search(lower(text[max(0, at - 20) : at])):
            named = False  # 'Bí thư Huyện ủy Nguyễn Văn A'
        return self._place_end(text, end, limit, named=named)

    def _before_holder(self, text: str, at: int, end: int) -> int:
        """Return where the body ends that somebody heads whose name closes the phrase."""
        holder = self._holder.search(text, at, end)
        return holder.start() if holder else end

    def _place_end(self, text: str, at: int, limit: int, *, named: bool) -> int:
        """Return where the name of a place ends that stands at ``at``, before a person's name.

        ``named`` tells that what stands there can only be a place's name ('Huyện ủy Lý Nhân').
        """
        place = PLACE.match(text, at, limit)
        if place is None:
            return at
        known = self._province.match(lower(text[at : min(limit, place.end() + _SECOND_HALF)]))
        if known is not None:
            return at + known.end()
        if (unit := self._unit.match(text, at, limit)) is not None:
            # 'Đảng ủy Công an tỉnh Nghệ An'
            return self._place_end(text, unit.end(), limit, named=False)
        begin = place.start() + 1 if named else place.start()
        person = self.person.search(text, begin, min(limit, place.end() + 1))
        if person is not None and TWO_WORDS.fullmatch(text, at, place.end()):
            return place.end()  # 'Huyện ủy Vũ Thư'
        return person.start() if person else place.end()

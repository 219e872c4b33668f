"""Reading the issuing body next to a reference: 'của Bộ Chính trị', 'Ban Bí thư ban hành …'."""

from __future__ import annotations

import re

from graph.extraction.fields.bodies import JOINED, WINDOW, BodyReader
from graph.extraction.fields.body_phrases import (
    HIGHER_UNIT,
    HOLDER,
    before_bracket,
    begins_a_body,
    past_deputy,
)
from graph.extraction.fields.issuer_verbs import ACTS, BY, ENDS, MADE, verb_before
from graph.extraction.fields.plenums import plenum_beside, term_after
from graph.extraction.text.patterns import SPACE
from graph.model.registry import Registry
from graph.model.spans import Span
from graph.model.text import fold
from graph.model.values import value

_BEFORE = 120  # how far before a reference, or a bracket, its issuer may begin
_TOGETHER, _AND = re.compile(rf"{SPACE}cùng{SPACE}"), re.compile(rf"{SPACE}và{SPACE}")
# ', tháng 8/2025, ban hành', ', mới đây, đã ký': what stands between the body and its verb.
_ASIDE = re.compile(
    r",\s(?:(?:vào\s)?(?:ngày|tháng|năm|sáng|chiều|hôm)\s"
    r"(?:nay|qua|(?:ngày\s)?\d[\d/.-]{0,9}(?:\s(?:tháng|năm)\s\d{1,4}){0,2})"
    r"|mới đây|vừa qua|gần đây|sau đó"
    r"|(?:ông|bà|đồng chí)\s[A-ZĐÀ-Ỹ][^,.;:()\n]{2,28}),?$"
    r"|\s(?:ngày|sáng|chiều|tối)\s(?:nay|qua|\d[\d/.-]{2,9})$"
)
_A_PLACE = re.compile(
    rf"(?:tỉnh|thành{SPACE}phố|TP\.?|quận|huyện|thị{SPACE}xã|xã|phường){SPACE}[A-ZĐÀ-Ỹ]"
)
# '8/2017/QĐ-UBND tỉnh Long An': the code is the first word of the body's name.
_CODE = re.compile(r"(?<=[-/])(?:UBND|HĐND)$")
_PLACE_AFTER = re.compile(
    rf"{SPACE}(?:tỉnh|TP|[Tt]hành{SPACE}phố|huyện|quận|thị{SPACE}xã|xã|phường)[.\s]{{1,3}}[A-ZĐÀ-Ỹ\d]"
)
# 'Công văn 41 (đóng dấu mật) của Bộ Y tế'
_NOTE = re.compile(r"\s\([^()\d\n]{2,60}\)(?=\scủa\s)")
# 'hội nghị về Chỉ thị A do Ban Bí thư tổ chức'
_HOLDS = re.compile(
    rf"{SPACE}(?:tổ{SPACE}chức|chủ{SPACE}trì|phối{SPACE}hợp|phát{SPACE}động)(?![^\W_])"
)
_DEPUTY = re.compile(rf"[Tt]hứ{SPACE}trưởng{SPACE}(?=[Bb]ộ{SPACE})")
_CLAUSE_END = re.compile(r"[.;:\n]\s|,|\s(?:để|nhằm)$")


@value(frozen=True, slots=True)
class Issuer:
    """The phrase of a body, as written, where it stands, and the term said beside it."""

    phrase: str
    span: Span
    term: str | None
    end: int


class IssuerReader(BodyReader):
    """Reads the bodies beside references that issued them."""

    def __init__(self, registry: Registry) -> None:
        super().__init__(registry)
        self._signers = frozenset(fold(word) for word in registry.listed("signer"))
        self._central = frozenset(type_.id for type_ in registry.types if type_.central)

    def can_issue(self, phrase: str, type_: str | None) -> bool:
        """Tell whether a body may issue documents of a type: what every place has no circulars."""
        return type_ not in self._central or not self.is_local(phrase)

    def after(self, text: str, at: int, limit: int) -> Issuer | None:
        """Read 'của <body>' right at ``at``, looking no further than ``limit``."""
        limit = min(limit, at + WINDOW)
        note = _NOTE.match(text, at, limit)
        by = BY.match(text, note.end() if note else at, limit)
        if by is None:
            return self._who_made(text, at, limit) or self._unled(text, at, limit)
        end = self.body_end(text, by.end(), limit)
        if end is None or ("do" in by[0] and _HOLDS.match(text, end, limit)):
            return None
        while (joined := JOINED.match(text, end, limit)) is not None:
            more = self.body_end(text, joined.end(), limit)
            if more is None or not self._joint(text, Span(by.end(), end), joined, more, limit):
                break
            end = more
        span = Span(by.end(), end)
        if fold(span.of(text)) in self._signers:
            return None
        return _issued(text, span, limit)

    def _who_made(self, text: str, at: int, limit: int) -> Issuer | None:
        """Read 'Nghị định số 14 mà Chính phủ vừa ban hành'."""
        if not text.startswith(" mà ", at):
            return None
        span = Span(at + 4, self.body_end(text, at + 4, limit) or at + 4)
        return (
            _issued(text, span, limit)
            if span.end > span.start and MADE.match(text, span.end)
            else None
        )

    def of_code(self, text: str, at: int, limit: int) -> Issuer | None:
        """Read the body whose name begins with the code that ends at ``at``, a place behind it."""
        code = _CODE.search(text, max(0, at - 5), at)
        if code is None or _PLACE_AFTER.match(text, at, limit) is None:
            return None
        end = self.body_end(text, code.start(), min(limit, at + WINDOW))
        return _issued(text, Span(code.start(), end), limit) if end and end > at else None

    def _unled(self, text: str, at: int, limit: int) -> Issuer | None:
        """Read the term that no 'của' leads in, behind a plenum too: ', Trung ương 4 khóa XII'."""
        span = plenum_beside(text, at, limit)
        if span is not None:
            term, end = term_after(text, span.end, limit)
            if term and not ACTS.match(text, end - text[end - 1].isspace(), limit):
                return Issuer(span.phrase(text), span, term, end)
        term, end = term_after(text, at, limit)
        return Issuer("", Span(at, at), term, end) if term else None

    def _joint(self, text: str, first: Span, joined: re.Match[str], end: int, limit: int) -> bool:
        """Tell whether the body up to ``end`` issues too, and does not begin a new clause."""
        holder = self.person.match(text, end, limit)  # ', Chủ tịch HĐQT VEC Nguyễn Văn A cho biết'
        if joined[0].strip() == "," and (
            holder or not ENDS.match(text, end, limit) or ACTS.match(text, end, limit)
        ):
            return False
        if text[joined.end() : end].isupper() and not first.of(text).isupper():
            return False  # 'của Ban Tuyên giáo Thành ủy,' above 'BAN CHẤP HÀNH QUYẾT NGHỊ'
        if _A_PLACE.match(text, joined.end()) and not _A_PLACE.match(text, first.start):
            return False  # 'theo A của Quốc hội, tỉnh Gia Lai được hình thành'
        central, other = (not self.is_local(text[at : at + 60])
                          for at in (first.start, joined.end()))  # fmt: skip
        return central is other and text[joined.end() : end] != first.of(text)

    def before(self, text: str, at: int, floor: int) -> Issuer | None:
        """Read '<body> ban hành' that ends right at ``at``, not reaching back past ``floor``."""
        nearest, floor = floor, max(floor, at - _BEFORE)
        verb = verb_before(text, floor, at)
        if verb is None:
            return None
        aside = _ASIDE.search(text, max(floor, verb.start() - 44), verb.start())
        end = before_bracket(text, nearest, aside.start() if aside else verb.start())
        floor = max(nearest, end - _BEFORE) if end < verb.start() else floor
        spans = [
            span
            for span in self.bodies_in(text, floor, end)
            if _past_place(text, span.end, end) >= end - 30
            and text[span.start - 1 : span.start] != "("  # the body's abbreviation
            and not _CLAUSE_END.search(text, _past_place(text, span.end, end), end)
        ]
        if spans:
            if fold(spans[-1].of(text)) in self._signers:
                return self._represented(text, floor, spans[-1].start, at)
            last = past_deputy(text, spans[-1])
            first = spans[-2] if len(spans) > 1 and _TOGETHER.search(verb[0]) else last
            if len(spans) > 1 and spans[-2].end + 1 == last.start:
                first = spans[-2]  # 'Ban Chấp hành Trung ương Hội Luật gia Việt Nam' is one
            if first.end + 1 == last.start or _AND.fullmatch(text, first.end, last.start):
                last = Span(first.start, last.end)
            return _issued(text, last, verb.start(), at)
        for start in self.unknown.starts(text, floor, end):
            stop = self.unknown.end(text, start, end)
            if stop is not None and HOLDER.fullmatch(text, stop, end):
                return _issued(text, Span(start, stop), stop, at)
        return None

    def _represented(self, text: str, floor: int, end: int, at: int) -> Issuer | None:
        """Read 'Thay mặt Bộ Chính trị, ngày 20/8, Tổng Bí thư ký', who signs before ``end``."""
        led = text.rfind("hay mặt ", floor, end)
        body = self.body_end(text, led + 8, end) if led >= 0 else None
        return _issued(text, Span(led + 8, body), body, at) if body is not None else None

    def acts_at(self, text: str, at: int, limit: int) -> bool:
        """Tell whether a body that does something stands at ``at``: the subject of a clause."""
        return self.acting_at(text, at, limit) is not None

    def acting_at(self, text: str, at: int, limit: int) -> int | None:
        """Return where the body ends that stands at ``at`` and does something, or None."""
        end = self.body_end(text, at, limit) if begins_a_body(text, at) else None
        return end if end is not None and ACTS.match(text, end, limit) else None


def _past_place(text: str, at: int, end: int) -> int:
    """Return where ', tỉnh Long An' ends that tells where a district's body is."""
    place = HIGHER_UNIT.match(text, at, end)
    return place.end() if place else at


def _issued(text: str, span: Span, limit: int, at: int | None = None) -> Issuer:
    """Return the issuer at a span, with the term said behind it before ``limit``.

    A deputy minister signs for the ministry.
    """
    deputy = _DEPUTY.match(text, span.start, span.end)
    span = Span(deputy.end(), span.end) if deputy else span
    term, end = term_after(text, span.end, limit)
    return Issuer(span.phrase(text), span, term, end if at is None else at)

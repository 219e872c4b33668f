"""Dates as texts write them, next to a number or by themselves."""

from __future__ import annotations

import re

from graph.extraction.patterns import ANY_SPACE, DASH, MAYBE_SPACE, SPACE, lower
from graph.extraction.runs import Run
from graph.model.dates import PartialDate
from graph.model.errors import MalformedDateError
from graph.model.spans import Span

_S = MAYBE_SPACE
_MISREAD = str.maketrans("OolI", "0011")
_DAY_WORD = rf"(?:[Nn]g[àa]y|NGÀY){_S}:?{_S}"
_MONTH_WORD = r"(?:[Tt]h[áaả]ng|THÁNG)"
_YEAR_WORD = r"(?:[Nn][ăa]m|NĂM)"
# Between the three numbers of a date a wrong word is a slip: 'ngày 17 ngày 8 năm 2005'.
_MONTH_SLIP = rf"(?:{_MONTH_WORD}|[Nn]g[àa]y|[Nn]ăm)"
_YEAR_SLIP = rf"(?:{_YEAR_WORD}|[Tt]háng)"
# Text recognition takes O for 0 and l for 1: 'ngày O2/5/20l9'.
_N = r"[\dOolI]"
_YEAR = rf"(?:[1lI][89]|2[0Oo]){_N}{{2}}"
_SLASH = rf"{_S}(?:[/.]|{DASH}){_S}"
_ISSUED = (
    rf"(?:(?:được{SPACE})?(?:ký{SPACE})?(?:ban{SPACE}hành|ký|thông{SPACE}qua)"
    rf"{SPACE}(?:vào{SPACE})?)?"
)


def _full(n: int) -> str:
    """Return the pattern of day, month and year, its groups numbered by ``n``."""
    words = (
        rf"{_S}{_MONTH_SLIP}{_S}(?P<m{n}>{_N}{{1,2}}){_S},?{_S}{_YEAR_SLIP}{_S}(?P<y{n}>{_YEAR})"
    )
    slashes = rf"{_SLASH}(?P<n{n}>{_N}{{1,2}}){_SLASH}(?P<z{n}>{_YEAR})"
    return rf"(?P<d{n}>{_N}{{1,2}})(?:{words}|{slashes})(?![\d/])"


def _partial(n: int) -> str:
    """Return the pattern of a month with its year, or of a year alone."""
    month = (
        rf"{_MONTH_WORD}{_S}(?P<m{n}>\d{{1,2}}){_S}(?:[/.]|{DASH}|{_YEAR_WORD}){_S}"
        rf"(?P<y{n}>{_YEAR})(?!\d)"
    )
    return rf"(?:{month}|{_YEAR_WORD}{SPACE}(?P<z{n}>{_YEAR})(?![\d/]|{_S}{DASH}{_S}\d))"


_BESIDE = re.compile(
    rf"{ANY_SPACE}(?:\({_S}[A-Z]{{1,4}}\d{{0,3}}{_S}\){ANY_SPACE})?(?:[,;]{ANY_SPACE})?(?P<date>"
    rf"\({_S}{_ISSUED}(?:(?:{_DAY_WORD})?{_full(0)}|{_partial(1)}){_S}\)"
    rf"|\({_S}{_DAY_WORD}{_full(2)}"
    rf"|\({_S}(?P<z6>{_YEAR}){_S}\)"
    rf"|{_ISSUED}(?:{_DAY_WORD}{_full(3)}|{_partial(4)})"
    rf"|(?:(?<=,)|(?<=, )|{DASH}{_S}|/{_S}(?:/{_S})?){_full(5)}|(?<= ){_full(7)}(?= của{SPACE}))"
)
_VERB = re.compile(
    rf"\(?{_S}(?:được{SPACE})?(?:ký{SPACE})?(?:ban{SPACE}hành|ký|thông{SPACE}qua){SPACE}(?:vào{SPACE})?"
)
# 'ban hành đầu năm 2014', 'do Phó Thủ tướng A ký ngày 26/10/2011': away from the number.
_IN_YEAR = re.compile(
    rf"{SPACE}(?:được{SPACE})?(?:ký|ban{SPACE}hành|ra{SPACE}đời){SPACE}(?:(?:từ|vào|hồi){SPACE})?"
    rf"(?:đầu|giữa|cuối|khoảng){SPACE}(?P<year>năm{SPACE}(?:19|20)\d\d)(?!\d)"
)
_SIGNED = re.compile(
    rf"(?:{SPACE}[A-ZĐÀ-Ỹ][^\W\d_]*){{0,5}}{SPACE}ký(?:{SPACE}ban{SPACE}hành)?{SPACE}(?:vào{SPACE})?(?=[Nn]gày)"
)
_YEAR_LENGTH = 4
_REACH = 90
_SPELLED = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười lăm": 15, "hai mươi": 20,
}  # fmt: skip
_CARRIED = ("triển khai", "tổ chức", "quán triệt", "thực hiện", "thi hành", "chấp hành")
_RUN = Run(
    (*_CARRIED, *_SPELLED, "năm qua việc và các"), (*_CARRIED, "các", "việc"), r"\d+(?![^\W_])"
)
_YEARS = re.compile(
    rf"(?<!\w)(?P<years>0?[1-9]|[1-9]\d|{'|'.join(sorted(_SPELLED, reverse=True))}){SPACE}năm"
    rf"(?:{SPACE}(?:qua{SPACE})?(?:việc{SPACE})?(?:{'|'.join(_CARRIED)}|và|,)){{1,5}}"
    rf"(?:{SPACE}các)?{MAYBE_SPACE}$"
)
_WRITTEN = re.compile(rf"(?:{_DAY_WORD})?{_full(0)}")
_ANY = re.compile(rf"{_DAY_WORD}{_full(0)}")


# 'Ngày 16/11/2017, Thanh tra Ủy ban …': a word or two may stand before the body's own name.
IN_BETWEEN = rf"(?:{_S},?{_S}|{_S},{SPACE}(?:[^\W\d_]{{1,8}},?{SPACE}){{1,4}})"
_LED_IN = re.compile(
    rf"(?<![^\W_])(?:{_DAY_WORD}{_full(0)}|{_partial(1)})"
    rf"{IN_BETWEEN}$"
)
_TILL = re.compile(rf"(?i:từ|đến|trước|sau|tới|kể{SPACE}từ){SPACE}$")
_LED_REACH = 60
_ON = re.compile(rf"{SPACE}vào(?={SPACE}(?:ngày|tháng|năm)\b)")
_NO_YEAR = re.compile(
    rf"{_S},?{SPACE}(?:(?:ngày|hôm){SPACE}(?:mùng{SPACE})?\d{{1,2}}(?:{_SLASH}|{SPACE}tháng{SPACE})"
    rf"|tháng{SPACE})\d{{1,2}}(?![\d%])(?!{_SLASH}\d|{SPACE}năm)"
)


# Whoever does it, known or not.
_DEED = re.compile(
    rf"(?<=,){SPACE}(?P<who>(?:(?:ông|bà|đồng{SPACE}chí|công{SPACE}ty|cty){SPACE})?[A-ZĐÀ-Ỹ][^,.;:()“”\"\n]{{2,90}}?"
    rf"(?:,{SPACE}[A-ZĐÀ-Ỹ][^,.;:()“”\"\n]{{2,60}}?)?){SPACE}"
    rf"(?:(?:đã|cũng|vừa|mới){SPACE})?(?:ban{SPACE}hành|ký(?:{SPACE}ban{SPACE}hành)?|có|ra|gửi){SPACE}$"
)
_DEED_ENDS, _DEED_REACH = ("hành ", "ký ", "có ", "ra ", "gửi "), 160
# 'lấy số và ngày 17/12/2018 đã ban hành'
_ON_A_DAY = re.compile(
    rf"(?<![^\W_])(?P<date>{_DAY_WORD}{_full(0)}){SPACE}(?:đã{SPACE})?(?:ký{SPACE})?(?:ban{SPACE}hành|ký|ra|gửi){SPACE}$"
)
# 'Năm 2016, Thông báo số 363/TB-VPCP … đã đồng ý': the year begins the sentence.
_YEAR_FIRST = re.compile(rf"(?:^|[.!?:\n]\s{{0,4}})(?P<date>(?:{_partial(0)})),{SPACE}$")
_THEN_ISSUED = re.compile(
    rf"[^.;:\n]{{0,120}}?{SPACE}(?:đã{SPACE})?(?:đồng{SPACE}ý|chấp{SPACE}thuận|phê{SPACE}duyệt|cho{SPACE}phép|ra{SPACE}đời"
    rf"|được{SPACE}(?:ban{SPACE}hành|ký))(?![^\W_])"
)
# 'được Thủ tướng phê duyệt ngày 4/6/1996 tại', before the document by which it was done
_BY_IT = (" tại ", " theo ", " bằng ")
_DONE = re.compile(
    rf"(?<![^\W_])(?:phê{SPACE}duyệt|chấp{SPACE}thuận|ban{SPACE}hành|thành{SPACE}lập|công{SPACE}nhận"
    rf"|xếp{SPACE}hạng|cho{SPACE}phép|giao|cấp|thông{SPACE}qua|quyết{SPACE}định|bổ{SPACE}nhiệm|thu{SPACE}hồi)"
    r"(?![^\W_])(?:[^.;:()“”\n]|\.(?=\d)){0,90}$"
)
_ISSUED_ON = re.compile(
    rf"{SPACE}(?:(?:vừa|đã|mới){SPACE})?(?:được{SPACE})?(?:ký{SPACE})?ban{SPACE}hành{SPACE}"
    rf"(?:vào{SPACE})?(?=ngày|tháng|năm)"
)


def date_led_in(
    text: str, floor: int, at: int, *, late: bool = False
) -> tuple[PartialDate | None, Span] | None:
    """Read the date that ends right before ``at``: 'Ngày 11/9/2018, UBND tỉnh … ban hành'.

    ``late`` tells that something came about only then: 'mãi đến ngày …, UBND tỉnh mới ban hành'.
    """
    found = _LED_IN.search(text, max(floor, at - _LED_REACH), at)
    if found is None:
        return None
    if is_bound(text, floor, found.start(), late=late):
        return None
    return _value(found), Span(*found.span())


def is_bound(text: str, floor: int, at: int, *, late: bool = False) -> bool:
    """Tell whether the date at ``at`` only bounds a time: 'từ ngày …'; 'Đến ngày …' opens a deed.

    ``late`` is as in ``date_led_in``.
    """
    bound = _TILL.search(text, max(floor, at - 8), at)
    if bound is None:
        return False
    opens = bound[0].startswith(("Đến", "Tới"))
    return not (opens or (late and bound[0].startswith(("đến", "tới"))))


def _date_of_act(text: str, floor: int, at: int) -> tuple[PartialDate | None, Span] | None:
    led = date_led_in(text, floor, at)
    if led is None or _DONE.search(text, max(floor, led[1].start - 120), led[1].start) is None:
        return None
    return led


def date_of_deed(text: str, floor: int, at: int) -> tuple[PartialDate | None, Span] | None:
    """Read the date of 'ngày 7/3/2016, ông A - giám đốc công ty B - đã ký' that ends at ``at``."""
    if text.endswith(_BY_IT, floor, at):
        return _date_of_act(text, floor, text.rindex(" ", floor, at - 1))
    if not text.endswith(_DEED_ENDS, floor, at):
        return None
    day = _ON_A_DAY.search(text, max(floor, at - _LED_REACH), at)
    if day is not None and not is_bound(text, floor, day.start()):
        return _value(day), Span(*day.span("date"))
    found = _DEED.search(text, max(floor, at - _DEED_REACH), at)
    return date_led_in(text, floor, found.start("who")) if found else None


def year_of_deed(
    text: str, floor: int, at: int, after: int
) -> tuple[PartialDate | None, Span] | None:
    """Read the year or month with which the sentence of a document begins that did something.

    It stands right before the document, which ends at ``after``: 'Năm 2016, Thông báo A đã đồng ý'.
    """
    if not text.endswith(", ", floor, at) or _THEN_ISSUED.match(text, after) is None:
        return None
    found = _YEAR_FIRST.search(text, max(floor, at - _LED_REACH), at)
    return (_value(found), Span(*found.span("date"))) if found else None


def date_beside(text: str, at: int, end: int) -> tuple[PartialDate | None, Span] | None:
    """Read the date that stands right at ``at``: its value and span, or None.

    The value is None where a date is written that no calendar has (31/02); the span still is.
    """
    found = _BESIDE.match(text, at, end)
    return (_value(found), Span(*found.span("date"))) if found else None


def past_verb(text: str, date: Span) -> Span | None:
    """Return the day alone of 'ký ngày 29/5/2013', which is no part of the reference; else None."""
    verb = _VERB.match(text, date.start, date.end)
    if verb is None:
        return None
    return Span(verb.end(), date.end - text.endswith(")", date.start, date.end))


def date_written(text: str) -> PartialDate | None:
    """Return the full date that a text is, 'ngày' before it or not; None where it is none."""
    found = _WRITTEN.fullmatch(text)
    return _value(found) if found else None


def date_on(text: str, at: int, end: int) -> tuple[PartialDate | None, Span] | None:
    """Read the date behind 'vào' at ``at``: 'ban hành Quyết định số 5 vào ngày 3/4/2021'."""
    on = _ON.match(text, at, end)
    return date_beside(text, on.end(), end) if on else None


def date_signed(text: str, at: int, end: int) -> tuple[PartialDate | None, Span] | None:
    """Read ' A ký ngày 26/10/2011' behind the signer's office, or ' ban hành đầu năm 2014'."""
    if (within := _IN_YEAR.match(text, at, end)) is not None:
        return PartialDate(int(within["year"][-4:])), Span(*within.span("year"))
    signed = _SIGNED.match(text, at, end)
    return date_beside(text, signed.end(), end) if signed else None


def date_behind(text: str, at: int) -> tuple[PartialDate, Span] | None:
    """Read 'vừa được ban hành vào ngày 30/6/2016' behind the title that ends at ``at``."""
    if "hành" not in text[at : at + 32] or (issued := _ISSUED_ON.match(text, at)) is None:
        return None
    said = date_beside(text, issued.end(), issued.end() + 40)
    return (said[0], said[1]) if said is not None and said[0] is not None else None


def past_day(text: str, at: int, end: int) -> int:
    """Return where a day without its year ends that stands at ``at``, else ``at``."""
    found = _NO_YEAR.match(text, at, end)
    return found.end() if found else at


def years_before(text: str, at: int, floor: int) -> int | None:
    """Read for how many years what begins at ``at`` has been carried out: '10 năm thực hiện'."""
    floor = max(floor, at - _REACH)
    if text.find("ăm", floor, at) < 0 and text.find("ĂM", floor, at) < 0:
        return None  # without 'năm' there is nothing to count
    start = _RUN.start(text, floor, at)
    found = _YEARS.search(lower(text[start:at])) if start is not None else None
    if found is None:
        return None
    return int(found["years"]) if found["years"].isdigit() else _SPELLED[found["years"]]


def dates_in(text: str, start: int, end: int) -> list[tuple[PartialDate, Span]]:
    """Return every full date between two offsets."""
    found = ((_value(date), Span(*date.span())) for date in _ANY.finditer(text, start, end))
    return [(value, span) for value, span in found if value is not None]


def _value(found: re.Match[str]) -> PartialDate | None:
    # Day, month and year stand in this order; what is not stated is not matched, and what is
    # longer than a year is the date as a whole.
    parts = [part for part in filter(None, found.groups()) if len(part) <= _YEAR_LENGTH]
    *before, year = [int(p if p.isdecimal() else p.translate(_MISREAD)) for p in parts]
    day, month = (None, *before)[-2:] if before else (None, None)
    try:
        return PartialDate.of(year, month, day)
    except MalformedDateError:
        return None

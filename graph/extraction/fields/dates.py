"""Dates as texts write them, next to a number or by themselves."""

from __future__ import annotations

import re

from graph.extraction.text.patterns import ANY_SPACE, DASH, MAYBE_SPACE, SPACE, lower
from graph.extraction.text.runs import Run
from graph.model.dates import PartialDate
from graph.model.errors import MalformedDateError
from graph.model.spans import Span

_S = MAYBE_SPACE
_MISREAD = str.maketrans("OolI", "0011")
DAY_WORD = rf"(?:[Nn]g[àa]y|NGÀY){_S}:?{_S}"
_MONTH_WORD = r"(?:[Tt]h[áaả]ng|THÁNG)"
_YEAR_WORD = r"(?:[Nn][ăa]m|NĂM)"
# Between the three numbers of a date a wrong word is a slip: 'ngày 17 ngày 8 năm 2005'.
_MONTH_SLIP = rf"(?:{_MONTH_WORD}|[Nn]g[àa]y|[Nn]ăm)"
_YEAR_SLIP = rf"(?:{_YEAR_WORD}|[Tt]háng)"
# Text recognition takes O for 0 and l for 1: 'ngày O2/5/20l9'.
_N = r"[\dOolI]"
_YEAR = rf"(?:[1lI][89]|2[0Oo]){_N}{{2}}"
_SLASH = rf"{_S}(?:[/.]|{DASH}){_S}"
_ISSUES = (
    rf"(?:được{SPACE})?(?:ký{SPACE})?(?:ban{SPACE}hành|ký|thông{SPACE}qua|công{SPACE}bố|ra(?:{SPACE}đời)?)"
    rf"{SPACE}(?:vào{SPACE})?"
)
_ISSUED = rf"(?:{_ISSUES})?"


def full(n: int) -> str:
    """Return the pattern of day, month and year, its groups numbered by ``n``."""
    words = (
        rf"{_S}{_MONTH_SLIP}{_S}(?P<m{n}>{_N}{{1,2}}){_S},?{_S}{_YEAR_SLIP}{_S}(?P<y{n}>{_YEAR})"
    )
    slashes = rf"{_SLASH}(?P<n{n}>{_N}{{1,2}}){_SLASH}(?P<z{n}>{_YEAR})"
    return rf"(?P<d{n}>{_N}{{1,2}})(?:{words}|{slashes})(?![\d/])"


# 'năm 2016 - 2020'; the next line may be the next item: 'Luật Đất đai 2013', '- 2 Luật …'
_RANGE = rf"[ \t]{{0,4}}{DASH}[ \t]{{0,4}}\d|\s{{0,4}}{DASH}\d"


def partial(n: int) -> str:
    """Return the pattern of a month with its year, or of a year alone."""
    month = (
        rf"{_MONTH_WORD}{_S}(?P<m{n}>\d{{1,2}}){_S}(?:[/.]|{DASH}|{_YEAR_WORD}){_S}"
        rf"(?P<y{n}>{_YEAR})(?!\d)"
    )
    return rf"(?:{month}|{_YEAR_WORD}{SPACE}(?P<z{n}>{_YEAR})(?![\d/]|{_RANGE}))"


_BESIDE = re.compile(
    rf"{ANY_SPACE}(?:\({_S}[A-Z]{{1,4}}\d{{0,3}}{_S}\){ANY_SPACE})?(?:[,;]{ANY_SPACE})?(?P<date>"
    rf"\({_S}{_ISSUED}(?:(?:{DAY_WORD})?{full(0)}|{partial(1)}){_S}\)"
    rf"|\({_S}{DAY_WORD}{full(2)}"
    rf"|\({_S}(?P<z6>{_YEAR}){_S}\)"
    rf"|{_ISSUED}(?:{DAY_WORD}{full(3)}|{partial(4)})"
    rf"|(?:(?<=,)|(?<=, )|{DASH}{_S}|/{_S}(?:/{_S})?){full(5)}|(?<= ){full(7)}(?= của{SPACE})"
    # 'Nghị quyết 11-NQ/TW 2017 về …': behind a code the bare year
    rf"|(?<=[A-ZĐƯ] )(?P<z8>{_YEAR})"
    rf"(?={SPACE}(?:về|của|quy{SPACE}định|ban{SPACE}hành){SPACE}|{_S}[,.;:)](?!\d)))"
)
_NEW_PARAGRAPH = re.compile(r"\s*\n[ \t]*\n")  # a heading without a full stop ended
_VERB = re.compile(rf"\(?{_S}{_ISSUES}")
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
_WRITTEN = re.compile(rf"(?:{DAY_WORD})?{full(0)}")
_ANY = re.compile(rf"{DAY_WORD}{full(0)}")


# 'Ngày 16/11/2017, Thanh tra Ủy ban …': a word or two may stand before the body's own name.
IN_BETWEEN = (
    rf"(?:{SPACE}(?:vừa|mới){SPACE}(?:qua|rồi|đây))?"
    rf"(?:{_S},?{_S}|{_S},{SPACE}(?:[^\W\d_]{{1,8}},?{SPACE}){{1,4}})"
)
# 'sau nhiều năm, đến ngày 7/4/2008, UBND tỉnh có': what came next; 'từ ngày A, đến ngày B': a span.
_NEXT_STEP = re.compile(
    rf"(?:^|[.,;:\n]{SPACE})(?:(?!(?<![^\W_])từ{SPACE})[^.,;:\n]){{0,58}},{SPACE}$"
)
_LED_IN = re.compile(
    rf"(?<![^\W_])(?:(?:{DAY_WORD}|(?<=ào\s)){full(0)}|{partial(1)})"
    rf"{IN_BETWEEN}$"
)
# 'Ngày 28/5/2008, lần đầu tiên tại Việt Nam, Chính phủ đã ban hành': past what is said aside.
_LED_PAST = re.compile(
    rf"(?:^|(?<=[.,;:\n]\s))(?P<date>{DAY_WORD}{full(0)}),{SPACE}"
    rf"(?:[^,.;:()\d\n]{{3,44}}|(?:sau|tại|trên|trước|để|nhằm|qua){SPACE}[^.;:\d\n]{{3,90}}),{SPACE}$"
)
_TILL = re.compile(rf"(?i:từ|đến|trước|sau|tới|kể{SPACE}từ){SPACE}$")
# The day at the head of a page, above its first paragraph.
_HEADER = re.compile(r"\n\s*\n|:[^\n]*\n")
LED_REACH = 60
_ON = re.compile(rf"{SPACE}vào(?={SPACE}(?:ngày|tháng|năm)\b)")
_NO_YEAR = re.compile(
    rf"{_S},?{SPACE}(?:(?:ngày|hôm){SPACE}(?:mùng{SPACE})?\d{{1,2}}(?:{_SLASH}|{SPACE}tháng{SPACE})"
    rf"|tháng{SPACE})\d{{1,2}}(?![\d%])(?!{_SLASH}\d|{SPACE}năm)"
)


def date_led_in(
    text: str, floor: int, at: int, *, late: bool = False
) -> tuple[PartialDate | None, Span] | None:
    """Read the date that ends right before ``at``: 'Ngày 11/9/2018, UBND tỉnh … ban hành'.

    ``late`` tells that something came about only then: 'mãi đến ngày …, UBND tỉnh mới ban hành'.
    """
    found = _LED_IN.search(text, max(floor, at - LED_REACH), at)
    found = found or _LED_PAST.search(text, max(floor, at - 3 * LED_REACH), at)
    if found is None:
        return None
    if is_bound(text, floor, found.start(), late=late) or _HEADER.search(found[0]):
        return None
    past = "date" in found.groupdict()
    return value_of(found), Span(*found.span("date" if past else 0))


def is_bound(text: str, floor: int, at: int, *, late: bool = False) -> bool:
    """Tell whether the date at ``at`` only bounds a time: 'từ ngày …'; 'Đến ngày …' opens a deed.

    ``late`` is as in ``date_led_in``.
    """
    bound = _TILL.search(text, max(floor, at - 8), at)
    if bound is None:
        return False
    if bound[0].startswith("Từ") and text.startswith(("năm", "tháng"), at):
        return False  # 'Từ năm 1998, Tỉnh ủy đã ban hành'
    if bound[0].startswith("từ") and text.endswith(("ngay ", "Ngay "), floor, bound.start()):
        return False  # 'ngay từ năm 2015, Tỉnh ủy đã có'
    opens = bound[0].startswith(("Đến", "Tới")) or (
        bound[0].startswith("đến")
        and _NEXT_STEP.search(text, max(floor, bound.start() - 60), bound.start()) is not None
    )
    return not (opens or (late and bound[0].startswith(("đến", "tới"))))


def date_beside(text: str, at: int, end: int) -> tuple[PartialDate | None, Span] | None:
    """Read the date that stands right at ``at``: its value and span, or None.

    The value is None where a date is written that no calendar has (31/02); the span still is.
    """
    found = _BESIDE.match(text, at, end)
    if found is None or _NEW_PARAGRAPH.match(text, at, found.start("date")):
        return None
    if (
        text.startswith(("Ng", "(Ng"), found.start("date"))
        and "\n" in text[at : found.start("date")]
    ):
        return None  # another sentence: 'Ngày 27/4/2022, Đảng ủy …' below a title
    return value_of(found), Span(*found.span("date"))


def past_verb(text: str, date: Span) -> Span | None:
    """Return the day alone of 'ký ngày 29/5/2013', which is no part of the reference; else None."""
    verb = _VERB.match(text, date.start, date.end)
    if verb is None:
        return None
    return Span(verb.end(), date.end - text.endswith(")", date.start, date.end))


def date_written(text: str) -> PartialDate | None:
    """Return the full date that a text is, 'ngày' before it or not; None where it is none."""
    found = _WRITTEN.fullmatch(text)
    return value_of(found) if found else None


def date_on(text: str, at: int, end: int) -> tuple[PartialDate | None, Span] | None:
    """Read the date behind 'vào' at ``at``: 'ban hành Quyết định số 5 vào ngày 3/4/2021'."""
    on = _ON.match(text, at, end)
    return date_beside(text, on.end(), end) if on else None


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
    found = ((value_of(date), Span(*date.span())) for date in _ANY.finditer(text, start, end))
    return [(value, span) for value, span in found if value is not None]


def value_of(found: re.Match[str]) -> PartialDate | None:
    """Return the date that a match of these patterns holds, None where no calendar has it."""
    # Day, month and year stand in this order; what is not stated is not matched, and "date" is
    # the date as a whole.
    parts = [part for name, part in found.groupdict().items() if part and name != "date"]
    *before, year = [int(p if p.isdecimal() else p.translate(_MISREAD)) for p in parts]
    day, month = (None, *before)[-2:] if before else (None, None)
    try:
        return PartialDate.of(year, month, day)
    except MalformedDateError:
        return None

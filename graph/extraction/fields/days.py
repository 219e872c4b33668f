"""Days said without a year: 'Kế hoạch số 12-KH/TU ngày 14/7', 'Ngày 9/3, Bộ Chính trị ban hành'.

When the text was written tells the year, and that is known outside of it.
"""

from __future__ import annotations

import re

from graph.extraction.fields.dates import IN_BETWEEN, is_bound
from graph.extraction.text.patterns import DASH, MAYBE_SPACE, SPACE
from graph.model.spans import Span

_SEP = rf"(?:{MAYBE_SPACE}(?:[/.]|{DASH}){MAYBE_SPACE}|{SPACE}tháng{SPACE})"
_DAY_MONTH = (
    rf"(?:mùng{SPACE})?(?P<day>\d{{1,2}}){_SEP}(?P<month>\d{{1,2}})"
    rf"(?![\d%])(?!{MAYBE_SPACE}(?:[/.]|{DASH}){MAYBE_SPACE}\d|{SPACE}năm)"
)
_DAY = SPACE + _DAY_MONTH
_BESIDE = re.compile(rf"{MAYBE_SPACE}[,;]?{MAYBE_SPACE}(?P<date>\(?ngày{_DAY}\)?)")
_LED_IN = re.compile(rf"(?<![^\W_])(?P<date>[Nn]gày{_DAY}){IN_BETWEEN}$")
# 'Thủ tướng Chính phủ ngày 9/8 có', 'UBND TP chiều 3/12 ban hành': the body's own deed
_BETWEEN = re.compile(
    rf"{SPACE}(?:(?:sáng|trưa|chiều|tối|hôm){SPACE})?(?P<date>(?:ngày{SPACE})?{_DAY_MONTH}){SPACE}"
    rf"(?:(?:đã|vừa|cũng|tiếp{SPACE}tục){SPACE})?(?:ký|ban{SPACE}hành|có|ra|gửi)(?![^\W_])"
)
_REACH = 60

Day = tuple[int, int]  # month and day


def day_beside(text: str, at: int, end: int) -> tuple[Day, Span] | None:
    """Read the day without a year that stands right at ``at``."""
    return _read(_BESIDE.match(text, at, end)) if "ngày" in text[at : at + 8] else None


def day_led_in(text: str, floor: int, at: int) -> tuple[Day, Span] | None:
    """Read the day without a year before the body that ends at ``at``: 'Ngày 9/3, UBND tỉnh …'."""
    found = _LED_IN.search(text, max(floor, at - _REACH), at)
    if found and is_bound(text, floor, found.start()):
        return None
    return _read(found)


def day_between(text: str, at: int, end: int) -> tuple[Day, Span] | None:
    """Read the day without a year between the body that ends at ``at`` and what it did."""
    return _read(_BETWEEN.match(text, at, end))


def _read(found: re.Match[str] | None) -> tuple[Day, Span] | None:
    if found is None:
        return None
    month, day = int(found["month"]), int(found["day"])
    return ((month, day), Span(*found.span("date"))) if month <= 12 and 0 < day <= 31 else None

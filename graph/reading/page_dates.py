"""Dates on pages: the line under a headline, and 'Hà Nội, ngày 07 tháng 4 năm 2026'."""

from __future__ import annotations

import re

from graph.model.dates import PartialDate
from graph.model.errors import MalformedDateError

SPELLED = r"ngày\s*(?P<d>\d{1,2})\s*tháng\s*(?P<m>\d{1,2})\s*năm\s*(?P<y>\d{4})"
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_FIGURES = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})(?!\d)"
)
_WORDS = re.compile(SPELLED, re.IGNORECASE)
# What may stand in a line that is nothing but a date: weekday, time, zone, separators.
_BESIDE = re.compile(
    r"thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|ngày|lúc|gmt\s*[+-]?\s*\d*|"
    r"t\d\d:\d\d.*|\d{1,2}\s*[:h]\s*\d{2}(?::\d{2})?|sáng|chiều|\b[ap]m\b|[\W_]+",
    re.IGNORECASE,
)


def first_date(text: str) -> PartialDate | None:
    """Return the first full date in ``text`` that the calendar has."""
    found = (m for pattern in (_ISO, _FIGURES, _WORDS) for m in pattern.finditer(text))
    for match in sorted(found, key=lambda m: m.start()):
        if date := date_of(match):
            return date
    return None


def date_of(match: re.Match[str]) -> PartialDate | None:
    """Return the date of a match with groups y, m, d; None where the calendar has no such day."""
    try:
        return PartialDate.of(int(match["y"]), int(match["m"]), int(match["d"]))
    except MalformedDateError:
        return None


def lone_date(line: str) -> PartialDate | None:
    """Return the date of a line that holds nothing else: '• Chủ Nhật, 11/02/2024 | 06:23'."""
    if len(line) > 80:
        return None
    for pattern in (_ISO, _FIGURES, _WORDS):
        if (match := pattern.search(line)) and (date := date_of(match)):
            rest = line[: match.start()] + " " + line[match.end() :]
            return None if _BESIDE.sub("", rest) else date
    return None

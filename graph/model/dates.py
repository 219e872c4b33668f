"""Dates as documents state them: to the day, the month or only the year."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from graph.model.errors import MalformedDateError

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PartialDate(NamedTuple):
    """A date of which the day, or month and day, may be unstated."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """Build one from numbers; MalformedDateError where the calendar has no such day."""
        try:
            date(year, month or 1, day or 1)
        except ValueError as error:
            raise MalformedDateError(f"không có ngày {day}/{month}/{year}: {error}") from error
        return cls(year, month, day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2014-08-18``, ``2014-08`` or ``2014``."""
        found = _ISO.fullmatch(text.strip())
        if found is None:
            raise MalformedDateError(f"'{text}' is not YYYY-MM-DD, YYYY-MM or YYYY")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        return cls.of(year, month, day)

    def __str__(self) -> str:
        year, month, day = self
        if month is None:
            return f"{year:04d}" if day is None else f"{year:04d}-{day:02d}"
        return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"

    @property
    def is_full(self) -> bool:
        """Tell whether the day is stated."""
        return self.day is not None

    def agrees(self, other: PartialDate) -> bool:
        """Tell whether no stated part of the two differs."""
        for mine, theirs in zip(self, other, strict=True):
            if mine != theirs and mine is not None and theirs is not None:
                return False
        return True

    def earliest(self) -> date:
        """Return the first day this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """Return the last day this can mean."""
        if self.day is not None:
            return date(self.year, self.month or 12, self.day)
        month = self.month or 12
        return date(self.year, month, _days_of(self.year, month))


@lru_cache(maxsize=4096)
def _days_of(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]

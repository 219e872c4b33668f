"""When things happened, as far as dates are known: to the day, the month or the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.model.dates import PartialDate
from graph.model.documents import Work

EFFECTIVE, SIGNED, REPORTED, STATED = "effective", "signed", "reported", "stated"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and what it is: stated for the act, of taking effect, of signing, or of a report."""

    date: PartialDate
    basis: str


def starts(work: Work) -> Moment | None:
    """Return since when a work holds: its effective date, else the day it was signed."""
    if work.effective_on is not None:
        return Moment(work.effective_on, EFFECTIVE)
    return signed(work)


def signed(work: Work) -> Moment | None:
    """Return when a work was signed."""
    return Moment(work.signed_on, SIGNED) if work.signed_on else None


def happened(when: PartialDate, day: date) -> bool | None:
    """Tell whether ``when`` is at or before ``day``; None where it is not known that exactly."""
    if when.latest() <= day:
        return True
    return None if when.earliest() <= day else False


def surely_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether both are known and ``one`` can only be before ``other``."""
    return one is not None and other is not None and one.latest() < other.earliest()


def days_between(start: PartialDate | None, end: PartialDate | None) -> int | None:
    """Return the number of days from ``start`` to ``end``; None unless both are full dates."""
    if start is None or end is None or not (start.is_full and end.is_full):
        return None
    return (end.earliest() - start.earliest()).days


def years_after(day: date, years: int) -> date:
    """Return the same day ``years`` later; 28 February for a 29th that is not there."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)

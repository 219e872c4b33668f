"""In which days a document was issued, by what is stated of it and by when it was cited."""

from __future__ import annotations

from datetime import date

from graph.model.dates import PartialDate
from graph.model.mentions import Mention


def issued_between(mention: Mention, published: date | None) -> tuple[date, date] | None:
    """Return the first and the last day that date, or the year in the number, leave open.

    None where neither is stated. What is cited was there by the day of the citing text.
    """
    number, stated = mention.number, mention.date
    if stated is None and number is not None and number.year is not None:
        stated = PartialDate(number.year)
    if stated is None:
        return None
    first, last = stated.earliest(), stated.latest()
    return (first, min(last, published)) if published and published > first else (first, last)


def issued_by(mention: Mention, published: date | None) -> date | None:
    """Return the last day on which a document can have been issued, None if nothing tells."""
    days = issued_between(mention, published)
    return days[1] if days else published

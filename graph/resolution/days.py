"""The year of days that a text says without one: the last before it was written."""

from __future__ import annotations

from dataclasses import replace

from graph.model.dates import PartialDate
from graph.model.errors import MalformedDateError
from graph.model.mentions import Extraction, Mention

_RECENT = 200  # days: of what lies further back a text says the year


def with_years(extraction: Extraction, written: PartialDate | None) -> Extraction:
    """Return what a text says with the dates of days that it says without their year."""
    if written is None or written.month is None or not any(m.day for m in extraction.mentions):
        return extraction
    mentions = tuple(_dated(mention, written) for mention in extraction.mentions)
    return replace(extraction, mentions=mentions)


def _dated(mention: Mention, written: PartialDate) -> Mention:
    if mention.day is None or mention.date is not None:
        return mention
    for year in (written.year, written.year - 1):
        try:
            date = PartialDate.of(year, *mention.day)
        except MalformedDateError:
            continue
        day = date.earliest()
        if day <= written.latest() and (written.earliest() - day).days <= _RECENT:
            return replace(mention, date=date)
    return mention

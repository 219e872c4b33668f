"""Texts that open with a block of declarations, as those of seeds/corpus do."""

from __future__ import annotations

from graph.model.dates import PartialDate
from graph.model.errors import MalformedDateError
from graph.reading.circumstances import Circumstances
from graph.reading.labels import Labels
from graph.reading.page_dates import first_date
from graph.reading.places import PlaceNames

_MOST = 10


def declared(head: list[str], labels: Labels, places: PlaceNames) -> Circumstances | None:
    """Return what the labelled lines before the first blank one say; None without such a block.

    Every line of the block must be labelled, and there must be two at least.
    """
    block = head[: head.index("")] if "" in head else []
    said = list(labels.read_all(block))
    if len(said) < 2 or len(said) != len(block) or len(block) > _MOST:
        return None
    value = dict(reversed(said))
    where = value.get("place")
    return Circumstances(
        title=value.get("title"),
        publisher=value.get("publisher"),
        published=_date(value.get("published", "")),
        place=(places.within(where) or where) if where else places.among([value.get("publisher")]),
        author=value.get("author"),
    )


def _date(text: str) -> PartialDate | None:
    if found := first_date(text):
        return found
    try:
        return PartialDate.parse(text)
    except MalformedDateError:
        return None

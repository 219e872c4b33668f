"""Terms: in which run of a series a number stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.model.dates import PartialDate
from graph.model.registry import Term
from graph.resolution.places import CENTRE


class Terms:
    """Tells the term of a day, for the centre and for provinces."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._series: dict[str, list[Term]] = {}
        for term in terms:
            self._series.setdefault(term.series, []).append(term)

    def of(self, unit: str, when: PartialDate | None) -> str | None:
        """Return the term's number, None where the date leaves it open."""
        if when is None:
            return None
        first, last = self._on(unit, when.earliest()), self._on(unit, when.latest())
        return first if first == last else None

    def may_hold(self, unit: str, number: str, when: PartialDate) -> bool:
        """Tell whether a date can fall in the term with this number."""
        term = next((t for t in self._of_unit(unit) if t.number == number), None)
        if term is None:
            return False
        return when.latest() >= term.start and (term.end is None or when.earliest() <= term.end)

    def _on(self, unit: str, day: date) -> str | None:
        return next((term.number for term in self._of_unit(unit) if term.holds(day)), None)

    def _of_unit(self, unit: str) -> list[Term]:
        return self._series.get("party" if unit == CENTRE else "province-party", [])

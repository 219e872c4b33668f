"""Types that texts write for one another: 'Chương trình (hành động) số 32-CTr/TU'.

They share a code and so a series of numbers, and the longer name begins with the shorter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.model.dates import PartialDate
from graph.model.registry import DocumentType

Series = tuple[str | None, str, str | None]
Kin = tuple[str, str]  # type of the shorter name, type of the longer


def kin_of(types: Iterable[DocumentType]) -> dict[str, Kin]:
    """Return, for each type that is written for another or by another's name, the two."""
    pairs = [(type_.id, type_.longer) for type_ in types if type_.longer]
    return {one: pair for pair in pairs for one in pair}


def longer(series: Iterable[Series], kin: Iterable[Kin]) -> dict[Series, Series]:
    """Return, of series that differ but in the type's name, the longer for the shorter."""
    all_, names = set(series), dict(kin)
    pairs = {each: (names.get(each[0] or ""), *each[1:]) for each in all_}
    return {each: other for each, other in pairs.items() if other in all_}


def agree(dates: Mapping[Series, Iterable[PartialDate]], one: Series, other: Series) -> bool:
    """Tell whether no date that is given in one series speaks against one in the other."""
    return all(mine.agrees(theirs) for mine in dates[one] for theirs in dates[other])

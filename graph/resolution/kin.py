"""Types that texts write for one another: 'Chương trình (hành động) số 32-CTr/TU'.

They share a code and so a series of numbers, and the longer name begins with the shorter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.model.dates import PartialDate

Series = tuple[str | None, str, str | None]

_LONGER = {"chuong-trinh": "chuong-trinh-hanh-dong"}
_ALL = frozenset((*_LONGER, *_LONGER.values()))


def has_kin(type_: str | None) -> bool:
    """Tell whether documents of a type are called by another's name as well."""
    return type_ in _ALL


def are_kin(one: str | None, other: str | None) -> bool:
    """Tell whether two types are the same or written for one another."""
    return one == other or (one in _ALL and {one, other} <= _ALL)


def longer(series: Iterable[Series]) -> dict[Series, Series]:
    """Return, of series that differ but in the type's name, the longer for the shorter."""
    all_ = set(series)
    pairs = {each: (_LONGER.get(each[0] or ""), *each[1:]) for each in all_}
    return {each: other for each, other in pairs.items() if other in all_}


def agree(dates: Mapping[Series, Iterable[PartialDate]], one: Series, other: Series) -> bool:
    """Tell whether no date that is given in one series speaks against one in the other."""
    return all(mine.agrees(theirs) for mine in dates[one] for theirs in dates[other])

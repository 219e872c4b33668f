"""Where the provinces of a day stand on the schematic map, and how soon is soon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from graph.lineage.coverage import Covered
from graph.model.bodies import MapTile

SOON = (90, 180, 365)  # days: within a quarter, half a year, a year


def spots(
    units: Iterable[str], day: date, tiles: Iterable[MapTile]
) -> Mapping[str, tuple[MapTile, ...]]:
    """Return the tiles of each unit on the map of ``day``: its own, then those of its parts.

    A unit of no map, or whose spot another has, has none.
    """
    every = tuple(tiles)
    year = _map_of(day, every)
    found: dict[str, tuple[MapTile, ...]] = {}
    taken: set[tuple[int, int]] = set()
    for unit in units:
        own = [one for one in every if one.map == year and one.place == unit]
        free = tuple(one for one in own if (one.column, one.row) not in taken)
        taken |= {(one.column, one.row) for one in free}
        found[unit] = free
    return found


def step(lag: int | None) -> int:
    """Return 1 for the soonest, to 4 for what took over a year or is not dated."""
    return 1 + sum(lag > days for days in SOON) if lag is not None else len(SOON) + 1


def first_lag(row: Covered) -> int | None:
    """Return after how many days a unit had its first document, where that is known."""
    return min((one.lag for one in row.documents if one.lag is not None), default=None)


def _map_of(day: date, tiles: tuple[MapTile, ...]) -> int | None:
    """A map holds from the middle of its year, when divisions changed, until the next."""
    maps = sorted({one.map for one in tiles})
    holding = [year for year in maps if date(year, 7, 1) <= day]
    return holding[-1] if holding else next(iter(maps), None)

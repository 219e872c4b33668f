"""The coverage of a document as a map: a tile for each province, where its neighbours expect it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.model.bodies import MapTile
from service.schemas.questions import CoverageAnswer, CoveredAnswer

_QUICK = (90, 180, 365)  # days: within a quarter, half a year, a year


@dataclass(frozen=True, slots=True)
class Tile:
    """A province on the map. ``state`` is found, acted or missing; ``step`` 1 (soonest) to 4.

    ``lag`` is in days, None where the document has no date. A ``part`` repeats its province.
    """

    unit: str
    name: str
    state: str
    step: int
    lag: int | None
    column: int | None
    row: int | None
    part: str | None = None


def tiles_of(answer: CoverageAnswer, tiles: Iterable[MapTile]) -> list[Tile]:
    """Return the tiles of all units from north to south.

    Those of no map, and those whose spot another has, have no place.
    """
    year = _map_of(answer.day, tiles := tuple(tiles)) if answer.level == "province" else None
    spots: dict[str, list[MapTile]] = {}
    for one in tiles:
        if one.map == year:
            spots.setdefault(one.place, []).append(one)
    shown = []
    taken: set[tuple[int, int]] = set()
    for row in answer.rows:
        free = [one for one in spots.get(row.unit, ()) if (one.column, one.row) not in taken]
        taken |= {(one.column, one.row) for one in free}
        shown += [_tile(row, one) for one in free or (None,)]
    return sorted(shown, key=_place)


def first_lag(row: CoveredAnswer) -> int | None:
    """Return after how many days a unit had its first document, where that is known."""
    return min((one.lag for one in row.documents if one.lag is not None), default=None)


def _map_of(day: date, tiles: tuple[MapTile, ...]) -> int | None:
    """A map holds from the middle of its year, when divisions changed, until the next."""
    maps = sorted({one.map for one in tiles})
    holding = [year for year in maps if date(year, 7, 1) <= day]
    return holding[-1] if holding else next(iter(maps), None)


def _tile(row: CoveredAnswer, spot: MapTile | None) -> Tile:
    lag = first_lag(row)
    state = "found" if row.documents else "acted" if row.bodies else "missing"
    step = 1 + sum(lag > least for least in _QUICK) if lag is not None else len(_QUICK) + 1
    if spot is None:
        return Tile(row.unit, row.name, state, step, lag, None, None)
    return Tile(row.unit, row.name, state, step, lag, spot.column, spot.row, spot.part)


def _place(tile: Tile) -> tuple[bool, int, int]:
    return tile.row is None, tile.row or 0, tile.column or 0

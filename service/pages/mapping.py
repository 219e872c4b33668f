"""The coverage of a document as a map: a tile for each province, where its neighbours expect it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.lineage.coverage_map import spots, step
from graph.model.bodies import MapTile
from service.schemas.questions import CoverageAnswer, CoveredAnswer


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
    known = tiles if answer.level == "province" else ()
    places = spots((row.unit for row in answer.rows), answer.day, known)
    shown = [_tile(row, one) for row in answer.rows for one in places[row.unit] or (None,)]
    return sorted(shown, key=_place)


def first_lag(row: CoveredAnswer) -> int | None:
    """Return after how many days a unit had its first document, where that is known."""
    return min((one.lag for one in row.documents if one.lag is not None), default=None)


def _tile(row: CoveredAnswer, spot: MapTile | None) -> Tile:
    lag = first_lag(row)
    state = "found" if row.documents else "acted" if row.bodies else "missing"
    if spot is None:
        return Tile(row.unit, row.name, state, step(lag), lag, None, None)
    return Tile(row.unit, row.name, state, step(lag), lag, spot.column, spot.row, spot.part)


def _place(tile: Tile) -> tuple[bool, int, int]:
    return tile.row is None, tile.row or 0, tile.column or 0

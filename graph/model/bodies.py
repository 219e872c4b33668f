"""Bodies: who issues and acts. Known from seeds/, or built from its templates for a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_JOINTS = re.compile(r"\s*[,–-]\s+|\s+(?:và|&)\s+")
_SHORT_NAME = 3  # words but one


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation (org:Organization) with the time in which it existed.

    ``level`` is central, province, district or commune; ``world`` is party or state; ``codes``
    are what stands for it in document numbers; ``valid_to`` is the last day.
    """

    id: str
    name: str
    level: str
    world: str
    place: str | None
    codes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()

    @property
    def spoken(self) -> tuple[str, ...]:
        """All its names, and the long ones without what joins their words.

        'Bộ Lao động - Thương binh và Xã hội' is also 'Bộ Lao động Thương binh Xã hội'.
        """
        names = (self.name, *self.aliases)
        long = [name for name in names if name.count(" ") >= _SHORT_NAME]
        loose = (_JOINTS.sub(" ", name) for name in long if name.count(" ") > _SHORT_NAME)
        joined = (name.replace(" và ", " & ") for name in long)
        return tuple(dict.fromkeys((*names, *loose, *joined)))

    def existed_on(self, day: date) -> bool:
        """Tell whether the body existed on ``day``."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Place:
    """A province or city. A merged unit that keeps an old name is a new place with its own id."""

    id: str
    name: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DistrictPlace:
    """A district (huyện, quận, thị xã, thành phố) and the province that it lay in."""

    name: str
    kind: str
    place: str


@dataclass(frozen=True, slots=True)
class MapTile:
    """Where a place stands on the schematic map that holds from the year ``map`` on.

    Columns run from west to east, rows from north to south; ``part`` names an outlying part of
    the place that has a tile of its own.
    """

    map: int
    place: str
    column: int
    row: int
    part: str | None

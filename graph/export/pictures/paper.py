"""Paper: the sizes of sheets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """Sizes of sheets, ISO 216."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet one way round; sides and margin in points."""

    width: float
    height: float
    margin: float = 34.0  # 12 mm: no printer leaves more white

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


def sheets(paper: Paper) -> tuple[Sheet, Sheet]:
    """Return the sheet upright and lying."""
    short, long = _SIDES[paper]
    return Sheet(short, long), Sheet(long, short)


_SIDES = {Paper.A4: (595.28, 841.89), Paper.A3: (841.89, 1190.55)}  # short and long side, points

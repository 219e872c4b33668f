"""Resolutions: what a mention was decided to mean, or why it was not."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.mentions import Mention

# Ends the note on a mention whose date is of another year than its number.
OTHER_YEAR = "khác năm trong số"
# What the words around the name of a law tell where they tell that it is not decided.
UNTOLD = "-"
# Why a document is taken of which nothing but a name is known.
ONLY_NAMED = "chỉ biết qua tên gọi"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that a mention may mean; ``score`` in 0..1 orders candidates, it is no probability."""

    work: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """One work agrees with all that is stated, but for what ``conflicts`` names."""

    work: str
    why: str
    confidence: float
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several works agree; none is chosen."""

    candidates: tuple[Candidate, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """No work can be named from what is stated."""

    why: str


Resolution = Resolved | Ambiguous | Unresolved


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances of a text that decide who 'Tỉnh ủy' is: its source, date and place id."""

    source: str
    published: PartialDate | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One mention in its circumstances. ``index`` is its place among the source's mentions.

    ``count`` mentions say the same in like circumstances; this one stands for all of them.
    """

    context: Context
    index: int
    mention: Mention
    count: int = 1

    @property
    def written(self) -> PartialDate | None:
        """When the words were written: those of a title with the document that bears it."""
        days = [day for day in (self.context.published, self.mention.by) if day is not None]
        return min(days, key=lambda day: day.latest(), default=None)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """All that follows from one block's evidence. ``resolutions`` are keyed (source, index)."""

    works: tuple[Work, ...]
    bodies: tuple[Body, ...]
    resolutions: dict[tuple[str, int], Resolution]

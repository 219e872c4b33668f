"""Counting hits and misses, item by item, so that two runs can be compared."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Score:
    """Precision and recall of one measure; ``items`` tells of each expected thing if it was met.

    What was claimed without ground is an item too, marked '+', and right when it is absent.
    """

    name: str
    hits: int = 0
    claimed: int = 0
    expected: int = 0
    items: dict[str, bool] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def meet(self, item: str, found: bool) -> None:
        """Count an expected item."""
        item = _fresh(item, self.items)
        self.expected += 1
        self.hits += found
        self.claimed += found
        self.items[item] = found

    def false(self, item: str) -> None:
        """Count something claimed that is not so."""
        self.claimed += 1
        self.items[_fresh(f"+ {item}", self.items)] = False

    @property
    def precision(self) -> float:
        return self.hits / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def row(self) -> str:
        return (f"  {self.name:42} P {self.precision:7.4f}  R {self.recall:7.4f}  F1 {self.f1:7.4f}"
                f"   {self.hits} of {self.expected}, {self.claimed - self.hits} false")  # fmt: skip


@dataclass
class Choice:
    """Decisions: right, provisional (right as far as it goes), wrong, unfounded, abstained.

    ``unfounded`` are those where a careful reader could not have decided.
    """

    name: str
    counts: dict[str, int] = field(default_factory=dict)
    items: dict[str, bool] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def add(self, item: str, verdict: str, chosen: str | None) -> None:
        """Count a decision; ``chosen`` is the identifier that was committed to."""
        self.counts[verdict] = self.counts.get(verdict, 0) + 1
        name = _fresh(item, self.items)
        self.items[name] = verdict in ("right", "rightly abstained")
        self.notes[name] = f"{chosen or 'none'} ({verdict})"

    @property
    def precision(self) -> float:
        """Of what was committed; provisional identifiers are told apart and left out."""
        right = self.counts.get("right", 0)
        committed = right + self.counts.get("wrong", 0) + self.counts.get("unfounded", 0)
        return right / committed if committed else 1.0

    @property
    def abstention(self) -> float:
        """Of what could have been decided."""
        total = sum(n for key, n in self.counts.items() if key not in _UNDECIDABLE)
        return self.counts.get("abstained", 0) / total if total else 0.0

    def row(self) -> str:
        told = ", ".join(f"{n} {key}" for key, n in sorted(self.counts.items()))
        return (
            f"  {self.name:42} P {self.precision:7.4f}  abstained {self.abstention:6.4f}   {told}"
        )


def _fresh(item: str, taken: dict[str, bool]) -> str:
    """Return a name for an item that no other has."""
    name, count = item, 1
    while name in taken:
        count += 1
        name = f"{item} #{count}"
    return name


_UNDECIDABLE = ("unfounded", "rightly abstained")


@dataclass
class Section:
    """One body of data: what was measured on it, and remarks such as the filters applied."""

    name: str
    scores: list[Score | Choice]
    remarks: list[str] = field(default_factory=list)

    def print(self) -> None:
        print(f"\n{self.name}")
        for remark in self.remarks:
            print(f"  - {remark}")
        for score in self.scores:
            print(score.row())

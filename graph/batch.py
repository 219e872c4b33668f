"""How many texts go into one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

COUNT = 256  # beyond it little is gained
SIZE = 10_000_000  # of characters or bytes: what is held in memory for one transaction


@dataclass(slots=True)
class Batch(Generic[T]):
    """Gathers what goes into one transaction, until it is ``count`` pieces or of ``size``."""

    count: int = COUNT
    size: int = SIZE
    _held: list[T] = field(default_factory=list)
    _weight: int = 0

    def add(self, piece: T, weight: int) -> bool:
        """Take in one piece of ``weight`` characters or bytes; tell whether the batch is full."""
        self._held.append(piece)
        self._weight += weight
        return len(self._held) >= self.count or self._weight >= self.size

    def take(self) -> list[T]:
        """Return what was gathered, and begin anew."""
        held, self._held, self._weight = self._held, [], 0
        return held


def batches(
    pieces: Iterable[T], weight: Callable[[T], int], count: int = COUNT, size: int = SIZE
) -> Iterator[list[T]]:
    """Yield pieces by batches, none of them empty; no more are drawn than one batch needs."""
    batch: Batch[T] = Batch(count, size)
    for piece in pieces:
        if batch.add(piece, weight(piece)):
            yield batch.take()
    if rest := batch.take():
        yield rest

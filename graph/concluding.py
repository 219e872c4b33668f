"""Keeps conclusions true to the evidence: what a text bears on is decided anew, and nothing else.

A conclusion follows from the evidence of its block and from the works of the blocks that it is
linked to: names follow numbers, a number without a jurisdiction follows itself in those that are
known. So a change goes on to other blocks only where it made works others than they were.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence

from graph.model.documents import Work
from graph.model.resolutions import Evidence, Resolution
from graph.resolution import Resolver, Settled
from graph.store import Added, Writer

REMEMBERED = 8192  # blocks; some kilobytes each


class Concluding:
    """Concludes blocks for one store, and remembers what was touched last from text to text.

    What is remembered is that of one generation of the store: where another process has written
    in between, or a transaction failed, it is forgotten. Not for use by two threads at a time.
    """

    def __init__(self, resolver: Resolver, remembered: int = REMEMBERED) -> None:
        self._resolver = resolver
        self._remembered = remembered
        self._settled: OrderedDict[str, Settled] = OrderedDict()
        self._generation: int | None = None

    def begin(self, generation: int) -> None:
        """Start a transaction that found the store at this generation."""
        if generation != self._generation:
            self.forget()

    def end(self, generation: int) -> None:
        """Know the generation to which a transaction brought the store."""
        self._generation = generation

    def forget(self) -> None:
        """Start afresh."""
        self._settled.clear()
        self._generation = None

    def add(self, writer: Writer) -> None:
        """Conclude what the mentions that ``writer`` took in bear on."""
        added = writer.take_added()
        self._conclude(writer, added, added)

    def anew(self, writer: Writer, blocks: Iterable[str]) -> None:
        """Conclude blocks from all their evidence, and all that are linked to them."""
        self.forget()
        touched = set(blocks)
        linked = {name for block in touched for name in self._resolver.names(block)}
        self._conclude(writer, {}, touched, linked)

    def _conclude(
        self,
        writer: Writer,
        added: Mapping[str, Sequence[Added]],
        touched: Iterable[str],
        linked: Iterable[str] = (),
    ) -> None:
        """Conclude blocks in the order in which they depend on one another.

        Those that are only linked to what changed matter only where they have evidence.
        """
        touched = set(touched)
        waiting = touched.union(linked)
        for rank in range(3):
            for block in sorted(each for each in waiting if _rank(each) == rank):
                if self._follows(writer, block, added.get(block, ())):
                    continue
                evidence = writer.evidence(block)
                if (evidence or block in touched) and self._changes(writer, block, evidence):
                    found = self._dependents(writer, block)
                    waiting |= found
                    for other in found:
                        self._settled.pop(other, None)
        writer.relate()

    def _follows(self, writer: Writer, block: str, added: Sequence[Added]) -> bool:
        """Add mentions to a block that is remembered; False where it must be concluded anew."""
        settled = self._settled.pop(block, None)
        if settled is None:
            return False
        meant: dict[int, Resolution] = {}
        for form_no, stands, evidence in added:
            if evidence.mention.block != block:  # it is here by its name only
                if evidence.mention.block not in settled.blocks:
                    return False
                continue
            resolution = self._resolver.more(settled, evidence)
            if resolution is None:
                return False
            if stands:
                meant[form_no] = resolution
        writer.conclude_more(meant)
        self._settled[block] = settled
        return True

    def _changes(self, writer: Writer, block: str, evidence: Sequence[Evidence]) -> bool:
        """Conclude a block from all its evidence; tell whether its works are others now."""
        linked = self._linked(writer, block, evidence)
        conclusion, settled = self._resolver.settle(block, evidence, linked)
        if len(evidence) > 1:  # of one alone nothing is to be saved
            self._settled[block] = settled
        while len(self._settled) > self._remembered:
            self._settled.popitem(last=False)
        return writer.conclude(block, conclusion)

    def _linked(
        self, writer: Writer, block: str, evidence: Iterable[Evidence]
    ) -> Mapping[str, tuple[Work, ...]]:
        if block.startswith("n:"):
            if "@" in block or not any(self._resolver.recurs(e.mention) for e in evidence):
                return {}
            return {block: writer.works_elsewhere(block)}
        wanted = {each.mention.block for each in evidence} | set(self._resolver.links(block))
        return {other: writer.works_of(other) for other in wanted if other and other != block}

    def _dependents(self, writer: Writer, block: str) -> set[str]:
        """Return the blocks whose conclusions follow from the works of this one."""
        if not block.startswith("n:"):
            return set()
        found = writer.names_beside(block).union(self._resolver.names(block))
        bare = block.partition("@")[0]
        return found if bare == block else found | {bare}


def number_blocks(blocks: Iterable[str]) -> list[str]:
    """Return the number blocks among ``blocks`` in the order in which they depend on one another.

    A number without a jurisdiction comes after the same number in those that are known, and
    whenever one of them does.
    """
    numbers = {block for block in blocks if block.startswith("n:")}
    numbers |= {block.partition("@")[0] for block in numbers}
    return sorted(numbers, key=lambda block: (_rank(block), block))


def _rank(block: str) -> int:
    """Return the place of a block in the order of dependence."""
    if not block.startswith("n:"):
        return 2
    return 0 if "@" in block else 1

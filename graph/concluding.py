"""Keeps conclusions true to the evidence: what a text bears on is decided anew, and nothing else.

A conclusion follows from the evidence of its block and from the works of the blocks that it is
linked to: names follow numbers, a number without a jurisdiction follows itself in those that are
known. So a change goes on to other blocks only where it made works others than they were.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice

from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.resolutions import Evidence, Resolution
from graph.resolution import Resolver, Settled
from graph.store import Added, Writer

REMEMBERED = 16384  # blocks; some kilobytes each
_AT_ONCE = 128  # blocks whose evidence is held at a time
Written = tuple[Work, Body | None]  # a work, and who issued it


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
            due = sorted(each for each in waiting if _rank(each) == rank)
            rest, found = self._follow(writer, due, added)
            waiting |= found
            left = iter(rest)
            while some := list(islice(left, _AT_ONCE)):
                waiting |= self._dependents(writer, self._changed(writer, some, touched))
        writer.relate()

    def _follow(
        self, writer: Writer, blocks: Iterable[str], added: Mapping[str, Sequence[Added]]
    ) -> tuple[list[str], set[str]]:
        """Add mentions to the blocks that are remembered.

        Returns those to be concluded anew, and the blocks whose conclusions follow from works that
        the others did not have before, or had otherwise.
        """
        meant: dict[int, Resolution] = {}
        works: dict[str, list[Written]] = {}
        rest = []
        for block in blocks:
            found = self._more(block, added.get(block, ()))
            if found is None:
                rest.append(block)
                continue
            resolutions, written = found
            meant.update(resolutions)
            if written:
                works[block] = list(written.values())
        writer.conclude_more(meant, works)
        came = {block: [work for work, _ in some] for block, some in works.items()}
        return rest, self._dependents(writer, came)

    def _is_ignored(self, bare: str, came: Iterable[Work]) -> bool:
        """Tell whether works of a local number leave the number without a place as it is."""
        settled = self._settled.get(bare)
        if settled is None:
            return False
        self._settled.move_to_end(bare)
        return all(self._resolver.ignores(settled, work) for work in came)

    def _more(
        self, block: str, added: Sequence[Added]
    ) -> tuple[dict[int, Resolution], dict[str, Written]] | None:
        """Add mentions to a block that is remembered; None where it must be concluded anew.

        Returns what they mean, by form, and the works that came or are told of otherwise, by id.
        """
        settled = self._settled.pop(block, None)
        if settled is None:
            return None
        resolutions: dict[int, Resolution] = {}
        written: dict[str, Written] = {}
        for form_no, stands, evidence in added:
            if evidence.mention.block != block:  # it is here by its name only
                if evidence.mention.block not in settled.blocks:
                    return None
                continue
            more = self._resolver.more(settled, evidence)
            if more is None:
                return None
            if stands:
                resolutions[form_no] = more.resolution
            if more.work is not None:
                written[more.work.id] = more.work, more.issuer
        self._settled[block] = settled
        return resolutions, written

    def _changed(
        self, writer: Writer, blocks: Collection[str], touched: Collection[str]
    ) -> Mapping[str, Sequence[Work] | None]:
        """Conclude blocks from all their evidence; return those whose works are others now.

        With the works that came, None where any was altered or went. Blocks that are not
        ``touched`` themselves matter only where they have evidence.
        """
        evidence = {
            block: found
            for block, found in writer.evidence_of(blocks).items()
            if found or block in touched
        }
        linked = self._linked(writer, evidence)
        conclusions = {}
        for block, found in evidence.items():
            conclusions[block], settled = self._resolver.settle(block, found, linked[block])
            if len(found) > 1 or linked[block]:  # of one alone nothing is to be saved
                self._settled[block] = settled
        while len(self._settled) > self._remembered:
            self._settled.popitem(last=False)
        return writer.conclude(conclusions)

    def _linked(
        self, writer: Writer, evidence: Mapping[str, Sequence[Evidence]]
    ) -> dict[str, Mapping[str, tuple[Work, ...]]]:
        """Return for each block the works of those that it is linked to."""
        found: dict[str, Mapping[str, tuple[Work, ...]]] = {}
        wanted: dict[str, set[str]] = {}
        for block, some in evidence.items():
            if block.startswith("n:"):
                recurs = "@" not in block and any(self._resolver.recurs(e.mention) for e in some)
                found[block] = {block: writer.works_elsewhere(block)} if recurs else {}
            else:
                others = {each.mention.block for each in some} | set(self._resolver.links(block))
                wanted[block] = {other for other in others if other and other != block}
        works = writer.works_of({other for others in wanted.values() for other in others})
        return found | {b: {other: works[other] for other in o} for b, o in wanted.items()}

    def _dependents(self, writer: Writer, changed: Mapping[str, Sequence[Work] | None]) -> set[str]:
        """Return the blocks whose conclusions follow from the works of these, and forget them.

        ``changed`` has the works that came or are told of otherwise, None where more is changed.
        """
        numbers = {block: came for block, came in changed.items() if block.startswith("n:")}
        found = writer.names_beside(numbers)
        for block, came in numbers.items():
            found.update(self._resolver.names(block))
            bare = block.partition("@")[0]
            if bare != block and (came is None or not self._is_ignored(bare, came)):
                found.add(bare)
        for other in found:
            self._settled.pop(other, None)
        return found


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

"""The writing side: evidence in, conclusions down, relations derived; one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Dialect

from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.mentions import Extraction
from graph.model.resolutions import Conclusion, Context, Evidence, Resolution
from graph.model.sources import SourceText
from graph.store.assertions import Assertion, AssertionKeeper
from graph.store.bodies import BodyKeeper
from graph.store.changes import ChangeLog
from graph.store.concluding import Concluder
from graph.store.intake import Intake, Read
from graph.store.relating import Relater
from graph.store.transaction import Added, Nodes, Transaction
from graph.store.works import Changed, WorkKeeper

# A text, what it says, its circumstances, and the bodies that act by the index of the statement.
Given = tuple[SourceText, Extraction, Context, Mapping[int, Body]]


class Keepers:
    """Everything that writes, compiled once for a dialect and shared by all transactions."""

    def __init__(self, dialect: Dialect) -> None:
        nodes = Nodes(dialect)
        self.intake = Intake(dialect)
        self.bodies = BodyKeeper(dialect, nodes)
        self.works = WorkKeeper(dialect, nodes)
        self.concluder = Concluder(dialect, nodes, self.bodies, self.works)
        self.relater = Relater(dialect)
        self.assertions = AssertionKeeper(dialect)
        self.log = ChangeLog(dialect)


class Writer:
    """What may be written within ``Store.writing()``. Not for use after it."""

    def __init__(self, keepers: Keepers, transaction: Transaction) -> None:
        self._keep = keepers
        self._transaction = transaction

    def add_source(
        self,
        source: SourceText,
        extraction: Extraction,
        context: Context,
        actors: Mapping[int, Body],
    ) -> bool:
        """Take in a text with what it says; False, and nothing done, where its id is known.

        ``actors`` maps the index of a statement without subject to the body that acts.
        """
        return self.add_sources([(source, extraction, context, actors)])[0]

    def add_sources(self, given: Sequence[Given]) -> list[bool]:
        """Take in texts, each as ``add_source`` would; tells of each whether it is new."""
        transaction = self._transaction
        known: set[str] = set()
        new = [self._is_new(source.id, known) for source, *_ in given]
        taken = [one for one, is_new in zip(given, new, strict=True) if is_new]
        bodies = [body for *_, actors in taken for body in actors.values()]
        numbers, _ = self._keep.bodies.keep(transaction, bodies)
        self._keep.intake.add(
            transaction,
            [
                Read(text, said, context, {i: numbers[body.id] for i, body in actors.items()})
                for text, said, context, actors in taken
            ],
        )
        transaction.wrote |= bool(taken)
        return new

    def _is_new(self, identifier: str, known: set[str]) -> bool:
        """Tell whether a source is not yet ``known``, nor kept; from then on it is."""
        if identifier in known:
            return False
        known.add(identifier)
        return self._keep.intake.number(self._transaction, identifier) is None

    def remove_source(self, source_id: str) -> tuple[str, ...]:
        """Take a text out; returns the blocks to conclude anew, () where it is unknown."""
        transaction = self._transaction
        no = self._keep.intake.number(transaction, source_id)
        if no is None:
            return ()
        blocks = self._keep.intake.blocks(transaction, no)
        self._keep.relater.withdraw(transaction, no)
        self._keep.intake.remove(transaction, no)
        transaction.wrote = True
        return blocks

    @property
    def generation(self) -> int:
        """The store's generation: as the transaction found it, at its end as it leaves it."""
        return self._keep.log.current(self._transaction)

    def take_added(self) -> dict[str, list[Added]]:
        """Return the mentions taken in since this was last asked, by block and by name block."""
        added, self._transaction.added = self._transaction.added, {}
        return added

    def touched_blocks(self, source_id: str) -> tuple[str, ...]:
        """Return the blocks on which a source bears: number blocks first, each kind sorted.

        With the name blocks of every mention that shares a number with the source.
        """
        no = self._keep.intake.number(self._transaction, source_id)
        return () if no is None else self._keep.intake.blocks(self._transaction, no)

    def evidence(self, block: str) -> tuple[Evidence, ...]:
        """Return the mentions with this block or name block, by (source id, index).

        Of mentions that say the same in like circumstances only the first, with their ``count``;
        what is concluded of it holds for all of them.
        """
        return self.evidence_of([block])[block]

    def evidence_of(self, blocks: Collection[str]) -> dict[str, tuple[Evidence, ...]]:
        """Return the evidence of each of these blocks."""
        return self._keep.intake.evidence(self._transaction, blocks)

    def resolutions_of(self, source_id: str) -> dict[tuple[str, int], Resolution]:
        """Return what a source's mentions mean as concluded so far, keyed (source id, index).

        Without those that point back: they have what the one they point to has.
        """
        no = self._keep.intake.number(self._transaction, source_id)
        found = {} if no is None else self._keep.intake.resolutions(self._transaction, no)
        return {(source_id, index): decided for index, decided in found.items()}

    def statuses_of(self, source_ids: Collection[str]) -> dict[str, dict[str, int]]:
        """Return how many mentions of each are 'resolved', 'ambiguous', 'unresolved'.

        Without those that point back. The sources are of those that this transaction took in.
        """
        return self._keep.intake.statuses(self._transaction, source_ids)

    def works_of(self, blocks: Collection[str]) -> dict[str, tuple[Work, ...]]:
        """Return the works that each block was concluded to hold, by id."""
        return self._keep.works.of_blocks(self._transaction, blocks)

    def works_elsewhere(self, block: str) -> tuple[Work, ...]:
        """Return the works of a number in the jurisdictions that are known, by id."""
        return self._keep.works.of_number(self._transaction, block)

    def names_beside(self, blocks: Collection[str]) -> set[str]:
        """Return the name blocks of the mentions that carry the numbers of ``blocks``."""
        return self._keep.intake.names_beside(self._transaction, blocks)

    def conclude(self, conclusions: Mapping[str, Conclusion]) -> Changed:
        """Replace what was concluded of blocks before; return those whose works are others now.

        With the works that came, None where any was altered or went.

        A mention takes its resolution from its own block (``Mention.block``); resolutions given
        for mentions that are here by their name only are not kept.
        """
        return self._keep.concluder.conclude(self._transaction, conclusions)

    def conclude_more(
        self,
        resolutions: Mapping[int, Resolution],
        works: Mapping[str, Sequence[tuple[Work, Body | None]]],
    ) -> None:
        """Add what forms mean, by ``Added.form_no``; all else that was concluded stays.

        ``works`` are those that blocks did not have yet, or had otherwise, with their issuers.
        """
        self._keep.concluder.add(self._transaction, resolutions, works)

    def relate(self, blocks: Iterable[str] = ()) -> None:
        """Derive relations anew wherever this transaction changed what they follow from.

        ``blocks`` are those concluded; which statements that bears on is known from what changed
        in them, so that the cost follows the change and not the size of a block. Whatever is
        left undone is done at the end of the transaction.
        """
        del blocks
        self._keep.relater.relate(self._transaction)

    def add_assertions(self, given: Sequence[Assertion]) -> int:
        """Keep what another database asserts, beside what was read; returns how many are new."""
        return self._keep.assertions.add(self._transaction, given)

    def finish(self) -> None:
        """Complete the transaction before it is committed."""
        transaction = self._transaction
        if transaction.dirty:
            self._keep.relater.relate(transaction)
        if transaction.orphans:
            self._keep.bodies.sweep(transaction)
        if transaction.wrote or transaction.changed:
            self._keep.log.close(transaction)

"""What one writing transaction carries along: its cursor and what it has touched so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from sqlalchemy import Dialect, func, select

from graph.model.bodies import Body
from graph.model.resolutions import Evidence
from graph.store.prepared import Insertion, LookUp, Prepared, Row
from graph.store.schema import node

_ALL_FORMS = 2**31 - 1


class Added(NamedTuple):
    """A mention that this transaction took in, and the form that it is of (see forms.py).

    ``stands`` says that the mention now stands for its form: as the first one of it, or because
    its place among the sources is before that of the one that did.
    """

    form_no: int
    stands: bool
    evidence: Evidence


@dataclass(slots=True)
class Transaction:
    """Mutable, lives as long as one transaction.

    ``dirty`` are sources whose relations must be derived anew; ``changed`` nodes go into the
    change log; ``orphans`` are bodies that may have lost their last claim; ``added`` are the
    mentions taken in, by block and by name block.
    """

    cursor: Any
    dirty: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    orphans: set[int] = field(default_factory=set)
    added: dict[str, list[Added]] = field(default_factory=dict)
    wrote: bool = False
    generation: int | None = None
    node_numbers: dict[str, int] = field(default_factory=dict)
    next_node: int | None = None
    new_nodes: set[int] = field(default_factory=set)
    new_sources: dict[str, int] = field(default_factory=dict)
    bodies: dict[int, Body] = field(default_factory=dict)  # as they are kept
    new_forms: NewForms = field(default_factory=lambda: NewForms())


@dataclass(slots=True)
class NewForms:
    """The forms that a transaction brought: what it knows of them need not be read again.

    ``first`` is the least of their numbers, ``following`` the one after the last.
    """

    first: int = _ALL_FORMS
    following: int | None = None
    leaders: dict[int, Evidence] = field(default_factory=dict)
    by_block: dict[str, list[int]] = field(default_factory=dict)  # by name block, too
    decided: dict[int, Row] = field(default_factory=dict)  # as the resolutions are kept

    def add(self, no: int, blocks: Iterable[str], leader: Evidence, count: int) -> None:
        """Note a form of ``count`` mentions by the first of them."""
        self.leaders[no] = leader if count == 1 else replace(leader, count=count)
        for block in blocks:
            self.by_block.setdefault(block, []).append(no)

    def more(self, no: int, leader: Evidence | None, came: int) -> None:
        """Note that mentions came to a form, if it is one of these."""
        known = self.leaders.get(no)
        if known is not None:
            self.leaders[no] = replace(leader or known, count=known.count + came)

    def of(self, block: str) -> Iterable[tuple[int, Evidence]]:
        """Return number and first mention of the forms that are in a block."""
        return ((no, self.leaders[no]) for no in self.by_block.get(block, ()))


class Nodes:
    """Interns identifiers."""

    def __init__(self, dialect: Dialect) -> None:
        self._find = LookUp(
            lambda asked: select(node.c.id, node.c.no).where(node.c.id == asked.c.value), dialect
        )
        self._last = Prepared(select(func.max(node.c.no)), dialect)
        self._insert = Insertion(node, dialect)

    def find(self, transaction: Transaction, identifiers: Iterable[str]) -> dict[str, int]:
        """Return the numbers of those identifiers that are known."""
        known = transaction.node_numbers
        wanted = set(identifiers)
        unknown = wanted - known.keys()
        if unknown:
            known.update(self._find.of(transaction.cursor, unknown))
        return {one: known[one] for one in wanted if one in known}

    def numbers(self, transaction: Transaction, identifiers: Iterable[str]) -> dict[str, int]:
        """Return the numbers of identifiers, giving one to those that are new."""
        wanted = set(identifiers)
        found = self.find(transaction, wanted)
        new = sorted(wanted - found.keys())
        if not new:
            return found
        if transaction.next_node is None:
            last = self._last.first(transaction.cursor)
            transaction.next_node = (last[0] or 0) + 1 if last else 1
        given = {one: no for no, one in enumerate(new, transaction.next_node)}
        transaction.next_node += len(given)
        self._insert.many(transaction.cursor, [(no, one) for one, no in given.items()])
        transaction.new_nodes.update(given.values())
        transaction.node_numbers.update(given)
        return found | given

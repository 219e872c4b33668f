"""What one writing transaction carries along: its cursor and what it has touched so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Dialect, bindparam, func, select

from graph.model.bodies import Body
from graph.model.resolutions import Evidence
from graph.store.prepared import Insertion, Prepared
from graph.store.schema import node


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
    next_form: int | None = None
    new_nodes: set[int] = field(default_factory=set)
    new_forms: set[int] = field(default_factory=set)
    bodies: dict[int, Body] = field(default_factory=dict)  # as they are kept


class Nodes:
    """Interns identifiers."""

    def __init__(self, dialect: Dialect) -> None:
        self._find = Prepared(select(node.c.no).where(node.c.id == bindparam("id")), dialect)
        self._last = Prepared(select(func.max(node.c.no)), dialect)
        self._insert = Insertion(node, dialect)

    def find(self, transaction: Transaction, identifier: str) -> int | None:
        """Return the number of a known identifier."""
        known = transaction.node_numbers.get(identifier)
        if known is not None:
            return known
        row = self._find.first(transaction.cursor, id=identifier)
        if row is None:
            return None
        transaction.node_numbers[identifier] = row[0]
        return int(row[0])

    def number(self, transaction: Transaction, identifier: str) -> int:
        """Return the number of an identifier, giving it one where it is new."""
        known = self.find(transaction, identifier)
        if known is not None:
            return known
        if transaction.next_node is None:
            last = self._last.first(transaction.cursor)
            transaction.next_node = (last[0] or 0) + 1 if last else 1
        no = transaction.next_node
        transaction.next_node = no + 1
        self._insert.many(transaction.cursor, [(no, identifier)])
        transaction.new_nodes.add(no)
        transaction.node_numbers[identifier] = no
        return no

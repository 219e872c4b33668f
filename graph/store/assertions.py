"""Foreign assertions: taken in as given, found again by either end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Dialect, bindparam, func, or_, select

from graph.store.answers import Page
from graph.store.assertion_schema import assertion
from graph.store.prepared import Insertion, Prepared
from graph.store.transaction import Transaction

_KEY = ("asserted_by", "vocabulary", "subject", "name", "object")


@dataclass(frozen=True, slots=True)
class Assertion:
    """What ``asserted_by`` says of two documents, in the words of ``vocabulary``.

    ``subject`` is the document of whose page ``name`` is said; both ends are identifiers or
    numbers as given.
    """

    asserted_by: str
    vocabulary: str
    subject: str
    name: str
    object: str
    origin: str = ""


class AssertionKeeper:
    """Adds assertions; a known one stays as it is."""

    def __init__(self, dialect: Dialect) -> None:
        same = (assertion.c[name] == bindparam(f"{name}_") for name in _KEY)
        self._known = Prepared(select(assertion.c.origin).where(*same), dialect)
        self._insert = Insertion(assertion, dialect)

    def add(self, transaction: Transaction, given: Sequence[Assertion]) -> int:
        """Insert those that are not known yet; return how many."""
        added = 0
        for one in given:
            key = {f"{name}_": getattr(one, name) for name in _KEY}
            if self._known.first(transaction.cursor, **key) is None:
                self._insert.many(transaction.cursor, [(*key.values(), one.origin)])
                added += 1
        transaction.wrote |= added > 0
        return added


def assertions(
    connection: Connection, ends: Collection[str] | None, limit: int, offset: int
) -> Page[Assertion]:
    """Return assertions with one of ``ends`` at either side; all of them for None."""
    query = select(*assertion.columns)
    if ends is not None:
        wanted = sorted(ends)
        query = query.where(or_(assertion.c.subject.in_(wanted), assertion.c.object.in_(wanted)))
    total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    ordered = query.order_by(*(assertion.c[name] for name in _KEY)).limit(limit).offset(offset)
    rows = connection.execute(ordered)
    return Page(tuple(Assertion(*row) for row in rows), total, limit, offset)

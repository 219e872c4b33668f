"""Fulfilment: which documents of others a body has carried out, by what of its own, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.lineage.coverage import CARRIES_OUT
from graph.lineage.moments import days_between
from graph.model.dates import PartialDate
from graph.model.identifiers import is_work_id
from graph.model.relations import RelationKind
from graph.store import EdgeRow, Page, Quote, Store

_MOST = 2000  # own documents looked at, newest first


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A document that a body carried out. ``by`` is its own document, None where it acted itself.

    ``date`` is that document's day, or the day of the text that tells of the act; ``lag`` is in
    days from the signing of ``work``, None where one of the days is not known.
    """

    work: str
    relations: tuple[RelationKind, ...]
    by: str | None
    date: PartialDate | None
    lag: int | None
    quote: Quote | None


def fulfilled(store: Store, body: str, limit: int = 50, offset: int = 0) -> Page[Fulfilment]:
    """Return what a body carried out of documents that it did not issue itself, newest first."""
    own = {one.id: one for one in store.works_issued_by(body, _MOST).items}
    rows = [
        row
        for row in store.edges([body, *own], outgoing=True, kinds=CARRIES_OUT)
        if is_work_id(row.target) and row.target not in own
    ]
    said = store.quotes({(row.source, row.kind, row.target) for row in rows}, each=1)
    works = {one.id: one for one in store.works({row.target for row in rows})}
    found = []
    for kinds, row in _paired(rows):
        quote = next(iter(said.get((row.source, row.kind, row.target), ())), None)
        mine, theirs = own.get(row.source), works.get(row.target)
        day = mine.signed_on if mine else quote.published if quote else None
        lag = days_between(theirs.signed_on, day) if theirs else None
        found.append(Fulfilment(row.target, kinds, row.source if mine else None, day, lag, quote))
    found.sort(key=lambda one: (one.work, one.by or ""))
    found.sort(key=lambda one: str(one.date or ""), reverse=True)
    return Page(tuple(found[offset : offset + limit]), len(found), limit, offset)


def _paired(rows: list[EdgeRow]) -> Iterator[tuple[tuple[RelationKind, ...], EdgeRow]]:
    """Return each pair once, with all that is said of it and the first edge that says so."""
    pairs: dict[tuple[str, str], list[EdgeRow]] = {}
    for row in sorted(rows, key=lambda row: (row.source, row.target, row.kind)):
        pairs.setdefault((row.source, row.target), []).append(row)
    for same in pairs.values():
        yield tuple(dict.fromkeys(row.kind for row in same)), same[0]

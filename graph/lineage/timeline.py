"""The timeline of a work: what happened to it, since when, and which sentence says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.lineage.changes import Event, changes, in_time
from graph.lineage.moments import EFFECTIVE, SIGNED, STATED, Moment, happened
from graph.lineage.tracing import located
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.registry import Registry
from graph.model.relations import CHANGES, RelationKind
from graph.store import OwnText, Quote, Store

K = RelationKind
# What happens to a document by each relation, to all of it and to a part.
HAPPENINGS: dict[RelationKind, tuple[str, str]] = {
    K.AMENDS: ("amended", "amended"),
    K.REPLACES: ("replaced", "partly-replaced"),
    K.REPEALS: ("repealed", "partly-repealed"),
    K.SUSPENDS: ("suspended", "partly-suspended"),
    K.STAYS: ("stayed", "partly-stayed"),
    K.EXTENDS: ("extended", "partly-extended"),
    K.CORRECTS: ("corrected", "corrected"),
    K.CONSOLIDATES: ("consolidated", "consolidated"),
    K.INTERPRETS: ("interpreted", "interpreted"),
    K.APPROVES: ("approved", "approved"),
    K.PUBLISHES: ("published", "published"),
    K.REVIEWS: ("reviewed", "reviewed"),
}
ISSUED, IN_FORCE, EXPIRES = "issued", "in-force", "expires"
TIMED = CHANGES | {K.CONSOLIDATES, K.INTERPRETS, K.APPROVES, K.PUBLISHES, K.REVIEWS}


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry of a timeline.

    ``what`` is 'issued', 'in-force', 'expires' or a value of HAPPENINGS.
    ``by`` is the acting work or body; ``when`` says which of its dates is given, ``until`` the last
    day of it.
    """

    what: str
    when: Moment | None
    by: str | None
    relation: RelationKind | None
    subdivisions: tuple[str, ...]
    quotes: tuple[Quote, ...]
    doubt: str | None
    until: PartialDate | None = None


def timeline(
    store: Store, registry: Registry, work: str, *, as_of: date | None = None
) -> list[Happening]:
    """Return what happened to a work, oldest first, undated last.

    A change is dated by the acting work's effective date, else by its signing, else by the
    oldest text that reports it. With ``as_of`` only what was done and said by that day.
    NotFoundError for an unknown work, InputError for an ambiguous one.
    """
    start = located(store, work)
    known = next(iter(store.works([start])), None)
    entries = [] if known is None else _own(store, known, as_of)
    found = changes(store, registry, [start], TIMED, until=as_of)
    entries += [_entry(one) for one in sorted(found, key=in_time)]
    return sorted(entries, key=_place)


def _place(one: Happening) -> tuple[bool, str]:
    """Return what entries stand by: their own birth first, then by date, undated last."""
    if one.what in (ISSUED, IN_FORCE):
        return False, ""
    return one.when is None, str(one.when.date) if one.when else ""


def sayings(store: Store, work: str) -> tuple[Quote | None, Quote | None, Quote | None]:
    """Return the work's own words on its date, its entry into force and its end."""
    texts: tuple[OwnText, ...] = store.own_texts(work)
    begins = (one.effective for one in texts if one.effective is not None)
    ends = (one.expires for one in texts if one.expires is not None)
    return (texts[0].letterhead if texts else None), next(begins, None), next(ends, None)


def _own(store: Store, work: Work, as_of: date | None) -> list[Happening]:
    letterhead, effect, end = sayings(store, work.id)
    given = (
        (ISSUED, work.signed_on, SIGNED, letterhead),
        (IN_FORCE, work.effective_on, EFFECTIVE, effect),
        (EXPIRES, work.expires_on, STATED, end),
    )
    return [
        Happening(what, Moment(day, basis), None, None, (), (said,) if said else (), None)
        for what, day, basis, said in given
        if day is not None and (as_of is None or happened(day, as_of) is not False)
    ]


def _entry(event: Event) -> Happening:
    what = HAPPENINGS[event.kind][event.part]
    return Happening(
        what,
        event.when,
        event.actor,
        event.kind,
        event.subdivisions,
        event.quotes,
        event.doubt,
        event.until,
    )

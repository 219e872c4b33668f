"""Force: whether a work holds on a day, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.lineage.changes import ENDS, PAUSES, Event, changes, in_time
from graph.lineage.moments import EFFECTIVE, STATED, Moment, happened, starts
from graph.lineage.timeline import sayings
from graph.lineage.tracing import located
from graph.model.documents import Work
from graph.model.errors import NotFoundError
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.store import Quote, Store

IN_FORCE, PARTLY, NOT_YET = "in-force", "partly", "not-yet"
REPLACED, REPEALED, EXPIRED = "replaced", "repealed", "expired"
SUSPENDED, UNKNOWN = "suspended", "unknown"
STATES = (IN_FORCE, PARTLY, NOT_YET, REPLACED, REPEALED, EXPIRED, SUSPENDED, UNKNOWN)
_EXTENDS = frozenset((RelationKind.EXTENDS,))


@dataclass(frozen=True, slots=True)
class Status:
    """How a work stands on ``day``: one of STATES.

    ``since`` is when that began, ``by`` the works that made it so, ``subdivisions`` what they
    touched, ``quotes`` the sentences, ``why`` the reasoning in a few words.
    """

    work: str
    day: date
    state: str
    since: Moment | None
    by: tuple[str, ...]
    subdivisions: tuple[str, ...]
    quotes: tuple[Quote, ...]
    why: str


def status_on(store: Store, registry: Registry, work: str, day: date) -> Status:
    """Return how a work stands on a day, by all that the store holds.

    NotFoundError for an unknown work, InputError for an ambiguous one.
    """
    start = located(store, work)
    found = statuses(store, registry, [start], day)
    if not found:
        raise NotFoundError(f"'{work}' is not a work")
    status = found[start]
    if status.quotes or status.since is None:
        return status
    letterhead, effect, end = sayings(store, start)
    begun = effect if status.since.basis == EFFECTIVE and effect else letterhead
    said = end if status.state == EXPIRED else begun
    return replace(status, quotes=(said,)) if said else status


def statuses(
    store: Store, registry: Registry, works: Collection[str], day: date
) -> dict[str, Status]:
    """Return how works stand on a day, without their own words on when they began."""
    known = store.works(works)
    events: dict[str, list[Event]] = {one.id: [] for one in known}
    for event in changes(store, registry, list(events), ENDS | PAUSES | _EXTENDS, each=1):
        if event.doubt is None and event.actor != event.target:
            events[event.target].append(event)
    return {one.id: judged(one, sorted(events[one.id], key=in_time), day) for one in known}


def judged(work: Work, events: list[Event], day: date) -> Status:
    """Decide from what was done to the work, oldest first.

    What ends a document goes before what suspends it, and both before what touches a part. What
    has passed by itself counts no more.
    """
    lasting = [one for one in events if one.until is None or one.until.latest() >= day]
    whole = [one for one in lasting if not one.part]
    parts = [one for one in lasting if one.part and one.kind not in _EXTENDS]
    longer = [one for one in events if one.kind in _EXTENDS and not one.part]
    return (
        _decisive(work, [one for one in whole if one.kind in ENDS], day)
        or _expired(work, longer, day)
        or _decisive(work, [one for one in whole if one.kind in PAUSES], day)
        or _not_begun(work, day)
        or _in_part(work, parts, day)
        or _standing(work, day)
    )


def _decisive(work: Work, events: list[Event], day: date) -> Status | None:
    """Return the status that the first of these events that has happened brings about."""
    unsure = []
    # Of one day's acts the replacement says more than the repeal that goes with it.
    for one in sorted(events, key=lambda one: (*in_time(one)[:1], one.kind not in _REPLACING)):
        past = happened(one.when.date, day) if one.when else None
        if past:
            state, why = _STATES[one.kind]
            if one.kind in PAUSES:
                why += f" đến hết ngày {one.until}" if one.until else "; không rõ đến khi nào"
            return _brought(work, day, state, why, [one])
        if past is None:
            unsure.append(one)
    if not unsure:
        return None
    return _brought(work, day, UNKNOWN, "không rõ việc này xảy ra trước hay sau ngày hỏi", unsure)


_REPLACING = frozenset((RelationKind.REPLACES,))
_STATES = {
    RelationKind.REPLACES: (REPLACED, "đã bị thay thế"),
    RelationKind.REPEALS: (REPEALED, "đã bị bãi bỏ hoặc hết hiệu lực"),
    RelationKind.SUSPENDS: (SUSPENDED, "đang bị ngưng hiệu lực"),
    RelationKind.STAYS: (SUSPENDED, "đang bị đình chỉ"),
}


def _expired(work: Work, extensions: Sequence[Event], day: date) -> Status | None:
    """Return that the time is over that the work, or one that extends it, gave it."""
    done = [one for one in extensions if one.when is None or happened(one.when.date, day)]
    ends = [end for end in (work.expires_on, *(one.until for one in done)) if end is not None]
    if not ends or max(ends).latest() >= day:
        return None
    unsure = [one for one in done if one.until is None]
    if unsure:
        return _brought(work, day, UNKNOWN, "được kéo dài; không rõ đến khi nào", unsure)
    last = max(ends)
    longer = [one for one in done if one.until == last]
    quotes = tuple(quote for one in longer for quote in one.quotes)
    by = tuple(dict.fromkeys(one.actor for one in longer))
    why = f"chỉ có hiệu lực đến hết ngày {last}"
    return Status(work.id, day, EXPIRED, Moment(last, STATED), by, (), quotes, why)


def _not_begun(work: Work, day: date) -> Status | None:
    since = starts(work)
    past = happened(since.date, day) if since else True
    if since is None or past:
        return None
    state, why = NOT_YET, "chưa có hiệu lực"
    if past is None:
        state, why = UNKNOWN, "không rõ có hiệu lực trước hay sau ngày hỏi"
    elif since.basis != EFFECTIVE:
        why = "chưa được ban hành"
    return Status(work.id, day, state, since, (), (), (), why)


def _in_part(work: Work, events: list[Event], day: date) -> Status | None:
    past = [one for one in events if one.when and happened(one.when.date, day)]
    if past:
        return _brought(work, day, PARTLY, "một phần không còn hiệu lực", past)
    unsure = [one for one in events if one.when is None or happened(one.when.date, day) is None]
    if unsure:
        why = "không rõ một phần đã hết hiệu lực trước hay sau ngày hỏi"
        return _brought(work, day, UNKNOWN, why, unsure)
    return None


def _standing(work: Work, day: date) -> Status:
    since = starts(work)
    if since is None:
        why = "không rõ ngày ban hành và ngày có hiệu lực"
        return Status(work.id, day, UNKNOWN, None, (), (), (), why)
    why = "chưa thấy văn bản nào làm hết hiệu lực"
    if since.basis != EFFECTIVE:
        why += "; không rõ ngày có hiệu lực, tính từ ngày ký"
    return Status(work.id, day, IN_FORCE, since, (), (), (), why)


def _brought(work: Work, day: date, state: str, why: str, events: Sequence[Event]) -> Status:
    """Return the status that events bring about; it began with the first of them."""
    return Status(
        work=work.id,
        day=day,
        state=state,
        since=events[0].when,
        by=tuple(dict.fromkeys(one.actor for one in events)),
        subdivisions=tuple(dict.fromkeys(path for one in events for path in one.subdivisions)),
        quotes=tuple(quote for one in events for quote in one.quotes),
        why=why,
    )

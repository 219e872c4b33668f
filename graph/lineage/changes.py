"""What has been done to works: acts grouped into events with a date, an extent and sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from graph.lineage.moments import REPORTED, STATED, Moment, happened, signed, starts, surely_before
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.registry import Registry
from graph.model.relations import CHANGES, RelationKind
from graph.model.text import fold
from graph.store import Act, Quote, Store

K = RelationKind
ENDS = frozenset((K.REPLACES, K.REPEALS))
PAUSES = frozenset((K.SUSPENDS, K.STAYS))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that ``actor`` (a work or body) did to ``target``.

    ``subdivisions`` are what it touched; ``part`` says that it touched a part only, named or
    not. ``doubt`` says why it cannot be as stated. ``when`` is None where no date is known,
    ``until`` where no last day is given.
    """

    actor: str
    kind: RelationKind
    target: str
    when: Moment | None
    part: bool
    subdivisions: tuple[str, ...]
    quotes: tuple[Quote, ...]
    doubt: str | None = None
    until: PartialDate | None = None


# 'thay thế các quy định về học phí tại X', as folded
_TOPIC = re.compile(r" (?:quy dinh|noi dung) ve .{2,150} (?:tai|cua)$")


class Extent:
    """Tells from the words beside a mention whether all of the document is meant."""

    def __init__(self, registry: Registry) -> None:
        self._part = tuple(" " + fold(word) for word in registry.listed("only-part"))
        self._except = tuple(registry.listed("except"))

    def part_only(self, act: Act) -> bool:
        """Tell whether an act touches a part only: 'một số điều của', ', trừ khoản 3'."""
        if act.to_subdivisions:
            return True
        before = " " + fold(act.before)
        if before.endswith(self._part) or _TOPIC.search(before):
            return True
        return any(word in act.after for word in self._except)


def changes(
    store: Store,
    registry: Registry,
    targets: Collection[str],
    kinds: Collection[RelationKind],
    *,
    until: date | None = None,
    each: int = 3,
) -> list[Event]:
    """Return what was done to works, by target, actor and kind.

    With ``until`` only what was said, and was done, by that day.
    """
    acts = store.acts(targets, outgoing=False, kinds=kinds, each=each)
    if until is not None:
        acts = [one for one in acts if _said_by(one, until)]
    known = {one.id: one for one in store.works({one.source for one in acts} | set(targets))}
    extent = Extent(registry)
    events = [
        _event(list(group), known, extent)
        for _, group in groupby(acts, lambda one: (one.target, one.source, one.kind, _whole(one)))
    ]
    return [one for one in events if until is None or done_by(one, until)]


def _whole(act: Act) -> bool:
    return not act.to_subdivisions


def _event(acts: list[Act], known: dict[str, Work], extent: Extent) -> Event:
    first, actor = acts[0], known.get(acts[0].source)
    given = min((one.since for one in acts if one.since is not None), default=None)
    when = Moment(given, STATED) if given else _moment(actor, first.kind) or _reported(acts)
    target = known.get(first.target)
    late = when is not None and target is not None and surely_before(when.date, target.signed_on)
    return Event(
        actor=first.source,
        kind=first.kind,
        target=first.target,
        when=when,
        part=all(extent.part_only(one) for one in acts),
        subdivisions=tuple(dict.fromkeys(path for one in acts for path in one.to_subdivisions)),
        quotes=_quotes(acts),
        until=max((one.until for one in acts if one.until is not None), default=None),
        doubt="có trước cả văn bản mà nó tác động đến" if late and actor else None,
    )


def _quotes(acts: Iterable[Act]) -> tuple[Quote, ...]:
    return tuple({(q.source, q.span): q for q in (one.quote for one in acts)}.values())


def _moment(actor: Work | None, kind: RelationKind) -> Moment | None:
    if actor is None:
        return None
    return starts(actor) if kind in CHANGES else signed(actor) or starts(actor)


def _reported(acts: Iterable[Act]) -> Moment | None:
    days = [one.quote.published for one in acts if one.quote.published is not None]
    return Moment(min(days, key=lambda day: day.earliest()), REPORTED) if days else None


def _said_by(act: Act, day: date) -> bool:
    published = act.quote.published
    return published is None or happened(published, day) is not False


def done_by(event: Event, day: date) -> bool:
    """Tell whether an event had, as far as is known, happened by ``day``."""
    return event.when is None or happened(event.when.date, day) is not False


def in_time(event: Event) -> tuple[str, bool, str, str]:
    """Return what events are ordered by: date (unknown last), then kind and actor."""
    known = str(event.when.date) if event.when else ""
    return ("" if known else "~") + known, event.part, event.kind, event.actor

"""Reviews: sơ kết and tổng kết that texts tell of, and those that are due and not found."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from graph.lineage.changes import Event, changes, in_time
from graph.lineage.force import REPEALED, REPLACED, statuses
from graph.lineage.moments import years_after
from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.model.rules import ReviewRule
from graph.store import Page, Store

_REVIEWS = frozenset((RelationKind.REVIEWS,))
_MONTH = 30.4375  # days


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A work with the reviews of it, oldest first."""

    work: str
    reviews: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A review that ought to have been held by ``day``, of which nothing is found.

    ``earlier`` are reviews found that were too early to be this one.
    """

    work: str
    name: str
    years: int
    day: date
    overdue: int  # days
    earlier: tuple[Event, ...]


def reviewed(
    store: Store, registry: Registry, *, limit: int = 20, offset: int = 0
) -> Page[Reviewed]:
    """Return the works that were reviewed, a stretch of them by id."""
    works = sorted({target for _, _, target, _ in store.all_acts(_REVIEWS)})
    shown = works[offset : offset + limit]
    found = _reviews(store, registry, shown, None)
    items = tuple(Reviewed(one, found.get(one, ())) for one in shown)
    return Page(items, len(works), limit, offset)


def due(
    store: Store, registry: Registry, day: date, *, limit: int = 20, offset: int = 0
) -> Page[Due]:
    """Return reviews due by ``day`` and not found, by seeds/review-rules.tsv; longest due first.

    Of several that a work has missed only the last: earlier ones can no longer be held. What has
    been replaced or repealed needs none.
    """
    candidates = list(_candidates(store, registry, day))
    ids = [work.id for work, _, _ in candidates]
    held = _reviews(store, registry, ids, day)
    ended = {
        one.work
        for one in statuses(store, registry, ids, day).values()
        if one.state in (REPLACED, REPEALED)
    }
    found = []
    for work, rule, when in candidates:
        events = held.get(work.id, ())
        if work.id not in ended and not any(_counts(one, rule, when) for one in events):
            overdue = (day - when).days
            found.append(Due(work.id, rule.name, rule.years, when, overdue, events))
    found.sort(key=lambda one: (-one.overdue, one.work))
    return Page(tuple(found[offset : offset + limit]), len(found), limit, offset)


def _candidates(
    store: Store, registry: Registry, day: date
) -> Iterable[tuple[Work, ReviewRule, date]]:
    bodies = {one.id: one for one in store.all_bodies()}
    rules = sorted(registry.review_rules, key=lambda rule: -rule.years)
    for work in store.works_of_types({one for rule in rules for one in rule.types}):
        for rule in rules:
            when = _due_on(work, bodies.get(work.issuer or ""), rule)
            if when is not None and when <= day:
                yield work, rule, when
                break


def _due_on(work: Work, issuer: Body | None, rule: ReviewRule) -> date | None:
    if issuer is None or work.signed_on is None or work.type not in rule.types:
        return None
    if (issuer.world, issuer.level) != (rule.world, rule.level):
        return None
    return years_after(work.signed_on.latest(), rule.years)


def _counts(event: Event, rule: ReviewRule, due_on: date) -> bool:
    """Tell whether a review is late enough to be the one that is due."""
    if event.when is None:
        return False
    return event.when.date.latest() >= due_on - timedelta(days=rule.ahead * _MONTH)


def _reviews(
    store: Store, registry: Registry, works: Collection[str], day: date | None
) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = {}
    for one in changes(store, registry, works, _REVIEWS, until=day, each=1):
        found.setdefault(one.target, []).append(one)
    return {work: tuple(sorted(events, key=in_time)) for work, events in found.items()}

"""What must be reviewed if a document goes: all that rests on it, near and far."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from graph.lineage.answers import Step
from graph.lineage.tracing import located
from graph.model.errors import InputError
from graph.model.identifiers import is_work_id
from graph.model.relations import RelationKind
from graph.store import EdgeRow, Page, Quote, Store

K = RelationKind
# From the closest tie to the loosest: of several the closest is the reason that is given.
RESTS_ON = (
    K.PART_OF, K.DETAILS, K.GUIDES, K.IMPLEMENTS, K.INSTITUTIONALISES, K.CONTINUES, K.BASED_ON,
    K.CITES,
)  # fmt: skip
SEARCHED = 50_000
_ORDER = {kind: place for place, kind in enumerate(RESTS_ON)}
_ROWS = 200_000


@dataclass(frozen=True, slots=True)
class Affected:
    """A node that rests on the work. ``steps`` lead from it to the work, a shortest way;
    ``quotes[i]`` is the sentence behind ``steps[i]``."""

    node: str
    distance: int
    steps: tuple[Step, ...]
    quotes: tuple[Quote | None, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """A stretch of what is affected, nearest first. ``truncated``: there is more than
    SEARCHED, of which nothing is known."""

    work: str
    page: Page[Affected]
    truncated: bool


def impact(
    store: Store,
    work: str,
    *,
    relations: Collection[RelationKind] | None = None,
    depth: int | None = None,
    as_of: date | None = None,
    limit: int = 20,
    offset: int = 0,
) -> Impact:
    """Return what rests on a work by RESTS_ON (or ``relations``), through any number of steps.

    Bodies that carry the work out are affected too, and are passed through by none. NotFoundError
    for an unknown work, InputError for an ambiguous one or bad arguments.
    """
    if limit < 1 or offset < 0 or (depth is not None and depth < 1):
        raise InputError(f"limit {limit}, offset {offset} or depth {depth} is too small")
    kinds = frozenset(RESTS_ON if relations is None else relations)
    if strange := kinds - set(RESTS_ON):
        raise InputError(f"nothing rests on a document by {', '.join(sorted(strange))}")
    start = located(store, work)
    found, truncated = _spread(store, start, kinds, depth, as_of)
    shown = list(found)[offset : offset + limit]
    ways = {one: _way(found, one) for one in shown}
    keys = {(row.source, row.kind, row.target) for way in ways.values() for row in way}
    said = store.quotes(keys, each=1, until=as_of)
    items = tuple(_affected(one, ways[one], said) for one in shown)
    return Impact(start, Page(items, len(found), limit, offset), truncated)


def _spread(
    store: Store, start: str, kinds: Collection[RelationKind], depth: int | None, day: date | None
) -> tuple[dict[str, EdgeRow], bool]:
    """Return for each affected node the edge by which it was reached, in order of distance."""
    found: dict[str, EdgeRow] = {}
    frontier, level, truncated = [start], 0, False
    while frontier and (depth is None or level < depth):
        level += 1
        rows = store.edges(frontier, outgoing=False, kinds=kinds, limit=_ROWS, until=day)
        truncated |= len(rows) == _ROWS
        reached: dict[str, EdgeRow] = {}
        for row in sorted(rows, key=_closeness):
            if row.source != start and row.source not in found:
                reached.setdefault(row.source, row)
        for one in sorted(reached, key=lambda one: (_ORDER[reached[one].kind], one)):
            found[one] = reached[one]
        if len(found) > SEARCHED:
            return found, True
        frontier = [one for one in reached if is_work_id(one)]
    return found, truncated


def _closeness(row: EdgeRow) -> tuple[int, str, str]:
    return _ORDER[row.kind], row.target, row.source


def _way(found: dict[str, EdgeRow], node: str) -> list[EdgeRow]:
    way = []
    row = found.get(node)
    while row is not None:
        way.append(row)
        row = found.get(row.target)
    return way


def _affected(
    node: str,
    way: list[EdgeRow],
    said: dict[tuple[str, RelationKind, str], list[Quote]],
) -> Affected:
    quotes = [said.get((row.source, row.kind, row.target), []) for row in way]
    return Affected(
        node=node,
        distance=len(way),
        steps=tuple(Step(row.source, row.kind, row.target, row.evidence) for row in way),
        quotes=tuple(some[0] if some else None for some in quotes),
    )

"""Which document holds now in place of another: replacements followed to their living heads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import networkx as nx

from graph.lineage.changes import Event, changes, done_by
from graph.lineage.force import Status, statuses
from graph.lineage.tracing import located
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.store import Store

_REPLACES = frozenset((RelationKind.REPLACES,))
# Longer chains of replacement do not occur; a bound all the same.
_STEPS = 60


@dataclass(frozen=True, slots=True)
class Head:
    """An end of the chains: ``path`` leads to it, ``status`` is how it stands on the day."""

    work: str
    path: tuple[str, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class Current:
    """Where replacements of ``work`` lead.

    ``forks`` are works that several replace, with these; ``cycles`` chains that lead back to
    where they began; ``steps`` all replacements met, the impossible ones with their doubt.
    """

    work: str
    day: date
    heads: tuple[Head, ...]
    forks: tuple[tuple[str, tuple[str, ...]], ...]
    cycles: tuple[tuple[str, ...], ...]
    steps: tuple[Event, ...]

    @property
    def living(self) -> tuple[Head, ...]:
        """The heads that hold, as far as is known, at least in part."""
        return tuple(one for one in self.heads if one.status.state in ("in-force", "partly"))


def current(store: Store, registry: Registry, work: str, day: date) -> Current:
    """Follow replacements of the whole document, as they were on ``day``, to their heads.

    A work that nothing replaces is its own head. NotFoundError for an unknown work, InputError
    for an ambiguous one.
    """
    start = located(store, work)
    steps = _steps(store, registry, start, day)
    everything = nx.DiGraph((one.target, one.actor) for one in steps)
    likely = nx.DiGraph((one.target, one.actor) for one in steps if one.doubt is None)
    likely.add_node(start)
    ways = nx.single_source_shortest_path(likely, start)
    ends = sorted(one for one in ways if not likely[one])
    standing = statuses(store, registry, ends, day)
    heads = (Head(one, tuple(ways[one]), standing[one]) for one in ends if one in standing)
    forks = {one: tuple(sorted(likely[one])) for one in sorted(ways)}
    return Current(
        work=start,
        day=day,
        heads=tuple(heads),
        forks=tuple((one, several) for one, several in forks.items() if len(several) > 1),
        cycles=cycles(everything),
        steps=tuple(steps),
    )


def cycles(graph: nx.DiGraph) -> tuple[tuple[str, ...], ...]:
    """Return one shortest circle of each knot of the graph, from its smallest node."""
    found = []
    for knot in nx.strongly_connected_components(graph):
        first = min(knot)
        inside = sorted(one for one in graph[first] if one in knot)
        if inside:
            back = min((nx.shortest_path(graph, one, first) for one in inside), key=len)
            found.append((first, *back[:-1]))
    return tuple(sorted(found))


def _steps(store: Store, registry: Registry, start: str, day: date) -> list[Event]:
    found: list[Event] = []
    seen, frontier = {start}, [start]
    for _ in range(_STEPS):
        events = changes(store, registry, frontier, _REPLACES, each=1)
        events = [one for one in events if not one.part and done_by(one, day)]
        found.extend(events)
        frontier = sorted({one.actor for one in events} - seen)
        seen.update(frontier)
        if not frontier:
            break
    return found

"""Lineage: what a document carries out, and what carries it out, level by level."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

import networkx as nx

from graph.lineage.answers import BOTH, DIRECTIONS, DOWN, UP
from graph.lineage.labels import node_attributes, sentence
from graph.model.errors import InputError, NotFoundError
from graph.model.identifiers import is_work_id
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.store import EdgeRow, Store

# Everybody cites the same laws and shares the same issuers: these say little about descent, so
# they are shown beside the root and not followed from there, unless they are asked for by name.
NEAR_ONLY = frozenset({RelationKind.CITES, RelationKind.ISSUED_BY})
SENTENCES = 3
_FOLLOWED = frozenset(RelationKind) - NEAR_ONLY

Key = tuple[str, RelationKind, str]


@dataclass(slots=True)
class _Trace:
    """What has been found so far: nodes with their level, and edges between them."""

    limit: int
    levels: dict[str, int]
    edges: dict[Key, list[EdgeRow]] = field(default_factory=dict)
    truncated: bool = False

    def add(self, edge: EdgeRow, far: str, level: int) -> bool:
        """Add an edge and the node at its far end; False where there is no room for the node."""
        if far not in self.levels:
            if len(self.levels) >= self.limit:
                self.truncated = True
                return False
            self.levels[far] = level
        rows = self.edges.setdefault((edge.source, edge.kind, edge.target), [])
        if edge not in rows:
            rows.append(edge)
        return True


def lineage(
    store: Store,
    root: str,
    *,
    direction: str = BOTH,
    depth: int = 3,
    relations: Collection[RelationKind] | None = None,
    limit: int = 2000,
    as_of: date | None = None,
    registry: Registry | None = None,
    sentences_each: int = SENTENCES,
) -> nx.MultiDiGraph:
    """Return what ``root`` (a work, an alias of one, or a body) descends from and leads to.

    'up' follows relations from the acting work to what it acts on (what the root implements),
    'down' the other way, 'both' gives the two together, each ``depth`` steps far. A body that is
    not the root is never passed through. Without ``relations``, 'cites' and 'issued_by' are
    shown at the root only (see NEAR_ONLY); named ones are followed at every step. ``as_of``
    leaves out what was done or said after that day; what bears no date stays.

    graph.graph: root, direction, depth, truncated (more than ``limit`` nodes were there), and
    as_of (ISO) where it was asked for.
    Nodes: kind, type, number, date, issuer, title, status, level (0 the root, below 0 up).
    Edges, by relation: relation, evidence, from_subdivisions, to_subdivisions, sentences.
    NotFoundError for an unknown root, InputError for an ambiguous one or bad arguments.
    """
    if direction not in DIRECTIONS:
        raise InputError(f"direction is '{direction}', not one of {', '.join(DIRECTIONS)}")
    if depth < 0 or limit < 1:
        raise InputError(f"depth {depth} or limit {limit} is too small")
    start = located(store, root)
    trace = _Trace(limit, {start: 0})
    for way in (UP, DOWN):
        if direction in (way, BOTH):
            _follow(store, trace, start, way, depth, relations, as_of)
    graph = nx.MultiDiGraph(root=start, direction=direction, depth=depth, truncated=trace.truncated)
    if as_of is not None:
        graph.graph["as_of"] = as_of.isoformat()
    _draw_nodes(store, graph, trace, registry)
    _draw_edges(store, graph, trace, sentences_each, as_of)
    return graph


def located(store: Store, identifier: str) -> str:
    """Return the one current node of an id or alias."""
    found = store.locate(identifier)
    if not found:
        raise NotFoundError(f"nothing is known as '{identifier}'")
    if len(found) > 1:
        raise InputError(f"'{identifier}' may mean {', '.join(found)}")
    return found[0]


def _follow(
    store: Store,
    trace: _Trace,
    start: str,
    way: str,
    depth: int,
    relations: Collection[RelationKind] | None,
    as_of: date | None,
) -> None:
    outgoing = way == UP
    frontier, followed = [start], {start}
    for step in range(1, depth + 1):
        kinds = relations if relations is not None or step == 1 else _FOLLOWED
        # A bound on what is fetched: a law may be cited by every text there is.
        room = _room(trace)
        rows = store.edges(frontier, outgoing=outgoing, kinds=kinds, limit=room, until=as_of)
        trace.truncated |= len(rows) == room
        frontier = []
        for row in rows:
            far = row.target if outgoing else row.source
            if not trace.add(row, far, -step if outgoing else step):
                continue
            near_only = relations is None and row.kind in NEAR_ONLY
            if far not in followed and is_work_id(far) and not near_only:
                followed.add(far)
                frontier.append(far)
        if not frontier:
            return


def _room(trace: _Trace) -> int:
    return 8 * trace.limit + 1


def _draw_nodes(
    store: Store, graph: nx.MultiDiGraph, trace: _Trace, registry: Registry | None
) -> None:
    shown = node_attributes(store, trace.levels, registry)
    for one in sorted(trace.levels, key=lambda one: (trace.levels[one], one)):
        # A node that went away between two queries: another process wrote just then.
        if one in shown:
            graph.add_node(one, **shown[one], level=trace.levels[one])


def _draw_edges(
    store: Store, graph: nx.MultiDiGraph, trace: _Trace, each: int, as_of: date | None
) -> None:
    said = store.quotes(trace.edges, each=each, until=as_of) if each > 0 else {}
    for (source, kind, target), rows in sorted(trace.edges.items()):
        if source not in graph or target not in graph:
            continue
        graph.add_edge(
            source,
            target,
            key=kind.value,
            relation=kind.value,
            evidence=sum(row.evidence for row in rows),
            from_subdivisions=_paths([row.from_subdivisions for row in rows]),
            to_subdivisions=_paths([row.to_subdivisions for row in rows]),
            sentences=[sentence(one) for one in said.get((source, kind, target), [])],
        )


def _paths(found: list[tuple[str, ...]]) -> list[list[str]]:
    return [list(path) for path in sorted({path for path in found if path})]

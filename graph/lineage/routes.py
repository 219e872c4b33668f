"""Paths: how one document comes to act on another, through which."""

from __future__ import annotations

from itertools import islice, pairwise

import networkx as nx

from graph.lineage.answers import Path, Step
from graph.lineage.tracing import located
from graph.model.errors import InputError
from graph.model.identifiers import is_work_id
from graph.model.relations import RelationKind
from graph.store import EdgeRow, Store

# Nodes looked at before giving up; a search from both ends rarely comes near it.
SEARCHED = 20_000
_EDGES = 100_000
_KINDS = frozenset(RelationKind)


def paths(store: Store, a: str, b: str, *, longest: int = 6, limit: int = 5) -> list[Path]:
    """Return up to ``limit`` paths from ``a`` to ``b``, shortest first, none over ``longest``.

    Relations are followed from the acting node to the one acted on; where no path leads that
    way, from ``b`` to ``a``. Bodies are passed through by none: a shared issuer is no path.
    NotFoundError for an unknown end, InputError for an ambiguous one or bad arguments.
    """
    if longest < 1 or limit < 1:
        raise InputError(f"longest {longest} or limit {limit} is too small")
    start, end = located(store, a), located(store, b)
    if start == end:
        return [Path((start,), ())]
    return _paths(store, start, end, longest, limit) or _paths(store, end, start, longest, limit)


def _paths(store: Store, start: str, end: str, longest: int, limit: int) -> list[Path]:
    between = _between(store, start, end, longest)
    found: list[Path] = []
    try:
        for nodes in islice(nx.shortest_simple_paths(between, start, end), limit):
            if len(nodes) > longest + 1:
                break
            found.append(Path(tuple(nodes), tuple(_steps(between, nodes))))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        pass  # nothing, or no further one
    return found


def _steps(between: nx.DiGraph, nodes: list[str]) -> list[Step]:
    rows = [between.edges[pair]["row"] for pair in pairwise(nodes)]
    return [Step(row.source, row.kind, row.target, row.evidence) for row in rows]


def _between(store: Store, start: str, end: str, longest: int) -> nx.DiGraph:
    """Gather edges from both ends, the smaller frontier first, until the two have met.

    Levels are completed until their sum is ``longest``, so that longer paths are found too.
    """
    graph = nx.DiGraph()
    sides = {True: {start}, False: {end}}
    seen = {True: {start}, False: {end}}
    for _ in range(longest):
        outgoing = len(sides[True]) <= len(sides[False])
        if not sides[outgoing]:
            outgoing = not outgoing
        if not sides[outgoing] or len(seen[True]) + len(seen[False]) > SEARCHED:
            break
        rows = store.edges(sides[outgoing], outgoing=outgoing, kinds=_KINDS, limit=_EDGES)
        sides[outgoing] = set()
        for row in rows:
            far = row.target if outgoing else row.source
            if not is_work_id(far) and far not in (start, end):
                continue
            _add(graph, row)
            if far not in seen[outgoing]:
                seen[outgoing].add(far)
                sides[outgoing].add(far)
    return graph


def _add(graph: nx.DiGraph, row: EdgeRow) -> None:
    known = graph.get_edge_data(row.source, row.target)
    if known is None or row.kind < known["row"].kind:
        graph.add_edge(row.source, row.target, row=row)

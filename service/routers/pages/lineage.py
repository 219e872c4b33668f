"""The lineage of a work or body: an interactive picture, and the same as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Response

from graph.export.lineage_view import LineageView, view_of
from graph.export.pictures.style import line_styles
from graph.lineage import lineage
from graph.model.errors import NotFoundError
from graph.model.relations import RelationKind
from service.dependencies import GraphDep, PresenterDep, ViewDep
from service.formats import LINEAGE_SUFFIXES
from service.pages.routing import PageRoute
from service.pages.view import View
from service.redirects import identifier, located
from service.routers.lineage import Scope
from service.routing import Router
from service.state import Graph

router = Router(route_class=PageRoute, include_in_schema=False)
# The table is for reading; the whole is in the files.
_ROWS = 100


async def _scope(
    direction: Literal["up", "down", "both"] = "both",
    depth: Annotated[int, Query(ge=1, le=10)] = 3,
    relation: Annotated[list[RelationKind] | None, Query()] = None,
    as_of: date | None = None,
) -> Scope:
    return Scope(direction, depth, relation, as_of)


ScopeDep = Annotated[Scope, Depends(_scope)]


@router.get("/works/{work:path}/lineage")
def of_work(
    graph: GraphDep, presenter: PresenterDep, view: ViewDep, work: str, scope: ScopeDep
) -> Response:
    """Return the lineage of a work."""
    known = located(graph, presenter, work)
    return _page(graph, view, known.id, f"/works{known.id}", scope)


@router.get("/bodies/{body:path}/lineage")
def of_body(graph: GraphDep, view: ViewDep, body: str, scope: ScopeDep) -> Response:
    """Return the lineage of a body."""
    known = graph.store.body(identifier(body))
    if known is None:
        raise NotFoundError(f"không có cơ quan '{identifier(body)}'")
    return _page(graph, view, known.id, f"/bodies{known.id}", scope)


def _page(graph: Graph, view: View, root: str, address: str, scope: Scope) -> Response:
    found = _traced(graph, root, scope, sentences=1)
    every = replace(
        scope, relation=None, as_of=None
    )  # what can be chosen does not depend on what is
    offered = _traced(graph, root, every, sentences=0) if every != scope else found
    nodes = {node.id: node for node in found.nodes}
    return view.page(
        "lineage",
        entry="lineage",
        address=address,
        root=nodes[root],
        nodes=nodes,
        lineage=found,
        edges=found.edges[:_ROWS],
        scope=scope,
        styles=_styles(view),
        kinds=_kinds(offered, scope),
        words=view.words.table("graph"),
        formats=LINEAGE_SUFFIXES,
        query=view.request.url.query,
    )


def _traced(graph: Graph, root: str, scope: Scope, sentences: int) -> LineageView:
    return view_of(
        lineage(
            graph.store,
            root,
            direction=scope.direction,
            depth=scope.depth,
            relations=scope.relation,
            limit=graph.settings.lineage_nodes,
            registry=graph.registry,
            sentences_each=sentences,
            as_of=scope.as_of,
        )
    )


def _styles(view: View) -> dict[str, dict[str, Any]]:
    """Return how each relation looks and is called in both directions."""
    return {
        kind: {
            "label": view.words.relation(kind),
            "inverse": view.words.relation(kind, inverse=True),
            "colour": style.colour,
            "dash": style.dash,
            "head": style.head,
            "width": style.width,
        }
        for kind, style in line_styles().items()
    }


def _kinds(found: LineageView, scope: Scope) -> list[tuple[str, int, bool]]:
    """Return the relations to choose from, with their number here and whether they are chosen."""
    counts = dict.fromkeys((kind.value for kind in scope.relation or ()), 0)
    for edge in found.edges:
        counts[edge.relation] = counts.get(edge.relation, 0) + 1
    chosen = {str(kind) for kind in scope.relation or counts}
    listed = sorted(counts, key=lambda kind: -counts[kind])
    return [(kind, counts[kind], kind in chosen) for kind in listed]

"""Lineages, as JSON, pictures and files; paths between two nodes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Response

from graph.export import Paper
from graph.lineage import Path, lineage, paths
from graph.lineage.labels import node_attributes, sentence
from graph.model.errors import NotFoundError
from graph.model.relations import RelationKind
from graph.store import Quote
from service.caching import AnswersDep, conditional
from service.days import Day
from service.dependencies import GraphDep, PresenterDep
from service.errors import documented
from service.formats import LINEAGE_SUFFIXES, File, file_contents, lineage_file, sentences_for
from service.present import Presenter
from service.redirects import DOCUMENTED, identifier, located
from service.routing import Router
from service.schemas.lineage import LineageAnswer, PathsAnswer
from service.state import Graph

SENTENCES = 3
Said = dict[tuple[str, RelationKind, str], list[Quote]]
router = Router(tags=["lineage"], dependencies=[Depends(conditional)])
FILE: dict[str, Any] = {
    "description": f"The lineage as a file: {', '.join(LINEAGE_SUFFIXES)}.",
    "content": file_contents(LINEAGE_SUFFIXES),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """How far and along which relations a lineage goes."""

    direction: Literal["up", "down", "both"]
    depth: int
    relation: list[RelationKind] | None
    as_of: date | None


async def _scope(
    direction: Annotated[Literal["up", "down", "both"], Query()] = "both",
    depth: Annotated[int, Query(ge=1, le=10)] = 3,
    relation: Annotated[
        list[RelationKind] | None, Query(description="Only these; repeat for several.")
    ] = None,
    as_of: Annotated[
        Day | None, Query(description="Leave out what was done or said after this day.")
    ] = None,
) -> Scope:
    return Scope(direction, depth, relation, as_of)


ScopeDep = Annotated[Scope, Depends(_scope)]
PaperSize = Annotated[
    Paper | None,
    Query(description="Put svg, png or pdf on sheets of this size; pdf on as many as needed."),
]


@router.get(
    "/works/{id:path}/lineage",
    response_model=LineageAnswer,
    responses={**DOCUMENTED, **documented("not-found")},
)
def work_lineage(
    graph: GraphDep,
    answers: AnswersDep,
    presenter: PresenterDep,
    id: str,
    scope: ScopeDep,
) -> Response:
    """Return what a work goes back to (up) and what goes back to it (down)."""
    return answers.file(
        lambda: _json(_drawn(graph, located(graph, presenter, id).id, scope, "json"))
    )


@router.get(
    "/works/{id:path}/lineage.{suffix}",
    response_class=Response,
    responses={
        200: FILE,
        **DOCUMENTED,
        **documented("not-found", "unknown-format"),
    },
)
def work_lineage_file(
    graph: GraphDep,
    answers: AnswersDep,
    presenter: PresenterDep,
    id: str,
    suffix: str,
    scope: ScopeDep,
    paper: PaperSize = None,
) -> Response:
    """Return a work's lineage as a picture or file, by suffix."""
    return answers.file(
        lambda: _drawn(graph, located(graph, presenter, id).id, scope, suffix, paper)
    )


@router.get(
    "/bodies/{id:path}/lineage",
    response_model=LineageAnswer,
    responses=documented("not-found"),
)
def body_lineage(graph: GraphDep, answers: AnswersDep, id: str, scope: ScopeDep) -> Response:
    """Return what a body acts on."""
    return answers.file(lambda: _json(_drawn(graph, _body(graph, id), scope, "json")))


@router.get(
    "/bodies/{id:path}/lineage.{suffix}",
    response_class=Response,
    responses={200: FILE, **documented("not-found", "unknown-format")},
)
def body_lineage_file(
    graph: GraphDep,
    answers: AnswersDep,
    id: str,
    suffix: str,
    scope: ScopeDep,
    paper: PaperSize = None,
) -> Response:
    """Return a body's lineage as a picture or file, by suffix."""
    return answers.file(lambda: _drawn(graph, _body(graph, id), scope, suffix, paper))


@router.get(
    "/paths",
    response_model=PathsAnswer,
    responses={300: DOCUMENTED[300], **documented("not-found")},
)
def ways(
    graph: GraphDep,
    presenter: PresenterDep,
    start: Annotated[str, Query(alias="from", max_length=500)],
    end: Annotated[str, Query(alias="to", max_length=500)],
    longest: Annotated[int, Query(ge=1, le=10)] = 6,
    limit: Annotated[int, Query(ge=1, le=20)] = 5,
) -> dict[str, Any]:
    """Return the shortest ways in which two works or bodies hang together."""
    ends = [_node(graph, presenter, path) for path in (start, end)]
    found = paths(graph.store, *ends, longest=longest, limit=limit)
    nodes = node_attributes(
        graph.store, {one for path in found for one in path.nodes}, graph.registry
    )
    keys = {(step.source, step.kind, step.target) for path in found for step in path.steps}
    said = graph.store.quotes(keys, each=SENTENCES)
    shown = [_way(path, nodes, said) for path in found]
    return {"source": ends[0], "target": ends[1], "paths": shown}


def _drawn(graph: Graph, root: str, scope: Scope, suffix: str, paper: Paper | None = None) -> File:
    """Return the lineage of a node in a format."""
    found = lineage(
        graph.store,
        root,
        direction=scope.direction,
        depth=scope.depth,
        relations=scope.relation,
        as_of=scope.as_of,
        limit=graph.settings.lineage_nodes,
        registry=graph.registry,
        sentences_each=sentences_for(suffix),
    )
    return lineage_file(graph, found, suffix, paper)


def _json(file: File) -> File:
    """Return the file as an answer to be read, not saved."""
    return replace(file, name=None)


def _way(path: Path, nodes: dict[str, Any], said: Said) -> dict[str, Any]:
    """Return a path in the shapes of lineage nodes and edges, each with its sentences."""
    edges = [
        {
            "from": step.source,
            "relation": step.kind,
            "to": step.target,
            "evidence": step.evidence,
            "sentences": [
                sentence(one) for one in said.get((step.source, step.kind, step.target), ())
            ],
        }
        for step in path.steps
    ]
    return {"nodes": [{"id": one, **nodes[one]} for one in path.nodes], "edges": edges}


def _node(graph: Graph, presenter: Presenter, path: str) -> str:
    wanted = identifier(path)
    if wanted.startswith("/org/"):
        return _body(graph, wanted)
    found = graph.store.locate(wanted)
    return found[0] if len(found) == 1 else located(graph, presenter, wanted).id


def _body(graph: Graph, path: str) -> str:
    wanted = identifier(path)
    if graph.store.body(wanted) is None:
        raise NotFoundError(f"không có cơ quan '{wanted}'")
    return wanted

"""The whole graph as RDF, and the vocabulary that it is said in."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Response

from service.caching import conditional
from service.dependencies import GraphDep
from service.errors import documented
from service.formats import GRAPH_SUFFIXES, graph_file, ontology_file

router = APIRouter(tags=["export"], dependencies=[Depends(conditional)])


@router.get(
    "/export/graph.{suffix}",
    response_class=Response,
    responses={
        200: {"description": f"The graph as RDF: {', '.join(GRAPH_SUFFIXES)}."},
        **documented("unknown-format"),
    },
)
def whole(graph: GraphDep, suffix: str) -> Response:
    """Return everything that is known, each statement with its evidence."""
    file = graph_file(graph, suffix)
    headers = {"Content-Disposition": f'inline; filename="luocdo.{suffix}"'}
    return Response(file.body, media_type=file.media_type, headers=headers)


@router.get("/ontology", response_class=Response)
def ontology(graph: GraphDep) -> Response:
    """Return the ontology, in Turtle."""
    file = ontology_file(graph)
    return Response(file.body, media_type=file.media_type)

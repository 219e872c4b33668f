"""The whole graph as RDF, and the vocabulary that it is said in."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Response

from service.caching import AnswersDep, conditional
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
def whole(graph: GraphDep, answers: AnswersDep, suffix: str) -> Response:
    """Return everything that is known, each statement with its evidence."""
    return answers.file(lambda: graph_file(graph, suffix))


@router.get("/ontology", response_class=Response)
def ontology(graph: GraphDep, answers: AnswersDep) -> Response:
    """Return the ontology, in Turtle."""
    return answers.file(lambda: ontology_file(graph))

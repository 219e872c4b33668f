"""Whether the service lives, what it holds, what its problems mean."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, Request, Response

from graph.model.errors import NotFoundError, QueryTimeoutError
from service.caching import conditional
from service.dependencies import GraphDep, SparqlDep, WholesDep
from service.errors import KINDS, documented
from service.metrics import MEDIA_TYPE, Metrics
from service.routing import Router
from service.schemas.sources import HealthAnswer, StatsAnswer
from service.state import VERSION
from service.wholes import BusyError

router = Router(tags=["service"])
_MINUTE = 60.0
_PATIENCE = 1.0  # seconds that the readiness check waits for the dataset


@router.get("/health", response_model=HealthAnswer, responses=documented("store"))
def health(graph: GraphDep) -> HealthAnswer:
    """Answer 200 where the store can be read."""
    return HealthAnswer(
        status="ok",
        version=VERSION,
        generation=graph.store.generation,
        registry=graph.registry.version,
    )


@router.get("/health/ready", response_model=HealthAnswer, responses=documented("store", "busy"))
def ready(graph: GraphDep, view: SparqlDep) -> HealthAnswer:
    """Answer 200 where everything can be answered: the store and the SPARQL dataset of it.

    503 as long as the dataset is being built: after a start without one, or after very much came.
    """
    try:
        view.refresh(_PATIENCE)
    except QueryTimeoutError as error:
        raise BusyError("tập RDF đang được dựng; các câu hỏi khác vẫn trả lời được") from error
    return health(graph)


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"description": "Prometheus' text format.", "content": {"text/plain": {}}}},
)
def metrics(request: Request, graph: GraphDep, wholes: WholesDep) -> Response:
    """Return counts of requests by route, their times, and what the graph holds: as it was at
    most a minute ago, since counting a large store takes seconds."""
    known: Metrics = request.app.state.metrics
    body = known.written(graph.store.generation, dict(wholes.counts(graph, age=_MINUTE)))
    return Response(body, headers={"Content-Type": MEDIA_TYPE})


@router.get("/stats", response_model=StatsAnswer, dependencies=[Depends(conditional)])
def stats(graph: GraphDep, wholes: WholesDep) -> StatsAnswer:
    """Count what is in the store."""
    return StatsAnswer(generation=graph.store.generation, counts=dict(wholes.counts(graph)))


@router.get("/problems/{code}", responses=documented("not-found"))
def problem_kind(code: str) -> dict[str, Any]:
    """Document a type of problem; this is what its ``type`` member points to."""
    kind = KINDS.get(code)
    if kind is None:
        raise NotFoundError(f"không có loại lỗi '{code}'")
    return {"type": kind.uri, "code": kind.code, "status": kind.status, "title": kind.title}

"""The references of a text that is handed in; nothing of it is kept."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Response
from pydantic_core import to_json

from service.dependencies import GraphDep
from service.errors import documented
from service.routing import Router
from service.schemas.references import ReferencesAnswer, ReferencesRequest
from service.uploads import (
    DEFAULT_ORIGIN,
    Received,
    asked,
    body_schema,
    file_source,
    received,
    references_source,
)

router = Router(tags=["references"])


@router.post(
    "/references",
    response_model=ReferencesAnswer,
    openapi_extra={"requestBody": body_schema("ReferencesRequest")},
    responses=documented(
        "bad-input", "empty-text", "wrong-encoding", "malformed-date", "too-large", "not-text",
        "unsupported-media-type", "validation",
    ),
)  # fmt: skip
def references(graph: GraphDep, sent: Annotated[Received, Depends(received)]) -> Response:
    """Find every document that a text names, decide which it is, and how they relate."""
    request = asked(sent, ReferencesRequest)
    if request is None:
        source, identifier = file_source(graph, sent), None
    else:
        source = references_source(graph, request, DEFAULT_ORIGIN)
        identifier = request.id
    found = graph.pipeline.references(source).to_dict()
    return Response(to_json({"id": identifier, **found}), media_type="application/json")

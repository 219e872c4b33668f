"""The references of a text that is handed in; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import Depends, Response
from pydantic import JsonValue
from pydantic_core import to_json

from graph.model.errors import EmptyTextError
from graph.model.references import NOTHING
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
        "no-text-layer", "unsupported-media-type", "validation",
    ),
)  # fmt: skip
def references(graph: GraphDep, sent: Annotated[Received, Depends(received)]) -> Response:
    """Find every document that a text names, decide which it is, and how they relate.

    A text of no characters names none; a file of none is refused.
    """
    request = asked(sent, ReferencesRequest)
    if request is None:
        source, identifier = file_source(graph, sent), None
    else:
        identifier = request.id
        try:
            source = references_source(graph, request, DEFAULT_ORIGIN)
        except EmptyTextError:
            return _answer(identifier, NOTHING.to_dict())
    return _answer(identifier, graph.pipeline.references(source).to_dict(), source.warnings)


def _answer(
    identifier: JsonValue, found: Mapping[str, Any], warnings: Sequence[str] = ()
) -> Response:
    body = to_json({"id": identifier, **found, "warnings": warnings}, inf_nan_mode="null")
    return Response(body, media_type="application/json")

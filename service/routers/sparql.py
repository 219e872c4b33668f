"""SPARQL 1.1 Protocol, read only."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.export.sparql.view import SparqlView
from graph.model.errors import QueryError
from service.dependencies import SparqlDep
from service.errors import UnsupportedMediaTypeError, documented

router = APIRouter(tags=["sparql"])
QUERY = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
_EXAMPLE = "SELECT * WHERE { ?work ?relation ?other } LIMIT 10"
_RESPONSES = {
    200: {"description": "Results in the form that Accept asks for; default JSON or Turtle."},
    **documented("bad-query", "query-timeout"),
}


@router.get("/sparql", response_class=Response, responses=_RESPONSES)
def by_get(
    request: Request, view: SparqlDep, query: Annotated[str, Query(examples=[_EXAMPLE])]
) -> Response:
    """Run a SELECT, ASK, CONSTRUCT or DESCRIBE query over the whole graph."""
    return _answer(view, query, request)


async def _sent(request: Request) -> str:
    """Return the query of a POST: direct, or as the form field ``query``."""
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type not in (QUERY, FORM):
        raise UnsupportedMediaTypeError(f"kiểu '{media_type}' không nhận; gửi {QUERY} hoặc {FORM}")
    try:
        text = (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"truy vấn không phải UTF-8: byte {error.start}") from error
    if media_type == QUERY:
        return text
    queries = parse_qs(text).get("query", [])
    if len(queries) != 1:
        raise QueryError(f"cần đúng một trường 'query', nhận được {len(queries)}")
    return queries[0]


@router.post(
    "/sparql",
    response_class=Response,
    responses={**_RESPONSES, **documented("too-large", "unsupported-media-type")},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                QUERY: {"schema": {"type": "string"}, "example": _EXAMPLE},
                FORM: {
                    "schema": {
                        "type": "object",
                        "required": ["query"],
                        "properties": {"query": {"type": "string"}},
                    }
                },
            },
        }
    },
)
def by_post(request: Request, view: SparqlDep, query: Annotated[str, Depends(_sent)]) -> Response:
    """Run a query that is sent as a form or as the body itself."""
    return _answer(view, query, request)


def _answer(view: SparqlView, query: str, request: Request) -> Response:
    if not query.strip():
        raise QueryError("truy vấn trống")
    found = view.answer(query, request.headers.get("accept", "*/*"))
    headers = {"Vary": "Accept", "Luocdo-Truncated": str(found.truncated).lower()}
    return Response(found.body, media_type=found.media_type, headers=headers)

"""SPARQL 1.1 Protocol, read only; without a query, the description of the service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Query, Request, Response

from graph.export.rdf.void import service_bytes
from graph.export.rdf.writing import RDF_FORMATS
from graph.export.sparql.asking import Graphs, Sparql
from graph.model.errors import QueryError
from service.dependencies import GraphDep, LinkedDep, SparqlDep
from service.errors import UnsupportedMediaTypeError, documented
from service.representations import wanted
from service.routing import Router

router = Router(tags=["sparql"])
QUERY = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
_EXAMPLE = "SELECT * WHERE { ?work ?relation ?other } LIMIT 10"
_TEXT = {"schema": {"type": "string"}}
_MEDIA = (
    "application/sparql-results+json", "application/sparql-results+xml", "text/csv",
    "text/tab-separated-values", "application/n-triples", "application/rdf+xml",
    "application/ld+json", "text/turtle",
)  # fmt: skip
_RESPONSES = {
    200: {
        "description": "Results in the form that Accept asks for, by default JSON or Turtle. "
        "`Luocdo-Truncated` (in JSON: `truncated`) says whether rows were left out at a limit.",
        "content": dict.fromkeys(_MEDIA, _TEXT),
    },
    **documented("bad-query", "not-acceptable", "query-timeout"),
}
Iris = Annotated[list[str] | None, Query(max_length=100)]


@dataclass(frozen=True, slots=True)
class Asked:
    """One protocol request."""

    query: str
    graphs: Graphs


@router.get(
    "/sparql",
    response_class=Response,
    responses={**_RESPONSES, **documented("validation")},
)
def by_get(
    request: Request,
    view: SparqlDep,
    graph: GraphDep,
    linked: LinkedDep,
    query: Annotated[list[str] | None, Query(examples=[[_EXAMPLE]])] = None,
    default: Annotated[Iris, Query(alias="default-graph-uri")] = None,
    named: Annotated[Iris, Query(alias="named-graph-uri")] = None,
) -> Response:
    """Run a SELECT, ASK, CONSTRUCT or DESCRIBE query; without one, describe the service."""
    if query is None:
        form = wanted(request, "", "ttl").form
        suffix = form if form in RDF_FORMATS else "ttl"
        body = service_bytes(graph.settings.base_uri, linked.figures(), suffix)
        media_type = RDF_FORMATS[suffix].media_type
        return Response(body, media_type=media_type, headers={"Vary": "Accept"})
    graphs = Graphs(tuple(default or ()), tuple(named or ()))
    return _answer(view, Asked(_only(query), graphs), request)


async def _sent(request: Request) -> Asked:
    """Return the request of a POST: direct, or as form fields."""
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type not in (QUERY, FORM):
        raise UnsupportedMediaTypeError(f"kiểu '{media_type}' không nhận; gửi {QUERY} hoặc {FORM}")
    try:
        text = (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"truy vấn không phải UTF-8: byte {error.start}") from error
    if media_type == QUERY:
        pairs = request.query_params.multi_items()
        if any(name == "query" for name, _ in pairs):
            raise QueryError("truy vấn đã ở thân yêu cầu: không lặp lại ở địa chỉ")
        return Asked(text, _graphs(pairs))
    pairs = parse_qsl(text, keep_blank_values=True)
    return Asked(_only([value for name, value in pairs if name == "query"]), _graphs(pairs))


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
                        "properties": {
                            "query": {"type": "string"},
                            "default-graph-uri": {"type": "string"},
                            "named-graph-uri": {"type": "string"},
                        },
                    }
                },
            },
        }
    },
)
def by_post(request: Request, view: SparqlDep, asked: Annotated[Asked, Depends(_sent)]) -> Response:
    """Run a query that is sent as a form or as the body itself."""
    return _answer(view, asked, request)


def _graphs(pairs: list[tuple[str, str]]) -> Graphs:
    default, named = (
        tuple(value for name, value in pairs if name == wanted_name)
        for wanted_name in ("default-graph-uri", "named-graph-uri")
    )
    return Graphs(default, named)


def _only(queries: list[str]) -> str:
    if len(queries) != 1:
        raise QueryError(f"cần đúng một 'query', nhận được {len(queries)}")
    return queries[0]


def _answer(view: Sparql, asked: Asked, request: Request) -> Response:
    if not asked.query.strip():
        raise QueryError("truy vấn trống")
    found = view.answer(asked.query, request.headers.get("accept", ""), asked.graphs)
    headers = {"Vary": "Accept", "Luocdo-Truncated": str(found.truncated).lower()}
    return Response(found.body, media_type=found.media_type, headers=headers)

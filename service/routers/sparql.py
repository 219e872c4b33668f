"""SPARQL 1.1 Protocol, read only; without a query, the description of the service."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.types import Scope

from graph.export.rdf.void import service_bytes
from graph.export.rdf.writing import RDF_FORMATS
from graph.export.sparql.asking import UNION, Graphs, SparqlAnswer
from graph.export.sparql.grammar import repeatable
from graph.model.errors import QueryError, QueryTimeoutError
from service.caching import entity_tag, moment, offer
from service.errors import UnsupportedMediaTypeError, documented
from service.lifespan import Services
from service.linked import Linked
from service.pages.routing import wants_page
from service.representations import wanted
from service.routing import Direct

# Forms of results: who likes one of these more than HTML gets no page.
RESULTS = (
    "application/sparql-results+json", "application/sparql-results+xml", "text/csv",
    "text/tab-separated-values",
)  # fmt: skip
QUERY = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
_EXAMPLE = "SELECT * WHERE { ?work ?relation ?other } LIMIT 10"
_MEDIA = (
    *RESULTS, "application/n-triples", "application/rdf+xml", "application/ld+json", "text/turtle",
)  # fmt: skip
_RESPONSES = {
    200: {
        "description": "Results in the form that Accept asks for, by default JSON or Turtle. "
        "`Luocdo-Truncated` (in JSON: `truncated`) says whether rows were left out at a limit.",
        "content": {
            media: {"schema": {} if media.endswith("json") else {"type": "string"}}
            for media in _MEDIA
        },
    },
    **documented("bad-query", "not-acceptable", "query-timeout"),
}
_MOST_GRAPHS = 100


def _for_a_page(scope: Scope) -> bool:
    return scope["method"] == "GET" and wants_page(Request(scope), RESULTS)


router = Direct(_for_a_page, tags=["sparql"])


def _parameter(name: str, example: list[str] | None = None, **schema: Any) -> dict[str, Any]:
    items = {"type": "array", "items": {"type": "string"}, **schema}
    said = {"name": name, "in": "query", "required": False, "schema": items}
    return said | ({"example": example} if example else {})


_PARAMETERS = [
    _parameter("query", [_EXAMPLE], maxItems=1),
    _parameter("default-graph-uri", maxItems=_MOST_GRAPHS),
    _parameter("named-graph-uri", maxItems=_MOST_GRAPHS),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """One protocol request."""

    query: str
    graphs: Graphs

    @property
    def parts(self) -> tuple[str, ...]:
        """What the answer depends on, told apart by what no IRI holds."""
        return (self.query, " ".join(self.graphs.default), " ".join(self.graphs.named))


@router.get(
    "/sparql",
    response_class=Response,
    responses={**_RESPONSES, **documented("validation")},
    openapi_extra={"parameters": _PARAMETERS},
)
async def by_get(request: Request) -> Response:
    """Run a SELECT, ASK, CONSTRUCT or DESCRIBE query; without one, describe the service."""
    pairs = request.query_params.multi_items()
    graphs = _graphs(pairs)
    queries = [value for name, value in pairs if name == "query"]
    if not queries:
        return await run_in_threadpool(_description, request)
    return await _answered(request, Asked(_only(queries), graphs))


def _description(request: Request) -> Response:
    services: Services = request.app.state.services
    form = wanted(request, "", "ttl").form
    suffix = form if form in RDF_FORMATS else "ttl"
    base = services.graph.settings.base_uri
    body = service_bytes(base, Linked(services.sparql, base).figures(), suffix)
    media_type = RDF_FORMATS[suffix].media_type
    return Response(body, media_type=media_type, headers={"Vary": "Accept"})


async def _sent(request: Request) -> Asked:
    """Return the request of a POST: direct, or as form fields."""
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type not in (QUERY, FORM):
        raise UnsupportedMediaTypeError(f"kiểu '{media_type}' không nhận; gửi {QUERY} hoặc {FORM}")
    try:
        text = (await _body(request)).decode("utf-8-sig")  # files of some editors begin with a mark
    except UnicodeDecodeError as error:
        raise QueryError(f"truy vấn không phải UTF-8: byte {error.start}") from error
    if media_type == QUERY:
        pairs = request.query_params.multi_items() if request.scope["query_string"] else []
        if any(name == "query" for name, _ in pairs):
            raise QueryError("truy vấn đã ở thân yêu cầu: không lặp lại ở địa chỉ")
        return Asked(text, _graphs(pairs))
    pairs = parse_qsl(text, keep_blank_values=True)
    return Asked(_only([value for name, value in pairs if name == "query"]), _graphs(pairs))


async def _body(request: Request) -> bytes:
    """Read what was sent; it mostly comes in one piece, which a stream would take long over."""
    parts, more = list[bytes](), True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(parts)


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
async def by_post(request: Request) -> Response:
    """Run a query that is sent as a form or as the body itself."""
    return await _answered(request, await _sent(request))


def _graphs(pairs: list[tuple[str, str]]) -> Graphs:
    if not pairs:
        return UNION
    default, named = (
        tuple(value for name, value in pairs if name == wanted_name)
        for wanted_name in ("default-graph-uri", "named-graph-uri")
    )
    if max(len(default), len(named)) > _MOST_GRAPHS:
        raise QueryError(f"quá {_MOST_GRAPHS} đồ thị trong một yêu cầu")
    return Graphs(default, named)


def _only(queries: list[str]) -> str:
    if len(queries) != 1:
        raise QueryError(f"cần đúng một 'query', nhận được {len(queries)}")
    return queries[0]


async def _answered(request: Request, asked: Asked) -> Response:
    services: Services = request.app.state.services
    if not asked.query.strip():
        raise QueryError("truy vấn trống")
    accept = request.headers.get("accept", "")
    generation = await moment(services.graph)
    if services.sparql.follows and repeatable(asked.query):
        tag = entity_tag(services.graph, generation, "sparql", accept, *asked.parts)
        if request.method == "GET":
            offer(request, tag)
        found = services.kept.at_hand(tag)
        if found is None:
            found = await _found(services, generation, asked, accept)
            services.kept.keep(tag, found)
    else:
        found = await _found(services, generation, asked, accept)
    headers = {"Vary": "Accept", "Luocdo-Truncated": str(found.truncated).lower()}
    return Response(found.body, media_type=found.media_type, headers=headers)


async def _found(services: Services, generation: int, asked: Asked, accept: str) -> SparqlAnswer:
    """Ask; who must wait for room does so without a thread, that other routes need."""
    question = (asked.query, accept, asked.graphs)
    if (found := await services.sparql.at_once(generation, *question)) is not None:
        return found
    try:
        async with asyncio.timeout(services.graph.settings.sparql_seconds):
            await services.turns.acquire()
    except TimeoutError as error:
        raise QueryTimeoutError("các truy vấn khác đã chiếm hết chỗ; thử lại sau") from error
    try:
        return await run_in_threadpool(services.sparql.answer, *question)
    finally:
        services.turns.release()

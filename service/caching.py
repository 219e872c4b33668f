"""Conditional GET: an answer is a function of the store's generation and the question."""

from __future__ import annotations

import hashlib

from fastapi import FastAPI, Request
from starlette.responses import Response

from service.dependencies import GraphDep
from service.negotiation import prefers_html
from service.state import VERSION


class NotModified(Exception):  # noqa: N818 - an answer, not an error
    """The client's copy is still right."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def conditional(request: Request, graph: GraphDep) -> None:
    """Leave the answer's entity tag in the request's state; end with 304 where it is known.

    Raises NotModified, which ``install`` turns into the answer.
    """
    if request.method != "GET":
        return
    parts = (
        VERSION,
        graph.registry.version,
        str(graph.store.generation),
        str(prefers_html(request)),
        request.url.path,
        request.url.query,
    )
    tag = f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:20]}"'
    known = request.headers.get("if-none-match", "")
    if tag in (part.strip() for part in known.split(",")):
        raise NotModified(tag)
    request.state.etag = tag


def install(app: FastAPI) -> None:
    """Answer NotModified with 304."""
    app.add_exception_handler(NotModified, _unchanged)


async def _unchanged(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotModified)
    return Response(status_code=304, headers={"ETag": error.tag, "Vary": "Accept"})

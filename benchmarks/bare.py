"""Oxigraph behind the least of HTTP that Python has: ``python -m benchmarks.bare FOLDER PORT``.

The dataset in FOLDER is asked in the handler itself: nothing limits or ends a query.
"""

from __future__ import annotations

import sys

import uvicorn
from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def asked(store: Store, query: str) -> tuple[bytes, str]:
    """Return the answer and its media type."""
    found = store.query(query, use_default_graph_as_union=True)
    form = RdfFormat.TURTLE if isinstance(found, QueryTriples) else QueryResultsFormat.JSON
    return found.serialize(format=form) or b"", form.media_type  # type: ignore[arg-type]


def application(store: Store) -> Starlette:
    """Return an application with one route, /query."""

    async def answer(request: Request) -> Response:
        body, media_type = asked(store, (await request.body()).decode())
        return Response(body, media_type=media_type)

    return Starlette(routes=[Route("/query", answer, methods=["POST"])])


if __name__ == "__main__":
    uvicorn.run(
        application(Store.read_only(sys.argv[1])), port=int(sys.argv[2]), access_log=False,
        log_config=None, server_header=False, timeout_keep_alive=600,
    )  # fmt: skip

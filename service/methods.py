"""Which methods an address takes: told to OPTIONS, and to who used another (405)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from fastapi import FastAPI, Request
from starlette.responses import Response

from service.errors import KINDS, problem
from service.routing import Router


def install(app: FastAPI, routers: Sequence[Router]) -> None:
    """Answer OPTIONS with 204, and 405 with all that any route of the address takes."""
    app.add_exception_handler(405, _make(routers))


def _make(routers: Sequence[Router]) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def refused(request: Request, error: Exception) -> Response:
        methods = {"OPTIONS"}.union(*(one.methods_at(request.url.path) for one in routers))
        if "GET" in methods:
            methods.add("HEAD")
        headers = {"Allow": ", ".join(sorted(methods))}
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=headers)
        detail = f"{request.method} không dùng được ở đây; dùng {headers['Allow']}"
        return problem(request, KINDS["method-not-allowed"], detail, headers)

    return refused

"""Identifiers that are not, or not yet, one work's: moved, shared by several, or unknown."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from starlette.responses import JSONResponse, Response

from graph.model.documents import Work
from graph.model.errors import NotFoundError
from service.pages.problems import choice_page
from service.present import Presenter
from service.resolving import Several, several
from service.schemas.references import ResolveAnswer
from service.state import Graph

# What every route below a work's identifier may answer beside its own answers.
DOCUMENTED: dict[int | str, dict[str, Any]] = {
    300: {"model": ResolveAnswer, "description": "Several works bear this identifier."},
    301: {"description": "The work has another identifier now."},
}


class Moved(Exception):  # noqa: N818 - an answer, not an error
    """The identifier leads to one work under another identifier."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(old, new)
        self.old = old
        self.new = new


def identifier(text: str) -> str:
    """Return an identifier as the store has it, from a path with or without its first slash."""
    return "/" + text.strip("/")


def located(graph: Graph, presenter: Presenter, path: str) -> Work:
    """Return the work that a path names.

    Raises NotFoundError, Moved (301) or Several (300); ``install`` turns these into answers.
    """
    wanted = identifier(path)
    if path.endswith("/") and path.strip("/"):
        raise Moved(f"{wanted}/", wanted)
    found = graph.store.locate(wanted)
    if len(found) > 1:
        raise Several(several(presenter, _works(graph, found), f"'{wanted}' là của nhiều văn bản"))
    if found and found[0] != wanted:
        raise Moved(wanted, found[0])
    work = graph.store.work(wanted) if found else None
    if work is None:
        raise NotFoundError(f"không có văn bản '{wanted}'")
    return work


def install(app: FastAPI) -> None:
    """Answer Moved with 301 and Several with 300."""
    app.add_exception_handler(Moved, _moved)
    app.add_exception_handler(Several, _several)


async def _moved(request: Request, error: Exception) -> Response:
    assert isinstance(error, Moved)
    path = quote(request.url.path.replace(error.old, error.new, 1))
    query = f"?{request.url.query}" if request.url.query else ""
    return Response(status_code=301, headers={"Location": path + query})


async def _several(request: Request, error: Exception) -> Response:
    assert isinstance(error, Several)
    page = choice_page(request, error.answer)
    return page or JSONResponse(error.answer.model_dump(mode="json"), 300)


def _works(graph: Graph, ids: tuple[str, ...]) -> list[Work]:
    return [work for work in map(graph.store.work, ids) if work is not None]

"""Conditional GET: an answer is a function of the store's generation and the question."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from service.dependencies import GraphDep, KeptDep
from service.formats import File
from service.keeping import Kept
from service.representations import preferred
from service.state import VERSION, Graph


class NotModified(Exception):  # noqa: N818 - an answer, not an error
    """The client's copy is still right."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


async def conditional(request: Request, graph: GraphDep) -> str:
    """Return the answer's entity tag, left in the request's state too; end with 304 if known.

    Raises NotModified, which ``install`` turns into the answer.
    """
    tag = entity_tag(
        graph,
        await moment(graph),
        preferred(request.headers.get("accept", "")),
        request.url.path,
        request.url.query,
        date.today().isoformat(),  # whether something is in force is asked of today by default
    )
    offer(request, tag)
    return tag


async def moment(graph: Graph) -> int:
    """Return the store's generation. A database elsewhere is asked in a thread."""
    store = graph.store
    return store.generation if store.is_near else await run_in_threadpool(lambda: store.generation)


def entity_tag(graph: Graph, generation: int, *parts: str) -> str:
    """Return the tag of what follows from the store's state and ``parts``."""
    known = (VERSION, graph.registry.version, str(generation), *parts)
    return f'W/"{hashlib.sha256(chr(0).join(known).encode()).hexdigest()[:20]}"'


def offer(request: Request, tag: str) -> None:
    """Leave the tag for the answer to ``request``; NotModified where the client has it already."""
    known = request.headers.get("if-none-match", "").split(",")
    if tag.removeprefix("W/") in (part.strip().removeprefix("W/") for part in known):
        raise NotModified(tag)
    request.state.etag = tag


class Answers:
    """Answers of a conditional route with files that may be at hand already."""

    def __init__(self, tag: str, kept: Kept) -> None:
        self._tag = tag
        self._kept = kept

    def file(
        self, make: Callable[[], File], headers: Mapping[str, str] = MappingProxyType({})
    ) -> Response:
        """Return a file as a response; ``make`` is run where it is not kept."""
        file = self._kept.file(self._tag, make)
        headers = dict(headers)
        if file.name:
            headers["Content-Disposition"] = f'inline; filename="{file.name}"'
        return Response(file.body, media_type=file.media_type, headers=headers)


async def _answers(tag: Annotated[str, Depends(conditional)], kept: KeptDep) -> Answers:
    return Answers(tag, kept)


AnswersDep = Annotated[Answers, Depends(_answers)]


def install(app: FastAPI) -> None:
    """Answer NotModified with 304."""
    app.add_exception_handler(NotModified, _unchanged)


async def _unchanged(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotModified)
    return Response(status_code=304, headers={"ETag": error.tag, "Vary": "Accept"})

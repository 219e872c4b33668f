"""Many sources in one request."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from service.bulk import batches, take_in
from service.dependencies import GraphDep, PresenterDep
from service.errors import UnsupportedMediaTypeError, documented
from service.routers.export import NDJSON
from service.routing import Router
from service.writers import may_write

router = Router(tags=["sources"], dependencies=[Depends(may_write)])
PATH = "/sources/bulk"
_TAKEN = (NDJSON, "application/ndjson", "application/jsonl")
_IN_MEMORY = 1_000_000  # bytes of answers; beyond, they wait in a file
_PIECE = 65_536


@router.post(
    PATH,
    response_class=StreamingResponse,
    openapi_extra={
        "requestBody": {"required": True, "content": {NDJSON: {"schema": {"type": "string"}}}}
    },
    responses={
        200: {"description": "A JSON object a line.", "content": {NDJSON: {}}},
        **documented("unsupported-media-type", "unauthorized", "store"),
    },
)
async def bulk(request: Request, graph: GraphDep, presenter: PresenterDep) -> StreamingResponse:
    """Read sources, one a line as POST /sources takes them, 64 in a transaction.

    The answer has a line for each, in order, once the last is read: what became of it, or
    ``error`` and ``code``; a bad line stops none of the others. If the connection breaks, what
    was committed stays and sending all of it again is harmless.
    """
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type not in _TAKEN:
        raise UnsupportedMediaTypeError(f"kiểu '{media_type}' không nhận; gửi {NDJSON}")
    limit = graph.settings.max_body_bytes
    answers = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed when it has been sent
    try:
        async for lines in batches(request.stream(), limit):
            done = await run_in_threadpool(take_in, graph, presenter, lines, limit)
            await run_in_threadpool(answers.write, done)
    except BaseException:
        answers.close()
        raise
    answers.seek(0)
    return StreamingResponse(_read(answers), media_type=NDJSON)


def _read(answers: SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    with answers:
        while part := answers.read(_PIECE):
            yield part

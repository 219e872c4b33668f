"""Many sources in one request: NDJSON in, a line of NDJSON for each; never all of it in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json

from graph.batch import Batch
from graph.model.errors import LuocdoError, TooLargeError
from graph.model.sources import SourceText
from service.present import Presenter
from service.schemas.references import SourceRequest
from service.state import Graph
from service.uploads import ingest_source


@dataclass(frozen=True, slots=True)
class Line:
    """One line as sent; ``data`` is None where it was over the limit and passed over."""

    number: int
    data: bytes | None


async def batches(stream: AsyncIterator[bytes], limit: int) -> AsyncIterator[list[Line]]:
    """Yield the lines of a body, so many at a time as go into one transaction.

    Lines of more than ``limit`` bytes are passed over; empty ones are left out.
    """
    batch: Batch[Line] = Batch()
    async for line in _lines(stream, limit):
        if batch.add(line, len(line.data or b"")):
            yield batch.take()
    if rest := batch.take():
        yield rest


async def _lines(stream: AsyncIterator[bytes], limit: int) -> AsyncIterator[Line]:
    number, held, over = 1, bytearray(), False
    async for part in stream:
        first, *others = part.split(b"\n")
        for index, piece in enumerate((first, *others)):
            if index:
                if over or held.strip():
                    yield Line(number, None if over else bytes(held))
                number, over = number + 1, False
                held.clear()
            if len(held) + len(piece) > limit:
                over = True
                held.clear()
            if not over:
                held += piece
    if over or held.strip():
        yield Line(number, None if over else bytes(held))


def take_in(graph: Graph, presenter: Presenter, lines: list[Line], limit: int) -> bytes:
    """Read the sources of these lines in one transaction; return a line on each, in order."""
    answers: list[dict[str, Any]] = []
    sources: list[SourceText] = []
    read: list[dict[str, Any]] = []
    for line in lines:
        answer: dict[str, Any] = {"line": line.number, "id": None}
        answers.append(answer)
        try:
            if line.data is None:
                raise TooLargeError(f"dòng dài quá giới hạn {limit} byte")
            asked = SourceRequest.model_validate_json(line.data)
            answer["id"] = asked.id
            sources.append(ingest_source(graph, asked))
            read.append(answer)
        except ValidationError as error:
            faults = (f"{'.'.join(map(str, f['loc']))} {f['msg']}" for f in error.errors())
            answer |= {"code": "validation", "error": "; ".join(faults).strip()}
        except LuocdoError as error:
            answer |= {"code": error.code, "error": error.detail}
    for answer, done in zip(read, graph.pipeline.ingest_many(sources), strict=True):
        answer |= presenter.ingested(done).model_dump()
    return b"".join(to_json(answer) + b"\n" for answer in answers)

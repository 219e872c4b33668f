"""Other vocabularies: their names, our relations under them, and what they assert."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request, Response
from pydantic_core import to_json
from starlette.responses import StreamingResponse

from graph.lineage.crosswalk import Exported, exported, foreign, take_in, vocabularies
from service.caching import conditional
from service.dependencies import GraphDep, Limit, Offset
from service.errors import documented
from service.paging import link_header, page, page_links
from service.redirects import identifier
from service.routing import Router
from service.schemas.findings import (
    AssertionAnswer,
    AssertionsRequest,
    CrosswalkAnswer,
    ForeignNameAnswer,
    TakenAnswer,
)
from service.schemas.works import PageAnswer
from service.writers import may_write

router = Router(tags=["crosswalk"])
NDJSON, CSV = "application/x-ndjson", "text/csv"
_COLUMNS = ("from", "name", "to", "relation", "subdivisions")
_LINES = 500  # written to the network at once


@router.get("/crosswalk", response_model=CrosswalkAnswer, dependencies=[Depends(conditional)])
def names(graph: GraphDep) -> CrosswalkAnswer:
    """List what other vocabularies call our relations, in both directions."""
    base = f"{graph.settings.base_uri}/crosswalk"
    rows = [
        ForeignNameAnswer(
            vocabulary=one.vocabulary,
            relation=one.relation,
            side="active" if one.active else "passive",
            extent="part" if one.part else "whole",
            name=one.name,
            preferred_for_export=one.write,
            preferred_for_import=one.read,
        )
        for one in graph.registry.crosswalk
    ]
    files = {
        one: [f"{base}/{one}/relations.{suffix}" for suffix in ("csv", "ndjson")]
        for one in vocabularies(graph.registry)
    }
    return CrosswalkAnswer(vocabularies=files, names=rows)


@router.get(
    "/crosswalk/assertions",
    response_model=PageAnswer[AssertionAnswer],
    dependencies=[Depends(conditional)],
)
def assertions(
    request: Request,
    response: Response,
    graph: GraphDep,
    work: Annotated[str | None, Query(max_length=500, description="Only of this work.")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> PageAnswer[AssertionAnswer]:
    """List what other databases assert: kept beside what was read, which it never changes."""
    wanted = identifier(work) if work else None
    found = foreign(graph.store, graph.registry, work=wanted, limit=limit, offset=offset)
    response.headers.update(link_header(page_links(request, found)))
    items = [
        AssertionAnswer(
            asserted_by=one.assertion.asserted_by,
            vocabulary=one.assertion.vocabulary,
            subject=one.assertion.subject,
            name=one.assertion.name,
            object=one.assertion.object,
            relation=one.relation,
            part=one.part,
            sources=list(one.sources),
            targets=list(one.targets),
            read=one.read,
        )
        for one in found.items
    ]
    return page(found, items)


@router.get(
    "/crosswalk/{vocabulary}/relations.{suffix}",
    response_class=StreamingResponse,
    responses={
        200: {"description": "All relations.", "content": {CSV: {}, NDJSON: {}}},
        **documented("unknown-format"),
    },
    dependencies=[Depends(conditional)],
)
def relations(
    graph: GraphDep, vocabulary: str, suffix: Literal["csv", "ndjson"]
) -> StreamingResponse:
    """Stream all relations under a vocabulary's preferred names."""
    rows = exported(graph.store, graph.registry, vocabulary)
    if suffix == "csv":
        return StreamingResponse(_gathered(_csv(rows)), media_type=CSV)
    return StreamingResponse(_gathered(_ndjson(rows)), media_type=NDJSON)


@router.post(
    "/crosswalk/{vocabulary}/assertions",
    response_model=TakenAnswer,
    dependencies=[Depends(may_write)],
    responses=documented("bad-input", "unauthorized", "unknown-format", "too-large", "store"),
)
def take_assertions(graph: GraphDep, vocabulary: str, sent: AssertionsRequest) -> TakenAnswer:
    """Keep what another database asserts, with who says so; all of it, or nothing."""
    given = ((one.subject, one.name, one.target) for one in sent.assertions)
    taken = take_in(graph.store, graph.registry, vocabulary, sent.asserted_by, given)
    return TakenAnswer(new=taken.new, known=taken.known, unknown_names=list(taken.unknown_names))


def _row(one: Exported) -> dict[str, Any]:
    return {
        "from": one.source,
        "name": one.name,
        "to": one.target,
        "relation": one.relation,
        "subdivisions": one.subdivisions,
    }


def _ndjson(rows: Iterable[Exported]) -> Iterator[bytes]:
    return (to_json(_row(one)) + b"\n" for one in rows)


def _csv(rows: Iterable[Exported]) -> Iterator[bytes]:
    yield _line(_COLUMNS)
    for one in rows:
        subdivisions = "; ".join(one.subdivisions)
        yield _line((one.source, one.name, one.target, one.relation.value, subdivisions))


def _line(cells: Iterable[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode()


def _gathered(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield several lines at once: each piece costs a turn of the event loop."""
    held: list[bytes] = []
    for line in lines:
        held.append(line)
        if len(held) == _LINES:
            yield b"".join(held)
            held.clear()
    if held:
        yield b"".join(held)

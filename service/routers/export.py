"""The whole graph: RDF dumps with checksums, and streams of works and relations."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any

from fastapi import Depends, Response
from pydantic_core import to_json
from starlette.responses import FileResponse, StreamingResponse

from graph.export.rdf.writing import RDF_FORMATS
from graph.model.relations import Relation
from graph.model.sources import SourceText
from service.caching import conditional
from service.dependencies import DumpsDep, GraphDep, PresenterDep, WholesDep
from service.errors import documented
from service.formats import GRAPH_SUFFIXES, file_contents
from service.routing import Router
from service.schemas.export import DumpAnswer, ExportAnswer

router = Router(tags=["export"], dependencies=[Depends(conditional)])
NDJSON = "application/x-ndjson"
STREAMS = (
    "/export/works.ndjson", "/export/relations.ndjson", "/export/sources.ndjson",
    "/export/graph.ndjson",
)  # fmt: skip
_LINES = 500  # written to the network at once
_STREAM: dict[int | str, dict[str, Any]] = {
    200: {"description": "A JSON object a line.", "content": {NDJSON: {}}}
}


@router.get("/export", response_model=ExportAnswer)
def listing(graph: GraphDep, dumps: DumpsDep, wholes: WholesDep) -> ExportAnswer:
    """List the files of the whole graph with counts and checksums; N-Triples is always made."""
    dumps.made("nt")
    at_hand = dumps.at_hand()
    files = []
    for suffix in GRAPH_SUFFIXES:
        dump = at_hand.get(suffix)
        files.append(
            DumpAnswer(
                url=f"{graph.settings.base_uri}/export/graph.{suffix}",
                media_type=RDF_FORMATS[suffix].media_type,
                triples=dump.triples if dump else None,
                bytes=dump.bytes if dump else None,
                sha256=dump.sha256 if dump else None,
            )
        )
    return ExportAnswer(
        generation=graph.store.generation,
        counts=dict(wholes.counts(graph)),
        files=files,
        streams=[graph.settings.base_uri + path for path in STREAMS],
    )


@router.get("/export/works.ndjson", response_class=StreamingResponse, responses=_STREAM)
def works(graph: GraphDep, presenter: PresenterDep) -> StreamingResponse:
    """Stream every work, in the shape of GET /works/{id}, by id."""
    return _stream(lambda: (presenter.work(one) for one in graph.store.all_works()))


@router.get("/export/relations.ndjson", response_class=StreamingResponse, responses=_STREAM)
def relations(graph: GraphDep) -> StreamingResponse:
    """Stream every relation: from, relation, to, and the subdivisions that it is about."""
    return _stream(lambda: map(_row, graph.store.all_relations()))


@router.get("/export/sources.ndjson", response_class=StreamingResponse, responses=_STREAM)
def sources(graph: GraphDep) -> StreamingResponse:
    """Stream every text that was read, as POST /sources/bulk takes it: elsewhere the same graph
    comes of them."""
    return _stream(lambda: map(_sent_anew, graph.store.all_sources()))


@router.get("/export/graph.ndjson", response_class=StreamingResponse, responses=_STREAM)
def everything(graph: GraphDep) -> StreamingResponse:
    """Stream the canonical dump: evidence and conclusions, the same for the same texts."""
    return _streamed(f"{line}\n".encode() for line in graph.store.dump())


@router.get(
    "/export/graph.{suffix}",
    response_class=Response,
    responses={
        200: {
            "description": f"The graph as RDF: {', '.join(GRAPH_SUFFIXES)}; or its checksum.",
            "content": file_contents(GRAPH_SUFFIXES) | {"text/plain": {}},
        },
        206: {"description": "The range that was asked for."},
        **documented("unknown-format"),
    },
)
def whole(dumps: DumpsDep, suffix: str) -> Response:
    """Return everything that is known, each statement with its evidence.

    ``graph.nt.sha256`` is the checksum of ``graph.nt``, as sha256sum writes it.
    """
    stem, dot, tail = suffix.rpartition(".")
    if dot and tail == "sha256":
        dump, path = dumps.made(stem)
        return Response(f"{dump.sha256}  graph.{stem}\n", media_type="text/plain")
    dump, path = dumps.made(suffix)
    digest = b64encode(bytes.fromhex(dump.sha256)).decode()
    headers = {"Repr-Digest": f"sha-256=:{digest}:", "Luocdo-Triples": str(dump.triples)}
    return FileResponse(
        path,
        media_type=dump.media_type,
        filename=f"luocdo.{suffix}",
        content_disposition_type="inline",
        headers=headers,
    )


def _row(one: Relation) -> dict[str, Any]:
    return {
        "from": one.source,
        "relation": one.kind,
        "to": one.target,
        "from_subdivisions": one.from_subdivisions,
        "to_subdivisions": one.to_subdivisions,
    }


def _sent_anew(one: SourceText) -> dict[str, Any]:
    return {
        "id": one.id,
        "as_is": True,
        "origin": one.origin,
        "media_type": one.media_type,
        "title": one.title,
        "publisher": one.publisher,
        "published": str(one.published) if one.published else None,
        "place": one.place,
        "author": one.author,
        "warnings": one.warnings,
        "text": one.text,
    }


def _stream(rows: Callable[[], Iterator[Any]]) -> StreamingResponse:
    return _streamed(to_json(row) + b"\n" for row in rows())


def _streamed(lines: Iterator[bytes]) -> StreamingResponse:
    return StreamingResponse(_gathered(lines), media_type=NDJSON)


def _gathered(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Yield several lines at once: each piece costs a turn of the event loop."""
    held: list[bytes] = []
    for line in lines:
        held.append(line)
        if len(held) == _LINES:
            yield b"".join(held)
            held.clear()
    if held:
        yield b"".join(held)

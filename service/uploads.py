"""Texts handed in: as JSON, as an uploaded file, or as the request's plain body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from graph.model.dates import PartialDate
from graph.model.errors import InputError
from graph.model.sources import SourceText
from graph.reading import make_source
from service.errors import UnsupportedMediaTypeError
from service.schemas.references import ReferencesRequest, SourceRequest
from service.state import Graph

Asked = TypeVar("Asked", bound=ReferencesRequest)

JSON = "application/json"
FORM = "multipart/form-data"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES = ("text/plain", "text/html", "application/pdf", DOCX, "application/octet-stream")
DEFAULT_ORIGIN = "POST"
_GENERIC = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Received:
    """A request's body: JSON, or a file with what was said of it in other form fields."""

    data: bytes
    media_type: str
    origin: str = DEFAULT_ORIGIN
    said: dict[str, str] = field(default_factory=dict)


async def received(request: Request) -> Received:
    """Read the request's body; only this is done in the event loop."""
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type == FORM:
        return await _form(request)
    if media_type == JSON or media_type in FILES:
        return Received(await request.body(), media_type)
    raise UnsupportedMediaTypeError(
        f"kiểu '{media_type}' không nhận; gửi {', '.join((JSON, FORM, *FILES))}"
    )


async def _form(request: Request) -> Received:
    async with request.form(max_files=1, max_fields=20) as form:
        upload = form.get("file")
        if not isinstance(upload, UploadFile):
            raise InputError("biểu mẫu thiếu tệp trong trường 'file'")
        said = {key: value for key, value in form.items() if isinstance(value, str) and value}
        media_type = (upload.content_type or _GENERIC).split(";")[0]
        return Received(await upload.read(), media_type, upload.filename or DEFAULT_ORIGIN, said)


def body_schema(shape: str) -> dict[str, Any]:
    """Return the OpenAPI request body of a route that takes a text in any of these ways."""
    string = {"type": "string"}
    file = {"type": "string", "format": "binary"}
    said = ("published", "place", "title", "publisher", "author", "origin")
    form = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": file, **dict.fromkeys(said, string)},
    }
    return {
        "required": True,
        "content": {
            JSON: {"schema": {"$ref": f"#/components/schemas/{shape}"}},
            FORM: {"schema": form},
            **{media_type: {"schema": file} for media_type in FILES},
        },
    }


def asked(sent: Received, shape: type[Asked]) -> Asked | None:
    """Return the request of a JSON body; None for a file.

    Raises RequestValidationError where the JSON is not of that shape.
    """
    if sent.media_type != JSON:
        return None
    try:
        return shape.model_validate_json(sent.data)
    except ValidationError as error:
        faults = [
            {**fault, "loc": ("body", *fault["loc"])}
            for fault in error.errors(include_url=False, include_input=False)
        ]
        raise RequestValidationError(faults) from error


def references_source(graph: Graph, request: ReferencesRequest, origin: str) -> SourceText:
    """Return the text of a request; what it says of itself counts where the request is silent."""
    return graph.reader.read_text(
        request.text, origin, published=_day(request.published), place=request.place or None
    )


def ingest_source(graph: Graph, request: SourceRequest) -> SourceText:
    """Return the text of a request to keep it."""
    if request.as_is:
        return make_source(
            request.text,
            request.origin or DEFAULT_ORIGIN,
            title=request.title,
            publisher=request.publisher,
            published=_day(request.published),
            place=request.place,
            author=request.author,
            media_type=request.media_type or "text/plain",
            warnings=request.warnings,
        )
    read = references_source(graph, request, request.origin or DEFAULT_ORIGIN)
    return _told(read, request.model_dump(include={"title", "publisher", "author"}))


def file_source(graph: Graph, sent: Received) -> SourceText:
    """Read an uploaded file; what the form says of it goes before what the file says."""
    media_type = None if sent.media_type == _GENERIC else sent.media_type
    return _told(graph.reader.read_bytes(sent.data, sent.origin, media_type), sent.said)


def _told(read: SourceText, said: Mapping[str, str | None]) -> SourceText:
    """Return the source with what the sender said of it."""
    if not any(said.values()):
        return read
    return make_source(
        read.text,
        said.get("origin") or read.origin,
        title=said.get("title") or read.title,
        publisher=said.get("publisher") or read.publisher,
        published=_day(said.get("published")) or read.published,
        place=said.get("place") or read.place,
        author=said.get("author") or read.author,
        media_type=read.media_type,
        warnings=read.warnings,
    )


def _day(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None

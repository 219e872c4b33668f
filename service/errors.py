"""Problem documents (RFC 9457): one table from error codes to status and title."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from graph.model.errors import LuocdoError
from service.pages.problems import problem_page

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One type of problem: its stable code, its HTTP status and what it means."""

    code: str
    status: int
    title: str

    @property
    def uri(self) -> str:
        """The problem's ``type``: a stable path that answers with its documentation."""
        return f"/problems/{self.code}"


KINDS: dict[str, ProblemKind] = {
    kind.code: kind
    for kind in (
        ProblemKind("bad-input", 400, "The input cannot be used"),
        ProblemKind("malformed-number", 400, "Not a document number"),
        ProblemKind("malformed-date", 400, "Not a date"),
        ProblemKind("empty-text", 400, "There is no text to read"),
        ProblemKind("wrong-encoding", 400, "The text's encoding cannot be told"),
        ProblemKind("bad-query", 400, "The query cannot be run"),
        ProblemKind("unauthorized", 401, "Writing asks for a key"),
        ProblemKind("not-found", 404, "Nothing is known by that identifier"),
        ProblemKind("unknown-format", 404, "No such format is offered"),
        ProblemKind("method-not-allowed", 405, "The method is not allowed here"),
        ProblemKind("not-acceptable", 406, "The answer cannot be had in the forms asked for"),
        ProblemKind("gone", 410, "The change log does not reach back so far"),
        ProblemKind("too-large", 413, "The input is over the limit"),
        ProblemKind("not-text", 415, "The input is not a text that can be read"),
        ProblemKind("no-text-layer", 415, "The file holds pictures of text only: a scan"),
        ProblemKind("unsupported-media-type", 415, "This media type is not taken here"),
        ProblemKind("validation", 422, "A parameter or field is not as documented"),
        ProblemKind("too-many-requests", 429, "This client asks too often"),
        ProblemKind("internal", 500, "Something went wrong on our side"),
        ProblemKind("bad-seed", 500, "A registry of this installation is broken"),
        ProblemKind("store", 503, "The store cannot be used now"),
        ProblemKind("no-picture", 503, "The picture cannot be drawn"),
        ProblemKind("busy", 503, "The service has too much to do now"),
        ProblemKind("overtime", 503, "The answer took too long"),
        ProblemKind("query-timeout", 503, "The query ran past its time"),
    )
}
_HEADERS: dict[int, dict[str, str]] = {
    HTTPStatus.SERVICE_UNAVAILABLE: {"Retry-After": "5"},
    HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": 'Bearer realm="luocdo"'},
}
_BY_STATUS = {
    400: "bad-input", 404: "not-found", 405: "method-not-allowed", 413: "too-large",
    415: "unsupported-media-type", 422: "validation",
}  # fmt: skip


class TooLongAgoError(LuocdoError):
    """Changes are asked for that the log has forgotten."""

    code = "gone"


class UnsupportedMediaTypeError(LuocdoError):
    """The request's body is of a media type that the route does not take."""

    code = "unsupported-media-type"


def kind_of(error: LuocdoError) -> ProblemKind:
    """Return the problem that an error is shown as: its own, or its nearest ancestor's."""
    for ancestor in type(error).__mro__:
        code = getattr(ancestor, "code", None)
        if code in KINDS:
            return KINDS[code]
    return KINDS["internal"]


def document(kind: ProblemKind, detail: str, instance: str, **more: Any) -> dict[str, Any]:
    """Return the problem document; ``more`` are extension members."""
    return {
        "type": kind.uri,
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
        "instance": instance,
        "code": kind.code,
        **more,
    }


def problem(
    request: Request,
    kind: ProblemKind,
    detail: str,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> Response:
    """Return the problem as a response to ``request``: a page for a browser."""
    page = problem_page(request, kind.status, kind.title, detail, kind.code, headers or {})
    if page is not None:
        return page
    body = document(kind, detail, quote(request.url.path), **more)
    return JSONResponse(body, kind.status, headers=headers, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Make every error of ``app`` a problem document, those of the framework too."""
    app.add_exception_handler(LuocdoError, _luocdo)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(Exception, _unexpected)


async def _luocdo(request: Request, error: Exception) -> Response:
    assert isinstance(error, LuocdoError)
    kind = kind_of(error)
    headers = _HEADERS.get(kind.status)
    more = {"candidates": near} if (near := getattr(error, "candidates", ())) else {}
    return problem(request, kind, error.detail, headers, **more)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = _BY_STATUS.get(error.status_code)
    kind = KINDS[code] if code else ProblemKind("http", error.status_code, error.detail)
    detail = error.detail
    if detail == HTTPStatus.NOT_FOUND.phrase:
        detail = f"không có trang '{request.url.path}'"
    return problem(request, kind, detail, dict(error.headers or {}))


async def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [
        {"where": ".".join(str(part) for part in fault["loc"]), "message": str(fault["msg"])}
        for fault in error.errors()
    ]
    detail = "; ".join(f"{fault['where']}: {fault['message']}" for fault in faults)
    return problem(request, KINDS["validation"], detail, errors=faults)


async def _unexpected(request: Request, error: Exception) -> Response:
    detail = "lỗi không ngờ tới; chi tiết ở nhật ký của máy chủ"
    return problem(request, KINDS["internal"], detail)


def documented(*codes: str) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI ``responses`` of the named problems, each with an example."""
    responses: dict[int | str, dict[str, Any]] = {}
    for kind in (KINDS[code] for code in codes):
        entry = responses.setdefault(kind.status, {"description": kind.title, "content": {}})
        content = entry["content"].setdefault(
            MEDIA_TYPE, {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {}}
        )
        content["examples"][kind.code] = {
            "summary": kind.title,
            "value": document(kind, kind.title, "/works/eli/vn/tw/bct/chi-thi/1900-01-01/1"),
        }
    return responses

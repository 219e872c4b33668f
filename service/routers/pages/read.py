"""Reading a text: paste it or send a file, see what it names, keep it where that is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import Depends, Request, Response
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from graph.model.errors import InputError, NotFoundError
from graph.model.sources import SourceText
from service.checking.page import POLICY, marked_page
from service.checking.verdicts import Checker
from service.checking.word import commented
from service.dependencies import GraphDep, PresenterDep, ViewDep
from service.keys import holds
from service.pages.marking import read
from service.pages.routing import PageRoute
from service.routing import Router
from service.schemas.references import SourceRequest
from service.state import Graph
from service.uploads import DOCX, FORM, Received, file_source, ingest_source
from service.writers import UnauthorizedError

router = Router(include_in_schema=False)
page_router = Router(route_class=PageRoute, include_in_schema=False)
_SAID = ("published", "place", "title", "publisher")
_URLENCODED = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Sent:
    """A text as handed in, and what is to be done with it: read, check, check-docx or keep."""

    text: str
    file: Received | None
    said: dict[str, str]
    to_do: str
    key: str = ""


async def _sent(request: Request) -> Sent:
    if request.headers.get("content-type", "").split(";")[0] not in (FORM, _URLENCODED):
        raise InputError("cần biểu mẫu của trang này")
    async with request.form(max_files=1, max_fields=20) as form:
        words = {name: value for name, value in form.items() if isinstance(value, str)}
        said = {name: words[name].strip() for name in _SAID if words.get(name, "").strip()}
        # Forms send line ends as CRLF, whatever the text had.
        text = words.get("text", "").replace("\r\n", "\n")
        upload, file = form.get("file"), None
        if isinstance(upload, UploadFile) and upload.filename:
            kind = (upload.content_type or "application/octet-stream").split(";")[0]
            file = Received(await upload.read(), kind, upload.filename, said)
    return Sent(text, file, said, words.get("do", "read"), words.get("key", "").strip())


@page_router.get("/read")
def empty(view: ViewDep) -> Response:
    """Return the form."""
    return view.page("read", entry="read", source=None, sent=None)


@router.post("/read")
def filled(
    request: Request,
    graph: GraphDep,
    presenter: PresenterDep,
    view: ViewDep,
    sent: Annotated[Sent, Depends(_sent)],
) -> Response:
    """Return what a text names; or keep it, or check it as a draft."""
    source = _source(graph, sent)
    if sent.to_do == "keep":
        _own_page(request)
        _may_keep(graph, sent.key)
        kept = graph.pipeline.ingest(source)
        return RedirectResponse(f"/sources/{quote(kept.source_id, safe=':')}", 303)
    if sent.to_do.startswith("check"):
        answer = Checker(graph, presenter).check(source)
        if sent.to_do == "check-docx":
            draft = sent.file.data if sent.file and source.media_type == DOCX else None
            name = {"Content-Disposition": 'attachment; filename="kiem-tra.docx"'}
            return Response(commented(source.text, answer, draft), media_type=DOCX, headers=name)
        page = marked_page(source.text, answer)
        return Response(page, media_type="text/html", headers={"Content-Security-Policy": POLICY})
    reading = read(graph, presenter, source)
    return view.page(
        "read",
        entry="read",
        source=source,
        sent=sent,
        reading=reading,
        locked=bool(graph.settings.key_hashes),
    )


@page_router.get("/sources/{id}")
def source(graph: GraphDep, presenter: PresenterDep, view: ViewDep, id: str) -> Response:
    """Return a text that was kept, its references marked."""
    known = graph.store.source(id.removesuffix(".html"))
    if known is None:
        raise NotFoundError(f"không có nguồn '{id}'")
    return view.page(
        "source",
        entry="read",
        source=known,
        reading=read(graph, presenter, known),
    )


def _source(graph: Graph, sent: Sent) -> SourceText:
    if sent.file is not None:
        return file_source(graph, sent.file)
    if not sent.text.strip():
        raise InputError("chưa có bài nào: dán một bài, hoặc chọn một tệp")
    said = {name: sent.said.get(name) for name in _SAID}
    asked = SourceRequest.model_validate({"text": sent.text, "origin": "/read", **said})
    return ingest_source(graph, asked)


def _may_keep(graph: Graph, key: str) -> None:
    hashes = graph.settings.key_hashes
    if hashes and not (key and holds(key, hashes)):
        raise UnauthorizedError("thêm bài vào đồ thị cần khóa, và khóa này không đúng")


def _own_page(request: Request) -> None:
    """Refuse to keep what another site's page sends in a reader's name."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise InputError("biểu mẫu này không phải từ trang của dịch vụ")

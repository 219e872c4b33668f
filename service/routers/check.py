"""Drafts: is each reference right? And how a work is rightly cited."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request, Response

from graph.export.sparql.negotiation import accepted, quality
from service.caching import conditional
from service.checking import Checker
from service.citing import cited, own_style
from service.dependencies import GraphDep, PresenterDep
from service.errors import documented
from service.redirects import DOCUMENTED, located
from service.representations import FORMS
from service.routing import Router
from service.schemas.check import CheckAnswer, CheckRequest, CitationsAnswer
from service.uploads import (
    DEFAULT_ORIGIN,
    DOCX,
    Received,
    asked,
    body_schema,
    file_source,
    received,
    references_source,
)

router = Router(tags=["check"])
Format = Literal["json", "html", "docx"]
Style = Literal["state", "party", "short"]


@router.post(
    "/check",
    response_model=CheckAnswer,
    openapi_extra={"requestBody": body_schema("CheckRequest")},
    responses={
        200: {
            "description": "The references with a verdict on each: as JSON, or marked in the "
            "draft itself.",
            "content": {"text/html": {"schema": {"type": "string"}}, DOCX: {}},
        },
        **documented(
            "bad-input", "empty-text", "wrong-encoding", "malformed-date", "too-large",
            "not-text", "no-text-layer", "unsupported-media-type", "validation",
        ),
    },
)  # fmt: skip
def check(
    request: Request,
    graph: GraphDep,
    presenter: PresenterDep,
    sent: Annotated[Received, Depends(received)],
    format: Annotated[Format | None, Query(description="Else as Accept says; JSON.")] = None,
) -> CheckAnswer | Response:
    """Check every reference of a draft: found, wrong, ambiguous, dead when cited, unknown.

    Nothing of the draft is kept. A DOCX comes back with comments on the words, if so asked.
    """
    body = asked(sent, CheckRequest)
    source = file_source(graph, sent) if body is None else references_source(
        graph, body, DEFAULT_ORIGIN
    )  # fmt: skip
    answer = Checker(graph, presenter).check(source, body.id if body else None)
    form = format or _preferred(request.headers.get("accept", ""))
    if form == "html":
        from service.checking.page import POLICY, marked_page

        headers = {"Content-Security-Policy": POLICY, "Vary": "Accept"}
        return Response(marked_page(source.text, answer), media_type="text/html", headers=headers)
    if form == "docx":
        from service.checking.word import commented

        draft = sent.data if source.media_type == DOCX else None
        name = {"Content-Disposition": 'attachment; filename="kiem-tra.docx"', "Vary": "Accept"}
        return Response(commented(source.text, answer, draft), media_type=DOCX, headers=name)
    return answer


@router.get(
    "/works/{id:path}/cite",
    response_model=CitationsAnswer,
    dependencies=[Depends(conditional)],
    responses={
        **DOCUMENTED,
        **documented("not-found"),
    },
)
def cite(
    graph: GraphDep,
    presenter: PresenterDep,
    id: str,
    style: Annotated[Style | None, Query(description="Else that of the work's world.")] = None,
) -> CitationsAnswer:
    """Return how a work is cited by Nghị định 30/2020/NĐ-CP, by the Party's rules, in short."""
    work = presenter.work(located(graph, presenter, id))
    own, styles = own_style(work), cited(work)
    return CitationsAnswer(work=work.id, style=own, citation=styles[style or own], citations=styles)


def _preferred(accept: str) -> Format:
    wanted = accepted(accept)
    weights: dict[Format, float] = {
        "json": quality(wanted, "application/json"),
        "html": max(quality(wanted, media) for media in FORMS["html"]),
        "docx": quality(wanted, DOCX),
    }
    best = max(weights.values())
    return next(form for form, weight in weights.items() if weight == best)

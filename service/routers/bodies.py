"""Bodies: search, one body and what it issued."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request, Response

from graph.model.errors import NotFoundError
from service.caching import AnswersDep, conditional
from service.dependencies import GraphDep, Limit, Offset, PresenterDep
from service.errors import documented
from service.formats import node_file
from service.paging import link_header, page, page_links
from service.redirects import identifier
from service.representations import alternates, documented_forms, wanted
from service.routing import Router
from service.schemas.works import BodyAnswer, IssuingBodyAnswer, PageAnswer

router = Router(tags=["bodies"], dependencies=[Depends(conditional)])


@router.get("/bodies", response_model=PageAnswer[BodyAnswer])
def search(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    q: Annotated[str | None, Query(max_length=300, examples=["Bộ Chính trị"])] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> PageAnswer[BodyAnswer]:
    """List bodies, or those whose name, alias or code matches."""
    found = graph.store.bodies(q, limit, offset)
    response.headers.update(link_header(page_links(request, found)))
    return page(found, [presenter.body(body) for body in found.items])


@router.get(
    "/bodies/{id:path}",
    response_model=IssuingBodyAnswer,
    responses={**documented_forms("The body."), **documented("not-found")},
)
def body(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    answers: AnswersDep,
    id: str,
    limit: Limit = 20,
    offset: Offset = 0,
) -> IssuingBodyAnswer | Response:
    """Return a body and a stretch of the works it issued; RDF by Accept or suffix."""
    asked = wanted(request, id)
    sought = identifier(asked.path)
    known = graph.store.body(sought)
    if known is None:
        raise NotFoundError(f"không có cơ quan '{sought}'")
    if asked.is_rdf:
        links = alternates(f"/bodies{known.id}")
        return answers.file(lambda: node_file(graph, known.id, asked.form), links)
    works = graph.store.works_issued_by(known.id, limit, offset)
    issued = page(works, presenter.works(works.items))
    answer = IssuingBodyAnswer(**presenter.body(known).model_dump(), issued=issued)
    pages = link_header(page_links(request, works)).values()
    response.headers.update(alternates(f"/bodies{known.id}", *pages))
    return answer

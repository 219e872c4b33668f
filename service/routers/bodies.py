"""Bodies: search, one body and what it issued."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.model.errors import NotFoundError
from service.caching import conditional
from service.dependencies import GraphDep, Limit, Offset, PresenterDep
from service.errors import documented
from service.paging import link_header, page, page_links
from service.redirects import identifier
from service.schemas.works import BodyAnswer, IssuingBodyAnswer, PageAnswer

router = APIRouter(tags=["bodies"], dependencies=[Depends(conditional)])


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
    responses=documented("not-found"),
)
def body(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    id: str,
    limit: Limit = 20,
    offset: Offset = 0,
) -> IssuingBodyAnswer:
    """Return a body and a stretch of the works it issued."""
    wanted = identifier(id)
    known = graph.store.body(wanted)
    if known is None:
        raise NotFoundError(f"không có cơ quan '{wanted}'")
    works = graph.store.works_issued_by(known.id, limit, offset)
    response.headers.update(link_header(page_links(request, works)))
    issued = page(works, presenter.works(works.items))
    return IssuingBodyAnswer(**presenter.body(known).model_dump(), issued=issued)

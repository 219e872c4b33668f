"""Works: search, one work, the passages that speak of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request, Response

from graph.model.documents import Standing
from service.caching import AnswersDep, conditional
from service.dependencies import GraphDep, Limit, Offset, PresenterDep
from service.errors import documented
from service.formats import node_file
from service.paging import link_header, page, page_links
from service.redirects import DOCUMENTED, located
from service.representations import alternates, documented_forms, wanted
from service.routing import Router
from service.schemas.sources import EvidenceAnswer
from service.schemas.works import PageAnswer, WorkAnswer

router = Router(tags=["works"], dependencies=[Depends(conditional)])
Word = Annotated[str | None, Query(max_length=300)]
FORMS_DOCUMENTED = documented_forms("The work.")


@router.get("/works", response_model=PageAnswer[WorkAnswer])
def search(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    q: Annotated[str, Query(max_length=500, examples=["chi thi 39"])] = "",
    type: Annotated[Word, Query(examples=["Chỉ thị"])] = None,
    issuer: Annotated[Word, Query(examples=["Bộ Chính trị"])] = None,
    place: Annotated[Word, Query(examples=["Sóc Trăng"])] = None,
    year: Annotated[int | None, Query(ge=1000, le=9999)] = None,
    standing: Standing | None = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> PageAnswer[WorkAnswer]:
    """Search works, with or without diacritics; a number typed exactly comes first."""
    labels = graph.labels
    found = graph.store.search(
        q,
        type=labels.type_id(type),
        issuer=graph.body_id(issuer),
        place=labels.place_id(place),
        year=year,
        standing=standing,
        limit=limit,
        offset=offset,
    )
    links = page_links(request, found)
    answer = page(found, presenter.works(found.items))
    response.headers.update(link_header(links))
    return answer


@router.get(
    "/works/{id:path}/evidence",
    response_model=PageAnswer[EvidenceAnswer],
    responses={**DOCUMENTED, **documented("not-found")},
)
def evidence(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    id: str,
    limit: Limit = 20,
    offset: Offset = 0,
) -> PageAnswer[EvidenceAnswer]:
    """List the passages that speak of a work, and what they say of it."""
    work = located(graph, presenter, id)
    rows = graph.store.evidence(work.id, limit, offset)
    response.headers.update(link_header(page_links(request, rows)))
    return page(rows, presenter.evidence(rows.items))


@router.get(
    "/works/{id:path}",
    response_model=WorkAnswer,
    responses={**FORMS_DOCUMENTED, **DOCUMENTED, **documented("not-found")},
)
def work(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    answers: AnswersDep,
    id: str,
) -> WorkAnswer | Response:
    """Return one work: JSON, a page, or RDF, by Accept or by a suffix (.json, .ttl, …)."""
    asked = wanted(request, id)
    found = located(graph, presenter, asked.path)
    links = alternates(f"/works{found.id}")
    if asked.is_rdf:
        return answers.file(lambda: node_file(graph, found.id, asked.form), links)
    response.headers.update(links)
    return presenter.work(found)

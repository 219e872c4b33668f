"""Questions about the store as a whole: want-list, audit, reviews."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query, Request, Response

from graph.lineage import due, reviewed, wanted
from service.auditing import Asked, audited
from service.caching import conditional
from service.dependencies import GraphDep, Limit, Offset, PresenterDep, WholesDep
from service.errors import documented
from service.findings import reviews_answer, wanted_answer
from service.paging import link_header, page_links
from service.routers.questions import On
from service.routing import Router
from service.schemas.findings import AuditAnswer, ReviewsAnswer, WantedAnswer
from service.schemas.works import PageAnswer

router = Router(tags=["questions"], dependencies=[Depends(conditional)])
Rule = Literal[
    "future-citation", "self-citation", "cycle", "lower-over-higher", "organ-against-issuer",
    "year-against-date", "two-replacers", "dead-target", "conflict",
]  # fmt: skip

After = Annotated[
    str | None,
    Query(pattern=r"^[0-9]{1,9}\.[0-9]{1,6}$", description="Where to go on, from `next`."),
]


@router.get("/wanted", response_model=PageAnswer[WantedAnswer])
def want_list(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    limit: Limit = 20,
    offset: Offset = 0,
) -> PageAnswer[WantedAnswer]:
    """List the works that most texts cite and nobody has read, with what those texts state."""
    found = wanted(graph.store, graph.registry, limit=limit, offset=offset)
    response.headers.update(link_header(page_links(request, found)))
    return wanted_answer(presenter, found)


@router.get("/audit", response_model=AuditAnswer, responses=documented("busy", "bad-input"))
def faults(
    request: Request,
    response: Response,
    graph: GraphDep,
    wholes: WholesDep,
    rule: Annotated[list[Rule] | None, Query(description="Only these; repeat for several.")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
    after: After = None,
) -> AuditAnswer:
    """List what the store holds that cannot, or should not, be so.

    A large store (`LUOCDO_AUDIT_WORKS`) is looked at some works at a time: `next` goes on, with or
    without findings in between, until it is null.
    """
    answer, links = audited(request, graph, wholes, Asked(rule or (), limit, offset, after))
    response.headers.update(link_header(links))
    return answer


@router.get("/reviews", response_model=ReviewsAnswer)
def reviews(
    request: Request,
    response: Response,
    graph: GraphDep,
    on: On = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> ReviewsAnswer:
    """List the reviews (sơ kết, tổng kết) found, and those due by a day of which none is found."""
    day = on or date.today()
    found = reviewed(graph.store, graph.registry, limit=limit, offset=offset)
    missing = due(graph.store, graph.registry, day, limit=limit, offset=offset)
    longer = found if found.total > missing.total else missing
    response.headers.update(link_header(page_links(request, longer)))
    return reviews_answer(graph, day, found, missing)

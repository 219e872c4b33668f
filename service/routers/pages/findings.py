"""Questions about the store as a whole, as pages: want-list, audit, reviews, statistics."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Query, Request, Response

from graph.lineage import due, reviewed, wanted
from graph.lineage.audit import RULES, stretch
from service.auditing import Asked, audited
from service.dependencies import GraphDep, KeptDep, PresenterDep, ViewDep, WholesDep
from service.findings import reviews_answer, wanted_answer
from service.pages.naming import names
from service.pages.routing import PageRoute
from service.pages.statistics import statistics
from service.paging import page_links
from service.routing import Router

router = Router(route_class=PageRoute, include_in_schema=False)
_PER_PAGE = 30
Start = Annotated[int, Query(ge=0, le=1_000_000)]


@router.get("/wanted")
def want_list(
    request: Request, graph: GraphDep, presenter: PresenterDep, view: ViewDep, offset: Start = 0
) -> Response:
    """Return the works that most texts cite and nobody has read."""
    found = wanted(graph.store, graph.registry, limit=_PER_PAGE, offset=offset)
    links = page_links(request, found)
    answer = wanted_answer(presenter, found)
    return view.page(
        "wanted",
        page=answer,
        type_name=graph.labels.type_name,
        prev=links.get("prev"),
        next=links.get("next"),
    )


@router.get("/audit")
def faults(
    request: Request,
    graph: GraphDep,
    presenter: PresenterDep,
    view: ViewDep,
    wholes: WholesDep,
    rule: Annotated[str | None, Query(max_length=40)] = None,
    offset: Start = 0,
    after: Annotated[str | None, Query(max_length=20)] = None,
) -> Response:
    """Return what the store holds that cannot, or should not, be so."""
    chosen = rule if rule in RULES else None
    rules = [chosen] if chosen else []
    answer, links = audited(request, graph, wholes, Asked(rules, _PER_PAGE, offset, after))
    whole = answer.total is not None
    named = {work for one in answer.items for work in one.works}
    return view.page(
        "audit",
        page=answer,
        counts=stretch(graph.store, wholes.findings(graph), limit=0).counts if whole else None,
        rules=RULES,
        rule=chosen,
        names=names(graph, presenter, named),
        prev=links.get("prev"),
        next=links.get("next"),
    )


@router.get("/reviews")
def reviews(request: Request, graph: GraphDep, view: ViewDep, offset: Start = 0) -> Response:
    """Return reviews found, and reviews due of which none is found."""
    day = date.today()
    found = reviewed(graph.store, graph.registry, limit=_PER_PAGE, offset=offset)
    missing = due(graph.store, graph.registry, day, limit=_PER_PAGE, offset=offset)
    links = page_links(request, found if found.total > missing.total else missing)
    return view.page(
        "reviews",
        answer=reviews_answer(graph, day, found, missing),
        prev=links.get("prev"),
        next=links.get("next"),
    )


@router.get("/stats")
def stats(graph: GraphDep, presenter: PresenterDep, kept: KeptDep, view: ViewDep) -> Response:
    """Return how much there is of everything, what is carried out most, and how it grows."""
    found = statistics(graph.store, kept)
    ranked = (one for ranking in found.rankings.values() for one, _ in ranking)
    return view.page("stats", stats=found, names=names(graph, presenter, list(ranked)))

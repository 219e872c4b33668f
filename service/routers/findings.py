"""Questions about the store as a whole: want-list, audit, reviews."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.lineage import audit, due, reviewed, wanted
from graph.lineage.audit import RULES
from service.caching import conditional
from service.dependencies import GraphDep, Limit, Offset, PresenterDep
from service.paging import link_header, page, page_links
from service.questions import Nodes, quote_answer, review_answers
from service.routers.questions import On
from service.schemas.findings import (
    AuditAnswer,
    DisagreementAnswer,
    DueAnswer,
    FindingAnswer,
    ReviewedAnswer,
    ReviewsAnswer,
    StatedAnswer,
    WantedAnswer,
)
from service.schemas.works import PageAnswer

router = APIRouter(tags=["questions"], dependencies=[Depends(conditional)])
Rule = Literal[
    "future-citation", "self-citation", "cycle", "lower-over-higher", "organ-against-issuer",
    "year-against-date", "two-replacers", "dead-target", "conflict",
]  # fmt: skip


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
    works = presenter.works([one.work for one in found.items])
    items = [
        WantedAnswer(
            work=work,
            sources=one.sources,
            disagreements=[
                DisagreementAnswer(
                    field=field,
                    values=[
                        StatedAnswer(value=v.value, sources=v.sources, example=v.example)
                        for v in values
                    ],
                )
                for field, values in one.disagreements
            ],
        )
        for work, one in zip(works, found.items, strict=True)
    ]
    return page(found, items)


@router.get("/audit", response_model=AuditAnswer)
def faults(
    request: Request,
    response: Response,
    graph: GraphDep,
    rule: Annotated[list[Rule] | None, Query(description="Only these; repeat for several.")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> AuditAnswer:
    """List what the store holds that cannot, or should not, be so."""
    found = audit(graph.store, graph.registry, rules=rule, limit=limit, offset=offset)
    response.headers.update(link_header(page_links(request, found.page)))
    items = [
        FindingAnswer(
            rule=one.rule,
            label=RULES[one.rule],
            works=list(one.works),
            relation=one.relation[1] if one.relation else None,
            why=one.why,
            quote=quote_answer(one.quote) if one.quote else None,
        )
        for one in found.page.items
    ]
    return AuditAnswer(
        total=found.page.total,
        limit=limit,
        offset=offset,
        items=items,
        counts=dict(found.counts),
    )


@router.get("/reviews", response_model=ReviewsAnswer)
def reviews(
    graph: GraphDep,
    on: On = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> ReviewsAnswer:
    """List the reviews (sơ kết, tổng kết) found, and those due by a day of which none is found."""
    day = on or date.today()
    found = reviewed(graph.store, graph.registry, limit=limit, offset=offset)
    missing = due(graph.store, graph.registry, day, limit=limit, offset=offset)
    events = [event for one in found.items for event in one.reviews]
    events += [event for one in missing.items for event in one.earlier]
    works = [one.work for one in found.items] + [one.work for one in missing.items]
    nodes = Nodes(graph, (*works, *(one.actor for one in events)))
    held = [
        ReviewedAnswer(work=node, reviews=review_answers(nodes, one.reviews))
        for one in found.items
        if (node := nodes.get(one.work)) is not None
    ]
    awaited = [
        DueAnswer(
            work=node,
            name=one.name,
            years=one.years,
            day=one.day,
            overdue=one.overdue,
            earlier=review_answers(nodes, one.earlier),
        )
        for one in missing.items
        if (node := nodes.get(one.work)) is not None
    ]
    return ReviewsAnswer(on=day, found=page(found, held), due=page(missing, awaited))

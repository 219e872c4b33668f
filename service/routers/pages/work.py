"""A work as a page: how to cite it, how it stands, what it is related to, what to download."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Query, Request, Response

from graph.lineage.current import current
from graph.lineage.force import REPLACED, status_on
from graph.lineage.timeline import timeline
from graph.model.documents import Standing
from graph.model.mentions import Mention, MentionKind
from graph.model.relations import RelationKind
from graph.store import Page
from service.dependencies import GraphDep, PresenterDep, ViewDep
from service.formats import LINEAGE_SUFFIXES
from service.pages.citing import citations
from service.pages.naming import names
from service.pages.related import group, groups
from service.pages.routing import PageRoute
from service.pages.wants import Claim, claims
from service.paging import page, page_links
from service.redirects import located
from service.routing import Router
from service.schemas.sources import EvidenceAnswer
from service.schemas.works import WorkAnswer
from service.state import Graph

router = Router(route_class=PageRoute, include_in_schema=False)
_PASSAGES = 5
_PER_PAGE = 50


@router.get("/works/{work:path}/relations")
def relations(
    request: Request,
    graph: GraphDep,
    presenter: PresenterDep,
    view: ViewDep,
    work: str,
    kind: RelationKind,
    inverse: bool = False,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """Return all works and bodies that a work has one relation with."""
    known = located(graph, presenter, work)
    found = group(graph, presenter, known.id, kind, not inverse, offset, _PER_PAGE)
    links = page_links(request, Page(found.links, found.total, _PER_PAGE, offset))
    stretch = {"total": found.total, "limit": _PER_PAGE, "offset": offset}
    return view.page(
        "relations",
        work=presenter.work(known),
        group=found,
        page=stretch,
        prev=links.get("prev"),
        next=links.get("next"),
    )


@router.get("/works/{work:path}/evidence")
def evidence(
    request: Request,
    graph: GraphDep,
    presenter: PresenterDep,
    view: ViewDep,
    work: str,
    offset: Annotated[int, Query(ge=0, le=1_000_000_000)] = 0,
) -> Response:
    """Return every passage that speaks of a work."""
    known = located(graph, presenter, work)
    rows = graph.store.evidence(known.id, _PER_PAGE, offset)
    links = page_links(request, rows)
    return view.page(
        "evidence",
        work=presenter.work(known),
        page=page(rows, presenter.evidence(rows.items)),
        prev=links.get("prev"),
        next=links.get("next"),
    )


@router.get("/works/{work:path}")
def work(graph: GraphDep, presenter: PresenterDep, view: ViewDep, work: str) -> Response:
    """Return one work."""
    known = located(graph, presenter, work)
    answer = presenter.work(known)
    rows = graph.store.evidence(known.id, 3 * _PASSAGES, 0)
    status = status_on(graph.store, graph.registry, known.id, date.today())
    happenings = timeline(graph.store, graph.registry, known.id)
    heads = _heads(graph, known.id, status.state)
    named = {*heads, *status.by, *(one.by for one in happenings if one.by)}
    return view.page(
        "work",
        work=answer,
        citations=citations(answer, view.vietnamese),
        force=status,
        heads=heads,
        timeline=happenings,
        foot=_foot(graph, known.id, answer),
        groups=groups(graph, presenter, known.id),
        names=names(graph, presenter, named),
        claims=_claims(graph, answer),
        evidence=rows,
        passages=_distinct(presenter.evidence(rows.items)),
        formats=LINEAGE_SUFFIXES,
    )


def _heads(graph: Graph, work_id: str, state: str) -> list[str]:
    """Return the works that hold in place of one that is replaced."""
    if state != REPLACED:
        return []
    found = current(graph.store, graph.registry, work_id, date.today())
    return [head.work for head in found.living if head.work != work_id]


def _distinct(passages: list[EvidenceAnswer]) -> list[EvidenceAnswer]:
    """Return each sentence once: one that states a relation names the work too."""
    return list({(one.source, one.text): one for one in passages}.values())[:_PASSAGES]


def _claims(graph: Graph, work: WorkAnswer) -> list[Claim]:
    return claims(graph, work.id) if work.status is Standing.CITED else []


def _foot(graph: Graph, work_id: str, work: WorkAnswer) -> Mention | None:
    """Return who signed, as what, and to whom it was sent, where the text itself was read."""
    if work.status is not Standing.READ:
        return None
    for text in graph.store.own_texts(work_id):
        for row in graph.store.mentions_of(text.letterhead.source):
            own = row.mention
            if own.kind is MentionKind.SELF and (own.signer or own.recipients):
                return own
    return None

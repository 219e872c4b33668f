"""Bodies, and the texts that were read, as pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from graph.lineage import fulfilled
from graph.model.errors import NotFoundError
from service.dependencies import GraphDep, PresenterDep, ViewDep
from service.formats import LINEAGE_SUFFIXES
from service.pages.naming import names
from service.pages.related import groups
from service.pages.routing import PageRoute
from service.pages.succession import succession
from service.paging import page, page_links
from service.redirects import identifier
from service.routing import Router

router = Router(route_class=PageRoute, include_in_schema=False)
_PER_PAGE = 50
_FULFILLED = 20
Start = Annotated[int, Query(ge=0, le=1_000_000_000)]


@router.get("/bodies")
def search(
    request: Request,
    graph: GraphDep,
    presenter: PresenterDep,
    view: ViewDep,
    q: Annotated[str, Query(max_length=300)] = "",
    offset: Start = 0,
) -> Response:
    """Return bodies, or those whose name, alias or code matches."""
    found = graph.store.bodies(q or None, _PER_PAGE, offset)
    links = page_links(request, found)
    return view.page(
        "bodies",
        q=q,
        page=page(found, [presenter.body(body) for body in found.items]),
        prev=links.get("prev"),
        next=links.get("next"),
    )


@router.get("/bodies/{body:path}")
def body(
    request: Request,
    graph: GraphDep,
    presenter: PresenterDep,
    view: ViewDep,
    body: str,
    offset: Start = 0,
    done: Start = 0,
) -> Response:
    """Return a body: its life, what it issued, what it did."""
    known = graph.store.body(identifier(body))
    if known is None:
        raise NotFoundError(f"không có cơ quan '{identifier(body)}'")
    issued = graph.store.works_issued_by(known.id, _PER_PAGE, offset)
    links = page_links(request, issued)
    carried = fulfilled(graph.store, known.id, _FULFILLED, done)
    before, after = succession(graph, known)
    named = {known.parent, *(one.work for one in carried.items)}
    named |= {one.by for one in carried.items}
    return view.page(
        "body",
        body=presenter.body(known),
        names=names(graph, presenter, [one for one in named if one]),
        before=before,
        after=after,
        fulfilled=carried,
        groups=groups(graph, presenter, known.id) if not offset else [],
        page=page(issued, presenter.works(issued.items)),
        prev=links.get("prev"),
        next=links.get("next"),
        formats=LINEAGE_SUFFIXES,
    )


@router.get("/sources")
def sources(
    request: Request, graph: GraphDep, presenter: PresenterDep, view: ViewDep, offset: Start = 0
) -> Response:
    """Return the texts that were read, newest first."""
    found = graph.store.sources(_PER_PAGE, offset)
    links = page_links(request, found)
    return view.page(
        "sources",
        page=page(found, [presenter.source(row) for row in found.items]),
        prev=links.get("prev"),
        next=links.get("next"),
    )

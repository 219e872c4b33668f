"""The start page and search, as pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response

from graph.model.bodies import Body
from graph.model.documents import Standing, Work
from graph.store import Page
from graph.store import Query as Search
from service.dependencies import GraphDep, KeptDep, PresenterDep, ViewDep
from service.pages.candidates import candidates
from service.pages.facets import facet_groups
from service.pages.routing import PageRoute
from service.pages.statistics import statistics
from service.paging import page, page_links
from service.routing import Router
from service.state import Graph

router = Router(route_class=PageRoute, include_in_schema=False)
home = Router(include_in_schema=False)
_PER_PAGE = 20
_BODIES = 3
_LATEST = 6
Word = Annotated[str, Query(max_length=300)]
# A form sends what is left empty as an empty string, so every field is a word at first.
Filter = Annotated[str | None, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as typed and narrowed; empty fields are None."""

    q: str
    type: str | None
    issuer: str | None
    level: str | None
    term: str | None
    place: str | None
    year: int | None
    standing: str | None
    offset: int

    @property
    def narrowed(self) -> bool:
        """Tell whether anything beside words is asked for."""
        filters = (self.type, self.issuer, self.level, self.term, self.place, self.year)
        return any((*filters, self.standing))


async def _asked(
    q: Annotated[str, Query(max_length=500)] = "",
    type: Filter = None,
    issuer: Filter = None,
    level: Filter = None,
    term: Filter = None,
    place: Filter = None,
    year: Filter = None,
    standing: Filter = None,
    offset: Annotated[int, Query(ge=0, le=1_000_000_000)] = 0,
) -> Asked:
    return Asked(
        q=q.strip(),
        type=type or None,
        issuer=issuer or None,
        level=level or None,
        term=term or None,
        place=place or None,
        year=int(year) if year and year.isdecimal() and len(year) == 4 else None,
        standing=standing if standing in tuple(Standing) else None,
        offset=offset,
    )


@home.get("/")
def start(graph: GraphDep, presenter: PresenterDep, kept: KeptDep, view: ViewDep) -> Response:
    """Return a search box, what there is, and the documents that most others carry out."""
    found = statistics(graph.store, kept)
    most = [one for one, _ in found.rankings["carried_out"]]
    works = sorted(graph.store.works(most), key=lambda work: most.index(work.id))
    return view.page(
        "start",
        counts=totals(found.counts),
        works=presenter.works(works[:_LATEST]),
        sources=[presenter.source(row) for row in graph.store.sources(_LATEST).items],
    )


@router.get("/works")
def search(
    request: Request,
    graph: GraphDep,
    presenter: PresenterDep,
    view: ViewDep,
    asked: Annotated[Asked, Depends(_asked)],
) -> Response:
    """Return what a search finds, how to narrow it, and what an ambiguous number may mean."""
    query = _query(graph, asked)
    found = _found(graph, query, asked.offset)
    links = page_links(request, found)
    return view.page(
        "search",
        asked=asked,
        page=page(found, presenter.works(found.items)),
        groups=facet_groups(graph, view.words, query, graph.store.facets(query)),
        candidates=candidates(graph, presenter, asked.q) if not asked.offset else [],
        bodies=[presenter.body(body) for body in _bodies(graph, asked)],
        prev=links.get("prev"),
        next=links.get("next"),
    )


def totals(counts: Mapping[str, Any]) -> dict[str, int]:
    """Return one number for each kind of thing, whatever it is counted by."""
    return {
        name: sum(count.values()) if isinstance(count, Mapping) else count
        for name, count in counts.items()
    }


def _query(graph: Graph, asked: Asked) -> Search:
    labels = graph.labels
    return Search(
        q=asked.q,
        type=labels.type_id(asked.type),
        issuer=graph.body_id(asked.issuer),
        place=labels.place_id(asked.place),
        year=asked.year,
        standing=asked.standing,
        level=asked.level,
        term=asked.term,
    )


def _found(graph: Graph, query: Search, offset: int) -> Page[Work]:
    filters: dict[str, Any] = {
        name: getattr(query, name)
        for name in ("type", "issuer", "place", "year", "standing", "level", "term")
    }
    return graph.store.search(query.q, **filters, limit=_PER_PAGE, offset=offset)


def _bodies(graph: Graph, asked: Asked) -> tuple[Body, ...]:
    """Return bodies that the words name; none for a mere number."""
    if not asked.q or asked.offset or not any(letter.isalpha() for letter in asked.q):
        return ()
    return graph.store.bodies(asked.q, limit=_BODIES).items

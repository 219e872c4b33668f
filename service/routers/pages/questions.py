"""Questions about one work, as pages: who has carried it out, and what rests on it."""

from __future__ import annotations

from datetime import date
from statistics import median_low
from typing import Annotated, Literal

from fastapi import Query, Request, Response

from graph.lineage import coverage, impact
from graph.model.errors import InputError
from graph.model.text import fold
from service.dependencies import GraphDep, PresenterDep, ViewDep
from service.pages.mapping import first_lag, tiles_of
from service.pages.routing import PageRoute
from service.paging import page_links
from service.questions import coverage_answer, impact_answer
from service.redirects import located
from service.routing import Router

router = Router(route_class=PageRoute, include_in_schema=False)
_PER_PAGE = 50
_MERGED = date(2025, 7, 1)  # 63 provinces became 34
_BORDERS = (("before", date(2025, 6, 30)), ("after", _MERGED))


@router.get("/works/{work:path}/coverage")
def work_coverage(
    graph: GraphDep,
    presenter: PresenterDep,
    view: ViewDep,
    work: str,
    level: Literal["province", "ministry"] = "province",
    as_of: str = "",
) -> Response:
    """Return every province or ministry of the time with what it issued to carry a work out."""
    known = located(graph, presenter, work)
    day = _day(as_of)
    found = coverage(graph.store, graph.registry, known.id, level=level, as_of=day)
    answer = coverage_answer(graph, found)
    answer.rows.sort(key=lambda row: (first_lag(row) is None, first_lag(row) or 0, fold(row.name)))
    lags = [lag for row in answer.rows if (lag := first_lag(row)) is not None]
    return view.page(
        "coverage",
        work=presenter.work(known),
        coverage=answer,
        level=level,
        day=day,
        tiles=tiles_of(answer, graph.registry.map_tiles),
        typical=median_low(lags) if lags else None,
        soonest=lags[0] if lags else None,
        borders=_BORDERS,
        on_border=int(answer.day >= _MERGED),
    )


@router.get("/works/{work:path}/impact")
def work_impact(
    request: Request,
    graph: GraphDep,
    presenter: PresenterDep,
    view: ViewDep,
    work: str,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """Return what must be reviewed if a work goes, nearest first."""
    known = located(graph, presenter, work)
    found = impact(graph.store, known.id, limit=_PER_PAGE, offset=offset)
    links = page_links(request, found.page)
    return view.page(
        "impact",
        work=presenter.work(known),
        impact=impact_answer(graph, found),
        prev=links.get("prev"),
        next=links.get("next"),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(f"'{text}' không phải là một ngày (2025-07-01)") from error

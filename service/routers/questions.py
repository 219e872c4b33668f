"""Questions about one work: timeline, status, current, impact, coverage."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request, Response

from graph.export import COVERAGE_FORMATS, Paper
from graph.lineage import coverage, current, impact, status_on, timeline
from graph.lineage.impact import RESTS_ON, SEARCHED
from graph.model.relations import RelationKind
from service.caching import AnswersDep, conditional
from service.days import Day
from service.dependencies import GraphDep, Limit, Offset, PresenterDep
from service.errors import documented
from service.formats import File, coverage_file
from service.paging import link_header, page_links
from service.questions import (
    coverage_answer,
    current_answer,
    happenings,
    impact_answer,
    status_answer,
)
from service.redirects import DOCUMENTED, located
from service.routing import Router
from service.schemas.questions import (
    CoverageAnswer,
    CurrentAnswer,
    ImpactAnswer,
    StatusAnswer,
    TimelineAnswer,
)
from service.sheets import XLSX, coverage_sheet, impact_sheet

router = Router(tags=["questions"], dependencies=[Depends(conditional)])
KNOWN: dict[int | str, dict[str, Any]] = {**DOCUMENTED, **documented("not-found")}
SHEET: dict[int | str, dict[str, Any]] = {
    200: {"description": "A workbook.", "content": {XLSX: {}}},
    **DOCUMENTED,
}
On = Annotated[Day | None, Query(description="The day that is asked about; today if unsaid.")]
AsOf = Annotated[Day | None, Query(description="Leave out what was done or said after this day.")]
Level = Annotated[Literal["province", "ministry"], Query()]
Relations = Annotated[
    list[RelationKind] | None,
    Query(description=f"Only these, of {', '.join(RESTS_ON)}; repeat for several."),
]
Depth = Annotated[int | None, Query(ge=1, le=100, description="Steps at most; any if unsaid.")]


@router.get("/works/{id:path}/timeline", response_model=TimelineAnswer, responses=KNOWN)
def work_timeline(
    graph: GraphDep, presenter: PresenterDep, id: str, as_of: AsOf = None
) -> TimelineAnswer:
    """Return what happened to a work and since when, each with the sentences that say so."""
    work = located(graph, presenter, id).id
    found = timeline(graph.store, graph.registry, work, as_of=as_of)
    return TimelineAnswer(work=work, as_of=as_of, events=happenings(graph, found))


@router.get("/works/{id:path}/status", response_model=StatusAnswer, responses=KNOWN)
def work_status(graph: GraphDep, presenter: PresenterDep, id: str, on: On = None) -> StatusAnswer:
    """Tell whether a work is in force on a day, in part, not yet, not any more, or unknown."""
    work = located(graph, presenter, id).id
    return status_answer(graph, status_on(graph.store, graph.registry, work, on or date.today()))


@router.get("/works/{id:path}/current", response_model=CurrentAnswer, responses=KNOWN)
def work_current(graph: GraphDep, presenter: PresenterDep, id: str, on: On = None) -> CurrentAnswer:
    """Follow the replacements of a work to those that hold in its place."""
    work = located(graph, presenter, id).id
    return current_answer(graph, current(graph.store, graph.registry, work, on or date.today()))


@router.get(
    "/works/{id:path}/impact",
    response_model=ImpactAnswer,
    responses={**KNOWN, **documented("bad-input")},
)
def work_impact(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    id: str,
    relation: Relations = None,
    depth: Depth = None,
    as_of: AsOf = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> ImpactAnswer:
    """List what must be reviewed if the work goes: all that rests on it, by the shortest way."""
    work = located(graph, presenter, id).id
    found = impact(
        graph.store, work, relations=relation, depth=depth, as_of=as_of, limit=limit, offset=offset
    )
    response.headers.update(link_header(page_links(request, found.page)))
    return impact_answer(graph, found)


@router.get(
    "/works/{id:path}/impact.xlsx",
    response_class=Response,
    responses={**SHEET, **documented("not-found", "bad-input")},
)
def work_impact_sheet(
    graph: GraphDep,
    presenter: PresenterDep,
    answers: AnswersDep,
    id: str,
    relation: Relations = None,
    depth: Depth = None,
    as_of: AsOf = None,
) -> Response:
    """Return all that rests on the work as a workbook."""
    work = located(graph, presenter, id).id
    labels = [(kind.value, graph.labels.relation(kind)) for kind in RESTS_ON]

    def everything() -> ImpactAnswer:
        found = impact(
            graph.store, work, relations=relation, depth=depth, as_of=as_of, limit=SEARCHED
        )
        return impact_answer(graph, found)

    return answers.file(lambda: impact_sheet(everything(), labels))


@router.get(
    "/works/{id:path}/coverage",
    response_model=CoverageAnswer,
    responses={**KNOWN, **documented("bad-input")},
)
def work_coverage(
    graph: GraphDep,
    presenter: PresenterDep,
    id: str,
    level: Level = "province",
    as_of: AsOf = None,
) -> CoverageAnswer:
    """List every province or ministry of the time with what it issued to carry the work out."""
    work = located(graph, presenter, id).id
    found = coverage(graph.store, graph.registry, work, level=level, as_of=as_of)
    return coverage_answer(graph, found)


@router.get(
    "/works/{id:path}/coverage.xlsx",
    response_class=Response,
    responses={**SHEET, **documented("not-found", "bad-input")},
)
def work_coverage_sheet(
    graph: GraphDep,
    presenter: PresenterDep,
    answers: AnswersDep,
    id: str,
    level: Level = "province",
    as_of: AsOf = None,
) -> Response:
    """Return the coverage of a work as a workbook."""
    work = located(graph, presenter, id).id
    return answers.file(
        lambda: coverage_sheet(
            coverage_answer(
                graph, coverage(graph.store, graph.registry, work, level=level, as_of=as_of)
            )
        )
    )


@router.get(
    "/works/{id:path}/coverage.{suffix}",
    response_class=Response,
    responses={
        200: {"description": f"A map on one sheet: {', '.join(COVERAGE_FORMATS)}."},
        **DOCUMENTED,
        **documented("not-found", "bad-input", "unknown-format"),
    },
)
def work_coverage_map(
    graph: GraphDep,
    presenter: PresenterDep,
    answers: AnswersDep,
    id: str,
    suffix: str,
    as_of: AsOf = None,
    paper: Annotated[Paper, Query(description="The size of the sheet.")] = Paper.A4,
) -> Response:
    """Return the coverage of a work by province as a schematic map."""
    work = located(graph, presenter, id)

    def drawn() -> File:
        found = coverage(graph.store, graph.registry, work.id, as_of=as_of)
        return coverage_file(graph, found, presenter.work(work), suffix, paper)

    return answers.file(drawn)

"""From answers of graph.lineage to the shapes of the service; names are looked up once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.lineage import Coverage, Current, Happening, Impact, Status
from graph.lineage.changes import Event
from graph.lineage.coverage import Carrying
from graph.lineage.labels import node_attributes
from graph.lineage.moments import Moment
from graph.store import Quote
from service.schemas.findings import ReviewAnswer
from service.schemas.lineage import NodeAnswer
from service.schemas.questions import (
    AffectedAnswer,
    CarryingAnswer,
    CoverageAnswer,
    CoveredAnswer,
    CurrentAnswer,
    ForkAnswer,
    HappeningAnswer,
    HeadAnswer,
    ImpactAnswer,
    QuoteAnswer,
    StatusAnswer,
    TieAnswer,
)
from service.schemas.references import SpanAnswer
from service.state import Graph


class Nodes:
    """The nodes that an answer names, with their attributes."""

    def __init__(self, graph: Graph, ids: Iterable[str | None]) -> None:
        wanted = {one for one in ids if one is not None}
        self._known = node_attributes(graph.store, wanted, graph.registry)

    def get(self, node: str) -> NodeAnswer | None:
        """Return a node; None where it went away while we were asking."""
        known = self._known.get(node)
        return NodeAnswer(id=node, **known) if known else None

    def some(self, nodes: Iterable[str]) -> list[NodeAnswer]:
        """Return those of ``nodes`` that are known."""
        return [one for one in map(self.get, nodes) if one is not None]


def quote_answer(quote: Quote) -> QuoteAnswer:
    """Return a sentence with its source."""
    return QuoteAnswer(
        source=quote.source,
        title=quote.title,
        published=str(quote.published) if quote.published else None,
        span=SpanAnswer(start=quote.span.start, end=quote.span.end),
        text=quote.text,
    )


def happenings(graph: Graph, found: list[Happening]) -> list[HappeningAnswer]:
    """Return the entries of a timeline."""
    nodes = Nodes(graph, (one.by for one in found))
    return [
        HappeningAnswer(
            what=one.what,
            **_when(one.when),
            by=nodes.get(one.by) if one.by else None,
            relation=one.relation,
            subdivisions=list(one.subdivisions),
            quotes=_quotes(one.quotes),
            doubt=one.doubt,
            until=str(one.until) if one.until else None,
        )
        for one in found
    ]


def status_answer(graph: Graph, found: Status) -> StatusAnswer:
    """Return how a work stands."""
    since = _when(found.since)
    return StatusAnswer(
        work=found.work,
        day=found.day,
        state=found.state,  # type: ignore[arg-type]  # one of graph.lineage.force.STATES
        since=since["date"],
        basis=since["basis"],
        by=Nodes(graph, found.by).some(found.by),
        subdivisions=list(found.subdivisions),
        quotes=_quotes(found.quotes),
        why=found.why,
    )


def current_answer(graph: Graph, found: Current) -> CurrentAnswer:
    """Return where replacements lead."""
    nodes = Nodes(graph, (one.work for one in found.heads))
    heads = [
        HeadAnswer(node=node, path=list(one.path), status=status_answer(graph, one.status))
        for one in found.heads
        if (node := nodes.get(one.work)) is not None
    ]
    return CurrentAnswer(
        work=found.work,
        day=found.day,
        living=[one.work for one in found.living],
        heads=heads,
        forks=[ForkAnswer(work=one, replacers=list(several)) for one, several in found.forks],
        cycles=[list(circle) for circle in found.cycles],
    )


def impact_answer(graph: Graph, found: Impact) -> ImpactAnswer:
    """Return what rests on a work."""
    page = found.page
    nodes = Nodes(graph, (one.node for one in page.items))
    items = []
    for one in page.items:
        ties = [
            TieAnswer.model_validate(
                {
                    "from": step.source,
                    "relation": step.kind,
                    "to": step.target,
                    "evidence": step.evidence,
                    "quote": quote_answer(quote) if quote else None,
                }
            )
            for step, quote in zip(one.steps, one.quotes, strict=True)
        ]
        if (node := nodes.get(one.node)) is not None:
            items.append(AffectedAnswer(node=node, distance=one.distance, path=ties))
    return ImpactAnswer(
        work=found.work,
        total=page.total,
        limit=page.limit,
        offset=page.offset,
        truncated=found.truncated,
        items=items,
    )


def coverage_answer(graph: Graph, found: Coverage) -> CoverageAnswer:
    """Return who has carried a work out."""
    named = [one.node for row in found.rows for one in (*row.documents, *row.bodies)]
    nodes = Nodes(graph, named)
    rows = [
        CoveredAnswer(
            unit=row.unit,
            name=row.name,
            status=row.status,  # type: ignore[arg-type]  # FOUND or MISSING
            documents=_carrying(nodes, row.documents),
            bodies=_carrying(nodes, row.bodies),
        )
        for row in found.rows
    ]
    return CoverageAnswer(
        work=found.work,
        level=found.level,  # type: ignore[arg-type]  # one of graph.lineage.coverage.LEVELS
        day=found.day,
        as_of=found.as_of,
        total=len(rows),
        found=found.found,
        rows=rows,
    )


def review_answers(nodes: Nodes, events: Iterable[Event]) -> list[ReviewAnswer]:
    """Return reviews of a work."""
    return [
        ReviewAnswer(by=nodes.get(one.actor), **_when(one.when), quotes=_quotes(one.quotes))
        for one in events
    ]


def _carrying(nodes: Nodes, found: Iterable[Carrying]) -> list[CarryingAnswer]:
    return [
        CarryingAnswer(
            node=node,
            relation=one.relation,
            date=str(one.date) if one.date else None,
            lag=one.lag,
            through=list(one.through),
            remark=one.remark,
            quote=quote_answer(one.quote) if one.quote else None,
        )
        for one in found
        if (node := nodes.get(one.node)) is not None
    ]


def _quotes(quotes: Iterable[Quote]) -> list[QuoteAnswer]:
    return [quote_answer(one) for one in quotes]


def _when(moment: Moment | None) -> dict[str, Any]:
    if moment is None:
        return {"date": None, "basis": None}
    return {"date": str(moment.date), "basis": moment.basis}

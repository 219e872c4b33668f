"""From findings about the whole store to the shapes of the service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, TypeVar

from graph.lineage import Audit, Due, Finding, Reviewed, Wanted
from graph.lineage.audit import RULES, Portion
from graph.store import Page
from service.present import Presenter
from service.questions import Nodes, quote_answer, review_answers
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
from service.state import Graph

T = TypeVar("T")


def wanted_answer(presenter: Presenter, found: Page[Wanted]) -> PageAnswer[WantedAnswer]:
    """Return a stretch of the want-list."""
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
    return _page(found, items)


def audit_answer(found: Audit, following: str | None = None) -> AuditAnswer:
    """Return a stretch of what an audit of everything found; ``following`` is the next one."""
    return AuditAnswer(
        total=found.page.total,
        limit=found.page.limit,
        offset=found.page.offset,
        items=_findings(found.page.items),
        counts=dict(found.counts),
        looked_at=None,
        next=following,
    )


def portion_answer(
    found: Portion, rules: Collection[str], limit: int, following: str | None
) -> AuditAnswer:
    """Return what was found in works looked at one after another."""
    counts = Counter(one.rule for one in found.found)
    return AuditAnswer(
        total=None,
        limit=limit,
        offset=0,
        items=_findings(found.found),
        counts={rule: counts[rule] for rule in RULES if not rules or rule in rules},
        looked_at=found.looked_at,
        next=following,
    )


def _findings(found: Sequence[Finding]) -> list[FindingAnswer]:
    return [
        FindingAnswer(
            rule=one.rule,
            label=RULES[one.rule],
            works=list(one.works),
            relation=one.relation[1] if one.relation else None,
            why=one.why,
            quote=quote_answer(one.quote) if one.quote else None,
        )
        for one in found
    ]


def reviews_answer(
    graph: Graph, day: date, found: Page[Reviewed], missing: Page[Due]
) -> ReviewsAnswer:
    """Return reviews found and reviews missing on a day."""
    works = [one.work for one in found.items] + [one.work for one in missing.items]
    events = [event for one in found.items for event in one.reviews]
    events += [event for one in missing.items for event in one.earlier]
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
    return ReviewsAnswer(on=day, found=_page(found, held), due=_page(missing, awaited))


def _page(found: Page[Any], items: list[T]) -> PageAnswer[T]:
    return PageAnswer(total=found.total, limit=found.limit, offset=found.offset, items=items)

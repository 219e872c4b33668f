"""All questions over all texts of the Công báo: nothing breaks, and there is something to say."""

from __future__ import annotations

from datetime import date

from graph.lineage import audit, current, due, impact, reviewed, status_on, timeline, wanted
from graph.lineage.changes import ENDS
from graph.lineage.force import STATES
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.store import Store

DAY = date(2026, 6, 1)


def test_what_was_ended_is_not_in_force(gazette: Store, registry: Registry) -> None:
    ended = sorted({target for _, _, target, part in gazette.all_acts(ENDS) if not part})
    assert len(ended) > 50
    states = [status_on(gazette, registry, one, DAY) for one in ended]
    assert {one.state for one in states} <= set(STATES)
    gone = [one for one in states if one.state in ("replaced", "repealed")]
    assert len(gone) > len(ended) * 0.5
    assert all(one.quotes and one.by for one in gone)


def test_timelines_are_in_order_and_said(gazette: Store, registry: Registry) -> None:
    targets = {one.target for one in gazette.all_relations() if one.kind is RelationKind.AMENDS}
    assert len(targets) > 100
    for work in sorted(targets)[:60]:
        told = timeline(gazette, registry, work)
        days = [str(one.when.date) for one in told if one.when and one.by]
        assert days == sorted(days)
        assert all(one.quotes for one in told if one.by)


def test_replacements_end(gazette: Store, registry: Registry) -> None:
    replaced = {o.target for o in gazette.all_relations() if o.kind is RelationKind.REPLACES}
    assert len(replaced) > 20
    for work in replaced:
        found = current(gazette, registry, work, DAY)
        assert found.heads or found.cycles


def test_impact_of_the_most_cited_law(gazette: Store) -> None:
    (law,) = gazette.works_by_number("64/2025/QH15")
    found = impact(gazette, law.id, limit=50)
    assert found.page.total >= len(found.page.items) > 10
    assert all(one.quotes[0] is not None for one in found.page.items)
    assert [one.distance for one in found.page.items] == sorted(
        one.distance for one in found.page.items
    )


def test_wants_audit_and_reviews(gazette: Store, registry: Registry) -> None:
    page = wanted(gazette, registry)
    assert page.total > 500
    assert page.items[0].sources >= page.items[-1].sources > 1
    found = audit(gazette, registry, limit=50)
    assert 0 < found.page.total < 1000
    assert due(gazette, registry, DAY).total > 0
    assert reviewed(gazette, registry).total >= 0

"""Running the rules, counting what they find, showing a stretch of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.lineage.audit import citations, powers
from graph.lineage.audit.findings import (
    CONFLICT,
    CYCLE,
    DEAD,
    FUTURE,
    ITSELF,
    LOWER,
    ORGAN,
    REPLACERS,
    RULES,
    YEAR,
    Finding,
    Material,
)
from graph.model.errors import InputError
from graph.model.registry import Registry
from graph.store import Page, Store

_RUN: Mapping[str, Callable[[Material], Iterator[Finding]]] = {
    FUTURE: citations.future,
    ITSELF: citations.itself,
    CYCLE: powers.circles,
    LOWER: powers.lower,
    ORGAN: powers.organs,
    YEAR: powers.years,
    REPLACERS: powers.replacers,
    DEAD: citations.dead,
    CONFLICT: citations.conflicts,
}


@dataclass(frozen=True, slots=True)
class Audit:
    """How much each rule found, and a stretch of the findings, rule by rule."""

    counts: Mapping[str, int]
    page: Page[Finding]


def audit(
    store: Store,
    registry: Registry,
    *,
    rules: Collection[str] | None = None,
    limit: int = 20,
    offset: int = 0,
) -> Audit:
    """Run all rules, or those named, over the whole store.

    InputError for an unknown rule.
    """
    if strange := set(rules or ()) - RULES.keys():
        raise InputError(f"unknown rule {', '.join(sorted(strange))}; there are {', '.join(RULES)}")
    found = findings(store, registry, frozenset(rules) if rules else frozenset(RULES))
    return stretch(store, found, rules=rules, limit=limit, offset=offset)


def findings(
    store: Store, registry: Registry, rules: Collection[str] = frozenset(RULES)
) -> tuple[Finding, ...]:
    """Return everything that these rules find, rule by rule: this reads the whole store."""
    material = Material(store, registry)
    wanted = [rule for rule in RULES if rule in rules]
    return tuple(one for rule in wanted for one in sorted(_RUN[rule](material), key=_order))


def stretch(
    store: Store,
    found: Collection[Finding],
    *,
    rules: Collection[str] | None = None,
    limit: int = 20,
    offset: int = 0,
) -> Audit:
    """Return a stretch of what was found, of all rules or those named."""
    wanted = [rule for rule in RULES if not rules or rule in rules]
    chosen = [one for one in found if one.rule in wanted]
    counts = Counter(one.rule for one in chosen)
    shown = _quoted(store, chosen[offset : offset + limit])
    page = Page(tuple(shown), len(chosen), limit, offset)
    return Audit({rule: counts[rule] for rule in wanted}, page)


def _order(finding: Finding) -> tuple[tuple[str, ...], str, str, str]:
    place = f"{finding.quote.source}#{finding.quote.span.start:09}" if finding.quote else ""
    kind = finding.relation[1] if finding.relation else ""
    return finding.works, kind, finding.why, place


def _quoted(store: Store, findings: list[Finding]) -> list[Finding]:
    """Give each finding on a relation the first sentence that states it."""
    keys = {one.relation for one in findings if one.relation is not None}
    said = store.quotes(keys, each=1)
    return [
        replace(one, quote=said[one.relation][0]) if one.relation in said else one
        for one in findings
    ]

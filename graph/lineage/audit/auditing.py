"""Running the rules, counting what they find, showing a stretch of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from graph.lineage.audit.findings import RULES, Finding
from graph.lineage.audit.walking import Place, walk
from graph.model.errors import InputError
from graph.model.registry import Registry
from graph.store import Page, Store

_RANK = {rule: rank for rank, rule in enumerate(RULES)}
_MOST_WORKS = 2000  # of which nothing is found, before an answer is given


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
    found = findings(store, registry, _known(rules))
    return stretch(store, found, rules=rules, limit=limit, offset=offset)


def findings(
    store: Store, registry: Registry, rules: Collection[str] = frozenset(RULES)
) -> tuple[Finding, ...]:
    """Return everything that these rules find, rule by rule: this reads the whole store."""
    found: dict[str, list[Finding]] = {rule: [] for rule in RULES}
    for part in walk(store, registry, rules):
        for one in part.found:
            found[one.rule].append(one)
    return tuple(one for rule in RULES for one in sorted(found[rule], key=_order))


@dataclass(frozen=True, slots=True)
class Portion:
    """What was found in works one after another. ``looked_at`` counts the works, ``next`` is
    where to go on; None at the end of the store."""

    found: tuple[Finding, ...]
    looked_at: int
    next: Place | None


def portion(
    store: Store,
    registry: Registry,
    place: Place,
    *,
    rules: Collection[str] | None = None,
    limit: int = 20,
) -> Portion:
    """Look at works from ``place`` on until ``limit`` findings, or many works; however many.

    Works come in an order that stays, each with all that is found of it. InputError for an
    unknown rule.
    """
    found: list[Finding] = []
    looked_at, past = 0, place.past
    for part in walk(store, registry, _known(rules), place.number):
        of: dict[str, list[Finding]] = {}
        for one in part.found:
            of.setdefault(one.of, []).append(one)
        for number, work in part.works:
            past = past if number == place.number else 0
            own = sorted(of.get(work.id, ()), key=lambda one: (_RANK[one.rule], _order(one)))[past:]
            room = limit - len(found)
            if len(own) > room:
                found += own[:room]
                here = Place(number, past + room)
                return Portion(tuple(_quoted(store, found)), looked_at, here)
            found += own
            looked_at += 1
        if looked_at >= _MOST_WORKS and not part.is_last:
            following = Place(part.works[-1][0] + 1)
            return Portion(tuple(_quoted(store, found)), looked_at, following)
    return Portion(tuple(_quoted(store, found)), looked_at, None)


def _known(rules: Collection[str] | None) -> frozenset[str]:
    if strange := set(rules or ()) - RULES.keys():
        raise InputError(f"unknown rule {', '.join(sorted(strange))}; there are {', '.join(RULES)}")
    return frozenset(rules or RULES)


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

"""Rules on who may: rank, circles of change, several replacers, numbers against issuers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import networkx as nx

from graph.lineage.audit.findings import (
    CYCLE,
    LOWER,
    ORGAN,
    REPLACERS,
    YEAR,
    Finding,
    Material,
    name,
)
from graph.lineage.current import cycles
from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.errors import MalformedNumberError
from graph.model.numbers import DocumentNumber
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.model.resolutions import OTHER_YEAR
from graph.model.text import slug

K = RelationKind
_ALTERS = frozenset((K.AMENDS, K.REPLACES, K.REPEALS))
_OVERRIDES = frozenset((K.AMENDS, K.REPLACES, K.REPEALS, K.SUSPENDS, K.STAYS))
_TERM = re.compile(r"\d+$")


def circles(material: Material) -> Iterator[Finding]:
    """Find works that amend, replace or repeal one another in a circle."""
    graph = nx.DiGraph((key[0], key[2]) for key, _, _ in material.pairs(_ALTERS))
    for circle in cycles(graph):
        way = " → ".join(name(material.works[one]) for one in (*circle, circle[0]))
        yield Finding(CYCLE, circle, way)


def lower(material: Material) -> Iterator[Finding]:
    """Find works that alter or end one of a higher rank in their world."""
    for key, acting, acted in material.pairs(_OVERRIDES):
        mine, theirs = _rank(material, acting), _rank(material, acted)
        if mine and theirs and mine[0] == theirs[0] and mine[1] > theirs[1]:
            why = f"{name(acting)} (bậc {mine[1]}), {name(acted)} (bậc {theirs[1]})"
            yield Finding(LOWER, (acting.id, acted.id), why, key)


def organs(material: Material) -> Iterator[Finding]:
    """Find works whose number bears the code of other bodies than the one that issued it."""
    owners = _codes(material.registry)
    for work in material.works.values():
        number, issuer = _number(work), material.bodies.get(work.issuer or "")
        if number is None or issuer is None:
            continue
        parts = {_code(part) for part in (number.organ, *re.split(r"[-/]", number.organ))}
        own = {_code(code) for code in issuer.codes}
        if own and not parts & own and any(owners.get(part) for part in parts):
            said = ", ".join(sorted({one for part in parts for one in owners.get(part, ())})[:3])
            why = f"{work.number}: ký hiệu của {said}; cơ quan ban hành được nêu: {issuer.name}"
            yield Finding(ORGAN, (work.id,), why)


def years(material: Material) -> Iterator[Finding]:
    """Find works whose number has another year than their date, or than texts say."""
    for work in material.works.values():
        number = _number(work)
        if number and number.year and work.signed_on and number.year != work.signed_on.year:
            yield Finding(YEAR, (work.id,), f"{work.number} ngày {work.signed_on}")
    for odd in material.store.in_conflict():
        notes = [note for note in odd.notes if note.endswith(OTHER_YEAR)]
        if notes:
            yield Finding(YEAR, (odd.work,), "; ".join(notes), quote=odd.quote)


def replacers(material: Material) -> Iterator[Finding]:
    """Find works that several others replace, of which at least two have not ended."""
    for target, events in material.ends.items():
        living = {
            one.actor
            for one in events
            if one.kind is K.REPLACES and one.actor in material.works and one.actor not in
            material.ends
        }  # fmt: skip
        if len(living) > 1 and target in material.works:
            said = ", ".join(sorted(name(material.works[one]) for one in living))
            why = f"{name(material.works[target])} bị thay thế bởi {said}"
            yield Finding(REPLACERS, (target, *sorted(living)), why)


def _rank(material: Material, work: Work) -> tuple[str, int] | None:
    issuer = material.bodies.get(work.issuer or "")
    for rule in material.registry.ranks:
        if rule.holds(work.type, issuer):
            return rule.world, rule.rank
    return None


def _number(work: Work) -> DocumentNumber | None:
    try:
        return DocumentNumber.parse(work.number) if work.number else None
    except MalformedNumberError:
        return None


def _codes(registry: Registry) -> dict[str, set[str]]:
    """Return which bodies, or organs of every place, a code stands for."""
    found: dict[str, set[str]] = {}
    for body in registry.bodies:
        for code in body.codes:
            found.setdefault(_code(code), set()).add(_shown(body))
    for template in registry.templates:
        for code in template.codes:
            found.setdefault(_code(code), set()).add(template.generic[0] if template.generic else
                                                     template.organ)  # fmt: skip
    return found


def _shown(body: Body) -> str:
    return body.name


def _code(text: str) -> str:
    """Return a code for comparing; the term of 'QH15' does not count."""
    return _TERM.sub("", slug(text))

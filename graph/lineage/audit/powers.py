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
from graph.lineage.moments import surely_before
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
# How far a circle is followed from a stretch; real ones have two works or three.
_MOST_ALTERED = 5000
_TERM = re.compile(r"\d+$")


def circles(material: Material) -> Iterator[Finding]:
    """Find works that amend, replace or repeal one another in a circle.

    Time does not run in circles: somewhere in one a work alters what is not surely older. From
    there the circle is looked for, and of its works that do so the first is told of it.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for key, acting, acted in material.pairs(_ALTERS):
        if not surely_before(acted.signed_on, acting.signed_on):
            graph.add_edge(key[0], key[2])
    _grow(material, graph)
    for circle in cycles(graph):
        knot = next(one for one in nx.strongly_connected_components(graph) if circle[0] in one)
        first = min(one for one in knot if _turns_back(material, graph, knot, one))
        if first in material.works:
            way = " → ".join(_name(material, one) for one in (*circle, circle[0]))
            yield Finding(CYCLE, circle, way, at=first)


def _grow(material: Material, graph: nx.DiGraph[str]) -> None:
    """Add what is altered by the nodes that have been reached, and by what that alters, so on."""
    seen: set[str] = set()
    while (new := set(graph) - seen) and len(seen) < _MOST_ALTERED:
        seen |= new
        reached = sorted(new)[:_MOST_ALTERED]
        graph.add_edges_from((one, other) for one, _, other in material.store.acts_of(
            reached, _ALTERS
        ))  # fmt: skip


def _turns_back(material: Material, graph: nx.DiGraph[str], knot: set[str], one: str) -> bool:
    """Tell whether a work alters one of the knot that is not surely older."""
    acting = material.work(one)
    others = (material.work(other) for other in graph[one] if other in knot)
    return acting is not None and any(
        other is not None and not surely_before(other.signed_on, acting.signed_on)
        for other in others
    )


def _name(material: Material, work_id: str) -> str:
    work = material.work(work_id)
    return name(work) if work else work_id


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
    for odd in material.in_conflict:
        notes = [note for note in odd.notes if note.endswith(OTHER_YEAR)]
        if notes:
            yield Finding(YEAR, (odd.work,), "; ".join(notes), quote=odd.quote)


def replacers(material: Material) -> Iterator[Finding]:
    """Find works that several others replace, of which at least two have not ended."""
    replacing = {
        target: actors
        for target, events in material.ends(material.works.keys()).items()
        if len(actors := {one.actor for one in events if one.kind is K.REPLACES}) > 1
    }
    everyone = set().union(*replacing.values())
    material.learn(everyone)
    ended = material.ends(everyone)
    for target, actors in replacing.items():
        living = [
            work for one in sorted(actors) if one not in ended and (work := material.work(one))
        ]
        if len(living) > 1:
            said = ", ".join(sorted(map(name, living)))
            why = f"{name(material.works[target])} bị thay thế bởi {said}"
            yield Finding(REPLACERS, (target, *(one.id for one in living)), why)


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

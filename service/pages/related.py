"""What a node is related to, grouped by relation and direction, with the sentences behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.model.relations import RelationKind
from graph.store import EdgeRow, Quote
from service.present import Presenter
from service.schemas.works import BodyAnswer, WorkAnswer
from service.state import Graph

_SHOWN = 8
_SENTENCES = 2
# What changes a document first, then what carries it on, then what merely speaks of it.
ORDER = (
    "replaces", "repeals", "suspends", "stays", "amends", "corrects", "extends", "consolidates",
    "implements", "institutionalises", "details", "guides", "continues", "based_on", "part_of",
    "reviews", "approves", "responds_to", "notifies", "interprets", "publishes", "cites",
    "signed_by", "succeeded_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Related:
    """One work or body at the other end, and what of the two is concerned."""

    work: WorkAnswer | None
    body: BodyAnswer | None
    from_subdivisions: tuple[str, ...]
    to_subdivisions: tuple[str, ...]
    evidence: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    """All that one relation joins to the node in one direction; ``links`` are the first of them."""

    kind: str
    outgoing: bool
    total: int
    links: tuple[Related, ...]


def groups(graph: Graph, presenter: Presenter, node: str) -> list[RelatedGroup]:
    """Return every group of a node, what it does first, each with its first links."""
    tally = graph.store.relation_tally(node)
    known = sorted(tally, key=lambda key: (not key[1], _place(key[0])))
    return [
        RelatedGroup(kind.value, outgoing, tally[kind, outgoing],
                     _links(graph, presenter, node, kind, outgoing, 0, _SHOWN))
        for kind, outgoing in known
        if kind is not RelationKind.ISSUED_BY
    ]  # fmt: skip


def group(
    graph: Graph, presenter: Presenter, node: str, kind: RelationKind, outgoing: bool, offset: int,
    limit: int,
) -> RelatedGroup:  # fmt: skip
    """Return a stretch of one group."""
    total = graph.store.relation_tally(node).get((kind, outgoing), 0)
    links = _links(graph, presenter, node, kind, outgoing, offset, limit)
    return RelatedGroup(kind.value, outgoing, total, links)


def _links(
    graph: Graph, presenter: Presenter, node: str, kind: RelationKind, outgoing: bool, offset: int,
    limit: int,
) -> tuple[Related, ...]:  # fmt: skip
    rows = _by_end(graph, node, kind, outgoing, offset + limit)[offset:]
    keys = {(row.source, row.kind, row.target) for row in rows}
    quotes = graph.store.quotes(keys, each=_SENTENCES)
    ends = {row.target if outgoing else row.source for row in rows}
    works = {one.id: one for one in presenter.works(graph.store.works(ends))}
    bodies = {one.id: presenter.body(one) for one in graph.store.bodies_of(ends - works.keys())}
    found = []
    for row in rows:
        end = row.target if outgoing else row.source
        said = tuple(quotes.get((row.source, row.kind, row.target), ()))
        found.append(
            Related(works.get(end), bodies.get(end), row.from_subdivisions, row.to_subdivisions,
                    row.evidence, said)
        )  # fmt: skip
    return tuple(found)


def _by_end(
    graph: Graph, node: str, kind: RelationKind, outgoing: bool, wanted: int
) -> list[EdgeRow]:
    """Return the first edges, one for each other end: rows that differ in subdivisions are one."""
    rows = graph.store.edges([node], outgoing=outgoing, kinds=[kind], limit=wanted * 4)
    merged: dict[str, EdgeRow] = {}
    for row in rows:
        end = row.target if outgoing else row.source
        before = merged.get(end)
        merged[end] = row if before is None else _joined(before, row)
    return list(merged.values())[:wanted]


def _joined(one: EdgeRow, other: EdgeRow) -> EdgeRow:
    return replace(
        one,
        from_subdivisions=_united(one.from_subdivisions, other.from_subdivisions),
        to_subdivisions=_united(one.to_subdivisions, other.to_subdivisions),
        evidence=one.evidence + other.evidence,
    )


def _united(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _place(kind: RelationKind) -> int:
    return ORDER.index(kind.value) if kind.value in ORDER else len(ORDER)

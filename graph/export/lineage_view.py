"""A lineage as typed values, in one fixed order, whatever the graph's own order is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.model.documents import Standing

# What XML 1.0 cannot carry, and the controls and direction overrides that could disguise a text.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that states a relation, and where it stands."""

    text: str
    title: str | None
    published: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Node:
    """A work or body of a lineage. ``level`` is 0 for the root, below 0 upwards."""

    id: str
    kind: str
    type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    status: str | None
    level: int

    @property
    def is_body(self) -> bool:
        """Tell whether this is a body rather than a work."""
        return self.kind == "body"

    @property
    def cited_only(self) -> bool:
        """Tell whether the work is known only from what others say of it."""
        return self.status == Standing.CITED

    @property
    def name(self) -> str:
        """How people call it: type and number, or the title of what has no number."""
        if self.is_body:
            return self.title or self.issuer or self.id
        if self.number:
            return " ".join(part for part in (self.type, self.number) if part)
        return self.title or self.type or self.id


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation from the acting node to the one acted on."""

    source: str
    relation: str
    target: str
    evidence: int
    sentences: tuple[Sentence, ...]
    from_subdivisions: tuple[str, ...] = ()
    to_subdivisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineageView:
    """All of a lineage, nodes by level then id, edges by their ends."""

    root: str
    direction: str
    depth: int
    truncated: bool
    as_of: str | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def view_of(graph: nx.MultiDiGraph) -> LineageView:
    """Read the attributes that graph.lineage sets; what is absent becomes None.

    Text is NFC and freed of characters that no file format can carry.
    """
    about = graph.graph
    nodes = sorted(
        (_node(key, data) for key, data in graph.nodes(data=True)),
        key=lambda node: (node.level, node.id),
    )
    edges = sorted(
        (
            _edge(source, target, str(key), data)
            for source, target, key, data in graph.edges(keys=True, data=True)
        ),
        key=lambda edge: (edge.source, edge.target, edge.relation),
    )
    return LineageView(
        root=str(about.get("root", nodes[0].id if nodes else "")),
        direction=str(about.get("direction", "both")),
        depth=int(about.get("depth", 0)),
        truncated=bool(about.get("truncated", False)),
        as_of=_text(about.get("as_of")) or _latest(edges),
        nodes=tuple(nodes),
        edges=tuple(edges),
    )


def clean(text: str) -> str:
    """Return ``text`` in NFC without unprintable characters."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", text))


def _text(value: object) -> str | None:
    return clean(str(value)) or None if value is not None else None


def _node(key: str, data: Mapping[str, Any]) -> Node:
    fields = {
        name: _text(data.get(name))
        for name in ("type", "number", "date", "issuer", "title", "status")
    }
    return Node(
        id=str(key),
        kind=str(data.get("kind", "work")),
        level=int(data.get("level") or 0),
        **fields,
    )


def _edge(source: str, target: str, key: str, data: Mapping[str, Any]) -> Edge:
    sentences = tuple(_sentence(item) for item in data.get("sentences") or ())
    relation = str(data.get("relation", key))
    parts = [
        tuple(clean(str(part)) for part in data.get(name) or ())
        for name in ("from_subdivisions", "to_subdivisions")
    ]
    count = int(data.get("evidence") or 0)
    return Edge(str(source), relation, str(target), count, sentences, *parts)


def _sentence(item: Mapping[str, Any]) -> Sentence:
    return Sentence(
        text=" ".join(clean(str(item.get("text") or "")).split()),
        title=_text(item.get("title")),
        published=_text(item.get("published")),
        source=_text(item.get("source")),
    )


def _latest(edges: list[Edge]) -> str | None:
    days = (one.published for edge in edges for one in edge.sentences if one.published)
    return max(days, default=None)

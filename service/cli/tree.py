"""A lineage as a tree in the terminal."""

from __future__ import annotations

from typing import Any

import networkx as nx
from rich.text import Text
from rich.tree import Tree

from graph.model.relations import RelationKind
from service.labels import Labels


def tree_of(lineage: nx.MultiDiGraph, labels: Labels) -> Tree:
    """Return the tree: from the root outward, each node under the relation that leads to it.

    A node that stands on several branches is unfolded on the first only.
    """
    root = lineage.graph["root"]
    tree = Tree(Text(_name(lineage, root), style="bold"))
    seen = {root}
    _grow(lineage, labels, root, tree, seen, inverse=False)
    _grow(lineage, labels, root, tree, seen, inverse=True)
    if lineage.graph["truncated"]:
        tree.add(Text("… còn nữa (quá giới hạn số văn bản)", style="italic"))
    return tree


def lineage_in(answer: dict[str, Any]) -> nx.MultiDiGraph:
    """Return the lineage that a service answered in JSON."""
    lineage = nx.MultiDiGraph(root=answer["root"], truncated=answer["truncated"])
    for node in answer["nodes"]:
        lineage.add_node(node["id"], **node)
    for edge in answer["edges"]:
        lineage.add_edge(edge["from"], edge["to"], edge["relation"])
    return lineage


def _grow(
    lineage: nx.MultiDiGraph,
    labels: Labels,
    node: str,
    tree: Tree,
    seen: set[str],
    *,
    inverse: bool,
) -> None:
    """Add what ``node`` acts on (or, ``inverse``, what acts on it) and go on from there."""
    edges = lineage.in_edges(node, keys=True) if inverse else lineage.out_edges(node, keys=True)
    for edge in sorted(edges):
        other = edge[0] if inverse else edge[1]
        label = Text(f"{labels.relation(RelationKind(edge[2]), inverse=inverse)}: ", style="dim")
        branch = tree.add(label + Text(_name(lineage, other), style=""))
        if other not in seen:
            seen.add(other)
            _grow(lineage, labels, other, branch, seen, inverse=inverse)


def _name(lineage: nx.MultiDiGraph, node: str) -> str:
    """Return 'Chỉ thị 39-CT/TW, 2014-08-18, Bộ Chính trị'."""
    attributes: dict[str, Any] = lineage.nodes[node]
    first = " ".join(filter(None, (attributes.get("type"), attributes.get("number"))))
    known = (first or None, attributes.get("date"), attributes.get("issuer"))
    said = ", ".join(part for part in known if part)
    return ": ".join(filter(None, (said, attributes.get("title")))) or node

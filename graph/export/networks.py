"""Lineages as JSON, GraphML and GEXF."""

from __future__ import annotations

import io
import json
import re
from dataclasses import asdict

import networkx as nx

from graph.export.lineage_view import LineageView

_NODE_FIELDS = ("id", "kind", "type", "number", "date", "issuer", "title", "status")
_TODAY = re.compile(rb' lastmodifieddate="[^"]*"')


def json_bytes(view: LineageView) -> bytes:
    """Return the answer of GET /works/{id}/lineage as UTF-8 JSON."""
    answer = {
        "root": view.root,
        "direction": view.direction,
        "depth": view.depth,
        "truncated": view.truncated,
        "nodes": [
            {name: asdict(node)[name] for name in _NODE_FIELDS} | {"level": node.level}
            for node in view.nodes
        ],
        "edges": [
            {
                "from": edge.source,
                "relation": edge.relation,
                "to": edge.target,
                "evidence": edge.evidence,
                "from_subdivisions": list(edge.from_subdivisions),
                "to_subdivisions": list(edge.to_subdivisions),
                "sentences": [asdict(sentence) for sentence in edge.sentences],
            }
            for edge in view.edges
        ],
    }
    return (json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode()


def graphml_bytes(view: LineageView) -> bytes:
    """Return GraphML with every node field and the sentences of an edge as one text."""
    buffer = io.BytesIO()
    nx.write_graphml_lxml(_flat(view), buffer, encoding="utf-8", prettyprint=True)
    return buffer.getvalue()


def gexf_bytes(view: LineageView) -> bytes:
    """Return GEXF 1.2 (Gephi), without the day on which it was written."""
    buffer = io.BytesIO()
    nx.write_gexf(_flat(view), buffer, encoding="utf-8", prettyprint=True, version="1.2draft")
    return _TODAY.sub(b"", buffer.getvalue())


def _flat(view: LineageView) -> nx.MultiDiGraph:
    """Both formats know numbers and strings only, so None is left out and sentences joined."""
    flat: nx.MultiDiGraph = nx.MultiDiGraph(
        root=view.root, direction=view.direction, depth=view.depth, truncated=view.truncated
    )
    for node in view.nodes:
        values = {key: value for key, value in asdict(node).items() if value is not None}
        identifier = values.pop("id")
        flat.add_node(identifier, label=node.name, **values)
    for index, edge in enumerate(view.edges):
        flat.add_edge(
            edge.source,
            edge.target,
            key=f"e{index}",
            relation=edge.relation,
            label=edge.relation,
            evidence=edge.evidence,
            sentences="\n".join(sentence.text for sentence in edge.sentences),
        )
    return flat

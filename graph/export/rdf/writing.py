"""RDF files: the whole graph, one lineage, or one node, in the usual serialisations."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import IO

import networkx as nx
from pyoxigraph import Quad, RdfFormat, Triple, serialize

from graph.export.formats import Format
from graph.export.rdf.dataset import Dataset, NamedGraph, quads_of
from graph.export.rdf.names import DEFAULT_BASE
from graph.export.rdf.records import Records
from graph.model.errors import NotFoundError, UnknownFormatError
from graph.model.registry import Registry
from graph.model.relations import RelationKind

RDF_FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "ttl": Format("text/turtle; charset=utf-8", "ttl", "RDF Turtle"),
        "nt": Format("application/n-triples", "nt", "RDF N-Triples"),
        "jsonld": Format("application/ld+json", "jsonld", "JSON-LD"),
        "rdf": Format("application/rdf+xml", "rdf", "RDF/XML"),
        "trig": Format("application/trig", "trig", "RDF TriG, một đồ thị tên cho mỗi nút"),
    }
)
_SERIALISATIONS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
}


def write_graph(store: Records, registry: Registry, fmt: str, base: str = DEFAULT_BASE) -> bytes:
    """Return the whole graph with its vocabulary; see ``stream_graph`` for large ones."""
    buffer = io.BytesIO()
    stream_graph(store, registry, fmt, buffer, base)
    return buffer.getvalue()


def stream_graph(
    store: Records, registry: Registry, fmt: str, out: IO[bytes], base: str = DEFAULT_BASE
) -> None:
    """Write the whole graph to ``out`` node by node, never holding all of it.

    The same store gives the same bytes. UnknownFormatError where ``fmt`` is not in RDF_FORMATS.
    """
    dataset = Dataset(store, registry, base)
    _write(dataset, dataset.graphs(), fmt, out)


def write_lineage(
    graph: nx.MultiDiGraph,
    store: Records,
    registry: Registry,
    fmt: str,
    base: str = DEFAULT_BASE,
) -> bytes:
    """Return the nodes of a lineage with the relations that it shows, and their evidence."""
    links = [(str(a), RelationKind(key), str(b)) for a, b, key in graph.edges(keys=True)]
    dataset = Dataset(store, registry, base)
    buffer = io.BytesIO()
    _write(dataset, dataset.part(map(str, graph.nodes), links), fmt, buffer)
    return buffer.getvalue()


def write_node(
    identifier: str, store: Records, registry: Registry, fmt: str, base: str = DEFAULT_BASE
) -> bytes:
    """Return one work or body with all relations that leave it, and their evidence.

    NotFoundError where nothing has that id.
    """
    dataset = Dataset(store, registry, base)
    edges = store.edges([identifier], outgoing=True)
    links = [(edge.source, edge.kind, edge.target) for edge in edges]
    graphs = list(dataset.part([identifier], links))
    if not graphs:
        raise NotFoundError(f"nothing is known by {identifier}")
    buffer = io.BytesIO()
    _write(dataset, graphs, fmt, buffer)
    return buffer.getvalue()


def _write(dataset: Dataset, graphs: Iterable[NamedGraph], fmt: str, out: IO[bytes]) -> None:
    if fmt not in _SERIALISATIONS:
        raise UnknownFormatError(f"'{fmt}' is not one of {', '.join(_SERIALISATIONS)}")
    said = _quads(graphs) if fmt == "trig" else _triples(graphs)
    serialize(said, out, _SERIALISATIONS[fmt], prefixes=dataset.names.prefixes)


def _triples(graphs: Iterable[NamedGraph]) -> Iterator[Triple]:
    return (triple for graph in graphs for triple in graph.triples)


def _quads(graphs: Iterable[NamedGraph]) -> Iterator[Quad]:
    for graph in graphs:
        yield from quads_of(graph)

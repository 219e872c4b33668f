"""RDF files: the whole graph, one lineage, or one node, in the usual serialisations."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import IO

import networkx as nx
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from graph.export.formats import Format
from graph.export.rdf.dataset import Dataset, NamedGraph, quads_of
from graph.export.rdf.names import DEFAULT_BASE, Names
from graph.export.rdf.records import Records
from graph.export.rdf.small import SMALL, graph_of, written
from graph.export.rdf.vocabulary import vocabulary_triples
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
) -> int:
    """Write the whole graph to ``out`` node by node, never holding all of it; count its triples.

    The same store gives the same bytes. UnknownFormatError where ``fmt`` is not in RDF_FORMATS.
    """
    dataset = Dataset(store, registry, base)
    count = 0

    def counted() -> Iterator[NamedGraph]:
        nonlocal count
        for graph in dataset.graphs():
            count += len(graph.triples)
            yield graph

    _write(dataset, counted(), fmt, out)
    return count


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
    return _part(dataset, list(dataset.part(map(str, graph.nodes), links)), fmt)


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
    return _part(dataset, graphs, fmt)


def write_relation(
    link: tuple[str, RelationKind, str],
    store: Records,
    registry: Registry,
    fmt: str,
    base: str = DEFAULT_BASE,
) -> bytes:
    """Return one relation with its evidence and the sources that state it."""
    dataset = Dataset(store, registry, base)
    return _part(dataset, list(dataset.relation(link)), fmt)


def write_source(
    identifier: str, store: Records, registry: Registry, fmt: str, base: str = DEFAULT_BASE
) -> bytes:
    """Return what is known of a source, without its text; NotFoundError where it is unknown."""
    dataset = Dataset(store, registry, base)
    found = dataset.source(identifier)
    if found is None:
        raise NotFoundError(f"nothing is known by {identifier}")
    return _part(dataset, [found], fmt)


def write_vocabulary(
    registry: Registry, fmt: str, base: str = DEFAULT_BASE, about: str | None = None
) -> bytes:
    """Return the ontology; or what it and the registries say of one IRI path ('types/chi-thi').

    NotFoundError where nothing there has that IRI.
    """
    names = Names(base)
    triples = list(vocabulary_triples(names, registry, registered=about is not None))
    if about is not None:
        triples = [one for one in triples if one.subject == NamedNode(names.base + about)]
        if not triples:
            raise NotFoundError(f"nothing is known by {about}")
    return written(graph_of(triples, names.prefixes), _known(fmt))


def _part(dataset: Dataset, graphs: list[NamedGraph], fmt: str) -> bytes:
    """Write a few named graphs: small ones by rdflib, others by Oxigraph."""
    if fmt == "trig" or sum(len(graph.triples) for graph in graphs) > SMALL:
        buffer = io.BytesIO()
        _write(dataset, graphs, fmt, buffer)
        return buffer.getvalue()
    return written(graph_of(_triples(graphs), dataset.names.prefixes), _known(fmt))


def _known(fmt: str) -> str:
    if fmt not in _SERIALISATIONS:
        raise UnknownFormatError(f"'{fmt}' is not one of {', '.join(_SERIALISATIONS)}")
    return fmt


def _write(dataset: Dataset, graphs: Iterable[NamedGraph], fmt: str, out: IO[bytes]) -> None:
    form = _SERIALISATIONS[_known(fmt)]
    said = _quads(graphs) if fmt == "trig" else _triples(graphs)
    serialize(said, out, form, prefixes=dataset.names.prefixes)


def _triples(graphs: Iterable[NamedGraph]) -> Iterator[Triple]:
    return (triple for graph in graphs for triple in graph.triples)


def _quads(graphs: Iterable[NamedGraph]) -> Iterator[Quad]:
    for graph in graphs:
        yield from quads_of(graph)

"""Documents of a few thousand triples, written by rdflib: prefixed, ordered, for people to read.

rdflib nests and compacts where Oxigraph streams, and is some thirty times slower; so it writes one
node, one relation, one lineage, and what describes the dataset. The whole graph it never sees.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox
from lxml import etree
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XMLNS
from rdflib.term import Identifier

SMALL = 5000  # triples; half a second of work
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def graph_of(triples: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> Graph:
    """Return the triples as an rdflib graph with the prefixes bound."""
    graph = bound(prefixes)
    for triple in triples:
        graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return graph


def bound(prefixes: Mapping[str, str]) -> Graph:
    """Return an empty graph that knows these prefixes and no others."""
    graph = Graph(bind_namespaces="none")
    graph.bind("xml", XMLNS)  # the RDF/XML writer marks languages by it
    for prefix, iri in prefixes.items():
        graph.bind(prefix, iri)
    return graph


def written(graph: Graph, fmt: str) -> bytes:
    """Return the graph as ttl, nt, jsonld or rdf; the same graph gives the same bytes."""
    if fmt == "ttl":
        return bytes(graph.serialize(format="turtle", encoding="utf-8"))
    if fmt == "rdf":
        return _rdf_xml(graph)
    if fmt == "nt":
        lines = bytes(graph.serialize(format="nt", encoding="utf-8")).splitlines()
        return b"".join(sorted(line + b"\n" for line in lines if line))
    return _json_ld(graph)


def _rdf_xml(graph: Graph) -> bytes:
    text = graph.serialize(format="pretty-xml", encoding="utf-8", max_depth=1).decode()
    head, _, rest = text.partition("<rdf:RDF\n")
    declared, _, body = rest.partition(">\n")
    # rdflib walks sets, whose order changes from process to process.
    ordered = f"{head}<rdf:RDF\n{''.join(sorted(declared.splitlines(True)))}>\n{body}"
    root = etree.fromstring(ordered.encode())
    root[:] = sorted(root, key=lambda node: str(node.get(_ABOUT)))
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _json_ld(graph: Graph) -> bytes:
    context = {prefix: str(iri) for prefix, iri in graph.namespaces() if prefix != "xml"}
    document = json.loads(graph.serialize(format="json-ld", context=context, auto_compact=True))
    nodes = document.pop("@graph", None)
    if nodes is None:  # a single node stands beside the context
        about = document.pop("@context")
        nodes = [document] if document else []
        document = {"@context": about}
    document["@graph"] = sorted((_ordered(node) for node in nodes), key=lambda one: one["@id"])
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _ordered(node: dict[str, Any]) -> dict[str, Any]:
    for value in node.values():
        if isinstance(value, list):
            value.sort(key=lambda one: json.dumps(one, sort_keys=True))
    return dict(sorted(node.items()))


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Identifier:
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        known = None if datatype == _XSD_STRING else URIRef(datatype)
        return Literal(term.value, datatype=known, normalize=False)
    assert isinstance(term, ox.NamedNode), "every node of ours has a name"
    return URIRef(term.value)

"""Our ontology under the configured base, and the registries' types and places as concepts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from pyoxigraph import RdfFormat, Triple, parse

from graph.export.rdf.names import DEFAULT_BASE, Names, text
from graph.model.registry import Registry


def ontology_text(base: str = DEFAULT_BASE) -> str:
    """Return luocdo.ttl with its names below ``base``."""
    return _below(base, "luocdo.ttl")


def shapes_text(base: str = DEFAULT_BASE) -> str:
    """Return the SHACL shapes with their names below ``base``."""
    return _below(base, "shapes.ttl")


def vocabulary_triples(
    names: Names, registry: Registry, *, registered: bool = True
) -> Iterator[Triple]:
    """Return the ontology's triples, then one concept for each ``registered`` type and place."""
    for quad in parse(input=ontology_text(names.base), format=RdfFormat.TURTLE):
        yield quad.triple
    if not registered:
        return
    a, label = names.term("rdf:type"), names.term("skos:prefLabel")
    for row in registry.types:
        node = names.document_type(row.id)
        yield Triple(node, a, names.term("luocdo:DocumentType"))
        yield Triple(node, a, names.term("skos:Concept"))
        yield Triple(node, label, text(row.name, "vi"))
    for place in registry.places:
        node = names.place(place.id)
        yield Triple(node, a, names.term("luocdo:Place"))
        yield Triple(node, label, text(place.name, "vi"))
        for successor in place.successors:
            yield Triple(node, names.term("dcterms:isReplacedBy"), names.place(successor))


def _below(base: str, name: str) -> str:
    content = (files("graph.export") / "ontology" / name).read_text("utf-8")
    return content.replace(DEFAULT_BASE, base.rstrip("/") + "/")

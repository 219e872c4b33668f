"""Answers in others' formats: RDF, SPARQL, files and pictures."""

from graph.export.formats import FORMATS, Format, render
from graph.export.rdf.names import DEFAULT_BASE
from graph.export.rdf.vocabulary import ontology_text, shapes_text
from graph.export.rdf.writing import (
    RDF_FORMATS,
    stream_graph,
    write_graph,
    write_lineage,
    write_node,
)

__all__ = [
    "DEFAULT_BASE",
    "FORMATS",
    "RDF_FORMATS",
    "Format",
    "ontology_text",
    "render",
    "shapes_text",
    "stream_graph",
    "write_graph",
    "write_lineage",
    "write_node",
]

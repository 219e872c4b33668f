"""Answers in others' formats: RDF, SPARQL, files and pictures.

Names are looked up when they are first used: whoever asks for JSON need not load a PDF library,
and the processes that run queries start quickly.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.export.formats import (
        COVERAGE_FORMATS,
        FORMATS,
        Format,
        render,
        render_coverage,
    )
    from graph.export.pictures.paper import Paper
    from graph.export.rdf.names import DEFAULT_BASE
    from graph.export.rdf.vocabulary import ontology_text, shapes_text
    from graph.export.rdf.writing import (
        RDF_FORMATS,
        stream_graph,
        write_graph,
        write_lineage,
        write_node,
    )
    from graph.export.sparql.view import SparqlAnswer, SparqlView, make_sparql

_HOMES = {
    "formats": ("COVERAGE_FORMATS", "FORMATS", "Format", "render", "render_coverage"),
    "pictures.paper": ("Paper",),
    "rdf.names": ("DEFAULT_BASE",),
    "rdf.vocabulary": ("ontology_text", "shapes_text"),
    "rdf.writing": ("RDF_FORMATS", "stream_graph", "write_graph", "write_lineage", "write_node"),
    "sparql.view": ("SparqlAnswer", "SparqlView", "make_sparql"),
}

__all__ = [
    "COVERAGE_FORMATS",
    "DEFAULT_BASE",
    "FORMATS",
    "RDF_FORMATS",
    "Format",
    "Paper",
    "SparqlAnswer",
    "SparqlView",
    "make_sparql",
    "ontology_text",
    "render",
    "render_coverage",
    "shapes_text",
    "stream_graph",
    "write_graph",
    "write_lineage",
    "write_node",
]


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

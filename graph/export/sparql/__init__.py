"""SPARQL over the derived graph: Oxigraph in processes that can be stopped."""

from graph.export.sparql.view import SparqlAnswer, SparqlView, make_sparql

__all__ = ["SparqlAnswer", "SparqlView", "make_sparql"]

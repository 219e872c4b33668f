"""Answers in others' formats: RDF, SPARQL, files and pictures."""

from graph.export.formats import FORMATS, Format, render

__all__ = ["FORMATS", "Format", "render"]

"""Extraction: a text becomes mentions and statements. Pure functions over plain values."""

from graph.extraction.extractor import Extractor, make_extractor

__all__ = ["Extractor", "make_extractor"]

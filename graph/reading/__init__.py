"""Reading: bytes become a SourceText, or an error says why not."""

from graph.reading.reader import SourceReader, read_bytes, read_path, read_text
from graph.reading.sources import MAX_BYTES, make_source
from graph.reading.walk import SUFFIXES, walk

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "SourceReader",
    "make_source",
    "read_bytes",
    "read_path",
    "read_text",
    "walk",
]

"""Answers written out within limits: by Oxigraph where all fits, else row by row up to the cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, islice

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from graph.export.sparql.results import row_writer

Found = QuerySolutions | QueryBoolean | QueryTriples
Body = bytes | bytearray
_GRAPHS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
_RESULTS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
# What occurs at least once for each row, in JSON each but one. It may occur elsewhere too: then
# the rows are counted one by one after all.
_ROW_MARKS = {"json": b"},{", "xml": b"<result>", "csv": b"\n", "tsv": b"\n"}


@dataclass(frozen=True, slots=True)
class Cut:
    """Where an answer is cut: rows (or triples) and bytes."""

    rows: int
    size: int


def written(
    ask: Callable[[], Found], fmt: str, cut: Cut, prefixes: dict[str, str]
) -> tuple[Body, bool]:
    """Return the answer in a format, and whether it was cut. ``ask`` may be called twice."""
    found = ask()
    if isinstance(found, QueryTriples):
        return _triples(found, fmt, cut, prefixes)
    if isinstance(found, QueryBoolean):
        return found.serialize(format=_RESULTS[fmt]) or b"", False
    whole = _whole(found, fmt, cut)
    if whole is not None:
        return (marked(whole, fmt, truncated=False), False)
    again = ask()
    assert isinstance(again, QuerySolutions)
    body, truncated = rows(again, fmt, cut)
    return marked(body, fmt, truncated=truncated), truncated


def rows(found: QuerySolutions, fmt: str, cut: Cut) -> tuple[bytearray, bool]:
    """Write solutions one by one up to the cut."""
    writer = row_writer(fmt, [variable.value for variable in found.variables])
    parts, size = [writer.head.encode()], len(writer.head)
    truncated = False
    for count, solution in enumerate(found):
        row = (writer.joint if count else "") + writer.row(list(solution))
        size += len(row)
        if count >= cut.rows or size > cut.size:
            truncated = True
            break
        parts.append(row.encode())
    return bytearray().join([*parts, writer.tail.encode()]), truncated


class OverLimitError(Exception):
    """The answer does not fit."""


class Sink:
    """Takes what Oxigraph writes for as long as it may fit."""

    def __init__(self, fmt: str, cut: Cut) -> None:
        self._mark = _ROW_MARKS[fmt]
        self._cut = cut
        self._size = 0
        self._rows = 1 if fmt == "json" else 0  # in JSON the mark stands between rows
        self._end = b""  # of what came before: a mark may lie across two pieces
        self.parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Take one piece; OverLimitError where the answer has become too large."""
        self._size += len(data)
        joined = self._end + data
        self._rows += joined.count(self._mark)
        if self._size > self._cut.size or self._rows > self._cut.rows:
            raise OverLimitError
        self._end = joined[max(0, len(joined) - len(self._mark) + 1) :]
        self.parts.append(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


def _whole(found: QuerySolutions, fmt: str, cut: Cut) -> bytearray | None:
    sink = Sink(fmt, cut)
    with suppress(OverLimitError):
        found.serialize(sink, _RESULTS[fmt])  # type: ignore[arg-type]
        return bytearray().join(sink.parts)
    return None


def marked(body: bytearray, fmt: str, *, truncated: bool) -> bytearray:
    """Say in JSON too whether rows are missing; other formats have no place for it."""
    if fmt == "json":
        body[body.rindex(b"}") :] = b',"truncated":%s}' % (b"true" if truncated else b"false")
    return body


def _triples(
    found: Iterable[Triple], fmt: str, cut: Cut, prefixes: dict[str, str]
) -> tuple[bytes, bool]:
    """Write what the engine found, which has no triple twice."""
    kept = list(islice(found, cut.rows + 1))
    truncated = len(kept) > cut.rows
    del kept[cut.rows :]
    body = serialize(kept, format=_GRAPHS[fmt], prefixes=prefixes) or b""
    if len(body) <= cut.size:
        return body, truncated
    sizes = accumulate(len(str(triple)) for triple in kept)  # as N-Triples, about
    fitting = [triple for triple, size in zip(kept, sizes, strict=True) if size <= cut.size]
    return serialize(fitting, format=_GRAPHS[fmt], prefixes=prefixes) or b"", True

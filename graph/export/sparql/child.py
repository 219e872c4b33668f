"""The process that runs queries: one JSON request a line in, one JSON line and a body out.

It opens the checkpoint named in the request read-only, and ends by itself when a query outlives
its time, even if nobody is left to end it.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from collections.abc import Iterable
from typing import Any

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from graph.export.sparql.results import row_writer

_GRACE = 1.0  # seconds after which the process ends itself, should its parent not have done so
READY = b"ready\n"  # said once, before the first request is read
_GRAPHS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
_TRUTHS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
Request = dict[str, Any]


def main() -> None:
    """Answer requests until standard input ends. The argument is the memory limit in bytes."""
    limit = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _send(READY)
    opened: tuple[str, Store] | None = None
    for line in sys.stdin.buffer:
        request: Request = json.loads(line)
        if opened is None or opened[0] != request["path"]:
            opened = (request["path"], Store.read_only(request["path"]))
        signal.setitimer(signal.ITIMER_REAL, request["seconds"] + _GRACE)
        head, body = _answer(opened[1], request)
        signal.setitimer(signal.ITIMER_REAL, 0)
        head["length"] = len(body)
        _send(json.dumps(head).encode() + b"\n" + body)


def _send(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _answer(store: Store, request: Request) -> tuple[dict[str, Any], bytes]:
    try:
        found = store.query(
            request["query"],
            base_iri=request["base"],
            prefixes=request["prefixes"],
            use_default_graph_as_union=request["union"],
        )
        body, truncated = _written(found, request)
    except (SyntaxError, ValueError) as error:
        return {"error": str(error)}, b""
    except (OSError, RuntimeError, MemoryError) as error:
        return {"error": f"the query cannot be answered: {error}"}, b""
    return {"truncated": truncated}, body


def _written(
    found: QuerySolutions | QueryBoolean | QueryTriples, request: Request
) -> tuple[bytes, bool]:
    if isinstance(found, QuerySolutions):
        return _rows(found, request)
    if isinstance(found, QueryTriples):
        return _triples(found, request)
    truth = found.serialize(format=_TRUTHS[request["format"]])
    assert truth is not None
    return truth, False


def _rows(found: QuerySolutions, request: Request) -> tuple[bytes, bool]:
    writer = row_writer(request["format"], [variable.value for variable in found.variables])
    parts, size, truncated = [writer.head.encode()], len(writer.head), False
    for count, solution in enumerate(found):
        row = (writer.joint if count else "") + writer.row(list(solution))
        size += len(row)
        if count >= request["rows"] or size > request["bytes"]:
            truncated = True
            break
        parts.append(row.encode())
    return b"".join([*parts, writer.tail.encode()]), truncated


def _triples(found: Iterable[Triple], request: Request) -> tuple[bytes, bool]:
    kept: dict[Triple, None] = {}
    size, truncated = 0, False
    for triple in found:
        if triple in kept:
            continue
        size += len(str(triple))
        if len(kept) >= request["rows"] or size > request["bytes"]:
            truncated = True
            break
        kept[triple] = None
    ordered = sorted(kept, key=str)
    fmt = _GRAPHS[request["format"]]
    return serialize(ordered, format=fmt, prefixes=request["prefixes"]) or b"", truncated


if __name__ == "__main__":
    main()

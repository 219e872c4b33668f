"""The process that runs queries: one JSON request a line in; out, how it went and a body.

An answer begins with a line of a word and the length of the body: 'whole', 'cut' where rows were
left out at a limit, 'error' where the body says what is wrong. The first line in says what all
requests have in common. The process opens the checkpoint named in the request read-only, and ends
by itself when a query outlives its time, even if nobody is left to end it.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from typing import Any

from pyoxigraph import NamedNode, Store

from graph.export.sparql.limiting import Cut, Found, written

_GRACE = 1.0  # seconds after which the process ends itself, should its parent not have done so
READY = b"ready\n"  # said once, before the first request is read
Request = dict[str, Any]


def main() -> None:
    """Answer requests until standard input ends. The argument is the memory limit in bytes."""
    limit = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _send(READY)
    opened: tuple[str, Store] | None = None
    common: Request = json.loads(sys.stdin.buffer.readline() or b"{}")
    for line in sys.stdin.buffer:
        request: Request = common | json.loads(line)
        if opened is None or opened[0] != request["path"]:
            opened = (request["path"], Store.read_only(request["path"]))
        signal.setitimer(signal.ITIMER_REAL, request["seconds"] + _GRACE)
        word, body = _answer(opened[1], request)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _send(b"%s %d\n%s" % (word, len(body), body))


def _send(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _answer(store: Store, request: Request) -> tuple[bytes, bytes]:
    cut = Cut(request["rows"], request["bytes"])
    try:
        body, truncated = written(
            lambda: _asked(store, request), request["format"], cut, request["prefixes"]
        )
    except (SyntaxError, ValueError) as error:
        return b"error", str(error).encode()
    except (OSError, RuntimeError, MemoryError) as error:
        return b"error", f"the query cannot be answered: {error}".encode()
    return (b"cut" if truncated else b"whole"), body


def _asked(store: Store, request: Request) -> Found:
    dataset: dict[str, Any] = {"use_default_graph_as_union": request["union"]}
    if request["default"] is not None:  # a dataset of the request's own replaces the query's
        dataset = {
            "default_graph": [NamedNode(iri) for iri in request["default"]],
            "named_graphs": [NamedNode(iri) for iri in request["named"]],
        }
    return store.query(
        request["query"], base_iri=request["base"], prefixes=request["prefixes"], **dataset
    )


if __name__ == "__main__":
    main()

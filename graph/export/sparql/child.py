"""What a query process does: requests come in; out, how it went and a body.

An answer begins with a line of a word and the length of the body: 'whole', 'cut' where rows were
left out at a limit, 'error' where the body says what is wrong. A copy of the dataset in memory is
asked where there is one, else the checkpoint named in the request, opened read-only. The process
ends by itself when a query outlives its time, even if nobody is left to end it.
"""

from __future__ import annotations

import os
import signal
import socket
from typing import Any

from pyoxigraph import NamedNode, Store

from graph.export.sparql.limiting import Body, Cut, Found, written
from graph.export.sparql.lines import Request, requests

_GRACE = 1.0  # seconds after which the process ends itself, should its parent not have done so
_LARGE = 1 << 15  # bytes that take longer to copy than to be sent by themselves
READY = b"ready"  # said once with the process's number, before the first request is read


def serve(parent: socket.socket, common: Request, copy: Store | None) -> None:
    """Answer requests until the parent ends them. ``common`` goes with every request."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    parent.sendall(b"%s %d\n" % (READY, os.getpid()))
    cut = Cut(common["rows"], common["bytes"])
    opened: tuple[str, Store] | None = None
    for said in requests(parent.makefile("rb")):
        request = common | said
        if copy is None and (opened is None or opened[0] != request["path"]):
            opened = (request["path"], Store.read_only(request["path"]))
        store = copy if opened is None else opened[1]
        assert store is not None
        signal.setitimer(signal.ITIMER_REAL, request["seconds"] + _GRACE)
        word, body = _answer(store, request, cut)
        signal.setitimer(signal.ITIMER_REAL, 0)
        head = b"%s %d\n" % (word, len(body))
        if len(body) < _LARGE:
            parent.sendall(head + body)
        else:
            parent.sendall(head)
            parent.sendall(body)


def _answer(store: Store, request: Request, cut: Cut) -> tuple[bytes, Body]:
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

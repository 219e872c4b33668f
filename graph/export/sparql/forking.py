"""The process that query processes are forked from: with a copy of the dataset, or without.

Orders come in as lines of JSON over standard input, a socket. What is copied here is shared by all
that are forked later, as it was then: only those forked after a change see it. Nothing is asked
here and no thread is started, so that each fork begins whole.
"""

from __future__ import annotations

import json
import os
import resource
import socket
import sys
from collections import deque
from contextlib import suppress
from typing import NoReturn

from pyoxigraph import NamedNode, RdfFormat, Store

from graph.export.sparql.child import serve
from graph.export.sparql.lines import TOO_LARGE, Request

_PIECE = 1 << 16
_MOST_HANDED = 16  # sockets that come with one piece
_TOO_MANY = 3  # how the process that reads the dataset ends where it is too large


def main() -> None:
    """Do what is ordered until standard input ends. The argument is a memory limit in bytes."""
    memory = int(sys.argv[1])
    _limit(memory)
    with socket.socket(fileno=os.dup(0)) as control:
        ForkingProcess(control, memory).run()


class ForkingProcess:
    """Carries out orders that come over ``control``."""

    def __init__(self, control: socket.socket, memory: int) -> None:
        self._control = control
        self._memory = memory
        self._said = bytearray()
        self._handed: deque[int] = deque()
        self._common: Request = {}
        self._store: Store | None = None

    def run(self) -> None:
        """Go on until nobody orders any more; then wait for those that were forked."""
        self._common = json.loads(self._line() or b"{}")
        while line := self._line():
            order = json.loads(line)
            if order["do"] == "fork":
                self._fork(order["ended"])
            elif order["do"] == "copy":
                self._control.sendall(self._copied(order["path"], order["most"]))
            else:
                self._replace(order["graphs"], self._exactly(order["size"]))
                self._control.sendall(_counted(self._store))
        self._control.close()
        with suppress(ChildProcessError):
            while True:
                os.wait()

    def _fork(self, ended: list[int]) -> None:
        """Fork a query process. Ended ones keep their numbers until it is told that they did."""
        for number in ended:
            with suppress(ChildProcessError):
                os.waitpid(number, 0)
        handed = self._handed.popleft()
        if os.fork() == 0:
            self._become_query_process(handed)
        os.close(handed)

    def _become_query_process(self, handed: int) -> NoReturn:
        try:
            self._control.close()
            os.close(0)
            for others in self._handed:  # whose end is told by nobody holding them any more
                os.close(others)
            _limit(_used() + self._memory)
            with socket.socket(fileno=handed) as parent:
                serve(parent, self._common, self._store)
        finally:
            os._exit(0)

    def _copied(self, path: str, most: int) -> bytes:
        """Take the dataset at ``path``, read by another process: its engine starts threads."""
        reads, writes = os.pipe()
        reader = os.fork()
        if reader == 0:
            os.close(reads)
            _dump(path, most, writes)
        os.close(writes)
        store = Store()
        with open(reads, "rb") as pipe:
            store.load(pipe, RdfFormat.N_QUADS)
        code = os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1])
        if code == _TOO_MANY:
            return TOO_LARGE
        if code:
            raise OSError(f"the dataset cannot be read: {code}")
        self._store = store
        return _counted(store)

    def _replace(self, graphs: list[str], quads: bytes) -> None:
        assert self._store is not None, "copied before it is changed"
        for graph in graphs:
            self._store.remove_graph(NamedNode(graph))
        self._store.load(quads, RdfFormat.N_QUADS)

    def _line(self) -> bytes:
        while (end := self._said.find(b"\n")) < 0:
            if not self._more():
                return b""
        return self._taken(end + 1)

    def _exactly(self, size: int) -> bytes:
        while len(self._said) < size:
            if not self._more():
                raise EOFError
        return self._taken(size)

    def _taken(self, size: int) -> bytes:
        taken = bytes(self._said[:size])
        del self._said[:size]
        return taken

    def _more(self) -> bool:
        data, handed, _, _ = socket.recv_fds(self._control, _PIECE, _MOST_HANDED)
        self._handed.extend(handed)
        self._said += data
        return bool(data)


def _dump(path: str, most: int, writes: int) -> NoReturn:
    code = 1
    try:
        stored = Store.read_only(path)
        if len(stored) > most:
            code = _TOO_MANY
        else:
            with open(writes, "wb") as pipe:
                stored.dump(pipe, RdfFormat.N_QUADS)
            code = 0
    finally:
        os._exit(code)


def _counted(store: Store | None) -> bytes:
    return b"%d\n" % (0 if store is None else len(store))


def _limit(memory: int) -> None:
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _used() -> int:
    """Return the bytes of memory that are counted against the limit; 0 where nobody tells."""
    try:
        with open("/proc/self/statm", "rb") as figures:
            return int(figures.read().split()[5]) * resource.getpagesize()
    except OSError:
        return 0


if __name__ == "__main__":
    main()

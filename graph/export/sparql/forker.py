"""The handle of a process that query processes are forked from."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from threading import Lock
from typing import Any

from graph.export.sparql.lines import TOO_LARGE, Request, heard, line_of

_CHILD = "graph.export.sparql.forking"
_END = 3.0  # seconds in which all its processes end once they are told to


class Forker:
    """One process, and a copy of the dataset in it once ``copy`` was called; safe between threads.

    OSError from every method where the process has died. ``state`` grows with each change of the
    copy; who was forked at an earlier one does not see it. ``memory`` is a limit in bytes for the
    copy, and again for what a query takes beside it.
    """

    def __init__(self, memory: int, common: Request) -> None:
        self.state = 0
        self._ended: list[int] = []
        self._lock = Lock()
        self._control, theirs = socket.socketpair()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", _CHILD, str(memory)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
                start_new_session=True,  # an interrupt at the terminal is for the parent to handle
            )
        self._control.sendall(line_of(common))

    @property
    def is_alive(self) -> bool:
        """Tell whether the process has not ended."""
        return self._process.poll() is None

    def fork(self) -> tuple[socket.socket, int]:
        """Order a query process; return the socket that it speaks over, and the state it sees.

        It is not waited for: it says that it is ready by itself.
        """
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            order = line_of({"do": "fork", "ended": self._ended})
            try:
                socket.send_fds(self._control, [order], [theirs.fileno()])
            except OSError:
                ours.close()
                raise
            self._ended = []
            return ours, self.state

    def kill(self, number: int) -> None:
        """Kill a query process that lives. Its number is nobody else's before it is waited for."""
        if self.is_alive:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
            with self._lock:
                self._ended.append(number)

    def copy(self, path: str, most: int) -> int | None:
        """Copy the dataset at ``path`` into memory; return its quads, None where above ``most``."""
        return self._done({"do": "copy", "path": path, "most": most})

    def replace(self, graphs: Iterable[str], quads: bytes) -> int:
        """Put ``quads`` (N-Quads) where those graphs were in the copy; return all its quads."""
        order = {"do": "replace", "graphs": sorted(graphs), "size": len(quads)}
        count = self._done(order, quads)
        assert count is not None
        self.state += 1
        return count

    def _done(self, order: dict[str, Any], body: bytes = b"") -> int | None:
        with self._lock:
            self._control.sendall(line_of(order) + body)
        said = heard(self._control)
        return None if said == TOO_LARGE else int(said)

    def retire(self) -> None:
        """Let the process end once all that it forked have ended."""
        with suppress(OSError):
            self._control.shutdown(socket.SHUT_WR)

    def end(self) -> None:
        """End the process. What it forked must have been ended before."""
        self.retire()
        try:
            self._process.wait(_END)
        except subprocess.TimeoutExpired:
            self.stop()
        self._control.close()

    def stop(self) -> None:
        """Kill the process, whatever it is at."""
        self._process.kill()
        self._process.wait()

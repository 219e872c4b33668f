"""Processes that run queries, kept warm, ended when a query outlives its time."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from contextlib import suppress
from threading import BoundedSemaphore, Lock
from typing import Any

from graph.model.errors import QueryError, QueryTimeoutError

_CHILD = "graph.export.sparql.child"
_START = 20.0  # seconds that a new process may take before its first query's time begins


class _OverTimeError(Exception):
    """Nothing came before the deadline."""


class Worker:
    """One process. Not to be shared between threads at a time."""

    def __init__(self, memory: int) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _CHILD, str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,  # an interrupt at the terminal is for the parent to handle
        )
        self._unread = bytearray()
        self._ready = False

    def ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Return head and body of the answer.

        QueryTimeoutError after ``request['seconds']``, QueryError where the process died; in both
        cases the worker is of no use any more.
        """
        assert self._process.stdin is not None
        if not self._ready:
            self._line(time.monotonic() + _START)
            self._ready = True
        deadline = time.monotonic() + request["seconds"]
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
            head: dict[str, Any] = json.loads(self._line(deadline))
            return head, self._bytes(head["length"], deadline)
        except _OverTimeError as error:
            limit = f"{request['seconds']:g}"
            raise QueryTimeoutError(f"the query ran over {limit} s and was stopped") from error
        except (OSError, ValueError) as error:  # ValueError: closed while it was read
            raise QueryError("the query process has died") from error

    def _line(self, deadline: float) -> bytes:
        while b"\n" not in self._unread:
            self._read_more(deadline)
        line, _, rest = bytes(self._unread).partition(b"\n")
        self._unread = bytearray(rest)
        return line

    def _bytes(self, length: int, deadline: float) -> bytes:
        while len(self._unread) < length:
            self._read_more(deadline)
        body = bytes(self._unread[:length])
        del self._unread[:length]
        return body

    def _read_more(self, deadline: float) -> None:
        assert self._process.stdout is not None
        output = self._process.stdout.fileno()
        waiting = select.poll()
        waiting.register(output, select.POLLIN)
        if not waiting.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise _OverTimeError
        part = os.read(output, 1 << 20)
        if not part:
            raise QueryError("the query ended its process: it needs too much memory or depth")
        self._unread += part

    def end(self) -> None:
        """Kill the process and wait for it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


class Pool:
    """At most ``most`` workers, of which ``warm`` are started beforehand."""

    def __init__(self, most: int, warm: int, memory: int) -> None:
        self._memory = memory
        self._room = BoundedSemaphore(most)
        self._lock = Lock()
        self._closed = False
        self._idle = [Worker(memory) for _ in range(min(warm, most))]
        self._all = set(self._idle)

    def ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Ask a free worker, waiting for one at most as long as a query may run."""
        if not self._room.acquire(timeout=request["seconds"]):
            raise QueryTimeoutError("other queries take all the room: try again later")
        try:
            worker = self._taken()
            try:
                answer = worker.ask(request)
            except BaseException:
                self._replaced(worker)
                raise
            self._returned(worker)
            return answer
        finally:
            self._room.release()

    def _taken(self) -> Worker:
        with self._lock:
            if self._closed:
                raise QueryError("the query service is closed")
            if self._idle:
                return self._idle.pop()
            worker = Worker(self._memory)
            self._all.add(worker)
            return worker

    def _returned(self, worker: Worker) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(worker)

    def _replaced(self, worker: Worker) -> None:
        """End a spoilt worker; the next one starts while nobody waits for it."""
        worker.end()
        with self._lock:
            self._all.discard(worker)
            if not self._closed:
                fresh = Worker(self._memory)
                self._all.add(fresh)
                self._idle.append(fresh)

    def close(self) -> None:
        """End all workers, busy ones too: their queries fail."""
        with self._lock:
            self._closed = True
            ending, self._all, self._idle = self._all, set(), []
        for worker in ending:
            worker.end()

"""Processes that run queries, kept warm, ended when a query outlives its time."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from threading import BoundedSemaphore, Lock
from typing import Any

from graph.export.sparql.child import READY
from graph.model.errors import QueryError, QueryTimeoutError

Answer = tuple[dict[str, Any], bytes]
_PIECE = 1 << 20  # bytes read at a time
_MOST_WAITING = 16
_CHILD = "graph.export.sparql.child"
_START = 20.0  # seconds that a new process may take before its first query's time begins


class _Frame:
    """Gathers what a worker says: a line of JSON, then as many bytes as it announces."""

    def __init__(self) -> None:
        self._head: dict[str, Any] | None = None
        self._said = bytearray()

    def whole(self, part: bytes) -> Answer | None:
        """Take the next piece; return head and body once both are complete."""
        if not part:
            raise QueryError("the query ended its process: it needs too much memory or depth")
        self._said += part
        if self._head is None:
            end = self._said.find(b"\n")
            if end < 0:
                return None
            self._head = json.loads(self._said[:end])
            del self._said[: end + 1]
        if len(self._said) < self._head["length"]:
            return None
        return self._head, bytes(self._said)


class Worker:
    """One process. Asked one thing at a time, from a thread or from an event loop.

    QueryTimeoutError after ``request['seconds']``, QueryError where the process died; in both
    cases, and where the asking is cancelled, the worker is of no use any more.
    """

    def __init__(self, memory: int) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", _CHILD, str(memory)],
                stdin=theirs.fileno(),
                stdout=theirs.fileno(),
                stderr=subprocess.DEVNULL,
                env=environment,
                start_new_session=True,  # an interrupt at the terminal is for the parent to handle
            )
        self.ready = False

    def ask(self, request: dict[str, Any]) -> Answer:
        """Return head and body of the answer; wait for the process to be there, too."""
        try:
            if not self.ready:
                self._socket.settimeout(_START)
                if self._socket.recv(len(READY)) != READY:
                    raise QueryError("the query process has died")
                self.ready = True
            deadline = time.monotonic() + request["seconds"]
            self._socket.settimeout(request["seconds"])
            self._socket.sendall(_line(request))
            frame = _Frame()
            while True:
                if (answer := frame.whole(self._socket.recv(_PIECE))) is not None:
                    return answer
                self._socket.settimeout(max(0.001, deadline - time.monotonic()))
        except TimeoutError as error:
            raise _over(request) from error
        except (OSError, ValueError) as error:  # ValueError: closed while it was read
            raise QueryError("the query process has died") from error

    async def ask_from_loop(self, request: dict[str, Any]) -> Answer:
        """Ask a worker that is ready, without a thread that waits for it."""
        loop = asyncio.get_running_loop()
        try:
            self._socket.setblocking(False)
            async with asyncio.timeout(request["seconds"]):
                await loop.sock_sendall(self._socket, _line(request))
                frame = _Frame()
                while True:
                    part = await loop.sock_recv(self._socket, _PIECE)
                    if (answer := frame.whole(part)) is not None:
                        return answer
        except TimeoutError as error:
            raise _over(request) from error
        except (OSError, ValueError) as error:
            raise QueryError("the query process has died") from error

    def end(self) -> None:
        """Kill the process and wait for it."""
        self._process.kill()
        self._process.wait()
        self._socket.close()


def _line(request: dict[str, Any]) -> bytes:
    return json.dumps(request).encode() + b"\n"


def _over(request: dict[str, Any]) -> QueryTimeoutError:
    return QueryTimeoutError(f"the query ran over {request['seconds']:g} s and was stopped")


class Pool:
    """At most ``most`` workers, of which ``warm`` are started beforehand."""

    def __init__(self, most: int, warm: int, memory: int) -> None:
        self._memory = memory
        self._room = BoundedSemaphore(most)
        self._lock = Lock()
        self._closed = False
        self._waiting = 0
        self._idle = [Worker(memory) for _ in range(min(warm, most))]
        self._all = set(self._idle)

    def ask(self, request: dict[str, Any]) -> Answer:
        """Ask a free worker, waiting for one at most as long as a query may run."""
        self._wait(request["seconds"])
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

    async def ask_at_once(self, request: dict[str, Any]) -> Answer | None:
        """Ask a worker that is at hand, without a thread; None where there is none just now."""
        if not self._room.acquire(blocking=False):
            return None
        try:
            with self._lock:
                worker = self._idle_one(lambda one: one.ready)
            if worker is None:
                return None
            try:
                answer = await worker.ask_from_loop(request)
            except BaseException:
                # In a thread: killing and starting take longer than a loop should stand still.
                asyncio.get_running_loop().run_in_executor(None, self._replaced, worker)
                raise
            self._returned(worker)
            return answer
        finally:
            self._room.release()

    def _wait(self, seconds: float) -> None:
        """Wait for room. Who waits holds a thread: of those there are not too many."""
        with self._lock:
            if self._waiting >= _MOST_WAITING:
                raise QueryTimeoutError("too many queries wait already: try again later")
            self._waiting += 1
        try:
            if not self._room.acquire(timeout=seconds):
                raise QueryTimeoutError("other queries take all the room: try again later")
        finally:
            with self._lock:
                self._waiting -= 1

    def _taken(self) -> Worker:
        with self._lock:
            if self._closed:
                raise QueryError("the query service is closed")
            worker = self._idle_one(lambda one: one.ready) or self._idle_one(lambda one: True)
            if worker is None:
                worker = Worker(self._memory)
                self._all.add(worker)
            return worker

    def _idle_one(self, fits: Callable[[Worker], bool]) -> Worker | None:
        """Take the idle worker that was asked last; the lock is held."""
        for worker in reversed(self._idle):
            if fits(worker):
                self._idle.remove(worker)
                return worker
        return None

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

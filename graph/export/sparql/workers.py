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

from graph.export.sparql.child import READY, Request
from graph.model.errors import QueryError, QueryTimeoutError

Answer = tuple[str, bytes]  # how it went, as graph.export.sparql.child says, and the body
_PIECE = 1 << 16  # bytes read at a time, until it is known how many there are
_LARGE = 1 << 20  # and then; a buffer of that size takes longer to get than a small query
_MOST_WAITING = 16
_CHILD = "graph.export.sparql.child"
_START = 20.0  # seconds that a new process may take before its first query's time begins
_MARGIN = 1.0  # seconds that a thread waits for the loop beyond the time of the query


class _Frame:
    """Gathers what a worker says: a line with a word and a length, then as many bytes."""

    def __init__(self) -> None:
        self._word = ""
        self._length = -1
        self._said = bytearray()

    @property
    def piece(self) -> int:
        """How many bytes to read next."""
        return min(max(_PIECE, self._length - len(self._said)), _LARGE)

    def whole(self, part: bytes) -> Answer | None:
        """Take the next piece; return word and body once both are complete."""
        if not part:
            raise QueryError("the query ended its process: it needs too much memory or depth")
        self._said += part
        if self._length < 0:
            end = self._said.find(b"\n")
            if end < 0:
                return None
            word, length = self._said[:end].split(b" ")
            self._word, self._length = word.decode(), int(length)
            del self._said[: end + 1]
        return (self._word, bytes(self._said)) if len(self._said) >= self._length else None


class Worker:
    """One process. Asked one thing at a time, from a thread or from an event loop.

    Once asked from a loop it is that loop's, which hears at once when the process speaks: to begin
    and to end listening takes as long as a small query. ``common`` goes with every request.
    QueryTimeoutError after its ``seconds``, QueryError where the process died; in both cases, and
    where the asking is cancelled, the worker is of no use any more.
    """

    def __init__(self, memory: int, common: Request) -> None:
        self._seconds: float = common["seconds"]
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
        self._socket.sendall(_line(common))
        self._loop: asyncio.AbstractEventLoop | None = None
        self._frame = _Frame()
        self._answer: asyncio.Future[Answer] | None = None
        self.ready = False

    @property
    def is_alive(self) -> bool:
        """Tell whether the process has not ended."""
        return self._process.poll() is None

    def serves(self, loop: asyncio.AbstractEventLoop) -> bool:
        """Tell whether the loop may ask without waiting for the process to be there."""
        return self.ready and (self._loop is loop or not self._is_tied)

    @property
    def _is_tied(self) -> bool:
        return self._loop is not None and self._loop.is_running()

    def ask(self, request: Request) -> Answer:
        """Return the answer; wait for the process to be there, too. Not for a loop's own thread."""
        if self._is_tied:
            assert self._loop is not None
            asked = asyncio.run_coroutine_threadsafe(self.ask_from_loop(request), self._loop)
            try:
                return asked.result(self._seconds + _MARGIN)
            except TimeoutError as error:
                raise self._over() from error
        try:
            return self._ask(request)
        except TimeoutError as error:
            raise self._over() from error
        except (OSError, ValueError) as error:  # ValueError: closed while it was read
            raise QueryError("the query process has died") from error

    def _ask(self, request: Request) -> Answer:
        if not self.ready:
            self._socket.settimeout(_START)
            if self._socket.recv(len(READY)) != READY:
                raise QueryError("the query process has died")
            self.ready = True
        deadline = time.monotonic() + self._seconds
        self._socket.settimeout(self._seconds)
        self._socket.sendall(_line(request))
        frame = _Frame()
        while (answer := frame.whole(self._socket.recv(frame.piece))) is None:
            self._socket.settimeout(max(0.001, deadline - time.monotonic()))
        return answer

    async def ask_from_loop(self, request: Request) -> Answer:
        """Ask a worker that serves the running loop, without a thread that waits for it."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._socket.setblocking(False)
            loop.add_reader(self._socket, self._heard)
            self._loop = loop
        self._frame, self._answer = _Frame(), loop.create_future()
        timer = loop.call_later(self._seconds, self._failed, self._over())
        try:
            line = _line(request)
            sent = self._socket.send(line)
            if sent < len(line):
                await loop.sock_sendall(self._socket, line[sent:])
            return await self._answer
        except BaseException as error:
            self._untie()
            if isinstance(error, OSError):
                raise QueryError("the query process has died") from error
            raise
        finally:
            timer.cancel()
            self._answer = None

    def _heard(self) -> None:
        """Take what the process says; the loop calls this when there is something to read."""
        try:
            answer = self._frame.whole(self._socket.recv(self._frame.piece))
        except BlockingIOError:
            return
        except (OSError, ValueError, QueryError) as error:
            self._untie()
            self._failed(error)
            return
        if answer is not None and self._answer is not None and not self._answer.done():
            self._answer.set_result(answer)

    def _failed(self, error: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)

    def _untie(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.remove_reader(self._socket)
        self._loop = None

    def end(self) -> None:
        """Kill the process and wait for it."""
        self._process.kill()
        self._process.wait()
        if self._is_tied:  # who still waits hears of the end first
            assert self._loop is not None
            self._loop.call_soon_threadsafe(self._close)
        else:
            self._close()

    def _close(self) -> None:
        self._untie()
        self._failed(QueryError("the query process has been ended"))
        self._socket.close()

    def _over(self) -> QueryTimeoutError:
        return QueryTimeoutError(f"the query ran over {self._seconds:g} s and was stopped")


def _line(request: Request) -> bytes:
    return json.dumps(request).encode() + b"\n"


class Pool:
    """At most ``most`` workers, of which ``warm`` are started beforehand.

    ``memory`` is a limit in bytes; ``common`` is what requests share, ``seconds`` among it.
    """

    def __init__(self, most: int, warm: int, memory: int, common: Request) -> None:
        self._memory = memory
        self._common = common
        self._seconds: float = common["seconds"]
        self._room = BoundedSemaphore(most)
        self._lock = Lock()
        self._closed = False
        self._waiting = 0
        self._idle = [Worker(memory, common) for _ in range(min(warm, most))]
        self._all = set(self._idle)

    def ask(self, request: Request) -> Answer:
        """Ask a free worker, waiting for one at most as long as a query may run."""
        self._wait(self._seconds)
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

    async def ask_at_once(self, request: Request) -> Answer | None:
        """Ask a worker that is at hand, without a thread; None where there is none just now."""
        loop = asyncio.get_running_loop()
        if not self._room.acquire(blocking=False):
            return None
        try:
            with self._lock:
                worker = self._idle_one(lambda one: one.serves(loop))
            if worker is None:
                return None
            try:
                answer = await worker.ask_from_loop(request)
            except BaseException:
                # In a thread: killing and starting take longer than a loop should stand still.
                loop.run_in_executor(None, self._replaced, worker)
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
                worker = Worker(self._memory, self._common)
                self._all.add(worker)
            return worker

    def _idle_one(self, fits: Callable[[Worker], bool]) -> Worker | None:
        """Take the idle worker that was asked last; the lock is held. Dead ones are let go."""
        for worker in self._idle[::-1]:
            if not worker.is_alive:
                self._idle.remove(worker)
                self._all.discard(worker)
                worker.end()
            elif fits(worker):
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
                fresh = Worker(self._memory, self._common)
                self._all.add(fresh)
                self._idle.append(fresh)

    def close(self) -> None:
        """End all workers, busy ones too: their queries fail."""
        with self._lock:
            self._closed = True
            ending, self._all, self._idle = self._all, set(), []
        for worker in ending:
            worker.end()

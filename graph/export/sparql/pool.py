"""The processes that run queries: a few at a time, kept warm, replaced when they are spoilt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import BoundedSemaphore, Lock

from graph.export.sparql.forker import Forker
from graph.export.sparql.lines import Request
from graph.export.sparql.worker import Answer, Worker
from graph.model.errors import QueryError, QueryTimeoutError

_MOST_WAITING = 16


class Pool:
    """At most ``most`` workers, of which ``warm`` are started beforehand.

    They are forked from a process that has no copy of the dataset, until ``move`` names another.
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
        self._warm = min(warm, most)
        self._forker = self.forker()
        self._former: list[Forker] = []
        self._idle = [self._forked() for _ in range(self._warm)]
        self._all = set(self._idle)

    @property
    def is_alive(self) -> bool:
        """Tell whether there is a process to fork from."""
        return self._forker.is_alive

    def forker(self) -> Forker:
        """Start a process that queries may be forked from; for ``move``, or to be ended."""
        return Forker(self._memory, self._common)

    def move(self, forker: Forker) -> None:
        """Fork from ``forker`` from now on; what runs goes on over the dataset that it began with.

        QueryError once closed.
        """
        with self._lock:
            if self._closed:
                raise QueryError("the query service is closed")
            former, self._forker = self._forker, forker
            self._former = [one for one in self._former if one.is_alive] + [former]
            self._renew()
        former.retire()

    def renew(self) -> None:
        """Fork anew: the dataset has changed."""
        with self._lock:
            if not self._closed:
                self._renew()

    def _renew(self) -> None:
        for worker in self._idle:
            self._all.discard(worker)
            worker.end()
        self._idle = [self._forked() for _ in range(self._warm)]
        self._all |= set(self._idle)

    def _forked(self) -> Worker:
        return Worker(self._forker, self._seconds)

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
                try:
                    worker = self._forked()
                except OSError as error:
                    raise QueryError("the query process has died") from error
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
            if self._closed:
                return
            if worker.sees(self._forker):
                self._idle.append(worker)
            else:
                self._all.discard(worker)
                worker.end()

    def _replaced(self, worker: Worker) -> None:
        """End a spoilt worker; the next one starts while nobody waits for it."""
        worker.end()
        with self._lock:
            self._all.discard(worker)
            if not self._closed and self._forker.is_alive:
                fresh = self._forked()
                self._all.add(fresh)
                self._idle.append(fresh)

    def close(self) -> None:
        """End all workers, busy ones too: their queries fail."""
        with self._lock:
            self._closed = True
            ending, self._all, self._idle = self._all, set(), []
        for worker in ending:
            worker.end()
        for forker in (*self._former, self._forker):
            forker.end()

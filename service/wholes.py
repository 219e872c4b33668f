"""Answers that take the whole store to give: made once for each state of it."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, TypeVar

from graph.lineage.audit import Finding, findings
from graph.model.errors import LuocdoError
from service.state import Graph

T = TypeVar("T")
_PATIENCE = 20.0  # seconds that a request waits for another that makes the same


class BusyError(LuocdoError):
    """What is asked for is being made for somebody else, and is not ready."""

    code = "busy"


class Wholes:
    """The last answer of each kind; one thread makes it, others wait. Safe between threads."""

    def __init__(self) -> None:
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._kept: dict[str, tuple[int, Any]] = {}
        self._counted = 0.0

    def findings(self, graph: Graph) -> tuple[Finding, ...]:
        """Return all that an audit finds; BusyError where that takes too long for now."""
        return self._of("audit", graph, lambda: findings(graph.store, graph.registry))

    def counts(self, graph: Graph, *, age: float = 0.0) -> Mapping[str, Any]:
        """Return how much there is of everything, counted for this state of the store.

        ``age`` in seconds: counts of an earlier state will do for so long. Counting takes seconds
        in a large store, and while much comes in each moment is another state.
        """
        known = self._kept.get("counts")
        if known is not None and time.monotonic() - self._counted < age:
            former: Mapping[str, Any] = known[1]
            return former
        made = self._of("counts", graph, graph.store.counts)
        self._counted = time.monotonic()
        return made

    def _of(self, kind: str, graph: Graph, make: Callable[[], T]) -> T:
        lock = self._locks[kind]
        if not lock.acquire(timeout=_PATIENCE):
            raise BusyError("câu trả lời đang được chuẩn bị; thử lại sau")
        try:
            generation = graph.store.generation  # read first: what is written meanwhile is newer
            known = self._kept.get(kind)
            if known is None or known[0] != generation:
                known = self._kept[kind] = (generation, make())
            made: T = known[1]
            return made
        finally:
            lock.release()

"""Answers that take the whole store to give: made once for each state of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
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

    def findings(self, graph: Graph) -> tuple[Finding, ...]:
        """Return all that an audit finds; BusyError where that takes too long for now."""
        return self._of("audit", graph, lambda: findings(graph.store, graph.registry))

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

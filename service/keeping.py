"""Answers made lately, kept in memory: a picture is drawn once for each state of the store."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, Protocol, TypeVar


class Body(Protocol):
    """What is kept: anything with the bytes of an answer."""

    @property
    def body(self) -> bytes:
        """The bytes."""


Made = TypeVar("Made", bound=Body)


class Kept:
    """The answers asked for last, at most ``size`` bytes of them; safe between threads.

    Keys are entity tags: they change with the store, so nothing here needs to be taken back.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._held = 0
        self._files: OrderedDict[str, Any] = OrderedDict()
        self._lock = Lock()

    def file(self, key: str, make: Callable[[], Made]) -> Made:
        """Return the answer of that key, made now where it is not at hand."""
        found: Made | None = self.at_hand(key)
        if found is not None:
            return found
        made = make()  # outside the lock: two may draw the same, none waits for another's drawing
        self.keep(key, made)
        return made

    def at_hand(self, key: str) -> Any:
        """Return the answer of that key where it is kept; else None."""
        with self._lock:
            if key not in self._files:
                return None
            self._files.move_to_end(key)
            return self._files[key]

    def keep(self, key: str, file: Body) -> None:
        """Keep an answer, and let go of the longest unasked for where that is too much."""
        if len(file.body) * 4 > self._size:  # one file is not to drive out all others
            return
        with self._lock:
            if key in self._files:
                return
            self._files[key] = file
            self._held += len(file.body)
            while self._held > self._size:
                self._held -= len(self._files.popitem(last=False)[1].body)

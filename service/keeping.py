"""Files made lately, kept in memory: a picture is drawn once for each state of the store."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from service.formats import File


class Kept:
    """The files asked for last, at most ``size`` bytes of them; safe between threads.

    Keys are entity tags: they change with the store, so nothing here needs to be taken back.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._held = 0
        self._files: OrderedDict[str, File] = OrderedDict()
        self._lock = Lock()

    def file(self, key: str, make: Callable[[], File]) -> File:
        """Return the file of that key, made now where it is not at hand."""
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
                return self._files[key]
        file = make()  # outside the lock: two may draw the same, none waits for another's drawing
        self._keep(key, file)
        return file

    def _keep(self, key: str, file: File) -> None:
        if len(file.body) * 4 > self._size:  # one file is not to drive out all others
            return
        with self._lock:
            if key in self._files:
                return
            self._files[key] = file
            self._held += len(file.body)
            while self._held > self._size:
                self._held -= len(self._files.popitem(last=False)[1].body)

"""The derived dataset on disk, and the checkpoints of it that query processes read."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from pyoxigraph import Store

_PREFIX = "view-"
_KEPT = "kept"


@dataclass(slots=True)
class Checkpoint:
    """A frozen copy of the dataset; ``readers`` are the queries that run over it."""

    path: Path
    readers: int = 0


class Home:
    """Where one view keeps its files: below ``directory``, or for its lifetime where that is None.

    The folder ``kept`` outlives the process, for the next one to go on from. A second process
    beside the first gets a folder of its own, removed at its end; those of dead ones are swept.
    The lock file says who lives: it is held as long as the process does, however it ends.
    """

    def __init__(self, directory: Path | None) -> None:
        root = directory or Path(tempfile.gettempdir()) / f"luocdo-{os.getuid()}"
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sweep(root)
        self.path, self._lock = root / _KEPT, None
        if directory is not None:
            self.path.mkdir(mode=0o700, exist_ok=True)
            self._lock = _locked(self.path)
        self.lasting = self._lock is not None
        if self.lasting:
            _without_checkpoints(self.path)
        else:
            self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
            self._lock = _locked(self.path)

    def remove(self) -> None:
        """Let go of the folder, and delete what is not for the next process."""
        if self.lasting:
            _without_checkpoints(self.path)
        else:
            shutil.rmtree(self.path, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _without_checkpoints(path: Path) -> None:
    for left in path.glob("checkpoint-*"):
        shutil.rmtree(left, ignore_errors=True)


def _locked(path: Path) -> int | None:
    handle = os.open(path / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _sweep(root: Path) -> None:
    for left in root.glob(f"{_PREFIX}*"):
        if (left / "lock").exists() and (handle := _locked(left)) is not None:
            shutil.rmtree(left, ignore_errors=True)
            os.close(handle)


class Checkpoints:
    """The current checkpoint, and older ones for as long as a query reads them."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._lock = Lock()
        self._current: Checkpoint | None = None
        self._count = 0

    def publish(self, store: Store) -> None:
        """Make what is in ``store`` now what new queries see."""
        self._count += 1
        path = self._home / f"checkpoint-{self._count}"
        store.flush()
        store.backup(str(path))
        with self._lock:
            former, self._current = self._current, Checkpoint(path)
            unread = former is not None and former.readers == 0
        if former is not None and unread:
            shutil.rmtree(former.path, ignore_errors=True)

    @contextmanager
    def reading(self) -> Iterator[Path]:
        """Hold the current checkpoint for the length of a query."""
        with self._lock:
            held = self._current
            assert held is not None, "published before it is read"
            held.readers += 1
        try:
            yield held.path
        finally:
            with self._lock:
                held.readers -= 1
                last = held is not self._current and held.readers == 0
            if last:
                shutil.rmtree(held.path, ignore_errors=True)

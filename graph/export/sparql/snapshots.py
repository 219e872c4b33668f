"""What queries are asked over: a copy of the dataset in memory where it fits, else one on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Lock, Thread

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize

from graph.export.sparql.checkpoints import Checkpoints
from graph.export.sparql.forker import Forker
from graph.export.sparql.pool import Pool

Graphs = frozenset[NamedNode]
_TRIES = 3  # to make a copy, before the dataset is built anew


class Snapshots:
    """Publishes states of the dataset to the processes of ``pool``.

    A checkpoint on disk is there at once. A copy of at most ``most`` quads is made meanwhile in a
    process of its own, and takes over once it is whole; from then on it is told the graphs that
    change. Where it is lost or outgrown, checkpoints serve again. ``lock`` is held by who writes
    the dataset and publishes it.
    """

    def __init__(self, home: Path, pool: Pool, most: int, lock: Lock) -> None:
        self.checkpoints = Checkpoints(home)
        self._pool = pool
        self._most = most
        self._lock = lock
        self._copy: Forker | None = None
        self._making: Forker | None = None
        self._maker: Thread | None = None
        self._changed: Graphs = frozenset()  # since the copy in the making was begun
        self._tries = _TRIES

    @property
    def in_memory(self) -> bool:
        """Tell whether queries are asked over a copy in memory."""
        return self._copy is not None

    @property
    def is_alive(self) -> bool:
        """Tell whether the processes can be asked over what was published."""
        return self._pool.is_alive

    def publish(self, store: Store, changed: Graphs | None) -> None:
        """Show queries what is in ``store`` now; None where all of it may have changed."""
        if changed is None:
            self._tries = _TRIES
            self._give_up()
        elif self._copy is not None and self._told(self._copy, store, changed):
            self._pool.renew()
            return
        else:
            self._changed |= changed
        self.checkpoints.publish(store)
        if self._copy is not None or not self._pool.is_alive:
            self._copy = None
            self._pool.move(self._pool.forker())
        if self._making is None and self._tries and self._most:
            self._make(store)

    def close(self) -> None:
        """Make no copy any more. The lock is held."""
        self._most = 0
        self._give_up()

    def join(self) -> None:
        """Wait for a copy that was given up. The lock is not held."""
        if self._maker is not None:
            self._maker.join()

    def _give_up(self) -> None:
        making, self._making = self._making, None
        if making is not None:
            making.stop()

    def _make(self, store: Store) -> None:
        self._tries -= 1
        self._changed = frozenset()
        self._making = self._pool.forker()
        self._maker = Thread(target=self._made, args=(self._making, store), daemon=True)
        self._maker.start()

    def _made(self, forker: Forker, store: Store) -> None:
        """Copy, then catch up with what changed meanwhile, and take over."""
        try:
            with self.checkpoints.reading() as path:
                size = forker.copy(str(path), self._most)
        except OSError:
            size = -1
        with self._lock:
            if self._making is not forker:  # given up
                size = -1
            else:
                self._making = None
                if size is None:
                    self._tries = 0
                elif size >= 0 and self._told(forker, store, self._changed):
                    self._pool.move(forker)
                    self._copy = forker
                    return
        forker.end()

    def _told(self, copy: Forker, store: Store, changed: Graphs) -> bool:
        """Tell a copy what these graphs hold now; False where it is lost or has grown too large."""
        quads = serialize(_quads(store, changed), format=RdfFormat.N_QUADS) or b""
        try:
            size = copy.replace((graph.value for graph in changed), quads)
        except OSError:
            return False
        if size > self._most:
            self._tries = 0
        return size <= self._most


def _quads(store: Store, graphs: Graphs) -> Iterator[Quad]:
    for graph in graphs:
        yield from store.quads_for_pattern(None, None, None, graph)

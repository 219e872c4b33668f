"""The SPARQL view: queries over the whole derived dataset, within limits that hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from graph.export.rdf.dataset import Dataset
from graph.export.rdf.names import DEFAULT_BASE
from graph.export.rdf.records import Records
from graph.export.sparql.asking import UNION, Graphs, SparqlAnswer
from graph.export.sparql.checkpoints import Home
from graph.export.sparql.derived import Derived, Followed
from graph.export.sparql.grammar import inspect
from graph.export.sparql.negotiation import chosen
from graph.export.sparql.pool import Pool
from graph.export.sparql.snapshots import Snapshots
from graph.export.sparql.worker import Answer
from graph.model.errors import QueryError, QueryTimeoutError
from graph.model.registry import Registry

__all__ = ["Graphs", "SparqlAnswer", "SparqlView", "make_sparql"]


def make_sparql(
    store: Records,
    registry: Registry,
    directory: Path | None = None,
    base: str = DEFAULT_BASE,
    *,
    seconds: float = 10.0,
    rows: int = 10_000,
    size: int = 16_000_000,
    memory: int = 2 << 30,
    in_memory: int = 1_000_000,
    workers: int = 4,
    warm: int = 1,
) -> SparqlView:
    """Return a view over ``store``; its files live in a folder of its own below ``directory``.

    It is filled at the first ``refresh()`` or ``answer()``. At most ``workers`` queries run at a
    time, over a copy in memory of a dataset of up to ``in_memory`` triples. Close it, or use it as
    a context manager.
    """
    dataset = Dataset(store, registry, base)
    common = {
        "base": dataset.names.base,
        "prefixes": dataset.names.prefixes,
        "seconds": seconds,
        "rows": rows,
        "bytes": size,
    }
    pool = Pool(workers, warm, memory, common)
    return SparqlView(store, dataset, Home(directory), pool, in_memory, patience=seconds)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query that may be run, as a worker is asked it, and what its answer is."""

    said: dict[str, Any]
    media_type: str

    def request(self, path: Path) -> dict[str, Any]:
        return {"path": str(path), **self.said}

    def answer(self, said: Answer) -> SparqlAnswer:
        word, body = said
        if word == "error":
            raise QueryError(body.decode())
        return SparqlAnswer(self.media_type, body, word == "cut")


class SparqlView:
    """Answers SPARQL queries; safe to use from several threads."""

    follows = True

    def __init__(
        self, store: Records, dataset: Dataset, home: Home, pool: Pool, most: int, patience: float
    ) -> None:
        self._patience = patience
        self._names = dataset.names
        self._home = home
        self._pool = pool
        self._derived = Derived(store, dataset, home.path, dataset.registry_version)
        self._following = Lock()
        self._snapshots = Snapshots(home.path, pool, most, self._following)
        self._published: int | None = None  # the store's generation that queries are asked over
        self._closed = False

    def __enter__(self) -> SparqlView:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def refresh(self, patience: float = -1) -> None:
        """Catch up with the store, so that queries from now on see what it holds.

        QueryTimeoutError where somebody else does so and takes more than ``patience`` seconds: a
        large dataset takes its time to be built. Without, wait for as long as it takes.
        """
        if not self._following.acquire(timeout=patience):
            raise QueryTimeoutError("the dataset is being prepared: try again later")
        try:
            if self._closed:
                raise QueryError("the query service is closed")
            followed = self._derived.follow()
            if followed or self._published is None or not self._snapshots.is_alive:
                self._publish(followed)
        finally:
            self._following.release()

    def _publish(self, followed: Followed | None) -> None:
        assert self._derived.store is not None
        known, self._published = self._published is not None, None
        changed = followed.graphs if followed else frozenset()
        self._snapshots.publish(self._derived.store, changed if known else None)
        self._published = self._derived.generation

    @property
    def in_memory(self) -> bool:
        """Tell whether queries are asked over a copy in memory."""
        return self._snapshots.in_memory

    def answer(self, query: str, accept: str = "", graphs: Graphs = UNION) -> SparqlAnswer:
        """Answer SELECT, ASK, CONSTRUCT or DESCRIBE, over the union of all named graphs unless
        the query or the request names others.

        The usual prefixes need no declaration. QueryError where the query is malformed or not
        allowed, NotAcceptableError where its answer has no form that ``accept`` names,
        QueryTimeoutError where it took too long and was stopped.
        """
        asked = self._asked(query, accept, graphs)
        self.refresh(self._patience)
        with self._snapshots.checkpoints.reading() as path:
            return asked.answer(self._pool.ask(asked.request(path)))

    async def at_once(
        self, generation: int, query: str, accept: str = "", graphs: Graphs = UNION
    ) -> SparqlAnswer | None:
        """Answer as ``answer`` does, but from an event loop and without a thread.

        None where something must be waited for first, such as the dataset not being at
        ``generation`` yet: then ``answer`` is to be asked in a thread.
        """
        asked = self._asked(query, accept, graphs)
        if self._published != generation:
            return None
        with self._snapshots.checkpoints.reading() as path:
            said = await self._pool.ask_at_once(asked.request(path))
        return None if said is None else asked.answer(said)

    def _asked(self, query: str, accept: str, graphs: Graphs) -> _Asked:
        shape = inspect(query, self._names.base)
        graphs.check(self._names.base)
        fmt, media_type = chosen(accept, shape.form)
        request = {
            "query": query,
            "union": not shape.has_dataset,
            "default": list(graphs.default) if graphs.stated else None,
            "named": list(graphs.named),
            "format": fmt,
        }
        return _Asked(request, media_type)

    def close(self) -> None:
        """End the query processes and delete the files; a dataset in the making is left."""
        self._derived.stop()
        with self._following:
            self._closed = True
            self._snapshots.close()
            self._pool.close()
            self._derived.close()
        self._snapshots.join()
        self._home.remove()

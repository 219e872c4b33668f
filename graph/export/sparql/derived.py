"""The dataset in Oxigraph, following the store: one named graph for each node and source."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from graph.export.rdf.dataset import Dataset, NamedGraph, quads_of
from graph.export.rdf.records import Records
from graph.export.sparql.progress import Note, Progress
from graph.model.errors import QueryError

_LIVE = "live-"


@dataclass(frozen=True, slots=True)
class Followed:
    """What a dataset went through to catch up; ``graphs`` are those touched, None for all."""

    graphs: frozenset[NamedNode] | None


class Derived:
    """A writable Oxigraph store below ``home`` and the generation that it shows.

    ``registry`` is the version of the registries. What an earlier process left is gone on with.
    """

    def __init__(self, records: Records, dataset: Dataset, home: Path, registry: str) -> None:
        self._records = records
        self._dataset = dataset
        self._home = home
        self._registry = registry
        self._note = Note(home)
        self._folder = f"{_LIVE}0"
        self._generation: int | None = None
        self._stopped = False
        self.store: Store | None = None
        self._resume()

    @property
    def generation(self) -> int | None:
        """The store's generation that it shows, None where it is not whole."""
        return self._generation

    def follow(self) -> Followed | None:
        """Catch up with the store; None where there was nothing to do.

        The generation is read first: what is written meanwhile is seen, and seen again next time.
        """
        generation = self._records.generation
        if generation == self._generation and self.store is not None:
            return None
        landmark = self._records.landmark
        changed = None
        if self._generation is not None:
            changed = self._records.changed_since(self._generation)
        self._generation = None  # should the work below fail, the next time starts anew
        self._note.take()
        graphs: frozenset[NamedNode] | None = None
        if changed is None or self.store is None:
            self._rebuild()
        else:
            graphs = frozenset(self._replace(self.store, changed))
        assert self.store is not None
        self.store.flush()
        base = self._dataset.names.base
        self._note.leave(Progress(generation, landmark, self._registry, base, self._folder))
        self._generation = generation
        return Followed(graphs)

    def stop(self) -> None:
        """End what another thread may be writing; what is not whole is built anew another time."""
        self._stopped = True

    def close(self) -> None:
        """Let go of the files."""
        self.store = None

    def _resume(self) -> None:
        """Go on with the dataset that is there, where it is whole and of this store."""
        found = self._note.read()
        base = self._dataset.names.base
        if found is not None and found.belongs_to(self._records, self._registry, base):
            try:
                self.store = Store(str(self._home / found.folder))
            except OSError:
                found = None
            else:
                self._folder, self._generation = found.folder, found.generation
        for left in self._home.glob(f"{_LIVE}*"):
            if self.store is None or left.name != self._folder:
                shutil.rmtree(left, ignore_errors=True)

    def _rebuild(self) -> None:
        former = self._home / self._folder
        self._folder = f"{_LIVE}{int(self._folder.removeprefix(_LIVE)) + 1}"
        self.store = None
        shutil.rmtree(former, ignore_errors=True)
        store = Store(str(self._home / self._folder))
        store.bulk_extend(self._all())
        self.store = store

    def _all(self) -> Iterator[Quad]:
        for graph in self._dataset.graphs():
            self._go_on()
            yield from quads_of(graph)

    def _go_on(self) -> None:
        if self._stopped:
            raise QueryError("the query service is closed")

    def _replace(self, store: Store, changed: set[str]) -> set[NamedNode]:
        """Replace the graphs of these nodes; return all graphs touched."""
        names = self._dataset.names
        touched = {names.node(node) for node in changed}
        before = {source for graph in touched for source in self._quoted(store, graph)}
        for graph in touched:
            store.remove_graph(graph)
        sources: set[str] = set()
        for described in self._dataset.nodes(changed):
            self._go_on()
            self._put(store, described)
            sources |= described.sources
        for source in sorted(sources):
            known = store.contains_named_graph(names.source(source))
            if not known and (quoted := self._dataset.source(source)):
                self._put(store, quoted)
                touched.add(quoted.name)
        quoting = names.term("prov:wasQuotedFrom")
        for source_name in before:
            if next(store.quads_for_pattern(None, quoting, source_name), None) is None:
                store.remove_graph(source_name)
                touched.add(source_name)
        return touched

    def _quoted(self, store: Store, graph: NamedNode) -> set[NamedNode]:
        quoting = self._dataset.names.term("prov:wasQuotedFrom")
        quads = store.quads_for_pattern(None, quoting, None, graph)
        return {quad.object for quad in quads if isinstance(quad.object, NamedNode)}

    @staticmethod
    def _put(store: Store, graph: NamedGraph) -> None:
        store.extend(quads_of(graph))

"""What a running service or command holds open: registry, store, pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version

from graph.model.errors import StoreError
from graph.model.identifiers import BODY_PREFIX
from graph.model.registry import Registry
from graph.model.seeding import load_registry
from graph.pipeline import Pipeline, make_pipeline
from graph.reading import SourceReader
from graph.store import Store, open_store
from service.labels import Labels
from service.settings import Settings

VERSION = version("luocdo")


@dataclass(frozen=True, slots=True)
class Graph:
    """An open graph."""

    settings: Settings
    registry: Registry
    labels: Labels
    store: Store
    pipeline: Pipeline
    reader: SourceReader

    def body_id(self, word: str | None) -> str | None:
        """Return the id of the body that an id, name, alias or code means, central ones first."""
        known = self.labels.body_id(word)
        if known is None or known.startswith(BODY_PREFIX):
            return known
        found = self.store.bodies(word, limit=1).items
        return found[0].id if found else known


@contextmanager
def open_graph(settings: Settings, *, prepare: bool = False) -> Iterator[Graph]:
    """Open the graph that ``settings`` name; close it at the end.

    A new store gets the works of the registries; an old one gets them anew with ``prepare``.
    """
    registry = load_registry()
    store = opened_store(settings.database)
    try:
        pipeline = make_pipeline(registry, store)
        if prepare or store.generation == 0:
            pipeline.prepare()
        reader = SourceReader(registry, max_bytes=settings.max_body_bytes)
        yield Graph(settings, registry, Labels(registry), store, pipeline, reader)
    finally:
        store.close()


def opened_store(database: str) -> Store:
    """Open the store; its errors name the file, but no URL: that may hold a password."""
    try:
        return open_store(database)
    except StoreError as error:
        name = "cơ sở dữ liệu" if "://" in database else database
        raise StoreError(f"{name}: {error.detail}") from error

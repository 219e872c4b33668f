from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.model.registry import Registry
from graph.pipeline import Pipeline, Reader, make_pipeline, make_reader
from graph.store import Store, open_store


@pytest.fixture(scope="session")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
def pipeline(registry: Registry, store: Store) -> Pipeline:
    return make_pipeline(registry, store)

from __future__ import annotations

import pytest

from graph.model.registry import Registry
from graph.model.seeding import load_registry
from graph.reading import SourceReader


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def reader(registry: Registry) -> SourceReader:
    return SourceReader(registry)

from __future__ import annotations

import pytest

from graph.extraction import Extractor, make_extractor
from graph.model.registry import Registry


@pytest.fixture(scope="session")
def extractor(registry: Registry) -> Extractor:
    return make_extractor(registry)

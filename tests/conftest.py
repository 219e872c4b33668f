"""What every suite shares: the registries, loaded once, and the data that is not ours to keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model.registry import Registry
from graph.model.seeding import load_registry

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party data; a test that needs it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not here")
    return SHARED

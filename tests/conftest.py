"""What every suite shares: the registries, loaded once, and the data that is not ours to keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from compiled import stale
from graph.model.registry import Registry
from graph.model.seeding import load_registry

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_configure() -> None:
    """Refuse to test what was compiled from other sources than those that are here."""
    if changed := stale():
        names = ", ".join(path.name for path in changed[:5])
        pytest.exit(f"changed after it was compiled: {names}; make compiled, or "
                    "python compiled.py --plain", 2)  # fmt: skip


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party data; a test that needs it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not here")
    return SHARED

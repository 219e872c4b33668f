from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.model.registry import Registry
from graph.model.seeding import load_registry

SEEDS = Path(__file__).parents[2] / "seeds"
SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def seeds() -> Path:
    return SEEDS


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("../shared (third-party development data) is absent")
    return SHARED


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.fixture(scope="session")
def codified(shared: Path) -> list[dict[str, str]]:
    """State documents of the Ministry of Justice's codification."""
    return rows(shared / "data" / "codification" / "documents.tsv")

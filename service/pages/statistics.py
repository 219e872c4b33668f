"""Figures about the whole store; counted once for each of its states."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.relations import RelationKind
from graph.store import Store
from service.formats import File
from service.keeping import Kept

_CARRIED_OUT = (
    RelationKind.IMPLEMENTS, RelationKind.INSTITUTIONALISES, RelationKind.CONTINUES,
    RelationKind.DETAILS, RelationKind.GUIDES,
)  # fmt: skip
_CHANGED = (RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS)
_REST = tuple(kind for kind in RelationKind if kind is not RelationKind.ISSUED_BY)
_YEARS = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """A year with its number, and its height as a part of the tallest's."""

    year: str
    number: int
    part: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """``counts`` as the store gives them; rankings of node ids; works and texts by year."""

    counts: Mapping[str, Any]
    rankings: Mapping[str, list[tuple[str, int]]]
    years: Mapping[str, list[Bar]]


def statistics(store: Store, kept: Kept) -> Statistics:
    """Return the figures, from memory where the store has not changed."""
    key = f"statistics:{store.generation}"
    file = kept.file(key, lambda: File(json.dumps(_counted(store)).encode(), "application/json"))
    found = json.loads(file.body)
    return Statistics(
        counts=found["counts"],
        rankings={name: [(one, n) for one, n in rows] for name, rows in found["rankings"].items()},
        years={name: _bars(rows) for name, rows in found["years"].items()},
    )


def _counted(store: Store) -> dict[str, Any]:
    return {
        "counts": dict(store.counts()),
        "rankings": {
            "carried_out": store.most_related(_CARRIED_OUT),
            "related": store.most_related(_REST),
            "changed": store.most_related(_CHANGED),
            "issuing": store.most_issued(),
        },
        "years": {"works": store.works_by_year(), "sources": store.sources_by_year()},
    }


def _bars(rows: list[tuple[str, int]]) -> list[Bar]:
    """Return the last years without gaps."""
    known = {int(year): number for year, number in rows if year.isdecimal()}
    if not known:
        return []
    last = max(known)
    first = max(min(known), last - _YEARS + 1)
    tallest = max(known.get(year, 0) for year in range(first, last + 1))
    years = range(first, last + 1)
    return [Bar(str(year), known.get(year, 0), known.get(year, 0) / tallest) for year in years]

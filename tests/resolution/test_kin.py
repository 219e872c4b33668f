"""'Chương trình số 32-CTr/TU' and 'Chương trình hành động số 32-CTr/TU' are one document."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import permutations

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import make_pipeline
from graph.reading import make_source
from graph.store import open_store

SHORT = "Ủy ban nhân dân tỉnh thực hiện Chương trình số 41-CTr/TU của Tỉnh ủy."
LONG = "Tỉnh ủy ban hành Chương trình hành động số 41-CTr/TU ngày 18/8/2022."
AGAIN = "Theo Chương trình số 41-CTr/TU ngày 18/8/2022 của Tỉnh ủy."
OTHER = "Theo Chương trình số 41-CTr/TU ngày 2/3/2021 của Tỉnh ủy."
BARE = "Tỉnh ủy họp bàn Chương trình hành động số 41-CTr/TU."


def dump(registry: Registry, texts: Iterable[str]) -> list[str]:
    with open_store(":memory:") as store:
        pipeline = make_pipeline(registry, store)
        for text in texts:
            pipeline.ingest(
                make_source(text, "bai", published=PartialDate(2022, 9, 1), place="Sóc Trăng")
            )
        return list(store.dump())


def programmes(rows: list[str]) -> list[str]:
    """Return the works of the number that a store holds."""
    found = [json.loads(row) for row in rows]
    return [row["id"] for row in found if row["table"] == "work" and row["id"].endswith("/41")]


@pytest.mark.parametrize(
    ("texts", "works"),
    [
        ((SHORT, LONG), 1),
        ((SHORT, BARE), 1),
        ((LONG, AGAIN, SHORT), 1),
        ((LONG, OTHER), 2),
        ((SHORT, LONG, OTHER), 2),
    ],
)
def test_one_document_in_any_order(registry: Registry, texts: tuple[str, ...], works: int) -> None:
    first, *others = (dump(registry, order) for order in permutations(texts))
    assert all(rows == first for rows in others)
    assert len(programmes(first)) == works

"""``luocdo stats``: what is in the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.table import Table

from service.cli.options import Database, settings_of
from service.cli.printing import console
from service.state import open_graph


def stats(database: Database = None) -> None:
    """Đếm những gì đang có."""
    with open_graph(settings_of(database)) as graph:
        counts = graph.store.counts()
    table = Table("Mục", "Số lượng")
    for name, number in flat(counts):
        table.add_row(name, str(number))
    console().print(table)


def flat(counts: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, int]]:
    """Yield ('relations.implements', 3) for nested counts."""
    for name, value in counts.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value

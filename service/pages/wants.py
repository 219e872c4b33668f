"""What texts say of a work that nobody has read: field by field, who agrees with whom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from service.state import Graph

_FIELDS = ("type", "date", "issuer", "title", "name", "term")


@dataclass(frozen=True, slots=True)
class Claim:
    """A field with the values that texts give it: (value, number of texts, one of them)."""

    field: str
    values: tuple[tuple[str, int, str], ...]


def claims(graph: Graph, work_id: str) -> list[Claim]:
    """Return what is stated of a work, the most stated values first."""
    said = sorted(
        graph.store.stated([work_id]),
        key=lambda one: (_FIELDS.index(one.field), -one.sources, one.value),
    )
    names = graph.labels.type_name
    return [
        Claim(
            field,
            tuple(
                ((names(one.value) or one.value) if field == "type" else one.value,
                 one.sources, one.example)
                for one in values
            ),
        )
        for field, values in groupby(said, key=lambda one: one.field)
    ]  # fmt: skip

"""The want-list: what many cite and nobody has read, and where those who cite it disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.registry import Registry
from graph.model.text import fold
from graph.store import Page, Stated, Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """A work known by citation only, as reconstructed from ``sources`` texts.

    ``disagreements`` are, field by field, the values that cannot all be right, the most stated
    first, each with how many texts state it.
    """

    work: Work
    sources: int
    disagreements: tuple[tuple[str, tuple[Stated, ...]], ...]


def wanted(store: Store, registry: Registry, *, limit: int = 20, offset: int = 0) -> Page[Wanted]:
    """Return the works that most texts cite and none gives, a stretch of them."""
    found = store.wanted(limit, offset)
    said: dict[tuple[str, str], list[Stated]] = {}
    for one in store.stated([work.id for work, _ in found.items]):
        said.setdefault((one.work, one.field), []).append(one)
    names = _issuers(registry)
    items = tuple(
        Wanted(work, sources, _disagreements(work.id, said, names)) for work, sources in found.items
    )
    return Page(items, found.total, found.limit, found.offset)


def _disagreements(
    work: str, said: dict[tuple[str, str], list[Stated]], issuers: dict[str, str]
) -> tuple[tuple[str, tuple[Stated, ...]], ...]:
    found = []
    for (of, field), values in sorted(said.items()):
        if of == work:
            apart = _apart(field, values, issuers)
            if len(apart) > 1:
                found.append((field, tuple(apart)))
    return tuple(found)


def _apart(field: str, values: Iterable[Stated], issuers: dict[str, str]) -> list[Stated]:
    """Return one of each group of values that say the same, less or more fully."""
    kept: list[Stated] = []
    for one in sorted(values, key=lambda one: (-one.sources, one.value)):
        if not any(_same(field, one.value, other.value, issuers) for other in kept):
            kept.append(one)
    return kept


def _same(field: str, one: str, other: str, issuers: dict[str, str]) -> bool:
    if field == "date":
        return PartialDate.parse(one).agrees(PartialDate.parse(other))
    left, right = fold(one), fold(other)
    if field == "issuer":
        left, right = issuers.get(left, left), issuers.get(right, right)
    short, long = sorted((left, right), key=len)
    return long.startswith(short)


def _issuers(registry: Registry) -> dict[str, str]:
    return {
        fold(name): fold(body.name)
        for body in registry.bodies
        for name in (*body.codes, *body.aliases, body.name)
    }

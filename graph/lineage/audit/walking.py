"""Going through the store with the rules, some works at a time: memory does not grow with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from graph.lineage.audit import citations, powers
from graph.lineage.audit.findings import (
    CONFLICT,
    CYCLE,
    DEAD,
    FUTURE,
    ITSELF,
    LOWER,
    ORGAN,
    REPLACERS,
    YEAR,
    Finding,
    Material,
)
from graph.model.documents import Work
from graph.model.errors import InputError
from graph.model.registry import Registry
from graph.store import Store

_RUN: Mapping[str, Callable[[Material], Iterator[Finding]]] = {
    FUTURE: citations.future,
    ITSELF: citations.itself,
    CYCLE: powers.circles,
    LOWER: powers.lower,
    ORGAN: powers.organs,
    YEAR: powers.years,
    REPLACERS: powers.replacers,
    DEAD: citations.dead,
    CONFLICT: citations.conflicts,
}
_PLACE = re.compile(r"[0-9]{1,9}\.[0-9]{1,6}")
# Few at first: where much is found, who asks for twenty findings has them at once.
_SIZES = (50, 150, 300)
_LARGEST = 500


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go on: at the work of this number in the store, past so many of its findings."""

    number: int = 0
    past: int = 0

    def __str__(self) -> str:
        return f"{self.number}.{self.past}"

    @classmethod
    def parse(cls, text: str) -> Place:
        """Return the place of its text; InputError where it is none."""
        if not _PLACE.fullmatch(text):
            raise InputError(f"'{text}' is no place to go on from; take it from 'next'")
        number, past = text.split(".")
        return cls(int(number), int(past))


@dataclass(frozen=True, slots=True)
class Part:
    """Some works by their numbers, and what is found of them."""

    works: list[tuple[int, Work]]
    found: list[Finding]
    is_last: bool


def walk(
    store: Store, registry: Registry, rules: Collection[str], number: int = 0
) -> Iterator[Part]:
    """Run rules over works from a number on, some at a time."""
    sizes = iter(_SIZES)
    while True:
        size = next(sizes, _LARGEST)
        works = store.works_from(number, size)
        if not works:
            return
        material = Material(store, registry, works)
        found = [one for rule, run in _RUN.items() if rule in rules for one in run(material)]
        yield Part(works, found, len(works) < size)
        number = works[-1][0] + 1

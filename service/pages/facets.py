"""Facets as links: each value with its name, its number, and the search with it or without it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.store import FIELDS, Facets, Query
from service.pages.wording import Wording
from service.state import Graph


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a search can be narrowed to."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One field with its choices, the chosen one first."""

    field: str
    choices: tuple[Choice, ...]


def facet_groups(graph: Graph, words: Wording, query: Query, facets: Facets) -> list[Group]:
    """Return the groups that offer a choice, in the order of FIELDS."""
    issuers = {value for value, _ in facets["issuer"]} | {query.issuer or ""}
    names = {body.id: body.name for body in graph.store.bodies_of(issuers)}
    labels: dict[str, Callable[[str], str]] = {
        "type": lambda value: graph.labels.type_name(value) or value,
        "issuer": lambda value: names.get(value, value),
        "level": lambda value: words(f"level.{value}"),
        "term": lambda value: words("term.of", term=value),
        "standing": lambda value: words(f"standing.{value}"),
    }
    groups = (_group(name, labels[name], getattr(query, name), facets[name]) for name in FIELDS)
    return [group for group in groups if group.choices]


def _group(
    field: str,
    label: Callable[[str], str],
    chosen: str | None,
    counts: tuple[tuple[str, int], ...],
) -> Group:
    known = dict(counts)
    if chosen and chosen not in known:
        known[chosen] = 0
    choices = [Choice(one, label(one), known[one], one == chosen) for one in known]
    choices.sort(key=lambda choice: not choice.chosen)
    return Group(field, tuple(choices))

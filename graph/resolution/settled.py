"""Settled blocks: what was concluded of them holds while further mentions only say it again.

Of a famous document many thousand mentions differ in nothing but the day on which their text was
written. To decide one more it is enough to know what the others come to; only where it alters that,
all of them must be looked at anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model.documents import Work
from graph.resolution.claims import Claim
from graph.resolution.facts import Facts
from graph.resolution.groups import Group, Series


@dataclass(frozen=True, slots=True)
class SettledNumber:
    """A number's block.

    ``groups`` are those of the registry and of full claims, among which open claims choose,
    ``guessed`` those of a guessed period. ``works`` are of both, by the group's ``id()``;
    ``elsewhere`` are those of the number in known jurisdictions.
    """

    groups: dict[Series, Group]
    guessed: dict[Series, Group]
    works: Mapping[int, Work]
    elsewhere: Sequence[Work]

    def absorbs(self, group: Group, claim: Claim, *, full: bool) -> bool:
        """Take a claim into a group; tell whether what others see of the group stays the same."""
        before = group.sure, group.facts
        if full:
            group.add(claim)
        else:
            group.add_open(claim)
        after = group.sure, group.facts
        if len(self.groups) <= 1:  # titles tell documents apart: one alone needs none
            return all(_untitled(a) == _untitled(b) for a, b in zip(before, after, strict=True))
        return before == after


@dataclass(frozen=True, slots=True)
class SettledName:
    """A name's block: the works known by the name, and those that only the name identifies.

    The latter by their date, each with how many mentions identify it by which words.
    """

    known: Sequence[Work]
    registered: Sequence[Work]
    own: Mapping[str, tuple[Work, dict[Words, int]]]


# Type, name and term as a mention has them.
Words = tuple[str | None, str, str | None]


@dataclass(frozen=True, slots=True)
class Settled:
    """A block and what its conclusion rests on; ``blocks`` are those of all its mentions."""

    block: str
    blocks: frozenset[str | None]
    parts: SettledNumber | SettledName


def _untitled(facts: Facts) -> Facts:
    return replace(facts, titles=frozenset())

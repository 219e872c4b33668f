"""Settled blocks: what was concluded of them holds while further mentions only say it again.

Of a famous document many thousand mentions differ in nothing but the day on which their text was
written. To decide one more it is enough to know what the others come to; only where it alters that,
all of them must be looked at anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.resolutions import Resolution
from graph.resolution.claims import Claim
from graph.resolution.facts import Facts
from graph.resolution.groups import Group, is_apart
from graph.resolution.kin import Series
from graph.resolution.likeness import says_no_more
from graph.resolution.verdicts import may_be


@dataclass(slots=True)
class SettledNumber:
    """A number's block.

    ``groups`` are those of the registry and of full claims, among which open claims choose,
    ``guessed`` those of a guessed period. ``works`` are of both, by the group's ``id()``;
    ``elsewhere`` are those of the number in known jurisdictions, ``unplaced`` the types and dates
    of the claims that may mean them; ``chosen`` says that there are open claims, which may choose
    otherwise when there is one more group.
    """

    block: str
    groups: dict[Series, Group]
    guessed: dict[Series, Group]
    works: dict[int, Work]
    elsewhere: list[Work]
    unplaced: set[tuple[str | None, PartialDate | None]]
    chosen: bool

    def ignores(self, work: Work) -> bool:
        """Tell whether no claim may mean one more work elsewhere, and know that one from now on."""
        if any(may_be(work, type_, date) for type_, date in self.unplaced):
            return False
        self.elsewhere.append(work)
        return True

    def admit(self, series: Series, group: Group, work: Work) -> bool:
        """Take in a group of a new series; False where that bears on other claims."""
        if self.chosen or not is_apart(self.groups, series):
            return False
        if any(work.id == one.id for one in self.works.values()):
            return False
        self.groups[series] = group
        self.works[id(group)] = work
        return True

    def absorbs(self, group: Group, claim: Claim, *, full: bool) -> bool:
        """Take a claim into a group; tell whether what others see of the group stays the same."""
        before = group.sure, group.facts
        if full:
            group.add(claim)
        else:
            group.add_open(claim)
        after = group.sure, group.facts
        # Titles tell open claims whose document is meant: one alone needs none.
        told = self.chosen and len(self.groups) > 1
        return all(_same(a, b, titles=told) for a, b in zip(before, after, strict=True))


@dataclass(frozen=True, slots=True)
class SettledName:
    """A name's block: the works known by the name, and those that only the name identifies.

    The latter by their date, each with how many mentions identify it by which words.
    """

    known: Sequence[Work]
    registered: Sequence[Work]
    own: Mapping[str, tuple[Work, dict[Words, int]]]


@dataclass(frozen=True, slots=True)
class More:
    """What one more mention means, with the document and its issuer where only it tells of them."""

    resolution: Resolution
    work: Work | None = None
    issuer: Body | None = None


# Type, name and term as a mention has them.
Words = tuple[str | None, str, str | None]


@dataclass(frozen=True, slots=True)
class Settled:
    """A block and what its conclusion rests on; ``blocks`` are those of all its mentions.

    ``recurs`` says that the works of its number in known jurisdictions were looked at.
    """

    block: str
    blocks: frozenset[str | None]
    parts: SettledNumber | SettledName
    recurs: bool


def _same(before: Facts, after: Facts, *, titles: bool) -> bool:
    """Tell whether facts are the same; with ``titles``, also to whoever has a title."""
    if replace(after, titles=before.titles) != before:
        return False
    return not titles or all(
        says_no_more(title, before.titles) for title in after.titles - before.titles
    )

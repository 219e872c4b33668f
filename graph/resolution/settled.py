"""Settled blocks: what was concluded of them holds while further mentions only say it again.

Of a famous document many thousand mentions differ in nothing but the day on which their text was
written. To decide one more it is enough to know what the others come to; only where it alters that,
all of them must be looked at anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.resolutions import Resolution
from graph.resolution.claim import Claim
from graph.resolution.facts import Facts
from graph.resolution.groups import Group, is_apart
from graph.resolution.kin import Series
from graph.resolution.likeness import says_no_more
from graph.resolution.verdicts import Place, may_be, told_by


@dataclass(slots=True)
class SettledNumber:
    """A number's block.

    ``groups`` are those of the registry and of full claims, among which open claims choose,
    ``guessed`` those of a guessed period. ``works`` are of both, by the group's ``id()``;
    ``elsewhere`` are those of the number in known jurisdictions, by block and identifier,
    ``unplaced`` the types and dates of the claims that may mean them; ``chosen`` says that there
    are open claims, which may choose otherwise when there is one more group, and ``weighed`` are
    the groups, by ``id()``, between which some of them are left undecided.
    """

    block: str
    groups: dict[Series, Group]
    guessed: dict[Series, Group]
    works: dict[int, Work]
    elsewhere: dict[Place, Work]
    unplaced: set[tuple[tuple[str, ...], PartialDate | None]]
    chosen: bool
    weighed: set[int]

    def ignores(self, work: Work) -> bool:
        """Tell whether all claims stay as they are when a work elsewhere is new or written anew.

        It is known as it is from then on.
        """
        place = (work.block, work.id)
        before = self.elsewhere.get(place)
        self.elsewhere[place] = work
        if before is not None:
            return told_by(before) == told_by(work)
        return not any(may_be(work, types, date) for types, date in self.unplaced)

    def admit(self, series: Series, group: Group, work: Work) -> bool:
        """Take in a group of a new series; False where that bears on other claims."""
        if self.chosen or not is_apart(self.groups, series):
            return False
        if self._claims(work.id):
            return False
        self.groups[series] = group
        self.works[id(group)] = work
        return True

    def rewrite(self, group: Group, work: Work) -> bool:
        """Take a group's work as it is now; False where it is known otherwise than before."""
        before = self.works[id(group)]
        if (work.id, work.issuer) != (before.id, before.issuer) or self._claims(work.id) > 1:
            return False
        self.works[id(group)] = work
        return True

    def absorbs(self, group: Group, claim: Claim, *, full: bool) -> bool:
        """Take a claim into a group; tell whether what others mean by it stays the same.

        What the document is called, and since when it is in force, is told by its work alone.
        """
        sure, facts = group.sure, group.facts
        if full:
            group.add(claim)
        else:
            group.add_open(claim)
        if not _agree(facts, group.facts):
            return False
        if facts.title != group.title and (group.known is not None or id(group) in self.weighed):
            return False  # verdicts that leave it open quote it
        # Titles tell open claims whose document is meant: one alone needs none.
        told = len(self.groups) > 1
        return not self.chosen or (_agree(sure, group.sure) and not (told and _more(sure, group)))

    def _claims(self, identifier: str) -> int:
        """Count the groups whose work has an identifier."""
        return sum(one.id == identifier for one in self.works.values())


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
    """What one more mention means.

    With the document and its issuer where only it tells of them, or the document is told of
    otherwise than before.
    """

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


def _agree(before: Facts, after: Facts) -> bool:
    """Tell whether claims agree with facts as they did before."""
    return (before.date, before.issuer, before.issuers) == (after.date, after.issuer, after.issuers)


def _more(before: Facts, group: Group) -> bool:
    """Tell whether a title has come to a group that makes others likelier."""
    return not all(
        says_no_more(title, before.titles) for title in group.sure.titles - before.titles
    )

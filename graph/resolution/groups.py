"""Claims that speak of one document, brought together by what numbers cannot share.

Within one series (type, unit, period) a number is given once. So claims in the same series speak
of the same document, and where their dates differ, one of them is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.numbers import NumberForm
from graph.model.registry import KnownWork
from graph.model.text import fold
from graph.resolution.claims import Claim, is_own

T = TypeVar("T", bound=Hashable)
Series = tuple[str | None, str, str | None]


@dataclass(slots=True)
class Group:
    """All claims and the registry's entry for one document."""

    type: str | None
    unit: str
    period: str | None
    known: KnownWork | None = None
    claims: list[Claim] = field(default_factory=list)
    guessed: bool = False  # its period is only that of the citing texts

    @property
    def date(self) -> PartialDate | None:
        """The document's date: the registry's, its own text's, else the one most texts give."""
        if self.known is not None and self.known.date is not None and self.known.date.is_full:
            return self.known.date
        dated = [(claim.date, claim) for claim in self.claims if claim.date is not None]
        stated = _counted((date, c) for date, c in dated if is_own(c)) or _counted(dated)
        if self.known is not None and self.known.date is not None:
            agreeing = {d: n for d, n in stated.items() if d.agrees(self.known.date)}
            return _most(agreeing) or self.known.date
        if self.period is not None and self.period.isdigit():
            within = {d: n for d, n in stated.items() if str(d.year) == self.period}
            return _most(within or stated)
        return _most(stated)

    @property
    def title(self) -> str | None:
        """The document's title: the registry's, its own text's, else the one most texts give."""
        if self.known is not None and self.known.title:
            return self.known.title
        titled = [(c.mention.title, c) for c in self.claims if c.mention.title]
        counted = _counted((title, c) for title, c in titled if is_own(c)) or _counted(titled)
        return min(counted, key=lambda t: (-counted[t], -len(t), t), default=None)

    @property
    def issuer(self) -> str | None:
        """The id of the issuing body, as the registry or most claims have it."""
        if self.known is not None and self.known.issuer:
            return self.known.issuer
        counted = _counted((c.issuer.id, c) for c in self.claims if c.issuer is not None)
        return min(counted, key=lambda i: (-counted[i], i), default=None)

    @property
    def effective(self) -> PartialDate | None:
        """The day of entry into force: the registry's, else what its own text says."""
        if self.known is not None and self.known.effective is not None:
            return self.known.effective
        stated = [c.mention.effective for c in self.claims if is_own(c)]
        return min((day for day in stated if day is not None), default=None)

    def issuers(self) -> list[Body]:
        """Return the bodies that claims name as issuer."""
        return [claim.issuer for claim in self.claims if claim.issuer is not None]

    def titles(self) -> list[str]:
        """Return every title by which the document goes, folded."""
        known = [self.known.title or "", self.known.name or ""] if self.known else []
        said = [claim.mention.title or "" for claim in self.claims]
        return [fold(title) for title in (*known, *said) if title]


def gather(
    claims: Iterable[Claim], known: Iterable[KnownWork], periods: list[str | None]
) -> list[Group]:
    """Return one group for each series that the registry or a full claim speaks of.

    ``periods`` are those of ``known``, in step. Groups of one unit and period whose types differ
    but whose dates agree are one: the type word was wrong.
    """
    groups: dict[Series, Group] = {}
    for work, period in zip(known, periods, strict=True):
        groups[(work.type, work.place, period)] = Group(work.type, work.place, period, work)
    ordered = sorted(claims, key=lambda claim: claim.key)
    for claim in ordered:
        if claim.type is None or claim.unit is None or claim.period is None:
            continue
        series = (claim.type, claim.unit, claim.period)
        group = groups.get(series) or _mistyped(groups, claim) or _sister(groups, series)
        if group is None:
            group = groups[series] = Group(*series)
        group.claims.append(claim)
    return list(groups.values())


# Types that one series of numbers serves: a Bộ luật is a Luật of its year.
_SISTERS = {"luat": "bo-luat", "bo-luat": "luat"}


def _sister(groups: dict[Series, Group], series: Series) -> Group | None:
    sister = _SISTERS.get(series[0] or "")
    return groups.get((sister, *series[1:])) if sister else None


def _mistyped(groups: dict[Series, Group], claim: Claim) -> Group | None:
    """Find the registered document that a claim means but for its type word."""
    number = claim.mention.number
    if number is not None and number.form is NumberForm.NORMATIVE:
        return None  # resolution 18/2008/QH12 and law 18/2008/QH12 are both real
    for group in groups.values():
        if group.known is None or (group.unit, group.period) != (claim.unit, claim.period):
            continue
        if claim.date is not None and group.known.date == claim.date:
            return group
    return None


def _counted(said: Iterable[tuple[T, Claim]]) -> dict[T, int]:
    """Count what is said, each claim for all the mentions that it stands for."""
    counted: Counter[T] = Counter()
    for value, claim in said:
        counted[value] += claim.evidence.count
    return counted


def _most(counted: Mapping[PartialDate, int]) -> PartialDate | None:
    best = min(counted, key=lambda d: (not d.is_full, -counted[d], str(d)), default=None)
    return best

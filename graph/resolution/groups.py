"""Claims that speak of one document, brought together by what numbers cannot share.

Within one series (type, unit, period) a number is given once. So claims in the same series speak
of the same document, and where their dates differ, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.numbers import NumberForm
from graph.model.registry import KnownWork
from graph.resolution.claims import Claim, is_own

T = TypeVar("T", bound=Hashable)
Series = tuple[str | None, str, str | None]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the claims of a group and the registry's entry come to.

    ``date``, ``title``, ``issuer`` (an id), ``effective`` and ``expires`` are the registry's, else
    those of the document's own text, else what most texts give. ``issuers`` are all bodies that
    claims name, by id, ``titles`` all titles by which the document goes.
    """

    date: PartialDate | None
    title: str | None
    issuer: str | None
    effective: PartialDate | None
    expires: PartialDate | None
    issuers: Mapping[str, Body]
    titles: tuple[str, ...]


@dataclass(slots=True)
class Group:
    """All claims and the registry's entry for one document."""

    type: str | None
    unit: str
    period: str | None
    known: KnownWork | None = None
    claims: list[Claim] = field(default_factory=list)
    guessed: bool = False  # its period is only that of the citing texts
    _facts: Facts | None = None

    def add(self, claim: Claim) -> None:
        """Take in a claim."""
        self.claims.append(claim)
        self._facts = None

    @property
    def facts(self) -> Facts:
        """What the claims come to: worked out after the last of them, not for each who asks."""
        if self._facts is None:
            self._facts = _facts_of(self)
        return self._facts

    @property
    def date(self) -> PartialDate | None:
        """The document's date."""
        return self.facts.date

    @property
    def title(self) -> str | None:
        """The document's title."""
        return self.facts.title

    @property
    def issuer(self) -> str | None:
        """The id of the issuing body."""
        return self.facts.issuer


def _facts_of(group: Group) -> Facts:
    known, claims = group.known, group.claims
    own = [claim for claim in claims if is_own(claim)]
    titles = [claim.mention.title for claim in claims if claim.mention.title]
    registered = [title for title in (known.title, known.name) if title] if known else []
    issuers = {claim.issuer.id: claim.issuer for claim in claims if claim.issuer is not None}
    return Facts(
        _date(group, own),
        (known.title if known else None) or _title(own) or _title(claims),
        (known.issuer if known else None) or _issuer(claims),
        (known.effective if known else None) or _effective(own) or _effective(claims),
        min((c.mention.expires for c in own if c.mention.expires), default=None),
        issuers,
        tuple(dict.fromkeys((*registered, *titles))),
    )


def _date(group: Group, own: Iterable[Claim]) -> PartialDate | None:
    known = group.known.date if group.known is not None else None
    if known is not None and known.is_full:
        return known
    stated = _counted((c.date, c) for c in own) or _counted((c.date, c) for c in group.claims)
    if known is not None:
        return _most({d: n for d, n in stated.items() if d.agrees(known)}) or known
    if group.period is not None and group.period.isdigit():
        return _most({d: n for d, n in stated.items() if str(d.year) == group.period} or stated)
    return _most(stated)


def _title(claims: Iterable[Claim]) -> str | None:
    counted = _counted((claim.mention.title or None, claim) for claim in claims)
    return min(counted, key=lambda t: (-counted[t], -len(t), t), default=None)


def _issuer(claims: Iterable[Claim]) -> str | None:
    counted = _counted((claim.issuer.id if claim.issuer else None, claim) for claim in claims)
    return min(counted, key=lambda i: (-counted[i], i), default=None)


def _effective(claims: Iterable[Claim]) -> PartialDate | None:
    """Return the day of entry into force that most give, of several the first."""
    counted = _counted((claim.mention.effective, claim) for claim in claims)
    return min(counted, key=lambda day: (-counted[day], day), default=None)


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
        group.add(claim)
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


def _counted(said: Iterable[tuple[T | None, Claim]]) -> dict[T, int]:
    """Count what is said, each claim for all the mentions that it stands for."""
    counted: dict[T, int] = {}
    for value, claim in said:
        if value is not None:
            counted[value] = counted.get(value, 0) + claim.evidence.count
    return counted


def _most(counted: Mapping[PartialDate, int]) -> PartialDate | None:
    best = min(counted, key=lambda d: (not d.is_full, -counted[d], str(d)), default=None)
    return best

"""Claims that speak of one document, brought together by what numbers cannot share.

Within one series (type, unit, period) a number is given once. So claims in the same series speak
of the same document, and where their dates differ, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from graph.model.dates import PartialDate
from graph.model.numbers import NumberForm
from graph.model.registry import KnownWork
from graph.resolution.claim import Claim, is_own
from graph.resolution.facts import Facts, Said, facts_of
from graph.resolution.kin import Series, agree, longer

Key = tuple[str, int]


@dataclass(slots=True)
class Group:
    """What all claims and the registry's entry say of one document.

    Full claims say themselves in which series their number is; by them alone open claims choose.
    """

    type: str | None
    unit: str
    period: str | None
    known: KnownWork | None = None
    guessed: bool = False  # its period is only that of the citing texts
    _full: Said = field(default_factory=Said)
    _all: Said | None = None  # None while there are only full claims
    _sure: Facts | None = None
    _facts: Facts | None = None

    def add(self, claim: Claim) -> None:
        """Take in a full claim."""
        self._full.add(claim)
        if self._all is not None:
            self._all.add(claim)
        self._sure = self._facts = None

    def add_open(self, claim: Claim) -> None:
        """Take in a claim that chose this group."""
        if self._all is None:
            self._all = self._full.copy()
        self._all.add(claim)
        self._facts = None

    @property
    def sure(self) -> Facts:
        """What the full claims come to: worked out after the last, not for each who asks."""
        if self._sure is None:
            self._sure = facts_of(self._full, self.known, self.period)
        return self._sure

    @property
    def facts(self) -> Facts:
        """What all claims come to."""
        if self._all is None:
            return self.sure
        if self._facts is None:
            self._facts = facts_of(self._all, self.known, self.period)
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


def gather(
    claims: Iterable[Claim], known: Iterable[KnownWork], periods: list[str | None]
) -> tuple[dict[Series, Group], dict[Key, Group]]:
    """Return one group for each series that the registry or a full claim speaks of.

    And the group of each full claim, by its key. ``periods`` are those of ``known``, in step.
    Groups of one unit and period whose types differ but whose dates agree are one: the type word
    was wrong.
    """
    groups: dict[Series, Group] = {}
    placed: dict[Key, Group] = {}
    for work, period in zip(known, periods, strict=True):
        groups[(work.type, work.place, period)] = Group(work.type, work.place, period, work)
    ordered = sorted(claims, key=lambda claim: claim.key)
    alike = _alike(ordered, groups)
    for claim in ordered:
        series = series_of(claim)
        if series is None:
            continue
        series = alike.get(series, series)
        group = groups.get(series) or otherwise(groups, claim, series)
        if group is None:
            group = groups[series] = Group(*series)
        group.add(claim)
        placed[claim.key] = group
    return groups, placed


def _alike(claims: Collection[Claim], groups: Mapping[Series, Group]) -> dict[Series, Series]:
    """Return the series to take for others that differ but in what the type is called.

    That of a registered document, else that of one whose own text was read, else the longer name.
    """
    dates: dict[Series, set[PartialDate]] = {
        series: {group.date} if group.date else set() for series, group in groups.items()
    }
    own = set()
    for claim in claims:
        series = series_of(claim) if claim.kin else None
        if series is not None:
            dates.setdefault(series, set()).update([claim.date] if claim.date else [])
            own.update([series] if is_own(claim) else [])
    found = {}
    for short, long in longer(dates, {each.kin for each in claims if each.kin}).items():
        if not agree(dates, short, long) or {short, long} <= groups.keys():
            continue
        first = short in groups or (long not in groups and short in own and long not in own)
        found.update({long: short} if first else {short: long})
    return found


def series_of(claim: Claim) -> Series | None:
    """Return the series in which the number of a full claim is, None where the claim is open."""
    if claim.type is None or claim.unit is None or claim.period is None:
        return None
    return claim.type, claim.unit, claim.period


def otherwise(groups: dict[Series, Group], claim: Claim, series: Series) -> Group | None:
    """Return the group that a claim means although the series of its type word is another."""
    return _mistyped(groups, claim) or _sister(groups, series)


def is_apart(groups: dict[Series, Group], series: Series) -> bool:
    """Tell whether no claim of a series can be in the group of another: see ``otherwise``."""
    type_, *where = series
    return type_ not in _SISTERS and not any(
        group.known is not None and [group.unit, group.period] == where for group in groups.values()
    )


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

"""What claims say of one document, counted, and what that comes to."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.numbers import DocumentNumber
from graph.model.registry import KnownWork
from graph.resolution.bodies import is_part_of
from graph.resolution.claim import Claim, is_own

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the claims of a group and the registry's entry come to.

    ``date``, ``title``, ``issuer`` (an id), ``effective`` and ``expires`` are the registry's, else
    those of the document's own text, else what most texts give. ``issuers`` are all bodies that
    claims name, by id, ``titles`` all titles by which the document goes; ``number`` and ``name``
    are as most texts write them; ``own`` says that the document's own text was read.
    """

    date: PartialDate | None
    title: str | None
    issuer: str | None
    effective: PartialDate | None
    expires: PartialDate | None
    issuers: Mapping[str, Body]
    titles: frozenset[str]
    number: DocumentNumber | None
    name: str | None
    own: bool

    def tell_as(self, other: Facts) -> bool:
        """Tell whether the document is told of as by facts with the same date and issuer."""
        mine, its = (
            (one.title, one.effective, one.expires, one.number, one.name, one.own)
            for one in (self, other)
        )
        return mine == its


@dataclass(slots=True)
class Said:
    """What claims say of one document, each value with how many mentions say so."""

    dates: dict[PartialDate, int] = field(default_factory=dict)
    titles: dict[str, int] = field(default_factory=dict)
    issuers: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    numbers: dict[DocumentNumber, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    effective: dict[PartialDate, int] = field(default_factory=dict)
    expires: dict[PartialDate, int] = field(default_factory=dict)
    own: Said | None = None  # what the document's own text says of it

    def add(self, claim: Claim) -> None:
        """Count a claim for all the mentions that it stands for."""
        self._count(claim)
        if is_own(claim):
            self.own = self.own or Said()
            self.own._count(claim)

    def copy(self) -> Said:
        """Return counts that go on apart from these."""
        return Said(
            self.dates.copy(), self.titles.copy(), self.issuers.copy(), self.bodies.copy(),
            self.numbers.copy(), self.names.copy(), self.effective.copy(),
            self.expires.copy(), self.own.copy() if self.own else None,
        )  # fmt: skip

    def _count(self, claim: Claim) -> None:
        mention, times = claim.mention, claim.evidence.count
        _count(self.dates, claim.date, times)
        _count(self.titles, mention.title or None, times)
        _count(self.numbers, mention.number, times)
        _count(self.names, mention.name or None, times)
        _count(self.effective, mention.effective, times)
        _count(self.expires, mention.expires, times)
        if claim.issuer is not None:
            _count(self.issuers, claim.issuer.id, times)
            self.bodies[claim.issuer.id] = claim.issuer


def facts_of(said: Said, known: KnownWork | None, period: str | None) -> Facts:
    """Return what is said comes to, beside the registry's entry, in the series of a period."""
    own = said.own or _NOTHING
    registered = [title for title in (known.title, known.name) if title] if known else []
    return Facts(
        date=_date(own.dates or said.dates, known, period),
        title=(known.title if known else None) or _title(own.titles or said.titles),
        issuer=(known.issuer if known else None) or _issuer(said),
        effective=(known.effective if known else None)
        or _begin(own.effective)
        or _begin(said.effective),
        expires=min(own.expires, key=str, default=None),
        issuers=dict(said.bodies),
        titles=frozenset((*registered, *said.titles)),
        number=max(
            said.numbers, key=lambda n: (said.numbers[n], len(str(n)), str(n)), default=None
        ),
        name=max(said.names, key=lambda n: (said.names[n], n), default=None),
        own=said.own is not None,
    )


_NOTHING = Said()


def _date(
    stated: Mapping[PartialDate, int], known: KnownWork | None, period: str | None
) -> PartialDate | None:
    registered = known.date if known is not None else None
    if registered is not None and registered.is_full:
        return registered
    if registered is not None:
        return _most({d: n for d, n in stated.items() if d.agrees(registered)}) or registered
    if period is not None and period.isdigit():
        return _most({d: n for d, n in stated.items() if str(d.year) == period} or stated)
    return _most(stated)


def _title(counted: Mapping[str, int]) -> str | None:
    return min(counted, key=lambda t: (-counted[t], -len(t), t), default=None)


def _issuer(said: Said) -> str | None:
    """Return the body most named; 'Tỉnh ủy' also stands for its standing committee."""
    named = said.bodies.values()
    broad = {whole.id for whole in named if any(is_part_of(part, whole) for part in named)}
    counted = {i: n for i, n in said.issuers.items() if i not in broad}
    return min(counted, key=lambda i: (-counted[i], i), default=None)


def _begin(counted: Mapping[PartialDate, int]) -> PartialDate | None:
    """Return the day of entry into force that most give, of several the first."""
    return min(counted, key=lambda day: (-counted[day], str(day)), default=None)


def _most(counted: Mapping[PartialDate, int]) -> PartialDate | None:
    return min(counted, key=lambda d: (not d.is_full, -counted[d], str(d)), default=None)


def _count(table: dict[T, int], value: T | None, times: int) -> None:
    if value is not None:
        table[value] = table.get(value, 0) + times

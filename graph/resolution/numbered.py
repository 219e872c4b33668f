"""Resolving one number's block: who shares the number, and which of them each mention means."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress

from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.errors import MalformedNumberError
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import KnownWork
from graph.model.resolutions import (
    Ambiguous,
    Conclusion,
    Evidence,
    Resolution,
    Resolved,
    Unresolved,
)
from graph.resolution.choosing import Choice, Chooser
from graph.resolution.claim import Claim, is_own
from graph.resolution.claims import NOWHERE, ClaimReader
from graph.resolution.groups import Group, Key, gather, otherwise, series_of
from graph.resolution.kin import Series, longer
from graph.resolution.settled import More, SettledNumber
from graph.resolution.terms import Terms
from graph.resolution.verdicts import candidates, committed, conflicts, unplaced
from graph.resolution.works import WorkWriter
from graph.resolution.writing_periods import WritingPeriods


class NumberResolver:
    """Resolves blocks of mentions that share a number."""

    def __init__(
        self,
        reader: ClaimReader,
        chooser: Chooser,
        terms: Terms,
        periods: WritingPeriods,
        works: WorkWriter,
    ) -> None:
        self._reader = reader
        self._chooser = chooser
        self._terms = terms
        self._periods = periods
        self._works = works

    def resolve(
        self,
        block: str,
        evidence: Iterable[Evidence],
        known: Sequence[KnownWork],
        elsewhere: Sequence[Work] = (),
    ) -> Conclusion:
        """Return works and resolutions of a block; the order of ``evidence`` does not matter.

        ``elsewhere`` are the works of this number in known jurisdictions, for mentions in none.
        """
        return self.settle(block, evidence, known, elsewhere)[0]

    def settle(
        self,
        block: str,
        evidence: Iterable[Evidence],
        known: Sequence[KnownWork],
        elsewhere: Sequence[Work] = (),
    ) -> tuple[Conclusion, SettledNumber]:
        """Resolve a block, and return what further mentions may be added to."""
        claims = sorted((self._reader.read(each) for each in evidence), key=lambda c: c.key)
        groups, placed = gather(claims, known, [self._period(work) for work in known])
        among = list(groups.values())
        choices = {c.key: self._chooser.choose(c, among) for c in claims if c.key not in placed}
        guesses = self._guesses(claims, choices, groups)
        guessed: dict[Series, Group] = {}
        for claim in claims:
            choice = choices.get(claim.key)
            if choice is None:
                continue
            if choice.chosen is not None:
                choice.chosen.add_open(claim)
            elif (series := guesses.get(claim.key)) is not None:
                group = guessed.setdefault(series, Group(*series, guessed=True))
                group.add_open(claim)
                placed[claim.key] = group
        works, bodies = self._write(block, [*among, *guessed.values()])
        conclusion = Conclusion(
            _distinct(works.values()),
            tuple(sorted(bodies.values(), key=lambda b: b.id)),
            {
                c.key: unplaced(c, elsewhere)
                or _verdict(c, placed.get(c.key), choices.get(c.key), works)
                for c in claims
            },
        )
        return conclusion, SettledNumber(
            block,
            groups,
            guessed,
            works,
            {(work.block, work.id): work for work in elsewhere},
            {(c.types, c.date) for c in claims if c.unit is None},
            chosen=bool(choices),
            weighed={number for choice in choices.values() for number in _weighed(choice)},
        )

    def more(self, settled: SettledNumber, each: Evidence) -> More | None:
        """Return what one more mention means; None where it alters what others do.

        Then ``settled`` is of no more use.
        """
        claim = self._reader.read(each)
        if claim.kin:
            return None
        series, choice = series_of(claim), None
        if series is not None:
            placed = group = settled.groups.get(series)
            if group is None:
                return self._alone(settled, claim, series)
            if group.known is None and otherwise(settled.groups, claim, series) is not None:
                return None
        else:
            settled.chosen = True
            if claim.unit is None:
                settled.unplaced.add((claim.types, claim.date))
            choice = self._chooser.choose(claim, list(settled.groups.values()))
            settled.weighed.update(_weighed(choice))
            placed, group = None, choice.chosen
            guess = None if choice.groups else self._guess(claim)
            if guess is not None and guess not in settled.groups:
                placed = group = settled.guessed.get(guess)
                if group is None:
                    return None
        work, issuer = None, None
        if group is not None:
            before = group.facts
            if not settled.absorbs(group, claim, full=series is not None):
                return None
            if not group.facts.tell_as(before):
                work, issuer = self._works.numbered(settled.block, _number(group), group)
                if not settled.rewrite(group, work):
                    return None
        resolution = unplaced(claim, settled.elsewhere.values())
        resolution = resolution or _verdict(claim, placed, choice, settled.works)
        return More(resolution, work, issuer)

    def _alone(self, settled: SettledNumber, claim: Claim, series: Series) -> More | None:
        """Return what the first claim of a series means; None where it bears on others."""
        group = Group(*series)
        group.add(claim)
        work, issuer = self._works.numbered(settled.block, _number(group), group)
        if not settled.admit(series, group, work):
            return None
        return More(committed(claim, group, work.id), work, issuer)

    def _period(self, work: KnownWork) -> str | None:
        """Return the run of the series in which a registered number stands."""
        form, year = NumberForm.ADMINISTRATIVE, work.date.year if work.date else None
        with suppress(MalformedNumberError):
            number = DocumentNumber.parse(work.number or "")
            form, year = number.form, number.year or year
        if form is NumberForm.PARTY:
            return work.term or self._terms.of(work.place, work.date)
        return str(year) if year else None

    def _guesses(
        self, claims: Collection[Claim], choices: Mapping[Key, Choice], taken: Collection[Series]
    ) -> dict[Key, Series]:
        """Return the series of claims that fit no document of a known one.

        In a series a number is given once: where it is ``taken``, the claim means none of it.
        """
        found = {}
        for claim in claims:
            choice = choices.get(claim.key)
            if choice is not None and not choice.groups:
                series = self._guess(claim)
                if series is not None and series not in taken:
                    found[claim.key] = series
        alike = longer(found.values(), {each.kin for each in claims if each.kin})
        return {key: alike.get(series, series) for key, series in found.items()}

    def _guess(self, claim: Claim) -> Series | None:
        """Return the series of a document that only this and like mentions speak of."""
        if claim.type is None or claim.unit is None or _is_anybodys(claim):
            return None
        return claim.type, claim.unit, claim.period or self._periods.of(claim)

    def _write(
        self, block: str, groups: Iterable[Group]
    ) -> tuple[dict[int, Work], dict[str, Body]]:
        works: dict[int, Work] = {}
        bodies: dict[str, Body] = {}
        works_by_id: dict[str, Work] = {}
        for group in sorted(groups, key=_order):
            work, issuer = self._works.numbered(block, _number(group), group)
            works[id(group)] = works_by_id.setdefault(work.id, work)
            if issuer is not None:
                bodies[issuer.id] = issuer
        return works, bodies


def _verdict(
    claim: Claim, placed: Group | None, choice: Choice | None, works: Mapping[int, Work]
) -> Resolution:
    """Return what a claim means that is in a group, or else has chosen."""
    if placed is not None:
        return committed(claim, placed, works[id(placed)].id)
    assert choice is not None
    if choice.chosen is not None:
        work = works[id(choice.chosen)].id
        return Resolved(work, choice.why, choice.confidence, conflicts(claim, choice.chosen))
    if not choice.groups:
        why = f"không rõ {claim.mention.surface} là của địa phương, cơ quan nào"
        return Unresolved(why if claim.unit is None else choice.why)
    return Ambiguous(tuple(candidates(claim, choice, works)), choice.why)


def _is_anybodys(claim: Claim) -> bool:
    """Tell whether neither when nor by whom is said of a number with a code of no known body."""
    if is_own(claim) or claim.mention.issuer is not None:
        return False
    return claim.period is None and claim.unit == NOWHERE


def _weighed(choice: Choice) -> Iterable[int]:
    """Return the groups, by ``id()``, between which a claim is left undecided."""
    return () if choice.chosen is not None else map(id, choice.groups)


def _distinct(works: Iterable[Work]) -> tuple[Work, ...]:
    by_id = {work.id: work for work in works}
    return tuple(by_id[identifier] for identifier in sorted(by_id))


def _order(group: Group) -> tuple[str, str, str]:
    return (group.type or "", group.unit, group.period or "")


def _number(group: Group) -> DocumentNumber:
    if group.facts.number is not None:
        return group.facts.number
    if group.known is None or group.known.number is None:
        raise ValueError("a group has neither a claim nor a registered number")
    return DocumentNumber.parse(group.known.number)

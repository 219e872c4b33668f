"""Resolving one number's block: who shares the number, and which of them each mention means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.errors import MalformedNumberError
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import KnownWork
from graph.model.resolutions import (
    Ambiguous,
    Candidate,
    Conclusion,
    Evidence,
    Resolution,
    Resolved,
    Unresolved,
)
from graph.resolution.choosing import Choice, Chooser
from graph.resolution.claims import Claim, ClaimReader
from graph.resolution.groups import Group, gather
from graph.resolution.terms import Terms
from graph.resolution.works import WorkWriter


class NumberResolver:
    """Resolves blocks of mentions that share a number."""

    def __init__(
        self, reader: ClaimReader, chooser: Chooser, terms: Terms, works: WorkWriter
    ) -> None:
        self._reader = reader
        self._chooser = chooser
        self._terms = terms
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
        claims = sorted((self._reader.read(each) for each in evidence), key=lambda c: c.key)
        groups = gather(claims, known, [self._period(work) for work in known])
        placed = {claim.key: group for group in groups for claim in group.claims}
        open_ = [claim for claim in claims if claim.key not in placed]
        choices = {claim.key: self._chooser.choose(claim, groups) for claim in open_}
        for claim in open_:
            choice = choices[claim.key]
            if choice.chosen is not None:
                choice.chosen.add(claim)
            elif not choice.groups:
                self._provisional(claim, groups, placed)
        works, bodies = self._write(block, groups)
        return Conclusion(
            _distinct(works.values()),
            tuple(sorted(bodies.values(), key=lambda b: b.id)),
            {
                c.key: _unplaced(c, elsewhere) or self._resolution(c, placed, choices, works)
                for c in claims
            },
        )

    def _period(self, work: KnownWork) -> str | None:
        """Return the run of the series in which a registered number stands."""
        form, year = NumberForm.ADMINISTRATIVE, work.date.year if work.date else None
        with suppress(MalformedNumberError):
            number = DocumentNumber.parse(work.number or "")
            form, year = number.form, number.year or year
        if form is NumberForm.PARTY:
            return work.term or self._terms.of(work.place, work.date)
        return str(year) if year else None

    def _provisional(
        self, claim: Claim, groups: list[Group], placed: dict[tuple[str, int], Group]
    ) -> None:
        """Open a group for a document that only this and like mentions speak of."""
        if claim.type is None or claim.unit is None:
            return
        period = claim.period or self._writing_period(claim)
        for group in groups:
            if group.guessed and (group.type, group.unit, group.period) == (
                claim.type, claim.unit, period,
            ):  # fmt: skip
                break
        else:
            group = Group(claim.type, claim.unit, period, guessed=claim.period is None)
            groups.append(group)
        group.add(claim)
        placed[claim.key] = group

    def _writing_period(self, claim: Claim) -> str | None:
        """Return the term or year in which the citing text was written."""
        number, published = claim.mention.number, claim.published
        if number is None or published is None or claim.unit is None:
            return None
        if number.form is NumberForm.PARTY:
            return self._terms.of(claim.unit, published)
        return str(published.year)

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

    def _resolution(
        self,
        claim: Claim,
        placed: Mapping[tuple[str, int], Group],
        choices: Mapping[tuple[str, int], Choice],
        works: Mapping[int, Work],
    ) -> Resolution:
        group = placed.get(claim.key)
        if group is not None:
            return committed(claim, group, works[id(group)].id)
        choice = choices[claim.key]
        if choice.chosen is not None:
            work = works[id(choice.chosen)].id
            return Resolved(work, choice.why, choice.confidence, conflicts(claim, choice.chosen))
        if not choice.groups:
            why = f"không rõ {claim.mention.surface} là của địa phương, cơ quan nào"
            return Unresolved(why if claim.unit is None else choice.why)
        return Ambiguous(tuple(candidates(claim, choice, works)), choice.why)


def _unplaced(claim: Claim, works: Sequence[Work]) -> Resolution | None:
    """A local number in a text of no known place: only its full date can tell whose it is."""
    if claim.unit is not None or not works:
        return None
    fitting = [
        work
        for work in works
        if claim.type in (None, work.type)
        and (claim.date is None or work.signed_on is None or claim.date.agrees(work.signed_on))
    ]
    dated = [w for w in fitting if claim.date and claim.date.is_full and w.signed_on == claim.date]
    if len(dated) == 1:
        return Resolved(dated[0].id, "số và ngày khớp với một văn bản duy nhất", 0.8)
    if not fitting:
        return None
    share = round(1 / len(fitting), 3)
    rows = sorted((w.id, " · ".join(str(x) for x in (w.signed_on, w.issuer) if x)) for w in fitting)
    return Ambiguous(
        tuple(Candidate(i, share, why) for i, why in rows), "không rõ của địa phương nào"
    )


def committed(claim: Claim, group: Group, work: str) -> Resolved:
    """Return the resolution of a claim whose series is known."""
    found = conflicts(claim, group)
    if group.guessed:
        why = "chưa rõ ngày ban hành; tạm lấy nhiệm kỳ hoặc năm của văn bản dẫn"
        return Resolved(work, why, 0.6, found)
    bent = " ".join(found)
    stated = [word for word, said in (
        ("loại", claim.type), ("số", claim.mention.number), ("cơ quan", claim.issuer),
        ("ngày", claim.date), ("nhiệm kỳ", claim.mention.term))
        if said and f"{word} nêu" not in bent]  # fmt: skip
    why = f"khớp {', '.join(stated)}" + (f"; {claim.stated}" if claim.stated else "")
    return Resolved(work, why, 0.8 if found else 0.98 if claim.date else 0.93, found)


def conflicts(claim: Claim, group: Group) -> tuple[str, ...]:
    """Name what is stated otherwise than the chosen document has it."""
    found = []
    date = group.date
    if claim.date is not None and date is not None and not claim.date.agrees(date):
        found.append(f"ngày nêu là {claim.date}, của văn bản là {date}")
    if claim.type is not None and group.type not in (None, claim.type):
        found.append(f"loại nêu là {claim.type}, của văn bản là {group.type}")
    if claim.issuer is not None and group.issuer not in (None, claim.issuer.id):
        found.append(f"cơ quan nêu là {claim.issuer.name}, của văn bản là {group.issuer}")
    published = claim.published
    if published is not None and date is not None and date.earliest() > published.latest():
        found.append(f"văn bản dẫn viết ngày {published}, trước ngày ban hành {date}")
    return tuple(found)


def candidates(claim: Claim, choice: Choice, works: Mapping[int, Work]) -> Iterable[Candidate]:
    """Return the candidates of an undecided claim, best first, each with what tells it apart."""
    rows = []
    for group in choice.groups:
        work = works[id(group)]
        near = claim.published and group.date
        years = abs(claim.published.year - group.date.year) if near else 10  # type: ignore[union-attr]
        parts = (str(group.date or "chưa rõ ngày"), group.issuer or "", group.title or "")
        why = " · ".join(part for part in parts if part)
        rows.append(Candidate(work.id, round(1 / len(choice.groups) / (1 + years / 20), 3), why))
    return sorted(rows, key=lambda c: (-c.score, c.work))


def _distinct(works: Iterable[Work]) -> tuple[Work, ...]:
    by_id = {work.id: work for work in works}
    return tuple(by_id[identifier] for identifier in sorted(by_id))


def _order(group: Group) -> tuple[str, str, str]:
    return (group.type or "", group.unit, group.period or "")


def _number(group: Group) -> DocumentNumber:
    if group.claims and group.claims[0].mention.number is not None:
        return group.claims[0].mention.number
    if group.known is None or group.known.number is None:
        raise ValueError("a group has neither a claim nor a registered number")
    return DocumentNumber.parse(group.known.number)

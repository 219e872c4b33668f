"""Choosing among candidates for a mention that does not say enough. Never a guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model.dates import PartialDate
from graph.model.numbers import NumberForm
from graph.resolution.bodies import is_part_of
from graph.resolution.claim import Claim
from graph.resolution.groups import Group
from graph.resolution.likeness import is_like, most_like, of_other_years
from graph.resolution.namesakes import Namesakes
from graph.resolution.places import CENTRE
from graph.resolution.terms import Terms

_FRESH = 62  # days
_TWO_TERMS = 10  # years
_ABOUT = 1  # years by which a review may come early or late


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates left and, where one was chosen, why and how surely."""

    groups: tuple[Group, ...]
    chosen: Group | None
    why: str
    confidence: float = 0.0


class Chooser:
    """Narrows candidates by what is stated, then by when the citing text was written."""

    def __init__(self, terms: Terms, namesakes: Namesakes) -> None:
        self._terms = terms
        self._namesakes = namesakes

    def choose(self, claim: Claim, groups: Sequence[Group]) -> Choice:
        """Return the choice among groups whose series the claim leaves open."""
        fitting = [group for group in groups if self._fits(claim, group)]
        if not fitting:
            return Choice((), None, "không có văn bản nào khớp")
        if claim.unit is None:
            return _unplaced(claim, fitting)
        if len(fitting) == 1:
            only, age = fitting[0], claim.mention.age
            if claim.published and not carried_out_since(only.sure.date, age, claim.published):
                return Choice(tuple(fitting), None, f"không phải văn bản đã thực hiện {age} năm")
            if self._is_long_past(claim, only):
                return Choice(tuple(fitting), None, "văn bản duy nhất đã biết thì cũ hơn hai khóa")
            why = "chỉ một văn bản đã biết khớp với điều được nêu"
            return Choice(tuple(fitting), only, why, 0.95 if claim.date else 0.85)
        return (
            self._by_title(claim, fitting)
            or _by_age(claim, fitting)
            or _by_company(claim, fitting)
            or self._by_time(claim, fitting)
            or Choice(tuple(fitting), None, f"{len(fitting)} văn bản cùng khớp")
        )

    def _is_long_past(self, claim: Claim, only: Group) -> bool:
        """Tell whether a number of a term long past is cited as of today: each term gives it anew.

        Some are still carried out; a title or the term tell as well.
        """
        date, published, number = only.sure.date, claim.published, claim.mention.number
        if date is None or published is None or number is None or only.known is None:
            return False
        if number.form is not NumberForm.PARTY or claim.mention.title or claim.mention.term:
            return False
        if claim.date is not None or published.year - date.year <= _TWO_TERMS:
            return False
        return not self._namesakes.lasts(only.type, only.known.number, only.known.date)

    def _fits(self, claim: Claim, group: Group) -> bool:
        if group.type is not None and claim.types and group.type not in claim.types:
            return False
        if claim.unit is not None and claim.unit != group.unit:
            return False
        if claim.period is not None and group.period is not None and claim.period != group.period:
            return False
        return self._fits_date(claim, group) and _fits_issuer(claim, group)

    def _fits_date(self, claim: Claim, group: Group) -> bool:
        date = group.sure.date
        if claim.date is not None and date is not None and not claim.date.agrees(date):
            return False
        published = claim.published
        return published is None or date is None or date.earliest() <= published.latest()

    def _by_title(self, claim: Claim, groups: Sequence[Group]) -> Choice | None:
        if not claim.mention.title:
            return None
        title = claim.mention.title
        best = most_like(title, [group.sure.titles for group in groups])
        if best is None:
            yearly = [g for g in groups if not of_other_years(title, g.sure.titles)]
            if len(yearly) == len(groups):
                return None
            if len(yearly) != 1 or not is_like(title, yearly[0].sure.titles):
                return Choice(tuple(yearly or groups), None, "trích yếu là của năm khác")
            best = groups.index(yearly[0])
        return Choice(tuple(groups), groups[best], "trích yếu khớp với một văn bản", 0.9)

    def _by_time(self, claim: Claim, groups: Sequence[Group]) -> Choice | None:
        """Take the document of the term (Party) or year (State) in which the text was written."""
        number, published = claim.mention.number, claim.published
        if (
            claim.mention.contested
            or published is None
            or number is None
            or len({g.unit for g in groups}) > 1
        ):
            return None
        if number.form is NumberForm.PARTY or not number.symbol:
            now = self._terms.of(groups[0].unit, published)
            same = [g for g in groups if g.period == now]
            why = f"văn bản thuộc nhiệm kỳ {now}, lúc văn bản dẫn được viết"
        else:
            same = [g for g in groups if g.period == str(published.year)]
            why = f"văn bản của năm {published.year}, lúc văn bản dẫn được viết"
        if len(same) != 1 or not carried_out_since(same[0].sure.date, claim.mention.age, published):
            return None
        if self._lasts_another(groups, same[0], published):
            return None
        return Choice(tuple(groups), same[0], why, 0.75)

    def _lasts_another(self, groups: Sequence[Group], new: Group, published: PartialDate) -> bool:
        """Tell whether an older one may be meant as well: it is still carried out."""
        return not is_fresh(new.sure.date, published) and any(
            group is not new
            and group.known is not None
            and self._namesakes.lasts(group.type, group.known.number, group.known.date)
            for group in groups
        )


def carried_out_since(date: PartialDate | None, age: int | None, published: PartialDate) -> bool:
    """Tell whether a document of ``date`` had been carried out for ``age`` years by then.

    Without a date or an age nothing speaks against it.
    """
    return date is None or age is None or abs(published.year - age - date.year) <= _ABOUT


def is_fresh(date: PartialDate | None, published: PartialDate) -> bool:
    """Tell whether a document was just issued: then its number means it before all others."""
    return date is not None and (published.earliest() - date.earliest()).days <= _FRESH


def _by_company(claim: Claim, groups: Sequence[Group]) -> Choice | None:
    """Take the document of which the words around speak, or that goes with others there."""
    told = claim.mention.told
    meant = [g for g in groups if g.unit == CENTRE and told is not None and g.period == told]
    of_term = f"lời văn quanh đó nói về văn bản khóa {told}"
    why = f"bài nói là văn bản mới, của năm {told}" if (told or "").isdigit() else of_term
    return Choice(tuple(groups), meant[0], why, 0.85) if len(meant) == 1 else None


def _by_age(claim: Claim, groups: Sequence[Group]) -> Choice | None:
    """Take the document that was as old as the text says: '10 năm thực hiện Nghị quyết 26'."""
    age, published = claim.mention.age, claim.published
    if age is None or published is None:
        return None
    dated = [(g, g.sure.date) for g in groups]
    old = [g for g, day in dated if day and carried_out_since(day, age, published)]
    why = f"đã thực hiện {age} năm khi văn bản dẫn được viết"
    return Choice(tuple(groups), old[0], why, 0.85) if len(old) == 1 else None


def _unplaced(claim: Claim, groups: Sequence[Group]) -> Choice:
    """A local number in a text of no known place: only its full date can tell whose it is."""
    dated = [g for g in groups if claim.date is not None and claim.date.is_full
             and g.sure.date == claim.date]  # fmt: skip
    if len(dated) == 1:
        return Choice(tuple(groups), dated[0], "số và ngày khớp với một văn bản duy nhất", 0.8)
    return Choice(tuple(groups), None, "không rõ của địa phương nào")


def _fits_issuer(claim: Claim, group: Group) -> bool:
    if claim.issuer is None or group.sure.issuer is None:
        return True
    named = claim.issuer
    return named.id == group.sure.issuer or any(
        named.id == said.id or is_part_of(named, said) or is_part_of(said, named)
        for said in group.sure.issuers.values()
    )

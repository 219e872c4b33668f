"""Works known by a bare number of which issuer and year are said: 'công văn số 5775 của UBND …'.

An issuer gives each number once a year (a committee once a term) for one type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.identifiers import BODY_PREFIX, work_id
from graph.model.mentions import Mention, MentionKind
from graph.model.resolutions import Context, Evidence, Resolution, Resolved
from graph.resolution.places import CENTRE

# Districts of one name are in several provinces.
_OF_NO_PROVINCE = f"{BODY_PREFIX}{CENTRE}-/"
_GOVERNMENT = f"{BODY_PREFIX}{CENTRE}/cp"
Reads = Callable[[Mention, Context], Body | None]


@dataclass(slots=True)
class Stated:
    """What mentions say of one document: who issued it, and on which days."""

    issuer: Body
    year: int
    members: list[Evidence] = field(default_factory=list)
    dates: dict[PartialDate, int] = field(default_factory=dict)
    titles: dict[str, int] = field(default_factory=dict)

    def add(self, each: Evidence) -> None:
        """Take in one more mention."""
        self.members.append(each)
        day, title = each.mention.date, each.mention.title
        if day is not None:
            self.dates[day] = self.dates.get(day, 0) + each.count
        if title:
            self.titles[title] = self.titles.get(title, 0) + each.count

    def work(self, block: str) -> Work:
        """Return the document, under the name that is its block."""
        mention = min(self.members, key=lambda e: (e.context.source, e.index)).mention
        number = mention.number
        assert number is not None
        place, *organs = self.issuer.id.removeprefix(BODY_PREFIX).split("/")
        organ, shown = "-".join(organs), number.bare_ordinal
        day = self._day()
        ids = [
            work_id(place, organ, mention.type, str(when), shown)
            for when in dict.fromkeys((day, PartialDate(self.year)))
        ]
        return Work(
            id=ids[0], type=mention.type, number=None, name=mention.name, issuer=self.issuer.id,
            signed_on=day, term=None, place=place, title=_commonest(self.titles),
            standing=Standing.CITED, block=block, aliases=tuple(ids[1:]),
        )  # fmt: skip

    def _day(self) -> PartialDate:
        fullest = min(
            self.dates, key=lambda d: (not d.is_full, -self.dates[d], str(d)), default=None
        )
        return fullest or PartialDate(self.year)


class StatedNumbers:
    """Gathers the bare numbers of one block of which issuer and year are said."""

    def __init__(self, issuer: Reads, known: Sequence[Work], premiers: frozenset[str]) -> None:
        """``known`` are the works of this name, of which a date may be a slip.

        ``premiers`` are types that the Prime Minister or his office issue, whom texts call the
        Government.
        """
        self._issuer = issuer
        self._known = {
            (work.issuer, work.signed_on.year if work.signed_on else None) for work in known
        }
        self._issuers = {issuer for issuer, _ in self._known}
        self._premiers = premiers
        self._documents: dict[tuple[str, int], Stated] = {}

    def takes(self, each: Evidence) -> bool:
        """Take a mention in if it says enough; tell whether it does."""
        mention = each.mention
        if mention.kind is not MentionKind.SHORT or mention.number is None:
            return False
        issuer = self._issuer(mention, each.context)
        year = mention.year
        if issuer is None or year is None or self._may_slip(mention, issuer, year):
            return False
        if issuer.id.startswith(_OF_NO_PROVINCE):
            return False
        if issuer.id == _GOVERNMENT and mention.type in self._premiers:
            return False
        if mention.type == "quy-dinh" and issuer.world == "state":
            return False  # the State issues decisions: the word is a slip
        self._documents.setdefault((issuer.id, year), Stated(issuer, year)).add(each)
        return True

    def _may_slip(self, mention: Mention, issuer: Body, year: int) -> bool:
        """Tell whether another date than a known document's may be a slip of the pen.

        The State gives a number each year anew: a day of another year is another document's.
        """
        if issuer.id not in self._issuers:
            return False
        full = mention.date is not None and mention.date.is_full
        known = {(issuer.id, year), (issuer.id, None)}
        return issuer.world != "state" or not full or not known.isdisjoint(self._known)

    def conclude(
        self, block: str, resolutions: dict[tuple[str, int], Resolution], bodies: dict[str, Body]
    ) -> list[Work]:
        """Return the works, and add what was resolved to them and who issued them."""
        works = []
        for stated in self._documents.values():
            work = stated.work(block)
            works.append(work)
            bodies[stated.issuer.id] = stated.issuer
            for each in stated.members:
                why = "khớp loại, số, cơ quan, năm"
                resolutions[(each.context.source, each.index)] = Resolved(work.id, why, 0.85)
        return works


def _commonest(titles: Mapping[str, int]) -> str | None:
    return min(titles, key=lambda t: (-titles[t], -len(t), t), default=None)

"""Deciding what a bare number or a plenum's name means: 'Nghị quyết 57', 'Nghị định 78'.

Such numbers recur each term and each year, and no registry has them all. So a State document is
taken only where its title or its year is stated; a Party document also where its issuer, its term
or the time of writing leaves one.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.mentions import Mention
from graph.model.registry import Registry
from graph.model.resolutions import Resolution, Resolved, Unresolved
from graph.resolution.likeness import likelier, most_like, pairs_of, unlike_all
from graph.resolution.namesakes import Namesakes
from graph.resolution.places import CENTRE
from graph.resolution.terms import Terms


class BriefResolver:
    """Chooses among the works of the registry that a brief reference may mean."""

    def __init__(self, registry: Registry, terms: Terms, namesakes: Namesakes) -> None:
        self._terms = terms
        self._namesakes = namesakes
        self._formulae = pairs_of(registry.listed("title-formula"))
        self._known_by_number = registry.listed("known-by-number")

    def numbered(
        self,
        mention: Mention,
        works: Sequence[Work],
        issuer: Body | None,
        published: PartialDate | None,
    ) -> Resolution | None:
        """Choose for 'Nghị quyết 57'; ``works`` agree with what is stated. None: left open."""
        dated = mention.date is not None and len(works) == 1
        exactly = dated and mention.date == works[0].signed_on
        if not exactly and (titled := self._titled(mention, works)) is not None:
            return titled
        if dated:
            return Resolved(works[0].id, "chỉ một văn bản mang số này khớp ngày nêu", 0.97)
        spoken = [work for work in works if mention.told and work.number == mention.told]
        if len(spoken) == 1:
            return Resolved(spoken[0].id, "lời văn quanh đó nói về nội dung văn bản này", 0.85)
        party = [work for work in works if _is_party(work)]
        state = [work for work in works if not _is_party(work)]
        if issuer is None and mention.type not in self._known_by_number:
            return None
        if len(party) == 1 and (mention.term is not None or (issuer is not None and not state)):
            return Resolved(party[0].id, "chỉ một văn bản khớp số, cơ quan, nhiệm kỳ nêu", 0.85)
        told = [work for work in party if mention.told is not None and work.term == mention.told]
        if len(told) == 1 and not (mention.contested and state):
            why = f"lời văn quanh đó nói về văn bản khóa {mention.told}"
            return Resolved(told[0].id, why, 0.8)
        if mention.contested:
            return None
        if published is None:
            return None
        now = self._terms.of(CENTRE, published)
        same = [work for work in party if work.term == now]
        if any(_of_year(work, published) for work in state) or len(same) > 1:
            return None
        if same and self._last(party, same[0]):
            return None
        if same:
            why = f"văn bản thuộc nhiệm kỳ {now}, lúc văn bản dẫn được viết"
            return Resolved(same[0].id, why, 0.75)
        return None  # one of an earlier term need not be the only one of its number

    def _last(self, works: Sequence[Work], new: Work) -> bool:
        """Tell whether an older one may be meant as well: it is still carried out."""
        return any(
            work is not new and self._namesakes.lasts(work.type, work.number, work.signed_on)
            for work in works
        )

    def named(
        self, mention: Mention, works: Sequence[Work], published: PartialDate | None
    ) -> Resolution | None:
        """Choose for 'Nghị quyết Trung ương 4': by title, else by the last term before writing."""
        if (titled := self._titled(mention, works)) is not None:
            return titled
        if len(works) == 1:
            return Resolved(works[0].id, "chỉ một văn bản mang tên này khớp", 0.9)
        dated = [(work.signed_on.earliest(), work) for work in works if work.signed_on]
        if published is None or mention.date is not None or len(dated) < len(works):
            return None
        term = max(dated, key=lambda pair: (pair[0], pair[1].id))[1].term
        last = [work for work in works if work.term == term]
        if len(last) != 1:
            return None
        others = (_titles(work) for work in works if work is not last[0])
        if mention.title and not likelier(mention.title, _titles(last[0]), others):
            return None
        why = f"văn bản của khóa {term}, gần lúc văn bản dẫn được viết nhất"
        return Resolved(last[0].id, why, 0.8)

    def _titled(self, mention: Mention, works: Sequence[Work]) -> Resolution | None:
        if not mention.title:
            return None
        titles = [_titles(work) for work in works]
        best = most_like(mention.title, titles)
        if best is not None:
            return Resolved(works[best].id, "trích yếu khớp với một văn bản", 0.9)
        if unlike_all(mention.title, titles, self._formulae):
            return Unresolved("không văn bản nào đã biết có trích yếu như đã nêu")
        return None


def _titles(work: Work) -> tuple[str, ...]:
    return (work.title,) if work.title else ()


def _is_party(work: Work) -> bool:
    return work.number is None or "/TW" in work.number or work.number.endswith("TW")


def _of_year(work: Work, published: PartialDate) -> bool:
    return work.signed_on is not None and work.signed_on.year == published.year

"""What stands around a recurring number: words of its subject, and documents that go with it.

'Nghị quyết 18' is of 2017 beside 'tinh gọn bộ máy', of 2022 beside 'thu hồi đất'. A conclusion
whose title names one of them tells too, and so does what was issued together with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.spans import Span
from graph.model.text import fold
from graph.resolution.namesakes import Identity, Namesake, Namesakes

_REACH = 400  # characters of its paragraph to either side of a reference
_LISTED = 250  # characters between what is named together
_ENOUGH = 1.5
_TIMES_AS_MUCH = 2
# What a list shares is behind its last: 'Nghị quyết số 18, 19-NQ/TW về …'.
_LIST = re.compile(r"[\W\d]{1,8}(?:(?:và|số|NQ|CT|KL|QĐ|TW)[\W\d]{1,8}){0,24}")
_STOP = re.compile(r"[.;!?](?=\s)")
_MANY = 24  # references looked at, of one document or to either side of one


@dataclass(slots=True)
class _Named:
    """The references of one text that say the same of a document, and which it may be."""

    fitting: tuple[Namesake, ...]
    several: bool  # more than one fits what the references state themselves
    members: list[int] = field(default_factory=list)
    told: Namesake | None = None

    @property
    def meant(self) -> Namesake | None:
        """The one document that it can only be."""
        if self.told is not None or len(self.fitting) != 1:
            return self.told
        return self.fitting[0]


class Company:
    """Reads what stands around the references of one text."""

    def __init__(self, namesakes: Namesakes) -> None:
        self._namesakes = namesakes

    def told(
        self,
        text: str,
        extraction: Extraction,
        published: PartialDate | None,
        issuer: Callable[[Mention], Body | None],
    ) -> dict[int, str]:
        """Return the terms that tell which document is meant, by the index of the reference."""
        mentions = extraction.mentions
        of = self._named(extraction, published, issuer)
        named = list({id(one): one for one in of.values()}.values())
        unsure = [one for one in named if one.several]
        if not unsure:
            return {}
        present = {each.identity for one in named for each in one.fitting}
        for one in unsure:
            one.told = (
                one.meant
                or self._linked(one, present)
                or _named_beside(one, text, mentions)
                or self._spoken_of(one, text, mentions)
            )
        for one in unsure:
            one.told = one.told or _issued_together(one, of, text, mentions)
        return {index: one.told.term for one in unsure if one.told for index in one.members}

    def _named(
        self,
        extraction: Extraction,
        published: PartialDate | None,
        issuer: Callable[[Mention], Body | None],
    ) -> dict[int, _Named]:
        """Gather references by what they say; those that point back stand with the first."""
        groups: dict[tuple[object, ...], _Named] = {}
        of: dict[int, _Named] = {}
        acted_on = _acted_on(extraction)
        for index, mention in enumerate(extraction.mentions):
            if mention.antecedent is not None:
                if mention.antecedent in of:
                    of[index] = of[mention.antecedent]
                    of[index].members.append(index)
                continue
            if mention.kind not in (MentionKind.NUMBERED, MentionKind.SHORT):
                continue
            known = self._namesakes.of(mention.type, mention.number)
            if not known or mention.number is None:
                continue
            body = issuer(mention) if len(known) > 1 else None
            several = [each for each in known if _fits(each, mention, published, body)]
            before = acted_on.get(index)
            fitting = tuple(each for each in several if _is_before(each, before))
            stated = (str(mention.date), mention.term, body and body.id, mention.age)
            key = (mention.type, mention.number.key, *stated, *(each.term for each in fitting))
            group = groups.setdefault(key, _Named(fitting, len(several) > 1))
            group.members.append(index)
            of[index] = group
        return of

    def _linked(self, one: _Named, present: Set[Identity]) -> Namesake | None:
        """Return the one that goes together with another document of the text."""
        beside = self._namesakes.beside
        found = [each for each in one.fitting if not present.isdisjoint(beside(each))]
        return found[0] if len(found) == 1 else None

    def _spoken_of(self, one: _Named, text: str, mentions: Sequence[Mention]) -> Namesake | None:
        """Return the one of whose subject the words around speak, and of no other's.

        Of one that is neither the last nor still spoken of much must be said.
        """
        spoken = fold(" | ".join(_around(i, text, mentions) for i in one.members[:_MANY]))
        weighed = sorted(
            ((each.weigh(spoken), each.identity, each) for each in one.fitting), reverse=True
        )
        if len(weighed) < 2:
            return None
        (best, _, likeliest), (second, _, _) = weighed[:2]
        last = max(one.fitting, key=lambda each: each.date.earliest())
        lasts = self._namesakes.lasts(*likeliest.identity)
        enough = _ENOUGH if likeliest is last or lasts else _ENOUGH * _TIMES_AS_MUCH
        return likeliest if best >= max(enough, second * _TIMES_AS_MUCH) else None


def _acted_on(extraction: Extraction) -> dict[int, PartialDate]:
    """Return the day of the oldest document that is said to act on each reference."""
    found: dict[int, PartialDate] = {}
    mentions = extraction.mentions
    for said in extraction.statements:
        date = mentions[said.subject].date if said.subject is not None else None
        if date is None:
            continue
        root = mentions[said.object].antecedent
        for index in (said.object, root if root is not None else said.object):
            found[index] = min(found.get(index, date), date, key=lambda day: day.latest())
    return found


def _is_before(each: Namesake, acting: PartialDate | None) -> bool:
    """Tell whether a document was there when another acted on it."""
    return acting is None or each.date.earliest() <= acting.latest()


def _fits(
    each: Namesake, mention: Mention, published: PartialDate | None, issuer: Body | None
) -> bool:
    days = [day.latest() for day in (published, mention.by) if day is not None]
    if days and each.date.earliest() > min(days):
        return False
    if mention.date is not None and not mention.date.agrees(each.date):
        return False
    if mention.term is not None and mention.term != each.term:
        return False
    return issuer is None or each.issuer in (None, issuer.id)


def _around(index: int, text: str, mentions: Sequence[Mention]) -> str:
    """Return the words of its paragraph around a reference, without the titles of others."""
    span = mentions[index].span
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - _REACH)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _REACH)
    if mentions[index].contested:
        begin, end = _own_clause(text, span, begin, end)
    first = max(0, index - _MANY)
    others = sorted(
        title
        for position, other in enumerate(mentions[first : index + _MANY], first)
        if position != index and (title := other.title_span) is not None
        and title.overlaps(Span(begin, end)) and not title.contains(span)
        and not _LIST.fullmatch(text, span.end, other.span.start)
    )  # fmt: skip
    kept, at = [], begin
    for title in others:
        kept.append(text[at : max(at, title.start)])
        at = max(at, title.end)
    return " ".join((*kept, text[at:end]))


def _own_clause(text: str, span: Span, begin: int, end: int) -> tuple[int, int]:
    """Return the clause around a reference: beyond it the words are as well of its namesakes."""
    for stop in _STOP.finditer(text, begin, span.start):
        begin = stop.end()
    after = _STOP.search(text, span.end, end)
    return begin, after.start() if after else end


def _named_beside(one: _Named, text: str, mentions: Sequence[Mention]) -> Namesake | None:
    """Return the one whose name stands near: 'Nghị quyết Trung ương 6 khóa XII: số 18-NQ/TW'."""
    names = {
        fold(name)
        for index in one.members[:_MANY]
        for near in range(max(0, index - _MANY), min(len(mentions), index + _MANY))
        if (name := mentions[near].name) and mentions[near].kind is MentionKind.NAMED
        and _are_near(index, near, text, mentions)
    }  # fmt: skip
    found = [each for each in one.fitting if not names.isdisjoint(each.names)]
    return found[0] if names and len(found) == 1 else None


def _issued_together(
    one: _Named, of: Mapping[int, _Named], text: str, mentions: Sequence[Mention]
) -> Namesake | None:
    """Return the one of the day of another that is named with it and known."""
    known = {
        (meant.type, meant.date)
        for index in one.members[:_MANY]
        for near in range(index - _MANY, index + _MANY)
        if near in of and of[near] is not one and (meant := of[near].meant) is not None
        and _are_near(index, near, text, mentions)
    }  # fmt: skip
    found = [each for each in one.fitting if (each.type, each.date) in known]
    return found[0] if len(found) == 1 else None


def _are_near(one: int, other: int, text: str, mentions: Sequence[Mention]) -> bool:
    first, last = sorted((mentions[one].span, mentions[other].span))
    return last.start - first.end < _LISTED and "\n" not in text[first.end : last.start]

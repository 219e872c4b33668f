"""Short references that state what the document named before them in the text cannot be.

'Chỉ thị số 40-CT/TU … Chỉ thị 40 của Ban Bí thư': the Secretariat issued none of the province's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.model.bodies import Body
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.resolution.bodies import is_part_of
from graph.resolution.likeness import most_like
from graph.resolution.namesakes import Namesake, Namesakes
from graph.resolution.places import CENTRE

Reads = Callable[[Mention], Body | None]


class Untier:
    """Takes back what extraction tied by type and number alone."""

    def __init__(self, namesakes: Namesakes) -> None:
        self._namesakes = namesakes

    def untied(self, extraction: Extraction, issuer: Reads) -> Extraction:
        """Return the extraction, its short references by themselves where they must be."""
        untied = {
            index: replace(mention, antecedent=None)
            for index, mention in enumerate(extraction.mentions)
            if mention.kind is MentionKind.SHORT and mention.antecedent is not None
            and self._is_another(index, extraction, issuer)
        }  # fmt: skip
        if not untied:
            return extraction
        some = (untied.get(index, each) for index, each in enumerate(extraction.mentions))
        return replace(extraction, mentions=tuple(some))

    def _is_another(self, index: int, extraction: Extraction, issuer: Reads) -> bool:
        mention = extraction.mentions[index]
        full = extraction.mentions[mention.antecedent or 0]
        body = issuer(mention)
        if body is not None and _is_elsewhere(body, full, issuer(full)):
            return True
        some = self._namesakes.of(mention.type, mention.number)
        meant = [one for one in some if _may_be(one, full, issuer(full))]
        others = [one for one in some if one not in meant]
        if len(meant) != 1 or not others or full.number is None or full.number.organ != "TW":
            return False
        return (
            (mention.term is not None and mention.term != meant[0].term)
            or (body is not None and body.id != meant[0].issuer and _issued_one(body, others))
            or _is_titled(mention, some, meant[0])
            or self._acts_on_another(index, extraction, meant[0], others)
        )

    def _acts_on_another(
        self, index: int, extraction: Extraction, meant: Namesake, others: Sequence[Namesake]
    ) -> bool:
        """Tell whether what acts on it goes with another of the number by its title."""
        beside = {one.identity for acting in self._acting(index, extraction)
                  for one in others if one.identity in self._namesakes.beside(acting)}  # fmt: skip
        return bool(beside) and not any(
            meant.identity in self._namesakes.beside(acting)
            for acting in self._acting(index, extraction)
        )

    def _acting(self, index: int, extraction: Extraction) -> Iterator[Namesake]:
        for said in extraction.statements:
            if said.object == index and said.subject is not None:
                subject = extraction.mentions[said.subject]
                some = self._namesakes.of(subject.type, subject.number)
                yield from (one for one in some if _may_be(one, subject, None))


def _is_elsewhere(body: Body, full: Mention, issuer: Body | None) -> bool:
    """Tell whether a body is of another place than who issued the document named in full."""
    if issuer is not None:
        same = is_part_of(body, issuer) or is_part_of(issuer, body)
        return not same and body.place != issuer.place and body.name != issuer.name
    central = full.number is not None and full.number.organ == "TW"
    return central is not (body.place == CENTRE) and body.world == "party"


def _may_be(one: Namesake, mention: Mention, issuer: Body | None) -> bool:
    if issuer is not None and one.issuer not in (None, issuer.id):
        return False
    if mention.date is not None and not mention.date.agrees(one.date):
        return False
    return mention.term in (None, one.term)


def _issued_one(body: Body, some: Sequence[Namesake]) -> bool:
    return any(one.issuer == body.id for one in some)


def _is_titled(mention: Mention, some: Sequence[Namesake], meant: Namesake) -> bool:
    if not mention.title:
        return False
    best = most_like(mention.title, [(one.title,) for one in some])
    return best is not None and some[best] is not meant

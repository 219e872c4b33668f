"""Short references that state what the document named before them in the text cannot be.

'Chỉ thị số 40-CT/TU … Chỉ thị 40 của Ban Bí thư': the Secretariat issued none of the province's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.model.bodies import Body
from graph.model.identifiers import BODY_PREFIX
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.resolution.bodies import is_part_of
from graph.resolution.likeness import most_like
from graph.resolution.namesakes import Namesake, Namesakes, is_central
from graph.resolution.places import CENTRE
from graph.resolution.term_ties import of_another_term
from graph.resolution.terms import Terms

_IN = re.compile(r"(?:[Tt]ại|[Tt]rong|[Vv]ới|[Bb]ằng)\s$")
_DOES = re.compile(
    r"(?:,\s|\s(?P<of>của)\s)(?P<body>Chính\sphủ|Quốc\shội|Thủ\stướng(?:\sChính\sphủ)?|Bộ\sChính\strị"
    r"|Ban\sBí\sthư|Trung\sương(?:\sĐảng)?)(?![^\W_])"
)
# Within one branch texts name one body for another.
_BRANCHES = {
    f"{BODY_PREFIX}{CENTRE}/{organ}": branch
    for branch, organs in (("government", ("cp", "ttg")), ("assembly", ("qh", "ubtvqh")))
    for organ in organs
}
Reads = Callable[[Mention], Body | None]


class Untier:
    """Takes back what extraction tied by type and number alone."""

    def __init__(self, namesakes: Namesakes, terms: Terms) -> None:
        self._namesakes = namesakes
        self._terms = terms

    def untied(self, text: str, extraction: Extraction, issuer: Reads, author: Reads) -> Extraction:
        """Return the extraction, its short references by themselves where they must be.

        ``issuer`` tells whom a reference names, ``author`` also by the code in its number.
        """
        mentions, acting = extraction.mentions, _acting(extraction)
        untied = {
            index: replace(mention, antecedent=None)
            for index, mention in enumerate(mentions)
            if mention.kind is MentionKind.SHORT and mention.antecedent is not None
            and self._is_another(
                mention, mentions[mention.antecedent], acting.get(index, ()), issuer, author
            )
        }  # fmt: skip
        for index in of_another_term(mentions, self._terms):
            untied[index] = replace(mentions[index], antecedent=None)
        for index, mention in enumerate(mentions):
            if mention.kind is MentionKind.ANAPHOR and mention.antecedent is not None:
                full = mentions[mention.antecedent]
                if _is_anothers(text, mention, full, issuer, author):
                    untied[index] = replace(mention, antecedent=None)
        if not untied:
            return extraction
        some = (untied.get(index, each) for index, each in enumerate(mentions))
        return replace(extraction, mentions=tuple(some))

    def _is_another(
        self,
        mention: Mention,
        full: Mention,
        acting: Sequence[Mention],
        issuer: Reads,
        author: Reads,
    ) -> bool:
        body, said, whose = issuer(mention), issuer(full), author(full)
        if body is not None and _is_elsewhere(body, full, said):
            return True
        if body is not None and whose is not None and _are_apart(body, whose):
            return True
        some = self._namesakes.of(mention.type, mention.number)
        meant = [one for one in some if _may_be(one, full, said)]
        others = [one for one in some if one not in meant]
        if len(meant) != 1 or not others or full.number is None or full.number.organ != "TW":
            return False
        return (
            (mention.term is not None and mention.term != meant[0].term)
            or (body is not None and body.id != meant[0].issuer and _issued_one(body, others))
            or _is_titled(mention, some, meant[0])
            or self._act_on_another(acting, meant[0], others)
        )

    def _act_on_another(
        self, acting: Sequence[Mention], meant: Namesake, others: Sequence[Namesake]
    ) -> bool:
        """Tell whether what acts on it goes with another of the number by its title."""
        beside = {
            identity
            for mention in acting
            for one in self._namesakes.of(mention.type, mention.number)
            if _may_be(one, mention, None)
            for identity in self._namesakes.beside(one)
        }
        return meant.identity not in beside and any(one.identity in beside for one in others)


def _is_anothers(text: str, pointer: Mention, full: Mention, issuer: Reads, author: Reads) -> bool:
    """Tell whether a pointer is said to be of another body than who issued what it points at.

    'Tại nghị quyết này, Chính phủ …' after a resolution of the Party.
    """
    found = _DOES.match(text, pointer.span.end)
    if found is None:
        return False
    led = _IN.search(text, max(0, pointer.span.start - 8), pointer.span.start) is not None
    if not (led or found["of"]):
        return False
    body, whose = issuer(replace(full, issuer=found["body"], issuer_span=None)), author(full)
    said, known = _branch(body), _branch(whose)
    if whose is None and full.number is not None and is_central(full.number):
        known = "party"
    return said is not None and known is not None and said != known


def _branch(body: Body | None) -> str | None:
    if body is None or body.place != CENTRE:
        return None
    return "party" if body.world == "party" else _BRANCHES.get(body.id)


def _acting(extraction: Extraction) -> dict[int, list[Mention]]:
    """Return the references that are said to act on each, by its index."""
    found: dict[int, list[Mention]] = {}
    for said in extraction.statements:
        if said.subject is not None:
            found.setdefault(said.object, []).append(extraction.mentions[said.subject])
    return found


def _is_elsewhere(body: Body, full: Mention, issuer: Body | None) -> bool:
    """Tell whether a body is of another place than who issued the document named in full."""
    if issuer is not None:
        same = is_part_of(body, issuer) or is_part_of(issuer, body)
        return not same and body.place != issuer.place and body.name != issuer.name
    central = full.number is not None and full.number.organ == "TW"
    return central is not (body.place == CENTRE) and body.world == "party"


def _are_apart(body: Body, issuer: Body) -> bool:
    """Tell whether two central bodies of the State issue each their own: no signer for the other.

    The Party's share one code, and texts name one of its bodies for another.
    """
    if body.place != CENTRE or issuer.place != CENTRE:
        return False
    if "party" in (body.world, issuer.world) or body.id == issuer.id:
        return False
    near = {body.parent, *body.successors}, {issuer.parent, *issuer.successors}
    apart = issuer.id not in near[0] and body.id not in near[1]
    return apart and set(body.codes).isdisjoint(issuer.codes)


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

"""A group of claims written down as a work, with every identifier it may be asked for by."""

from __future__ import annotations

from itertools import product

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.identifiers import BODY_PREFIX, UNKNOWN, work_id
from graph.model.numbers import DocumentNumber
from graph.model.text import slug
from graph.resolution.bodies import Bodies
from graph.resolution.claims import NOWHERE
from graph.resolution.groups import Group
from graph.resolution.places import CENTRE, Places

_JOINT, _LETTER = "-lien-tich", "cong-van"


class WorkWriter:
    """Builds works from groups."""

    def __init__(self, bodies: Bodies, places: Places, no_letters: frozenset[str]) -> None:
        """``no_letters`` are organs that sign letters with another organ's code."""
        self._no_letters = no_letters
        self._bodies, self._codes = bodies, bodies.codes
        self._places = places

    def numbered(
        self, block: str, number: DocumentNumber, group: Group
    ) -> tuple[Work, Body | None]:
        """Return the work of a group of one number, and its issuer."""
        issuer = self._issuer(number, group)
        place = group.unit.split("/")[0]
        code = self._code(number, group)
        lone = issuer is not None and not self._is_of_several(code, group)
        organ = _organ(issuer) if lone else self._code_organ(code, group)
        date = group.date
        period = _period_name(group)
        shown = number.bare_ordinal
        number_text = group.known.number if group.known and group.known.number else str(number)
        whens = dict.fromkeys((*_whens(date), period, None))
        organs = dict.fromkeys((organ, None))
        ids = [work_id(place, o, group.type, w, shown) for o, w in product(organs, whens)]
        work = Work(
            id=ids[0],
            type=group.type,
            number=number_text,
            name=group.known.name if group.known else group.facts.name,
            issuer=issuer.id if issuer else None,
            signed_on=date,
            term=group.period if period and period.startswith("khoa") else None,
            place=place,
            title=group.title,
            standing=standing(group),
            block=block,
            effective_on=group.facts.effective,
            expires_on=group.facts.expires,
            aliases=tuple(dict.fromkeys(i for i in ids[1:] if i != ids[0])),
        )
        return work, issuer

    def _issuer(self, number: DocumentNumber, group: Group) -> Body | None:
        """Return the issuing body: what is said of it, unless the number's code tells better."""
        named = group.facts.issuers
        said = named.get(group.issuer or "") or self._bodies.get(group.issuer or "")
        if group.unit == CENTRE:
            day = group.date.latest() if group.date else None
            coded = self._codes.registered(self._code(number, group), day)
            agreeing = [body for body in coded if body.id in named]
            if said is None or (coded and said not in coded and group.known is None):
                return agreeing[0] if agreeing else coded[0] if len(coded) == 1 else said
            return said
        place, code = self._places.get(group.unit), self._code(number, group)
        found = self._bodies.local(code, place) if place else ()
        if group.type == _LETTER:
            found = tuple(b for b in found if b.id.rsplit("/", 1)[-1] not in self._no_letters)
        if said is None:
            return found[0] if len(found) == 1 else None
        if code in said.codes:
            return said
        # The head of an office signs what bears the code of the body that it works for.
        return next((body for body in found if body.id == said.parent), said)

    def _code(self, number: DocumentNumber, group: Group) -> str:
        """Return the organ's code, of 'VKSTC-T1' without the division that drafted the document."""
        code = self._codes.organ(number)
        head, _, division = code.partition("-")
        if self._codes.knows(code) or not self._codes.knows(head):
            return code
        if (group.type or "").endswith(_JOINT):
            return code
        other = any(body.codes[0] == division for body in self._codes.registered(division, None))
        central = bool(self._codes.registered(head, None)) and not other
        return head if central or not self._codes.knows(division) else code

    def _code_organ(self, code: str, group: Group) -> str | None:
        """Return the organ's code where the code alone is one body's, None where several share it.

        Of bodies that issue together each has the code that it is known by.
        """
        if not code or (group.unit == CENTRE and slug(code) == CENTRE):
            return None
        if group.unit == CENTRE and (group.type or "").endswith(_JOINT):
            code = "-".join(self._usual(part) for part in code.split("-"))
        _, *below = group.unit.split("/")
        return "-".join((*below, self._codes.organ_below(code) if below else slug(code)))

    def _is_of_several(self, code: str, group: Group) -> bool:
        """Tell whether a code is of bodies that issue together, whichever of them is named."""
        joint = group.unit == CENTRE and (group.type or "").endswith(_JOINT)
        return joint and "-" in code and all(map(self._codes.knows, code.split("-")))

    def _usual(self, code: str) -> str:
        """Return the code that stands first for the one body that has ``code``."""
        found = self._codes.registered(code, None)
        return found[0].codes[0] if len(found) == 1 else code


def standing(group: Group) -> Standing:
    """Return how the document of the group is known."""
    if group.facts.own:
        return Standing.READ
    return Standing.REGISTERED if group.known is not None else Standing.CITED


def _organ(issuer: Body | None) -> str | None:
    if issuer is None:
        return None
    return "-".join(issuer.id.removeprefix(BODY_PREFIX).split("/")[1:])


def _period_name(group: Group) -> str | None:
    if group.period is None:
        return None
    if group.period.isdigit() and len(group.period) == 4:
        return f"c{group.period}" if group.guessed else group.period
    return f"khoa-{group.period.lower()}"


def _whens(date: PartialDate | None) -> tuple[str, ...]:
    """Return the date as stated and the shorter forms under which it may have been known."""
    if date is None:
        return ()
    shorter = (PartialDate(date.year, date.month), PartialDate(date.year))
    return tuple(dict.fromkeys(str(form) for form in (date, *shorter)))


__all__ = ["NOWHERE", "UNKNOWN", "WorkWriter", "standing"]

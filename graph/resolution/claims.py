"""What one mention claims of its document, with bodies and places already looked up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.identifiers import BODY_PREFIX
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import LAWS
from graph.model.resolutions import Context, Evidence
from graph.model.spans import Span
from graph.resolution.below import Below, Unit, Writer
from graph.resolution.bodies import Bodies
from graph.resolution.claim import Claim
from graph.resolution.governing import governing
from graph.resolution.issued import issued_between, issued_by
from graph.resolution.kin import Kin
from graph.resolution.places import CENTRE, Places, lived
from graph.resolution.slips import contradicted, is_below
from graph.resolution.terms import Terms

# The unit of an organ that no registry has: its own code is all that is known of it.
NOWHERE = "-"
_REMEMBERED = 4096
# A committee's chairman decides things himself; letters and reports he signs for the committee.
_CHAIR, _COMMITTEES = "chủ tịch ", ("ubnd", "ủy ban", "uỷ ban")
_OF_THE_WHOLE = frozenset(("cong-van", "to-trinh", "bao-cao", "ke-hoach", "thong-bao"))
# A letter's number begins with its organ's code, which may look like a type's, and charges ('CT')
# share a directive's; old laws bore the numbers of the orders that made them known.
_ANY_CODE = frozenset(("cong-van", "cao-trang", *LAWS))


class ClaimReader:
    """Turns mentions into claims."""

    def __init__(self, bodies: Bodies, places: Places, terms: Terms, kin: dict[str, Kin]) -> None:
        self._bodies, self._codes = bodies, bodies.codes
        self._places = places
        self._terms = terms
        self._kin = kin
        # Texts of one day and place name the same few bodies again and again.
        self._named = lru_cache(maxsize=_REMEMBERED)(bodies.named)

    def read(self, evidence: Evidence) -> Claim:
        """Return what a numbered mention claims."""
        mention, context = evidence.mention, evidence.context
        number = mention.number
        assert number is not None
        issuer = self.issuer(mention, context)
        unit, stated = self._unit(number, issuer, context, mention)
        told = mention.jurisdiction
        if told is not None and (unit is None or (issuer is None and unit != told)):
            unit, stated = mention.jurisdiction, "nơi đã nêu trong bài"
        if issuer is None and mention.issuer is not None and unit is not None:
            issuer = self._bodies.seated(mention.issuer, unit)
        period = self._period(number, unit, mention)
        date = None if contradicted(mention) else mention.date
        type_ = None if self._is_mistyped(mention) else mention.type
        kin = self._kin.get(mention.type or "", ())
        return Claim(evidence, type_, unit, period, date, issuer, stated, kin)

    def _is_mistyped(self, mention: Mention) -> bool:
        """Tell whether word and code are of different types: which is the slip nobody knows."""
        code = mention.number.type_code if mention.number is not None else None
        if code is None or mention.type is None or mention.kind is MentionKind.SELF:
            return False
        return mention.type not in _ANY_CODE and self._codes.gainsays(code, mention.type)

    def _is_slip(self, code: str, mention: Mention) -> bool:
        """Tell whether the code of an unknown body in a number is a slip, or one cut short.

        It is in the numbers of norms that only bodies set which are all known.
        """
        if mention.kind is MentionKind.SELF or mention.number is None:
            return False
        central = mention.type is not None and self._codes.is_central_type(mention.type)
        norms = central or code.startswith(("QH", "UBTVQH"))
        return norms and mention.number.form is NumberForm.NORMATIVE

    def issuer(self, mention: Mention, context: Context) -> Body | None:
        """Return the body that the mention says issued its document."""
        phrase = governing(mention)
        if phrase is None:
            return None
        day = issued_by(mention, _day(context.published))
        led, whole = phrase[: len(_CHAIR)].lower(), phrase[len(_CHAIR) :]
        if mention.type in _OF_THE_WHOLE and led == _CHAIR:
            phrase = whole if whole.lower().startswith(_COMMITTEES) else phrase
        told = mention.jurisdiction
        place = told if told is not None and self._places.get(told) is not None else context.place
        return self._named(phrase, place, day)

    def author(self, mention: Mention, context: Context) -> Body | None:
        """Return who issued a document: as is said, else the one central body of its code."""
        said, number = self.issuer(mention, context), mention.number
        if said is not None or mention.issuer is not None or number is None or not number.symbol:
            return said
        code = self._codes.organ(number)
        found = () if self._codes.is_local(code) else self._codes.registered(code, None)
        return found[0] if len(found) == 1 else None

    def local_unit(self, mention: Mention, context: Context, below: Below) -> str | None:
        """Return the place in whose series a local number stands, None for a central one.

        ``below`` are the districts and communes that the text speaks of.
        """
        number = mention.number
        if number is None or not self._codes.is_local(self._codes.organ(number)):
            return None
        if mention.jurisdiction is not None:
            return mention.jurisdiction
        unit, _ = self._unit(number, self.issuer(mention, context), context, mention)
        home = self._places.get(context.place)
        organ = self._codes.organ(number)
        levels = self._bodies.levels_below(organ, governing(mention), home)
        if unit is None and levels:
            return below.spoken_of(mention.span, levels)
        if unit is None and mention.issuer is None and self._codes.is_shared(organ):
            return below.of_writer(organ)
        return None if unit in (CENTRE, NOWHERE) else unit

    def below_province(self, text: str, extraction: Extraction, context: Context) -> Below:
        """Return the districts and communes that a text names."""
        day = _day(context.published)
        named = [Unit(_unit_of(body), body.level, span, True)
                 for body, span in self._acting(extraction, context)]  # fmt: skip
        for district in extraction.districts:
            body = self._named(f"UBND {district.phrase}", context.place, day)
            if body is not None:
                named.append(Unit(_unit_of(body), body.level, district.span, district.body))
        writer = self._writer(extraction, context)
        return Below(text, [each for each in named if "/" in each.id], writer)

    def _writer(self, extraction: Extraction, context: Context) -> Writer | None:
        """Return the district or commune that a numbered text is of."""
        own = extraction.mentions[0] if extraction.mentions else None
        if own is None or own.kind is not MentionKind.SELF or own.number is None:
            return None
        body = self.issuer(own, context)
        unit = _unit_of(body) if body is not None else ""
        return Writer(self._codes.organ(own.number), unit) if "/" in unit else None

    def provinces(self, extraction: Extraction, context: Context) -> set[str]:
        """Return the provinces whose bodies issue or act in a text."""
        units = {_unit_of(body).split("/")[0] for body, _ in self._acting(extraction, context)}
        return {unit for unit in units if self._places.get(unit) is not None}

    def _acting(self, extraction: Extraction, context: Context) -> Iterator[tuple[Body, Span]]:
        """Yield the bodies that issue or act in a text, with where they are named."""
        said = [(each.issuer, each.issuer_span) for each in extraction.mentions]
        said += [(each.subject_body, each.subject_span) for each in extraction.statements]
        day = _day(context.published)
        for phrase, span in said:
            body = self._named(phrase, context.place, day) if phrase else None
            if body is not None:
                yield body, span or Span(0, 0)

    def _unit(
        self,
        number: DocumentNumber,
        issuer: Body | None,
        context: Context,
        mention: Mention,
    ) -> tuple[str | None, str | None]:
        day = issued_by(mention, _day(context.published))
        code = self._codes.organ(number)
        if self._codes.is_shared(code):
            return _series_of(issuer), None
        head = code.split("-")[0]
        central = self._codes.registered(code, None) or self._codes.registered(head, None)
        if not self._codes.is_local(code):
            if self._abbreviates(code, mention.issuer):
                return (None if issuer is None else _series_of(issuer)), None
            if central:
                return CENTRE, None
            code = head
        elif issuer in central or self._codes.is_central(code, number):
            return CENTRE, None
        if issuer is not None and issuer.place not in (None, CENTRE):
            if self._straddles(issuer.place, mention, context):
                return None, None
            return _unit_of(issuer), None
        if not self._codes.is_local(code):
            if issuer is not None:
                return _series_of(issuer), None
            return (None if self._is_slip(code, mention) else NOWHERE), None
        home = self._places.get(context.place)
        if self._bodies.levels_below(code, mention.issuer, home):
            return None, None
        if mention.contested:
            return None, None
        if self._straddles(context.place, mention, context):
            return None, None
        if issuer is None and home is not None and not is_below(mention):
            place = self._places.on(home, day)
            if self._bodies.local(code, place):
                return place.id, f"nơi của văn bản dẫn: {place.name}"
        return None, None

    def _abbreviates(self, code: str, phrase: str | None) -> bool:
        """Tell whether a code is short for a local body that is named: 'BTC' of a committee's."""
        if phrase is None or not self._bodies.is_local(phrase):
            return False
        return "".join(word[0] for word in phrase.split()).upper().startswith(code)

    def lived(self, unit: str, when: PartialDate, number: DocumentNumber) -> bool:
        """Tell whether the place of a unit, or the body of a code, was one in a text's time."""
        place = self._places.get(unit.split("/")[0])
        if place is not None:
            return lived(place, when.latest())
        coded = self._codes.registered(self._codes.organ(number), None) if unit == CENTRE else ()
        return not coded or any(body.existed_on(when.earliest()) for body in coded)

    def _straddles(self, place: str | None, mention: Mention, context: Context) -> bool:
        """Tell whether a year is all that is known, in which a province became another."""
        of, days = self._places.get(place), issued_between(mention, _day(context.published))
        if of is None or days is None:
            return False
        return self._places.on(of, days[0]) != self._places.on(of, days[1])

    def _period(self, number: DocumentNumber, unit: str | None, mention: Mention) -> str | None:
        if number.form is NumberForm.NORMATIVE:
            return str(number.year)
        if number.form is NumberForm.PARTY:
            stated = mention.term if unit == CENTRE else None
            return stated or (self._terms.of(unit, mention.date) if unit else None)
        return str(mention.date.year) if mention.date else None


def _series_of(body: Body | None) -> str | None:
    """Return the unit of a body, None of one below a province that is not known."""
    return _unit_of(body) if body is not None and body.place is not None else None


def _unit_of(body: Body) -> str:
    """Return place and sub-unit of a body: all of its id but the organ."""
    path = body.id.removeprefix(BODY_PREFIX).split("/")
    return "/".join(path[:-1])


def _day(when: PartialDate | None) -> date | None:
    return when.latest() if when is not None else None

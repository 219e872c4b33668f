"""The term or year in which a document is taken to be issued that only the citing text dates.

A province's Party number is one of the term: numbers of a term long past are cited with their date.
A State number begins anew each year, and what texts cite is often of an earlier one: of those only
what is said to be new, or is the text itself, is of the year of writing. So it is with what the
Party's centre issues to last ("Chỉ thị 10-CT/TW", of 2007, on the meetings of party cells), but not
with notices and letters.
"""

from __future__ import annotations

import re
from collections.abc import Set

from graph.model.numbers import NumberForm
from graph.resolution.claim import Claim, is_own
from graph.resolution.claims import ClaimReader
from graph.resolution.places import CENTRE
from graph.resolution.terms import Terms

# Numbers that tell no type were given by these until 1997: later texts cite them from then.
_OF_OLD, _TYPES_SINCE = ("CP", "TTg", "HĐBT"), 1998
_OF_A_TERM = re.compile(r"(?:UBTV)?QHK?\d{1,2}")


class WritingPeriods:
    """Tells in which run of a series a number stands of which nothing else is known."""

    def __init__(self, reader: ClaimReader, terms: Terms, passing: Set[str]) -> None:
        """``passing`` are the types that nobody cites in a later term."""
        self._reader = reader
        self._terms = terms
        self._passing = passing

    def of(self, claim: Claim) -> str | None:
        """Return the term or year in which the citing text was written, if it can be the one."""
        number, published = claim.mention.number, claim.published
        if number is None or published is None or claim.unit is None:
            return None
        if not self._reader.lived(claim.unit, published, number):
            return None
        if _OF_A_TERM.fullmatch(number.symbol):
            return None  # '88/QH13' is of some year of that term
        if number.type_code is None and number.organ in _OF_OLD and published.year > _TYPES_SINCE:
            return None
        if number.form is NumberForm.PARTY:
            known = is_own(claim) or claim.mention.told or claim.unit != CENTRE
            known = known or claim.mention.type in self._passing
            return self._terms.of(claim.unit, published) if known else None
        return str(published.year) if is_own(claim) else claim.mention.told

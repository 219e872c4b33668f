"""Documents of one type and ordinal that a text cites in full, and what tells them apart.

'Nghị quyết số 18-NQ/TW' is of 2007, 2017 and 2022: after two of them 'Nghị quyết 18' is neither.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.extraction.text.draft import Draft
from graph.model.dates import PartialDate
from graph.model.numbers import NumberForm
from graph.model.text import fold

_MANY = 8  # more than these tell no more apart


@dataclass(slots=True)
class Namesake:
    """One document: where it is first cited, and what its references say.

    ``dated`` is where its day is first told; ``mixed`` that two are said to have issued it.
    """

    position: int
    code: str
    date: PartialDate | None
    term: str | None
    dated: int | None = None
    issuer: str | None = None
    mixed: bool = False

    def agrees(self, draft: Draft) -> bool:
        """Tell whether a reference says nothing else of its document than this one's do."""
        if draft.number is not None and draft.number.symbol and draft.number.key != self.code:
            return False
        if self.date is not None and draft.date is not None and not self.date.agrees(draft.date):
            return False
        return None in (self.term, draft.term) or self.term == draft.term

    def take(self, position: int, draft: Draft) -> None:
        """Know what one more reference says."""
        if self.date is None and draft.date is not None:
            self.dated = position
        if draft.issuer is not None:
            self.mixed |= self.issuer is not None and fold(draft.issuer) != fold(self.issuer)
            self.issuer = self.issuer or draft.issuer
        self.date = self.date or draft.date
        self.term = self.term or draft.term


def add(known: list[Namesake], position: int, draft: Draft) -> None:
    """Add a numbered reference to the documents of its type and ordinal.

    A number with its year is one document's, whatever date a slip of the pen gives it.
    """
    assert draft.number is not None
    number, date = draft.number, draft.date
    dated = number.form is not NumberForm.NORMATIVE
    if not dated and number.year is not None:
        date = PartialDate(number.year)
    told = position if draft.date else None
    new = Namesake(position, number.key, date, draft.term, told, draft.issuer)
    same = [one for one in known if one.code == new.code and (not dated or one.agrees(draft))]
    if not same and len(known) < _MANY:
        known.append(new)
    elif len(same) == 1 and dated:
        same[0].take(position, draft)

"""Completing numbers that are said in part, where only one code can follow: 'Thông tư 136/2018'.

Only the Government issues decrees, and a ministry's circulars bear its own code.
"""

from __future__ import annotations

from dataclasses import replace

from graph.model.bodies import Body
from graph.model.mentions import Mention, MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.resolution.places import CENTRE

_DECREE, _CIRCULAR = "nghi-dinh", "thong-tu"
_DECREES_SINCE, _CIRCULARS_SINCE = 1998, 2003  # since when they are numbered so


def completed(mention: Mention, issuer: Body | None) -> Mention:
    """Return the mention with its number in full if type, issuer and year leave one."""
    number = mention.number
    if mention.kind is not MentionKind.SHORT or number is None or number.symbol:
        return mention
    year = mention.year
    symbol = _symbol(mention.type, issuer, year) if year else None
    if symbol is None:
        return mention
    full = DocumentNumber(number.ordinal, symbol, NumberForm.NORMATIVE, year)
    return replace(mention, number=full)


def _symbol(type_: str | None, issuer: Body | None, year: int) -> str | None:
    if type_ == _DECREE and year >= _DECREES_SINCE:
        return "NĐ-CP" if issuer is None or issuer.place == CENTRE else None
    ministry = issuer is not None and issuer.world == "state" and issuer.place == CENTRE
    if type_ == _CIRCULAR and ministry and year >= _CIRCULARS_SINCE:
        assert issuer is not None
        return f"TT-{issuer.codes[0]}" if issuer.codes else None
    return None

"""Completing numbers that are said in part, where only one code can follow: 'Thông tư 136/2018'.

Only the Government issues decrees, and a ministry's circulars and directives bear its own code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.mentions import Mention, MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.resolution.places import CENTRE

_DECREE, _CIRCULAR, _DIRECTIVE = "nghi-dinh", "thong-tu", "chi-thi"
# Since when they are numbered so; directives bore their year while they were norms.
_DECREES_SINCE, _CIRCULARS_SINCE, _DIRECTIVES_SINCE = 1998, 2003, 2016


def completed(mention: Mention, issuer: Body | None, late: int | None) -> Mention:
    """Return the mention with its number in full if type, issuer and year leave one.

    ``late`` is the year that is told by its being new.
    """
    number = mention.number
    if mention.kind is not MentionKind.SHORT or number is None or number.symbol:
        return mention
    year = mention.year or late
    symbol = _symbol(mention.type, issuer, year) if year else None
    if symbol is None:
        return mention
    if mention.type == _DIRECTIVE:
        full = DocumentNumber(number.ordinal, symbol, NumberForm.ADMINISTRATIVE)
        stated = PartialDate(number.year) if number.year else None  # 'Chỉ thị 11/2016'
        return replace(mention, number=full, date=mention.date or stated)
    full = DocumentNumber(number.ordinal, symbol, NumberForm.NORMATIVE, year)
    return replace(mention, number=full)


def repeated(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, bare numbers that say no more as the text completed them elsewhere.

    'Nghị định 141 vừa được ban hành … Nghị định 141 có hiệu lực từ 25/1'.
    """
    full: dict[tuple[str | None, str], set[DocumentNumber]] = {}
    for mention in mentions:
        if mention.kind is MentionKind.SHORT and mention.number and mention.number.symbol:
            full.setdefault(_name(mention.type, mention.number), set()).add(mention.number)
    if not full:
        return list(mentions)
    return [_as_before(mention, full) for mention in mentions]


def _as_before(
    mention: Mention, full: Mapping[tuple[str | None, str], Set[DocumentNumber]]
) -> Mention:
    number = mention.number
    if mention.kind is not MentionKind.SHORT or number is None or number.symbol:
        return mention
    if mention.antecedent is not None or mention.issuer or mention.year:
        return mention
    known = full.get(_name(mention.type, number), set())
    return replace(mention, number=next(iter(known))) if len(known) == 1 else mention


def _name(type_: str | None, number: DocumentNumber) -> tuple[str | None, str]:
    return type_, number.bare_ordinal


def _symbol(type_: str | None, issuer: Body | None, year: int) -> str | None:
    if type_ == _DECREE and year >= _DECREES_SINCE:
        return "NĐ-CP" if issuer is None or issuer.place == CENTRE else None
    if issuer is None or issuer.world != "state" or issuer.place != CENTRE or not issuer.codes:
        return None
    if type_ == _CIRCULAR and year >= _CIRCULARS_SINCE:
        return f"TT-{issuer.codes[0]}"
    if type_ == _DIRECTIVE and year >= _DIRECTIVES_SINCE:
        # 'Chỉ thị 16 của Chính phủ': the Prime Minister's
        return f"CT-{'TTg' if issuer.codes[0] == 'CP' else issuer.codes[0]}"
    return None

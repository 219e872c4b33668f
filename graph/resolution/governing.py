"""Who is meant where a place is said to issue: 'Quyết định số 5/QĐ-UBND của quận Thủ Đức'."""

from __future__ import annotations

import re

from graph.model.mentions import Mention
from graph.model.numbers import NumberForm

# Not 'Tỉnh ủy', 'Huyện đoàn', 'xã đội'.
_PLACE = re.compile(
    r"(?i:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|đặc khu)"
    r"(?:$|(?:\s|(?<=\.))(?!(?i:ủy|uỷ|đoàn|đội)(?!\w))(?P<name>[^\W_]))"
)
_COUNCIL, _COMMITTEE = "HĐND", "UBND"


def governing(mention: Mention) -> str | None:
    """Return the issuer's phrase, with the body that governs the place where it names but that.

    The number's code tells council and committee apart; Party committees are named themselves.
    """
    phrase, number = mention.issuer, mention.number
    place = _PLACE.match(phrase) if phrase is not None else None
    if place is None or (place["name"] and place["name"].islower()):
        return phrase
    if number is not None and number.form is NumberForm.PARTY:
        return phrase
    symbol = number.symbol if number is not None else ""
    return f"{_COUNCIL if _COUNCIL in symbol else _COMMITTEE} {phrase}"

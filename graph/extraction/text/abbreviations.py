"""Blanking what a name is short for behind it: 'Hội Liên hiệp Phụ nữ (LHPN) tỉnh Đồng Tháp'.

Blanks stand for the bracket, so offsets stay.
"""

from __future__ import annotations

import re

from graph.extraction.text.patterns import bare

_BRACKET = re.compile(r" \(([A-ZĐƯ]{2,9})\)(?=[ ,;.:\n]|$)")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 90  # characters
_JOINING = ("và", "của", "với")


def without_abbreviations(text: str) -> str:
    """Return a text, as long, without the brackets that only shorten the words before them."""
    return _BRACKET.sub(_blank, text) if "(" in text else text


def _blank(found: re.Match[str]) -> str:
    start = found.start()
    words = _WORD.findall(found.string, max(0, start - _REACH), start)
    short = bare(found[1])
    plain = [word for word in words if word not in _JOINING]
    told = any(_initials(each, len(short)) == short for each in (words, plain))
    return " " * len(found[0]) if told else found[0]


def _initials(words: list[str], count: int) -> str:
    return bare("".join(word[0] for word in words[-count:])).upper()

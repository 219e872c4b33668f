"""Finding the words for laws: Luật, Bộ luật, Pháp lệnh, Hiến pháp."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.extraction.patterns import SPACE

# The words for laws, each found by an ending that few other words have, with the letters that may
# begin it and the word that makes it a code.
_ENDINGS = [
    (re.compile(rf"iến{SPACE}pháp"), "Hh", None, "hien-phap"),
    (re.compile(rf"IẾN{SPACE}PHÁP"), "H", None, "hien-phap"),
    (re.compile(rf"háp{SPACE}[Ll]ệnh"), "Pp", None, "phap-lenh"),
    (re.compile(rf"HÁP{SPACE}LỆNH"), "P", None, "phap-lenh"),
    (re.compile(r"uật"), "Ll", re.compile(rf"[Bb]ộ{SPACE}$"), "luat"),
    (re.compile(r"UẬT"), "L", re.compile(rf"BỘ{SPACE}$"), "luat"),
]
_CODE = "bo-luat"
_CODE_REACH = 42


class LawWord(NamedTuple):
    """The word for a kind of law, where it stands."""

    start: int
    end: int
    type: str
    text: str


def law_words(text: str) -> list[LawWord]:
    """Return every place where a word for a kind of law stands."""
    words = []
    for ending, letters, code, type_ in _ENDINGS:
        for found in ending.finditer(text):
            start, end = found.start() - 1, found.end()
            if start < 0 or text[start] not in letters:
                continue
            if end < len(text) and text[end].isalpha():
                continue
            before = code and code.search(text, max(0, start - _CODE_REACH), start)
            begin = before.start() if before else start
            words.append(LawWord(begin, end, _CODE if before else type_, text[begin:end]))
    return words

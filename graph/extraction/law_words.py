"""Finding the words for laws: Luật, Bộ luật, Pháp lệnh, Hiến pháp."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.extraction.patterns import SPACE

# The words for laws, each found by an ending that few other words have.
_ENDINGS = [
    (re.compile(rf"iến{SPACE}pháp"), re.compile(r"[Hh]$"), "hien-phap"),
    (re.compile(rf"IẾN{SPACE}PHÁP"), re.compile(r"H$"), "hien-phap"),
    (re.compile(rf"háp{SPACE}[Ll]ệnh"), re.compile(r"[Pp]$"), "phap-lenh"),
    (re.compile(rf"HÁP{SPACE}LỆNH"), re.compile(r"P$"), "phap-lenh"),
    (re.compile(r"uật"), re.compile(rf"(?P<bo>[Bb]ộ{SPACE})?[Ll]$"), "luat"),
    (re.compile(r"UẬT"), re.compile(rf"(?P<bo>BỘ{SPACE})?L$"), "luat"),
]


class LawWord(NamedTuple):
    """The word for a kind of law, where it stands."""

    start: int
    end: int
    type: str
    text: str


def law_words(text: str) -> list[LawWord]:
    """Return every place where a word for a kind of law stands."""
    words = []
    for ending, beginning, type_ in _ENDINGS:
        for found in ending.finditer(text):
            begin = beginning.search(text, max(0, found.start() - 44), found.start())
            end = found.end()
            if begin is None or (end < len(text) and text[end].isalpha()):
                continue
            start = begin.start()
            kind = "bo-luat" if type_ == "luat" and begin["bo"] else type_
            words.append(LawWord(start, end, kind, text[start:end]))
    return words

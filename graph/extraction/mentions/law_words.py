"""Finding the words for laws: Luật, Bộ luật, Pháp lệnh, Hiến pháp."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from graph.extraction.text.patterns import SPACE, WORD_END

_CODE = "bo-luat"
_CODE_REACH = 42
_BY_WHAT_FOLLOWS = ("trọng",)  # 'kính trọng luật pháp', 'nghiêm trọng luật Tố cáo'


class LawWord(NamedTuple):
    """The word for a kind of law, where it stands."""

    start: int
    end: int
    type: str
    text: str


class LawWords:
    """Finds the words for laws, each by an ending that few other words have; immutable."""

    def __init__(self, before: Iterable[str]) -> None:
        """Make the patterns; ``before`` are words after which 'luật' is part of another word."""
        # A search is quick if it begins with letters, so that what may not stand before the
        # ending comes after it. In capitals a letter that small ones lack tells where to look.
        others = "".join(
            map(
                _not_after,
                sorted(word for word in before if " " not in word and word not in _BY_WHAT_FOLLOWS),
            )
        )
        code, code_upper = re.compile(rf"[Bb]ộ{SPACE}$"), re.compile(rf"BỘ{SPACE}$")
        self._endings = [
            (re.compile(rf"Ế(?<=HIẾ)N{SPACE}PHÁP{WORD_END}"), "Ế", None, "hien-phap"),
            (re.compile(rf"Á(?<=PHÁ)P{SPACE}LỆNH{WORD_END}"), "Ệ", None, "phap-lenh"),
            (re.compile(rf"ậ(?<=uậ)t(?<=[Ll]uật){WORD_END}{others}"), "ậ", code, "luat"),
            (re.compile(rf"Ậ(?<=UẬ)T(?<=LUẬT){WORD_END}"), "Ậ", code_upper, "luat"),
        ]  # fmt: skip
        # 'Hiến pháp' and 'Pháp lệnh' share these letters: one search finds both.
        self._phap = re.compile(
            rf"p(?<=háp)(?:(?P<ordinance>(?<=[Pp]háp){SPACE}[Ll]ệnh)|(?<=ến\spháp)|(?<=\s\spháp)){WORD_END}"
        )
        self._hien = re.compile(rf"[Hh]iến{SPACE}$")

    def find(self, text: str) -> list[LawWord]:
        """Return every place where a word for a kind of law stands, in order."""
        words = self._with_phap(text)
        for ending, letters, code, type_ in self._endings:
            if letters not in text:
                continue
            for found in ending.finditer(text):
                start, end = found.start() - 2, found.end()
                if code is not None and (begin := _code_begin(text, start, code)) is not None:
                    words.append(LawWord(begin, end, _CODE, text[begin:end]))
                else:
                    words.append(LawWord(start, end, type_, text[start:end]))
        return sorted(words)

    def _with_phap(self, text: str) -> list[LawWord]:
        words = []
        for found in self._phap.finditer(text):
            start, end = found.start() - 3, found.end()
            if found["ordinance"]:
                words.append(LawWord(start, end, "phap-lenh", text[start:end]))
            elif hien := self._hien.search(text, max(0, start - _CODE_REACH), start):
                words.append(LawWord(hien.start(), end, "hien-phap", text[hien.start() : end]))
        return words


def _not_after(word: str) -> str:
    """Return the look back that refuses 'luật' after a word: 'pháp luật', but 'quy định Luật X'."""
    before = rf"\s[{word[0]}{word[0].upper()}]{word[1:]}"
    # A line may begin with the name of a law, whatever the one before ends with.
    large = "" if word in ("định", "quy") else rf"(?<!{before} Luật)"
    return rf"(?<!{before}\sluật){large}"


def _code_begin(text: str, start: int, code: re.Pattern[str]) -> int | None:
    """Return where 'Bộ' begins before the 'luật' at ``start``, or None where it is not there."""
    before = text[max(0, start - 2) : start]
    if before[:1] not in ("ộ", "Ộ") and not before.isspace():
        return None
    found = code.search(text, max(0, start - _CODE_REACH), start)
    return found.start() if found else None

"""The word for a type some words before a number: 'Quyết định xử phạt số 5/QĐ-XPHC'."""

from __future__ import annotations

import re

from graph.extraction.mentions.numbers import RawNumber
from graph.extraction.text.lexicon import Lexicon
from graph.extraction.text.patterns import LOWER, MAYBE_SPACE, SPACE, WORD_END, alternation

SO_WORDS = ("số", "Số", "SỐ", "so", "So", "SO", "sô", "só", "sồ", "sổ")
SO = rf"(?:(?:{'|'.join(SO_WORDS)}){MAYBE_SPACE}[:.]?{MAYBE_SPACE})"
SO_END = re.compile(rf"(?<![^\W_]){SO}$")
_REACH, _QUOTED_REACH = 140, 240
_GAP = re.compile(rf"(?:[^\d.;:()\n“”\"]|\n(?=[ \t]*[{LOWER}])){{2,115}}")
_DEED_REACH = 80
_NEAR, _FEW = 45, re.compile(rf"(?:{SPACE}[^\W\d_]{{1,8}}){{1,6}}{SPACE}")
# 'Quyết định “Quy định giá đất …” số 5/QĐ-UBND': its title, quoted.
_QUOTED = re.compile(rf"{SPACE}(?:[“][^“”\n]{{4,200}}[”]|\"[^\"\n]{{4,200}}\"){SPACE}$")


class WordsAcross:
    """Finds the type word that stands some words before a number. Immutable."""

    def __init__(self, lexicon: Lexicon, words: str, deeds: frozenset[str]) -> None:
        """``words`` is the pattern of all words for types, ``deeds`` what decisions are of."""
        self._lexicon = lexicon
        self.pattern = re.compile(rf"(?<![^\W_])(?P<type>{words}){WORD_END}")
        self._deed = re.compile(rf"{self.pattern.pattern}{SPACE}(?i:{alternation(deeds)}){SPACE}?$")
        self._deed_ends = tuple({end for deed in deeds for end in (deed[-3:], f"{deed[-3:]} ")})
        # 'các văn bản sau: số 4011/UBND-VX2'
        self._listed = re.compile(
            rf"{self.pattern.pattern}(?:{SPACE}sau(?:{SPACE}đây)?)?{MAYBE_SPACE}:{MAYBE_SPACE}$"
        )

    def of_deed(self, text: str, at: int, floor: int) -> tuple[int, str | None] | None:
        """Find the type word of 'quyết định miễn nhiệm số 5874', or of 'Thông tư hướng dẫn số 3'.

        Only words for a deed stand between, which alone tell that no house or street is counted.
        """
        so = SO_END.search(text, max(floor, at - 12), at)
        end = so.start() if so else at
        if not text.endswith(self._deed_ends, max(floor, end - 12), end):
            return None
        found = self._deed.search(text, max(floor, end - _DEED_REACH), end)
        return (found.start(), self._type_of(found)) if found is not None else None

    def before(self, text: str, raw: RawNumber) -> tuple[int, str | None] | None:
        """Find the type word of 'Quyết định xử phạt vi phạm hành chính số …' before the number,
        the last one or else one that the code tells: 'quyết định phê duyệt dự án số 3/QĐ-BXD'."""
        at = raw.span.start
        floor = max(0, at - _REACH)
        so = SO_END.search(text, max(floor, at - 12), at)
        if so is None:
            return self._without_so(text, raw)
        if raw.sure and text[so.start() - 2 : so.start() - 1] in ("”", '"'):
            return self._before_quotation(text, so.start(), raw)
        if not raw.sure and (listed := self._listed.search(text, floor, so.start())) is not None:
            return so.start(), self._type_of(listed)
        last: tuple[int, str | None] | None = None
        for word in reversed(list(self.pattern.finditer(text, floor, so.start()))):
            if not _GAP.fullmatch(text, word.end(), so.start()):
                break
            if text.endswith(("-", "/"), 0, word.start()):
                break  # 'Phòng TC-KH thành phố và số 97/BV-TCKT'
            type_ = self._type_of(word)
            known = type_ is not None and self._lexicon.is_document(type_)
            if known and (last is None or (raw.sure and type_ == raw.type)):
                return word.start(), type_
            last = last or (word.start(), type_)
        return last

    def _type_of(self, word: re.Match[str]) -> str | None:
        return self._lexicon.type_of_word(" ".join(word["type"].split()))

    def _without_so(self, text: str, raw: RawNumber) -> tuple[int, str] | None:
        """Find the word that the code tells: 'quyết định thành lập ban 200/QĐ-QLCL'."""
        at = raw.span.start
        if raw.sure or raw.type is None or not text[max(0, at - 1) : at].isspace():
            return None
        for word in reversed(list(self.pattern.finditer(text, max(0, at - _NEAR), at))):
            type_ = self._type_of(word)
            if type_ == raw.type and _FEW.fullmatch(text, word.end(), at):
                return word.start(), type_
        return None

    def _before_quotation(self, text: str, end: int, raw: RawNumber) -> tuple[int, str] | None:
        """Find the word that the code tells right before the quoted title that ends at ``end``."""
        quoted = _QUOTED.search(text, max(0, end - _QUOTED_REACH), end)
        if quoted is None:
            return None
        begin = quoted.start()
        for word in self.pattern.finditer(text, max(0, begin - 40), begin):
            type_ = self._type_of(word)
            if word.end() == begin and type_ is not None and type_ == raw.type:
                return word.start(), type_
        return None

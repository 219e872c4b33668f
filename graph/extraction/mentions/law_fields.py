"""Telling fields of law from laws in small letters: 'luật hình sự', 'điều 58 luật đất đai'."""

from __future__ import annotations

import re

from graph.extraction.mentions.law_names import starts_large
from graph.extraction.mentions.law_words import LawWord
from graph.extraction.text.patterns import SPACE

# 'luật hình sự' is a field of law; 'luật xử lý vi phạm hành chính' can only be a law's name.
_SYLLABLES_OF_A_NAME = 3
YEAR = re.compile(
    rf"{SPACE}(?:năm{SPACE})?(?P<year>(?:19|20)\d\d)"
    r"(?![\d/]|[ \t]?[-/.][ \t]?\d|\s?[-/.]\d)"
)
_DATED = re.compile(rf"{YEAR.pattern}|{SPACE}(?:năm{SPACE}\d{{4}}|số{SPACE}\d)")
# What only a law has, or is done to a law.
_OF_A_LAW = re.compile(
    rf"(?<![^\W_])(?i:điều{SPACE}\d{{1,3}}[a-zđ]?,?(?:{SPACE}của)?|một{SPACE}số{SPACE}điều{SPACE}của"
    rf"|quy{SPACE}định{SPACE}(?:chi{SPACE}tiết|về)|(?:chi{SPACE}tiết|hướng{SPACE}dẫn){SPACE}thi{SPACE}hành){SPACE}$"
)


def is_field(text: str, word: LawWord, end: int) -> bool:
    """Tell whether 'luật hình sự' in small letters is a field of law and not the name of one.

    A year or a number after it makes it one, or an article before it.
    """
    if starts_large(text, word.end) or len(text[word.end : end].split()) >= _SYLLABLES_OF_A_NAME:
        return False
    if _DATED.match(text, end) is not None:
        return False
    return _OF_A_LAW.search(text, max(0, word.start - 40), word.start) is None

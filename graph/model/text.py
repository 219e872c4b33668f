"""Folding: how Vietnamese words are compared when accents, case or spaces differ."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_NAME = 80  # characters; names of documents and bodies are mostly no longer


def fold(text: str) -> str:
    """Return ``text`` without diacritics, lower case, single spaces: for comparing and search."""
    return _fold_name(text) if len(text) <= _NAME else _fold(text)


def _fold(text: str) -> str:
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain.replace("đ", "d").replace("ð", "d"))
        plain = _MARKS.sub("", plain)
    if plain.isascii() and plain.isalnum():
        return plain
    return _NOT_WORD.sub(" ", plain).strip()


_fold_name = lru_cache(maxsize=8192)(_fold)  # names recur in every text


@lru_cache(maxsize=8192)  # types, codes and names recur in every text
def slug(text: str) -> str:
    """Return ``text`` as one readable path segment: 'Chỉ thị' -> 'chi-thi'."""
    return fold(text).replace(" ", "-")


def spelt(text: str) -> str:
    """Return text in small letters with the tone of each syllable behind it: 'hòa' is 'hoà'."""
    syllables = unicodedata.normalize("NFD", text.casefold()).split()
    return " ".join(
        unicodedata.normalize("NFC", "".join(c for c in syllable if c not in _TONES))
        + "".join(c for c in syllable if c in _TONES)
        for syllable in syllables
    )

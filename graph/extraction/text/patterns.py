"""Building blocks of patterns: words as one alternation, spaces as texts really have them.

Every quantifier is bounded, so that a pattern looks at a bounded stretch after each position and
a search is linear in the text, whatever the text is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

SPACE = r"\s{1,40}"
MAYBE_SPACE = r"\s{0,40}"
# The same, taken whole: for where what follows never begins with white space.
ANY_SPACE = r"\s{0,40}+"
DASH = r"[-\u2010-\u2015\u2212]"
LETTER = r"[^\W\d_]"
# All capital and all small letters, to stand in a set: 'à-ỹ' would take some capitals, as Đ.
UPPER = "".join(letter for letter in map(chr, range(0x41, 0x1F00)) if letter.isupper())
LOWER = "".join(letter for letter in map(chr, range(0x61, 0x1F00)) if letter.islower())
# End of a word: the next character is no letter (digits may be glued on).
WORD_END = r"(?![^\W\d_])"


def alternation(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of ``words``, branching as a trie does.

    A space in a word matches any short run of white space, a comma may have spaces around it.
    """
    return _branches(sorted({" ".join(word.split()) for word in words}))


def _branches(words: list[str], depth: int = 0) -> str:
    """Join sorted words that share their first ``depth`` letters."""
    groups: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if len(word) == depth:
            ends = True
        else:
            groups.setdefault(word[depth], []).append(word)
    parts = [_letter(first) + _branches(rest, depth + 1) for first, rest in groups.items()]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"{joined}?" if ends else joined


def _letter(letter: str) -> str:
    if letter == " ":
        return SPACE
    if letter == ",":
        return rf"{MAYBE_SPACE},"
    if letter == "&":
        return rf"{MAYBE_SPACE}&{MAYBE_SPACE}"
    if letter == "-":
        return rf"{MAYBE_SPACE}{DASH}{MAYBE_SPACE}"
    return re.escape(letter)


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of phrases in lower case, tone marks placed either way."""
    words = {
        tone for phrase in phrases for tone in tone_variants(phrase.lower()) if len(phrase) > 1
    }
    return re.compile(rf"(?:{alternation(words)}){WORD_END}")


def any_case(phrases: Iterable[str]) -> str:
    """Return the pattern of phrases, capitalised in any way."""
    return f"(?:{alternation({case for phrase in phrases for case in cases(phrase)})})"


def flat(text: str) -> str:
    """Return a phrase in small letters with single spaces, as tables of cues write it."""
    line = " ".join(text.lower().split())
    return re.sub(r"\s*,\s*", ", ", line) if "," in line else line


def lower(text: str) -> str:
    """Lower the case of a stretch of text, keeping offsets."""
    small = text.lower()
    return small if len(small) == len(text) else text


def bare(text: str) -> str:
    """Take the marks off the letters of a stretch of text, keeping offsets."""
    return text if text.isascii() else text.translate(_BARE)


def cases(phrase: str) -> set[str]:
    """Return the ways a phrase is capitalised: as given, lower, Sentence, Title Case, UPPER."""
    lower = phrase.lower()
    return {
        phrase,
        lower,
        lower[:1].upper() + lower[1:],
        phrase[:1].upper() + phrase[1:],
        " ".join(word[:1].upper() + word[1:] for word in lower.split(" ")),
        phrase.upper(),
    }


def tone_variants(phrase: str) -> set[str]:
    """Return the phrase with its tone marks placed the old way and the new ('hóa', 'hoá')."""
    return {phrase, _OLD.sub(_flip, phrase), _NEW.sub(_flip, phrase)}


_PLACEMENTS = [("óa", "oá"), ("òa", "oà"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
               ("óe", "oé"), ("òe", "oè"), ("ỏe", "oẻ"), ("úy", "uý"), ("ùy", "uỳ"),
               ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ")]  # fmt: skip
_CASED = [
    (case(new), case(old))
    for new, old in _PLACEMENTS
    for case in (str.lower, str.upper, str.capitalize)
]
_OTHER = dict(_CASED) | {old: new for new, old in _CASED}
# The tone moves only at the end of a syllable, and after q the u is no vowel ('quý').
_NEW = re.compile(rf"(?<![qQ])(?:{'|'.join(new for new, _ in _CASED)}){WORD_END}")
_OLD = re.compile(rf"(?<![qQ])(?:{'|'.join(old for _, old in _CASED)}){WORD_END}")


# The letters of the alphabet with their marks, and what they are without.
_BARE = {
    ord(letter): plain[0]
    for letter in map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)))
    if (plain := unicodedata.normalize("NFD", letter))[0].isascii()
} | {ord("đ"): "d", ord("Đ"): "D"}


def _flip(found: re.Match[str]) -> str:
    return _OTHER[found[0]]


# 'một ngày sau B', 'hai năm trước B': B tells when.
TIME_AFTER = re.compile(
    rf"(?<![^\W_])(?:ngày|tháng|năm|tuần|giờ){SPACE}(?:sau|trước){SPACE}(?:khi{SPACE}(?:có{SPACE})?)?$"
)

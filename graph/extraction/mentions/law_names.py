"""The names of laws that a registry has, as patterns: in full, varied, abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from operator import add

from graph.extraction.mentions.law_words import LawWord
from graph.extraction.text.patterns import SPACE, WORD_END, alternation, bare, tone_variants
from graph.model.registry import LawName
from graph.model.spans import Span

WORD = re.compile(r"\s{0,40}(?P<comma>,)?\s{0,40}(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")
_ABOUT = re.compile(rf"{SPACE}về(?={SPACE})")
_COMMAS = 3  # more stand in no name that is called by heart
_OF_TWO_WORDS = ("bo-luat", "phap-lenh", "hien-phap")


class LawNames:
    """Knows every registered name by what follows the word for its kind, in small letters."""

    def __init__(self, tails: dict[str, dict[str, str]], short: dict[str, tuple[str, str]]) -> None:
        self._names = tails
        self._patterns = {type_: _pattern(names) for type_, names in tails.items()}
        # The same without diacritics, for names that a slip or a bad scan has marked wrongly.
        self._bare_names = {
            type_: {bare(tail): name for tail, name in names.items()}
            for type_, names in tails.items()
        }
        self._bare_patterns = {type_: _pattern(names) for type_, names in self._bare_names.items()}
        self._short = short
        # Begins with the letters that all share, which a search passes over quickest.
        self._abbreviation = re.compile(rf"{alternation(short)}\b" if short else "(?!)")

    def after(self, text: str, word: LawWord, window: str) -> tuple[str, int] | None:
        """Return the name in full that stands after ``word``, and where in ``text`` it ends.

        ``window`` is what follows the word, in small letters.
        """
        pattern = self._patterns.get(word.type)
        if pattern is None:
            return None
        capital = word.text[0].isupper()
        known = pattern.match(window)
        if known is None and capital and (about := _ABOUT.match(window)) is not None:
            known = pattern.match(window, about.end())
        end = word.end + (known.end() if known else 0)
        if capital and starts_large(text, end):
            slip = self._bare_patterns[word.type].match(bare(window))
            if slip is not None and word.end + slip.end() > end:
                return self._bare_names[word.type][squeezed(slip[0])], word.end + slip.end()
        return (self._names[word.type][squeezed(known[0])], end) if known else None

    def abbreviations(self, text: str) -> Iterator[tuple[Span, str, str]]:
        """Yield span, type and name in full of each law that an abbreviation names: 'BLHS'."""
        for found in self._abbreviation.finditer(text):
            if found.start() and re.match(r"\w", text[found.start() - 1]):
                continue
            type_, name = self._short[found[0]]
            yield Span(*found.span()), type_, name


def make_law_names(names: Iterable[LawName]) -> LawNames:
    """Build the patterns from the registry's names."""
    tails: dict[str, dict[str, str]] = {}
    short: dict[str, tuple[str, str]] = {}
    for law in names:
        full = law.of or law.name
        if " " not in law.name:
            short[law.name] = (law.type, full)
            continue
        for variant in tone_variants(_tail(law).lower()):
            tails.setdefault(law.type, {})[squeezed(variant)] = full
    return LawNames({type_: _with_commas_left_out(names) for type_, names in tails.items()}, short)


def _with_commas_left_out(tails: dict[str, str]) -> dict[str, str]:
    """Add names as texts write them, with some commas or none: 'phòng chống tham nhũng'."""
    fewer: dict[str, str] = {}
    for tail, name in tails.items():
        if 0 < tail.count(",") <= _COMMAS:
            parts = tail.split(",")
            for joints in product((",", ""), repeat=len(parts) - 1):
                fewer["".join(map(add, parts, (*joints, "")))] = name
    return fewer | tails


def starts_large(text: str, at: int) -> bool:
    """Tell whether the word at ``at`` begins with a capital, no comma before it."""
    found = WORD.match(text, at)
    return found is not None and found["word"][0].isupper() and not found["comma"]


def squeezed(text: str) -> str:
    """Return a name on one line with ordinary spacing."""
    line = " ".join(text.split())
    if "," in line:
        line = line.replace(" ,", ",")
    return line.replace(" -", "-").replace("- ", "-") if "-" in line else line


def _tail(law: LawName) -> str:
    """Return a law's name without the word for its kind."""
    return " ".join(law.name.split(" ")[2 if law.type in _OF_TWO_WORDS else 1 :])


def _pattern(tails: Iterable[str]) -> re.Pattern[str]:
    # 'Luật Tổ chức Chính phủngày 25 tháng 12 năm 2001' is glued.
    return re.compile(rf"{SPACE}(?:{alternation(tails)})(?:{WORD_END}|(?=(?:ngày|năm){SPACE}\d))")

"""Parting words that lost the space between them: 'củaChính phủ', 'Hội đồngnhân dân'.

Texts taken from pages lose it where a line ended. No syllable of the language is that long, so
most texts are told to be without such words by one glance.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from graph.extraction.text.patterns import tone_variants
from graph.model.registry import Registry

# A word of six letters or more, few of them one syllable. A blank first is what a search passes
# over quickest.
_LONG = re.compile(r"[ ]([^ \x00-\x40]{6,40})")
# One syllable, whether known or not: 'khuyên' is none of 'khu' and 'yên'.
_VOWELS = "".join(
    letter
    for letter in map(chr, range(0x61, 0x1F00))
    if letter.islower() and unicodedata.normalize("NFD", letter)[0] in "aeiouy"
)
_SYLLABLE = re.compile(
    rf"(?:ngh?|nh|[ckgpt]h|gi|qu|tr|[bcdđghklmnpqrstvx])?[{_VOWELS}]{{1,3}}(?:n[gh]?|ch|[cmpt])?"
)
_SAMPLE = 3000  # characters: where words are glued, they are so from the beginning on
_WORD = re.compile(r"[^\W\d_]{4,40}")
_ONE = re.compile(r"[^\W\d_]{2,7}")


class Parter:
    """Knows the syllables of which known phrases are made; immutable."""

    def __init__(self, registry: Registry) -> None:
        longest_first = sorted(set(_syllables(registry)), key=lambda one: (-len(one), one))
        one = f"({'|'.join(longest_first)})"
        self._parts = re.compile(rf"{one}{one}(?:{one}{one}?)?")
        self._glued = lru_cache(maxsize=4096)(self._is_glued)  # the same words recur everywhere

    def places(self, text: str) -> list[int]:
        """Return where spaces are missing, in order; none if none is where a text begins."""
        if not any(map(self._glued, set(_LONG.findall(text, 0, _SAMPLE)))):
            return []
        return list(self._places(text))

    def _is_glued(self, stretch: str) -> bool:
        word = _WORD.match(stretch)
        return word is not None and self._parted(word[0]) is not None

    def _places(self, text: str) -> Iterator[int]:
        for word in _WORD.finditer(text):
            parted = self._parted(word[0])
            if parted is not None:
                ends = (parted.end(group) for group in (1, 2, 3))
                yield from (word.start() + end for end in ends if 0 < end < len(word[0]))

    def _parted(self, word: str) -> re.Match[str] | None:
        said = word.lower()
        if said.isascii() or len(said) != len(word) or _SYLLABLE.fullmatch(said):
            return None
        return self._parts.fullmatch(said)


def _syllables(registry: Registry) -> Iterator[str]:
    """Yield the syllables of phrases that references are made of, in small letters."""
    phrases = {word for type_ in registry.types for word in (type_.name, *type_.aliases)}
    phrases |= {name for body in registry.bodies for name in body.spoken}
    phrases |= {phrase for template in registry.templates for phrase in template.generic}
    phrases |= {name for place in registry.places for name in (place.name, *place.aliases)}
    phrases |= {cue.phrase for cue in registry.cues}
    phrases |= {law.name for law in registry.law_names}
    phrases |= {word for _, word in registry.words}
    for phrase in phrases:
        for one in _ONE.findall(phrase.lower()):
            if _SYLLABLE.fullmatch(one):
                yield from tone_variants(one)

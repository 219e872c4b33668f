"""Runs of known words before a place: how far back a phrase that ends there can begin.

A pattern that must end at a place is dear to search for, for it is tried from every letter of the
stretch before. Read backwards, a run of the words that it is made of ends at once in most places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.extraction.text.patterns import alternation

_WORD = re.compile(r"[^\W_]+")
_NEAR = 40  # characters
_LONGEST = 16  # of a word, and more than any has


class Run:
    """Words of a vocabulary, one after another, that end at a place; immutable.

    ``last`` are phrases of which the last word must end the run (any word if none are given),
    ``pattern`` is what else counts as a word, written backwards and in small letters.
    """

    def __init__(
        self, phrases: Iterable[str], last: Iterable[str] = (), pattern: str = r"(?!)"
    ) -> None:
        words = rf"(?:{_backwards(phrases)}|{pattern})"
        ends = _backwards(_WORD.findall(phrase)[-1] for phrase in last)
        first = rf"(?:{ends}|{pattern})" if ends else words
        self._run = re.compile(rf"[\W_]*(?P<run>{first}[\W_]*(?:{words}[\W_]*)*)?")

    def start(self, text: str, floor: int, at: int) -> int | None:
        """Return where the run begins that ends at ``at``, no further back than ``floor``.

        Marks and spaces before its first word belong to it. None if the last word is not known.
        """
        # Most runs are short; only where a word may be cut the whole stretch is looked at.
        near = max(floor, at - _NEAR)
        back = text[near:at].lower()[::-1]
        found = self._run.match(back)
        if found is not None and near > floor and found.end() > len(back) - _LONGEST:
            near, back = floor, text[floor:at].lower()[::-1]
            found = self._run.match(back)
        if found is None or found["run"] is None:
            return None
        return at - found.end() if len(back) == at - near else floor


def _backwards(phrases: Iterable[str]) -> str:
    """Return the pattern of the phrases' words, whole ones, read from their ends."""
    words = {word.lower()[::-1] for phrase in phrases for word in _WORD.findall(phrase)}
    return rf"(?:{alternation(words)})(?![^\W_])" if words else ""

"""The titles of registered documents: where one stands behind its number, it ends as registered.

'về cải cách tiền lương; điều chỉnh lương hưu' goes on past a semicolon, which no rule could tell.
"""

from __future__ import annotations

import re
from itertools import islice

from graph.model.numbers import DocumentNumber
from graph.model.registry import Registry
from graph.model.text import fold

_WORD = re.compile(r"[^\W_]+")
_LEADS = ({"ve"}, {"viec"})  # 'về', 'về việc': not part of every registered title
_SHORTEST = 3  # words
_REACH = 600


class RegisteredTitles:
    """Knows the titles of registered documents by their numbers; immutable."""

    def __init__(self, registry: Registry) -> None:
        self._titles: dict[str, list[list[str]]] = {}
        for work in registry.works:
            words = _without_lead(fold(work.title or "").split())
            words = [part for word in words for part in _WORD.findall(word)]
            if work.number and len(words) >= _SHORTEST:
                self._titles.setdefault(_key(work.number), []).append(words)

    def end(self, text: str, start: int, number: DocumentNumber | None) -> int | None:
        """Return where the registered title ends that begins at ``start``, None if none does."""
        titles = self._titles.get(_key(str(number))) if number is not None else None
        if not titles:
            return None
        longest = max(map(len, titles)) + len(_LEADS)
        said = list(islice(_WORD.finditer(text, start, start + _REACH), longest))
        plain = [fold(word[0]) for word in said]
        lead = len(plain) - len(_without_lead(plain))
        ends = [
            said[lead + len(words) - 1].end()
            for words in titles
            if plain[lead : lead + len(words)] == words
        ]
        return max(ends, default=None)


def _key(number: str) -> str:
    return number.lstrip("0").casefold()


def _without_lead(words: list[str]) -> list[str]:
    for lead in _LEADS:
        if words and words[0] in lead:
            words = words[1:]
    return words

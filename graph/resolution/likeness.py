"""How alike two titles are: texts shorten them and say them in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from graph.model.text import fold

_LIKE = 0.5
_TIMES_AS_LIKE = 2
_SAYS_MUCH = 4  # pairs of words
_UNLIKE = 0.12
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def likeness(title: str, known: Iterable[str]) -> float:
    """Return the share of the title's pairs of words that the likest of ``known`` has, 0..1."""
    pairs = _pairs(title)
    return max((len(pairs & _pairs(other)) / len(pairs) for other in known if pairs), default=0.0)


def most_like(title: str, known: Sequence[Iterable[str]]) -> int | None:
    """Return the index of the document whose titles are like ``title`` while no other's are."""
    scored = sorted((likeness(title, titles), index) for index, titles in enumerate(known))
    if not scored or scored[-1][0] < _LIKE:
        return None
    second = scored[-2][0] if len(scored) > 1 else 0.0
    return scored[-1][1] if second * _TIMES_AS_LIKE <= scored[-1][0] else None


def is_like(title: str, known: Iterable[str]) -> bool:
    """Tell whether a title shares with a known one what tells a document by its title."""
    return likeness(title, known) >= _LIKE


def of_other_years(title: str, known: Iterable[str]) -> bool:
    """Tell whether a title names a year that none of the known ones, which name years, has.

    What is issued anew each year differs in nothing else: 'nhiệm vụ chủ yếu … năm 2018'.
    """
    stated = set(_YEAR.findall(title))
    others = [years for other in known if (years := set(_YEAR.findall(other)))]
    return bool(stated and others) and not any(stated <= years for years in others)


def unlike_all(
    title: str, known: Iterable[Iterable[str]], but: Set[tuple[str, str]] = frozenset()
) -> bool:
    """Tell whether a title that says much shares next to nothing with any of the known ones.

    ``but`` are pairs of words that titles of any subject share.
    """
    stated = [list(titles) for titles in known]
    pairs = _pairs(title) - but
    if len(pairs) < _SAYS_MUCH or not all(stated):
        return False
    shared = (len(pairs & _pairs(other)) / len(pairs) for titles in stated for other in titles)
    return all(share < _UNLIKE for share in shared)


def likelier(title: str, one: Iterable[str], others: Iterable[Iterable[str]]) -> bool:
    """Tell whether one document's titles are more like the stated one than all others' are.

    A title that says little tells none from another.
    """
    if len(_pairs(title)) < _SAYS_MUCH:
        return True
    best = likeness(title, one)
    return all(best > likeness(title, other) for other in others)


def pairs_of(phrases: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return the pairs of words of phrases."""
    return frozenset(pair for phrase in phrases for pair in _pairs(phrase))


def says_no_more(title: str, known: Iterable[str]) -> bool:
    """Tell whether a title makes no other likelier: a known one has all its pairs of words."""
    pairs = _pairs(title)
    return any(pairs <= _pairs(other) for other in known)


def _pairs(title: str) -> set[tuple[str, str]]:
    """Return the pairs of words that follow one another: single syllables recur in any title."""
    return set(pairwise(fold(title).split()))

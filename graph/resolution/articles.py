"""Which of several codes of one name an article is of: its number and what stands around it tell.

'tham ô (điều 278 Bộ luật Hình sự)' is of the code of 1999, 'tham ô, điều 353' of that of 2015.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.registry import LAWS, Registry
from graph.model.text import slug

_BEFORE, _BEHIND = 220, 160  # characters in which the subject of an article is told
_ARTICLE = re.compile(r"Điều (\d+)")

Heading = tuple[str, tuple[str, ...]]  # the code's number, and phrases of the article's subject


class Articles:
    """Compares what is said around an article of a code with what the codes have there."""

    def __init__(self, registry: Registry) -> None:
        works = {work.number: work for work in registry.works if work.number}
        self._headings: dict[tuple[str, str], list[Heading]] = {}
        for article in registry.articles:
            work, phrases = works[article.work], tuple(p.lower() for p in article.phrases)
            for name in filter(None, (work.name, *work.aliases)):
                key = (slug(name), article.number)
                self._headings.setdefault(key, []).append((article.work, phrases))

    def told(self, text: str, extraction: Extraction) -> dict[int, str | None]:
        """Return the number of the code that is meant, by the index of the reference.

        None where what is said is the subject of that article in no code, or in several.
        """
        found: dict[int, str | None] = {}
        for index, mention in enumerate(extraction.mentions):
            if mention.kind is MentionKind.NAMED and mention.type in LAWS and mention.targets:
                self._tell(text, mention, index, found)
        return {i: code for i, code in found.items() if _adds(extraction.mentions, i, code)}

    def _tell(self, text: str, mention: Mention, index: int, found: dict[int, str | None]) -> None:
        name, around = slug(mention.name or ""), ""
        codes: set[str] = set()
        known = False
        for target in mention.targets:
            article = _ARTICLE.fullmatch(target[0])
            headings = self._headings.get((name, article[1]), ()) if article else ()
            if headings and not around:
                start, end = mention.span.start, mention.span.end
                around = text[max(0, start - _BEFORE) : end + _BEHIND].lower()
            known = known or bool(headings)
            codes.update(code for code, phrases in headings if _speaks(around, phrases))
        if known:
            found[index] = codes.pop() if len(codes) == 1 else None


def _adds(mentions: Sequence[Mention], index: int, code: str | None) -> bool:
    """Tell whether what the article tells is not told by a year, its own or another reference's."""
    mention = mentions[index]
    if mention.antecedent is None or mention.date is not None:
        return mention.date is None
    year = mentions[mention.antecedent].date
    return code is not None and year is not None and f"/{year.year}/" not in code


def _speaks(around: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in around for phrase in phrases)

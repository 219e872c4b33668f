"""Putting back the marks of words in texts written without: 'cua Bo Chinh tri', 'sua doi'.

Only words that the registries know are written out, in lines that bear no mark at all. Letters
stand for letters, so offsets stay; names of people and all else are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.extraction.text.patterns import alternation, bare
from graph.model.registry import Registry

# Of lines that stand among marked ones only those are looked at where this word is in the text.
_TELLS = " cua "
# So is a letterhead above a marked text: 'HUYEN UY … / So 45-BC/HU'.
_HEAD = re.compile(r"(?:[A-Z][A-Z0-9 \t,.-]{3,100}\n){1,4}(?:So|SO)[ \t]?[:.]?[ \t]?\d")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")


class Restorer:
    """Knows how known phrases are written; immutable."""

    def __init__(self, registry: Registry) -> None:
        written: dict[str, set[str]] = {}
        for phrase in _phrases(registry):
            if (plain := bare(phrase)) != phrase:
                written.setdefault(plain, set()).add(phrase)
        # What several phrases are without marks, tells none of them.
        self._written = {plain: one for plain, (one, *more) in written.items() if not more}
        self._known = re.compile(
            rf"(?<![^\W_])(?:{alternation(self._written)})(?![^\W_])", re.IGNORECASE
        )

    def restore(self, text: str) -> str:
        """Return a text with the marks of known words, of the same length."""
        if text.isascii():
            return self._known.sub(self._marked, text)
        if _TELLS not in text:
            head = _HEAD.match(text)
            return text if head is None else self._line(head) + text[head.end() :]
        return _LINE.sub(self._line, text)

    def _line(self, line: re.Match[str]) -> str:
        said = line[0]
        return self._known.sub(self._marked, said) if said.isascii() else said

    def _marked(self, found: re.Match[str]) -> str:
        phrase = self._written.get(" ".join(found[0].lower().split()))
        words = iter(phrase.split() if phrase else ())
        return _WORD.sub(lambda word: _cased(next(words, word[0]), word[0]), found[0])


def _cased(marked: str, plain: str) -> str:
    """Write a word in the case of what stands in its place."""
    if len(marked) != len(plain):
        return plain
    if plain.isupper() and len(plain) > 1:
        return marked.upper()
    return marked.capitalize() if plain[0].isupper() else marked


def _phrases(registry: Registry) -> Iterable[str]:
    """Yield what may be written without marks, in small letters."""
    phrases = {word for type_ in registry.types for word in (type_.name, *type_.aliases)}
    phrases |= {name for body in registry.bodies for name in body.spoken}
    phrases |= {phrase for template in registry.templates for phrase in template.generic}
    phrases |= {name for place in registry.places for name in (place.name, *place.aliases)}
    phrases |= {cue.phrase for cue in registry.cues if "…" not in cue.phrase}
    phrases |= {law.name for law in registry.law_names}
    phrases |= registry.listed("without-marks")
    return (phrase.lower() for phrase in phrases if _WORD.fullmatch(phrase.replace(" ", "")))

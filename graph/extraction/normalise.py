"""Normalisation with an offset map: what is searched differs from what was given, offsets do not.

Most texts are already clean; then the map is the identity and costs one scan.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model.spans import Span

# Letters that look like Vietnamese ones and come from other alphabets or fonts.
_LOOKALIKES = (("Ð", "Đ"), ("Ɖ", "Đ"), ("ð", "đ"))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DIRTY = re.compile(f"[ÐƉð<{_INVISIBLE}]")
# Opening tags of mark-up left in a text join what they stand between; closing tags part it.
_TAG = r"<[A-Za-z][A-Za-z0-9]{0,12}(?:\s[^<>\n]{0,80})?>\s?"
_GONE = re.compile(f"[{_INVISIBLE}]|{_TAG}")
_MARK = "\u0300-\u036f"
_CLUSTER = re.compile(f"{_TAG}|[{_INVISIBLE}]+|[^{_MARK}][{_MARK}]{{1,8}}|[{_MARK}]")
_ODD = re.compile(f"[<{_INVISIBLE}{_MARK}]")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text ready for search, and the way back to the original's offsets.

    ``_new`` and ``_old`` list, in step, the offsets at which the two texts shift against each
    other; between two entries they run in parallel. Where letters were dropped, one offset of the
    new text has two entries: where they began and where they ended. Empty: the same text.
    """

    text: str
    _new: tuple[int, ...] = ()
    _old: tuple[int, ...] = ()

    def original(self, span: Span) -> Span:
        """Return the span of the original text that ``span`` of the normalised one came from."""
        if not self._new:
            return span
        return Span(self._begin(span.start), self._end(span.end))

    def _begin(self, offset: int) -> int:
        at = bisect_right(self._new, offset) - 1
        return self._old[at] + (offset - self._new[at])

    def _end(self, offset: int) -> int:
        """Return where the last letter before ``offset`` ends in the original."""
        at = bisect_left(self._new, offset)
        if at < len(self._new) and self._new[at] == offset:
            return self._old[at]
        return self._begin(offset - 1) + 1


def normalise(text: str) -> Normalised:
    """Compose letters, drop invisible characters and unify look-alikes; keep the way back."""
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not _DIRTY.search(text):
        return Normalised(text)
    translated = text
    for odd, letter in _LOOKALIKES:
        translated = translated.replace(odd, letter)
    if composed and not _GONE.search(translated):
        return Normalised(translated)
    return _rebuilt(translated)


def _rebuilt(text: str) -> Normalised:
    pieces: list[str] = []
    new: list[int] = [0]
    old: list[int] = [0]
    at = length = 0
    for found in _clusters(text):
        before = text[at : found.start()]
        cluster = found[0]
        gone = cluster[0] in _INVISIBLE or cluster[0] == "<"
        kept = "" if gone else unicodedata.normalize("NFC", cluster)
        pieces += (before, kept)
        length += len(before)
        at = found.end()
        if len(kept) != len(cluster):
            new += (length, length + len(kept))
            old += (found.start(), at)
            length += len(kept)
        else:
            length += len(kept)
    pieces.append(text[at:])
    return Normalised("".join(pieces), tuple(new), tuple(old))


def _clusters(text: str) -> Iterator[re.Match[str]]:
    """Yield the stretches that composing alters, each with the letter that its marks are on."""
    at = 0
    while (odd := _ODD.search(text, at)) is not None:
        marked = max(at, odd.start() - 1)
        found = _CLUSTER.match(text, marked) or _CLUSTER.match(text, odd.start())
        at = found.end() if found else odd.end()
        if found is not None:
            yield found

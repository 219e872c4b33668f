"""Normalisation with an offset map: what is searched differs from what was given, offsets do not.

Most texts are already clean; then the map is the identity and costs one scan.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from graph.model.spans import Span

# Letters that look like Vietnamese ones and come from other alphabets or fonts.
_LOOKALIKES = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "\u00a0": " ", "\t": " "})
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DIRTY = re.compile(f"[ÐƉð\u00a0\t{_INVISIBLE}]")
_CLUSTER = re.compile(f"[{_INVISIBLE}]+|[^\u0300-\u036f][\u0300-\u036f]{{1,8}}|[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text ready for search, and the way back to the original's offsets.

    ``_new`` and ``_old`` list, in step, the offsets at which the two texts shift against each
    other; between two entries they run in parallel. Empty lists mean that they are the same.
    """

    text: str
    _new: tuple[int, ...] = ()
    _old: tuple[int, ...] = ()

    def original(self, span: Span) -> Span:
        """Return the span of the original text that ``span`` of the normalised one came from."""
        if not self._new:
            return span
        return Span(self._back(span.start), self._back(span.end - 1, end=True))

    def _back(self, offset: int, *, end: bool = False) -> int:
        at = bisect_right(self._new, offset) - 1
        start = self._old[at] + (offset - self._new[at])
        if not end:
            return start
        # A composed letter ends where its next one starts in the original.
        if at + 1 < len(self._new) and offset + 1 == self._new[at + 1]:
            return self._ends(at)
        return start + 1

    def _ends(self, at: int) -> int:
        return self._old[at + 1]


def normalise(text: str) -> Normalised:
    """Compose letters, drop invisible characters and unify look-alikes; keep the way back."""
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not _DIRTY.search(text):
        return Normalised(text)
    translated = text.translate(_LOOKALIKES)
    if composed and not any(c in translated for c in _INVISIBLE):
        return Normalised(translated)
    return _rebuilt(translated)


def _rebuilt(text: str) -> Normalised:
    pieces: list[str] = []
    new: list[int] = [0]
    old: list[int] = [0]
    at = length = 0
    for found in _CLUSTER.finditer(text):
        before = text[at : found.start()]
        cluster = found[0]
        kept = "" if cluster[0] in _INVISIBLE else unicodedata.normalize("NFC", cluster)
        pieces += (before, kept)
        length += len(before)
        at = found.end()
        if len(kept) != len(cluster):
            _shift(new, old, length, found.start())
            length += len(kept)
            _shift(new, old, length, at)
        else:
            length += len(kept)
    pieces.append(text[at:])
    return Normalised("".join(pieces), tuple(new), tuple(old))


def _shift(new: list[int], old: list[int], at_new: int, at_old: int) -> None:
    if new and new[-1] == at_new:
        old[-1] = at_old
    else:
        new.append(at_new)
        old.append(at_old)

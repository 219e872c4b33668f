"""Normalisation with an offset map: what is searched differs from what was given, offsets do not.

Most texts are already clean; then the map is the identity and costs one scan.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape

from graph.model.spans import Span

# Letters that look like Vietnamese ones and come from other alphabets or fonts.
_LOOKALIKES = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ"}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# The marks that Vietnamese letters bear, where they stand by themselves.
_DECOMPOSED = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0340\u0341"
# A text without any of these is clean, as most are; one by one they are looked for quickest.
# A text without any of these is clean, as most are; one by one they are looked for quickest.
_SUSPECT = ("<", *_LOOKALIKES, *_INVISIBLE, *_DECOMPOSED)
# Opening tags of mark-up left in a text join what they stand between; closing tags part it.
_TAG = r"<[A-Za-z][A-Za-z0-9]{0,12}(?:\s[^<>\n]{0,80})?>\s?"
_MARK = "\u0300-\u036f"
# Where composing alters a text. One set of letters first is what a search passes over quickest.
_ODD = re.compile(
    f"[<{_INVISIBLE}{_MARK}](?:(?<=[{_MARK}])[{_MARK}]{{0,7}}|(?<=[{_INVISIBLE}])[{_INVISIBLE}]*"
    f"|(?<=<){_TAG[1:]})"
)
_DROPPED = f"<{_INVISIBLE}"
# The running head of a page of the Official Gazette, with the page's number before or after it:
# a sentence goes on across it.
PAGE_HEAD = "CÔNG BÁO/"
_PAGE_BREAK = re.compile(
    r"\s{0,20}(?:\n[ \t]{0,8}\d{1,4}\s{0,8})?\n[ \t]{0,40}(?:\d{1,4}[ \t]{1,40})?"
    rf"{PAGE_HEAD} ?Số[^\n]{{1,60}}/Ngày[^\n]{{1,60}}\n"
    r"(?:\s{0,8}\d{1,4}[ \t]*\n){0,2}[ \t\n]{0,8}"
)
_PAGE_REACH = 80
_BLANK_OR_DIGIT = " \t\n\r\f\v\u00a00123456789"
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});")
# Who signed the electronic file, printed over the first page.
_SIGNED = ("Người ký:", "Ký bởi:")
_STAMP = re.compile(
    r"^[ \t]{0,8}(?:Người ký|Ký bởi):[^\n]{0,200}"
    r"(?:\n[ \t]{0,8}(?:Email|Cơ quan|Chức vụ|Thời gian ký|Ngày ký):[^\n]{0,200}){1,4}",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text ready for search, and the way back to the original's offsets.

    ``_new`` lists the offsets at which the two texts shift against each other, ``_ahead`` by how
    much the original is ahead from each on; up to the next they run in parallel. Where letters
    were dropped, one offset has two entries: where they began and where they ended. Empty: the
    same text.
    """

    text: str
    _new: tuple[int, ...] = ()
    _ahead: tuple[int, ...] = ()
    _before: Normalised | None = None

    @property
    def is_same(self) -> bool:
        """Tell whether the offsets of the two texts are the same."""
        return not self._new

    def original(self, span: Span) -> Span:
        """Return the span of the original text that ``span`` of the normalised one came from."""
        if not self._new:
            return span
        back = self._back(span)
        return back if self._before is None else self._before.original(back)

    def _back(self, span: Span) -> Span:
        new, ahead = self._new, self._ahead
        start, end = span
        to = bisect_left(new, end)
        if to == len(new) or new[to] != end:  # then where the last letter before it ends
            to -= 1
        return Span(start + ahead[bisect_right(new, start) - 1], end + ahead[to])

    def originals(self, spans: Sequence[Span | None]) -> Sequence[Span | None]:
        """Return where each of several spans came from."""
        if not self._new:
            return spans
        return [span and self.original(span) for span in spans]

    def spaced(self, places: Sequence[int]) -> Normalised:
        """Return the text with spaces at these offsets, in order, of its own."""
        if not places:
            return self
        spaced = _rebuilt(self.text, [(at, at, " ") for at in places])
        return replace(spaced, _before=self)


def normalise(text: str) -> Normalised:
    """Compose letters, drop what is invisible and heads of pages, unify look-alikes."""
    suspect = any(map(text.__contains__, _SUSPECT))
    if suspect:
        for odd, letter in _LOOKALIKES.items():
            text = text.replace(odd, letter)
    changes = list(_stamps(text))
    if PAGE_HEAD in text:
        changes += _page_breaks(text, {end: start for start, end, _ in changes})
    if "&" in text:
        changes += _entities(text)
    if suspect:
        changes += _clusters(text)
    return _rebuilt(text, sorted(changes)) if changes else Normalised(text)


Change = tuple[int, int, str]  # what is at start:end becomes this


def _rebuilt(text: str, changes: Iterable[Change]) -> Normalised:
    pieces: list[str] = []
    new: list[int] = [0]
    ahead: list[int] = [0]
    at = dropped = 0
    for start, end, kept in changes:
        if start < at:
            continue
        pieces += (text[at:start], kept)
        begin = start - dropped
        to = begin + len(kept)
        new += (begin, to)
        ahead += (dropped, end - to)
        at, dropped = end, end - to
    pieces.append(text[at:])
    return Normalised("".join(pieces), tuple(new), tuple(ahead))


def _page_breaks(text: str, stamped: Mapping[int, int]) -> Iterator[Change]:
    """Yield the heads of pages; a sentence that has ended before one stays apart from the next.

    ``stamped`` tells by their ends where stamps begin: the sentence ends before them.
    """
    at = text.find(PAGE_HEAD)
    free = 0
    while at >= 0:
        floor = max(free, at - _PAGE_REACH)
        begin = floor + len(text[floor:at].rstrip(_BLANK_OR_DIGIT))
        found = _PAGE_BREAK.search(text, begin, at + 200)
        if found is not None:
            free = found.end()
            last = stamped.get(found.start(), found.start())
            ended = not last or text[last - 1] in '.;:”"'
            yield found.start(), free, "\n\n" if ended else "\n"
        at = text.find(PAGE_HEAD, max(free, at + 1))


def _stamps(text: str) -> Iterator[Change]:
    """Yield the stamps of electronic signatures, which are no words of the text."""
    for word in _SIGNED:
        at = text.find(word)
        while at >= 0:
            line = text.rfind("\n", max(0, at - 9), at) + 1
            if (found := _STAMP.match(text, line)) is not None:
                floor = max(0, line - _PAGE_REACH)
                yield floor + len(text[floor:line].rstrip()), found.end(), ""
            at = text.find(word, at + 1)


def _entities(text: str) -> Iterator[Change]:
    """Yield the letters that mark-up wrote by name: '&ETH;', '&agrave;'."""
    for found in _ENTITY.finditer(text):
        letter = unescape(found[0])
        if len(letter) == 1 and letter != "&":
            yield (*found.span(), _LOOKALIKES.get(letter, letter))


def _clusters(text: str) -> Iterator[Change]:
    """Yield the stretches that composing alters, each with the letter that its marks are on."""
    at = 0
    for found in _ODD.finditer(text):
        start, end = found.span()
        if text[start] in _DROPPED:
            yield start, end, ""
        else:
            start = max(start - 1, at)
            yield start, end, _composed(text[start:end])
        at = end


@lru_cache(maxsize=4096)
def _composed(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster)

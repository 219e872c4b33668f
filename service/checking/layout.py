"""Where in a Word document the characters of its text stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from copy import deepcopy
from itertools import accumulate
from typing import Any

from docx.oxml.ns import qn

from graph.reading.word import characters, paragraphs

_T, _RPR, _ID, _SPACE = qn("w:t"), qn("w:rPr"), qn("w:id"), qn("xml:space")
_POINTERS = (qn("w:footnoteReference"), qn("w:endnoteReference"))
_NOTE = re.compile(r"\[(-?\d+)\] ")


class Layout:
    """The runs of a document by offsets into its text as ``graph.reading`` reads it."""

    def __init__(self, root: Any, text: str) -> None:
        """Take the parsed document; ValueError if ``text`` is not what is read from it."""
        self._paragraphs = [runs for _, runs in paragraphs(root)]
        lengths = [sum(len(text) for _, text in runs) for runs in self._paragraphs]
        self._starts = [0, *accumulate(length + 1 for length in lengths)]
        self._end = self._starts.pop() - 1 if lengths else 0
        if len(text) < self._end:
            raise ValueError("the text is not that of the document")
        self._notes = _notes(root, self._end + 1, text[self._end + 1 :].split("\n"))

    def runs(self, start: int, end: int) -> list[Any]:
        """Return the runs of a range, cut so that they hold no more than it.

        For a note, the run that refers to it; none where nothing does.
        """
        if start > self._end:
            return self._pointers(start)
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(end - 1, start)) - 1
        return [run for index in range(first, last + 1) for run in self._cut(index, start, end)]

    def _cut(self, index: int, start: int, end: int) -> list[Any]:
        """Cut a paragraph's runs at the ends of a range; return those within."""
        at, cut, within = self._starts[index], [], []
        for run, text in self._paragraphs[index]:
            for piece, words in _pieces(run, text, (start - at, end - at)):
                cut.append((piece, words))
                if words and start <= at < end:
                    within.append(piece)
                at += len(words)
        self._paragraphs[index] = cut
        return within

    def _pointers(self, start: int) -> list[Any]:
        index = bisect_right([offset for offset, _ in self._notes], start) - 1
        return self._notes[index][1] if index >= 0 else []


def _notes(root: Any, at: int, lines: list[str]) -> list[tuple[int, list[Any]]]:
    """Return where each note's line begins, and the run that refers to it."""
    notes = []
    referring = _referring(root)
    for line in lines:
        if numbered := _NOTE.match(line):
            notes.append((at, referring[numbered[1]][:1]))
            # A foot- and an endnote may share a number; the footnotes stand first.
            del referring[numbered[1]][:1]
        at += len(line) + 1
    return notes


def _referring(root: Any) -> defaultdict[str, list[Any]]:
    """Return the runs that refer to notes, by the notes' numbers; to footnotes first."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for tag in _POINTERS:
        for pointer in root.iter(tag):
            found[str(pointer.get(_ID))].append(pointer.getparent())
    return found


def _pieces(run: Any, text: str, cuts: tuple[int, ...]) -> list[tuple[Any, str]]:
    """Split a run before the given characters of it, as far as they are inside."""
    for cut in sorted(cuts):
        if 0 < cut < len(text):
            rest = _split(run, cut)
            left = characters(run)
            right = tuple(other - len(left) for other in cuts if other > cut)
            return [(run, left), *_pieces(rest, text[len(left) :], right)]
    return [(run, text)]


def _split(run: Any, cut: int) -> Any:
    """Move what follows ``cut`` characters into a run of the same looks, put behind; return it.

    Nothing is written twice, so that pictures, fields and notes stay single.
    """
    rest = run.makeelement(run.tag, run.attrib)
    at = 0
    for child in list(run):
        if child.tag == _RPR:
            rest.append(deepcopy(child))
            continue
        length = len(characters(child))
        if at >= cut:
            rest.append(child)
        elif child.tag == _T and at + length > cut:
            rest.append(_split_text(child, cut - at))
        at += length
    run.addnext(rest)
    return rest


def _split_text(element: Any, cut: int) -> Any:
    text = element.text
    rest = element.makeelement(_T, element.attrib)
    element.text, rest.text = text[:cut], text[cut:]
    for part in (element, rest):
        part.set(_SPACE, "preserve")
    return rest

"""The draft as a Word document with a comment on the words of each reference."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from itertools import accumulate

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from service.checking.remarks import remark
from service.schemas.check import CheckAnswer, CheckedReference

_AUTHOR, _INITIALS = "Luocdo", "LĐ"
_PLAIN = frozenset(map(qn, ("w:rPr", "w:t", "w:tab", "w:br", "w:cr", "w:noBreakHyphen")))


def commented(text: str, answer: CheckAnswer, draft: bytes | None = None) -> bytes:
    """Return a DOCX; ``draft`` is the file that was handed in, kept as it is but for comments."""
    document = Document(BytesIO(draft)) if draft else _typed(text)
    paragraphs = [
        Paragraph(element, document._body) for element in document.element.body.iter(qn("w:p"))
    ]
    places = _Places([paragraph.text for paragraph in paragraphs])
    for found in answer.references:
        place = places.of(found)
        if place is not None:
            index, start, end = place
            _comment(document, paragraphs[index], start, end, remark(found))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _typed(text: str) -> WordDocument:
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph("".join(char for char in line if char == "\t" or char >= " "))
    return document


class _Places:
    """Finds references again among the paragraphs, in the order of the text."""

    def __init__(self, lines: list[str]) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self._all = "\n".join(lines)
        self._at = 0

    def of(self, found: CheckedReference) -> tuple[int, int, int] | None:
        """Return the paragraph's index, and from where to where in it; None if not found."""
        words = found.text.split("\n")[0]
        start = self._all.find(words, self._at)
        if start < 0:
            return None
        self._at = start + 1
        index = bisect_right(self._starts, start) - 1
        first = start - self._starts[index]
        return index, first, first + len(words)


def _comment(document: WordDocument, paragraph: Paragraph, start: int, end: int, text: str) -> None:
    runs = list(_runs_within(paragraph, start, end))
    if runs:
        document.add_comment([runs[0], runs[-1]], text, _AUTHOR, _INITIALS)


def _runs_within(paragraph: Paragraph, start: int, end: int) -> Iterator[Run]:
    """Yield the runs of a range of the paragraph's text, cut so that they hold no more."""
    at = 0
    for run in _runs(paragraph):
        length = len(run.text)
        first, last = max(start - at, 0), min(end - at, length)
        at += length
        if first >= last:
            continue
        if {child.tag for child in run._r} <= _PLAIN:
            run = _cut(run, first, last)
        yield run


def _runs(paragraph: Paragraph) -> Iterator[Run]:
    """Yield the runs that make up the paragraph's text: its own and those of its links."""
    for child in paragraph._p:
        if child.tag == qn("w:r"):
            yield Run(child, paragraph)
        elif child.tag == qn("w:hyperlink"):
            yield from (Run(inner, paragraph) for inner in child if inner.tag == qn("w:r"))


def _cut(run: Run, first: int, last: int) -> Run:
    """Split a run in up to three of the same looks; return the middle one."""
    text = run.text
    if last < len(text):
        after = deepcopy(run._r)
        run._r.addnext(after)
        Run(after, run._parent).text = text[last:]
    if first > 0:
        before = deepcopy(run._r)
        run._r.addprevious(before)
        Run(before, run._parent).text = text[:first]
    run.text = text[first:last]
    return run

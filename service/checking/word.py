"""The draft as a Word document with a comment on the words of each reference."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from service.checking.layout import Layout
from service.checking.remarks import remark
from service.schemas.check import CheckAnswer

_AUTHOR, _INITIALS = "Luocdo", "LĐ"


def commented(text: str, answer: CheckAnswer, draft: bytes | None = None) -> bytes:
    """Return a DOCX; ``draft`` is the file that was handed in, kept as it is but for comments.

    What stands in a note is commented on where the note is referred to: Word has no comments in
    notes.
    """
    document, layout = _opened(text, draft)
    for found in answer.references:
        runs = layout.runs(found.start, found.end)
        if runs:
            parent = Paragraph(next(runs[0].iterancestors(qn("w:p"))), document._body)
            ends = [Run(run, parent) for run in (runs[0], runs[-1])]
            document.add_comment(ends, remark(found), _AUTHOR, _INITIALS)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _opened(text: str, draft: bytes | None) -> tuple[WordDocument, Layout]:
    """Return the draft; its text alone where python-docx does not take it (one with macros)."""
    if draft:
        try:
            document = Document(BytesIO(draft))
            return document, Layout(document.element, text)
        except ValueError:
            pass
    document = _typed(text)
    typed = "\n".join(paragraph.text for paragraph in document.paragraphs)
    return document, Layout(document.element, typed)


def _typed(text: str) -> WordDocument:
    document = Document()
    for line in text.split("\n"):
        # Offsets stay true: what XML cannot hold is replaced one for one.
        document.add_paragraph("".join(c if c == "\t" or c >= " " else "\ufffd" for c in line))
    return document

"""PDF: the text layer, page by page, by pypdfium2."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pypdfium2

from graph.model.errors import NoTextLayerError, NotTextError, TooLargeError

MAX_PAGES = 5_000
MAX_CHARACTERS = 50_000_000
# PDFium is one C library without locks of its own: one document at a time.
_ONE_AT_A_TIME = threading.Lock()
# PDFium writes U+FFFE or U+0002 for a hyphen that ends a line; it is part of numbers.
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\r": None, "\0": None})


@dataclass(frozen=True, slots=True)
class PdfText:
    """The pages' text, joined by line breaks, and what could not be read."""

    text: str
    warnings: tuple[str, ...]


def read_pdf(data: bytes, origin: str) -> PdfText:
    """Return the text layer.

    NotTextError where the file is encrypted or broken, NoTextLayerError where it only holds
    pictures of text, TooLargeError over 5,000 pages or 50 million characters.
    """
    with _ONE_AT_A_TIME:
        try:
            pages = _pages(data, origin)
        except pypdfium2.PdfiumError as error:
            raise NotTextError(f"{origin}: {_reason(error)}") from error
    bare = [number for number, page in enumerate(pages, start=1) if not page.strip()]
    if len(bare) == len(pages):
        raise NoTextLayerError(
            f"{origin}: none of its {len(pages)} page(s) has a text layer: a scan. Make one with: "
            "ocrmypdf -l vie INPUT.pdf OUTPUT.pdf"
        )
    return PdfText("\n".join(pages), (_without_text(bare, origin),) if bare else ())


def _pages(data: bytes, origin: str) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > MAX_PAGES:
            raise TooLargeError(f"{origin}: {len(document)} pages, over the limit of {MAX_PAGES}")
        pages: list[str] = []
        size = 0
        for index in range(len(document)):
            pages.append(_page(document, index))
            size += len(pages[-1])
            if size > MAX_CHARACTERS:
                raise TooLargeError(f"{origin}: over {MAX_CHARACTERS:,} characters of text")
        return pages
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    try:
        layer = page.get_textpage()
        try:
            return str(layer.get_text_range()).translate(_HYPHENS)
        finally:
            layer.close()
    finally:
        page.close()


def _reason(error: Exception) -> str:
    message = str(error)
    if "password" in message.lower():
        return "the PDF is encrypted and asks for a password"
    return f"the PDF is broken and cannot be opened: {message}"


def _without_text(pages: list[int], origin: str) -> str:
    shown = ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
    return f"{origin}: {len(pages)} page(s) without a text layer: {shown}"

"""What kind of file the bytes are: told by content first, by name only where content is silent."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from graph.model.errors import NotTextError


class FileFormat(StrEnum):
    """The formats that can be read, by media type."""

    TEXT = "text/plain"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


# What begins like this is known and is no text: better said by name than as 'binary'.
_FOREIGN = (
    (b"\x89PNG", "a PNG picture: read the text off it first (OCR)"),
    (b"\xff\xd8\xff", "a JPEG picture: read the text off it first (OCR)"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture: read the text off it first (OCR)"),
    (b"MM\x00*", "a TIFF picture: read the text off it first (OCR)"),
    (b"\x1f\x8b", "gzip-compressed: unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive: unpack it first"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"{\\rtf", "an RTF document: save it as DOCX or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word (.doc) or encrypted Office file: save it as plain DOCX"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(rb"<(?:p|div|span|table|br|h[1-6]|article|meta)\b[^<>]*>", re.IGNORECASE)
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_HEAD = 2048


def sniff(data: bytes, origin: str, media_type: str | None = None) -> FileFormat:
    """Return the format of ``data``; NotTextError names a known format that cannot be read."""
    head = data[:_HEAD]
    if head.lstrip().startswith(b"%PDF-"):
        return FileFormat.PDF
    if head.startswith(b"PK\x03\x04"):
        return _zip_format(data, origin)
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            raise NotTextError(f"{origin}: this is {what}")
    return FileFormat.HTML if _is_html(head, origin, media_type) else FileFormat.TEXT


def _zip_format(data: bytes, origin: str) -> FileFormat:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise NotTextError(f"{origin}: a broken ZIP or DOCX file: {error}") from error
    if any(name.startswith("word/") for name in names):
        return FileFormat.DOCX
    raise NotTextError(f"{origin}: a ZIP archive that is no DOCX: unpack it first")


def _is_html(head: bytes, origin: str, media_type: str | None) -> bool:
    # UTF-16 pages: without their zero bytes the tags read as ASCII.
    plain = head.replace(b"\0", b"")
    if _MARKUP.search(plain):
        return True
    claimed = (media_type or "").startswith(("text/html", "application/xhtml"))
    named = PurePath(origin.partition("?")[0]).suffix.lower() in _HTML_SUFFIXES
    return bool((claimed or named) and _TAG.search(plain))

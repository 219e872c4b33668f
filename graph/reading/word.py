"""DOCX: paragraphs and tables in reading order, then footnotes. Macros are never looked at."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.opc.part import Part, XmlPart
from lxml import etree

from graph.model.errors import NotTextError, TooLargeError

MAX_UNPACKED = 200_000_000
MAX_PARTS = 10_000
# A tag may take four bytes in the file and a hundred and more once parsed: thousands of pages.
MAX_TAGS = 3_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
# Properties have tab stops in them, which are no tabs; a nested paragraph is a line of its own.
_SKIPPED = _DELETED | {f"{_W}pPr", f"{_W}rPr", f"{_W}p"}
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_NOTES = ("/footnotes", "/endnotes")
_RUN = f"{_W}r"
_CHUNK = 1_000_000


def read_word(data: bytes, origin: str) -> str:
    """Return the document's text, a paragraph a line, table cells one after another.

    Tracked changes are read as accepted. NotTextError for a broken or encrypted file,
    TooLargeError where it would unpack to over 200 MB or three million tags.
    """
    try:
        _refuse_bomb(data, origin)
        main = OpcPackage.open(BytesIO(data)).main_document_part
        # What is parsed already is not parsed again; documents with macros are not.
        root = main.element if isinstance(main, XmlPart) else _root(main.blob)
        if root.getroottree().docinfo.internalDTD is not None:
            raise NotTextError(f"{origin}: a DOCX may not declare a DTD or entities")
        lines = [*_lines(root), *(line for blob in _note_parts(main) for line in _notes(blob))]
    except (OpcError, zipfile.BadZipFile, etree.XMLSyntaxError, *_BREAKAGE) as error:
        raise NotTextError(f"{origin}: a broken DOCX file: {error!r}") from error
    return "\n".join(lines)


def paragraphs(root: Any) -> Iterator[tuple[Any, list[tuple[Any, str]]]]:
    """Yield each paragraph that is read, in reading order, with its runs and their characters.

    The characters of a paragraph's runs together are its line of the text.
    """
    for paragraph in root.iter(f"{_W}p"):
        if not _inside_deleted(paragraph):
            yield paragraph, [(run, characters(run)) for run in _runs(paragraph)]


def characters(element: Any) -> str:
    """Return what an element and those in it have of the text."""
    return "".join(_characters(element))


# What zipfile, zlib and python-docx raise for damaged packages.
_BREAKAGE = (
    KeyError,
    ValueError,
    AttributeError,
    EOFError,
    OSError,
    RuntimeError,
    IndexError,
    zlib.error,
)


def _refuse_bomb(data: bytes, origin: str) -> None:
    """Look at the declared sizes, which zipfile never unpacks more than, then count the tags."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise NotTextError(f"{origin}: the DOCX is encrypted and asks for a password")
        size = sum(part.file_size for part in parts)
        if size > MAX_UNPACKED or len(parts) > MAX_PARTS:
            raise TooLargeError(
                f"{origin}: unpacks to {size:,} bytes in {len(parts)} parts, over the limit of "
                f"{MAX_UNPACKED:,} bytes in {MAX_PARTS} parts"
            )
        if _has_more_tags(archive, MAX_TAGS):
            raise TooLargeError(f"{origin}: over the limit of {MAX_TAGS:,} tags in a DOCX")


def _has_more_tags(archive: zipfile.ZipFile, limit: int) -> bool:
    tags = 0
    for part in archive.infolist():
        with archive.open(part) as file:
            while chunk := file.read(_CHUNK):
                tags += chunk.count(b"<") - chunk.count(b"</")
                if tags > limit:
                    return True
    return False


def _root(blob: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
    return etree.fromstring(blob, parser)


def _lines(root: Any) -> Iterator[str]:
    """One string a paragraph, in document order, nested ones (text boxes) after their own."""
    for _, runs in paragraphs(root):
        yield "".join(text for _, text in runs)


def _inside_deleted(element: Any) -> bool:
    return any(parent.tag in _DELETED for parent in element.iterancestors())


def _runs(element: Any) -> Iterator[Any]:
    """Yield the outermost runs: those of insertions, links, fields and content controls too."""
    for child in element:
        if child.tag == _RUN:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _runs(child)


def _characters(element: Any) -> Iterator[str]:
    if element.tag == f"{_W}t":
        yield element.text or ""
    elif element.tag in _CHARACTERS:
        yield _CHARACTERS[element.tag]
    elif element.tag == f"{_W}footnoteReference":
        yield f"[{element.get(f'{_W}id')}]"
    elif element.tag not in _SKIPPED:
        for child in element:
            yield from _characters(child)


def _note_parts(main: Part) -> Iterator[bytes]:
    """Yield the footnotes, then the endnotes."""
    for kind in _NOTES:
        yield from (r.target_part.blob for r in main.rels.values() if r.reltype.endswith(kind))


def _notes(blob: bytes) -> Iterator[str]:
    for note in _root(blob):
        if isinstance(note.tag, str) and note.get(f"{_W}type") is None:
            yield f"[{note.get(f'{_W}id')}] " + " ".join(_lines(note)).strip()

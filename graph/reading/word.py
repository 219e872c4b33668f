"""DOCX: paragraphs and tables in reading order, then footnotes. Macros are never looked at."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from lxml import etree

from graph.model.errors import NotTextError, TooLargeError

MAX_UNPACKED = 200_000_000
MAX_PARTS = 10_000
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


def read_word(data: bytes, origin: str) -> str:
    """Return the document's text, a paragraph a line, table cells one after another.

    Tracked changes are read as accepted. NotTextError for a broken or encrypted file,
    TooLargeError where it would unpack to over 200 MB.
    """
    _refuse_bomb(data, origin)
    try:
        package = OpcPackage.open(BytesIO(data))
        main = package.main_document_part
        notes = [r.target_part for r in main.rels.values() if r.reltype.endswith(_NOTES)]
        lines = [*_lines(_root(main.blob)), *(line for n in notes for line in _notes(n.blob))]
    except (OpcError, zipfile.BadZipFile, etree.XMLSyntaxError, *_BREAKAGE) as error:
        raise NotTextError(f"{origin}: a broken DOCX file: {error!r}") from error
    return "\n".join(lines)


# What zipfile, zlib and python-docx raise for damaged packages.
_BREAKAGE = (KeyError, ValueError, AttributeError, EOFError, OSError, RuntimeError, IndexError)


def _refuse_bomb(data: bytes, origin: str) -> None:
    """Look at the declared sizes; zipfile never unpacks more of a part than is declared."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise NotTextError(f"{origin}: a broken DOCX file: {error}") from error
    if any(part.flag_bits & 1 for part in parts):
        raise NotTextError(f"{origin}: the DOCX is encrypted and asks for a password")
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED or len(parts) > MAX_PARTS:
        raise TooLargeError(
            f"{origin}: unpacks to {size:,} bytes in {len(parts)} parts, over the limit of "
            f"{MAX_UNPACKED:,} bytes in {MAX_PARTS} parts"
        )


def _root(blob: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
    return etree.fromstring(blob, parser)


def _lines(root: Any) -> Iterator[str]:
    """One string a paragraph, in document order, nested ones (text boxes) after their own."""
    for paragraph in root.iter(f"{_W}p"):
        if not _inside_deleted(paragraph):
            yield "".join(_characters(paragraph))


def _inside_deleted(element: Any) -> bool:
    return any(parent.tag in _DELETED for parent in element.iterancestors())


def _characters(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == f"{_W}footnoteReference":
            yield f"[{child.get(f'{_W}id')}]"
        else:
            yield from _characters(child)


def _notes(blob: bytes) -> Iterator[str]:
    for note in _root(blob):
        if isinstance(note.tag, str) and note.get(f"{_W}type") is None:
            yield f"[{note.get(f'{_W}id')}] " + " ".join(_lines(note)).strip()

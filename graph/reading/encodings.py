"""Decoding plain text: Unicode first, then the one legacy encoding that can be told for sure."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from graph.model.errors import EncodingError, NotTextError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMMON = frozenset(
    ("của", "và", "các", "được", "về", "đảng", "ngày", "năm", "là", "với", "những", "một")
)
# Frequent words as they look when bytes of a legacy Vietnamese encoding are taken for Latin-1.
_LEGACY = (
    ("TCVN3 (ABC)", re.compile(r"cña|®­îc|®Þnh|§¶ng|ViÖt|ngµy|®ång|\bvµ\b")),
    ("VNI", re.compile(r"cuûa|ñöôïc|ñònh|Ñaûng|Vieät|ngaøy|ñoàng|\bvaø\b")),
    ("VISCII", re.compile(r"cüa|ðßþc|ð¸nh|Ðäng|Vi®t|ð°ng")),
    ("UTF-8 taken for Windows-1252", re.compile("cá»§|Ä‘|Ä\x90|á»‹|Æ°|ngÃ y")),
)
_VIETNAMESE = re.compile("[đĐơƠưƯẠ-ỹ]")
_NAMED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text and what was odd about its encoding."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, origin: str) -> Decoded:
    """Return the text in ``data``, exactly as decoded (a byte order mark is no text).

    EncodingError gives the byte offset and, where it can be told, the likely encoding;
    NotTextError where these are no characters at all.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(_strictly(data, name, origin), name.removesuffix("-sig"))
    if wide := _wide(data, origin):
        return wide
    _refuse_binary(data, origin)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, origin, error)
    _refuse_mangled(text, origin)
    return Decoded(text, "utf-8")


def _strictly(data: bytes, name: str, origin: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{origin}: marked as {name.removesuffix('-sig').upper()}, but at byte {error.start}: "
            f"{error.reason}"
        ) from error


def _wide(data: bytes, origin: str) -> Decoded | None:
    """UTF-16 without its mark: told by zero bytes, which plain text hardly has."""
    if data.count(b"\0", 0, _SAMPLE) * 50 < min(len(data), _SAMPLE):
        return None
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _share_of_letters(text[:_SAMPLE]) > 0.9:
            return Decoded(text, name, (f"{origin}: {name} without a mark",))
    return None


def _share_of_letters(text: str) -> float:
    plain = sum(c.isspace() or c < "\u0250" or "\u1e00" <= c <= "\u20bf" for c in text)
    return plain / max(len(text), 1)


def _refuse_binary(data: bytes, origin: str) -> None:
    sample = data[:_SAMPLE]
    controls = _CONTROL.findall(sample)
    if len(controls) > len(sample) // 100:
        at = data.index(controls[0])
        raise NotTextError(
            f"{origin}: {len(controls)} control characters in the first {len(sample)} bytes, the "
            f"first at offset {at}: this is binary data, not a text"
        )


def _refuse_mangled(text: str, origin: str) -> None:
    """Refuse text of an old font encoding: valid Unicode, but not the letters that are meant."""
    sample = text[:_SAMPLE]
    guess = None if _VIETNAMESE.search(sample) else _legacy_name(sample)
    if guess:
        raise EncodingError(f"{origin}: looks like {guess}; convert it to UTF-8 first")


def _legacy(data: bytes, origin: str, error: UnicodeDecodeError) -> Decoded:
    declared = _NAMED.search(data[:2048])
    name = declared[1].decode("ascii").lower() if declared else ""
    text = data.decode("cp1258", errors="replace")
    if _is_vietnamese(text) and "\ufffd" not in text:
        return Decoded(text, "windows-1258", (f"{origin}: read as Windows-1258",))
    guess = _legacy_name(data[:_SAMPLE].decode("latin-1"))
    likely = f"; it looks like {guess}" if guess else f"; it says {name}" if name else ""
    raise EncodingError(
        f"{origin}: not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start} "
        f"({error.reason}){likely}; convert it to UTF-8 first"
    ) from error


def _is_vietnamese(text: str) -> bool:
    words = unicodedata.normalize("NFC", text[:_SAMPLE]).lower().split()
    known = sum(word in _COMMON for word in words)
    return known >= max(1, len(words) // 50)


def _legacy_name(text: str) -> str | None:
    hits = {name: len(pattern.findall(text)) for name, pattern in _LEGACY}
    best = max(hits, key=lambda name: hits[name])
    return best if hits[best] >= 2 else None

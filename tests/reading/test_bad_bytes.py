"""Bad input: each a clear message with its own code, nothing half-read."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.errors import InputError, LuocdoError, NotFoundError
from graph.model.registry import Registry
from graph.reading import SourceReader, make_source, read_bytes, walk

VIETNAMESE = "Thực hiện Chỉ thị số 39-CT/TW của Bộ Chính trị, các cấp ủy đã được quán triệt. " * 5
TCVN3 = "Ban ChÊp hµnh Trung ­¬ng §¶ng Céng s¶n ViÖt Nam cña ngµy ®­îc vµ cña §¶ng ViÖt"
VNI = "Ban Chaáp haønh Ñaûng Coäng saûn Vieät Nam cuûa ngaøy ñöôïc vaø cuûa Ñaûng"


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "empty-text", "empty"),
        (b" \n\t \r\n", "empty-text", "no text"),
        (b"\xef\xbb\xbf", "empty-text", "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "not-text", "PNG"),
        (bytes(range(256)) * 4, "not-text", "binary"),
        (b"abc\0" * 40, "not-text", "offset 3"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "not-text", ".doc"),
        (b"PK\x03\x04 broken", "not-text", "broken ZIP"),
        (VIETNAMESE.encode() + b"\xff\xfe\xff", "wrong-encoding", "offset"),
        (TCVN3.encode("latin-1"), "wrong-encoding", "TCVN3"),
        (TCVN3.encode("utf-8"), "wrong-encoding", "TCVN3"),
        (VNI.encode("latin-1"), "wrong-encoding", "VNI"),
        (VIETNAMESE.encode().decode("latin-1").encode(), "wrong-encoding", "Windows-1252"),
        (b"\xff\xfe\x00\xd8a\x00", "wrong-encoding", "UTF-16"),
        (b"<html><body><script>x</script></body></html>", "empty-text", "no text"),
    ],
)
def test_refused_with_code_and_place(
    reader: SourceReader, data: bytes, code: str, says: str
) -> None:
    with pytest.raises(InputError) as caught:
        reader.read_bytes(data, "thu-muc/tep.txt")
    assert caught.value.code == code
    assert says in caught.value.detail
    assert "thu-muc/tep.txt" in caught.value.detail


def test_first_undecodable_byte_is_named(reader: SourceReader) -> None:
    good = VIETNAMESE.encode()
    with pytest.raises(InputError, match=f"0xff at offset {len(good)}"):
        reader.read_bytes(good + b"\xff", "x")


def test_limit_and_size_are_stated(registry: Registry, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(b"a" * 1001, "x.txt", registry, max_bytes=1000)
    assert caught.value.code == "too-large"
    assert re.search(r"1,001 bytes.*1,000 bytes", caught.value.detail)


def test_50_mb_file_is_refused_unread(reader: SourceReader, tmp_path: Path) -> None:
    big = tmp_path / "big.html"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match="50,000,000 bytes"):
        reader.read_path(big)


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_paths_that_are_no_files(reader: SourceReader, tmp_path: Path, name: str) -> None:
    with pytest.raises(LuocdoError) as caught:
        reader.read_path(tmp_path / name)
    assert caught.value.code in {"not-found", "not-text"}


@pytest.mark.parametrize(
    ("encoding", "warned"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-32", False),
        ("utf-16-le", True),
        ("utf-16-be", True),
        ("cp1258", True),
    ],
)
def test_encodings_that_are_read(reader: SourceReader, encoding: str, warned: bool) -> None:
    text = VIETNAMESE
    if encoding == "cp1258":  # vowels with their shape, the tone as a mark of its own
        text = "".join(_for_cp1258(c) for c in text)
    source = reader.read_bytes(text.encode(encoding), "x.txt")
    assert source.text == text
    assert bool(source.warnings) is warned


def _for_cp1258(character: str) -> str:
    try:
        character.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", character)
        tone = next(m for m in marks[1:] if m in "\u0300\u0301\u0303\u0309\u0323")
        rest = unicodedata.normalize("NFC", marks.replace(tone, ""))
        return rest + tone
    return character


def test_stray_nul_keeps_offsets_and_warns(reader: SourceReader) -> None:
    text = VIETNAMESE * 5 + "\0" + VIETNAMESE
    source = reader.read_bytes(text.encode(), "x.txt")
    assert source.text == text.replace("\0", "\ufffd")
    assert any("NUL" in warning for warning in source.warnings)
    with pytest.raises(InputError):
        make_source("\ud800", "x")


def test_line_ends_and_bytes_are_kept(reader: SourceReader) -> None:
    text = "Chỉ thị\r\nsố 39-CT/TW\r\n\x0c  ngày\u00a018/8/2014"
    assert reader.read_bytes(text.encode(), "x").text == text


def test_identity_follows_text_and_metadata_alone() -> None:
    one = make_source("văn bản", "a.txt", title="A")
    assert make_source("văn bản", "b.txt", title="A").id == one.id
    assert make_source("văn bản", "a.txt", title="B").id != one.id
    assert make_source("văn bản.", "a.txt", title="A").id != one.id


MAGIC = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html><body>",
    b"\xff\xfe",
    b"\xfe\xff",
    b"<!doctype html>",
)


@settings(max_examples=150, deadline=None)
@given(start=st.sampled_from(MAGIC), rest=st.binary(max_size=300), name=st.text(max_size=8))
def test_any_bytes_are_read_or_refused(
    reader: SourceReader, start: bytes, rest: bytes, name: str
) -> None:
    with contextlib.suppress(InputError):
        source = reader.read_bytes(start + rest, name)
        assert source.text.strip()
        source.text.encode("utf-8")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([
    "Nguồn: ", "Ngày: ", "11/02/2024", "31/02/0000", "CÔNG BÁO/Số 1/Ngày 99-99-2024", "\n", "\n\n",
    "Hà Nội, ngày 07 tháng 4 năm 2026\n", "NGHỊ ĐỊNH\n", "ĐẢNG CỘNG SẢN VIỆT NAM\n", "TỈNH ỦY\n",
    "Báo Cà Mau Online - ", "STO - ", "VÕ CHÍ CÔNG", VIETNAMESE, ":", " ", "(", "[", "\u0301",
]), max_size=12))  # fmt: skip
def test_any_page_keeps_its_text(reader: SourceReader, parts: list[str]) -> None:
    text = "".join(parts)
    try:
        source = reader.read_text(text, "x")
    except InputError:
        assert not text.strip()
    else:
        assert source.text == text


def test_walk(tmp_path: Path) -> None:
    for name in ("b.txt", "a.PDF", "sub/c.html", "sub/.d.txt", ".git/e.txt", "f.png", "odd.dat"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    found = [str(p.relative_to(tmp_path)) for p in walk([tmp_path, tmp_path / "odd.dat"])]
    assert found == ["a.PDF", "b.txt", "sub/c.html", "odd.dat"]
    assert list(walk([tmp_path / "b.txt", tmp_path / "b.txt"])) == [tmp_path / "b.txt"]
    with pytest.raises(NotFoundError, match="khong-co"):
        list(walk([tmp_path / "khong-co"]))

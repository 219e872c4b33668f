from __future__ import annotations

import time

import pytest

from graph.model.errors import InputError
from graph.reading import SourceReader

PARAGRAPH = (
    "<p>Th&#7921;c hi&#7879;n <a href='/x'>Chỉ thị số 39-CT/TW</a> ngày 18/8/2014 của Bộ Chính "
    "trị &amp; Kế hoạch số 65-KH/TU, các cấp ủy trong tỉnh đã tổ chức học tập nghiêm túc.</p>"
)
PAGE = f"""<!DOCTYPE html><html><head><title>Sơ kết Kế hoạch 65 | Báo Sóc Trăng</title>
<meta charset="utf-8"><meta property="og:site_name" content="Báo Sóc Trăng">
<meta property="og:title" content="Sơ kết Kế hoạch 65">
<meta property="article:published_time" content="2024-02-11T06:23:00+07:00">
<script>var so = "99-QĐ/TW";</script></head>
<body><nav><a href="/">Trang chủ</a> <a href="/a">Tin nóng</a></nav>
<article><h1>Sơ kết Kế hoạch 65</h1>{PARAGRAPH * 6}
<table><tr><td>Số</td><td>17-NQ/TW</td></tr></table></article>
<footer>Cơ quan chủ quản: Tỉnh ủy Sóc Trăng</footer></body></html>"""


def test_article_and_metadata(reader: SourceReader) -> None:
    source = reader.read_bytes(PAGE.encode(), "page.html")
    assert source.media_type == "text/html"
    assert "Thực hiện Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị & Kế" in source.text
    assert "17-NQ/TW" in source.text
    assert "99-QĐ/TW" not in source.text
    assert "Tin nóng" not in source.text
    assert (source.title, source.publisher, str(source.published), source.place) == (
        "Sơ kết Kế hoạch 65",
        "Báo Sóc Trăng",
        "2024-02-11",
        "Sóc Trăng",
    )


def test_host_name_tells_the_place(reader: SourceReader) -> None:
    bare = f"<html><body>{PARAGRAPH}</body></html>".encode()
    assert reader.read_bytes(bare, "https://baocamau.vn/a.html").place == "Cà Mau"
    assert reader.read_bytes(bare, "https://qdnd.vn/a.html").place is None


def test_page_without_article_gives_all_its_text(reader: SourceReader) -> None:
    markup = "<html><body><div>Số: <b>65</b>-KH/TU</div><td>ngày<br>12/11/2014</body></html>"
    assert reader.read_bytes(markup.encode(), "x").text == "Số: 65-KH/TU\nngày\n12/11/2014"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_encodings(reader: SourceReader, encoding: str) -> None:
    assert "Chỉ thị số 39-CT/TW" in reader.read_bytes(PAGE.encode(encoding), "x").text


def test_content_goes_before_name(reader: SourceReader) -> None:
    assert reader.read_bytes(PAGE.encode(), "x.txt").media_type == "text/html"
    plain = "Chỉ thị số 39-CT/TW: a < b".encode()
    assert reader.read_bytes(plain, "x.html").media_type == "text/plain"
    assert reader.read_bytes(plain, "x", "text/html").media_type == "text/plain"


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<p>a<b>" * 100 + "39-CT/TW",
        "<html><!DOCTYPE x [<!ENTITY a 'b'>]><body>&a;&a; 39-CT/TW",
        '<?xml version="1.0" encoding="latin-1"?><html><body>Chỉ thị 39-CT/TW</body></html>',
    ],
)
def test_odd_markup_is_read(reader: SourceReader, markup: str) -> None:
    source = reader.read_bytes(markup.encode(), "x.html")
    assert "39-CT/TW" in source.text


def test_bottomless_markup_is_refused(reader: SourceReader) -> None:
    with pytest.raises(InputError, match="nested too deep") as caught:
        reader.read_bytes(b"<html>" + b"<div>" * 20_000 + b"39-CT/TW", "x.html")
    assert caught.value.code == "not-text"


def test_numbers_are_not_broken_by_inline_markup(reader: SourceReader) -> None:
    page = PAGE.replace("65-KH/TU", "<b>65</b>-<i>KH</i>/TU")
    text = reader.read_bytes(page.encode(), "x").text
    assert text.count("Kế hoạch số 65-KH/TU, các cấp") == 6


def test_huge_page_is_read_whole_in_little_time(reader: SourceReader) -> None:
    start = time.perf_counter()
    source = reader.read_bytes(PAGE.replace(PARAGRAPH, PARAGRAPH * 5_000).encode(), "x.html")
    assert source.text.count("39-CT/TW") == 30_000
    assert source.place == "Sóc Trăng"
    assert "menus" in source.warnings[0]
    assert time.perf_counter() - start < 60

"""The article that the project was started from, and the Official Gazette."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.reading import SourceReader

SHARED = Path(__file__).resolve().parents[3] / "shared"
ARTICLE = SHARED / "seeds" / "bao-soc-trang-2024-02-11.txt"
GAZETTE = SHARED / "data" / "congbao"


@pytest.mark.skipif(not ARTICLE.exists(), reason="../shared/seeds is not here")
def test_article_says_what_its_gold_file_says(reader: SourceReader) -> None:
    gold = json.loads(ARTICLE.with_suffix(".gold.json").read_text("utf-8"))["source"]
    source = reader.read_path(ARTICLE)
    read = {
        "publisher": source.publisher,
        "published": str(source.published),
        "place": source.place,
        "author": source.author,
    }
    assert read == gold
    assert source.title is not None
    assert source.title.startswith("Công tác tổ chức xây dựng Đảng góp phần")
    assert source.text == ARTICLE.read_bytes().decode("utf-8")


@pytest.mark.skipif(not GAZETTE.exists(), reason="../shared/data is not here")
@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("nghi-dinh-so-136-2026-nd-cp-469355", "2026-04-07"),  # dateline in the letterhead
        ("luat-so-51-2024-qh15-43559", "2024-11-27"),  # only its close says when it was adopted
        ("van-ban-hop-nhat-so-22-vbhn-btc-31459", "2020-05-29"),  # certified at its end
        ("nghi-dinh-so-186-2026-nd-cp-469660", "2026-06-11"),  # nothing but the page header
    ],
)
def test_gazette_texts_are_dated(reader: SourceReader, name: str, published: str) -> None:
    source = reader.read_path(GAZETTE / f"{name}.txt")
    assert (str(source.published), source.publisher, source.place) == (published, "Công báo", None)


@pytest.mark.skipif(not GAZETTE.exists(), reason="../shared/data is not here")
def test_every_gazette_text_is_read_whole(reader: SourceReader) -> None:
    for path in sorted(GAZETTE.glob("*.txt")):
        source = reader.read_path(path)
        original = path.read_bytes().decode("utf-8")
        assert len(source.text) == len(original)
        assert source.text == original or source.warnings
        assert source.published is not None, path

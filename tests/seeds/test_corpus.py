"""The demo corpus: real documents, in words of its own."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from graph.model.registry import Registry

HEADS = ("Nguồn", "Ngày", "Nơi", "Tiêu đề")


def _parts(text: str) -> tuple[dict[str, str], str]:
    head, _, body = text.partition("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), body


@pytest.fixture(scope="session")
def corpus(seeds: Path) -> dict[str, tuple[dict[str, str], str]]:
    return {p.name: _parts(p.read_text("utf-8")) for p in sorted(seeds.glob("corpus/*.txt"))}


def test_texts_have_heads_and_dates(
    corpus: dict[str, tuple[dict[str, str], str]], registry: Registry
) -> None:
    names = {p.name for p in registry.places}
    assert len(corpus) >= 14
    for name, (head, body) in corpus.items():
        assert set(head) <= set(HEADS), name
        assert {"Nguồn", "Ngày", "Tiêu đề"} <= set(head), name
        assert date.fromisoformat(head["Ngày"]) <= date(2026, 12, 31), name
        assert "Nơi" not in head or head["Nơi"] in names, name
        assert len(body.split()) > 40, name


def test_nothing_is_cited_before_it_was_signed(
    corpus: dict[str, tuple[dict[str, str], str]],
) -> None:
    for name, (head, body) in corpus.items():
        published = date.fromisoformat(head["Ngày"])
        for found in re.finditer(
            r"-(?:TW|TU|CP|TTg|UBND|BNV)\b,? ngày (\d\d?)[/-](\d\d?)[/-](\d{4})", body
        ):
            day, month, year = map(int, found.groups())
            assert date(year, month, day) <= published, (name, found[0])


@pytest.mark.parametrize(
    ("file", "chain"),
    [
        ("the-loai-van-ban-cua-dang.txt", ("399-QĐ/TW", "thay thế", "66-QĐ/TW")),
        ("the-thuc-van-ban-cua-dang.txt", ("05-HD/VPTW", "thay thế", "36-HD/VPTW")),
        ("ha-noi-van-hoa.txt", ("08-CTr/TU", "thực hiện", "80-NQ/TW")),
        ("soc-trang-to-chuc-xay-dung-dang.txt", ("65-KH/TU", "thực hiện", "39-CT/TW")),
        ("nguoi-khuyet-tat.txt", ("753/QĐ-TTg", "thực hiện", "39-CT/TW")),
    ],
)
def test_chains_are_told(
    corpus: dict[str, tuple[dict[str, str], str]], file: str, chain: tuple[str, ...]
) -> None:
    body = corpus[file][1]
    assert re.search(".*".join(map(re.escape, chain)), body, re.DOTALL)


def test_no_third_party_sentence_is_copied(
    corpus: dict[str, tuple[dict[str, str], str]], shared: Path
) -> None:
    article = next((shared / "seeds").glob("*.txt")).read_text("utf-8")
    words = " ".join(article.split())
    body = corpus["soc-trang-to-chuc-xay-dung-dang.txt"][1]
    # Official titles and dates are facts and may be long; ordinary prose must differ.
    for sentence in re.split(r"(?<=[.;])\s+", body):
        assert sentence not in words or len(sentence) < 40, sentence

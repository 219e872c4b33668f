"""What holds for any text at all."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extraction import Extractor
from graph.extraction.text.normalise import normalise
from graph.model.spans import Span

PIECES = [
    "Nghị quyết số 57-NQ/TW", " ngày 22/12/2024", " của Bộ Chính trị", "Luật Đất đai", " và ", ", ",
    "khoản 2 Điều 5 ", "\n", "thay thế ", "Căn cứ ", "“", "”", "(", ")", "Số: 30/2020/NĐ-CP", "NGHỊ ĐỊNH",
    "\u00ad", "Ð", "\u200b", "<L rel=\"none\"> ", "31/02/2019", "Điều 1. ", "này", " 999999999999/", "-",
    "\n12 \nCÔNG BÁO/Số 51 + 52/Ngày 23-01-2026 \n",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=14).map("".join)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_spans_give_back_the_surface(extractor: Extractor, text: str) -> None:
    extraction = extractor.extract(text)
    for mention in extraction.mentions:
        assert mention.span.of(text) == mention.surface
        spans = (mention.number_span, mention.date_span, mention.issuer_span, mention.title_span)
        for span in (mention.span, *filter(None, spans)):
            assert 0 <= span.start < span.end <= len(text)
    for said in extraction.statements:
        assert 0 <= said.sentence.start <= said.cue.start < said.cue.end <= len(text)


@given(texts, st.sampled_from(["NFC", "NFD"]))
@settings(max_examples=200, deadline=None)
def test_the_offset_map_leads_back(text: str, form: str) -> None:
    given_text = unicodedata.normalize(form, text)
    normal = normalise(given_text)
    for at in range(len(normal.text)):
        span = normal.original(Span(at, at + 1))
        assert 0 <= span.start < span.end <= len(given_text)
        original = unicodedata.normalize("NFC", span.of(given_text))
        assert normal.text[at] in original or normal.text[at] in "Đđ \n"


ADVERSARIAL = {
    "digits": "1" * 400_000,
    "numbers": "1/" * 200_000,
    "spaces": "Nghị quyết" + " " * 400_000 + "số",
    "types": "Nghị quyết số " * 30_000,
    "articles": "khoản 1, " * 40_000 + "Điều 5 Luật Đất đai",
    "quotes": "như sau: “" * 40_000,
    "laws": "Luật sửa đổi, bổ sung một số điều của " * 10_000,
    "commas": "Luật Đất đai, " * 30_000,
    "tags": "<a" * 200_000,
    "marks": "a" + "\u0301" * 400_000,
    "pages": "Điều 5 \nCÔNG BÁO/Số 51/Ngày 23-01-2026 \n" * 20_000,
    "names": "Ban Thường vụ Tỉnh ủy " * 20_000,
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_time_is_linear_in_the_text(extractor: Extractor, name: str) -> None:
    """Four times the text takes no more than about four times as long."""
    text = ADVERSARIAL[name]
    half, whole = text[: len(text) // 4], text

    def spent(sample: str) -> float:
        start = time.process_time()
        extractor.extract(sample)
        return time.process_time() - start

    spent(half)
    assert spent(whole) < 12 * spent(half) + 0.5

"""Bare numbers in small letters are documents only where another reference confirms them."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor

ROWS = [
    ("Đưa quy định 15 vào cuộc sống. Quy định số 15-QĐ/TU nêu rõ.", ["15", "15-QĐ/TU"]),
    ("Quyết định số 465/QĐ-SYT còn đó, nhưng quyết định 465 bị kiện.", ["465/QĐ-SYT", "465"]),
    ("Đưa quy định 15 vào cuộc sống.", []),
    ("Quyết định số 465/QĐ-SYT còn đó, nhưng quyết định 12 bị kiện.", ["465/QĐ-SYT"]),
    ("Quyết định số 465/QĐ-SYT còn đó; họ quyết định 465 người được đi.", ["465/QĐ-SYT"]),
]


@pytest.mark.parametrize(("text", "numbers"), ROWS)
def test_bare_numbers(extractor: Extractor, text: str, numbers: list[str]) -> None:
    assert [str(m.number) for m in extractor.extract(text).mentions] == numbers

"""A place that is said to issue: its committee does, or its council where the code says so."""

from __future__ import annotations

import pytest

from graph.model.mentions import Mention, MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.spans import Span
from graph.resolution.governing import governing

ROWS = [
    ("quận Ba Sao", "KL-UBND", "UBND quận Ba Sao"),
    ("tỉnh Đồng Nai", "NQ-HĐND", "HĐND tỉnh Đồng Nai"),
    ("TP. Hà Nội", "", "UBND TP. Hà Nội"),
    ("huyện", "", "UBND huyện"),
    ("Tỉnh ủy Long An", "", "Tỉnh ủy Long An"),
    ("Huyện đoàn Ba Sao", "", "Huyện đoàn Ba Sao"),
    ("Bộ Tài chính", "QĐ-BTC", "Bộ Tài chính"),
]


@pytest.mark.parametrize(("issuer", "symbol", "meant"), ROWS)
def test_who_governs_a_place(issuer: str, symbol: str, meant: str) -> None:
    number = DocumentNumber("5", symbol, NumberForm.ADMINISTRATIVE)
    mention = Mention(
        Span(0, 5), "văn bản 5", MentionKind.NUMBERED, "cong-van", number, issuer=issuer
    )
    assert governing(mention) == meant

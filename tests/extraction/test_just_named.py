"""'Văn bản này' of whatever type: the one document that the sentence before names."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.model.mentions import MentionKind

A, B = "Thông tư số 17/2012/TT-BGDĐT", "Nghị định số 5/2015/NĐ-CP"
POINTED = [
    (f"Việc này theo {A}. Văn bản này đã cũ.", A),
    (f"Có {B}. Ngày 16/5/2012, Bộ ban hành {A} quy định về dạy thêm. Văn bản này đã cũ.", A),
    (f"Bộ ban hành {A} thực hiện {B}. Văn bản này đã cũ.", A),
    (f"Việc này theo {A}. Thông tư này rất dài. Văn bản này đã cũ.", A),
    (f"Việc này theo {A} và {B}. Văn bản này đã cũ.", None),
    (f"Việc này theo {A}. Nhiều người hỏi. Văn bản này đã cũ.", None),
    (f"Việc này theo {A}.\nVăn bản này đã cũ.", None),
    ("Việc này không có gì mới. Văn bản này đã cũ.", None),
]


@pytest.mark.parametrize(("text", "meant"), POINTED)
def test_what_any_document_points_at(extractor: Extractor, text: str, meant: str | None) -> None:
    mentions = extractor.extract(text).mentions
    pointer = next(
        m for m in mentions if m.kind is MentionKind.ANAPHOR and "Văn" in m.span.of(text)
    )
    found = mentions[pointer.antecedent].span.of(text) if pointer.antecedent is not None else None
    assert (found and found.split(" quy")[0]) == meant


def test_a_misspelled_type_word_before_a_bare_number(extractor: Extractor) -> None:
    text = "Theo Nghị đinh 48, mức phạt tăng; thợ đóng đinh 5 cái, đinh 48 mm."
    assert [m.span.of(text) for m in extractor.extract(text).mentions] == ["Nghị đinh 48"]

"""Words that lost the space between them, and lines that break a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction import Extractor
from graph.extraction.text.gluing import Parter
from graph.extraction.text.normalise import normalise
from graph.model.registry import Registry
from graph.model.spans import Span
from tests.extraction.test_statements import Said, read

GLUED = [
    ("Căn cứNghị định số 15/2020/NĐ-CP củaChính phủ", "Nghị định số 15/2020/NĐ-CP", "Chính phủ"),
    ("Kế hoạch số65-KH/TU ngày6/1/2015 củaBan Thường vụTỉnh ủy Sóc Trăng", "Kế hoạch số65-KH/TU ngày6/1/2015",
     "Ban Thường vụ Tỉnh ủy Sóc Trăng"),
    ("theo Nghịđịnh số 20/2021/NĐ-CP của Chínhphủ", "Nghịđịnh số 20/2021/NĐ-CP", "Chính phủ"),
    ("Luật Tổ chức Hội đồngnhân dân và Ủy bannhân dân ngày 26 tháng 11 năm 2003",
     "Luật Tổ chức Hội đồngnhân dân và Ủy bannhân dân ngày 26 tháng 11 năm 2003", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "issuer"), GLUED)
def test_what_is_glued(extractor: Extractor, text: str, surface: str, issuer: str | None) -> None:
    (found,) = extractor.extract(text).mentions
    assert (found.surface, found.issuer) == (surface, issuer)


ONE_WORD = [
    "khuyên",
    "nghiêng",
    "thuyền",
    "Phường",
    "UBTƯMTTQVN",
    "LĐTBXH",
    "Mátxcơva",
    "international",
]


@pytest.mark.parametrize("word", ONE_WORD)
def test_what_is_one_word(registry: Registry, word: str) -> None:
    assert Parter(registry).places(f"Tại {word} có củaChính phủ") == [11 + len(word)]


@given(
    st.lists(st.sampled_from(["Chính", "phủ", "của", "nghị", "định", " ", "\u00ad", ","])).map(
        "".join
    )
)
def test_spaces_leave_offsets(registry: Registry, text: str) -> None:
    normal = normalise(text)
    spaced = normal.spaced(Parter(registry).places(normal.text))
    for at, letter in enumerate(spaced.text):
        if letter != " ":
            assert letter in spaced.original(Span(at, at + 1)).of(text)


WRAPPED: list[tuple[str, Said]] = [
    ("Luật Đất đai số 31/2024/QH15 được Quốc hội khóa\nXV thông qua ngày 18/01/2024, có hiệu lực thi\nhành từ ngày 01 tháng 01 "
     "năm 2025, thay thế\nLuật Đất đai số 45/2013/QH13.", [("31/2024/QH15", "replaces", "45/2013/QH13")]),
    ("Thông tư số 5/2020/TT-BTC quy\nđịnh về phí, bãi\nbỏ Thông tư số 6/2010/TT-BTC.", [("5/2020/TT-BTC", "repeals", "6/2010/TT-BTC")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WRAPPED)
def test_what_lines_break(extractor: Extractor, text: str, said: Said) -> None:
    assert sorted(set(read(extractor, text))) == sorted(said)

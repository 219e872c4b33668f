"""What a clause of effect ends: lists item by item, parts, excerpts without a head."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, read

HEAD = (
    "BỘ CÔNG THƯƠNG\nSố: 31/2023/TT-BCT\nHà Nội, ngày 1 tháng 6 năm 2023\nTHÔNG TƯ\nQuy định về chợ\n"
    "Điều 9. Hiệu lực thi hành\n1. Thông tư này có hiệu lực từ ngày 1 tháng 8 năm 2023.\n"
)
OF_A_TEXT = [
    ("2. Các thông tư sau đây hết hiệu lực: a) Thông tư số 7/2014/TT-BCT; b) Thông tư số 8/2015/TT-BCT sửa "
     "đổi Thông tư số 7/2014/TT-BCT, trừ Điều 3 Thông tư số 5/2013/TT-BCT; c) Thông tư số 9/2016/TT-BCT.",
     ["7/2014/TT-BCT", "8/2015/TT-BCT", "9/2016/TT-BCT"]),
    ("2. Bãi bỏ các văn bản sau đây: a) Thông tư số 7/2014/TT-BCT; b) Thông tư số 8/2015/TT-BCT.",
     ["7/2014/TT-BCT", "8/2015/TT-BCT"]),
    ("2. Chương II Thông tư số 7/2014/TT-BCT hết hiệu lực, trừ trường hợp đã ký hợp đồng.",
     ["7/2014/TT-BCT"]),
    ("2. Thông tư số 7/2014/TT-BCT hết hiệu lực thi hành.\n3. Cơ sở đã được cấp phép theo Thông tư số "
     "8/2015/TT-BCT thì dùng tiếp.", ["7/2014/TT-BCT"]),
    ("2. Thông tư số 7/2014/TT-BCT đã hết hiệu lực.", []),
    ("2. Các thông tư sau đây hết hiệu lực:\na) Thông tư số 7/2014/TT-BCT;\n3. Áp dụng:\na) Thông tư số "
     "8/2015/TT-BCT;\nb) Thông tư số 9/2016/TT-BCT.", ["7/2014/TT-BCT"]),
]  # fmt: skip

OF_AN_EXCERPT = [
    ("1. Nghị định này có hiệu lực từ ngày 1 tháng 3 năm 2023.\n2. Kể từ ngày Nghị định này có hiệu lực, các "
     "nghị định sau hết hiệu lực:\na) Nghị định số 7/2014/NĐ-CP;\nb) Nghị định số 8/2015/NĐ-CP; Nghị định số "
     "9/2016/NĐ-CP sửa đổi Nghị định số 8/2015/NĐ-CP.",
     ["7/2014/NĐ-CP", "8/2015/NĐ-CP", "9/2016/NĐ-CP"]),
    ("Điều 9. Hiệu lực thi hành\n1. Nghị định này có hiệu lực từ ngày 1 tháng 3 năm 2023.\n2. Nghị định số "
     "7/2014/NĐ-CP hết hiệu lực.", ["7/2014/NĐ-CP"]),
    ("Các nghị định sau hết hiệu lực: a) Nghị định số 7/2014/NĐ-CP.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ended"), OF_A_TEXT)
def test_what_a_text_ends(extractor: Extractor, text: str, ended: list[str]) -> None:
    said = read(extractor, HEAD + text)
    assert [(who, to) for who, relation, to in said if relation == "repeals"] == [
        ("31/2023/TT-BCT", to) for to in ended
    ]


@pytest.mark.parametrize(("text", "ended"), OF_AN_EXCERPT)
def test_what_an_excerpt_ends(extractor: Extractor, text: str, ended: list[str]) -> None:
    assert [to for _, relation, to in read(extractor, text) if relation == "repeals"] == ended


def test_a_title_in_capitals_acts(extractor: Extractor) -> None:
    text = (
        "CHÍNH PHỦ\nSố: 77/2023/NĐ-CP\nHà Nội, ngày 3 tháng 7 năm 2023\nNGHỊ ĐỊNH\n"
        "QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA LUẬT ĐIỆN LỰC\nĐiều 1. Phạm vi\n"
    )
    assert read(extractor, text) == [("77/2023/NĐ-CP", "details", "Luật Điện lực")]


def test_part_of_an_annex_done_away_with_is_repealed(extractor: Extractor) -> None:
    text = (
        "UBND TỈNH LÀO CAI\nSố: 12/2024/QĐ-UBND\nLào Cai, ngày 5 tháng 6 năm 2024\nQUYẾT ĐỊNH\nVề đất\n"
        "Điều 1. Bãi bỏ khoản 2 Điều 7 và Phụ lục I của Quy chế ban hành kèm theo Quyết định số "
        "10/2020/QĐ-UBND."
    )
    assert ("12/2024/QĐ-UBND", "repeals", "10/2020/QĐ-UBND") in read(extractor, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nếu được thông qua, Luật này sẽ sửa đổi Luật Đầu tư và bãi bỏ Luật Giá.", []),
        ("Sau Đại hội Đảng bộ tỉnh, Đảng ủy xã Nà Tấu xây dựng kế hoạch thực hiện Nghị quyết số 18-NQ/TW.",
         [("Đảng ủy xã Nà Tấu", "implements", "18-NQ/TW")]),
    ],
)  # fmt: skip
def test_conditions_and_events_do_nothing(extractor: Extractor, text: str, said: Said) -> None:
    assert read(extractor, text) == said

"""What stands behind a bracket that says by what a document was changed is still that document's."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_gives_way import relations

PREAMBLE = (
    "Căn cứ Nghị quyết số 3/NQ-CP ngày 09 tháng 01 năm 2025 (đã được sửa đổi, bổ sung tại "
    "Nghị quyết số 71/NQ-CP ngày 01 tháng 4 năm 2025) của Chính phủ ban hành Chương trình hành "
    "động thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị;"
)
PLAN = (
    "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG\nSố: 104/KH-UBND\nHải Phòng, ngày 28 tháng 4 năm 2025\n"
    "KẾ HOẠCH\nPhát triển khoa học\n\n"
    f"{PREAMBLE} Kế hoạch số 347-KH/TU của Thành ủy, Ủy ban nhân dân thành phố ban hành kế hoạch "
    "như sau:\n"
)


def test_issuer_and_title_behind_a_bracket(extractor: Extractor) -> None:
    first, amending, inner = extractor.extract(PREAMBLE).mentions
    assert first.issuer == "Chính phủ"
    assert first.title is not None
    assert first.title.startswith("ban hành Chương trình hành động")
    assert (amending.issuer, amending.title) == (None, None)
    assert inner.issuer == "Bộ Chính trị"


def test_what_such_a_title_holds_is_its_owners(extractor: Extractor) -> None:
    assert relations(extractor, PLAN) == [
        ("104/KH-UBND", "based_on", "3/NQ-CP"),
        ("71/NQ-CP", "amends", "3/NQ-CP"),
        ("3/NQ-CP", "implements", "57-NQ/TW"),
        ("104/KH-UBND", "based_on", "347-KH/TU"),
    ]


def test_a_place_that_begins_a_clause_issues_nothing(extractor: Extractor) -> None:
    text = "Theo Nghị quyết số 202/2025/QH15 của Quốc hội, tỉnh Gia Lai được hình thành."
    assert extractor.extract(text).mentions[0].issuer == "Quốc hội"


BRACKETS = [
    ("Nghị định số 34/2016/NĐ-CP của Chính phủ (sửa đổi bởi Nghị định số 154/2020/NĐ-CP) về văn "
     "bản.", ("Chính phủ", "về văn bản")),
    ("Nghị định số 34/2016/NĐ-CP (sửa đổi năm 2020) và của Chính phủ về văn bản.", (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), BRACKETS)
def test_only_what_changed_it_is_read_past(
    extractor: Extractor, text: str, fields: tuple[str | None, str | None]
) -> None:
    mention = extractor.extract(text).mentions[0]
    assert (mention.issuer, mention.title) == fields


def test_a_title_below_the_line_of_type_and_number(extractor: Extractor) -> None:
    head = "HỘI ĐỒNG NHÂN DÂN TỈNH CÀ MAU\n\nNGHỊ QUYẾT SỐ 31/2023/NQ-HĐND\n"
    title = "Sửa đổi Nghị quyết số 8/2020/NQ-HĐND ngày 10 tháng 7 năm 2020 quy định hỗ trợ học nghề"
    own = extractor.extract(f"{head}{title}\n\nQUYẾT NGHỊ:\n\nĐiều 1. Sửa đổi.\n").mentions[0]
    assert own.title == title
    own = extractor.extract(f"{head}\nThực hiện Luật Giáo dục, Hội đồng họp.\n").mentions[0]
    assert own.title is None

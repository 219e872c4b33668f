"""Whose a congress is, and whose a number that another one changes."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.model.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng"),
        ("Nghị quyết Đại hội XIII, Hội Nông dân", "Nghị quyết Đại hội XIII của Đảng"),
        ("Nghị quyết Đại hội XII Công đoàn Việt Nam", "Nghị quyết Đại hội XII Công đoàn Việt Nam"),
        (
            "Nghị quyết Đại hội VIII của Hội Liên hiệp Phụ nữ Việt Nam",
            "Nghị quyết Đại hội VIII Hội Liên hiệp Phụ nữ Việt Nam",
        ),
        ("Nghị quyết Đại hội XII Đoàn kết", "Nghị quyết Đại hội XII của Đảng"),
    ],
)
def test_a_congress_is_the_party_s_unless_another_is_named(
    extractor: Extractor, text: str, name: str
) -> None:
    assert extractor.extract(f"Học tập {text} trong tháng này.").mentions[0].name == name


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Quyết định số 7/2021/QĐ-UBND của UBND tỉnh Trà Vinh sửa đổi Quyết định số "
            "3/2017/QĐ-UBND.",
            "UBND tỉnh Trà Vinh",
        ),
        (  # which province it is, the text does not say
            "Quyết định số 7/2021/QĐ-UBND của UBND tỉnh sửa đổi Quyết định số 3/2017/QĐ-UBND.",
            None,
        ),
        (  # another body's code
            "Quyết định số 7/2021/QĐ-UBND của UBND tỉnh Trà Vinh thay thế Nghị quyết số "
            "3/2017/NQ-HĐND.",
            None,
        ),
    ],
)
def test_what_a_province_changes_is_its_own(
    extractor: Extractor, text: str, issuer: str | None
) -> None:
    assert extractor.extract(text).mentions[1].issuer == issuer


def test_the_year_behind_a_list_bounds_all_of_it(extractor: Extractor) -> None:
    text = "Thay thế các Hướng dẫn số 15-HD/UBKTTW, 16-HD/UBKTTW và 17-HD/UBKTTW ban hành năm 2012."
    first, second, third = extractor.extract(text).mentions
    assert (first.by, second.by, third.date) == (PartialDate(2012),) * 3

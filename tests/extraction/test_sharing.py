"""Whose the items of a list are: the author before it, each its own behind it, or nobody's."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor

LED_IN = [
    (
        "Ban Thường vụ Huyện ủy Lục Yên đã ban hành: Kế hoạch số 12-KH/HU ngày 3/4/2017 thực hiện "
        "Nghị quyết Trung ương 4 khóa XII; Kế hoạch số 15-KH/HU; Quy định số 3-QĐ/HU về tiếp dân.",
        {"12-KH/HU": True, "15-KH/HU": True, "3-QĐ/HU": True},
        "Ban Thường vụ Huyện ủy Lục Yên",
    ),
    (
        "Đảng ủy Khối đã ban hành 2 chỉ thị (số 4-CT/ĐUK, số 5-CT/ĐUK), 1 đề án (số 6-ĐA/ĐUK).",
        {"4-CT/ĐUK": True, "5-CT/ĐUK": True, "6-ĐA/ĐUK": True},
        "Đảng ủy Khối",
    ),
    (
        "UBND tỉnh ban hành nhiều văn bản chỉ đạo, trong đó có Công văn số 812/UBND-KT, Kế hoạch "
        "số 77/KH-UBND và Quyết định số 31/QĐ-STC.",
        {"812/UBND-KT": True, "77/KH-UBND": True, "31/QĐ-STC": False},
        "UBND tỉnh",
    ),
    (
        "Tỉnh ủy ban hành các văn bản sau:\n- Nghị quyết số 9-NQ/TU về rừng;\n"
        "- Chỉ thị số 8-CT/TU về trường học.",
        {"9-NQ/TU": True, "8-CT/TU": True},
        "Tỉnh ủy",
    ),
    (
        "Tỉnh ủy ban hành Đề án số 02-ĐA/TU về cán bộ; Nghị quyết số 71-NQ/TU về chi bộ; tổng kết "
        "Nghị quyết số 5-NQ/TU; thực hiện Chỉ thị số 6-CT/TU.",
        {"02-ĐA/TU": True, "71-NQ/TU": True, "5-NQ/TU": False, "6-CT/TU": False},
        "Tỉnh ủy",
    ),
    (  # the objects of what is issued are not issued with it
        "UBND tỉnh ban hành Quyết định số 40/QĐ-UBND thay thế Quyết định số 5/QĐ-UBND, Quyết định "
        "số 6/QĐ-UBND.",
        {"40/QĐ-UBND": True, "5/QĐ-UBND": False, "6/QĐ-UBND": False},
        "UBND tỉnh",
    ),
    (  # what others issued
        "Sở Tài chính ban hành nhiều quy định theo các văn bản: Nghị định số 15/2019/NĐ-CP.",
        {"15/2019/NĐ-CP": False},
        "Sở Tài chính",
    ),
]


@pytest.mark.parametrize(("text", "whose", "issuer"), LED_IN)
def test_the_author_before_a_list_is_that_of_its_items(
    extractor: Extractor, text: str, whose: dict[str, bool], issuer: str
) -> None:
    found = {str(m.number): m.issuer for m in extractor.extract(text).mentions if m.number}
    assert found == {number: issuer if own else None for number, own in whose.items()}


BEHIND = [
    (
        "Học tập Chỉ thị số 35-CT/TW, Kế hoạch số 73-KH/TU ngày 3/7/2024 và Kế hoạch số 90-KH/HU "
        "của Bộ Chính trị, Ban Thường vụ Tỉnh ủy, Ban Thường vụ Huyện ủy về đại hội.",
        ["Bộ Chính trị", "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Huyện ủy"],
    ),
    (
        "Nghị quyết số 12/2019/NQ-HĐND và Quyết định số 31/2019/QĐ-UBND của HĐND tỉnh, UBND tỉnh.",
        ["HĐND tỉnh", "UBND tỉnh"],
    ),
    # One code, or fewer bodies than items: all are of the bodies together.
    (
        "Quy định số 22-QĐ/TW, Quy định số 37-QĐ/TW của Ban Chấp hành Trung ương.",
        ["Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương"],
    ),
    # A body of another level is not shared back.
    (
        "Quán triệt Kế hoạch số 73-KH/TU và Kế hoạch số 90-KH/HU của Huyện ủy Lục Yên.",
        [None, "Huyện ủy Lục Yên"],
    ),
]


@pytest.mark.parametrize(("text", "issuers"), BEHIND)
def test_issuers_behind_a_list(extractor: Extractor, text: str, issuers: list[str | None]) -> None:
    assert [m.issuer for m in extractor.extract(text).mentions] == issuers


DISTRICTS = [
    ("UBKT Huyện ủy Lục Yên bàn Quyết định số 45-QĐ/HU.", [("huyện Lục Yên", True)]),
    ("Ở huyện Lục Yên, Huyện ủy ra Quyết định số 45-QĐ/HU.", [("huyện Lục Yên", False)]),
    ("UBND thị xã Nghĩa Lộ bàn Kế hoạch số 4-KH/HU.", [("thị xã Nghĩa Lộ", True)]),
    ("THỊ ỦY HƯƠNG THỦY\nSố 9-BC/ThU\nTheo Kế hoạch số 4-KH/ThU", [("thị xã HƯƠNG THỦY", True)]),
    ("UBND thị xã Gò Công Lê Văn A bàn Kế hoạch số 4-KH/HU.", [("thị xã Gò Công", True)]),
    ("UBND huyện Tam Nông Ban Thường vụ bàn Kế hoạch số 4-KH/HU.", [("huyện Tam Nông", True)]),
    ("Bí thư Huyện ủy Trần Văn Bình bàn Kế hoạch số 4-KH/HU.", []),  # a person
    ("UBND huyện Lục Yên bàn Kế hoạch số 4-KH/TU.", []),  # no district's number asks
    ("Kế hoạch số 4-KH/HU của Huyện ủy Lục Yên.", []),  # it is said
]


@pytest.mark.parametrize(("text", "named"), DISTRICTS)
def test_districts_are_looked_for_where_a_number_asks_whose_it_is(
    extractor: Extractor, text: str, named: list[tuple[str, bool]]
) -> None:
    found = extractor.extract(text).districts
    assert [(district.phrase, district.body) for district in found] == named

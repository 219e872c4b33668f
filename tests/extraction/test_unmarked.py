"""Texts written without diacritics, or misread by text recognition."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.model.relations import RelationKind


def test_words_without_marks_are_read(extractor: Extractor) -> None:
    text = (
        "Thuc hien Chi thi so 36-CT/TW ngay 16/8/2019 cua Bo Chinh tri ve phong chong ma tuy, "
        "Tinh uy Phu Tho ban hanh Chi thi so 28-CT/TU ngay 3/9/2019."
    )
    found = extractor.extract(text)
    assert [m.issuer for m in found.mentions] == ["Bộ Chính trị", "Tỉnh ủy Phú Thọ"]
    assert [m.span.of(text) == m.surface for m in found.mentions] == [True, True]
    assert found.mentions[0].title == "ve phong chong ma tuy"
    (said,) = found.statements
    assert (said.relation, said.subject, said.object) == (RelationKind.IMPLEMENTS, 1, 0)


def test_a_line_without_marks_among_others(extractor: Extractor) -> None:
    text = (
        "Hỏi đáp:\nnghi dinh 123/2021/ND-CP cua Chinh phu sua doi nghi dinh 100/2019/ND-CP\nĐúng ạ."
    )
    (said,) = extractor.extract(text).statements
    assert said.relation is RelationKind.AMENDS


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Theo quy dinh cua luat dat dai nam 2024 thi duoc.", "luat dat dai nam 2024"),
        ("Toi bi xu ly theo bo luat hinh su.", "bo luat hinh su"),
        (
            "Can cu Hien phap nuoc Cong hoa xa hoi chu nghia Viet Nam nam 2013;",
            "Hien phap nuoc Cong hoa xa hoi chu nghia Viet Nam nam 2013",
        ),
    ],
)
def test_laws_without_marks_are_read(extractor: Extractor, text: str, law: str) -> None:
    assert [m.surface for m in extractor.extract(text).mentions] == [law]


@pytest.mark.parametrize(
    "text",
    [
        "We cannot say so: the ban on a law, a do and a co. Call 0912 345 678 now.",
        "Ma don hang 2023/QD-55, lo hang so 12, ngay giao 3/4/2023 cua khach.",
    ],
)
def test_nothing_is_read_into_other_text(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).mentions == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kế hoạch sổ 143-KH/TU ngày O2/5/2019 của Tỉnh ủy Yên Bái", "2019-05-02"),
        ("Nghị quyết số 37-NQ/TW ngày 24/12/20l8 của Bộ Chính trị", "2018-12-24"),
        ("Nghị quyết 04-NQ/TW, 30/10/2016 của Ban Chấp hành Trung ương", "2016-10-30"),
        (
            "Ngày 16/11/2017, Thanh tra Ủy ban Chứng khoán Nhà nước ra Quyết định số 213/QĐ-XPVPHC",
            "2017-11-16",
        ),
        ("Công an đã có văn bản số 5581 / C 67 - P 9 ngày 28.12.2016 về giấy phép", "2016-12-28"),
        ("Nghị quyết 04-NQ/TW\n30/10/2016\ncủa Ban Chấp hành Trung ương", None),
    ],
)
def test_dates_misread_or_without_their_word(
    extractor: Extractor, text: str, date: str | None
) -> None:
    found = extractor.extract(text).mentions[0]
    assert (str(found.date) if found.date else None) == date


def test_letters_written_by_name_keep_their_offsets(extractor: Extractor) -> None:
    text = "Quyết định số 749/Q&ETH;-TTg ng&agrave;y 03/6/2020 của Thủ tướng Ch&iacute;nh phủ"
    found = extractor.extract(text).mentions[0]
    assert (str(found.number), str(found.date)) == ("749/QĐ-TTg", "2020-06-03")
    assert found.issuer == "Thủ tướng Chính phủ"
    assert found.surface == "Quyết định số 749/Q&ETH;-TTg ng&agrave;y 03/6/2020"


def test_a_letterhead_without_marks_above_a_marked_text(extractor: Extractor) -> None:
    text = "HUYEN UY NAM DAN - DANG CONG SAN VIET NAM\nSo 45-BC/HU\nBÁO CÁO nhanh\nV/v triển khai Nghị quyết số 9-NQ/TW\n"
    own = extractor.extract(text).mentions[0]
    assert (own.kind.value, str(own.number), own.title) == (
        "self",
        "45-BC/HU",
        "V/v triển khai Nghị quyết số 9-NQ/TW",
    )

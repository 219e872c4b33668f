"""Which province the district's body is of that a page of another province names."""

from __future__ import annotations

import pytest

from graph.model.sources import SourceText
from graph.pipeline import Reader


@pytest.mark.parametrize(
    ("issuer", "place", "work"),
    [
        ("Huyện ủy Yên Thành", "Hà Nội", "/eli/vn/nghe-an/yen-thanh-hu/nghi-quyet/2021-03-03/5"),
        ("Huyện ủy Đông Anh", "Hà Nội", "/eli/vn/ha-noi/dong-anh-hu/nghi-quyet/2021-03-03/5"),
        (
            "Huyện ủy Châu Thành",
            "Sóc Trăng",
            "/eli/vn/soc-trang/chau-thanh-hu/nghi-quyet/2021-03-03/5",
        ),
        ("Huyện ủy Châu Thành", "Hà Nội", None),  # of those that have one, none is nearer
    ],
)
def test_the_province_of_a_district(
    reader: Reader, issuer: str, place: str, work: str | None
) -> None:
    text = f"Nghị quyết số 5-NQ/HU ngày 3/3/2021 của {issuer} nêu rõ."
    (found,) = reader.references(SourceText("t", text, "t", place=place)).references
    assert found["resolution"]["work"] == work


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kết luận số 445 - KL/TƯ ngày 20.4.2023 của BTV Tỉnh ủy", "445-KL/TU"),
        ("Chỉ thị số 05-CT/TƯ ngày 15/5/2016 của Bộ Chính trị", "05-CT/TW"),
    ],
)
def test_whose_tu_it_is(reader: Reader, text: str, number: str) -> None:
    (found,) = reader.references(SourceText("t", text, "t", place="Nam Định")).references
    assert found["number"] == number

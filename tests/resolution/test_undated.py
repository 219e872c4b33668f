"""A number that comes again each year or term is nobody's until something dates it."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_registry())


ROWS = [
    ("Công điện số 98765/CĐ-TTg của Thủ tướng Chính phủ", None, "unresolved"),
    ("Công điện số 98765/CĐ-TTg ngày 12/5/2019 của Thủ tướng Chính phủ", None, "resolved"),
    ("Công điện số 98765/CĐ-TTg của Thủ tướng Chính phủ", 2019, "resolved"),
    ("Kết luận số 9876-KL/TW", None, "unresolved"),
    ("Thông tư số 987/2019/TT-BTC", None, "resolved"),
    ("Nghị định số 98761/CP", 2014, "unresolved"),
    ("Nghị định số 98761/CP", 1995, "resolved"),
    ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", 2020, "unplaced"),
]


@pytest.mark.parametrize(("text", "year", "status"), ROWS)
def test_what_dates_a_number(reader: Reader, text: str, year: int | None, status: str) -> None:
    published = PartialDate(year, 6, 1) if year else None
    source = make_source(f"Thực hiện {text}.", "bai.txt", published=published)
    (row,) = reader.references(source).to_dict()["references"]
    found = row["resolution"]
    assert found["status"] == status.replace("unplaced", "unresolved")
    assert (found["work"] is None) == (status != "resolved")
    assert len(found["candidates"]) == (status == "unresolved")

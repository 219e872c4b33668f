"""A date with one part wrong is a slip, and reported; all wrong, it is another document's."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_registry())


# Chỉ thị số 39-CT/TW of 18/8/2014, Nghị định số 30/2020/NĐ-CP of 5/3/2020.
ROWS = [
    ("Chỉ thị số 39-CT/TW ngày 18/8/2014", "resolved", 0),
    ("Chỉ thị số 39-CT/TW ngày 18/8/2015", "resolved", 1),
    ("Chỉ thị số 39-CT/TW ngày 19/8/2014", "resolved", 1),
    ("Chỉ thị số 39-CT/TW ngày 05/6/2013", "ambiguous", 0),
    ("Chỉ thị số 39-CT/TW ngày 05/6/2013 về công tác bảo vệ chính trị nội bộ", "resolved", 1),
    ("Nghị định số 30/2020/NĐ-CP ngày 20/12/2020", "resolved", 1),
    ("Thông tư số 987/2005/TT-BNV ngày 15/7/2008", "resolved", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "conflicts"), ROWS)
def test_slips_of_dates(reader: Reader, text: str, status: str, conflicts: int) -> None:
    source = make_source(f"Thực hiện {text}.", "bai.txt")
    found = reader.references(source).to_dict()["references"][0]["resolution"]
    assert (found["status"], len(found["conflicts"])) == (status, conflicts)


# What nobody else knows, dated after the text that cites it; what is known by another date.
TO_COME = [
    ("Thông báo số 174/TB-UBND ngày 28/12/2019 của UBND tỉnh Yên Bái", None),
    ("Quyết định số 87/2021/QĐ-UBND của UBND tỉnh Yên Bái", None),
    ("Thông báo số 174/TB-UBND ngày 28/12/2018 của UBND tỉnh Yên Bái", "2018-12-28"),
]


@pytest.mark.parametrize(("text", "day"), TO_COME)
def test_a_date_after_the_citing_text(reader: Reader, text: str, day: str | None) -> None:
    source = make_source(f"Xem {text}.", "bai.txt", published=PartialDate(2019, 4))
    found = reader.references(source).to_dict()["references"][0]["resolution"]["work"]
    assert (found and found.split("/")[-2]) == day


def test_another_ministry_issues_its_own(reader: Reader) -> None:
    text = (
        "Thông tư số 12/2017/TT-BGTVT về giấy phép lái xe. Thông tư 12 của Bộ Lao động - Thương "
        "binh và Xã hội về trung cấp. Thông tư 12 của Bộ Giao thông vận tải."
    )
    rows = reader.references(make_source(text, "bai.txt")).to_dict()["references"]
    first, second, third = (row["resolution"]["work"] for row in rows)
    assert (first, second) == ("/eli/vn/tw/bgtvt/thong-tu/2017/12", None)
    assert third == first


# The number of the law on elections, the day of the one on statistics.
NUMBERED = [
    ("Luật Thống kê số 85/2015/QH13 ngày 23 tháng 11 năm 2015", "ambiguous"),
    ("Luật Thống kê số 89/2015/QH13 ngày 23 tháng 11 năm 2015", "resolved"),
    ("Luật Thống kê số 89/2015/QH13 ngày 13 tháng 11 năm 2015", "resolved"),
]


@pytest.mark.parametrize(("text", "status"), NUMBERED)
def test_a_number_of_another_law(reader: Reader, text: str, status: str) -> None:
    found = reader.references(make_source(f"Căn cứ {text}.", "bai.txt")).to_dict()["references"]
    assert found[0]["resolution"]["status"] == status

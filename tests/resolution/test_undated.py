"""A number that comes again each year or term is nobody's until something dates it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model.dates import PartialDate
from graph.model.mentions import Mention, MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.seeding import load_registry
from graph.model.spans import Span
from graph.pipeline import Reader, make_reader
from graph.reading import make_source
from graph.resolution.completing import repeated


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_registry())


ROWS = [
    ("Công điện số 98765/CĐ-TTg của Thủ tướng Chính phủ", None, "unresolved"),
    ("Công điện số 98765/CĐ-TTg ngày 12/5/2019 của Thủ tướng Chính phủ", None, "resolved"),
    ("Công điện số 98765/CĐ-TTg của Thủ tướng Chính phủ", 2019, "unresolved"),
    ("Kết luận số 9876-KL/TW", None, "unresolved"),
    ("Thông tư số 987/2019/TT-BTC", None, "resolved"),
    ("Nghị định số 98761/CP", 2014, "unresolved"),
    ("Nghị định số 98761/CP", 1995, "unresolved"),
    ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", 2020, "unplaced"),
    # a body made years later issued nothing then
    ("Kết luận số 98761 ngày 11/12/2018 của Cục Thuế", 2018, "unplaced"),
    ("Kết luận số 98761 ngày 11/12/2025 của Cục Thuế", 2025, "resolved"),
    ("Kết luận số 98761 ngày 11/12/2018 của Cục Thuế TP. Hà Nội", 2018, "resolved"),
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


def test_a_title_that_fits_none_best_leaves_a_plenum_s_resolution_open(reader: Reader) -> None:
    for title, status in (
        ("công tác cán bộ của Hà Nội", "ambiguous"),
        ("phòng, chống tham nhũng, lãng phí", "resolved"),
    ):
        text = f"Hội nghị tổng kết Nghị quyết Trung ương 3 về {title}."
        source = make_source(text, "bai.txt", published=PartialDate(2018, 6, 1))
        (row,) = reader.references(source).to_dict()["references"]
        assert row["resolution"]["status"] == status


def test_a_directive_with_its_year_is_of_no_other(reader: Reader) -> None:
    for text, work in (
        ("Theo Chỉ thị 11/2016 của Thủ tướng Chính phủ", "/eli/vn/tw/ttg/chi-thi/2016/11"),
        ("Theo Chỉ thị 11/2020 của Thủ tướng Chính phủ", "/eli/vn/tw/ttg/chi-thi/2020-03-04/11"),
    ):
        source = make_source(text, "bai.txt", published=PartialDate(2026, 6, 1))
        (row,) = reader.references(source).to_dict()["references"]
        assert row["resolution"]["work"] == work


def test_a_number_completed_once_is_the_same_later() -> None:
    span, legacy = Span(0, 1), NumberForm.LEGACY
    bare = Mention(span=span, surface="", kind=MentionKind.SHORT, type="nghi-dinh",
                   number=DocumentNumber("141", "", legacy))  # fmt: skip
    full, other = (
        replace(bare, number=DocumentNumber("141", "NĐ-CP", NumberForm.NORMATIVE, year))
        for year in (2017, 2016)
    )
    dated = replace(bare, date=PartialDate(2011))
    assert repeated([full, bare, dated]) == [full, full, dated]
    assert repeated([full, bare, other]) == [full, bare, other], "of two it is either"
    assert repeated([bare]) == [bare]


# What stands in brackets behind a name says of which year the law is, or that it is a bill.
REVISED = [
    ("Luật Phòng, chống tham nhũng (sửa đổi, bổ sung năm 2012)", PartialDate(2019, 3, 5), None),
    ("Luật Viên chức (sửa đổi bổ sung 2019)", PartialDate(2025, 4, 5), None),
    ("Luật Đất đai (sửa đổi năm 2024)", PartialDate(2026, 3, 5), "2024-01-18/31"),
    ("dự án Luật Đất đai (sửa đổi)", PartialDate(2022, 9, 5), None),
    ("dự án Luật Đất đai (sửa đổi)", PartialDate(2023, 3, 5), "2024-01-18/31"),
    ("Luật Đất đai (sửa đổi)", PartialDate(2024, 1, 20), "2024-01-18/31"),
    # a bill is not the law that it is to follow, whether it says so or not
    ("dự thảo Luật Đất đai", PartialDate(2023, 3, 5), "2024-01-18/31"),
    ("dự thảo Luật Đất đai", PartialDate(2020, 3, 5), None),
    ("Luật Đất đai", PartialDate(2023, 3, 5), "2013-11-29/45"),
]


@pytest.mark.parametrize(("name", "published", "work"), REVISED)
def test_a_revised_law(reader: Reader, name: str, published: PartialDate, work: str | None) -> None:
    source = make_source(f"Hội nghị góp ý {name}.", "bai.txt", published=published)
    found = reader.references(source).to_dict()["references"][0]["resolution"]
    assert found["work"] == (work and f"/eli/vn/tw/qh/luat/{work}")


def test_a_number_of_the_assembly_without_its_year_is_not_of_the_citing_year(
    reader: Reader,
) -> None:
    source = make_source(
        "Theo Nghị quyết số 12/QH13.", "bai.txt", published=PartialDate(2019, 3, 5)
    )
    assert reader.references(source).to_dict()["references"][0]["resolution"]["work"] is None


BESIDE = [
    ("Luật Đất đai có hiệu lực từ ngày 01/8/2024, thay thế Luật Đất đai năm 2013.", "31", "45"),
    ("Luật Đất đai có nhiều điểm mới so với Luật Đất đai năm 2013.", "31", "45"),
]


@pytest.mark.parametrize(("text", "undated", "dated"), BESIDE)
def test_a_name_is_not_the_former_law_beside_it(
    reader: Reader, text: str, undated: str, dated: str
) -> None:
    source = make_source(text, "bai.txt", published=PartialDate(2024, 9, 10))
    rows = reader.references(source).to_dict()["references"]
    assert [row["resolution"]["work"].rsplit("/")[-1] for row in rows] == [undated, dated]


OLDER = [
    "Nghị định số 01/2017/NĐ-CP ngày 06/01/2017 sửa đổi, bổ sung một số nghị định quy định "
    "chi tiết thi hành Luật Đất đai",
    "Nghị định số 43/2014/NĐ-CP ngày 15/5/2014 quy định chi tiết một số điều của Luật Đất đai",
]


@pytest.mark.parametrize("text", OLDER)
def test_a_law_in_an_older_title_is_that_of_its_day(reader: Reader, text: str) -> None:
    source = make_source(f"Áp dụng Điều 2 {text}.", "bai.txt", published=PartialDate(2025, 3, 3))
    rows = reader.references(source).to_dict()["references"]
    assert rows[1]["resolution"]["work"] == "/eli/vn/tw/qh/luat/2013-11-29/45"

"""What stands around a recurring number tells which document is meant; else it is left open."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


def rows(reader: Reader, text: str, published: str) -> list[Any]:
    source = make_source(text, "test", published=PartialDate.parse(published))
    found: list[Any] = reader.references(source).to_dict()["references"]
    return found


def days(reader: Reader, text: str, published: str) -> list[str | None]:
    """Return of each reference the day of the work that it was resolved to."""
    works = [row["resolution"]["work"] for row in rows(reader, text, published)]
    return [work and work.split("/")[-2] for work in works]


# Which of the namesakes is meant, by words of its subject.
SUBJECTS = [
    ("Nhờ sắp xếp bộ máy tinh gọn theo Nghị quyết 18, huyện giảm 9 đầu mối.", ["2017-10-25"]),
    ("Theo Nghị quyết số 18-NQ/TW, giá đất phải sát thị trường.", ["2022-06-16"]),
    ("Trạm y tế xã được đầu tư theo Nghị quyết số 20-NQ/TW, dân đỡ vất vả.", ["2017-10-25"]),
    ("Xã lập thêm hai hợp tác xã từ khi có Nghị quyết 20.", ["2022-06-16"]),
    ("Đoàn viên đăng ký học tập và làm theo Bác theo Chỉ thị 05-CT/TW.", ["2016-05-15"]),
    ("Số hộ nghèo giảm nhanh nhờ Chỉ thị số 05-CT/TW.", ["2021-06-23"]),
    ("Bà con được vay vốn ưu đãi theo Chỉ thị 40.", ["2014-11-22"]),
    ("Các nghị quyết số 18, 19-NQ/TW về nông thôn và giá đất.", ["2022-06-16", "2022-06-16"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), SUBJECTS)
def test_words_of_the_subject_decide(reader: Reader, text: str, found: list[str]) -> None:
    assert days(reader, text, "2023-10-02") == found


COMPANIONS = [
    # A conclusion whose title names one of them.
    ("Quán triệt Chỉ thị số 05-CT/TW và Kết luận số 01-KL/TW.", ["2016-05-15", "2021-05-18"]),
    ("Nhìn lại Chỉ thị 40-CT/TW, rồi Kết luận số 06-KL/TW.", ["2014-11-22", "2021-06-10"]),
    # What was issued on the same day, where one of the two is known.
    ("Nghị quyết 20 và Nghị quyết 21-NQ/TW ngày 25/10/2017.", ["2017-10-25", "2017-10-25"]),
    # The name of the plenum beside it.
    ("Nghị quyết Trung ương 4 khóa XII, Nghị quyết số 04-NQ/TW.", ["2016-10-30", "2016-10-30"]),
    # What carries one out is younger than it.
    ("Kế hoạch số 12-KH/TU ngày 5/7/2016 thực hiện Chỉ thị số 05-CT/TW.", [None, "2016-05-15"]),
    ("Nghị quyết 18 và Nghị quyết 19: xã thêm 3 mô hình nông nghiệp.", ["2022-06-16"] * 2),
]


@pytest.mark.parametrize(("text", "found"), COMPANIONS)
def test_documents_that_stand_together_decide(reader: Reader, text: str, found: list[str]) -> None:
    assert days(reader, text, "2023-10-02") == found


STATED = [
    "Nghị quyết số 18-NQ/TW của Trung ương 6 khóa XII",
    "Nghị quyết số 18-NQ/TW của Trung ương 6 (khóa XII)",
    "Nghị quyết số 18-NQ/TW của BCH Trung ương lần thứ sáu khoá XII",
    "Nghị quyết 18, Hội nghị Trung ương 6 khóa XII",
    "Nghị quyết số 18-NQ/TW (Trung ương 6, khóa XII)",
]


@pytest.mark.parametrize("text", STATED)
def test_a_stated_term_goes_before_the_term_of_writing_and_the_words(
    reader: Reader, text: str
) -> None:
    assert days(reader, f"Tổng kết {text} về đất đai.", "2024-12-01") == ["2017-10-25"]


def test_a_term_before_the_verb_is_the_documents(reader: Reader) -> None:
    text = "Hội nghị lần thứ 6 Ban Chấp hành Trung ương khóa XII ban hành Nghị quyết 20-NQ/TW."
    assert days(reader, text, "2024-12-01") == ["2017-10-25"]


def test_a_plenum_that_acts_is_no_issuer_of_what_stands_before_it(reader: Reader) -> None:
    (row,) = rows(
        reader, "Sau Nghị quyết 18-NQ/TW, Hội nghị Trung ương 8 khóa XIII đã họp.", "2024-12-01"
    )
    assert (row["issuer"], row["resolution"]["status"]) == (None, "ambiguous")


OPEN = [
    # The older is still carried out, the newer not new any more, and nothing decides.
    ("Hội nghị quán triệt Nghị quyết số 18-NQ/TW.", "2024-03-01"),
    ("Đồng chí nói về Chỉ thị 05-CT/TW.", "2023-03-01"),
    ("Kế hoạch số 12-KH/TU ngày 5/9/2021 thực hiện Chỉ thị số 05-CT/TW.", "2023-03-01"),
    # Words of both.
    ("Nghị quyết 18 bàn chuyện bộ máy hay giá đất?", "2024-03-01"),
    # The words are of another's title.
    ("Quán triệt Nghị quyết 18 và Nghị quyết số 27-NQ/TW về cải cách tiền lương.", "2024-03-01"),
]


@pytest.mark.parametrize(("text", "published"), OPEN)
def test_nothing_that_decides_leaves_it_open(reader: Reader, text: str, published: str) -> None:
    first = rows(reader, text, published)[-1 if "Kế hoạch" in text else 0]["resolution"]
    assert first["status"] == "ambiguous"
    assert len(first["candidates"]) > 1
    assert first["why"]


UNTOUCHED = [
    ("just issued", "Hội nghị quán triệt Nghị quyết số 18-NQ/TW.", "2022-08-01", "2022-06-16"),
    ("the older one has passed", "Quán triệt Chỉ thị số 45-CT/TW.", "2025-12-20", "2025-04-14"),
    ("only one by then", "Quán triệt Chỉ thị 05-CT/TW.", "2019-03-01", "2016-05-15"),
]


@pytest.mark.parametrize(
    ("text", "published", "day"), [row[1:] for row in UNTOUCHED], ids=[r[0] for r in UNTOUCHED]
)
def test_the_term_of_writing_still_decides(
    reader: Reader, text: str, published: str, day: str
) -> None:
    assert days(reader, text, published) == [day]

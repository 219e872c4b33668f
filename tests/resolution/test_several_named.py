"""A short reference where the text itself names several documents of its number."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


def last(reader: Reader, text: str, place: str | None = None) -> tuple[str, str | None, int]:
    """Return status, day of the work and number of candidates of the last reference."""
    source = make_source(text, "bai", published=PartialDate(2025, 9, 10), place=place)
    found = reader.references(source).to_dict()["references"][-1]["resolution"]
    work = found["work"]
    return found["status"], work and work.split("/")[-2], len(found.get("candidates", ()))


BOTH = "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18-NQ/TW ngày 16/6/2022. "
FIVES = "Chỉ thị số 05-CT/TW ngày 15/5/2016, Chỉ thị số 05-CT/TW ngày 23/6/2021. "
DECISIONS = (
    "Quyết định số 120/QĐ-UBND ngày 3/3/2018 và Quyết định số 120/QĐ-UBND ngày 5/3/2025 của UBND "
    "tỉnh. "
)

OPEN = [
    BOTH + "Hội nghị nghe báo cáo về Nghị quyết số 18.",
    BOTH + "Hội nghị nghe báo cáo về Nghị quyết số 18-NQ/TW.",
    FIVES + "Các chi bộ học Chỉ thị 05.",
    "Chỉ thị số 05-CT/TW khóa XII và Chỉ thị số 05-CT/TW khóa XIII. Các chi bộ học Chỉ thị 05.",
    DECISIONS + "Quyết định số 120/QĐ-UBND nêu rõ.",
    # One of them is the National Assembly's, whose misprint made two of it.
    "Nghị quyết số 42/2017/QH14 về xử lý nợ xấu được Nghị quyết số 42/2017/QH4 nêu lại. Tỉnh thực "
    "hiện Nghị quyết 42 về nông nghiệp.",
    # The words are said of its namesake.
    BOTH + "Nghị quyết 18-NQ/TW năm 2022 nói về giá đất. Rồi đến Nghị quyết số 18.",
]


@pytest.mark.parametrize("text", OPEN)
def test_nothing_but_the_number_leaves_it_open(reader: Reader, text: str) -> None:
    status, work, candidates = last(reader, text, "Nghệ An")
    assert (status, work) == ("ambiguous", None)
    assert candidates > 1


STATED = [
    (BOTH + "Nghị quyết 18 năm 2017 nói gì?", "2017-10-25"),
    (BOTH + "Nghị quyết 18 ngày 16/6/2022 nói gì?", "2022-06-16"),
    (BOTH + "Nghị quyết 18 khóa XII nói gì?", "2017-10-25"),
    (BOTH + "Kết luận số 121-KL/TW tổng kết Nghị quyết số 18.", "2017-10-25"),
    (BOTH + "Tỉnh tinh gọn bộ máy theo Nghị quyết số 18.", "2017-10-25"),
    ("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị. Chi bộ học Chỉ thị 05.", "2016-05-15"),
]


@pytest.mark.parametrize(("text", "day"), STATED)
def test_what_is_stated_decides(reader: Reader, text: str, day: str) -> None:
    assert last(reader, text)[:2] == ("resolved", day)


# One namesake stands before, but what the short reference states is another's.
ANOTHER = [
    ("Nghị quyết số 18-NQ/TW ngày 16/6/2022. Nghị quyết 18 ngày 25/10/2017.", "2017-10-25"),
    ("Nghị quyết số 18-NQ/TW ngày 16/6/2022. Nghị quyết 18 khóa XII.", "2017-10-25"),
    ("Nghị quyết số 18-NQ/TW ngày 16/6/2022. Nghị quyết 18 của Bộ Chính trị.", "2007-10-25"),
    # a full number too, and of what states neither day nor term
    ("Nghị quyết số 18-NQ/TW ngày 16/6/2022 khác Nghị quyết số 18-NQ/TW khóa XII.", "2017-10-25"),
    ("Chỉ thị số 05-CT/TW ngày 15/5/2016 và Chỉ thị số 05-CT/TW (khóa XIII).", "2021-06-23"),
    ("Nghị quyết 29-NQ/TW về giáo dục. Nghị quyết 29 khóa XI và Nghị quyết 29 khóa XIII.",
     "2022-11-17"),
    ("Nghị quyết số 18-NQ/TW ngày 16/6/2022. Kết luận số 121-KL/TW tổng kết Nghị quyết 18.",
     "2017-10-25"),
    ("Chỉ thị số 40-CT/TU ngày 10/10/2022 của Tỉnh ủy. Sau 11 năm thực hiện Chỉ thị 40 của Ban Bí "
     "thư, vốn tăng.", "2014-11-22"),
    ("Chỉ thị số 40-CT/TU ngày 10/10/2022 của Tỉnh ủy. Sau đó bàn Chỉ thị 40 của Ban Thường vụ "
     "Tỉnh ủy.", "2022-10-10"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), ANOTHER)
def test_what_is_stated_goes_before_what_stands_near(reader: Reader, text: str, day: str) -> None:
    assert last(reader, text, "Nghệ An")[:2] == ("resolved", day)


def test_the_place_of_before_a_merger_is_the_same(reader: Reader) -> None:
    text = (
        "Chỉ thị số 40-CT/TU ngày 10/10/2022 của Tỉnh ủy Lâm Đồng. Chỉ thị 40 của Tỉnh ủy Lâm Đồng."
    )
    assert last(reader, text)[:2] == ("resolved", "2022-10-10")


OLD = [
    # Each term gives a number anew: the one that is known is long past.
    ("Quy định số 19-QĐ/TW được phổ biến.", None),
    ("Quy định số 19-QĐ/TW ngày 3/1/2002 được phổ biến.", "2002-01-03"),
    # A title tells, and some are carried out still.
    ("Quy định số 47-QĐ/TW về những điều đảng viên không được làm.", "2011-11-01"),
    ("Hội nghị quán triệt Nghị quyết số 57-NQ/TW.", "2024-12-22"),
]


@pytest.mark.parametrize(("text", "day"), OLD)
def test_the_only_one_known_may_be_too_old(reader: Reader, text: str, day: str | None) -> None:
    status, work, _ = last(reader, text)
    assert (status, work) == ("resolved" if day else "ambiguous", day)

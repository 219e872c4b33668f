"""Which law a bare name means, by the words beside it; bills and names that no law bears."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


def works(reader: Reader, text: str, written: str | None) -> list[str | None]:
    """Return the date and ordinal of each reference's work, None where it is left open."""
    source = make_source(text, "bai", published=PartialDate.parse(written) if written else None)
    rows = reader.references(source).to_dict()["references"]
    found = [row["resolution"]["work"] for row in rows]
    return [work and "/".join(work.split("/")[-2:]) for work in found]


LAND_2003, LAND_2013 = "2003-11-26/13", "2013-11-29/45"
SCHOOL_2005, SCHOOL_2019 = "2005-06-14/38", "2019-06-14/43"
CODE_1999, CODE_2015 = "1999-12-21/15", "2015-11-27/100"
WORDS = [
    # In force on the day of writing, though a new one was passed.
    ("Theo Luật Giáo dục hiện hành, học phí do tỉnh định. Luật Giáo dục 2019 sẽ đổi điều đó.",
     "2019-08-02", [SCHOOL_2005, SCHOOL_2019]),
    ("Luật Nhà ở 2014 có hiệu lực từ 1/7/2015. Hiện Luật Nhà ở chỉ cho mua một căn; hiện nay, theo "
     "Luật Nhà ở, thủ tục còn khó.", "2015-03-03", ["2014-11-25/65"] + ["2005-11-29/56"] * 2),
    ("Luật Giáo dục (LGD) đang có hiệu lực không nói tới.", "2019-08-02", [SCHOOL_2005]),
    ("Bộ luật Hình sự cũ không có tội này.", "2019-03-01", [None]),
    ("Bộ luật Hình sự trước đây xử khác.", "2019-03-01", [None]),
    ("Trước đây, theo Luật Cư trú, nhà nào cũng có sổ.", "2022-02-02", [None]),
    # The year behind an abbreviation in brackets; a revised law's abbreviation.
    ("Theo Bộ luật Dân sự (BLDS) năm 2005 thì khác với BLDS năm 2015.", "2018-02-01",
     ["2005-06-14/33", "2015-11-24/91"]),
    ("Luật Bảo hiểm y tế (BHYT) sửa đổi có hiệu lực từ tháng 1.", "2015-03-01", [None]),
    # A law in the title of a decree of no known year; two laws that took the place of one.
    ("Nghị định 180 hướng dẫn thi hành một số điều của Luật Xây dựng về trật tự đô thị.",
     "2016-01-20", [None, None]),
    ("Giải quyết theo Luật Khiếu nại, tố cáo.", "2017-06-02", [None]),
    ("Giải quyết theo Luật Khiếu nại, tố cáo.", None, [None]),
    ("Giải quyết theo Luật Khiếu nại, tố cáo.", "2009-06-02", ["1998-12-02/9"]),
    # What is said of its days.
    ("Luật Báo chí mới được thông qua ngày 5/4/2016. Theo Luật Báo chí 1989 thì khác.",
     "2016-05-05", ["2016-04-05/103", "1989-12-28/29"]),
    ("Luật Bảo hiểm xã hội có hiệu lực từ 1/7/2025 nêu rõ. Luật BHXH hiện hành thì chưa.",
     "2025-03-10", ["2024-06-29/41", "2014-11-20/58"]),
    ("Quốc hội thông qua Luật An ninh mạng, Luật Đầu tư. Luật Đầu tư cắt giảm ngành nghề.",
     "2025-12-12", ["2025-12-10/116", "2025-12-11/143", None]),
    ("Quốc hội sẽ thông qua Luật Đầu tư.", "2025-06-12", ["2020-06-17/61"]),
    # Passed, and not in force yet.
    ("Theo Luật Bảo hiểm xã hội, người lao động đóng 20 năm.", "2025-03-10", [None]),
    ("Theo Luật Bảo hiểm xã hội, người lao động đóng 15 năm.", "2025-08-10", ["2024-06-29/41"]),
    ("Nghị định số 115/2015/NĐ-CP ngày 11/11/2015 quy định chi tiết một số điều của Luật Bảo hiểm "
     "xã hội.", "2018-08-10", ["2015-11-11/115", "2014-11-20/58"]),
    # Another code is told by an article than by a year.
    ("Nhận hối lộ, Điều 354 Bộ luật Hình sự. Xưa là Điều 279 Bộ luật Hình sự năm 1999. BLHS khác.",
     "2023-08-01", [CODE_2015, CODE_1999, None]),
    # A year that is said later is not that of what was in force when the text was written.
    ("Vi phạm Điều 118 Luật Đất đai. Công ty nói phải theo Luật Đất đai năm 2003.", "2016-06-20",
     [LAND_2013, LAND_2003]),
    ("Theo Luật Đất đai năm 2003 thì được. Luật Đất đai không cấm.", "2016-06-20",
     [LAND_2003, LAND_2003]),
    # What a dated document details is what was passed last by its day.
    ("Bị cáo phạm tội theo Bộ luật Hình sự năm 1999. Nghị quyết số 41/2017/QH14 ngày 20/6/2017 về "
     "việc thi hành Bộ luật Hình sự có lợi cho bị cáo.", "2018-06-20",
     [CODE_1999, "2017-06-20/41", None]),
    # A bill is no law of before, and beside it the bare name may be its own.
    ("Bà nói về dự thảo Luật sửa đổi, bổ sung một số điều của Luật Giáo dục.", "2018-05-02",
     [None, SCHOOL_2005]),
    ("Dự án Luật Báo chí (sửa đổi) được trình. Ông muốn Luật Báo chí nói rõ hơn.", "2015-05-02",
     ["2016-04-05/103", None]),
    # Behind the revised law a bare name is not of what is named with a year later on.
    ("Luật Hôn nhân và gia đình (sửa đổi) vừa được thông qua. Luật Hôn nhân và gia đình cho mang "
     "thai hộ. Luật Hôn nhân và gia đình năm 2000 cấm điều này.", "2014-07-14",
     ["2014-06-19/52", None, "2000-06-09/22"]),
    ("Góp ý dự thảo Luật sửa đổi Luật Sở hữu trí tuệ.", "2022-05-05",
     ["2022-06-16/7", "2005-11-29/50"]),
    ("Luật Đất đai sửa đổi chưa được thông qua. Luật Đất đai 2003 còn hạn chế.", "2013-06-06",
     [LAND_2013, LAND_2003]),
    # A law amends none that is younger.
    ("Quốc hội thông qua Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự số 100/2015/QH13.",
     "2017-06-21", ["2017-06-20/12", CODE_2015]),
    # Its name without the numbers of what it amends.
    ("Quốc hội bấm nút Luật sửa đổi, bổ sung một số điều của Luật Đất đai, Luật Nhà ở, Luật Kinh "
     "doanh bất động sản và Luật Các tổ chức tín dụng ngày 29/6/2024.", "2024-07-30",
     ["2024-06-29/43"]),
    # Names of no known law.
    ("Bộ Tài chính soạn Luật Thuế tài sản.", "2018-04-14", [None]),
    ("Theo Luật Lữ quán năm 2015, khách phải khai báo.", "2018-04-14", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "found"), WORDS)
def test_words_beside_a_law(
    reader: Reader, text: str, written: str | None, found: list[str | None]
) -> None:
    assert works(reader, text, written)[: len(found)] == found


def test_a_name_of_no_known_law_keeps_its_work_as_a_candidate(reader: Reader) -> None:
    source = make_source("Dự án Luật Lữ quán.", "bai", published=PartialDate(2018, 4, 14))
    (row,) = reader.references(source).to_dict()["references"]
    assert row["resolution"]["status"] == "unresolved"
    assert [one["work"] for one in row["resolution"]["candidates"]] == [
        "/eli/vn/tw/qh/luat/-/luat-lu-quan"
    ]


POINTED = [
    ("Đảng có Nghị quyết số 19-NQ/TW ngày 25/10/2017. Tại nghị quyết này, Chính phủ nêu rõ.", None),
    ("Đảng có Nghị quyết số 19-NQ/TW ngày 25/10/2017. Tại nghị quyết này, Trung ương nêu rõ.",
     "2017-10-25/19"),
    ("Chính phủ ra Nghị quyết số 35/NQ-CP. Nghị quyết này của Quốc hội thì khác.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), POINTED)
def test_a_pointer_of_another_body(reader: Reader, text: str, found: str | None) -> None:
    source = make_source(text, "bai", published=PartialDate(2019, 5, 2))
    (row,) = reader.references(source).to_dict()["pointers"]
    work = row["resolution"]["work"]
    assert (work and "/".join(work.split("/")[-2:])) == found


CONGRESSES = [
    ("Các cấp Hội và hội viên thực hiện Nghị quyết Đại hội XII.", False),
    ("Công đoàn thực hiện Nghị quyết Đại hội XII.", False),
    ("Huyện ủy thực hiện Nghị quyết Đại hội XII.", True),
    ("Công đoàn thực hiện Nghị quyết Đại hội XII của Đảng.", True),
]


@pytest.mark.parametrize(("text", "known"), CONGRESSES)
def test_whose_congress(reader: Reader, text: str, known: bool) -> None:
    assert (works(reader, text, "2019-05-02")[0] is not None) is known

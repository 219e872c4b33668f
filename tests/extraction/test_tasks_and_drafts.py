"""What only a draft or a task would do is no edge; who acts, when a clause goes on, is."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, read

ROWS = [
    # an unnumbered draft replaces, not the decree that it is to guide
    ("Bộ Nội vụ đang soạn thông tư hướng dẫn Nghị định số 29/2023/NĐ-CP để thay cho Thông tư số 1/2015/TT-BNV.", []),
    ("Có Thông tư số 4/2023/TT-BNV. Thông tư này được Bộ Nội vụ ban hành ngày 5/6/2023 để quy định chi tiết một số điều của "
     "Nghị định số 29/2023/NĐ-CP, thay thế Thông tư số 1/2015/TT-BNV.",
     [("4/2023/TT-BNV", "details", "29/2023/NĐ-CP"), ("4/2023/TT-BNV", "replaces", "1/2015/TT-BNV")]),
    ("Có Nghị định số 73/2024/NĐ-CP. Nghị định này cụ thể hóa Nghị quyết số 104/2023/QH15 về dự toán năm 2024 và thay thế Nghị định số 24/2023/NĐ-CP.",
     [("73/2024/NĐ-CP", "implements", "104/2023/QH15"), ("73/2024/NĐ-CP", "replaces", "24/2023/NĐ-CP")]),
    # what somebody is to do
    ("Sở Tư pháp chịu trách nhiệm tham mưu UBND tỉnh Long An lập kế hoạch thực hiện Quyết định số 80/QĐ-TTg.", []),
    ("Văn phòng đang tham mưu Tỉnh ủy Long An ban hành kế hoạch thực hiện Quy định số 296-QĐ/TW.", []),
    ("Các chi bộ tiếp tục thực hiện Chỉ thị số 20-CT/TW về chăm sóc trẻ em, thực hiện nghiêm Luật số 102/2016/QH13.", []),
    # whose day ends it
    ("Nghị định số 1/2021/NĐ-CP có hiệu lực từ ngày 4/1/2021; Nghị định số 78/2015/NĐ-CP hết hiệu lực từ đó.\n\n"
     "Nghị định số 47/2021/NĐ-CP quy định về doanh nghiệp. Nghị định số 96/2015/NĐ-CP hết hiệu lực kể từ ngày "
     "Nghị định này có hiệu lực.", [("47/2021/NĐ-CP", "repeals", "96/2015/NĐ-CP")]),
    ("- Quyết định số 35/2014/QĐ-UBND của UBND tỉnh, hết hiệu lực do được thay thế bằng Quyết định số 57/2019/QĐ-UBND;",
     [("57/2019/QĐ-UBND", "replaces", "35/2014/QĐ-UBND")]),
    ("Có Nghị định số 51/2010/NĐ-CP và Nghị định số 4/2014/NĐ-CP; cả hai nghị định được Bộ Tài chính hướng dẫn tại "
     "Thông tư số 39/2014/TT-BTC.", [("39/2014/TT-BTC", "guides", "51/2010/NĐ-CP"),
                                      ("39/2014/TT-BTC", "guides", "4/2014/NĐ-CP")]),
    # a main clause that goes on
    ("Thực hiện Chỉ thị số 20-CT/TW, Tỉnh ủy Long An ban hành Kế hoạch số 30-KH/TU; UBND tỉnh có Kế hoạch số 8/KH-UBND.",
     [("30-KH/TU", "implements", "20-CT/TW"), ("8/KH-UBND", "implements", "20-CT/TW")]),
    ("Thực hiện Chỉ thị số 20-CT/TW, Tỉnh ủy Long An ban hành Kế hoạch số 30-KH/TU; UBND tỉnh có Kế hoạch số 8/KH-UBND thực "
     "hiện Kế hoạch 30.", [("30-KH/TU", "implements", "20-CT/TW"), ("8/KH-UBND", "implements", "30-KH/TU")]),
    ("Nhằm kịp thời thể chế hóa Nghị quyết số 20-NQ/TW, Chính phủ ban hành Nghị định số 5/2024/NĐ-CP.",
     [("5/2024/NĐ-CP", "institutionalises", "20-NQ/TW")]),
    ("Ban Bí thư có Kết luận số 6-KL/TW ngày 4/3/2020. Năm 2022, khi Bộ Chính trị ra Kết luận số 21-KL/TW ngày 7/1/2022 về cán "
     "bộ, Tỉnh ủy Long An có Chỉ thị số 15-CT/TU ngày 8/6/2022 để thực hiện kết luận này.",
     [("15-CT/TU", "implements", "21-KL/TW")]),
    # who oversees, and who only heads the team
    ("Đoàn của Ủy ban Kiểm tra Tỉnh ủy Long An do đồng chí Phó Chủ nhiệm Thường trực làm Trưởng đoàn đã giám sát đối với Huyện ủy "
     "Cần Đước về việc thực hiện Chỉ thị số 20-CT/TW.", [("Ủy ban Kiểm tra Tỉnh ủy Long An", "reviews", "20-CT/TW")]),
    ("Hướng dẫn số 36-HD/VPTW hướng dẫn một số nội dung cụ thể thi hành Quy định số 66-QĐ/TW.",
     [("36-HD/VPTW", "guides", "66-QĐ/TW")]),
    ("Tỉnh ủy Long An ban hành Kế hoạch số 30-KH/TU. Trước đó, ngày 9/12/2003, Ban Bí thư ra Chỉ thị số 32-CT/TW. Đảng ủy có "
     "Kế hoạch số 4-KH/ĐU để thực hiện Chỉ thị trong toàn Đảng bộ.", [("4-KH/ĐU", "implements", "32-CT/TW")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_who_does_it(extractor: Extractor, text: str, said: Said) -> None:
    assert sorted(read(extractor, text)) == sorted(said)


def test_what_came_into_force_is_what_this_means(extractor: Extractor) -> None:
    text = "Thông tư số 32/2025/TT-BTC có hiệu lực từ ngày 1/6/2025; Thông tư số 78/2021/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực."
    pointer = extractor.extract(text).mentions[2]
    assert (pointer.surface, pointer.antecedent) == ("Thông tư này", 0)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Chỉ thị số 30-CT/TW của Bộ Chính trị. Chỉ thị số 30-CT/TW ngày 18/2/1998 của Bộ Chính trị. Theo Chỉ thị 30-CT/TW.", 1),
        ("Chỉ thị số 39-CT/TW của Ban Bí thư. Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị. Theo Chỉ thị 39-CT/TW.", None),
    ],
)  # fmt: skip
def test_a_number_without_day_points_at_that_with_one(
    extractor: Extractor, text: str, meant: int | None
) -> None:
    assert extractor.extract(text).mentions[2].antecedent == meant


def test_the_year_of_another_law_is_no_time(extractor: Extractor) -> None:
    text = "Ông A vi phạm Luật Đất đai năm 2013, Luật Phòng, chống tham nhũng và bị kỷ luật."
    assert extractor.extract(text).mentions[1].by is None


def test_from_a_year_on_opens_a_deed(extractor: Extractor) -> None:
    text = "Từ năm 1998, Tỉnh ủy Bình Thuận đã ban hành Kế hoạch số 10-KH/TU về dân chủ cơ sở."
    (only,) = extractor.extract(text).mentions
    assert str(only.date) == "1998"

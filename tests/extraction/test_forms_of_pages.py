"""Forms that pages in their writers' own wording use: what stands first, second acts, both of two."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, deeds, read

# What is acted on stands first.
INVERTED = [
    ("Quy định chi tiết Luật Đất đai số 31/2024/QH15 là Nghị định số 102/2024/NĐ-CP.",
     [("102/2024/NĐ-CP", "details", "31/2024/QH15")]),
    ("Văn bản thay thế Thông tư số 58/2011/TT-BGDĐT là Thông tư số 22/2021/TT-BGDĐT.",
     [("22/2021/TT-BGDĐT", "replaces", "58/2011/TT-BGDĐT")]),
    ("So với Nghị định số 24/2014/NĐ-CP mà nó thay thế, Nghị định số 45/2025/NĐ-CP rút ngắn thủ tục.",
     [("45/2025/NĐ-CP", "replaces", "24/2014/NĐ-CP")]),
    ("Người dân phản ánh việc thực hiện Luật số 31/2024/QH15 là Nghị định số 102/2024/NĐ-CP chưa rõ.", []),
    ("So với Nghị định số 24/2014/NĐ-CP, Nghị định số 45/2025/NĐ-CP rút ngắn thủ tục.", []),
]  # fmt: skip
# One body does another thing, or it is done to what stands first.
BODIES = [
    ("Ngày 17-12, Tỉnh ủy Đắk Lắk tổ chức Hội nghị tổng kết 10 năm thực hiện Chỉ thị số 40-CT/TW, ngày 22-11-2014 của Ban Bí thư "
     "Trung ương Đảng về tăng cường sự lãnh đạo của Đảng đối với tín dụng chính sách xã hội và triển khai Chỉ thị số 39-CT/TW, "
     "ngày 30-10-2024.",
     [("Tỉnh ủy Đắk Lắk", "reviews", "40-CT/TW"), ("Tỉnh ủy Đắk Lắk", "implements", "39-CT/TW")]),
    ("Tỉnh ủy Quảng Trị tổ chức hội nghị giao ban, kết hợp sơ kết một năm thực hiện Quy định số 69-QĐ/TW.",
     [("Tỉnh ủy Quảng Trị", "reviews", "69-QĐ/TW")]),
    ("Tỉnh ủy Quảng Bình đã rà soát lại việc thực hiện Chỉ thị số 3-CT/TW.",
     [("Tỉnh ủy Quảng Bình", "reviews", "3-CT/TW")]),
    ("Việc thực hiện Nghị quyết số 43/2022/QH15 được Quốc hội giám sát.", [("Quốc hội", "reviews", "43/2022/QH15")]),
    ("Nghị quyết số 43/2022/QH15 được Quốc hội giám sát.", []),
    ("Trả lời Công văn số 55/UBND-NC của UBND tỉnh An Giang, Bộ Nội vụ có ý kiến như sau.",
     [("Bộ Nội vụ", "responds_to", "55/UBND-NC")]),
]  # fmt: skip
# What came about for a purpose, for two together, or instead of another.
CAME_ABOUT = [
    ("Để việc thực hiện Chỉ thị số 5-CT/TW đi vào nền nếp, Quy định số 55-QĐ/TW, ngày 19-12-2016 được ban hành.",
     [("55-QĐ/TW", "implements", "5-CT/TW")]),
    ("Sau khi có Chỉ thị số 3-CT/TW và Kế hoạch số 3-KH/TW, Tỉnh ủy Lào Cai ban hành Kế hoạch số 12-KH/TU để triển khai cả hai văn bản.",
     [("12-KH/TU", "implements", "3-CT/TW"), ("12-KH/TU", "implements", "3-KH/TW")]),
    ("Thành ủy ban hành Chương trình số 17-CTr/TU; Đoàn có Chương trình số 2/CTr-TLĐ. Trên cơ sở hai văn bản ấy, Liên đoàn xây dựng "
     "Chương trình số 5/CTr-LĐLĐ.", [("5/CTr-LĐLĐ", "based_on", "17-CTr/TU"), ("5/CTr-LĐLĐ", "based_on", "2/CTr-TLĐ")]),
    ("Để triển khai Nghị quyết số 2-NQ/TW, Thành ủy ban hành Chương trình số 17-CTr/TU; Đoàn có Chương trình số 3/CTr-TLĐ. Trên cơ sở hai "
     "văn bản ấy, Liên đoàn xây dựng Chương trình số 5/CTr-LĐLĐ.",
     [("17-CTr/TU", "implements", "2-NQ/TW"),
            ("3/CTr-TLĐ", "implements", "2-NQ/TW"), ("5/CTr-LĐLĐ", "based_on", "17-CTr/TU"), ("5/CTr-LĐLĐ", "based_on", "3/CTr-TLĐ")]),
    ("Quy định số 22-QĐ/TW được Ban Chấp hành Trung ương ban hành thay Quy định số 30-QĐ/TW.",
     [("22-QĐ/TW", "replaces", "30-QĐ/TW")]),
    ("Quy định số 22-QĐ/TW hết hiệu lực kể từ khi Quy định số 296-QĐ/TW được ban hành.",
     [("296-QĐ/TW", "repeals", "22-QĐ/TW")]),
    ("Quy định số 22-QĐ/TW hết hiệu lực kể từ ngày Quy định số 296-QĐ/TW được áp dụng.",
     [("296-QĐ/TW", "repeals", "22-QĐ/TW")]),
    ("1. Quyết định số 15/2019/QĐ-UBND.\n- Lý do: được thay thế bằng Quyết định số 22/2024/QĐ-UBND.",
     [("22/2024/QĐ-UBND", "replaces", "15/2019/QĐ-UBND")]),
    ("Quyết định số 20/2025/QĐ-UBND sửa đổi Quy chế làm việc ban hành theo Quyết định số 10/2021/QĐ-UBND của UBND tỉnh.",
     [("20/2025/QĐ-UBND", "amends", "10/2021/QĐ-UBND")]),
    ("Hai văn bản trước đây là Quy định số 102-QĐ/TW và Quy định số 7-QĐi/TW đã được Quy định số 69-QĐ/TW thay thế.",
     [("69-QĐ/TW", "replaces", "102-QĐ/TW"), ("69-QĐ/TW", "replaces", "7-QĐi/TW")]),
    ("Trước đây áp dụng Quy định số 102-QĐ/TW. Từ năm 2022, Quy định này cùng với Quy định số 7-QĐi/TW đã được thay thế bằng "
     "Quy định số 69-QĐ/TW.", [("69-QĐ/TW", "replaces", "102-QĐ/TW"), ("69-QĐ/TW", "replaces", "7-QĐi/TW")]),
    ("Quy định số 377-QĐ/TW gồm nhiều phần. Quy định gom nhiều nội dung, thay thế cả Quy định số 80-QĐ/TW.",
     [("377-QĐ/TW", "replaces", "80-QĐ/TW")]),
]  # fmt: skip
# Several together: named one by one behind what they do, or beside each other.
SEVERAL = [
    ("Chính phủ ban hành 3 nghị định hướng dẫn Luật Nhà ở, gồm Nghị định số 95/2024/NĐ-CP và Nghị định số 98/2024/NĐ-CP.",
     [("95/2024/NĐ-CP", "guides", "Luật Nhà ở"), ("98/2024/NĐ-CP", "guides", "Luật Nhà ở")]),
    ("Hướng dẫn Luật Nhà ở có Nghị định số 95/2024/NĐ-CP và Nghị định số 98/2024/NĐ-CP.",
     [("95/2024/NĐ-CP", "guides", "Luật Nhà ở"), ("98/2024/NĐ-CP", "guides", "Luật Nhà ở")]),
    ("Cơ quan này rà soát các văn bản hướng dẫn Luật Đất đai, Luật Nhà ở và Nghị định số 102/2024/NĐ-CP.", []),
    ("Để hướng dẫn Luật Nhà ở, Chính phủ ban hành Nghị định số 95/2024/NĐ-CP, còn Bộ Xây dựng có Thông tư số 5/2024/TT-BXD.",
     [("95/2024/NĐ-CP", "guides", "Luật Nhà ở"), ("5/2024/TT-BXD", "guides", "Luật Nhà ở")]),
    ("Bộ Tài chính ban hành Thông tư số 67/2025/TT-BTC, bãi bỏ một số thông tư, gồm: Thông tư số 76/2014/TT-BTC và "
     "Thông tư số 332/2016/TT-BTC.",
     [("67/2025/TT-BTC", "repeals", "76/2014/TT-BTC"), ("67/2025/TT-BTC", "repeals", "332/2016/TT-BTC")]),
    ("Nghị định số 154/2025/NĐ-CP thay thế hai nghị định là Nghị định số 29/2023/NĐ-CP và Nghị định số 108/2014/NĐ-CP.",
     [("154/2025/NĐ-CP", "replaces", "29/2023/NĐ-CP"), ("154/2025/NĐ-CP", "replaces", "108/2014/NĐ-CP")]),
    ("Luật số 35/2024/QH15 và Luật số 36/2024/QH15 cùng thay thế Luật số 23/2008/QH12.",
     [("35/2024/QH15", "replaces", "23/2008/QH12"), ("36/2024/QH15", "replaces", "23/2008/QH12")]),
]  # fmt: skip
# How often, why, and with how many parts.
ASIDES = [
    ("Nghị định số 24/2024/NĐ-CP đã qua hai lần sửa đổi, gần nhất là bởi Nghị định số 17/2025/NĐ-CP.",
     [("17/2025/NĐ-CP", "amends", "24/2024/NĐ-CP")]),
    ("Thông tư số 29/2014/TT-BTNMT hết hiệu lực một phần do Thông tư số 3/2022/TT-BTNMT bãi bỏ.",
     [("3/2022/TT-BTNMT", "repeals", "29/2014/TT-BTNMT")]),
    ("Thông tư số 10/2025/TT-BTC có 4 chương, 20 điều và 3 phụ lục kèm theo, hướng dẫn khoản 3 Điều 12 Nghị định số 11/2025/NĐ-CP.",
     [("10/2025/TT-BTC", "guides", "11/2025/NĐ-CP")]),
    ("Thông tư số 10/2025/TT-BTC có hiệu lực từ tháng 3, các sở hướng dẫn Nghị định số 11/2025/NĐ-CP.", []),
]  # fmt: skip
# What a team of a committee looks into, and what was changed in order to carry something out.
FOR_OTHERS = [
    ("Đoàn kiểm tra, giám sát số 17 của Bộ Chính trị do đồng chí A làm trưởng đoàn đã làm việc với Ban Thường vụ Tỉnh ủy Quảng Ninh "
     "về việc thực hiện Chỉ thị số 46-CT/TW.", [("Bộ Chính trị", "reviews", "46-CT/TW")]),
    ("Ban Chấp hành Trung ương ban hành Quy định số 22-QĐ/TW về kiểm tra (gọi tắt là Quy định 22), trong đó sửa đổi nhiều nội dung để "
     "cụ thể hóa Nghị quyết Đại hội XIII của Đảng.", [("22-QĐ/TW", "implements", "Nghị quyết Đại hội XIII của Đảng")]),
    ("Tỉnh ủy Bến Tre quán triệt Nghị quyết Đại hội 14 của Đảng.",
     [("Tỉnh ủy Bến Tre", "implements", "Nghị quyết Đại hội XIV của Đảng")]),
    ("Tỉnh ủy Bến Tre quán triệt nghị quyết đại hội 10 năm trước.", []),
    ("Bộ Công an trao Bằng khen cho 106 tập thể vì đã có thành tích trong thực hiện Kế hoạch số 3/KH-BCA.", []),
]  # fmt: skip
# Changes of something in a document, and names of amending laws.
CHANGES = [
    ("HĐND tỉnh Lào Cai ban hành Nghị quyết số 10/2020/NQ-HĐND, trong đó sửa đổi mức chi tại Nghị quyết số 24/2016/NQ-HĐND.",
     [("10/2020/NQ-HĐND", "amends", "24/2016/NQ-HĐND")]),
    ("Kế hoạch số 30-KH/TU bổ sung nhiều nhiệm vụ vào Kế hoạch số 22-KH/TU.", [("30-KH/TU", "amends", "22-KH/TU")]),
    ("Kế hoạch số 30-KH/TU bổ sung kinh phí cho Kế hoạch số 22-KH/TU.", []),
    ("Thông tư số 3/2023/TT-BNV nêu rõ: Bãi bỏ Thông tư số 8/2019/TT-BNV.", [("3/2023/TT-BNV", "repeals", "8/2019/TT-BNV")]),
    ("Pháp lệnh sửa đổi Điều 10 của Pháp lệnh Dân số có hiệu lực từ 1/2/2009. Nghị định số 20/2010/NĐ-CP quy định chi tiết thi hành "
     "Pháp lệnh này.",
     [("Pháp lệnh sửa đổi Điều 10 của Pháp lệnh Dân số", "amends", "Pháp lệnh Dân số"),
      ("20/2010/NĐ-CP", "details", "Pháp lệnh sửa đổi Điều 10 của Pháp lệnh Dân số")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"), [*INVERTED, *BODIES, *CAME_ABOUT, *SEVERAL, *ASIDES, *FOR_OTHERS, *CHANGES]
)
def test_forms(extractor: Extractor, text: str, said: Said) -> None:
    found = deeds(extractor, text)
    assert sorted(found) == sorted(said)


HEAD = """TỈNH ỦY QUẢNG NGÃI
*
Số 28-CT/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Quảng Ngãi, ngày 12 tháng 9 năm 2013

CHỈ THỊ
về thực hiện dân chủ ở cơ sở

"""


@pytest.mark.parametrize(
    ("goes_on", "reviews"),
    [
        ("việc thực hiện dân chủ ở xã đã đạt nhiều kết quả.", True),
        ("Ban Thường vụ Tỉnh ủy ban hành Chỉ thị này.", False),
    ],
)
def test_what_a_text_tells_of_years_past(extractor: Extractor, goes_on: str, reviews: bool) -> None:
    text = f"{HEAD}Sau 15 năm thực hiện Chỉ thị số 30-CT/TW, {goes_on}\n"
    said = ("28-CT/TU", "reviews", "30-CT/TW")
    assert (said in read(extractor, text)) is reviews


DAYS = [
    ("Ngày 10/9/1966, sau nhiều lần làm thử ở xã Tuân Chính (Vĩnh Tường), Tỉnh ủy Vĩnh Phúc ra Nghị quyết số 68-NQ/TU.",
     "1966-09-10"),
    ("Chỉ thị số 35-CT/TW ra đời ngày 14/6/2024.", "2024-06-14"),
    ("Bài phát biểu tại Hội nghị tổng kết Chỉ thị số 3-CT/TW của Bộ Chính trị\n(Ngày 18/3/2016)\n\nKính thưa đại hội.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days_of_documents(extractor: Extractor, text: str, day: str | None) -> None:
    (only,) = extractor.extract(text).mentions
    assert (str(only.date) if only.date else None) == day


def test_a_number_in_a_sentence_of_long_ago_is_left_open(extractor: Extractor) -> None:
    then = "Mãi đến cuối năm 1959 tinh thần Nghị quyết 15 mới về tới Khu 8."
    now = "Tỉnh ủy họp bàn thực hiện Nghị quyết 15."
    assert extractor.extract(then).mentions[0].contested
    assert not extractor.extract(now).mentions[0].contested


CAPITALS = """ỦY BAN KIỂM TRA TRUNG ƯƠNG
Số: {number}
Hà Nội, ngày 18 tháng 12 năm 2018

{type}

{title}

Điều 1. Nội dung
Điều 2. {this} có hiệu lực từ ngày ký và thay thế
{other} của Ủy ban Kiểm tra Trung ương.
"""


def test_a_title_in_capitals_below_the_type(extractor: Extractor) -> None:
    """'HƯỚNG DẪN' above 'THỰC HIỆN …' is the type; a verb at a line's end goes on."""
    text = CAPITALS.format(
        number="06-HD/UBKTTW",
        type="HƯỚNG DẪN",
        title="THỰC HIỆN MỘT SỐ ĐIỀU TRONG QUY ĐỊNH SỐ 07-QĐ/TW, NGÀY 28/8/2018",
        this="Hướng dẫn này",
        other="Hướng dẫn số 3-HD/UBKTTW, ngày 4/11/2016",
    )
    said = read(extractor, text)
    assert ("06-HD/UBKTTW", "guides", "07-QĐ/TW") in said
    assert ("06-HD/UBKTTW", "replaces", "3-HD/UBKTTW") in said

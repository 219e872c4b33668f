"""Whole pages in their writers' own words: what points back there, and who does what to whom."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, read

LETTER = (
    "SỞ NỘI VỤ\nSố: 118/SNV-TCBC\nNghệ An, ngày 17 tháng 4 năm 2025\n\n"
    "Kính gửi: UBND huyện Diễn Châu\n\n"
)
ROWS = [
    # what only tells when, or is compared with
    ("Cuối cùng là Nghị định số 18/2006/NĐ-CP, ban hành chỉ một ngày sau Nghị định số 11/2006/NĐ-CP, quy định chi tiết Luật Giá.",
     [("18/2006/NĐ-CP", "details", "Luật Giá")]),
    ("Bộ Chính trị ra Nghị quyết số 26-NQ/TW về Nghệ An. Nhiều người nhầm văn bản này với Nghị quyết số 28-NQ/TW. Để đưa nghị "
     "quyết vào cuộc sống, Tỉnh ủy Nghệ An ban hành Chương trình số 27-CTr/TU.", [("27-CTr/TU", "implements", "26-NQ/TW")]),
    ("Bộ Chính trị, sau khi tổng kết Nghị quyết số 26-NQ/TW, ban hành Nghị quyết số 39-NQ/TW. Nay Chương trình số 68-CTr/TU của "
     "Tỉnh ủy Nghệ An thực hiện nghị quyết được ký.",
     [("Bộ Chính trị", "reviews", "26-NQ/TW"), ("68-CTr/TU", "implements", "39-NQ/TW")]),
    # whose words follow a colon
    ("Điều 44 Nghị định số 123/2015/NĐ-CP nêu rõ: Nghị định số 158/2005/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
     [("123/2015/NĐ-CP", "repeals", "158/2005/NĐ-CP")]),
    ("Theo Điều 11 Thông tư số 78/2021/TT-BTC, các thông tư sau hết hiệu lực: Thông tư số 39/2014/TT-BTC (hướng dẫn Nghị định số "
     "51/2010/NĐ-CP) và Thông tư số 32/2011/TT-BTC.",
     [("78/2021/TT-BTC", "repeals", "39/2014/TT-BTC"), ("39/2014/TT-BTC", "guides", "51/2010/NĐ-CP"),
      ("78/2021/TT-BTC", "repeals", "32/2011/TT-BTC")]),
    ("Mức cũ ở Nghị định số 24/2023/NĐ-CP; Nghị định này hết hiệu lực kể từ ngày Nghị định số 73/2024/NĐ-CP có hiệu lực.",
     [("73/2024/NĐ-CP", "repeals", "24/2023/NĐ-CP")]),
    # what replaces much at once, what gave way
    ("Nghị định số 123/2020/NĐ-CP thay thế một loạt văn bản gồm Nghị định số 51/2010/NĐ-CP và Nghị định số 4/2014/NĐ-CP (vốn là "
     "nghị định sửa đổi Nghị định số 51/2010/NĐ-CP).",
     [("123/2020/NĐ-CP", "replaces", "51/2010/NĐ-CP"), ("123/2020/NĐ-CP", "replaces", "4/2014/NĐ-CP"),
      ("4/2014/NĐ-CP", "amends", "51/2010/NĐ-CP")]),
    ("Chính phủ ban hành Nghị định số 15/2003/NĐ-CP. Ba năm sau, văn bản này nhường chỗ cho Nghị định số 152/2005/NĐ-CP.",
     [("152/2005/NĐ-CP", "replaces", "15/2003/NĐ-CP")]),
    ("Áp dụng Quyết định số 227/2004/QĐ-UB của UBND tỉnh Bắc Ninh ban hành theo Nghị định số 188/2004/NĐ-CP.",
     [("227/2004/QĐ-UB", "based_on", "188/2004/NĐ-CP")]),
    ("4. Quyết định số 42/2012/QĐ-UBND về đường tỉnh. Các Điều 7, 9 được sửa đổi bởi Quyết định số 21/2015/QĐ-UBND.",
     [("21/2015/QĐ-UBND", "amends", "42/2012/QĐ-UBND")]),
    ("Có Nghị định số 108/2006/NĐ-CP. Khi nghị định này có hiệu lực, hai nghị định từng quen thuộc sẽ bị thay thế: Nghị định số "
     "24/2000/NĐ-CP và Nghị định số 51/1999/NĐ-CP.",
     [("108/2006/NĐ-CP", "replaces", "24/2000/NĐ-CP"), ("108/2006/NĐ-CP", "replaces", "51/1999/NĐ-CP")]),
    ("Có Thông tư số 24/2014/TT-BTNMT và Thông tư số 23/2014/TT-BTNMT. Cả hai thông tư này đều đã được Thông tư số "
     "33/2017/TT-BTNMT của Bộ Tài nguyên và Môi trường sửa đổi.",
     [("33/2017/TT-BTNMT", "amends", "24/2014/TT-BTNMT"), ("33/2017/TT-BTNMT", "amends", "23/2014/TT-BTNMT")]),
    ("Mẫu theo Quyết định số 959/QĐ-BHXH đã bỏ, vì văn bản này bị Quyết định số 595/QĐ-BHXH thay thế.",
     [("595/QĐ-BHXH", "replaces", "959/QĐ-BHXH")]),
    ("Nghị định số 83/1998/NĐ-CP - nghị định bị Nghị định số 158/2005/NĐ-CP thay thế - chặt hơn.",
     [("158/2005/NĐ-CP", "replaces", "83/1998/NĐ-CP")]),
    ("Nghị định số 123/2020/NĐ-CP khi ra đời đã thay thế Nghị định số 51/2010/NĐ-CP.",
     [("123/2020/NĐ-CP", "replaces", "51/2010/NĐ-CP")]),
    ("Ban Bí thư ra Chỉ thị số 40-CT/TW. Tỉnh ủy Hà Nam có Kế hoạch số 70-KH/TU ngay trong quý I để triển khai Chỉ thị.",
     [("70-KH/TU", "implements", "40-CT/TW")]),
    ("Nghị định số 79/2007/NĐ-CP đã đi vào cuộc sống. Các quy định tại Nghị định số 75/2000/NĐ-CP bị Nghị định này bãi bỏ.",
     [("79/2007/NĐ-CP", "repeals", "75/2000/NĐ-CP")]),
    ("2. Quyết định số 8/2013/QĐ-UBND về giá; Chỉ thị số 7/2011/CT-UBND về quản lý giá. Lý do: bị bãi bỏ bởi Quyết định số "
     "31/2018/QĐ-UBND.",
     [("31/2018/QĐ-UBND", "repeals", "8/2013/QĐ-UBND"), ("31/2018/QĐ-UBND", "repeals", "7/2011/CT-UBND")]),
    ("1. Nghị quyết số 10/2014/NQ-HĐND về một cửa. Nội dung hết hiệu lực: Điều 2. Lý do: được sửa đổi tại Nghị quyết số "
     "19/2018/NQ-HĐND.", [("19/2018/NQ-HĐND", "amends", "10/2014/NQ-HĐND")]),
    # made known by others
    ("Các thủ tục đã công bố tại Quyết định số 815/QĐ-UBND của UBND tỉnh Quảng Bình vẫn còn.", []),
    # in letters and reports
    (f"{LETTER}Đề nghị làm theo Thông tư số 1/2025/TT-BNV; Thông tư này vừa được sửa đổi tại Thông tư số 2/2025/TT-BNV.",
     [("118/SNV-TCBC", "cites", "1/2025/TT-BNV"), ("2/2025/TT-BNV", "amends", "1/2025/TT-BNV")]),
    # teams, and what is carried out by what
    ("Đoàn giám sát của Ban Thường vụ Tỉnh ủy Bình Phước làm việc với Huyện ủy Bù Đăng về việc thực hiện Quyết định số 217-QĐ/TW.",
     [("Ban Thường vụ Tỉnh ủy Bình Phước", "reviews", "217-QĐ/TW")]),
    ("Đoàn kiểm tra của Ban Bí thư làm việc với Tỉnh ủy Yên Bái để công bố kế hoạch kiểm tra việc thực hiện Chỉ thị số 13-CT/TW.",
     []),
    ("Sau khi tiếp thu Chỉ thị số 5-CT/TW, Huyện ủy Vũ Thư đã cụ thể hóa bằng Kế hoạch số 21-KH/HU.",
     [("21-KH/HU", "implements", "5-CT/TW")]),
    ("Có Luật số 10/2022/QH15 về dân chủ cơ sở; sau đó có Nghị định số 59/2023/NĐ-CP của Chính phủ quy định chi tiết một số điều "
     "của luật.", [("59/2023/NĐ-CP", "details", "10/2022/QH15")]),
    ("Kết luận số 64-KL/TW yêu cầu tiếp tục thực hiện Nghị quyết số 28-NQ/TW gắn với Luật số 18/2023/QH15.",
     [("64-KL/TW", "continues", "28-NQ/TW")]),
    ("Thành lập theo Quyết định số 1120-QĐ/TU, đoàn nghe về Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW. Kế hoạch số "
     "86-KH/TU triển khai hai quyết định ấy.",
     [("86-KH/TU", "implements", "217-QĐ/TW"), ("86-KH/TU", "implements", "218-QĐ/TW")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_in_their_own_words(extractor: Extractor, text: str, said: Said) -> None:
    assert sorted(set(read(extractor, text))) == sorted(said)


REPORT = (
    "ĐẢNG BỘ HUYỆN PHÚ NINH\nĐẢNG ỦY XÃ TAM THÁI\nSố: 214-BC/ĐU\n"
    "Tam Thái, ngày 24 tháng 11 năm 2023\n\nBÁO CÁO\nkết quả thực hiện dân chủ ở cơ sở\n\n"
    "I. LÃNH ĐẠO\n\n"
)


def test_a_report_tells_what_was_issued_to_carry_it_out(extractor: Extractor) -> None:
    text = f"{REPORT}Thực hiện Kế hoạch số 163-KH/HU của Huyện ủy, Đảng ủy ban hành Kế hoạch số 57-KH/ĐU."
    assert ("57-KH/ĐU", "implements", "163-KH/HU") in read(extractor, text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # those in a list that is replaced are not spoken of next
        ("Nghị định số 123/2020/NĐ-CP thay thế Nghị định số 51/2010/NĐ-CP và Nghị định số 119/2018/NĐ-CP. Mẫu của Nghị định trên.", 0),
        # an article that has come to another document means that one
        (f"Chính phủ ban hành Nghị định số 15/2003/NĐ-CP. {'Mức phạt tăng dần qua các năm. ' * 40}\n\nMọi hành vi xử lý theo Nghị "
         "định số 168/2024/NĐ-CP. Nghị định này có nhiều điểm mới.", 1),
    ],
)  # fmt: skip
def test_what_is_spoken_of_next(extractor: Extractor, text: str, meant: int) -> None:
    mentions = extractor.extract(text).mentions
    assert mentions[-1].antecedent == meant


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Có Quyết định số 217-QĐ/TW. Huyện ủy tự kiểm tra Quyết định 217 ở ba xã.", "Quyết định 217"),
        ("Có Nghị quyết số 5-NQ/TW. Nay có Nghị quyết 5 năm về đất đai.", "5-NQ/TW"),
        ("Việc theo quyết định 217, 218 tại Bù Đăng: Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW.", "218"),
        ("Các Nghị quyết 57, 59, 66 và 68 tạo thành một thể.", "68"),
    ],
)  # fmt: skip
def test_bare_numbers_of_what_is_named_in_full(
    extractor: Extractor, text: str, surfaces: str
) -> None:
    found = [mention.surface for mention in extractor.extract(text).mentions]
    assert any(surface.endswith(surfaces) for surface in found)
    assert "Nghị quyết 5" not in found


def test_a_year_told_before_is_that_year(extractor: Extractor) -> None:
    text = "Nghị quyết ban hành ngày 5-8-2008; tháng 10 năm ấy Tỉnh ủy Thanh Hóa có Chương trình số 48-CTr/TU."
    assert str(extractor.extract(text).mentions[-1].date) == "2008-10"


def test_a_title_about_unnamed_decrees_details_nothing(extractor: Extractor) -> None:
    text = (
        "Căn cứ Nghị định số 1/2017/NĐ-CP sửa đổi một số nghị định quy định chi tiết Luật Đất đai;"
    )
    assert ("1/2017/NĐ-CP", "details", "Luật Đất đai") not in read(extractor, text)

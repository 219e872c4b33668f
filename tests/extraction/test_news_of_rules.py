"""What pages of committees and news of new rules say in passing: of what a document does besides."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, deeds, read

ROWS = [
    # what a bare type word behind a document means
    ("Sau khi có Chỉ thị số 13-CT/TW, Tỉnh ủy Yên Bái đã ban hành Chương trình hành động số 63-CTr/TU để thực hiện Chỉ thị; "
     "nhiều nơi cũng vậy.", [("63-CTr/TU", "implements", "13-CT/TW")]),
    ("Tỉnh ủy Phú Thọ đã xây dựng Chương trình hành động số 19-CTr/TU; UBND tỉnh ban hành Kế hoạch số 45/KH-UBND thực hiện "
     "Chương trình hành động của Tỉnh ủy.", [("45/KH-UBND", "implements", "19-CTr/TU")]),
    ("Tỉnh ủy Phú Thọ đã xây dựng Chương trình hành động số 19-CTr/TU; UBND tỉnh ban hành Kế hoạch số 45/KH-UBND thực hiện "
     "Chương trình hành động của Chính phủ.", []),
    ("Chính phủ ban hành Nghị định số 20/2021/NĐ-CP. Mức cũ theo Nghị định số 136/2013/NĐ-CP đã thấp.\n\nNghị định 20 mở rộng "
     "đối tượng.\n\nNghị định có hiệu lực từ ngày 01/7/2021 và thay thế Nghị định số 136/2013/NĐ-CP.",
     [("20/2021/NĐ-CP", "replaces", "136/2013/NĐ-CP")]),
    ("Bộ Chính trị ban hành Quy định số 115-QĐ/TW. Quy định gồm 19 điều, được xây dựng trên cơ sở Nghị quyết số 4-NQ/TW.",
     [("115-QĐ/TW", "based_on", "4-NQ/TW")]),
    ("Luật Quản lý vũ khí có hiệu lực từ ngày 1-7-2018. Luật bổ sung súng săn vào diện quản lý; đồng thời chấm dứt hiệu lực của "
     "Pháp lệnh số 16/2011/UBTVQH12.", [("Luật Quản lý vũ khí", "repeals", "16/2011/UBTVQH12")]),
    # several, and one more
    ("Bộ Chính trị ra Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW. Thực hiện hai quyết định nói trên và Công văn số "
     "512-CV/TU, Huyện ủy Giồng Riềng đã ban hành Kế hoạch số 76-KH/HU.",
     [("76-KH/HU", "implements", "512-CV/TU"), ("76-KH/HU", "implements", "217-QĐ/TW"),
      ("76-KH/HU", "implements", "218-QĐ/TW")]),
    # who inspects
    ("Ủy ban Kiểm tra Tỉnh ủy Nam Định phối hợp với Ban Dân vận Tỉnh ủy tiến hành kiểm tra 12 đảng bộ xã thuộc huyện Hải Hậu về "
     "việc lãnh đạo thực hiện Chỉ thị số 30-CT/TW.", [("Ủy ban Kiểm tra Tỉnh ủy Nam Định", "reviews", "30-CT/TW")]),
    # what is said of a document behind a comma or a semicolon
    ("Chi bộ làm theo Hướng dẫn số 12-HD/BTCTW của Ban Tổ chức Trung ương; văn bản này thay thế Hướng dẫn số 5-HD/BTCTW.",
     [("12-HD/BTCTW", "replaces", "5-HD/BTCTW")]),
    ("Việc này theo Quy định số 366-QĐ/TW, ngày 30/8/2025, quy định đã thay thế Quy định số 124-QĐ/TW.",
     [("366-QĐ/TW", "replaces", "124-QĐ/TW")]),
    ("Tỉnh ủy Bình Định ban hành Kế hoạch số 41-KH/TU tổ chức học tập, thực hiện Quy định số 115-QĐ/TW.",
     [("41-KH/TU", "implements", "115-QĐ/TW")]),
    ("Chính phủ ban hành Nghị định số 97/2008/NĐ-CP, lần đầu nhắc đến mạng xã hội và thay thế Nghị định số 55/2001/NĐ-CP.",
     [("97/2008/NĐ-CP", "replaces", "55/2001/NĐ-CP")]),
    ("Chính phủ ban hành Nghị định số 97/2008/NĐ-CP, yêu cầu các bộ rà soát và thay thế Nghị định số 55/2001/NĐ-CP.", []),
    ("Nghị định số 72/2013/NĐ-CP là dấu mốc. Thay thế Nghị định số 97/2008/NĐ-CP, văn bản này phân loại trang thông tin.",
     [("72/2013/NĐ-CP", "replaces", "97/2008/NĐ-CP")]),
    ("Thay thế Nghị định số 97/2008/NĐ-CP, Nghị định số 72/2013/NĐ-CP phân loại trang thông tin.",
     [("72/2013/NĐ-CP", "replaces", "97/2008/NĐ-CP")]),
    # what a circular is written for
    ("Bộ Nội vụ ban hành Thông tư số 6/2018/TT-BNV hướng dẫn thực hiện mức lương cơ sở theo Nghị định số 72/2018/NĐ-CP.",
     [("6/2018/TT-BNV", "guides", "72/2018/NĐ-CP")]),
    ("Thông tư số 7/2008/TT-BTTTT hướng dẫn một số nội dung về trang thông tin điện tử trong Nghị định số 97/2008/NĐ-CP.",
     [("7/2008/TT-BTTTT", "guides", "97/2008/NĐ-CP")]),
    ("Thông tư số 78/2021/TT-BTC hướng dẫn một số điều của Luật số 38/2019/QH14 và Nghị định số 123/2020/NĐ-CP đã hết hiệu lực.",
     [("78/2021/TT-BTC", "guides", "38/2019/QH14"), ("78/2021/TT-BTC", "guides", "123/2020/NĐ-CP")]),
    ("Tại Điều 15 Thông tư số 219/2013/TT-BTC hướng dẫn thi hành Luật số 13/2008/QH12 và Nghị định số 209/2013/NĐ-CP quy định: "
     "“Đối với hàng hóa”.",
     [("219/2013/TT-BTC", "guides", "13/2008/QH12"), ("219/2013/TT-BTC", "guides", "209/2013/NĐ-CP")]),
    # neither a subject nor a clause of its own
    ("Đề án được điều chỉnh nhằm phù hợp với Quyết định số 1722/QĐ-TTg, đồng thời cụ thể hóa Nghị quyết số 3-NQ/TU.", []),
    ("UBND tỉnh Nghệ An ký Quyết định số 18/2023/QĐ-UBND. Theo đó, bãi bỏ 02 quyết định gồm: Quyết định số 56/2014/QĐ-UBND về quản lý "
     "tài nguyên nước; Quyết định số 71/2015/QĐ-UBND sửa đổi, bổ sung một số điều của Quyết định số 56/2014/QĐ-UBND.",
     [("18/2023/QĐ-UBND", "repeals", "56/2014/QĐ-UBND"), ("18/2023/QĐ-UBND", "repeals", "71/2015/QĐ-UBND"),
      ("71/2015/QĐ-UBND", "amends", "56/2014/QĐ-UBND")]),
    # a row of a table is of its first column's document
    ("6\nThông tư số 44/2015/TT-BLĐTBXH hướng dẫn thực hiện một số điều của Nghị định số 63/2015/NĐ-CP\nĐược bãi bỏ bởi Nghị định "
     "số 97/2022/NĐ-CP", [("44/2015/TT-BLĐTBXH", "guides", "63/2015/NĐ-CP"),
                          ("97/2022/NĐ-CP", "repeals", "44/2015/TT-BLĐTBXH")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_what_is_said(extractor: Extractor, text: str, said: Said) -> None:
    assert deeds(extractor, text) == said


POINTERS = [
    # the first document of a history is not what all of it is about
    ("Ngày 8/5/1956 Thủ tướng ban hành Nghị định số 764/TTg. Chính phủ ban hành Nghị định số 158/2005/NĐ-CP. Bộ Tư pháp có văn "
     "bản hướng dẫn Nghị định này.", "158/2005/NĐ-CP"),
    ("Chính phủ đã ban hành Nghị định số 158/2025/NĐ-CP.\n\nNghị định số 118/2025/NĐ-CP có hiệu lực từ 1/7/2025. Nghị định này "
     "bỏ nhiều thủ tục.", "118/2025/NĐ-CP"),
    ("Do Nghị định số 136/2013/NĐ-CP hết hiệu lực nên hướng dẫn của nghị định trên cũng sẽ được rà soát.", "136/2013/NĐ-CP"),
    ("Chính phủ ban hành Nghị định số 20/2021/NĐ-CP. Để thực hiện nghị định ấy, Bộ Y tế họp.", "20/2021/NĐ-CP"),
    ("Luật số 17/1999/QH10 đã cũ. Khi Luật số 4/2007/QH12 có hiệu lực, luật này sẽ hết hiệu lực.", "17/1999/QH10"),
    ("- Điều 3 Thông tư số 18/2025/TT-BTC sửa đổi Thông tư số 119/2020/TT-BTC đã được sửa đổi theo Thông tư số 68/2024/TT-BTC, có "
     "hiệu lực từ ngày 05/5/2025 quy định như sau:\n“Điều 3. Thi hành\n1. Thông tư này có hiệu lực từ ngày 05/5/2025.”.",
     "18/2025/TT-BTC"),
    ("CÔNG BÁO/Số 312/Ngày 07-06-2026\n102\n\nCăn cứ Thông tư số 39/2025/TT-NHNN về tài khoản.\nTheo Điều 8 Thông tư này.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), POINTERS)
def test_what_is_pointed_at(extractor: Extractor, text: str, number: str | None) -> None:
    mentions = extractor.extract(text).mentions
    antecedent = next(m.antecedent for m in mentions if m.kind.value == "anaphor")
    assert (antecedent is not None and str(mentions[antecedent].number)) == (number or False)


HEAD = "Hà Nội, ngày 03 tháng 4 năm 2026\n\nNGHỊ ĐỊNH\nVề cho vay của ngân sách trung ương\n\n"


def test_a_head_without_a_number(extractor: Extractor) -> None:
    text = f"{HEAD}Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;\nChính phủ ban hành Nghị định về cho vay.\n"
    found = extractor.extract(text)
    own = found.mentions[0]
    assert (own.kind.value, own.type, own.number, str(own.date)) == (
        "self",
        "nghi-dinh",
        None,
        "2026-04-03",
    )
    assert own.title == "Về cho vay của ngân sách trung ương"
    assert [(s.relation.value, s.subject, s.object) for s in found.statements] == [
        ("based_on", 0, 1)
    ]


@pytest.mark.parametrize("text", [
    "NGHỊ ĐỊNH\nVề cho vay của ngân sách\n\nCăn cứ Luật Ngân sách nhà nước số 89/2025/QH15;\n",
    f"{HEAD}Nghị định số 5/2020/NĐ-CP, được sửa đổi, bổ sung bởi:\nNghị định số 6/2021/NĐ-CP.\nCăn cứ Luật số 89/2025/QH15;\n",
    f"{HEAD}Chính phủ đã bàn về Luật Ngân sách nhà nước số 89/2025/QH15.\n",
])  # fmt: skip
def test_no_head_without_a_number(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).mentions[0].kind.value != "self"


def test_a_day_that_begins_the_next_line_is_not_the_title_s(extractor: Extractor) -> None:
    text = "Đảng ủy triển khai Nghị quyết số 12-NQ/TW\nNgày 27/4/2022, Đảng ủy tổ chức hội nghị."
    (only,) = extractor.extract(text).mentions
    assert (only.date, only.surface) == (None, "Nghị quyết số 12-NQ/TW")


def test_a_stamp_before_a_page_s_end_parts_no_sentence(extractor: Extractor) -> None:
    text = (
        "Căn cứ Nghị định số 125/2017/NĐ-CP của Chính phủ sửa đổi, \nNgười ký: Cổng Thông tin\nEmail: a@b.vn\n\n \n"
        "CÔNG BÁO/Số 695/Ngày 15-5-2023 \n3 \n \nbổ sung một số điều của Nghị định số 122/2016/NĐ-CP;"
    )
    assert ("125/2017/NĐ-CP", "amends", "122/2016/NĐ-CP") in read(extractor, text)

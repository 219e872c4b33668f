"""Who acts on what where lists, semicolons, brackets and subordinate clauses stand between."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, read

BEHIND_TITLES = [
    (  # the verb behind a title is the head's where only the head can do it
        "Quyết định số 31/2025/QĐ-UBND ngày 4/3/2025 quy định chi tiết Luật Đất đai thay thế Quyết định "
        "số 12/2020/QĐ-UBND.",
        [("31/2025/QĐ-UBND", "details", "Luật Đất đai"),
         ("31/2025/QĐ-UBND", "replaces", "12/2020/QĐ-UBND")],
    ),
    (
        "Hướng dẫn số 8-HD/TW về thi hành Điều lệ Đảng thay thế Hướng dẫn số 3-HD/TW.",
        [("8-HD/TW", "guides", "Điều lệ Đảng"), ("8-HD/TW", "replaces", "3-HD/TW")],
    ),
    (
        "Thông tư số 6/2022/TT-BCT hướng dẫn Nghị định số 9/2021/NĐ-CP sửa đổi Nghị định số 8/2018/NĐ-CP.",
        [("6/2022/TT-BCT", "guides", "9/2021/NĐ-CP"), ("9/2021/NĐ-CP", "amends", "8/2018/NĐ-CP")],
    ),
    ("Luật Báo chí thay thế Quy định số 85-QĐ/TW.", []),
    (  # who goes on behind the nested title cannot be told
        "Bãi bỏ Thông tư số 15/2008/TT-BTC, Thông tư số 16/2012/TT-BTC sửa đổi một số điều của Thông tư "
        "số 14/2007/TT-BTC hướng dẫn thực hiện Nghị định số 19/2004/NĐ-CP và Thông tư số 17/2009/TT-BTC.",
        [("16/2012/TT-BTC", "amends", "14/2007/TT-BTC"),
         ("14/2007/TT-BTC", "guides", "19/2004/NĐ-CP")],
    ),
]  # fmt: skip

SEMICOLONS = [
    ("Quyết định số 31/QĐ-UBND thay thế Quyết định số 20/QĐ-UBND; Quyết định số 21/QĐ-UBND còn hiệu lực.",
     [("31/QĐ-UBND", "replaces", "20/QĐ-UBND")]),
    ("Nghị định số 6/2012/NĐ-CP bị bãi bỏ bởi Nghị định số 7/2024/NĐ-CP; Nghị định số 5/2012/NĐ-CP vẫn "
     "được áp dụng.", [("7/2024/NĐ-CP", "repeals", "6/2012/NĐ-CP")]),
    ("Huyện ủy ban hành Kế hoạch số 41-KH/HU để triển khai Kế hoạch số 33-KH/TU; Chỉ thị số 9-CT/HU về "
     "trật tự xây dựng.", [("41-KH/HU", "implements", "33-KH/TU")]),
    ("Theo Thông tư số 2/2020/TT-BXD sửa đổi Thông tư số 1/2017/TT-BXD; Thông tư số 3/2015/TT-BXD quy "
     "định về đào tạo, nghề này được công nhận.", [("2/2020/TT-BXD", "amends", "1/2017/TT-BXD")]),
    ("Thông tư số 3/2024/TT-BYT thay thế Thông tư số 1/2019/TT-BYT, Thông tư số 2/2020/TT-BYT vẫn còn hiệu "
     "lực.", [("3/2024/TT-BYT", "replaces", "1/2019/TT-BYT")]),
    ("Quyết định số 8/QĐ-UBND bị thay thế bởi Quyết định số 9/QĐ-UBND, Quyết định số 10/QĐ-UBND tiếp tục có "
     "hiệu lực.", [("9/QĐ-UBND", "replaces", "8/QĐ-UBND")]),
    # what is alike and says nothing more is a list
    ("Nghị định số 5/2025/NĐ-CP thay thế Nghị định số 8/2020/NĐ-CP; Nghị định số 9/2020/NĐ-CP.",
     [("5/2025/NĐ-CP", "replaces", "8/2020/NĐ-CP"), ("5/2025/NĐ-CP", "replaces", "9/2020/NĐ-CP")]),
    ("Tỉnh ủy Nghệ An triển khai thực hiện Chỉ thị số 5-CT/TW; Nghị quyết số 18-NQ/TW.",
     [("Tỉnh ủy Nghệ An", "implements", "5-CT/TW"), ("Tỉnh ủy Nghệ An", "implements", "18-NQ/TW")]),
]  # fmt: skip

MAIN_CLAUSES = [
    ("Thực hiện Nghị quyết số 29-NQ/TW của Bộ Chính trị; Chương trình số 5-CTr/TU của Tỉnh ủy, UBND tỉnh "
     "ban hành Kế hoạch số 44/KH-UBND.",
     [("44/KH-UBND", "implements", "29-NQ/TW"), ("44/KH-UBND", "implements", "5-CTr/TU")]),
    ("Căn cứ Nghị quyết số 29-NQ/TW về giáo dục; Kết luận số 5-KL/TW, UBND tỉnh ban hành Kế hoạch số "
     "44/KH-UBND; Thông báo số 7-TB/TU được gửi kèm.",
     [("44/KH-UBND", "based_on", "29-NQ/TW"), ("44/KH-UBND", "based_on", "5-KL/TW")]),
    ("Để triển khai Nghị quyết số 57-NQ/TW, Tỉnh ủy Nghệ An ban hành Chương trình hành động số 9-CTr/TU.",
     [("9-CTr/TU", "implements", "57-NQ/TW")]),
    ("Nhằm cụ thể hóa Nghị quyết số 57-NQ/TW, ngày 12/3/2025, UBND tỉnh đã ký ban hành Kế hoạch số "
     "31/KH-UBND.", [("31/KH-UBND", "implements", "57-NQ/TW")]),
    ("Với mục đích thực hiện Nghị quyết số 57-NQ/TW, Thành ủy Huế đã có Kế hoạch số 9-KH/TU.",
     [("9-KH/TU", "implements", "57-NQ/TW")]),
    ("Nhằm triển khai Luật Đất đai, Chính phủ ban hành Nghị định số 7/2025/NĐ-CP và Nghị định số "
     "8/2025/NĐ-CP.", [("8/2025/NĐ-CP", "implements", "Luật Đất đai"),
                       ("7/2025/NĐ-CP", "implements", "Luật Đất đai")]),
    ("Sau 3 năm triển khai Nghị quyết số 29-NQ/TW, Tỉnh ủy Nghệ An ban hành Báo cáo số 44-BC/TU.",
     [("44-BC/TU", "reviews", "29-NQ/TW")]),
    ("Kế hoạch số 44-KH/TU được xây dựng để thực hiện Nghị quyết số 29-NQ/TW.",
     [("44-KH/TU", "implements", "29-NQ/TW")]),
    ("Căn cứ Nghị quyết số 29-NQ/TW, UBND tỉnh chủ động xây dựng Kế hoạch số 44/KH-UBND.",
     [("44/KH-UBND", "based_on", "29-NQ/TW")]),
    ("Thực hiện Nghị quyết số 29-NQ/TW, Ban Tổ chức Tỉnh ủy tham mưu ban hành Kế hoạch số 44-KH/TU.",
     [("44-KH/TU", "implements", "29-NQ/TW")]),
    ("Tiếp tục thực hiện Chỉ thị số 20-CT/TW, tỉnh Đồng Nai vừa ban hành Kế hoạch số 44-KH/TU.",
     [("44-KH/TU", "continues", "20-CT/TW")]),
    ("Theo Nghị quyết số 29-NQ/TW, UBND tỉnh Nghệ An ban hành Kế hoạch số 44/KH-UBND.",
     [("44/KH-UBND", "based_on", "29-NQ/TW")]),
    ("Theo Nghị quyết số 29-NQ/TW, giáo dục là quốc sách, UBND tỉnh ban hành Kế hoạch số 44/KH-UBND.", []),
    # another subject than the place's Party follows
    ("Sau 8 năm thực hiện Nghị quyết số 19-NQ/TW, các đơn vị sự nghiệp đã giảm đầu mối.", []),
    ("Ghi nhận: Qua 5 năm thực hiện Chỉ thị số 40-CT/TW, tín dụng chính sách đã đến từng thôn.", []),
    ("Nhằm thực hiện Chỉ thị số 40-CT/TW, nhiều mô hình đã ra đời.", []),
    # none does
    ("Chuẩn bị đại hội các cấp; tổng kết thực hiện Chỉ thị số 40-CT/TW; kiện toàn cấp ủy.",
     [("Đảng bộ tỉnh", "reviews", "40-CT/TW")]),
]  # fmt: skip

BODIES = [
    ("Đảng ủy Quân sự tỉnh, Đảng ủy Công an tỉnh và Đảng ủy Bộ đội Biên phòng tỉnh thực hiện Chỉ thị số "
     "40-CT/TW.", [("Đảng ủy Công an tỉnh", "implements", "40-CT/TW"),
                   ("Đảng ủy Quân sự tỉnh", "implements", "40-CT/TW"),
                   ("Đảng ủy Bộ đội Biên phòng tỉnh", "implements", "40-CT/TW")]),
    ("Thành ủy Huế và Tỉnh ủy Quảng Trị sơ kết 5 năm thực hiện Chỉ thị số 40-CT/TW.",
     [("Thành ủy Huế", "reviews", "40-CT/TW"), ("Tỉnh ủy Quảng Trị", "reviews", "40-CT/TW")]),
    ("Theo chỉ đạo của Thành ủy Huế, Huyện ủy Phú Lộc đã thực hiện Chỉ thị số 40-CT/TW.",
     [("Huyện ủy Phú Lộc", "implements", "40-CT/TW")]),
    ("Ban Bí thư đánh giá cao các địa phương đã nghiêm túc thực hiện Chỉ thị số 40-CT/TW.", []),
    ("Ban Bí thư đánh giá cao Bộ Quốc phòng đã thực hiện tốt Chỉ thị số 40-CT/TW.",
     [("Bộ Quốc phòng", "implements", "40-CT/TW")]),
    ("Sơ kết 3 năm thực hiện Chỉ thị số 40-CT/TW, Huyện ủy Vũ Quang biểu dương 20 tập thể.",
     [("Huyện ủy Vũ Quang", "reviews", "40-CT/TW")]),
    ("Bí thư Huyện ủy Vũ Văn Minh phát biểu. Văn phòng Tỉnh ủy hướng dẫn thực hiện Quy định số 66-QĐ/TW.",
     [("Văn phòng Tỉnh ủy", "guides", "66-QĐ/TW")]),
    ("Bộ Y tế mở lớp tập huấn cho cán bộ, tài liệu hướng dẫn thực hiện Quy định số 66-QĐ/TW.", []),
]  # fmt: skip

BOTH = [
    ("Kế hoạch số 12/KH-UBND và Kế hoạch số 13/KH-UBND thực hiện Nghị quyết số 71/NQ-CP.",
     [("12/KH-UBND", "implements", "71/NQ-CP"), ("13/KH-UBND", "implements", "71/NQ-CP")]),
    ("Nghị định số 6/2001/NĐ-CP và Nghị định số 9/2004/NĐ-CP ngày 3/2/2004 về việc sửa đổi, bổ sung Nghị "
     "định số 5/1999/NĐ-CP.", [("6/2001/NĐ-CP", "amends", "5/1999/NĐ-CP"),
                               ("9/2004/NĐ-CP", "amends", "5/1999/NĐ-CP")]),
    # the first is what the second changes, or is only cited
    ("Nghị định số 6/2001/NĐ-CP và Nghị định số 9/2004/NĐ-CP sửa đổi Nghị định số 5/1999/NĐ-CP, Nghị định "
     "số 6/2001/NĐ-CP.", [("9/2004/NĐ-CP", "amends", "5/1999/NĐ-CP")]),
    ("Việc này theo Nghị định số 6/2001/NĐ-CP và Nghị định số 9/2004/NĐ-CP sửa đổi Nghị định số "
     "5/1999/NĐ-CP.", [("9/2004/NĐ-CP", "amends", "5/1999/NĐ-CP")]),
    ("Chỉ thị số 5/CT-TTg và Nghị định số 13/2020/NĐ-CP quy định chi tiết Luật Chăn nuôi.",
     [("13/2020/NĐ-CP", "details", "Luật Chăn nuôi")]),
]  # fmt: skip
SPOKEN_OF = [
    "Chính phủ thảo luận tình hình thực hiện Nghị quyết số 57-NQ/TW.",
    "Theo Bộ Xây dựng, thực hiện Nghị quyết số 57-NQ/TW thì giá nhà giảm.",
    "Hiệp hội đề nghị Bộ Xây dựng, Bộ Tài chính tổng kết Nghị quyết số 57-NQ/TW.",
    "Công văn ra đời nhằm thực hiện Nghị quyết số 57-NQ/TW, Bộ Xây dựng được giao làm cổng thông tin.",
    "Bà Lan nói đến những cách làm hay trong thực hiện Nghị quyết số 57-NQ/TW.",
    "Ông Minh nêu rõ đoàn sẽ tập trung kiểm tra việc thực hiện Nghị quyết số 57-NQ/TW.",
    "Đây là quy định đầu tiên, cụ thể hóa Nghị quyết số 57-NQ/TW.",
]
TASKS = [
    ("Bên cạnh đó, thực hiện Chỉ thị số 40-CT/TW, ngày 22/11/2014 của Ban Bí thư, đã rà soát hộ nghèo.",
     [("Đảng bộ tỉnh", "implements", "40-CT/TW")]),
    ("Bên cạnh đó, thực hiện Chỉ thị số 40-CT/TW, các ngân hàng đã cho vay.", []),
]  # fmt: skip

PASSIVES = [
    ("Chỉ thị số 40-CT/TW được Thành ủy Huế cụ thể hóa bằng Kế hoạch số 21-KH/TU và Chỉ thị số 7-CT/TU.",
     [("21-KH/TU", "implements", "40-CT/TW"), ("7-CT/TU", "implements", "40-CT/TW")]),
    ("Nghị quyết số 29-NQ/TW đã được cụ thể hoá tại Nghị quyết số 44/NQ-CP.",
     [("44/NQ-CP", "implements", "29-NQ/TW")]),
    ("Luật số 5/2012/QH13 được Quốc hội sửa đổi, bổ sung tại Luật số 9/2019/QH14.",
     [("9/2019/QH14", "amends", "5/2012/QH13")]),
    ("Chỉ thị số 40-CT/TW được Thành ủy Huế khen, cụ thể hóa bằng tiền; Kế hoạch số 21-KH/TU hay.", []),
]  # fmt: skip

BRACKETS = [
    ("Quy định số 80-QĐ/TW (thay thế Quy định số 105-QĐ/TW) được phổ biến đến chi bộ.",
     [("80-QĐ/TW", "replaces", "105-QĐ/TW")]),
    ("Quyết định số 17/QĐ-UBND (thay Quyết định số 12/QĐ-UBND); Quyết định số 18/QĐ-UBND (thay thế Quyết "
     "định số 13/QĐ-UBND).", [("17/QĐ-UBND", "replaces", "12/QĐ-UBND"),
                              ("18/QĐ-UBND", "replaces", "13/QĐ-UBND")]),
    ("Quy định số 80-QĐ/TW thay Quy định số 105-QĐ/TW.", [("80-QĐ/TW", "replaces", "105-QĐ/TW")]),
    ("Các đại biểu đề nghị thay Quy định số 105-QĐ/TW.", []),
    ("Quy định số 80-QĐ/TW thay thế 105-QĐ/TW về phân cấp quản lý cán bộ và 90-QĐ/TW về tiêu chuẩn chức "
     "danh.", [("80-QĐ/TW", "replaces", "105-QĐ/TW"), ("80-QĐ/TW", "replaces", "90-QĐ/TW")]),
]  # fmt: skip

POINTERS = [
    ("Ban Bí thư ban hành Chỉ thị số 40-CT/TW.\nTriển khai Chỉ thị này, Tỉnh ủy Nghệ An ban hành Kế hoạch số "
     "58-KH/TU.", [("58-KH/TU", "implements", "40-CT/TW")]),
    ("Chỉ thị số 40-CT/TW nói về tín dụng. Kế hoạch số 58-KH/TU thực hiện Chỉ thị nêu trên.",
     [("58-KH/TU", "implements", "40-CT/TW")]),
    # of two it is not sure which is meant
    ("Chỉ thị số 40-CT/TW và Chỉ thị số 39-CT/TW còn hiệu lực. Triển khai Chỉ thị này, Tỉnh ủy Nghệ An ban "
     "hành Kế hoạch số 58-KH/TU.", []),
    ("Quyết định số 5/QĐ-UBND đã ký. Sở Tài chính chịu trách nhiệm thi hành Quyết định này.", []),
]  # fmt: skip

AMENDED_BETWEEN = [  # what amends a document is not what is done away with
    ("Nghị định số 61/2007/NĐ-CP ngày 3/4/2007, được sửa đổi theo Nghị định số 12/2013/NĐ-CP ngày "
     "4/2/2013, đã được thay thế bởi Nghị định số 22/2022/NĐ-CP ngày 5/3/2022.",
     [("12/2013/NĐ-CP", "amends", "61/2007/NĐ-CP"), ("22/2022/NĐ-CP", "replaces", "61/2007/NĐ-CP")]),
    ("Thông tư số 21/2014/TT-BYT, thay thế Quyết định số 16/2006/QĐ-BYT, đã bị thay thế bởi Thông tư số "
     "9/2025/TT-BYT.", [("21/2014/TT-BYT", "replaces", "16/2006/QĐ-BYT"),
                        ("9/2025/TT-BYT", "replaces", "21/2014/TT-BYT")]),
    ("Nghị định số 5/2010/NĐ-CP (đã được sửa đổi bởi Nghị định số 6/2012/NĐ-CP và Nghị định số "
     "7/2014/NĐ-CP) bị thay thế bởi Nghị định số 8/2020/NĐ-CP.",
     [("6/2012/NĐ-CP", "amends", "5/2010/NĐ-CP"), ("7/2014/NĐ-CP", "amends", "5/2010/NĐ-CP"),
      ("8/2020/NĐ-CP", "replaces", "5/2010/NĐ-CP")]),
    ("Thông tư số 5/2010/TT-BCA được sửa đổi bởi Thông tư số 6/2012/TT-BCA và được sửa đổi, bổ sung bởi "
     "Thông tư số 7/2014/TT-BCA, nay bị bãi bỏ bởi Thông tư số 8/2020/TT-BCA.",
     [("6/2012/TT-BCA", "amends", "5/2010/TT-BCA"), ("7/2014/TT-BCA", "amends", "5/2010/TT-BCA"),
      ("8/2020/TT-BCA", "repeals", "5/2010/TT-BCA")]),
    ("Phạt theo khoản 6 Điều 27 Nghị định số 108/2013/NĐ-CP được sửa đổi, bổ sung theo quy định tại khoản 1 "
     "và khoản 35 Điều 1 Nghị định số 145/2016/NĐ-CP.",
     [("145/2016/NĐ-CP", "amends", "108/2013/NĐ-CP")]),
    ("Nghị định số 25/2023/NĐ-CP ngày 7/2/2023 của Chính phủ về quản lý kho số đã bị bãi bỏ bởi Nghị định "
     "số 21/2025/NĐ-CP.", [("21/2025/NĐ-CP", "repeals", "25/2023/NĐ-CP")]),
    ("Nghị quyết số 3/2017/NQ-HĐTP hướng dẫn áp dụng Điều 5 của Bộ luật Lao động về thử việc, được sửa "
     "đổi bởi Nghị quyết số 4/2021/NQ-HĐTP.",
     [("3/2017/NQ-HĐTP", "guides", "Bộ luật Lao động"), ("4/2021/NQ-HĐTP", "amends", "3/2017/NQ-HĐTP")]),
    # what has replaced another may be amended itself
    ("Nghị định số 5/2010/NĐ-CP được thay thế bởi Nghị định số 6/2018/NĐ-CP, được sửa đổi bởi Nghị định số "
     "7/2021/NĐ-CP.", [("6/2018/NĐ-CP", "replaces", "5/2010/NĐ-CP"),
                       ("7/2021/NĐ-CP", "amends", "6/2018/NĐ-CP")]),
]  # fmt: skip

LAPSES = [  # by another than the text itself
    ("Luật Nhà ở số 65/2014/QH13 hết hiệu lực kể từ ngày Luật Nhà ở số 27/2023/QH15 có hiệu lực thi hành.",
     [("27/2023/QH15", "repeals", "65/2014/QH13")]),
    ("Nghị định số 17/2004/NĐ-CP và Nghị định số 8/2007/NĐ-CP hết hiệu lực từ ngày 01/9/2014 theo quy định "
     "tại khoản 2 Điều 99 Nghị định số 42/2014/NĐ-CP.",
     [("42/2014/NĐ-CP", "repeals", "17/2004/NĐ-CP"), ("42/2014/NĐ-CP", "repeals", "8/2007/NĐ-CP")]),
    ("Nghị định số 17/2004/NĐ-CP hết hiệu lực từ ngày 01/9/2014. Theo Nghị định số 42/2014/NĐ-CP, phí giảm.",
     []),
    ("Nghị định số 17/2004/NĐ-CP hết hiệu lực trước khi Nghị định số 42/2014/NĐ-CP được ban hành.", []),
]  # fmt: skip

ALL: list[tuple[str, Said]] = [
    *BEHIND_TITLES, *SEMICOLONS, *MAIN_CLAUSES, *BODIES, *BOTH, *PASSIVES, *BRACKETS, *TASKS,
    *POINTERS, *AMENDED_BETWEEN, *LAPSES, *((text, []) for text in SPOKEN_OF),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ALL)
def test_clauses(extractor: Extractor, text: str, said: Said) -> None:
    assert read(extractor, text) == said


IN_EFFECT_CLAUSES = [
    ("Nghị định số 37/2014/NĐ-CP về quản lý chất thải, được sửa đổi, bổ sung bởi Nghị định số "
     "41/2018/NĐ-CP ngày 5/6/2018, hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.",
     [("41/2018/NĐ-CP", "amends", "37/2014/NĐ-CP"), ("70/2022/NĐ-CP", "repeals", "37/2014/NĐ-CP")]),
    ("Nghị định số 37/2014/NĐ-CP đã được sửa đổi, bổ sung một số điều theo Nghị định số 41/2018/NĐ-CP, Nghị "
     "định số 42/2019/NĐ-CP và Nghị định số 43/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
     [("41/2018/NĐ-CP", "amends", "37/2014/NĐ-CP"), ("42/2019/NĐ-CP", "amends", "37/2014/NĐ-CP"),
      ("43/2020/NĐ-CP", "amends", "37/2014/NĐ-CP"), ("70/2022/NĐ-CP", "repeals", "37/2014/NĐ-CP")]),
    ("Bãi bỏ từ Điều 5 đến Điều 7 của Nghị định số 37/2014/NĐ-CP đã được sửa đổi, bổ sung một số điều theo "
     "Nghị định số 41/2018/NĐ-CP.",
     [("70/2022/NĐ-CP", "repeals", "37/2014/NĐ-CP"), ("41/2018/NĐ-CP", "amends", "37/2014/NĐ-CP")]),
    ("Nghị định này thay thế Nghị định số 20/2015/NĐ-CP; các Nghị định số 10/2016/NĐ-CP và số 11/2016/NĐ-CP "
     "hết hiệu lực.",
     [("70/2022/NĐ-CP", "replaces", "20/2015/NĐ-CP"), ("70/2022/NĐ-CP", "repeals", "11/2016/NĐ-CP"),
      ("70/2022/NĐ-CP", "repeals", "10/2016/NĐ-CP")]),
    ("Nghị định số 12/2018/NĐ-CP ngày 5/6/2018 của Chính phủ ban hành Quy định về quản lý chợ và Nghị định "
     "số 14/2019/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
     [("70/2022/NĐ-CP", "repeals", "14/2019/NĐ-CP"), ("70/2022/NĐ-CP", "repeals", "12/2018/NĐ-CP")]),
    ("Nghị định này thay thế các Nghị định: số 98/2014/NĐ-CP ngày 4/6/2014, số 17/2017/NĐ-CP và số "
     "6/2019/NĐ-CP.",
     [("70/2022/NĐ-CP", "replaces", "98/2014/NĐ-CP"), ("70/2022/NĐ-CP", "replaces", "17/2017/NĐ-CP"),
      ("70/2022/NĐ-CP", "replaces", "6/2019/NĐ-CP")]),
    ("Các Nghị định sau hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành: Nghị định số "
     "98/2014/NĐ-CP về chợ; Nghị định số 17/2017/NĐ-CP về phí.",
     [("70/2022/NĐ-CP", "repeals", "98/2014/NĐ-CP"), ("70/2022/NĐ-CP", "repeals", "17/2017/NĐ-CP")]),
    ("Kể từ ngày Nghị định này có hiệu lực thi hành, Nghị định số 12/2018/NĐ-CP và Nghị định số "
     "14/2019/NĐ-CP hết hiệu lực.",
     [("70/2022/NĐ-CP", "repeals", "14/2019/NĐ-CP"), ("70/2022/NĐ-CP", "repeals", "12/2018/NĐ-CP")]),
    ("Kể từ ngày Nghị định này có hiệu lực thi hành, giấy phép cấp theo Nghị định số 12/2018/NĐ-CP hết "
     "hiệu lực.", [("70/2022/NĐ-CP", "cites", "12/2018/NĐ-CP")]),
    ("Các nghị định sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực: Nghị định số 12/2018/NĐ-CP "
     "và Nghị định số 14/2019/NĐ-CP.",
     [("70/2022/NĐ-CP", "repeals", "12/2018/NĐ-CP"), ("70/2022/NĐ-CP", "repeals", "14/2019/NĐ-CP")]),
    # what stands between, in brackets or not
    ("Dự án theo Nghị định số 5/2012/NĐ-CP (bổ sung, điều chỉnh tại Nghị định số 9/2015/NĐ-CP).",
     [("70/2022/NĐ-CP", "cites", "5/2012/NĐ-CP"), ("9/2015/NĐ-CP", "amends", "5/2012/NĐ-CP")]),
    ("Theo Nghị định số 5/2012/NĐ-CP, được hướng dẫn chi tiết tại khoản 3 Điều 30 Thông tư số "
     "2/2016/TT-BXD, thì được.",
     [("70/2022/NĐ-CP", "cites", "5/2012/NĐ-CP"), ("2/2016/TT-BXD", "guides", "5/2012/NĐ-CP")]),
    # the line ends in the clause
    ("Nghị định này có hiệu lực thi hành kể từ ngày 15 tháng 02 năm 2024,\nthay thế Nghị định số "
     "12/2018/NĐ-CP.", [("70/2022/NĐ-CP", "replaces", "12/2018/NĐ-CP")]),
    ("Nghị định này có hiệu lực từ ngày 15\ntháng 02 năm 2024 và thay thế Nghị định số 12/2018/NĐ-CP.",
     [("70/2022/NĐ-CP", "replaces", "12/2018/NĐ-CP")]),
    ("Trong thời gian Nghị định này có hiệu lực, trường hợp\nkhác với Nghị định sửa đổi Nghị định số "
     "12/2018/NĐ-CP thì báo cáo.", []),
    # a law with its own name stands beside the amended one, not beside its amenders
    ("Sửa đổi Luật Đường sắt số 6/2017/QH14 đã được sửa đổi theo Luật số 35/2018/QH14, Luật Đê điều số "
     "79/2006/QH11.", [("35/2018/QH14", "amends", "6/2017/QH14")]),
    # another clause than the one that ends
    ("Các văn bản hướng dẫn Nghị định số 12/2018/NĐ-CP và Nghị định số 14/2019/NĐ-CP hết hiệu lực kể từ "
     "ngày Nghị định này có hiệu lực.", []),
    ("Hồ sơ nhận trước ngày Nghị định số 12/2018/NĐ-CP hết hiệu lực được giải quyết theo Nghị định này.",
     []),
    ("Nghị định số 12/2018/NĐ-CP vẫn được áp dụng, Nghị định số 14/2019/NĐ-CP hết hiệu lực kể từ ngày Nghị "
     "định này có hiệu lực.", [("70/2022/NĐ-CP", "repeals", "14/2019/NĐ-CP")]),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "said"), IN_EFFECT_CLAUSES)
def test_effect_clauses(extractor: Extractor, clause: str, said: Said) -> None:
    head = "CHÍNH PHỦ\nSố: 70/2022/NĐ-CP\nHà Nội, ngày 5 tháng 9 năm 2022\nNGHỊ ĐỊNH\nVề phí\n"
    assert read(extractor, f"{head}Điều 1. Phí.\nĐiều 2. Hiệu lực\n2. {clause}\n") == said


WORDINGS = [
    ("Thay thế cụm từ “Sở Nội vụ” bằng cụm từ “Sở Tài chính” tại khoản 2 Điều 4 Thông tư số 12/2020/TT-BTC.",
     "amends", "12/2020/TT-BTC", ("Điều 4, khoản 2",)),
    ("Bãi bỏ cụm từ “và lệ phí” tại điểm b khoản 1 Điều 6 Thông tư số 13/2021/TT-BTC.",
     "amends", "13/2021/TT-BTC", ("Điều 6, khoản 1, điểm b",)),
    ("Đính chính lỗi kỹ thuật tại khoản 3 Điều 9 Thông tư số 14/2022/TT-BTC.",
     "corrects", "14/2022/TT-BTC", ("Điều 9, khoản 3",)),
    ("Thay thế biểu mẫu theo quy định tại Điều 5 Thông tư số 15/2022/TT-BTC.",
     "cites", "15/2022/TT-BTC", ("Điều 5",)),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "kind", "number", "parts"), WORDINGS)
def test_changes_of_words(
    extractor: Extractor, clause: str, kind: str, number: str, parts: tuple[str, ...]
) -> None:
    text = (
        "BỘ TÀI CHÍNH\nSố: 01/2026/TT-BTC\nHà Nội, ngày 5 tháng 1 năm 2026\nTHÔNG TƯ\nVề phí\n"
        f"Điều 1. Phạm vi.\nĐiều 2. Hiệu lực\n1. {clause}\n"
    )
    found = extractor.extract(text)
    assert [
        (s.relation.value, str(found.mentions[s.object].number), s.to_subdivisions)
        for s in found.statements
    ] == [(kind, number, parts)]


DECREE = (
    "CHÍNH PHỦ\nSố: 30/2026/NĐ-CP\nHà Nội, ngày 5 tháng 1 năm 2026\nNGHỊ ĐỊNH\nVề bảo vệ rừng\n"
)
ARTICLES = [
    (  # the heading names the decree that its items change
        "Điều 52. Sửa đổi, bổ sung, thay thế, bãi bỏ một số điều của Nghị định số 35/2019/NĐ-CP\n"
        "1. Thay thế cụm từ “chủ rừng” bằng cụm từ “người giữ rừng” tại Điều 1, khoản 1 Điều 2.\n"
        "2. Bãi bỏ các Điều 5, 6 và 7.\n3. Bãi bỏ cụm từ “và thú” tại khoản 3 Điều 8.\n",
        [
            ("amends", "35/2019/NĐ-CP", ()),
            ("amends", "35/2019/NĐ-CP", ("Điều 1", "Điều 2, khoản 1")),
            ("repeals", "35/2019/NĐ-CP", ("Điều 5", "Điều 6", "Điều 7")),
            ("amends", "35/2019/NĐ-CP", ("Điều 8, khoản 3",)),
        ],
    ),
    (  # the next article speaks of something else
        "Điều 52. Sửa đổi một số điều của Nghị định số 35/2019/NĐ-CP\n1. Bãi bỏ Điều 5.\n"
        "Điều 53. Tổ chức thực hiện\n1. Bổ sung biên chế theo Điều 8.\n",
        [("amends", "35/2019/NĐ-CP", ()), ("repeals", "35/2019/NĐ-CP", ("Điều 5",))],
    ),
    (  # an excerpt begins with a later article
        "Điều 168. Điều khoản thi hành\n3. Bãi bỏ Điều 3 Nghị định số 60/2016/NĐ-CP.\n"
        "4. Thay thế Nghị định số 61/2016/NĐ-CP.\n",
        [("repeals", "60/2016/NĐ-CP", ("Điều 3",)), ("replaces", "61/2016/NĐ-CP", ())],
    ),
]


@pytest.mark.parametrize(("articles", "said"), ARTICLES)
def test_later_articles(
    extractor: Extractor, articles: str, said: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    found = extractor.extract(DECREE + articles)
    assert [
        (s.relation.value, str(found.mentions[s.object].number), s.to_subdivisions)
        for s in found.statements
    ] == said

"""How texts say that something is carried out: contents, adverbs, means, inspections, annexes."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, read

CONTENTS = [
    ("Đề án số 8-ĐA/TU cụ thể hóa những quan điểm, nhiệm vụ nêu tại Nghị quyết số 45-NQ/TW.",
     [("8-ĐA/TU", "implements", "45-NQ/TW")]),
    ("Chương trình số 9-CTr/HU nhằm cụ thể hóa toàn diện, kịp thời các chỉ tiêu của Nghị quyết số 3-NQ/TU.",
     [("9-CTr/HU", "implements", "3-NQ/TU")]),
    ("Thực hiện ý kiến chỉ đạo của Thường trực Thành ủy tại Công văn số 77-CV/TU, Sở Y tế ban hành Kế "
     "hoạch số 5/KH-SYT.", [("5/KH-SYT", "implements", "77-CV/TU")]),
    # what is followed, and what has force, is not carried out
    ("Việc xử lý được thực hiện theo giải pháp nêu tại Thông báo số 4-TB/TU.", []),
    ("Từ khi Quy định số 5-QĐ/TU có hiệu lực thi hành, các Kết luận số 6-KL/TU vẫn được áp dụng.", []),
]  # fmt: skip

WORDINGS = [
    ("Công văn số 12/UBND-NC chỉ đạo triển khai Nghị định số 102/2024/NĐ-CP (gọi tắt là Nghị định về đất) và "
     "Nghị định số 88/2024/NĐ-CP.",
     [("12/UBND-NC", "implements", "102/2024/NĐ-CP"), ("12/UBND-NC", "implements", "88/2024/NĐ-CP")]),
    ("Quyết định số 642/QĐ-UBND công bố thủ tục, trong đó bãi bỏ Quyết định số 1255/QĐ-UBND.",
     [("642/QĐ-UBND", "repeals", "1255/QĐ-UBND")]),
    ("HĐND tỉnh Nghệ An bãi bỏ Nghị quyết số 12/2017/NQ-HĐND.",
     [("HĐND tỉnh Nghệ An", "repeals", "12/2017/NQ-HĐND")]),
    ("HĐND tỉnh Nghệ An chưa bãi bỏ Nghị quyết số 12/2017/NQ-HĐND.", []),
    ("Quyết định số 7/2024/QĐ-UBND bãi bỏ 5 quyết định, gồm: Quyết định số 1/2015/QĐ-UBND, Quyết định số "
     "2/2016/QĐ-UBND.",
     [("7/2024/QĐ-UBND", "repeals", "1/2015/QĐ-UBND"), ("7/2024/QĐ-UBND", "repeals", "2/2016/QĐ-UBND")]),
    ("Quyết định số 7/2024/QĐ-UBND bãi bỏ các quyết định sau: Quyết định số 1/2015/QĐ-UBND; Quyết định số "
     "2/2016/QĐ-UBND.",
     [("7/2024/QĐ-UBND", "repeals", "1/2015/QĐ-UBND"), ("7/2024/QĐ-UBND", "repeals", "2/2016/QĐ-UBND")]),
    ("Nghị định số 45/2026/NĐ-CP thay thế các Nghị định của Chính phủ: số 12/2020/NĐ-CP và số 13/2021/NĐ-CP.",
     [("45/2026/NĐ-CP", "replaces", "12/2020/NĐ-CP"), ("45/2026/NĐ-CP", "replaces", "13/2021/NĐ-CP")]),
    ("Kế hoạch số 55-KH/TU cụ thể hóa hai nghị quyết của Bộ Chính trị: Nghị quyết số 57-NQ/TW và Nghị quyết "
     "số 59-NQ/TW.", [("55-KH/TU", "implements", "57-NQ/TW"), ("55-KH/TU", "implements", "59-NQ/TW")]),
    ("Quyết định số 7/2024/QĐ-UBND bãi bỏ các nội dung sau: Quyết định số 1/2015/QĐ-UBND có lỗi.", []),
    ("Bằng Quyết định số 7/QĐ-UBND, UBND tỉnh Nghệ An thay thế Quyết định số 1/QĐ-UBND.",
     [("7/QĐ-UBND", "replaces", "1/QĐ-UBND")]),
    ("Quyết định số 7/2024/QĐ-UBND bãi bỏ các thủ tục quy định tại 5 quyết định, trong đó có Quyết định số "
     "1/2015/QĐ-UBND.", []),
    ("Quyết định số 7/2024/QĐ-UBND bãi bỏ 5 quyết định, trừ một số văn bản, trong đó có Quyết định số "
     "1/2015/QĐ-UBND.", []),
    ("Quyết định số 7/2024/QĐ-UBND bãi bỏ 5 quyết định về xử phạt theo các nghị định, trong đó có Chỉ thị "
     "số 1/CT-UBND.", []),
    ("HĐND tỉnh Nghệ An bãi bỏ Nghị quyết số 12/2017/NQ-HĐND khi nào?", []),
    ("Tại Nghị quyết số 140/NQ-CP, Chính phủ ban hành Chương trình hành động thực hiện Nghị quyết số 66-NQ/TW.",
     [("140/NQ-CP", "implements", "66-NQ/TW")]),
    ("Tại Nghị quyết số 140/NQ-CP, Chính phủ yêu cầu các bộ thực hiện Nghị quyết số 66-NQ/TW.", []),
    ("Nghị định số 30/2020/NĐ-CP có hiệu lực từ ngày 05/3/2020. Các văn bản sau hết hiệu lực kể từ ngày Nghị "
     "định này có hiệu lực: Nghị định số 110/2004/NĐ-CP; Nghị định số 09/2010/NĐ-CP.",
     [("30/2020/NĐ-CP", "repeals", "110/2004/NĐ-CP"), ("30/2020/NĐ-CP", "repeals", "09/2010/NĐ-CP")]),
    ("Quy định số 232-QĐ/TW của Ban Chấp hành Trung ương thì thay thế Quy định số 24-QĐ/TW.",
     [("232-QĐ/TW", "replaces", "24-QĐ/TW")]),
    ("Thành ủy Mỹ Tho kiểm điểm việc thực hiện Nghị quyết số 11-NQ/TU về kinh tế (sau đây viết tắt là NQ 11) và "
     "Kết luận số 22-KL/TU.",
     [("Thành ủy Mỹ Tho", "reviews", "11-NQ/TU"), ("Thành ủy Mỹ Tho", "reviews", "22-KL/TU")]),
    ("1 | Quyết định số 12/2016/QĐ-UBND | Được thay thế bằng Quyết định số 05/2023/QĐ-UBND",
     [("05/2023/QĐ-UBND", "replaces", "12/2016/QĐ-UBND")]),
    ("Sau hơn tám tháng triển khai Nghị quyết số 57-NQ/TW, Công an tỉnh Gia Lai đã cấp 5 thẻ.",
     [("Công an tỉnh Gia Lai", "reviews", "57-NQ/TW")]),
    ("Hướng dẫn số 01-HD/TW đã hướng dẫn cụ thể một số nội dung Quy định số 24-QĐ/TW.",
     [("01-HD/TW", "guides", "24-QĐ/TW")]),
    ("Nghị định 67/2025/NĐ-CP vừa sửa Nghị định 178/2024/NĐ-CP.",
     [("67/2025/NĐ-CP", "amends", "178/2024/NĐ-CP")]),
    ("Thực hiện Kế hoạch số 1170/KH-UBND của UBND tỉnh, sở Y tế tỉnh Gia Lai đã lập đoàn.",
     [("sở Y tế tỉnh Gia Lai", "implements", "1170/KH-UBND")]),
]  # fmt: skip

AROUND = [
    ("Để đưa Nghị quyết số 20-NQ/TW về y tế vào cuộc sống, Tỉnh ủy ban hành Kế hoạch số 31-KH/TU.",
     [("31-KH/TU", "implements", "20-NQ/TW")]),
    ("Huyện ủy Nam Đàn đã đưa Nghị quyết số 12-NQ/TU sớm đi vào cuộc sống.",
     [("Huyện ủy Nam Đàn", "implements", "12-NQ/TU")]),
    ("Tỉnh ủy đưa Nghị quyết số 12-NQ/TU ra thảo luận.", []),
]  # fmt: skip

MEANS = [
    ("Đảng ủy phường Tân An đã cụ thể hóa Nghị quyết số 7-NQ/ThU bằng Kế hoạch số 15-KH/ĐU.",
     [("Đảng ủy phường Tân An", "implements", "7-NQ/ThU"), ("15-KH/ĐU", "implements", "7-NQ/ThU")]),
    ("Nghị quyết số 9-NQ/TU ngày 2/3/2022 về cây dừa được triển khai bằng Kế hoạch số 80/KH-UBND.",
     [("80/KH-UBND", "implements", "9-NQ/TU")]),
    ("Tỉnh ủy ban hành Nghị quyết số 6-NQ/TU về cảng biển; UBND tỉnh ban hành Kế hoạch số 71/KH-UBND để "
     "triển khai thực hiện.", [("71/KH-UBND", "implements", "6-NQ/TU")]),
    ("Sau khi có Nghị định số 12/2024/NĐ-CP, Bộ Y tế ban hành Thông tư số 9/2024/TT-BYT hướng dẫn thực hiện.",
     [("9/2024/TT-BYT", "guides", "12/2024/NĐ-CP")]),
    # with an object of its own the verb says something else
    ("Tỉnh ủy ban hành Nghị quyết số 6-NQ/TU; UBND tỉnh ban hành Kế hoạch số 71/KH-UBND để thực hiện đề án "
     "khác.", []),
    ("Tỉnh ủy ban hành Nghị quyết số 6-NQ/TU. UBND tỉnh ban hành Kế hoạch số 71/KH-UBND để thực hiện.", []),
]  # fmt: skip

WATCHING = [
    ("Ủy ban Kiểm tra Huyện ủy giám sát chuyên đề đối với Đảng ủy xã An Phú về thực hiện Chỉ thị số 5-CT/TW.",
     [("Ủy ban Kiểm tra Huyện ủy", "reviews", "5-CT/TW")]),
    ("Đoàn giám sát của Ban Thường vụ Tỉnh ủy kiểm tra việc lãnh đạo, chỉ đạo thực hiện Nghị quyết số "
     "21-NQ/TW.", [("Ban Thường vụ Tỉnh ủy", "reviews", "21-NQ/TW")]),
]  # fmt: skip

CLAUSES = [
    ("Thông tư số 8/2011/TT-BCT hết hiệu lực kể từ ngày 5/9/2021 và được thay thế bởi Thông tư số "
     "9/2021/TT-BCT.", [("9/2021/TT-BCT", "replaces", "8/2011/TT-BCT")]),
    ("Căn cứ Nghị quyết số 18-NQ/TW; căn cứ Quy định số 22-QĐ/TW, Ban Bí thư ban hành Hướng dẫn số 2-HD/TW.",
     [("2-HD/TW", "based_on", "18-NQ/TW"), ("2-HD/TW", "based_on", "22-QĐ/TW")]),
    ("Việc ban hành Quy định số 44-QĐ/TW là bước cụ thể hóa Nghị quyết số 4-NQ/TW.",
     [("44-QĐ/TW", "implements", "4-NQ/TW")]),
    ("Quốc hội thông qua Nghị quyết số 93/2025/QH15, kịp thời thể chế hóa Nghị quyết số 57-NQ/TW.",
     [("93/2025/QH15", "institutionalises", "57-NQ/TW")]),
    # help that others give does not make them actors
    ("Thực hiện Chỉ thị số 5-CT/TW và được sự hỗ trợ của Chính phủ, các bộ, ngành, Tỉnh ủy, phong trào lan "
     "rộng.", []),
    ("Ông Hà, nguyên Phó Chủ tịch thường trực UBND huyện Hòa An, người tổ chức thực hiện Kế hoạch số "
     "41/KH-UBND, không nhận tội.", []),
]  # fmt: skip

HEAD = (
    "UBND TỈNH LÀO CAI\nSố: 12/2024/QĐ-UBND\nLào Cai, ngày 5 tháng 6 năm 2024\nQUYẾT ĐỊNH\nVề đất đai\n"
    "Căn cứ Luật Đất đai số 31/2024/QH15;\nQUYẾT ĐỊNH:\nĐiều 1. "
)
ANNEXED = [
    ("Bãi bỏ Quy định về đất công ban hành kèm theo Quyết định số 10/2020/QĐ-UBND.",
     ("12/2024/QĐ-UBND", "repeals", "10/2020/QĐ-UBND")),
    ("Thay thế các biểu ban hành kèm theo Quyết định số 10/2020/QĐ-UBND.",
     ("12/2024/QĐ-UBND", "amends", "10/2020/QĐ-UBND")),
    ("Ban hành kèm theo Quyết định này Kế hoạch thực hiện Chỉ thị số 52-CT/TW của Ban Bí thư.",
     ("12/2024/QĐ-UBND", "implements", "52-CT/TW")),
    ("Các sở thực hiện nghiêm Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương.",
     ("12/2024/QĐ-UBND", "cites", "18-NQ/TW")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"), [*CONTENTS, *WORDINGS, *AROUND, *MEANS, *WATCHING, *CLAUSES]
)
def test_what_is_carried_out(extractor: Extractor, text: str, said: Said) -> None:
    assert read(extractor, text) == said


@pytest.mark.parametrize(("clause", "said"), ANNEXED)
def test_what_a_decision_does(
    extractor: Extractor, clause: str, said: tuple[str, str, str]
) -> None:
    assert said in read(extractor, HEAD + clause)


NOT_DONE = [
    ("Đảng ủy xã An Hòa chưa kịp thời cụ thể hóa Nghị quyết số 4-NQ/HU; không ban hành kế hoạch thực hiện "
     "Chỉ thị số 7-CT/TW.", []),
    ("Cấp ủy kiểm tra công trình theo Nghị quyết Đại hội Đảng các cấp; việc tiếp tục thực hiện Chỉ thị số "
     "5-CT/TW còn chậm.", []),
    ("Huyện ủy dự hội nghị về Luật Đất đai vừa được Quốc hội thông qua; thực hiện Kết luận số 12-KL/TW.",
     [("Huyện ủy", "implements", "12-KL/TW")]),
    ("Hội nghị quán triệt Nghị quyết số 24-NQ/TW và triển khai Chỉ thị số 5-CT/TW.", []),
    ("Tờ trình số 45/TTr-UBND về dự thảo Nghị quyết thay thế Nghị quyết số 20/2020/NQ-HĐND.", []),
]  # fmt: skip

REVIEWS = [
    ("HĐND tỉnh Yên Bái giám sát chuyên đề việc thực hiện Nghị quyết số 20/2020/NQ-HĐND.",
     [("HĐND tỉnh Yên Bái", "reviews", "20/2020/NQ-HĐND")]),
    ("Báo cáo số 95-BC/TU của Tỉnh ủy về kết quả thực hiện Nghị quyết số 15-NQ/TW.",
     [("95-BC/TU", "reviews", "15-NQ/TW")]),
    ("Tỉnh ủy Hà Nam tổng kết 15 năm thực hiện Chỉ thị số 22-CT/TW về y tế và 5 năm thực hiện Chỉ thị số "
     "37-CT/TW.", [("Tỉnh ủy Hà Nam", "reviews", "22-CT/TW"), ("Tỉnh ủy Hà Nam", "reviews", "37-CT/TW")]),
    ("Sau 9 năm thực hiện Chỉ thị số 18-CT/TW, nhận thức tăng. Để cụ thể hóa Chỉ thị số 19-CT/TW, Tỉnh ủy "
     "ban hành Kế hoạch số 9-KH/TU.", [("9-KH/TU", "implements", "19-CT/TW")]),
]  # fmt: skip

FORCE = [
    ("Nghị định số 33/2025/NĐ-CP có hiệu lực từ ngày 1/3/2025, đồng thời Nghị định số 52/2020/NĐ-CP và Nghị "
     "định số 56/2021/NĐ-CP hết hiệu lực.",
     [("33/2025/NĐ-CP", "repeals", "52/2020/NĐ-CP"), ("33/2025/NĐ-CP", "repeals", "56/2021/NĐ-CP")]),
    ("HĐND tỉnh Yên Bái đã bãi bỏ Nghị quyết số 69/2020/NQ-HĐND.",
     [("HĐND tỉnh Yên Bái", "repeals", "69/2020/NQ-HĐND")]),
    ("HĐND tỉnh Yên Bái có thẩm quyền bãi bỏ Nghị quyết số 69/2020/NQ-HĐND.", []),
    ("Quyết định số 12/QĐ-UBND đã bị ngưng hiệu lực theo Quyết định số 17/QĐ-UBND.",
     [("17/QĐ-UBND", "suspends", "12/QĐ-UBND")]),
    ("Ban Thường vụ Tỉnh ủy chỉ đạo dừng thực hiện Kế hoạch số 263-KH/TU.",
     [("Ban Thường vụ Tỉnh ủy", "stays", "263-KH/TU")]),
    ("Nghị quyết số 55-NQ/TW của Bộ Chính trị “Về định hướng năng lượng” thay thế Nghị quyết số 18-NQ/TW.",
     [("55-NQ/TW", "replaces", "18-NQ/TW")]),
    ("Hướng dẫn số 27-HD/BTCTW về một số nội dung Chỉ thị số 35-CT/TW.",
     [("27-HD/BTCTW", "guides", "35-CT/TW")]),
    ("Nghị định số 63/2019/NĐ-CP về xử phạt trong lĩnh vực tài sản công; dự trữ quốc gia; kho bạc nhà nước "
     "được sửa đổi bởi Nghị định số 102/2021/NĐ-CP.", [("102/2021/NĐ-CP", "amends", "63/2019/NĐ-CP")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [*NOT_DONE, *REVIEWS, *FORCE])
def test_what_is_done_and_what_is_not(extractor: Extractor, text: str, said: Said) -> None:
    assert read(extractor, text) == said


def test_a_list_under_a_heading_without_a_colon_lapses(extractor: Extractor) -> None:
    text = HEAD + (
        "Bãi bỏ toàn bộ 2 văn bản quy phạm pháp luật\n1. Quyết định số 5/2005/QĐ-UBND về thuế.\n"
        "2. Quyết định số 6/2006/QĐ-UBND về phí.\nĐiều 2. Tổ chức thực hiện\n1. Sở Nội vụ.\n"
    )
    assert read(extractor, text)[1:] == [
        ("12/2024/QĐ-UBND", "repeals", "5/2005/QĐ-UBND"),
        ("12/2024/QĐ-UBND", "repeals", "6/2006/QĐ-UBND"),
    ]


LISTS = [
    ("Bộ Tài chính ban hành Thông tư số 80/2021/TT-BTC hướng dẫn Luật Quản lý thuế và Nghị định số "
     "126/2020/NĐ-CP.", [("80/2021/TT-BTC", "guides", "Luật Quản lý thuế"),
                         ("80/2021/TT-BTC", "guides", "126/2020/NĐ-CP")]),
    ("Theo Thông tư số 80/2021/TT-BTC hướng dẫn Luật Quản lý thuế và Nghị định số 126/2020/NĐ-CP, thuế giảm.",
     [("80/2021/TT-BTC", "guides", "Luật Quản lý thuế"), ("80/2021/TT-BTC", "guides", "126/2020/NĐ-CP")]),
    ("Theo Thông tư số 80/2021/TT-BTC hướng dẫn Luật Quản lý thuế và Thông tư số 6/2020/TT-BTC, thuế giảm.",
     [("80/2021/TT-BTC", "guides", "Luật Quản lý thuế")]),
    ("Tỉnh ủy ban hành Kế hoạch số 5-KH/TU thực hiện Nghị quyết số 10-NQ/TW và Hướng dẫn số 6-HD/TU.",
     [("5-KH/TU", "implements", "10-NQ/TW")]),
    ("Từ 01/7/2025, Luật Bảo hiểm xã hội 2024 có hiệu lực thay thế Luật Bảo hiểm xã hội 2014.",
     [("Luật Bảo hiểm xã hội", "replaces", "Luật Bảo hiểm xã hội")]),
    ("Chỉ thị số 30/CT-TTg nhằm đẩy mạnh thực hiện Kết luận số 51-KL/TW.",
     [("30/CT-TTg", "implements", "51-KL/TW")]),
    ("Kế hoạch số 5-KH/TU cụ thể hóa chủ trương của Đảng tại Nghị quyết số 57-NQ/TW.",
     [("5-KH/TU", "implements", "57-NQ/TW")]),
]  # fmt: skip

PUT_IN_PLACE = [
    ("Đảng ủy xã Tân Hòa sơ kết 6 tháng thực hiện Nghị quyết số 3-NQ/TU.",
     [("Đảng ủy xã Tân Hòa", "reviews", "3-NQ/TU")]),
    ("Ủy ban Kiểm tra Tỉnh ủy hướng dẫn các chi bộ thực hiện Quy định số 96-QĐ/TW.",
     [("Ủy ban Kiểm tra Tỉnh ủy", "guides", "96-QĐ/TW")]),
    ("Đề án số 6-ĐA/TU được xây dựng trên cơ sở Nghị quyết số 5-NQ/TW và Kết luận số 7-KL/TW.",
     [("6-ĐA/TU", "based_on", "5-NQ/TW"), ("6-ĐA/TU", "based_on", "7-KL/TW")]),
    ("Căn cứ Quy chế làm việc của Tỉnh ủy và Chương trình số 2-CTr/TU, Huyện ủy xây dựng Kế hoạch số "
     "45-KH/HU.", [("45-KH/HU", "based_on", "2-CTr/TU")]),
    ("Sửa đổi Thông tư số 4/2012/TT-BTC và Thông tư số 7/2012/TT-BTC Căn cứ Luật Phí năm 2001.", []),
    ("Ba năm sau, Bộ lại thay thế Quyết định số 11/2008/QĐ-BGDĐT bằng Thông tư số 55/2011/TT-BGDĐT.",
     [("55/2011/TT-BGDĐT", "replaces", "11/2008/QĐ-BGDĐT")]),
    ("Bộ đề xuất thay thế Quyết định số 11/2008/QĐ-BGDĐT bằng Thông tư số 55/2011/TT-BGDĐT.", []),
    ("Nghị định số 95/2011/NĐ-CP (về sửa đổi, bổ sung Nghị định số 202/2004/NĐ-CP) vừa ra đời.",
     [("95/2011/NĐ-CP", "amends", "202/2004/NĐ-CP")]),
]  # fmt: skip

ENUMERATED = [
    ("Kỳ họp thông qua Nghị quyết số 54/2023/NQ-HĐND sửa đổi Nghị quyết số 7/2021/NQ-HĐND; Nghị quyết số "
     "55/2023/NQ-HĐND bãi bỏ Nghị quyết số 42/2020/NQ-HĐND.",
     [("54/2023/NQ-HĐND", "amends", "7/2021/NQ-HĐND"),
      ("55/2023/NQ-HĐND", "repeals", "42/2020/NQ-HĐND")]),
    ("Nghị định số 5/2023/NĐ-CP có hiệu lực từ ngày 1/7/2023; thay thế Nghị định số 10/2019/NĐ-CP; bãi bỏ Nghị "
     "định số 11/2019/NĐ-CP.", [("5/2023/NĐ-CP", "replaces", "10/2019/NĐ-CP"),
                                ("5/2023/NĐ-CP", "repeals", "11/2019/NĐ-CP")]),
    ("Theo khoản 2 Điều 38 Nghị định số 30/2020/NĐ-CP, Nghị định số 110/2004/NĐ-CP và Nghị định số "
     "9/2010/NĐ-CP hết hiệu lực.", [("30/2020/NĐ-CP", "repeals", "110/2004/NĐ-CP"),
                                    ("30/2020/NĐ-CP", "repeals", "9/2010/NĐ-CP")]),
    ("Tỉnh ủy đã ban hành Kế hoạch số 3-KH/TU, Hướng dẫn số 14-HD/BTGTU thực hiện Chỉ thị số 36-CT/TW.",
     [("3-KH/TU", "implements", "36-CT/TW"), ("14-HD/BTGTU", "guides", "36-CT/TW")]),
    ("Quyết định số 15-QĐ/TU về việc kiểm tra Huyện ủy Đại Lộc trong lãnh đạo thực hiện Nghị quyết số "
     "11-NQ/TU.", [("15-QĐ/TU", "reviews", "11-NQ/TU")]),
    ("Các huyện đều cụ thể hóa Nghị quyết số 54-NQ/TW bằng Chương trình hành động số 9-CTr/TU.",
     [("9-CTr/TU", "implements", "54-NQ/TW")]),
    ("Bộ Nội vụ có Công văn số 12/BNV-TCBC gửi các tỉnh hướng dẫn thực hiện Nghị định số 33/2023/NĐ-CP.",
     [("12/BNV-TCBC", "guides", "33/2023/NĐ-CP")]),
    ("Tỉnh ủy ban hành Quy định số 90-QĐ/TU về cán bộ, thay cho Quy định số 78-QĐ/TU. Quy định được xây dựng "
     "căn cứ Quy định số 5-QĐ/TW.", [("90-QĐ/TU", "replaces", "78-QĐ/TU"),
                                     ("90-QĐ/TU", "based_on", "5-QĐ/TW")]),
    ("Thực hiện Kế hoạch số 5-KH/TU, vừa qua Huyện ủy Nông Cống đã lập ba đoàn kiểm tra.",
     [("Huyện ủy Nông Cống", "implements", "5-KH/TU")]),
    ("Căn cứ Kết luận số 20-KL/TW “về dân chủ ở cơ sở”; Quy định số 4-QĐ/TW, Tỉnh ủy ban hành Kế hoạch số "
     "8-KH/TU.", [("8-KH/TU", "based_on", "20-KL/TW"), ("8-KH/TU", "based_on", "4-QĐ/TW")]),
    ("HĐND tỉnh ban hành Nghị quyết số 5/2024/NQ-HĐND bãi bỏ Nghị quyết số 10/2019/NQ-HĐND, Nghị quyết số "
     "12/2020/NQ-HĐND và một số điều của Nghị quyết số 15/2021/NQ-HĐND.",
     [("5/2024/NQ-HĐND", "repeals", "10/2019/NQ-HĐND"), ("5/2024/NQ-HĐND", "repeals", "12/2020/NQ-HĐND"),
      ("5/2024/NQ-HĐND", "repeals", "15/2021/NQ-HĐND")]),
    ("Luật Đất đai số 31/2024/QH15 được Quốc hội thông qua ngày 18/1/2024, thay thế Luật Đất đai số "
     "45/2013/QH13.", [("31/2024/QH15", "replaces", "45/2013/QH13")]),
    ("Sở có văn bản số 12/SGDĐT-VP hướng dẫn các trường thực hiện Thông tư số 29/2024/TT-BGDĐT.",
     [("12/SGDĐT-VP", "guides", "29/2024/TT-BGDĐT")]),
    # objects, subordinate clauses and headlines do not act
    ("Đảng viên học tập Nghị quyết số 5-NQ/TW theo Chỉ thị số 1-CT/TW.", []),
    ("Sau khi Nghị định số 30/2020/NĐ-CP có hiệu lực, nhiều nơi vẫn làm theo Thông tư số 1/2011/TT-BNV.", []),
    ("30 chi bộ được kiểm tra việc thực hiện Nghị quyết số 4-NQ/TW\nThực hiện Kế hoạch số 5-KH/TU, Huyện ủy "
     "Nông Cống đã kiểm tra 30 chi bộ.", [("Huyện ủy Nông Cống", "implements", "5-KH/TU")]),
    ("Ban Kinh tế Trung ương sẽ theo dõi việc thực hiện Nghị quyết số 36-NQ/TW.", []),
    ("Tỉnh ủy có Tờ trình số 52-TTr/TU về việc ban hành Quy định thay thế Quyết định số 8-QĐ/TU.", []),
]  # fmt: skip

BARE = [
    ("Chính phủ ban hành Nghị định số 33/2025/NĐ-CP về tổ chức bộ. Nghị định có hiệu lực từ ngày 1/3/2025, "
     "thay thế Nghị định số 52/2022/NĐ-CP.", [("33/2025/NĐ-CP", "replaces", "52/2022/NĐ-CP")]),
    ("Bộ Chính trị ban hành Chỉ thị số 45-CT/TW. Chỉ thị nêu rõ cần tiếp tục thực hiện Chỉ thị số 35-CT/TW.",
     [("45-CT/TW", "continues", "35-CT/TW")]),
    ("Tỉnh ủy ban hành Nghị quyết số 10-NQ/TU về du lịch. Triển khai Nghị quyết, UBND tỉnh ban hành Kế hoạch "
     "số 80/KH-UBND.", [("80/KH-UBND", "implements", "10-NQ/TU")]),
    ("Chương trình hành động của Chính phủ thực hiện Nghị quyết số 10-NQ/TW.",
     [("Chính phủ", "implements", "10-NQ/TW")]),
    ("Đẩy mạnh Chỉ thị số 5-CT/TW về học tập Bác gắn với thực hiện Nghị quyết số 4-NQ/TW.", []),
    # two may be meant, or another body's
    ("Chính phủ ban hành Nghị định số 33/2025/NĐ-CP và Nghị định số 34/2025/NĐ-CP. Nghị định thay thế Nghị "
     "định số 52/2022/NĐ-CP.", []),
    ("Tỉnh ủy ban hành Nghị quyết số 10-NQ/TU. Triển khai Nghị quyết của Quốc hội, UBND tỉnh ban hành Kế "
     "hoạch số 80/KH-UBND.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [*BARE, *LISTS, *PUT_IN_PLACE, *ENUMERATED])
def test_a_type_word_alone_means_what_was_named_before(
    extractor: Extractor, text: str, said: Said
) -> None:
    assert read(extractor, text) == said

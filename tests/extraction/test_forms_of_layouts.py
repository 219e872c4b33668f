"""Forms that pages of law sites, committees and papers have: lists, heads cut off, second sentences."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, deeds, read

# What stands in lists, each item by itself or of a kind of its own.
LISTED = [
    ("Nghị định số 145/2020/NĐ-CP có hiệu lực từ ngày 01/02/2021. Kể từ ngày Nghị định này có hiệu lực, có 2 Nghị định sau đây sẽ "
     "hết hiệu lực thi hành:\n1. Nghị định 29/2019/NĐ-CP về cho thuê lại lao động.\n2. Nghị định 27/2014/NĐ-CP về giúp việc.",
     [("145/2020/NĐ-CP", "repeals", "29/2019/NĐ-CP"), ("145/2020/NĐ-CP", "repeals", "27/2014/NĐ-CP")]),
    ("Theo Điều 11 Thông tư số 78/2021/TT-BTC, các thông tư sau hết hiệu lực: Thông tư số 39/2014/TT-BTC và Thông tư số 32/2011/TT-BTC.",
     [("78/2021/TT-BTC", "repeals", "39/2014/TT-BTC"), ("78/2021/TT-BTC", "repeals", "32/2011/TT-BTC")]),
    ("Tại Thông tư số 47/2025/TT-BYT do Bộ trưởng Bộ Y tế Đào Hồng Lan vừa ký ban hành ngày 30/12/2025 đã bãi bỏ toàn bộ 2 văn bản do "
     "Bộ trưởng ban hành, cụ thể:\n1. Quyết định số 645/2000/QĐ-BYT.\n2. Quyết định số 3388/1999/QĐ-BYT.",
     [("47/2025/TT-BYT", "repeals", "645/2000/QĐ-BYT"), ("47/2025/TT-BYT", "repeals", "3388/1999/QĐ-BYT")]),
    ("Nghị quyết số 41/2025/NQ-HĐND thay thế Nghị quyết 9/2023/NQ-HĐND của HĐND tỉnh Bình Thuận (cũ) và Nghị quyết "
     "15/2023/NQ-HĐND của HĐND tỉnh Đắk Nông (cũ).",
     [("41/2025/NQ-HĐND", "replaces", "9/2023/NQ-HĐND"), ("41/2025/NQ-HĐND", "replaces", "15/2023/NQ-HĐND")]),
    ("Thực hiện Nghị quyết số 11/NQ-CP về phục hồi kinh tế; các Nghị quyết của Hội đồng nhân dân tỉnh: số 340/NQ-HĐND ngày 22/12/2020 "
     "về nhiệm vụ phát triển; số 160/NQ-HĐND ngày 8/12/2021 về đầu tư công, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 28/KH-UBND.",
     [("28/KH-UBND", "implements", "11/NQ-CP"), ("28/KH-UBND", "implements", "340/NQ-HĐND"),
      ("28/KH-UBND", "implements", "160/NQ-HĐND")]),
    ("Thực hiện Nghị quyết số 72-NQ/TW về y tế;\nKế hoạch số 5/KH-UBND ngày 1/2/2026 của UBND thành phố Hà Nội;\nSở Y tế thành phố "
     "Hà Nội báo cáo kết quả như sau:",
     [("Sở Y tế thành phố Hà Nội", "implements", "72-NQ/TW"), ("Sở Y tế thành phố Hà Nội", "implements", "5/KH-UBND")]),
    ("1. Quyết định số 15/2019/QĐ-UBND.\n- Lý do: được thay thế bằng Quyết định số 22/2024/QĐ-UBND.",
     [("22/2024/QĐ-UBND", "replaces", "15/2019/QĐ-UBND")]),
    ("- 4Nghị định 120/2016/NĐ-CP hướng dẫn Luật phí và lệ phí 2015\n- 5Luật Đất đai 2013",
     [("120/2016/NĐ-CP", "guides", "Luật Phí và lệ phí")]),
]  # fmt: skip
# What a sentence says of the one before it, of both of two, or of a part.
POINTED = [
    ("Tỉnh ủy ban hành Đề án số 4-ĐA/TU và Nghị quyết số 6-NQ/TU. Cả hai văn bản đều để cụ thể hóa Nghị quyết số 57-NQ/TW.",
     [("4-ĐA/TU", "implements", "57-NQ/TW"), ("6-NQ/TU", "implements", "57-NQ/TW")]),
    ("Giới thiệu Chỉ thị số 34-CT/TU của Tỉnh ủy và Kế hoạch số 128-KH/TU của Tỉnh ủy, đều nhằm triển khai Chỉ thị số 35-CT/TW.",
     [("34-CT/TU", "implements", "35-CT/TW"), ("128-KH/TU", "implements", "35-CT/TW")]),
    ("Chi bộ tìm hiểu Quy định số 22-QĐ/TW. Văn bản nhằm cụ thể hóa Nghị quyết số 5-NQ/TW và đã thay thế Quy định số 30-QĐ/TW.",
     [("22-QĐ/TW", "implements", "5-NQ/TW"), ("22-QĐ/TW", "replaces", "30-QĐ/TW")]),
    ("Hiện hành là Quy định số 37-QĐ/TW. Nó thay cho Quy định số 47-QĐ/TW.", [("37-QĐ/TW", "replaces", "47-QĐ/TW")]),
    ("Đáng chú ý là Nghị quyết số 41/2025/NQ-HĐND. Theo Ban Văn hóa, đây là bước cụ thể hóa Nghị quyết số 217/2025/QH15.",
     [("41/2025/NQ-HĐND", "implements", "217/2025/QH15")]),
    ("Xem Điều 16 Nghị định số 28/2015/NĐ-CP, nhưng lưu ý điều này đã được sửa đổi, bổ sung bởi Nghị định số 61/2020/NĐ-CP.",
     [("61/2020/NĐ-CP", "amends", "28/2015/NĐ-CP")]),
    ("Chính phủ ban hành Quyết định số 1269/QĐ-TTg nêu rõ việc bãi bỏ Quyết định số 447/QĐ-TTg. Ngoài ra, Chính phủ còn bãi bỏ "
     "Chỉ thị số 19/CT-TTg.", [("1269/QĐ-TTg", "repeals", "447/QĐ-TTg"), ("1269/QĐ-TTg", "repeals", "19/CT-TTg")]),
    # which of the two is meant is not said
    ("Như Luật Nhà ở, Luật Đất đai năm 2013. Kể từ ngày Luật này có hiệu lực, Nghị định số 5/2015/NĐ-CP hết hiệu lực.",
     [("None", "repeals", "5/2015/NĐ-CP")]),
]  # fmt: skip
# What stands between a document and what it does.
BETWEEN = [
    ("Chương trình số 10-CTr/TU của Tỉnh ủy, văn bản mà tỉnh ban hành để thực hiện Nghị quyết số 33-NQ/TW.",
     [("10-CTr/TU", "implements", "33-NQ/TW")]),
    ("Có Quyết định số 1560/QĐ-TTg, là kế hoạch cấp quốc gia triển khai Chỉ thị số 39-CT/TW.",
     [("1560/QĐ-TTg", "implements", "39-CT/TW")]),
    ("Nghị định số 100/2019/NĐ-CP chính là văn bản đã thay thế Nghị định số 46/2016/NĐ-CP.",
     [("100/2019/NĐ-CP", "replaces", "46/2016/NĐ-CP")]),
    ("Quyết định số 2838/2003/QĐ-UB phí thẩm quyền quyết định đã được thay thế bởi Quyết định số 4764/2016/QĐ-UBND.",
     [("4764/2016/QĐ-UBND", "replaces", "2838/2003/QĐ-UB")]),
    ("Kể từ ngày ban hành Quyết định số 402/QĐ-UBND, Quyết định số 58/QĐ-UBND hết hiệu lực.",
     [("402/QĐ-UBND", "repeals", "58/QĐ-UBND")]),
    ("Quyết định số 20/2023/QĐ-UBND sửa đổi, bổ sung, điều chỉnh Quyết định số 30/2019/QĐ-UBND.",
     [("20/2023/QĐ-UBND", "amends", "30/2019/QĐ-UBND")]),
    ("Bộ Công Thương đã ngưng hiệu lực Thông tư số 38/2013/TT-BCT bằng Quyết định số 2158/QĐ-BCT.",
     [("Bộ Công Thương", "suspends", "38/2013/TT-BCT"), ("2158/QĐ-BCT", "suspends", "38/2013/TT-BCT")]),
    ("Khai thác cơ chế của Luật Thủ đô, tiếp tục thực hiện Nghị quyết số 15-NQ/TW.", []),
    ("Trên cơ sở tổng kết việc thực hiện Nghị quyết số 19-NQ/TW, tổng kết thi hành Luật Đất đai năm 2013, Bộ đã báo cáo.", []),
    ("Kết quả thực hiện Kết luận số 1-KL/TW về tiếp tục thực hiện Chỉ thị số 5-CT/TW, Kế hoạch số 52-KH/HU.",
     [("1-KL/TW", "continues", "5-CT/TW")]),
]  # fmt: skip
# What goes on: behind a comma, as a second verb, for what came before; and what a session looked into.
GOING_ON = [
    ("Thực hiện Kết luận số 61-KL/TW, Tỉnh ủy ban hành Công văn số 1042-CV/TU, UBND tỉnh ban hành Quyết định số 515/QĐ-UBND.",
     [("1042-CV/TU", "implements", "61-KL/TW"), ("515/QĐ-UBND", "implements", "61-KL/TW")]),
    ("Thực hiện Nghị quyết số 57-NQ/TW, Đảng ủy xã Vĩnh Thạnh đã thành lập Ban Chỉ đạo, ban hành Kế hoạch số 9-KH/ĐU.",
     [("9-KH/ĐU", "implements", "57-NQ/TW")]),
    ("Sau khi có Chỉ thị số 13-CT/TW và Nghị quyết số 71/NQ-CP, Tỉnh ủy ban hành Chương trình số 48-CTr/TU, UBND tỉnh ban hành Kế "
     "hoạch số 2684/KH-UBND để triển khai thực hiện.",
     [(by, "implements", of) for by in ("48-CTr/TU", "2684/KH-UBND") for of in ("13-CT/TW", "71/NQ-CP")]),
    ("Có Luật Trật tự, an toàn giao thông đường bộ và Luật Đường bộ. Hai luật này thay thế Luật Giao thông đường bộ năm 2008.",
     [("Luật Trật tự, an toàn giao thông đường bộ", "replaces", "Luật Giao thông đường bộ"),
      ("Luật Đường bộ", "replaces", "Luật Giao thông đường bộ")]),
    ("Quyết định số 36/2024/QĐ-UBND sửa đổi Quyết định số 41/2019/QĐ-UBND ban hành bảng giá đất, và bãi bỏ Quyết định số "
     "12/2021/QĐ-UBND.", [("36/2024/QĐ-UBND", "amends", "41/2019/QĐ-UBND"), ("36/2024/QĐ-UBND", "repeals", "12/2021/QĐ-UBND")]),
    ("UBND tỉnh ban hành Quyết định số 16/2023/QĐ-UBND. Theo đó, bãi bỏ toàn bộ 02 Quyết định của UBND tỉnh không còn phù hợp, gồm:\n"
     "1. Quyết định số 20/2011/QĐ-UBND;\n2. Quyết định số 9/2014/QĐ-UBND.",
     [("16/2023/QĐ-UBND", "repeals", "20/2011/QĐ-UBND"), ("16/2023/QĐ-UBND", "repeals", "9/2014/QĐ-UBND")]),
    ("Việc sửa đổi Luật Đường sắt nhằm thể chế hóa Kết luận số 49-KL/TW.", []),
    ("2. Xem xét kết quả giám sát chuyên đề đối với Huyện ủy Hải Lăng trong việc thực hiện Nghị quyết số 21-NQ/TW, Ủy ban Kiểm tra "
     "Tỉnh ủy Quảng Trị yêu cầu khắc phục.", [("Ủy ban Kiểm tra Tỉnh ủy Quảng Trị", "reviews", "21-NQ/TW")]),
    ("Ủy ban Kiểm tra Tỉnh ủy Quảng Trị đã xem xét, kết luận một số nội dung sau:\n\n1. Giám sát chuyên đề đối với Huyện ủy Hải Lăng "
     "trong lãnh đạo thực hiện Nghị quyết số 18-NQ/TW.\n\n2. Kiểm tra việc thực hiện Quy định số 37-QĐ/TW.",
     [("Ủy ban Kiểm tra Tỉnh ủy Quảng Trị", "reviews", "18-NQ/TW"), ("Ủy ban Kiểm tra Tỉnh ủy Quảng Trị", "reviews", "37-QĐ/TW")]),
]  # fmt: skip
# What bodies do, by teams or by what they hold; and what they only suffer.
BODIES = [
    ("Tỉnh ủy Thanh Hóa cũng đưa Nghị quyết số 33-NQ/TW ra tổng kết.", [("Tỉnh ủy Thanh Hóa", "reviews", "33-NQ/TW")]),
    ("Huyện ủy Đô Lương đã có kế hoạch riêng nhằm thực hiện Chỉ thị số 5-CT/TU.",
     [("Huyện ủy Đô Lương", "implements", "5-CT/TU")]),
    ("Huyện ủy Đô Lương có kế hoạch thực hiện Chỉ thị số 5-CT/TU.", []),
    ("Đoàn giám sát của Tỉnh ủy Cà Mau do ông Trần Hoàng Lạc làm trưởng đoàn đã giám sát Huyện ủy Đầm Dơi trong việc thực hiện "
     "Chỉ thị số 35-CT/TW.", [("Tỉnh ủy Cà Mau", "reviews", "35-CT/TW")]),
    ("Đoàn công tác của Tỉnh ủy Ninh Bình làm việc với Huyện ủy Yên Khánh, kiểm tra việc thực hiện Chỉ thị số 35-CT/TW.",
     [("Tỉnh ủy Ninh Bình", "reviews", "35-CT/TW")]),
    ("Hội Cựu chiến binh Việt Nam đã được Ban Chỉ đạo kiểm tra việc thực hiện Kết luận số 62-KL/TW.", []),
    ("Đến nay, riêng thực hiện Nghị quyết số 68-NQ/TW, Đảng ủy xã Tân Lập đã có Chương trình số 2-CTr/ĐU.",
     [("2-CTr/ĐU", "implements", "68-NQ/TW")]),
    ("Thực hiện Chỉ thị số 5/CT-TTg, Phó Chủ tịch UBND tỉnh Hà Văn Nam đã ký ban hành Kế hoạch số 38/KH-UBND ngày 19/11/2024.",
     [("38/KH-UBND", "implements", "5/CT-TTg")]),
    ("Tình hình triển khai Chương trình hành động của Chính phủ thực hiện Nghị quyết số 66-NQ/TW của Bộ Chính trị (ban hành kèm theo "
     "Nghị quyết số 140/NQ-CP ngày 17/5/2025).", [("140/NQ-CP", "implements", "66-NQ/TW"),
                                                   ("Chính phủ", "implements", "66-NQ/TW")]),
    ("Hội Liên hiệp Phụ nữ tỉnh Hà Nam sơ kết 5 năm thực hiện hai đề án: “Tuyên truyền, giáo dục” (Quyết định 938/QĐ-TTg) và “Hỗ trợ phụ "
     "nữ khởi nghiệp” (Quyết định 939/QĐ-TTg).",
     [("Hội Liên hiệp Phụ nữ tỉnh Hà Nam", "reviews", "938/QĐ-TTg"),
      ("Hội Liên hiệp Phụ nữ tỉnh Hà Nam", "reviews", "939/QĐ-TTg")]),
    ("Hội Liên hiệp Phụ nữ tỉnh Hà Nam sơ kết 5 năm thực hiện Đề án “Hỗ trợ phụ nữ” theo Quyết định số 939/QĐ-TTg.",
     [("Hội Liên hiệp Phụ nữ tỉnh Hà Nam", "reviews", "939/QĐ-TTg")]),
    ("Hội Liên hiệp Phụ nữ tỉnh Hà Nam sơ kết 5 năm thực hiện Đề án “Hỗ trợ phụ nữ” theo Kế hoạch số 93/KH-UBND.", []),
    ("Huyện ủy Mộc Châu đã cụ thể hóa Nghị quyết số 05-NQ/TU bằng Chương trình số 12-CTr/HU và Kế hoạch số 20-KH/HU.",
     [("Huyện ủy Mộc Châu", "implements", "05-NQ/TU"), ("12-CTr/HU", "implements", "05-NQ/TU"),
      ("20-KH/HU", "implements", "05-NQ/TU")]),
    ("Năm 2002, Ban Bí thư ra Chỉ thị 15-CT/TW. Tỉnh ủy Hà Nam đã cụ thể hóa chỉ thị trên bằng Thông tri 08-TT/TU.",
     [("08-TT/TU", "implements", "15-CT/TW"), ("Tỉnh ủy Hà Nam", "implements", "15-CT/TW")]),
    ("Ban Thường vụ Đảng ủy Khối Cơ quan và Doanh nghiệp (CQ&DN) tỉnh Lào Cai tổng kết 10 năm thực hiện Chỉ thị số 05-CT/TW.",
     [("Ban Thường vụ Đảng ủy Khối Cơ quan và Doanh nghiệp (CQ&DN) tỉnh Lào Cai", "reviews", "05-CT/TW")]),
    ("Ban Thường vụ Huyện ủy Chư Sê buông lỏng lãnh đạo, thiếu kiểm tra việc thực hiện Nghị quyết số 04-NQ/TW.", []),
    ("Ban Thường vụ Huyện ủy Chư Sê đã vi phạm Quy chế làm việc và thiếu trách nhiệm trong thực hiện Nghị quyết số 04-NQ/TW.", []),
    ("UBND huyện Chư Sê chậm triển khai thực hiện Kế hoạch số 12/KH-UBND.", []),
    ("Theo khoản 2 Điều 5 Nghị định 123/2020/NĐ-CP (sửa đổi tại khoản 3 Điều 1 Nghị định 70/2025/NĐ-CP) thì hóa đơn phải lập đúng lúc.",
     [("70/2025/NĐ-CP", "amends", "123/2020/NĐ-CP")]),
    ("Nghị định 70/2025/NĐ-CP bổ sung Điều 12a vào sau Điều 12 Nghị định 123/2020/NĐ-CP.",
     [("70/2025/NĐ-CP", "amends", "123/2020/NĐ-CP")]),
    ("UBND tỉnh Bắc Kạn ban hành Kế hoạch số 88/KH-UBND thực hiện Chương trình mục tiêu quốc gia theo Quyết định số 1719/QĐ-TTg.",
     [("88/KH-UBND", "implements", "1719/QĐ-TTg")]),
    ("UBND tỉnh Bắc Kạn ban hành Kế hoạch số 88/KH-UBND thực hiện Chiến lược quốc gia về bình đẳng giới được phê duyệt tại Quyết định số "
     "1719/QĐ-TTg.", [("88/KH-UBND", "implements", "1719/QĐ-TTg")]),
    ("Ban Thường vụ Huyện ủy Chư Sê kiểm tra việc thực hiện Nghị quyết số 04-NQ/TW.",
     [("Ban Thường vụ Huyện ủy Chư Sê", "reviews", "04-NQ/TW")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [*LISTED, *POINTED, *BETWEEN, *GOING_ON, *BODIES])
def test_what_is_said(extractor: Extractor, text: str, said: Said) -> None:
    assert sorted(set(read(extractor, text))) == sorted(said)


LETTER = "CỤC THUẾ TỈNH HẢI DƯƠNG\nSố: 7084/CT-TTHT\nV/v chính sách thuế\nHải Dương, ngày 21 tháng 11 năm 2016\n\n{}"
PLAN = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 41/KH-UBND\nLào Cai, ngày 10 tháng 02 năm 2022\n{}"
GUIDE = "TỈNH ỦY LẠNG SƠN\n*\nSố 142-HD/TU\nLạng Sơn, ngày 06 tháng 5 năm 2025\n\nHƯỚNG DẪN\ntuyên truyền đại hội\n\n{}"
OWN = [
    (LETTER.format("Kính gửi: Công ty Nhị Chiểu\nCục Thuế tỉnh Hải Dương nhận được công văn số 112/CV-TC ngày 27/10/2016 của Công ty. Về "
                   "vấn đề này, Cục Thuế có ý kiến như sau:"),
     [("7084/CT-TTHT", "responds_to", "112/CV-TC")]),
    (PLAN.format("KẾ HOẠCH\nTHỰC HIỆN NGHỊ QUYẾT SỐ 43/2022/QH15 CỦA QUỐC HỘI\nThực hiện Nghị quyết số 11/NQ-CP ngày\n30/01/2022 của "
                 "Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"),
     [("41/KH-UBND", "implements", "43/2022/QH15"), ("41/KH-UBND", "implements", "11/NQ-CP")]),
    (PLAN.format("KẾ HOẠCH\nPhục hồi kinh tế\nThực hiện Nghị quyết số 11/NQ-CP về Chương trình phục hồi và triển khai Nghị quyết số "
                 "43/2022/QH15 của Quốc hội; các Nghị quyết của Hội đồng nhân dân tỉnh: số\n340/NQ-HĐND ngày 22/12/2020; số "
                 "160/NQ-HĐND ngày 8/12/2021, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"),
     [("41/KH-UBND", "implements", "11/NQ-CP"), ("41/KH-UBND", "implements", "340/NQ-HĐND"),
      ("41/KH-UBND", "implements", "160/NQ-HĐND"), ("11/NQ-CP", "implements", "43/2022/QH15")]),
    (PLAN.format("QUYẾT ĐỊNH\nPhê duyệt Đề án\nCăn cứ Nghị quyết số 71/NQ-CP của Chính phủ về sửa đổi Chương trình của Chính phủ thực "
                 "hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2014 của Bộ Chính trị về đột phá; Nghị quyết số 12/NQ-CP;"),
     [("41/KH-UBND", "based_on", "71/NQ-CP"), ("41/KH-UBND", "based_on", "12/NQ-CP"), ("71/NQ-CP", "implements", "57-NQ/TW")]),
    (GUIDE.format("Bộ Chính trị ban hành Chỉ thị số 45-CT/TW về đại hội. Chỉ thị này thay thế Chỉ thị số 35-CT/TW."),
     [("45-CT/TW", "replaces", "35-CT/TW")]),
    ("QUYẾT ĐỊNH\nVề việc hỗ trợ học phí\nHIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC\nCăn cứ Quyết định số 416/QĐ-UBND ngày 09/02/2021;",
     [("None", "based_on", "416/QĐ-UBND")]),
    ("ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 27/2015/QĐ-UBND\nHà Nam, ngày 24 tháng 8 năm 2015\nQUYẾT ĐỊNH\nSỬA ĐỔI QUY ĐỊNH VỀ BỒI THƯỜNG "
     "BAN HÀNH KÈM THEO QUYẾT ĐỊNH SỐ 38/2014/QĐ-UBND\nCăn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;",
     [("27/2015/QĐ-UBND", "amends", "38/2014/QĐ-UBND"), ("27/2015/QĐ-UBND", "based_on", "Luật Đất đai")]),
    ("Chính phủ Số: 152/2024/NĐ-CP |\nHà Nội, ngày 15 tháng 11 năm 2024 |\nNghị định\nSỬA ĐỔI MỘT SỐ ĐIỀU\nCăn cứ Luật Đất đai ngày 18 "
     "tháng 01 năm 2024;", [("152/2024/NĐ-CP", "based_on", "Luật Đất đai")]),
    ("Chính phủ Số: 152/2024/NĐ-CP |\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hà Nội, ngày 15 tháng 11 năm "
     "2024 |\nNghị định\nSỬA ĐỔI MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 62/2015/NĐ-CP\nCăn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;",
     [("152/2024/NĐ-CP", "based_on", "Luật Đất đai"), ("152/2024/NĐ-CP", "amends", "62/2015/NĐ-CP")]),
    ("| BỘ TÀI CHÍNH ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- |\n| Số: 12/2024/TT-BTC | Hà "
     "Nội, ngày 06 tháng 02 năm 2024 |\n\n**THÔNG TƯ**\n**BÃI BỎ THÔNG TƯ SỐ 40/2021/TT-BTC**\n",
     [("12/2024/TT-BTC", "repeals", "40/2021/TT-BTC")]),
    ("BỘ TÀI CHÍNH Số: 12/2024/TT-BTC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hà Nội, ngày 06 tháng 02 năm "
     "2024 THÔNG TƯ Sửa đổi một số điều của Thông tư số 40/2021/TT-BTC Căn cứ Luật Quản lý thuế ngày 13 tháng 6 năm 2019; Bộ trưởng",
     [("12/2024/TT-BTC", "amends", "40/2021/TT-BTC"), ("12/2024/TT-BTC", "based_on", "Luật Quản lý thuế")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), OWN)
def test_what_a_text_says_of_itself(extractor: Extractor, text: str, said: Said) -> None:
    found = [deed for deed in deeds(extractor, text) if deed[1] != "cites"]
    assert sorted(set(found)) == sorted(said)

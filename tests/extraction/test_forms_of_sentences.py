"""Forms in which the sentences of pages say it: over two of them, by teams, in brackets, by part."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, deeds, read

SAID: list[tuple[str, Said]] = [
    # why it was issued stands behind it
    ("Sau khi có Kết luận 01-KL/TW và Kế hoạch số 14-KH/TU của Tỉnh ủy, Ban Thường vụ Huyện ủy đã ban hành Kế hoạch số 78-KH/HU để lãnh "
     "đạo, chỉ đạo các chi bộ tổ chức thực hiện.",
     [("78-KH/HU", "implements", "01-KL/TW"), ("78-KH/HU", "implements", "14-KH/TU")]),
    ("Bộ Chính trị ban hành Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW. Báo cáo cho thấy, ngay sau khi có hai quyết định nêu trên, "
     "Ban Thường vụ Tỉnh ủy đã ban hành Hướng dẫn số 21-HD/TU để cụ thể hóa, làm cơ sở cho các cấp.",
     [("21-HD/TU", "implements", "217-QĐ/TW"), ("21-HD/TU", "implements", "218-QĐ/TW")]),
    # what came into force in the sentence before
    ("Nghị định 118/2025/NĐ-CP về thủ tục có hiệu lực từ 1/7/2025. Kể từ thời điểm này, Nghị định 61/2018/NĐ-CP và Nghị định "
     "107/2021/NĐ-CP hết hiệu lực.",
     [("118/2025/NĐ-CP", "repeals", "61/2018/NĐ-CP"), ("118/2025/NĐ-CP", "repeals", "107/2021/NĐ-CP")]),
    ("Thông tư 5/2020/TT-BTC có hiệu lực từ 1/7/2020.\nThông tư 6/2010/TT-BTC hết hiệu lực từ ngày 01/7/2020.",
     [("5/2020/TT-BTC", "repeals", "6/2010/TT-BTC")]),
    ("Thông tư 5/2020/TT-BTC có hiệu lực từ 1/7/2020.\nThông tư 6/2010/TT-BTC hết hiệu lực từ ngày 01/7/2015.", []),
    ("Thông tư 5/2020/TT-BTC sửa đổi biểu phí. Từ ngày này, Thông tư 6/2010/TT-BTC hết hiệu lực.", []),
    ("a) Nghị quyết số 11/2010/NQ-HĐND về mức thu học phí: hết hiệu lực do Nghị quyết số 04/2016/NQ-HĐND thay thế;",
     [("04/2016/NQ-HĐND", "replaces", "11/2010/NQ-HĐND")]),
    # a sentence that begins with the verb
    ("Quyết định số 1269/QĐ-TTg bãi bỏ Quyết định số 447/QĐ-TTg. Bãi bỏ 2 quyết định gồm: số 1857/QĐ-TTg; 1438/QĐ-TTg.",
     [("1269/QĐ-TTg", "repeals", "447/QĐ-TTg"), ("1269/QĐ-TTg", "repeals", "1857/QĐ-TTg"), ("1269/QĐ-TTg", "repeals", "1438/QĐ-TTg")]),
    # what the paragraph told of
    ("Từ 1/7, Luật Thuế giá trị gia tăng số 48/2024/QH15 được áp dụng. Nội dung này được quy định chi tiết tại Nghị định 181/2025/NĐ-CP.",
     [("181/2025/NĐ-CP", "details", "48/2024/QH15")]),
    ("Luật Đất đai số 31/2024/QH15 và Luật Nhà ở số 27/2023/QH15 được áp dụng. Nội dung này được quy định chi tiết tại Nghị định "
     "181/2025/NĐ-CP.", []),
    ("Nghị định 70/2025/NĐ-CP sửa đổi Nghị định 123/2020/NĐ-CP. Hướng dẫn nghị định này, Bộ Tài chính có Thông tư 32/2025/TT-BTC.",
     [("70/2025/NĐ-CP", "amends", "123/2020/NĐ-CP"), ("32/2025/TT-BTC", "guides", "70/2025/NĐ-CP")]),
    ("Quyết định 23/2010/QĐ-UBND trái luật. Sau đó, UBND thị xã mới ban hành Quyết định 49/2014/QĐ-UBND để bãi bỏ quyết định này.",
     [("49/2014/QĐ-UBND", "repeals", "23/2010/QĐ-UBND")]),
    ("Thực hiện Luật Phòng, chống bệnh truyền nhiễm năm 2007 và Nghị định số 101/2010/NĐ-CP quy định chi tiết một số điều của Luật này.",
     [("101/2010/NĐ-CP", "details", "Luật Phòng, chống bệnh truyền nhiễm")]),
    ("Nếu vi phạm, mức phạt được nêu tại Nghị định 12/2022/NĐ-CP (ban hành ngày 17/01/2022, thay Nghị định 28/2020/NĐ-CP).",
     [("12/2022/NĐ-CP", "replaces", "28/2020/NĐ-CP")]),
    # what a title names behind an amending law, and behind an annex
    ("Thông tư số 111/2013/TT-BTC hướng dẫn thực hiện Luật Đất đai, Luật sửa đổi, bổ sung một số điều của Luật Đất đai và Nghị định số "
     "65/2013/NĐ-CP.",
     [("111/2013/TT-BTC", "guides", "Luật Đất đai"), ("111/2013/TT-BTC", "guides", "65/2013/NĐ-CP"),
      ("111/2013/TT-BTC", "guides", "Luật sửa đổi, bổ sung một số điều của Luật Đất đai"),
      ("Luật sửa đổi, bổ sung một số điều của Luật Đất đai", "amends", "Luật Đất đai")]),
    ("Thông tư số 18/2013/TT-BKHCN hướng dẫn thi hành một số quy định của Điều lệ Sáng kiến được ban hành theo Nghị định số 13/2012/NĐ-CP.",
     [("18/2013/TT-BKHCN", "guides", "13/2012/NĐ-CP")]),
    # schemes that are called by their decision, bodies that are shortened in brackets
    ("Hội Liên hiệp Phụ nữ (LHPN) tỉnh Đồng Tháp sơ kết 5 năm thực hiện Đề án “Hỗ trợ phụ nữ” (Đề án 938), theo Quyết định số 938/QĐ-TTg.",
     [("Hội Liên hiệp Phụ nữ tỉnh Đồng Tháp", "reviews", "938/QĐ-TTg")]),
    ("UBND tỉnh Hà Giang sơ kết 6 tháng đầu năm 2025 thực hiện chuyển đổi số và Quyết định số 06/QĐ-TTg.",
     [("UBND tỉnh Hà Giang", "reviews", "06/QĐ-TTg")]),
    ("Đoàn giám sát của Ủy ban Kiểm tra (UBKT) Tỉnh ủy Quảng Ngãi thông qua báo cáo kết quả giám sát đối với Huyện ủy Mộ Đức trong việc "
     "lãnh đạo, chỉ đạo thực hiện Quy định số 11-QĐi/TW.",
     [("Ủy ban Kiểm tra Tỉnh ủy Quảng Ngãi", "reviews", "11-QĐi/TW")]),
    # main clauses behind a semicolon, orders, units of the army, tasks told as done
    ("Thực hiện Chỉ thị số 06/CT-TTg về phòng dịch và Công điện số 393/CĐ-BVHTTDL về lễ hội; Ngày 01/02/2020, Ủy ban nhân dân tỉnh ban hành "
     "Công văn số 326/UBND-KGVX chỉ đạo phòng dịch.",
     [("326/UBND-KGVX", "implements", "06/CT-TTg"), ("326/UBND-KGVX", "implements", "393/CĐ-BVHTTDL")]),
    ("Tại công văn số 3175/UBND-ĐT, UBND thành phố Hà Nội yêu cầu Sở Giao thông vận tải cùng các sở triển khai hiệu quả Kết luận số "
     "45-KL/TW.", [("3175/UBND-ĐT", "implements", "45-KL/TW")]),
    ("Đảng ủy Quân đoàn 3 tổng kết 10 năm thực hiện Nghị quyết số 513-NQ/QUTW.", [("Đảng ủy Quân đoàn 3", "reviews", "513-NQ/QUTW")]),
    ("Tuổi trẻ tỉnh nhà đã làm nhiều việc, như: Các hoạt động tình nguyện; thực hiện Chỉ thị 15-CT/TU của Ban Thường vụ Tỉnh ủy; an sinh "
     "xã hội.", []),
    ("Bộ Tài nguyên và Môi trường báo cáo thêm như sau: Thực hiện Nghị quyết số 28-NQ/TW, các địa phương phải rà soát lại đất đai.", []),
    ("- Thông tư số 66/2023/TT-BCA sửa đổi một số điều của Thông tư số 55/2021/TT-BCA; Thông tư số 56/2021/TT-BCA quy định về biểu mẫu;\n- "
     "Thông tư số 1/2020/TT-BCA.",
     [("66/2023/TT-BCA", "amends", "55/2021/TT-BCA"), ("66/2023/TT-BCA", "amends", "56/2021/TT-BCA")]),
    ("Thông tư số 66/2023/TT-BCA sửa đổi một số điều của Thông tư số 55/2021/TT-BCA; Thông tư số 56/2021/TT-BCA quy định về biểu mẫu;",
     [("66/2023/TT-BCA", "amends", "55/2021/TT-BCA")]),
    # all that was issued for one purpose, and what is a basis
    ("Thực hiện Chỉ thị số 40-CT/TW, Ban Thường vụ Tỉnh ủy Lào Cai đã ban hành Chỉ thị số 45-CT/TU, Kế hoạch số 102-KH/TU; UBND tỉnh ban "
     "hành Kế hoạch số 88/KH-UBND.",
     [("45-CT/TU", "implements", "40-CT/TW"), ("102-KH/TU", "implements", "40-CT/TW"), ("88/KH-UBND", "implements", "40-CT/TW")]),
    ("Thực hiện Chỉ thị số 40-CT/TW, Tỉnh ủy ban hành Kế hoạch số 5-KH/TU, Kế hoạch số 6-KH/TU thực hiện Kết luận số 7-KL/TW.",
     [("5-KH/TU", "implements", "40-CT/TW"), ("5-KH/TU", "implements", "7-KL/TW"), ("6-KH/TU", "implements", "7-KL/TW")]),
    ("Triển khai Nghị quyết số 01/NQ-CP, Bộ Công Thương đã xây dựng Chương trình hành động ban hành kèm theo Quyết định số 123/QĐ-BCT.",
     [("123/QĐ-BCT", "implements", "01/NQ-CP")]),
    ("Luật Đất đai 2024 đã được Quốc hội thông qua và thay thế Luật Đất đai 2013.", [("Luật Đất đai", "replaces", "Luật Đất đai")]),
    ("Kế hoạch số 15-KH/TU là căn cứ quan trọng để Huyện ủy Bát Xát ban hành Kế hoạch số 31-KH/HU.",
     [("31-KH/HU", "based_on", "15-KH/TU")]),
    ("Hội nghị tổng kết 15 năm thực hiện Chỉ thị số 06-CT/TW do Tỉnh ủy Sơn La tổ chức đã diễn ra.",
     [("Tỉnh ủy Sơn La", "reviews", "06-CT/TW")]),
    # a type word alone for what was just named
    ("Ngay sau khi Chỉ thị 40-CT/TW của Ban Bí thư được ban hành, Ban Thường vụ Huyện ủy đã ban hành Kế hoạch số 48-KH/HU để tổ chức quán "
     "triệt, triển khai thực hiện Chỉ thị đến toàn thể cán bộ.", [("48-KH/HU", "implements", "40-CT/TW")]),
    ("Hội nghị Trung ương 4 ban hành Nghị quyết số 04-NQ/TW về xây dựng Đảng, Tỉnh ủy Lạng Sơn đã ban hành Chương trình số 26-CTr/TU thực "
     "hiện Nghị quyết và chỉ đạo các cấp ủy xây dựng kế hoạch.", [("26-CTr/TU", "implements", "04-NQ/TW")]),
    # what the centre's cannot carry out is carried out in the main clause; a school's own committee
    ("Ngay sau khi có Quyết định 218-QĐ/TW quy định về góp ý xây dựng Đảng, thực hiện Kế hoạch số 87-KH/TU và Hướng dẫn số 04/HD-MTTQ, Ban "
     "Thường vụ Hội LHPN tỉnh đã xây dựng Kế hoạch số 23/KH-BTV.",
     [("23/KH-BTV", "implements", "87-KH/TU"), ("23/KH-BTV", "implements", "04/HD-MTTQ")]),
    ("Đảng ủy Trường Cao đẳng Quảng Nam sơ kết 3 năm thực hiện Kết luận số 01-KL/TW.",
     [("Đảng ủy Trường Cao đẳng Quảng Nam", "reviews", "01-KL/TW")]),
    # pages of a portal
    ("Số/Ký hiệu\nNgày ban hành\nTrích yếu\n\n58-CTr/TU\n18/09/2023\nChương trình hành động thực hiện Nghị quyết số 26-NQ/TW\n\n"
     "15-HD/BTCTU\n07/08/2023\nHướng dẫn thực hiện Quy định số 96-QĐ/TW về lấy phiếu tín nhiệm\n",
     [("58-CTr/TU", "implements", "26-NQ/TW"), ("15-HD/BTCTU", "guides", "96-QĐ/TW")]),
    ("# Hồ sơ\n1. **Tên văn bản**: Quyết định số 1923/QĐ-CĐKT ban hành Quy chế\n8. **Căn cứ pháp lý** (2 căn cứ):\n   - Quyết định số "
     "988/QĐ-CĐKT ngày 12/5/2026;\n   - Nghị định số 233/2026/NĐ-CP.\n11. **Liên quan**:\n    - **Thay thế**: Quyết định số 1490/QĐ-CĐKT.",
     [("1923/QĐ-CĐKT", "based_on", "988/QĐ-CĐKT"), ("1923/QĐ-CĐKT", "based_on", "233/2026/NĐ-CP"),
      ("1923/QĐ-CĐKT", "replaces", "1490/QĐ-CĐKT")]),
    # what was just issued, and what goes on behind a title
    ("Tiếp thu Quyết định số 290-QĐ/TW, Ban Thường vụ Tỉnh ủy ban hành Quyết định số 1864-QĐ/TU. Ban Dân vận Tỉnh ủy có Hướng dẫn số "
     "06-HD/BDV hướng dẫn thực hiện quyết định trên.",
     [("1864-QĐ/TU", "based_on", "290-QĐ/TW"), ("06-HD/BDV", "guides", "1864-QĐ/TU")]),
    ("Nghị định 73/2024/NĐ-CP quy định mức lương, tăng 30% so với mức theo Nghị định số 24/2023/NĐ-CP.\n- Nghị định này có hiệu lực từ "
     "1/7/2024 và thay thế Nghị định 24/2023/NĐ-CP.", [("73/2024/NĐ-CP", "replaces", "24/2023/NĐ-CP"), ("73/2024/NĐ-CP", "cites", "24/2023/NĐ-CP")]),
    ("Luật Căn cước được Quốc hội thông qua ngày 27/11/2023, gồm 7 chương, 46 điều, thay thế Luật Căn cước công dân năm 2014.",
     [("Luật Căn cước", "replaces", "Luật Căn cước công dân")]),
    ("Tuyên truyền Luật Thực hiện dân chủ ở cơ sở năm 2022 (có hiệu lực từ ngày 1-7-2023, thay thế Pháp lệnh số 34/2007/PL-UBTVQH11); tiếp "
     "tục thực hiện Kết luận số 43-KL/TW.",
     [("Luật Thực hiện dân chủ ở cơ sở", "replaces", "34/2007/PL-UBTVQH11")]),
    ("Để triển khai Nghị quyết 19/NQ-CP, Thủ tướng Chính phủ yêu cầu các bộ, ngành báo cáo kết quả.", []),
    ("Giám đốc Sở Y tế báo cáo kết quả thực hiện Chỉ thị 04/CT-TTg.", []),
    ("Hướng dẫn số 13-HD/ĐUK thay thế Hướng dẫn số 5-HD/ĐUK của Đảng ủy Khối thực hiện Quy định số 132-QĐ/TW và Hướng dẫn số 21-HD/BTCTW.",
     [("13-HD/ĐUK", "replaces", "5-HD/ĐUK"), ("5-HD/ĐUK", "guides", "132-QĐ/TW"), ("5-HD/ĐUK", "guides", "21-HD/BTCTW")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SAID)
def test_what_is_said(extractor: Extractor, text: str, said: Said) -> None:
    assert sorted(set(read(extractor, text))) == sorted(said)


NOTICE = "HUYỆN ỦY THỌ XUÂN\n*\nSố: 215-TB/HU\nThọ Xuân, ngày 09 tháng 10 năm 2018\nTHÔNG BÁO\nKết luận kiểm tra\n{}"
ORDER = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 06/CT-UBND\nLào Cai, ngày 10 tháng 4 năm 2020\nCHỈ THỊ\nVề phòng, chống dịch\n{}"
OWN: list[tuple[str, Said]] = [
    (NOTICE.format("Đoàn kiểm tra đã tiến hành kiểm tra Đảng ủy xã Xuân Lập về việc lãnh đạo, chỉ đạo và tổ chức thực hiện Nghị quyết số "
                   "39-NQ/TW. Ban Thường vụ Huyện ủy kết luận:\n1. Ưu điểm\n- Kịp thời cụ thể hóa Chương trình số 02-CTr/HU bằng Nghị quyết "
                   "số 11-NQ/ĐU về tích tụ ruộng đất."),
     [("HUYỆN ỦY THỌ XUÂN", "reviews", "39-NQ/TW"), ("11-NQ/ĐU", "implements", "02-CTr/HU")]),
    (ORDER.format("Thủ tướng Chính phủ ban hành Chỉ thị số 16/CT-TTg. Để triển khai thực hiện nghiêm Chỉ thị trên, Chủ tịch Ủy ban nhân dân "
                  "tỉnh yêu cầu:\n1. Tiếp tục thực hiện nghiêm Chỉ thị số 15/CT-TTg."),
     [("06/CT-UBND", "implements", "16/CT-TTg"), ("06/CT-UBND", "continues", "15/CT-TTg")]),
    ("ĐẢNG ỦY XÃ DIỄN MỸ\nSố 33-BC/ĐU\nDiễn Mỹ, ngày 7 tháng 9 năm 2023\nBÁO CÁO\nsơ kết 3 năm thực hiện Nghị quyết số 11-NQ/HU\nĐảng ủy xã "
     "đã ban hành Kế hoạch số 12-KH/ĐU, ngày 5/10/2020 để triển khai thực hiện Nghị quyết; chỉ đạo các chi bộ.",
     [("33-BC/ĐU", "reviews", "11-NQ/HU"), ("12-KH/ĐU", "implements", "11-NQ/HU")]),
    ("SỞ Y TẾ TỈNH NGHỆ AN\nSố: 1234/SYT-NVY\nV/v phòng dịch\nNghệ An, ngày 12 tháng 5 năm 2023\nKính gửi: Các bệnh viện\nThực hiện Công văn "
     "số 2116/BYT-DP và ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 3012/UBND-VX, Sở Y tế yêu cầu các đơn vị:",
     [("1234/SYT-NVY", "implements", "2116/BYT-DP"), ("1234/SYT-NVY", "implements", "3012/UBND-VX")]),
    ("SỞ NỘI VỤ TỈNH GIA LAI\nSố: 1200/SNV-TCBC\nV/v hướng dẫn thực hiện chế độ theo Nghị định số 178/2024/NĐ-CP\nGia Lai, ngày 12 tháng 5 "
     "năm 2025\nKính gửi: UBND các huyện\nTriển khai ý kiến chỉ đạo của UBND tỉnh tại Công văn số 1089/UBND-NC và để trả lời Văn bản số "
     "96/PNV của Phòng Nội vụ huyện Chư Sê, Sở Nội vụ hướng dẫn như sau:",
     [("1200/SNV-TCBC", "guides", "178/2024/NĐ-CP"), ("1200/SNV-TCBC", "implements", "1089/UBND-NC"),
      ("1200/SNV-TCBC", "responds_to", "96/PNV")]),
    ("BỘ CÔNG AN\nSố: 37/2026/TT-BCA\nHà Nội, ngày 24 tháng 4 năm 2026\nTHÔNG TƯ\nSửa đổi một số điều của các Thông tư về đăng ký xe\nCăn cứ "
     "Luật Đất đai;\n\nChương I\n\nSỬA ĐỔI MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 79/2024/TT-BCA QUY ĐỊNH VỀ CẤP BIỂN SỐ XE ĐÃ ĐƯỢC SỬA ĐỔI, BỔ SUNG "
     "BỞI THÔNG TƯ SỐ 13/2025/TT-BCA\n\nĐiều 1. Sửa đổi khoản 6",
     [("37/2026/TT-BCA", "based_on", "Luật Đất đai"), ("37/2026/TT-BCA", "amends", "79/2024/TT-BCA"),
      ("13/2025/TT-BCA", "amends", "79/2024/TT-BCA")]),
    (ORDER.format("3. Đề nghị viết lại Điều 14 dự thảo theo hướng: “Quyết định này thay thế Quyết định số 33/2017/QĐ-UBND”."), []),
    ("UBND TỈNH PHÚ THỌ **SỞ GIÁO DỤC VÀ ĐÀO TẠO** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc** |\nSố: "
     "231/SGD&ĐT-GDTrH V/v dạy thêm, học thêm | *Phú Thọ, ngày 12 tháng 02 năm 2025* |\n\nKính gửi:\n- UBND các huyện;\n\nThực hiện "
     "Công điện số 10/CĐ-TTg, Sở GDĐT đề nghị:\n1. Dạy thêm đúng quy định.\nCông văn này thay thế Công văn số 1877/SGD&ĐT-TTr.",
     [("231/SGD&ĐT-GDTrH", "implements", "10/CĐ-TTg"), ("231/SGD&ĐT-GDTrH", "replaces", "1877/SGD&ĐT-TTr")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), OWN)
def test_what_a_text_says_of_itself(extractor: Extractor, text: str, said: Said) -> None:
    found = [deed for deed in deeds(extractor, text) if deed[1] != "cites"]
    assert sorted(set(found)) == sorted(said)

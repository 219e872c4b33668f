"""Issuers and dates that stand away from the number: proposals, passives, days without a year."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor

ROWS = [
    # Whatever a body did by a document that bears its code.
    ("Bộ Y tế đã xử phạt ông A tại Quyết định số 12/QĐ-BYT ngày 3/4/2021.", "Bộ Y tế", "2021-04-03"),
    ("Chợ đã được UBND tỉnh đóng cửa tại Quyết định số 12/QĐ-UBND.", "UBND tỉnh", None),
    ("UBND tỉnh Lào Cai làm việc được giao tại Quyết định số 12/QĐ-BYT.", None, None),
    ("Bộ Nông nghiệp và Phát triển nông thôn (NN&PTNT) duyệt dự án tại Quyết định 4/QĐ-BNN-XD.",
     "Bộ Nông nghiệp và Phát triển nông thôn", None),
    # Verbs between number and day.
    ("Xem Quyết định số 18/QĐ-TTg do Phó Thủ tướng Trần Văn A ký ngày 26/10/2011.", "Phó Thủ tướng",
     "2011-10-26"),
    ("Theo Quyết định 9/QĐ-BXD ban hành đầu năm 2014 về việc sửa nhà.", None, "2014"),
    # The day on which it was done, before what it was done by; but none that only bounds a time.
    ("Khu nhà được Thủ tướng phê duyệt ngày 4/6/1996 tại Quyết định số 36/TTg.", "Thủ tướng",
     "1996-06-04"),
    ("Chợ được phê duyệt quy hoạch vào ngày 10/7/2008 tại Quyết định số 22/QĐ-UBND tỉnh Long An.",
     "UBND tỉnh Long An", "2008-07-10"),
    ("Ông A được giao việc từ ngày 10/7/2008 theo Quyết định số 22/QĐ-BXD.", None, None),
    # A day between the body and its verb.
    ("Đảng ủy phường Ba Sao (tỉnh Long An), tháng 8-2025, ban hành Kế hoạch số 11-KH/ĐU.",
     "Đảng ủy phường Ba Sao", "2025-08"),
    ("Quốc hội chiều 29/6/2024 thông qua Luật Đường sắt (sửa đổi).", "Quốc hội", "2024-06-29"),
    # When and where it was made known.
    ("Ngày 4-3-2016, tại Tân An, Tỉnh ủy Long An công bố Quy định 12-QĐ/TU.", "Tỉnh ủy Long An", None),
    # A day or a year with which it began, or right before the deed; behind the title.
    ("Ông lấy số và ngày 17/12/2018 đã ban hành quyết định số 608/QĐ-ĐTN.", None, "2018-12-17"),
    ("Đó là việc cũ. Năm 2016, Thông báo số 363/TB-VPCP đã đồng ý về chủ trương.", None, "2016"),
    ("Đó là việc cũ. Năm 2016, Thông báo số 363/TB-VPCP có hiệu lực.", None, None),
    ("Cuối năm 2016, Ủy viên Bộ Chính trị, Thường trực Ban Bí thư Lê Văn An ký ban hành Chỉ thị số 11-CT/TW "
     "của Ban Bí thư.", "Ban Bí thư", "2016"),
    ("Trong Nghị quyết số 8/NQ-HĐND về thu phí chợ ban hành vào tháng 5-2018, có nêu.", None, "2018-05"),
    ("Sau nhiều năm bỏ hoang, đến ngày 7/4/2008, UBND tỉnh Long An có Kế hoạch số 37/KH-UBND.",
     "UBND tỉnh Long An", "2008-04-07"),
    ("Chỉ từ ngày 1/3/2008, đến ngày 7/4/2008, UBND tỉnh Long An ban hành Kế hoạch số 37/KH-UBND.",
     "UBND tỉnh Long An", None),
    # Who issues rather than who signs.
    ("Năm 2015, sở Y tế Long An đã ra Quyết định số 64/QĐ-SYT do Giám đốc sở ký để lập tổ kiểm tra.",
     "sở Y tế Long An", "2015"),
    # Where somebody proposes something, the paper is his.
    ("Theo đề nghị của Sở Y tế tại Tờ trình số 12/TTr-SYT ngày 3/4/2021, UBND tỉnh quyết định.",
     "Sở Y tế", "2021-04-03"),
    ("Xét đề nghị của UBND huyện Lục Yên tại Tờ trình số 55/TTr-UBND ngày 3/4/2021.",
     "UBND huyện Lục Yên", "2021-04-03"),
    ("Ý kiến của Bộ Tài chính tại Công văn số 99/BTC-QLG.", "Bộ Tài chính", None),
    ("Xem báo cáo của Ban Tổ chức Tỉnh ủy trong Báo cáo số 31-BC/BTCTU.", "Ban Tổ chức Tỉnh ủy", None),
    # Whose word stands in another's paper does not tell whose that is.
    ("Ý kiến của Thủ tướng Chính phủ tại Công văn số 123/VPCP-KTTH.", None, None),
    ("Chỉ đạo của Tỉnh ủy tại huyện Lục Yên theo Kế hoạch số 5/KH-UBND.", None, None),
    # Who makes known what another issued.
    ("UBND huyện Lục Yên công bố Quyết định số 5/QĐ-TTg.", None, None),
    ("UBND huyện Lục Yên công bố Quyết định số 5/QĐ-UBND.", "UBND huyện Lục Yên", None),
    # By what a body carries another out.
    ("Đảng ủy Khối đã cụ thể hóa hai chỉ thị bằng Kế hoạch số 36-KH/ĐUK.", "Đảng ủy Khối", None),
    ("Tỉnh ủy triển khai chủ trương của huyện bằng Kế hoạch số 36-KH/HU.", None, None),
    ("UBND tỉnh Lào Cai triển khai bằng một đề án, UBND tỉnh Yên Bái bằng Kế hoạch số 8/KH-UBND.",
     "UBND tỉnh Yên Bái", None),
    ("UBND tỉnh Lào Cai triển khai đề án, UBND tỉnh Yên Bái dự họp về nó bằng Kế hoạch số 8/KH-UBND.",
     None, None),
    # What stands in a bracket before the verb is said of the body.
    ("Bộ Xây dựng (hợp nhất Bộ Giao thông vận tải và Bộ Xây dựng) vừa có Quyết định số 5/QĐ-BXD.",
     "Bộ Xây dựng", None),
    ("Bộ Xây dựng (nhận việc của Bộ Giao thông vận tải) ban hành Thông tư 7/2025/TT-BXD.",
     "Bộ Xây dựng", None),
    ("Ủy ban nhân dân tỉnh (UBND tỉnh) ban hành Kế hoạch số 8/KH-UBND.", "Ủy ban nhân dân tỉnh", None),
    ("Từ tháng 3 (khi có Bộ Xây dựng) ban hành Thông tư 7/2025/TT-BXD.", None, None),
    # A bracket holds the number, or the whole reference.
    ("Xét tờ trình của Ban Tổ chức Trung ương (số 31-TTr/BTCTW, ngày 2-7-2019), hội nghị kết luận.",
     "Ban Tổ chức Trung ương", "2019-07-02"),
    ("Xét báo cáo (số 31-BC/BTCTW) của Ban Tổ chức Trung ương, Bộ Chính trị ghi nhận kết quả.",
     "Ban Tổ chức Trung ương", None),
    ("Đó là tài sản của Đảng bộ thành phố (Quyết định 31-QĐ/TU).", None, None),
    # Behind the number.
    ("Nghị quyết số 36/2023/NQ-HĐND được HĐND tỉnh thông qua ngày 30/5/2023.",
     "HĐND tỉnh", "2023-05-30"),
    ("Quyết định số 36/QĐ-UBND đã được UBND tỉnh ban hành vào ngày 30/5/2023.",
     "UBND tỉnh", "2023-05-30"),
    ("Nghị quyết số 36/NQ-HĐND được UBND tỉnh ban hành kế hoạch thực hiện.", None, None),
    ("Nghị quyết số 36/2023/NQ-HĐND được Sở Y tế triển khai ngày 30/5/2023.", None, None),
    ("Công điện số 92/CĐ-TTg ngày mùng 10 tháng 9 của Thủ tướng Chính phủ.", "Thủ tướng Chính phủ", None),
    ("Công văn số 12/UBND-KT ngày 10/9 của UBND tỉnh.", "UBND tỉnh", None),
    ("Công văn số 12/UBND-KT tăng 10/9 của UBND tỉnh.", None, None),
    # What was done to stands between the deed and the paper.
    ("Dự án được UBND tỉnh Lào Cai chấp thuận chủ trương đầu tư tại Quyết định số 13/QĐ-UBND.",
     "UBND tỉnh Lào Cai", None),
    ("Sở Y tế đưa ra mức giá từ 1.200 đến 2.500 đồng tại Quyết định số 13/QĐ-SYT.", "Sở Y tế", None),
    ("Sở Y tế đưa ra mức giá dịch vụ tại Quyết định số 13/QĐ-UBND.", None, None),
    ("Dự án được UBND tỉnh Lào Cai chấp thuận và bổ sung. Nay xem tại Quyết định số 13/QĐ-UBND.",
     None, None),
    ("Tại Quyết định 289, Thủ tướng phê chuẩn kết quả bầu.", "Thủ tướng", None),
    ("Tại Quyết định 289, Thủ tướng được nhắc đến.", None, None),
    ("Tại Thông báo số 289, Thủ tướng yêu cầu làm rõ.", None, None),
    ("Quyết định số 3765/QĐ-ĐHYD ngày 14/9/2017 của hiệu trưởng Trường ĐH Y lại ban hành quy định.",
     "hiệu trưởng Trường ĐH Y", "2017-09-14"),
    # Two sign together, one for others, or somebody who is no body.
    ("Ngày 3/4/2021, Tỉnh ủy Lào Cai và Tỉnh ủy Yên Bái đã cùng ký Kết luận số 5-KL/TU.",
     "Tỉnh ủy Lào Cai và Tỉnh ủy Yên Bái", "2021-04-03"),
    ("Thay mặt Bộ Chính trị, Tổng Bí thư đã ký ban hành Kết luận số 5-KL/TW.", "Bộ Chính trị", None),
    ("Phó Thủ tướng thường trực Chính phủ Lê Văn A vừa ký Tờ trình số 5/TTr-TTg.",
     "Phó Thủ tướng thường trực Chính phủ", None),
    ("Theo Nghị quyết số 5/NQ-QH của Quốc hội, Bộ Y tế chủ trì việc này.", "Quốc hội", None),
    ("Ngày 3/4/2021, Sao Xanh có Công văn số 18/SX-KT gửi bộ.", None, "2021-04-03"),
    ("Ngày 3/4/2021, bà Lê Thị B - chủ tịch UBND huyện Lục Yên - đã ký Quyết định số 5/QĐ-UBND.",
     "chủ tịch UBND huyện Lục Yên", "2021-04-03"),
    ("Đến ngày 3/4/2021, UBND huyện Lục Yên có Quyết định số 5/QĐ-UBND.", "UBND huyện Lục Yên",
     "2021-04-03"),
    # When it was issued.
    ("Mãi đến ngày 30/5/2023, HĐND tỉnh mới ban hành Nghị quyết số 36/2023/NQ-HĐND.",
     "HĐND tỉnh", "2023-05-30"),
    ("Tính đến ngày 30/5/2023, HĐND tỉnh ban hành Nghị quyết số 36/2023/NQ-HĐND.", "HĐND tỉnh", None),
    ("UBND tỉnh ban hành Quyết định số 36/QĐ-UBND vào ngày 30/5/2023.", "UBND tỉnh", "2023-05-30"),
    ("Hội nghị bàn Quyết định số 36/QĐ-UBND vào ngày 30/5/2023.", None, None),
    ("Thông tư số 19/2016/TT-NHNN quy định về thẻ vừa được ban hành vào ngày 30/6/2016.", None, "2016-06-30"),
    ("Thông tư số 19/2016/TT-NHNN quy định về thẻ vừa được triển khai vào ngày 30/6/2016.", None, None),
    ("Tổng kết Chỉ thị số 05-CT/TW (2021).", None, "2021"),
    ("Tổng kết Chỉ thị số 05-CT/TW (2021-2025).", None, None),
    ("Tổng kết Chỉ thị số 05-CT/TW (trang 2021).", None, None),
    ("Cương lĩnh (bổ sung, phát triển năm 2011) chỉ rõ.", None, "2011"),
    ("Cương lĩnh xây dựng đất nước trong thời kỳ quá độ (hai phần) chỉ rõ.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuer", "date"), ROWS)
def test_issuer_and_date(
    extractor: Extractor, text: str, issuer: str | None, date: str | None
) -> None:
    found = extractor.extract(text).mentions[0]
    assert (found.issuer, str(found.date) if found.date else None) == (issuer, date)

"""Who issued a document, where the body stands before the deed or behind the law."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor

ROWS = [
    ("Quy hoạch được Thủ tướng Chính phủ phê duyệt tại Quyết định số 88/QĐ-TTg.", "Thủ tướng Chính phủ"),
    ("Kế hoạch được Quốc hội khóa XIII, kỳ họp thứ 11 thông qua tại Nghị quyết số 88/2016/QH13.", "Quốc hội"),
    ("Theo quy định của Bộ Tài chính tại khoản 2 Điều 5 Thông tư số 88/2013/TT-BTC.", "Bộ Tài chính"),
    ("Theo phân công của Chính phủ tại Nghị định số 88/2017/NĐ-CP.", "Chính phủ"),
    ("UBND tỉnh Long An đã gửi công văn số 88/UBND-NC.", "UBND tỉnh Long An"),
    ("Luật Đất đai được Quốc hội khóa XIII, kỳ họp thứ 6 thông qua ngày 29/11/2013.", "Quốc hội"),
    ("Kết luận số 88 giữa Tỉnh ủy Long An và Tỉnh ủy Tiền Giang.", "Tỉnh ủy Long An và Tỉnh ủy Tiền Giang"),
    ("công văn số 88/SGDĐT ngày 3/4/2018 của sở GD & ĐT tỉnh Long An.", "sở GD & ĐT tỉnh Long An"),
    ("Thông tư số 88/2018/TT-BLĐTBXH của Bộ Lao động Thương binh Xã hội.", "Bộ Lao động Thương binh Xã hội"),
    # bodies that no registry has, in small letters too
    ("Quyết định số 88/QĐ-CCTHADS của Chi cục thi hành án thị xã Kỳ Lâm.", "Chi cục thi hành án thị xã Kỳ Lâm"),
    ("chi cục Thi hành án quận Ba Sao đã ra liên tục 2 Quyết định số 88/QĐ-CCTHADS.",
     "chi cục Thi hành án quận Ba Sao"),
    ("VKSND TP. Ba Sao vừa ra Quyết định số 88/QĐ-VKS.", "VKSND TP. Ba Sao"),
    ("Nghị quyết số 88/NQ-HĐQT của HĐQT Đông Nam về nhân sự.", "HĐQT Đông Nam"),
    ("công ty Thái Hà đã có công văn số 88/CV-TH trình phương án.", "công ty Thái Hà"),
    ("Thông tư số 88/TTLT-BYT-BTC của liên bộ Y tế - Bộ Tài chính quy định về thuốc.", "liên bộ Y tế - Bộ Tài chính"),
    ("Ban chấp hành Trung ương Hội Luật gia Việt Nam đã ban hành và triển khai kế hoạch số 88-KH/HLG.",
     "Ban chấp hành Trung ương Hội Luật gia Việt Nam"),
    # a firm or an office by the initials in its number
    ("Sau khi xem xét, ĐTN đã có văn bản số 88/ĐTN-KH.", "ĐTN"),
    ("Sau khi xem xét, ĐTN đã có văn bản số 88/UBND-KH.", None),
    # a place stands for who governs it
    ("Tuy nhiên, tháng 4/2018, tỉnh Long An mới có quyết định số 1483.", "tỉnh Long An"),
    ("Trường thu theo Công văn số 1720 của huyện, dù đã có yêu cầu hủy.", "huyện"),
    ("Phó Chủ tịch UBND huyện Cần Sao, tỉnh Long An đã ký Quyết định số 88/QĐ-UBND.", "UBND huyện Cần Sao"),
    # what acts in, by or beside a document that bears its code
    ("Theo Quyết định số 88/QĐ-CTN, Chủ tịch nước giáng cấp hàm ông A.", "Chủ tịch nước"),
    ("Theo Quyết định số 88/QĐ-UBND, UBND huyện Cần Sao thu hồi 2 ha đất.", None),
    ("Tại văn bản số 88/QĐ-BGTVT, Bộ trưởng Nguyễn Văn An đã ký quyết định kỷ luật.", "Bộ trưởng"),
    ("Dự án được UBND tỉnh Long An phê duyệt quy hoạch chi tiết theo Quyết định số 88/QĐ-UBND.", "UBND tỉnh Long An"),
    ("Bộ Tư pháp thẩm định tại Báo cáo thẩm định số 88/BC-BTP.", "Bộ Tư pháp"),
    ("Vi phạm đã được Thanh tra Chính phủ (Kết luận số 88/KL-TTCP) nêu rõ.", "Thanh tra Chính phủ"),
    ("Theo Quyết định số 88/QĐ-BXD về kế hoạch thanh tra năm 2018 của bộ Xây dựng, hàng loạt dự án bị thanh tra.", "bộ Xây dựng"),
    ("Quyết định số 88/QĐ-BXD về quyền hạn của Bộ Xây dựng.", None),
    ("Kế hoạch số 88-KH/TU của Tỉnh ủy, Ban Tuyên giáo Tỉnh ủy hướng dẫn như sau.", "Tỉnh ủy"),
    ("Theo Thông tư số 88 có hiệu lực từ 4/11 của Bộ Quốc phòng thì được nghỉ.", "Bộ Quốc phòng"),
    ("Vi phạm nêu rõ trong quyết định số 13 của ĐTN về thu phí.", "ĐTN"),
    ("Nhận được Công văn số 1136 của Phó Giám đốc sở Y tế tỉnh Long An.", "Giám đốc sở Y tế tỉnh Long An"),
    ("Ủy ban Kiểm tra Trung ương đã thi hành kỷ luật tại Quyết định số 88-QĐ/UBKTTW.", "Ủy ban Kiểm tra Trung ương"),
    ("Thanh tra xây dựng tỉnh Long An đã lập biên bản số 88/BB-VPHC.", "Thanh tra xây dựng tỉnh Long An"),
    ("Ông Lê Văn An, Tổng Giám đốc ĐTN đã ký văn bản số 88/CV-ĐTN.", "Tổng Giám đốc ĐTN"),
    ("Bộ Tài chính (BTC) phê duyệt dự án tại Quyết định số 88/QĐ-BTC.", "Bộ Tài chính"),
    ("Quyết định của Thủ tướng Chính phủ số 88/2023/QĐ-TTg ngày 5/4/2023.", "Thủ tướng Chính phủ"),
    ("Công văn số 88/UBND-VX do Phó Chủ tịch UBND tỉnh Lê Văn An ký.", "Chủ tịch UBND tỉnh"),
    # laws are made by who makes laws
    ("Thực hiện theo Luật Người khuyết tật do hiệu trưởng quyết định.", None),
    # a body that is only named before the document did not issue it
    ("Ông làm việc với Chính phủ tại Quyết định số 88/QĐ-TTg.", None),
    ("Dự án của UBND tỉnh Long An tại Quyết định số 88/QĐ-TTg.", None),
    ("Bộ Công an cho biết quy định tại Nghị định số 88/2017/NĐ-CP.", None),
    ("Luật Đất đai được Quốc hội quan tâm từ ngày 29/11/2013.", None),
    # behind the title of what it speaks in
    ("Tại Chỉ thị số 88 về quản lý tài sản công, Thủ tướng yêu cầu Bộ Tài chính rà soát.", "Thủ tướng"),
    ("Tại Chỉ thị số 88 về quản lý tài sản công, Thủ tướng và phu nhân dự lễ.", None),
    # a city's, which the centre has too
    ("Quyết định số 88/QĐ-CT của Cục Thuế TP. Ba Sao.", "Cục Thuế TP. Ba Sao"),
    ("Công văn số 88/CTK-TH của Cục Thống kê TP.HCM.", "Cục Thống kê TP.HCM"),
    # what the Prime Minister said, his office told
    ("Theo chỉ đạo của Thủ tướng Chính phủ tại Thông báo số 88/TB-VPCP.", None),
    # in a list each has its own issuer, unless it is said behind
    ("Theo chỉ đạo của Thủ tướng Chính phủ tại văn bản số 8/TTg-NN và Quyết định số 88/QĐ-BTC.", None),
    ("Kết luận của Bộ Chính trị tại văn bản số 8-CV/VPTW và số 88-CV/VPTW của Văn phòng Trung ương Đảng.",
     "Văn phòng Trung ương Đảng"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuer"), ROWS)
def test_the_last_reference_has_its_issuer(
    extractor: Extractor, text: str, issuer: str | None
) -> None:
    assert extractor.extract(text).mentions[-1].issuer == issuer


def test_the_day_of_passing_is_the_law_s(extractor: Extractor) -> None:
    text = "Luật Đất đai đã được Quốc hội thông qua ngày 29/11/2013 và có hiệu lực từ 01/7/2014."
    assert str(extractor.extract(text).mentions[0].date) == "2013-11-29"

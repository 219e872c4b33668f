"""What pages of the Party and news of new rules say: approval, what came about then, what ends."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, deeds, read

ROWS = [
    # approval, announcement, publication
    ("UBND tỉnh Lâm Đồng có Quyết định số 1020/QĐ-UBND phê duyệt Đề án số 6/ĐA-SNN.",
     [("1020/QĐ-UBND", "approves", "6/ĐA-SNN")]),
    ("Kế hoạch số 6/KH-SNN đã được UBND tỉnh Lâm Đồng phê duyệt tại Quyết định số 1020/QĐ-UBND.",
     [("1020/QĐ-UBND", "approves", "6/KH-SNN")]),
    ("Chủ tịch nước ký Lệnh số 5/2024/L-CTN công bố Luật Đất đai số 31/2024/QH15.",
     [("5/2024/L-CTN", "publishes", "31/2024/QH15")]),
    ("Văn phòng Tỉnh ủy có Công văn số 12-CV/VPTU thông báo Kết luận số 20-KL/TU.",
     [("12-CV/VPTU", "notifies", "20-KL/TU")]),
    ("Tỉnh ủy Nam Định công bố Quyết định số 12-QĐ/TU. UBND tỉnh phê duyệt Quyết định số 5/QĐ-UBND.", []),
    # what only came about after some years of a document reviews it no more than that
    ("Sau 3 năm thực hiện Chỉ thị 40-CT/TW, Tỉnh ủy Sơn La ban hành Chỉ thị số 30-CT/TU để lãnh đạo vay vốn.", []),
    ("Sau 3 năm thực hiện Chỉ thị 40-CT/TW, Tỉnh ủy Sơn La ban hành Kết luận số 30-KL/TU.",
     [("30-KL/TU", "reviews", "40-CT/TW")]),
    ("Sau 3 năm thực hiện Chỉ thị 40-CT/TW, Tỉnh ủy Sơn La ban hành Kế hoạch số 30-KH/TU về sơ kết Chỉ thị.",
     [("30-KH/TU", "reviews", "40-CT/TW")]),
    # carried out by what came of it
    ("Sau khi tiếp thu Nghị quyết số 5-NQ/TU, Huyện ủy Núi Thành đã ban hành Chương trình số 12-CTr/HU, ngày 25/10/2021 "
     "để cụ thể hóa, giao việc cho từng xã.", [("12-CTr/HU", "implements", "5-NQ/TU")]),
    ("Sau khi có Chỉ thị 40, Tỉnh ủy Bến Tre ban hành Kế hoạch số 215-KH/TU để triển khai thực hiện.",
     [("215-KH/TU", "implements", "40")]),
    ("Tỉnh ủy Bến Tre có Công văn số 880-CV/TU lãnh đạo các cấp ủy thực hiện Kết luận số 6-KL/TW.",
     [("880-CV/TU", "implements", "6-KL/TW")]),
    ("Sở Nội vụ gửi Công văn số 812/SNV-CCVC về một số vướng mắc khi thực hiện Nghị định số 178/2024/NĐ-CP.", []),
    # a congress is only spoken of
    ("Hội nghị thông tin kết quả Đại hội đại biểu toàn quốc lần thứ XIV của Đảng và triển khai Nghị quyết số 79-NQ/TW.", []),
    # several at once
    ("Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW đã được triển khai. Nay có Chương trình số 96-CTr/TU về thực hiện "
     "các nghị quyết nêu trên.", [("96-CTr/TU", "implements", "18-NQ/TW"), ("96-CTr/TU", "implements", "19-NQ/TW")]),
    ("Nghị định số 8/2014/NĐ-CP được sửa đổi bởi Nghị định số 13/2018/NĐ-CP; đến năm 2023, cả hai văn bản này được thay "
     "bằng Nghị định số 29/2023/NĐ-CP.",
     [("13/2018/NĐ-CP", "amends", "8/2014/NĐ-CP"), ("29/2023/NĐ-CP", "replaces", "8/2014/NĐ-CP"),
      ("29/2023/NĐ-CP", "replaces", "13/2018/NĐ-CP")]),
    ("Quyết định số 80/QĐ-TTg về nông thôn mới, thay thế cả Quyết định số 91/QĐ-TTg lẫn Quyết định số 42/QĐ-TTg.",
     [("80/QĐ-TTg", "replaces", "91/QĐ-TTg"), ("80/QĐ-TTg", "replaces", "42/QĐ-TTg")]),
    # what replaces, goes on with or details
    ("Từ ngày 14/02/2025, Thông tư số 29/2024/TT-BGDĐT quy định về dạy thêm, học thêm chính thức có hiệu lực, thay thế "
     "Thông tư số 17/2012/TT-BGDĐT.", [("29/2024/TT-BGDĐT", "replaces", "17/2012/TT-BGDĐT")]),
    ("Quy định số 115-QĐ/TW của Bộ Chính trị khóa X gồm 19 điều; đến khóa XI được thay bằng Quy định số 47-QĐ/TW.",
     [("47-QĐ/TW", "replaces", "115-QĐ/TW")]),
    ("Tinh thần ấy đi vào Luật Đất đai số 45/2013/QH13, đạo luật thay thế Luật Đất đai số 13/2003/QH11.",
     [("45/2013/QH13", "replaces", "13/2003/QH11")]),
    ("Trung ương ban hành Kết luận số 21-KL/TW, tiếp nối và mở rộng phạm vi của Nghị quyết số 4-NQ/TW.",
     [("21-KL/TW", "continues", "4-NQ/TW")]),
    ("Nghị định số 59/2023/NĐ-CP của Chính phủ, ban hành tháng 8 vừa qua, quy định chi tiết Luật số 10/2022/QH15.",
     [("59/2023/NĐ-CP", "details", "10/2022/QH15")]),
    ("Quốc hội thông qua Luật số 31/2024/QH15, thay thế Luật số 45/2013/QH13. Nghị định số 102/2024/NĐ-CP quy định chi "
     "tiết luật này.", [("31/2024/QH15", "replaces", "45/2013/QH13"), ("102/2024/NĐ-CP", "details", "31/2024/QH15")]),
    ("Quốc hội thông qua Luật số 31/2024/QH15. Luật số 45/2013/QH13 đã cũ. Nghị định số 102/2024/NĐ-CP quy định chi tiết "
     "luật này.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_what_is_said(extractor: Extractor, text: str, said: Said) -> None:
    assert deeds(extractor, text) == said


EXCERPTS = [
    ("1. Thông tư số 9/2017/TT-BLĐTBXH về dạy nghề; quy chế thi, xét công nhận hết hiệu lực kể từ ngày Thông tư này có "
     "hiệu lực thi hành.", [("None", "repeals", "9/2017/TT-BLĐTBXH")]),
    ("Nghị định số 65/2022/NĐ-CP sửa đổi một số điều của Nghị định số 153/2020/NĐ-CP và Nghị định số 8/2023/NĐ-CP hết hiệu "
     "lực kể từ ngày Nghị định này có hiệu lực thi hành, trừ các trường hợp tại Điều 50 Nghị định này.",
     [("65/2022/NĐ-CP", "amends", "153/2020/NĐ-CP"), ("None", "repeals", "65/2022/NĐ-CP"),
      ("None", "repeals", "8/2023/NĐ-CP")]),
    ("Điều 2. Bổ sung, thay thế, bãi bỏ một số từ, cụm từ, điểm, khoản, điều của Thông tư số 44/2022/TT-BTC\n1. Thay từ.\n"
     "Điều 3. Thông tư này có hiệu lực từ ngày ký.", [("None", "amends", "44/2022/TT-BTC")]),
    ("Điều 2. Thay thế một số cụm từ của Thông tư số 44/2022/TT-BTC\n1. Thay từ.\nĐiều 3. Thông tư này có hiệu lực từ ngày "
     "ký.", [("None", "amends", "44/2022/TT-BTC")]),
    ("Điều 17 Nghị định số 101/2024/NĐ-CP quy định về điều tra đất; đăng ký, cấp Giấy chứng nhận đã được sửa đổi, bổ sung bởi "
     "Nghị định số 226/2025/NĐ-CP.", [("226/2025/NĐ-CP", "amends", "101/2024/NĐ-CP")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), EXCERPTS)
def test_excerpts(extractor: Extractor, text: str, said: Said) -> None:
    assert sorted(deeds(extractor, text)) == sorted(said)


BY_COLUMNS = (
    "THÔNG TƯ\nHướng dẫn kê khai thuế\n\nCăn cứ Luật Quản lý thuế số 38/2019/QH14 được sửa đổi, bổ sung bởi\n"
    "Luật số 56/2024/QH15;\nCăn cứ Nghị định số 65/2013/NĐ-\nCP;\nBỘ TÀI CHÍNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n\nSố: 41/2026/TT-BTC\nHà Nội, ngày 06 tháng 4 năm 2026\n\nĐiều 1. Phạm vi\nThông tư này "
    "hướng dẫn."
)


def test_a_letterhead_behind_the_bases(extractor: Extractor) -> None:
    own = extractor.extract(BY_COLUMNS).mentions[0]
    assert (str(own.number), str(own.date), own.issuer) == (
        "41/2026/TT-BTC",
        "2026-04-06",
        "BỘ TÀI CHÍNH",
    )
    assert own.issuer_span is not None
    assert own.issuer_span.of(BY_COLUMNS) == "BỘ TÀI CHÍNH"
    assert own.title == "Hướng dẫn kê khai thuế"
    assert ("41/2026/TT-BTC", "based_on", "65/2013/NĐ-CP") in read(extractor, BY_COLUMNS)


def test_the_next_base_is_of_the_own_type(extractor: Extractor) -> None:
    text = (
        "TỈNH ỦY LÀO CAI\n*\nSố 7-HD/TU\nLào Cai, ngày 10 tháng 9 năm 2018\n\nHƯỚNG DẪN\nvề kiểm điểm\n\nCăn cứ Quy định "
        "số 124-QĐ/TW; Hướng dẫn số 25-HD/BTCTW về thực hiện Quy định số 124-QĐ/TW, Ban Thường vụ hướng dẫn như sau:\n\n1. Họp."
    )
    assert ("7-HD/TU", "based_on", "25-HD/BTCTW") in read(extractor, text)


THIS = [
    ("Chính phủ ban hành Nghị định số 154/2025/NĐ-CP. Ai đã hưởng theo Nghị định số 178/2024/NĐ-CP thì không hưởng theo "
     "Nghị định này.", "154/2025/NĐ-CP"),
    ("Chính phủ ban hành Nghị định số 154/2025/NĐ-CP. Nghị định số 178/2024/NĐ-CP vẫn còn, đối tượng của Nghị định này "
     "rộng hơn.", "178/2024/NĐ-CP"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), THIS)
def test_what_this_means(extractor: Extractor, text: str, number: str) -> None:
    mentions = extractor.extract(text).mentions
    pointer = next(m for m in mentions if m.antecedent is not None)
    assert pointer.antecedent is not None
    assert str(mentions[pointer.antecedent].number) == number


ABROAD = [
    "Theo Luật Đất đai của Nhật Bản, ai cũng được mua.",
    "Khái niệm ấy trong Luật Giáo dục đại học của hầu hết các nước đều rộng.",
    "Bộ luật Hình sự Pháp không quy định; Bộ luật Dân sự năm 1804 của Pháp cũng vậy.",
    "Họ theo Luật Đầu tư nước sở tại.",
]


@pytest.mark.parametrize("text", ABROAD)
def test_laws_of_other_countries_are_none(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).mentions == ()


AT_HOME = [
    ("Theo Luật Đầu tư nước ngoài tại Việt Nam năm 1987.", "Luật Đầu tư nước ngoài tại Việt Nam"),
    ("Bộ luật Lao động của nước Cộng hòa xã hội chủ nghĩa Việt Nam.", "Bộ luật Lao động"),
    ("Luật Đất đai Pháp lệnh Dân số đều đã cũ.", "Luật Đất đai"),
    # commas left out, all or some
    ("Luật Phòng chống tác hại của rượu, bia", "Luật Phòng, chống tác hại của rượu, bia"),
    ("Luật Phòng, chống tác hại của rượu bia", "Luật Phòng, chống tác hại của rượu, bia"),
]


@pytest.mark.parametrize(("text", "name"), AT_HOME)
def test_laws_at_home(extractor: Extractor, text: str, name: str) -> None:
    assert extractor.extract(text).mentions[0].name == name

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
    # a body that is only named before the document did not issue it
    ("Ông làm việc với Chính phủ tại Quyết định số 88/QĐ-TTg.", None),
    ("Dự án của UBND tỉnh Long An tại Quyết định số 88/QĐ-TTg.", None),
    ("Bộ Công an cho biết quy định tại Nghị định số 88/2017/NĐ-CP.", None),
    ("Luật Đất đai được Quốc hội quan tâm từ ngày 29/11/2013.", None),
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

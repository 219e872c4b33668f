"""What gives way to what, what a letter rests on and answers, and who signed on which day."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.model.relations import RelationKind


def relations(extractor: Extractor, text: str) -> list[tuple[str, str, str]]:
    """Return who does what to which document, by their numbers."""
    found = extractor.extract(text)
    numbers = [str(m.number) if m.number else m.name or "" for m in found.mentions]
    return [
        (numbers[one.subject], str(one.relation), numbers[one.object])
        for one in found.statements
        if one.subject is not None and one.relation is not RelationKind.CITES
    ]


A, B, C = "Nghị định số 5/2015/NĐ-CP", "Thông tư số 7/2016/TT-BTC", "Thông tư số 9/2021/TT-BTC"
D = "Thông tư số 4/2014/TT-BTC"
LETTER = (
    "SỞ NỘI VỤ TỈNH THÁI NGUYÊN\nSố: 684/SNV-TCCC\nV/v nghỉ hưu\n"
    "Thái Nguyên, ngày 25 tháng 3 năm 2025\n\nKính gửi: Ủy ban nhân dân huyện Phú Bình\n\n{}\n"
)
ANSWERED = "Sở Nội vụ nhận được Công văn số 401/UBND-NV ngày 17/3/2025 hỏi về chế độ."
PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH GIA LAI\nSố: 188/KH-UBND\nGia Lai, ngày 22 tháng 9 năm 2025\n\n"
    "KẾ HOẠCH\nPhân cấp nguồn thu\n\n{}\n"
)
DECISION = (
    PLAN.replace("KH", "QĐ")
    .replace("KẾ HOẠCH", "QUYẾT ĐỊNH")
    .replace("{}", "Điều 2. Quyết định này có hiệu lực từ ngày 01/10/2025. {}")
)
ROWS = [
    (f"{B} khép lại sau năm năm, nhường chỗ cho {C}.",
     [("9/2021/TT-BTC", "replaces", "7/2016/TT-BTC")]),
    (f"Cuộc họp khép lại, nhường chỗ cho {C}.", []),
    (f"{B} hết hiệu lực từ khi có {C}.", [("9/2021/TT-BTC", "repeals", "7/2016/TT-BTC")]),
    (f"{B} trước đó đã qua một lần sửa bởi {C}.", [("9/2021/TT-BTC", "amends", "7/2016/TT-BTC")]),
    (f"Mẫu này theo {B}, sau khi sửa đổi, bổ sung bởi {C}.",
     [("9/2021/TT-BTC", "amends", "7/2016/TT-BTC")]),
    (f"Đến giữa năm thì {D} cũng như {B} được {C} thay thế.",
     [("9/2021/TT-BTC", "replaces", "4/2014/TT-BTC"),
      ("9/2021/TT-BTC", "replaces", "7/2016/TT-BTC")]),
    (f"Công việc theo {D} cũng như {B} được thay thế bởi {C}.",
     [("9/2021/TT-BTC", "replaces", "7/2016/TT-BTC")]),
    (f"Kể từ ngày {C} có hiệu lực, {B} hết hiệu lực thi hành.",
     [("9/2021/TT-BTC", "repeals", "7/2016/TT-BTC")]),
    (f"Khi {C} có hiệu lực thì hai văn bản cũ gồm {D} và {B} hết hiệu lực.",
     [("9/2021/TT-BTC", "repeals", "4/2014/TT-BTC"),
      ("9/2021/TT-BTC", "repeals", "7/2016/TT-BTC")]),
    (f"{B} không còn hiệu lực từ ngày 1/7/2021 khi {C} có hiệu lực.",
     [("9/2021/TT-BTC", "repeals", "7/2016/TT-BTC")]),
    (f"Theo luật sư, khi {C} có hiệu lực, {B} còn hiệu lực.", []),
    (f"Hỏi: khi {C} có hiệu lực, nhiều nơi chưa biết {B} hết hiệu lực?", []),
    ("Đoàn kiểm tra của Ban Thường vụ Tỉnh ủy Quảng Trị làm việc với Huyện ủy Vĩnh Linh về việc "
     f"lãnh đạo, chỉ đạo thực hiện {A}.", []),
    (DECISION.format(f"Kể từ ngày đó, {B} không còn hiệu lực."),
     [("188/QĐ-UBND", "repeals", "7/2016/TT-BTC")]),
    (DECISION.format(f"Bãi bỏ khoản 4 Điều 6 của Quy định; đồng thời ngưng áp dụng {B} từ 2026."),
     [("188/QĐ-UBND", "stays", "7/2016/TT-BTC")]),
    (DECISION.format(f"Sở rà soát khoản 4 Điều 6 của Quy định; đồng thời ngưng áp dụng {B}."), []),
    # Whoever receives a letter and says what he thinks of it answers it.
    (LETTER.format(f"{ANSWERED} Sở có ý kiến như sau: đề nghị huyện thực hiện."),
     [("684/SNV-TCCC", "responds_to", "401/UBND-NV")]),
    (LETTER.format(f"{ANSWERED} Sở chuyển Sở Tài chính xem xét."), []),
    # A letter's answer has its bases behind the words that lead it in.
    (LETTER.format(f"Sở có ý kiến như sau:\n\nCăn cứ {A};\n\nviệc này do huyện làm."),
     [("684/SNV-TCCC", "based_on", "5/2015/NĐ-CP")]),
    (LETTER.format(f"Sở có ý kiến như sau: huyện căn cứ {A} để làm."), []),
    # What another document's subject rests on is no base of the text.
    (PLAN.format(f"Mức chi ổn định ngân sách căn cứ theo {A}, nay rà soát lại."), []),
    (PLAN.format(f"Căn cứ {A}, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:"),
     [("188/KH-UBND", "based_on", "5/2015/NĐ-CP")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_what_gives_way_and_what_a_letter_says(
    extractor: Extractor, text: str, found: list[tuple[str, str, str]]
) -> None:
    assert relations(extractor, text) == found


SIGNED = [
    ("Đi cùng là Hướng dẫn số 06-HD/TW, Ban Bí thư ký ngày 09/6/2025, thay cho bản cũ.",
     "2025-06-09"),
    ("Hướng dẫn số 06-HD/TW, Ban Tổ chức ban hành ngày 09/6/2025 Kế hoạch số 5-KH/BTCTW.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), SIGNED)
def test_the_day_on_which_a_body_signed(extractor: Extractor, text: str, day: str | None) -> None:
    mention = extractor.extract(text).mentions[0]
    assert (str(mention.date) if mention.date else None) == day

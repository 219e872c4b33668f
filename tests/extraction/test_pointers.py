"""What 'nghị định này' and 'Chỉ thị này' mean in a report: the document named last, or none."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.model.mentions import MentionKind

FAR = "Việc đi lại của người dân thuận lợi hơn. " * 7

SMALL = [
    ("Theo Nghị định số 71/2015/NĐ-CP thì khác. Điều 5 của nghị định này nói rõ.", "71/2015/NĐ-CP"),
    ("Công văn số 12/UBND-NC vừa gửi đi. Tại công văn này, tỉnh nêu rõ.", "12/UBND-NC"),
    ("Nghị quyết số 04/2016/NQ-HĐTP ra đời. " + FAR + "Để thực hiện nghị quyết này, tòa đã chuẩn bị.",
     "04/2016/NQ-HĐTP"),
    ("Ông nói: \"Theo Thông tư số 10/2016/TT-BTC thì được\". Khi soạn thông tư này, bộ đã hỏi dân.",
     "10/2016/TT-BTC"),
    ("Huyện ủy ra Chương trình hành động số 7-CTr/HU. Xã chưa thực hiện chương trình nói trên.",
     "7-CTr/HU"),
    ("Theo Nghị định số 71/2015/NĐ-CP thì khác. Điều 15 nghị định này nói rõ.", "71/2015/NĐ-CP"),
    # none is near, it is a rule or a discipline that is spoken of, or more than one
    ("Theo nghị định này thì khác.", None),
    ("Quy định số 15-QĐ/TU được ban hành. " + FAR + "Ông cho rằng quy định này là cần thiết.", None),
    ("Quyết định số 8/QĐ-UBND còn đó. " + FAR + "Ông không đồng ý với quyết định này.", None),
    ("Luật Đất đai năm 2013 đã rõ. Hình thức kỷ luật này quá nặng.", None),
    ("Quyết định số 8/QĐ-UBND và Quyết định số 9/QĐ-UBND. Hai quyết định này trái luật.", None),
    # one without a number stands between
    ("Quyết định số 8/QĐ-BYT nêu giá. Về quyết định xử phạt hành chính, công ty đã nộp tiền. Ngoài ra, "
     "quyết định trên cũng buộc trả lại tiền.", None),
    ("Thanh tra ra Quyết định số 8/QĐ-XPHC xử phạt hành chính. Nhận quyết định xử phạt, công ty khiếu nại. "
     "Nay quyết định trên được giữ nguyên.", "8/QĐ-XPHC"),
    # what amends another, or carries it out, is not it; what is amended is not spoken of next
    ("Sở nói Nghị quyết số 5/2016/NQ-HĐND đã rõ. Nay có Nghị quyết số 9/2019/NQ-HĐND nhằm cụ thể hóa "
     "nghị quyết này.", "5/2016/NQ-HĐND"),
    ("Nghị định số 24/2019/NĐ-CP của Chính phủ sửa đổi, bổ sung Nghị định số 19/2011/NĐ-CP vừa ra. Nghị "
     "định này cũng nói về con nuôi.", "24/2019/NĐ-CP"),
    ("Từ tháng 6, Quyết định số 22/2019/QĐ-UBND về việc sửa đổi, bổ sung một số điều của Quyết định số "
     "48/2018/QĐ-UBND có hiệu lực. Quyết định này cấm nghe nhạc.", "22/2019/QĐ-UBND"),
    ("Tỉnh đã ra Quyết định số 19/2013/QĐ-UBND, trong đó điều chỉnh khoản 3 Điều 2 Quyết định số "
     "8/2005/QĐ-UBND. Nếu theo quyết định này, dân phải nộp tiền.", "19/2013/QĐ-UBND"),
    ("Nghị định số 24/2019/NĐ-CP thay Nghị định số 19/2011/NĐ-CP từ tháng 4. Theo nghị định này, con nuôi "
     "được khai sinh.", "24/2019/NĐ-CP"),
    ("Bộ ra Công văn số 12/BXD-QLN trả lời Công văn số 8/SXD-VP. Tại công văn này, Bộ nêu hai cách.",
     "12/BXD-QLN"),
    ("Thông tư số 58/2020/TT-BCA sửa Thông tư số 15/2014/TT-BCA. Theo thông tư này, chủ xe nộp biển số.",
     "58/2020/TT-BCA"),
    ("Bộ sẽ thay Thông tư số 12/2017/TT-BTC. Ban soạn thảo thông tư này đã họp.", None),
    # the draft that amends a circular is not the circular
    ("Bộ sẽ sửa Thông tư số 12/2017/TT-BTC. Dự thảo thông tư này được gửi lấy ý kiến.", None),
]  # fmt: skip

LARGE = [
    # a law and the one that is to follow it
    ("Quốc hội thông qua Luật Giá (sửa đổi). Luật Giá vẫn được thi hành. Luật này có lợi.", None),
    # a programme of action is called a programme; one without a document is none
    ("Tỉnh ủy ra Chương trình hành động số 7-CTr/TU. Các huyện thực hiện Chương trình này.", "7-CTr/TU"),
    ("Đài phát sóng lúc 20 giờ. Chương trình này được nhiều người xem.", None),
    ("Nghị định số 16/2005/NĐ-CP còn hiệu lực. Nghị định này nói rõ.", "16/2005/NĐ-CP"),
    # what a title holds is not what was spoken of
    ("Tỉnh ra Quyết định số 7/2019/QĐ-UBND sửa đổi Quyết định số 4/2016/QĐ-UBND về giá đất. Quyết định "
     "này có hiệu lực từ tháng sau.", "7/2019/QĐ-UBND"),
    # a sentence out of a decree speaks of a decree that nobody named
    ("Nghị định này thay thế Nghị định số 16/2005/NĐ-CP. Quy định trái với Nghị định này bị bãi bỏ.",
     None),
    ("Bổ sung Phụ lục XI vào Thông tư số 30/2011/TT-BTC theo Phụ lục V ban hành kèm theo Thông tư này.",
     None),
    # one that has no number yet stands nearer
    ("Đã có Quy định số 55-QĐ/TW. Hội nghị bàn về Quy định về nêu gương. Quy định này rất cần.", None),
    ("Tỉnh có Quyết định số 8/QĐ-UBND. Sau đó tỉnh ra quyết định kỷ luật ông A. Quyết định này rất đúng.",
     None),
    # an article that tells of a directive means it rather than one that it cited in passing
    ("Tỉnh ủy vừa ban hành Chỉ thị số 31-CT/TU. Việc báo cáo theo Chỉ thị số 12-CT/TU. "
     "Nơi nào làm chậm thì nộp giải trình. Kinh phí của Chỉ thị này do tỉnh cấp.", "31-CT/TU"),
    # one sentence cites the rules of another and its own
    ("Cơ sở cấp phép theo quy định tại Thông tư số 14/2010/TT-BYT thì đổi giấy theo quy định tại Thông "
     "tư này.", None),
    ("Cơ sở cấp phép theo quy định tại Nghị định số 9/2008/NĐ-CP và Thông tư số 14/2010/TT-BYT thì đổi "
     "giấy trong 90 ngày kể từ ngày Thông tư này có hiệu lực.", None),
    ("Thông tư số 2/2005/TT-BYT ngày 22 tháng 6 năm 2005 của Bộ Y tế " + "hướng dẫn việc khám bệnh, chữa "
     "bệnh cho người già neo đơn, trẻ em mồ côi, người khuyết tật và các đối tượng khác " * 3 +
     "hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", None),
    # a page out of an official text, and one whose annex says of what it is
    ("Điều 8. Thủ tục\nHồ sơ lập theo Thông tư số 14/2010/TT-BYT.\n2. Thông tư này không áp dụng với chợ.",
     None),
    ("đ) Hồ sơ lập theo Thông tư số 14/2010/TT-BYT;\ne) Các hồ sơ khác của đơn vị.\nThông tư này nói rõ.",
     None),
    ("Hồ sơ lập theo Thông tư số 14/2010/TT-BYT. Thông tư này có hiệu lực ngay.\nPhụ lục I\n(Ban hành kèm "
     "theo Thông tư số 9/2024/TT-BYT ngày 3/4/2024)\nNhư Thông tư này.", "9/2024/TT-BYT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), SMALL + LARGE)
def test_a_pointer(extractor: Extractor, text: str, number: str | None) -> None:
    mentions = extractor.extract(text).mentions
    pointer = [m for m in mentions if m.kind is MentionKind.ANAPHOR][-1:]
    meant = [mentions[p.antecedent].number for p in pointer if p.antecedent is not None]
    assert [str(n) for n in meant] == ([number] if number else [])


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Văn bản hợp nhất không thay thế 04 Thông tư nêu trên.", False),
        ("Các Thông tư này vẫn còn hiệu lực.", False),
        ("Theo Điều 04 Thông tư này thì khác.", True),
    ],
)
def test_several_are_not_pointed_at(extractor: Extractor, text: str, one: bool) -> None:
    mentions = extractor.extract(f"Thông tư số 16/2005/TT-BTC đã rõ. {text}").mentions
    assert (mentions[-1].kind is MentionKind.ANAPHOR) is one


def test_one_in_small_letters_that_means_none_is_none(extractor: Extractor) -> None:
    for text, number in SMALL:
        kinds = [m.kind for m in extractor.extract(text).mentions]
        assert (MentionKind.ANAPHOR in kinds) == (number is not None), text


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Theo Quyết định trên, các hộ được hỗ trợ.", True),
        ("Quyết định trên có hiệu lực ngay.", True),
        ("Xã ra quyết định trên cơ sở đơn của dân.", False),
        ("Áp dụng quy định trên địa bàn tỉnh.", False),
    ],
)
def test_what_is_above_by_itself(extractor: Extractor, text: str, points: bool) -> None:
    before = "Quyết định số 12/QĐ-UBND và Quy định số 3-QĐ/TU đã có. "
    kinds = [mention.kind for mention in extractor.extract(before + text).mentions]
    assert (MentionKind.ANAPHOR in kinds) is points


@pytest.mark.parametrize(
    "text",
    [
        "Bãi bỏ các thông tư sau đây: 1. Thông tư số 1/2011/TT-BYT. Điều 2. Thông tư này có hiệu lực.",
        "Bãi bỏ toàn bộ Thông tư số 12/2013/TT-BYT. Thông tư này có hiệu lực từ ngày 15/11/2022.",
    ],
)
def test_a_text_that_ends_others_means_itself(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).mentions[-1].antecedent is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Luật Đất đai năm 2013 cấm việc đó. Quy định này nhằm bảo vệ rừng.", False),
        ("Ban Bí thư ra Quy định số 15-QĐ/TW. Quy định này nhằm bảo vệ rừng.", True),
        ("Quy định này thay thế Quy định số 15-QĐ/TW.", True),
    ],
)
def test_a_rule_is_a_document_where_the_text_names_one(
    extractor: Extractor, text: str, kept: bool
) -> None:
    kinds = [mention.kind for mention in extractor.extract(text).mentions]
    assert (MentionKind.ANAPHOR in kinds) is kept


def test_no_date_is_taken_from_the_next_paragraph(extractor: Extractor) -> None:
    text = "Ba năm thực hiện Nghị quyết 30a\n\nNgày 08/12/2011, huyện họp."
    (mention,) = extractor.extract(text).mentions
    assert mention.date is None
    assert text[mention.span.start : mention.span.end] == "Nghị quyết 30a"

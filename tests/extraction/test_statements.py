"""What texts say that documents do, and the traps in which they say nothing of the kind."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor

SAID = [
    ("Quy định số 399-QĐ/TW thay thế Quy định số 66-QĐ/TW.", [("399-QĐ/TW", "replaces", "66-QĐ/TW")]),
    ("Nghị định 110/2004/NĐ-CP được thay thế bởi Nghị định 30/2020/NĐ-CP.",
     [("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")]),
    ("Nghị định số 71/2017/NĐ-CP đã được sửa đổi, bổ sung tại Nghị định số 155/2020/NĐ-CP",
     [("155/2020/NĐ-CP", "amends", "71/2017/NĐ-CP")]),
    ("Kế hoạch số 65-KH/TU của Tỉnh ủy về thực hiện Chỉ thị số 39-CT/TW của Bộ Chính trị.",
     [("65-KH/TU", "implements", "39-CT/TW")]),
    ("Thông tư số 05/2021/TT-BTP hướng dẫn một số điều của Nghị định số 123/2013/NĐ-CP.",
     [("05/2021/TT-BTP", "guides", "123/2013/NĐ-CP")]),
    ("Kết luận số 01-KL/TW của Bộ Chính trị tiếp tục thực hiện Chỉ thị số 05-CT/TW.",
     [("01-KL/TW", "continues", "05-CT/TW")]),
    ("Tỉnh ủy Nghệ An sơ kết 5 năm thực hiện Chỉ thị số 05-CT/TW.",
     [("Tỉnh ủy Nghệ An", "reviews", "05-CT/TW")]),
    ("Luật số 31/2024/QH15 thể chế hóa Nghị quyết số 18-NQ/TW, thay thế Nghị định 94/2012/NĐ-CP.",
     [("31/2024/QH15", "institutionalises", "18-NQ/TW"), ("31/2024/QH15", "replaces", "94/2012/NĐ-CP")]),
    ("Nghị định số 102/2024/NĐ-CP thay thế Nghị định số 43/2014/NĐ-CP và bãi bỏ Điều 2 Nghị định số 01/2017/NĐ-CP.",
     [("102/2024/NĐ-CP", "replaces", "43/2014/NĐ-CP"), ("102/2024/NĐ-CP", "repeals", "01/2017/NĐ-CP")]),
    ("Nghị quyết số 52-NQ/TW của Bộ Chính trị “về cách mạng công nghiệp” được Chính phủ cụ thể hóa tại "
     "Nghị quyết số 50/NQ-CP và UBND tỉnh cụ thể hóa tại Kế hoạch số 25/KH-UBND.",
     [("50/NQ-CP", "implements", "52-NQ/TW"), ("25/KH-UBND", "implements", "52-NQ/TW")]),
    ("Căn cứ Quy định số 205-QĐ/TW về kiểm soát quyền lực, Tỉnh ủy Nghệ An ban hành Quy định số 10-QĐi/TU.",
     [("10-QĐi/TU", "based_on", "205-QĐ/TW")]),
    # a clause of time names a document, the main clause its actor
    ("Sau khi Nghị định số 15/2021/NĐ-CP ngày 03/3/2021 của Chính phủ có hiệu lực, Sở Xây dựng đã triển khai "
     "Kế hoạch số 12/KH-SXD.", [("Sở Xây dựng", "implements", "12/KH-SXD")]),
    ("Khi Luật Nhà ở số 27/2023/QH15 có hiệu lực, UBND xã thực hiện Quyết định số 45/2024/QĐ-UBND.",
     [("UBND xã", "implements", "45/2024/QĐ-UBND")]),
    ("Nghị định số 15/2021/NĐ-CP có hiệu lực từ ngày ký, thay thế Nghị định số 59/2015/NĐ-CP.",
     [("15/2021/NĐ-CP", "replaces", "59/2015/NĐ-CP")]),
    ("Sau khi có Nghị định số 15/2021/NĐ-CP, Sở Xây dựng triển khai Kế hoạch số 12/KH-SXD.",
     [("Sở Xây dựng", "implements", "12/KH-SXD")]),
    # what it is done by is no object
    ("Từ Nghị quyết số 66-NQ/TW của Bộ Chính trị, Quốc hội thể chế hóa tại Nghị quyết số 197/2025/QH15.", []),
    ("Nghị quyết số 19-NQ/TW được thể chế hóa trong Luật Nhà ở số 27/2023/QH15.",
     [("27/2023/QH15", "institutionalises", "19-NQ/TW")]),
    ("Nghị quyết số 59-NQ/TW đã được Chính phủ triển khai tại Nghị quyết số 153/NQ-CP và Quyết định số 20/QĐ-TTg.",
     [("153/NQ-CP", "implements", "59-NQ/TW"), ("20/QĐ-TTg", "implements", "59-NQ/TW")]),
    # unnamed documents detail what they detail, not the act that amends them
    ("Nghị định số 9/2022/NĐ-CP sửa đổi, bổ sung một số điều của các Nghị định quy định chi tiết Luật Giá số 16/2023/QH15.",
     []),
    ("Nghị định số 9/2022/NĐ-CP sửa đổi, bổ sung Nghị định số 8/2019/NĐ-CP quy định chi tiết Luật Giá số 11/2012/QH13.",
     [("9/2022/NĐ-CP", "amends", "8/2019/NĐ-CP"), ("8/2019/NĐ-CP", "details", "11/2012/QH13")]),
    ("Thông báo số 7-TB/TU kết luận phiên họp về tổng kết Nghị quyết số 18-NQ/TW.", []),
    ("Kế hoạch số 24/KH-BGTVT về thi tuyển cũng sẽ hết hiệu lực từ ngày Quyết định số 9/2022/QĐ-TTg có hiệu lực.",
     [("9/2022/QĐ-TTg", "repeals", "24/KH-BGTVT")]),
    # what stands between a document and what it does
    ("Nghị định số 15/2021/NĐ-CP ban hành ngày 3/3/2021, thay thế Nghị định số 59/2015/NĐ-CP.",
     [("15/2021/NĐ-CP", "replaces", "59/2015/NĐ-CP")]),
    ("Nghị định số 15/2021/NĐ-CP có hiệu lực từ hôm nay. Nghị định ban hành ngày 3/3, thay thế Nghị định số "
     "59/2015/NĐ-CP.", [("15/2021/NĐ-CP", "replaces", "59/2015/NĐ-CP")]),
    ("Theo Nghị định số 15/2021/NĐ-CP – nghị định thay thế Nghị định số 59/2015/NĐ-CP – chủ đầu tư phải báo cáo.",
     [("15/2021/NĐ-CP", "replaces", "59/2015/NĐ-CP")]),
    ("Nghị định số 15/2021/NĐ-CP - Thay thế Nghị định số 59/2015/NĐ-CP", []),
    # parts of what is changed
    ("Nghị định số 15/2021/NĐ-CP thay thế các quy định về giấy phép tại Nghị định số 59/2015/NĐ-CP.",
     [("15/2021/NĐ-CP", "replaces", "59/2015/NĐ-CP")]),
    ("Sở Xây dựng thực hiện các quy định về giấy phép tại Nghị định số 59/2015/NĐ-CP.", []),
    ("Nghị định số 59/2015/NĐ-CP được sửa đổi một số nội dung bởi Nghị định số 42/2017/NĐ-CP.",
     [("42/2017/NĐ-CP", "amends", "59/2015/NĐ-CP")]),
    ("Nghị định số 59/2015/NĐ-CP hết hiệu lực từ 3/3/2021 (kể cả phần được sửa đổi bởi Nghị định số 42/2017/NĐ-CP).",
     [("42/2017/NĐ-CP", "amends", "59/2015/NĐ-CP")]),
    # rows of a table
    ("Nghị định số 59/2015/NĐ-CP về dự án - Khoản 2 Điều 4 - Được sửa đổi bởi Nghị định số 42/2017/NĐ-CP",
     [("42/2017/NĐ-CP", "amends", "59/2015/NĐ-CP")]),
    ("Nghị định số 59/2015/NĐ-CP về dự án – Bị bãi bỏ bởi Nghị định số 15/2021/NĐ-CP",
     [("15/2021/NĐ-CP", "repeals", "59/2015/NĐ-CP")]),
    # 'luật này' is not the law that amends it, and a decree's law none that came after it
    ("Luật Nhà ở số 65/2014/QH13 thay thế Luật Nhà ở số 56/2005/QH11 và Luật số 34/2009/QH12 sửa đổi, bổ sung luật này.",
     [("65/2014/QH13", "replaces", "56/2005/QH11"), ("65/2014/QH13", "replaces", "34/2009/QH12"),
      ("34/2009/QH12", "amends", "56/2005/QH11")]),
    ("Nay có Luật Nhà ở số 65/2014/QH13. Trước đây có Luật Nhà ở số 56/2005/QH11 và Nghị định số 71/2010/NĐ-CP "
     "hướng dẫn Luật Nhà ở.", [("71/2010/NĐ-CP", "guides", "56/2005/QH11")]),
    # a title ends where it is said what the document does
    ("Quy định số 41-QĐ/TW về việc miễn nhiệm, từ chức đối với cán bộ thay thế Quy định số 260-QĐ/TW.",
     [("41-QĐ/TW", "replaces", "260-QĐ/TW")]),
]  # fmt: skip

DECREE = """CHÍNH PHỦ
_______
Số: 30/2020/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 05 tháng 3 năm 2020

NGHỊ ĐỊNH
Về công tác văn thư

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Căn cứ Luật Lưu trữ số 01/2011/QH13;
Theo đề nghị của Bộ trưởng Bộ Nội vụ;
Điều 1. Phạm vi
1. Việc lưu trữ thực hiện theo quy định tại Điều 9 Luật Lưu trữ số 01/2011/QH13.
Điều 2. Sửa đổi khoản 1 Điều 3 Nghị định số 99/2016/NĐ-CP như sau:
“1. Con dấu thực hiện Nghị định số 58/2001/NĐ-CP của Chính phủ.”
Điều 3. Hiệu lực
1. Nghị định này có hiệu lực thi hành kể từ ngày 05 tháng 3 năm 2020 và thay thế Nghị định số 110/2004/NĐ-CP.
2. Thông tư số 01/2011/TT-BNV hết hiệu lực kể từ ngày Nghị định này có hiệu lực.
"""


Said = list[tuple[str, str, str]]


def read(extractor: Extractor, text: str) -> Said:
    extraction = extractor.extract(text)

    def named(index: int) -> str:
        mention = extraction.mentions[index]
        while mention.antecedent is not None and not (mention.number and mention.number.symbol):
            mention = extraction.mentions[mention.antecedent]
        return str(mention.number or mention.name)

    return [
        (named(s.subject) if s.subject is not None else s.subject_body or "", s.relation.value,
         named(s.object))
        for s in extraction.statements
    ]  # fmt: skip


def deeds(extractor: Extractor, text: str) -> Said:
    """Return what is said but for citing."""
    return [one for one in read(extractor, text) if one[1] != "cites"]


LISTED = [
    (  # a title with all that it names stands between two căn cứ
        "Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 quy định chi tiết một số điều của Luật Nhà ở; "
        "Nghị định số 154/2020/NĐ-CP ngày 31/12/2020;",
        [("01/2026/TT-BTC", "based_on", "34/2016/NĐ-CP"), ("34/2016/NĐ-CP", "details", "Luật Nhà ở"),
         ("01/2026/TT-BTC", "based_on", "154/2020/NĐ-CP")],
    ),
    (
        "Căn cứ Nghị định số 78/2025/NĐ-CP quy định chi tiết một số điều và biện pháp để tổ chức, "
        "hướng dẫn thi hành Luật Nhà ở;",
        [("01/2026/TT-BTC", "based_on", "78/2025/NĐ-CP"), ("78/2025/NĐ-CP", "details", "Luật Nhà ở")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "said"), LISTED)
def test_lists_go_on_behind_titles(
    extractor: Extractor, basis: str, said: list[tuple[str, str, str]]
) -> None:
    head = "BỘ TÀI CHÍNH\nSố: 01/2026/TT-BTC\nHà Nội, ngày 5 tháng 1 năm 2026\nTHÔNG TƯ\nVề phí\n"
    assert read(extractor, head + basis + "\nĐiều 1. Phí.\n") == said


CLAUSES = [
    ("Điều 9. Thông tư này có hiệu lực từ ngày 1 tháng 3 năm 2026. Hướng dẫn tại mục 2 Thông tư số 5/2013/TT-BTC "
     "hết hiệu lực.", [("01/2026/TT-BTC", "repeals", "5/2013/TT-BTC")]),
    ("Điều 9. Phí thu theo khung. Thông tư số 5/2013/TT-BTC hết hiệu lực.", []),
    ("Điều 2. Bãi bỏ một phần: Bãi bỏ Điều 7 Thông tư số 5/2013/TT-BTC.",
     [("01/2026/TT-BTC", "repeals", "5/2013/TT-BTC")]),
    ("Điều 2. Cục Thuế: Bãi bỏ Thông tư số 5/2013/TT-BTC.", []),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "said"), CLAUSES)
def test_clauses_of_an_official_text(
    extractor: Extractor, clause: str, said: list[tuple[str, str, str]]
) -> None:
    head = "BỘ TÀI CHÍNH\nSố: 01/2026/TT-BTC\nHà Nội, ngày 5 tháng 1 năm 2026\nTHÔNG TƯ\nVề phí\n"
    assert deeds(extractor, f"{head}Điều 1. Phí.\n{clause}\n") == said


def test_what_came_of_a_document_is_no_basis_of_a_report(extractor: Extractor) -> None:
    text = (
        "HUYỆN ỦY NAM ĐÀN\nSố 21-BC/HU\nNam Đàn, ngày 6 tháng 5 năm 2019\nBÁO CÁO\nvề công tác dân vận\n\n"
        "Sau khi tiếp thu Kế hoạch số 32-KH/TU, ngày 29-7-2016 của Tỉnh ủy, Ban Thường vụ Huyện ủy đã ban hành "
        "Kế hoạch số 27-KH/HU, ngày 25-8-2016.\n"
    )
    assert read(extractor, text) == [("27-KH/HU", "based_on", "32-KH/TU")]


def test_a_task_of_a_plan_is_not_the_plan_s_own_deed(extractor: Extractor) -> None:
    head = "UBND TỈNH LÀO CAI\nSố: 21/KH-UBND\nLào Cai, ngày 5 tháng 6 năm 2025\nKẾ HOẠCH\nVề kinh tế tư nhân\n\n"
    text = head + "1. Cụ thể hóa Nghị quyết 68 thành các nhiệm vụ.\n"
    assert deeds(extractor, text) == []


FAR_OBJECTS = [
    (
        "Nghị định số 72/2026/NĐ-CP sửa đổi mức thuế tại Biểu thuế ban hành kèm theo Nghị định số "
        "26/2023/NĐ-CP ngày 31/5/2023.",
        [("72/2026/NĐ-CP", "amends", "26/2023/NĐ-CP")],
    ),
    (
        "Quyết định số 12/2017/QĐ-TTg sửa đổi, bổ sung Quy hoạch kho ban hành kèm theo Quyết định "
        "số 71/2013/QĐ-TTg.",
        [("12/2017/QĐ-TTg", "amends", "71/2013/QĐ-TTg")],
    ),
    (
        "Thông tư số 8/2026/TT-BTC sửa đổi Thông tư số 96/2020/TT-BTC được sửa đổi bởi Thông tư số "
        "68/2024/TT-BTC, Thông tư số 12/2020/TT-BTC được sửa đổi bởi Thông tư số 68/2024/TT-BTC.",
        [("8/2026/TT-BTC", "amends", "96/2020/TT-BTC"), ("68/2024/TT-BTC", "amends", "96/2020/TT-BTC"),
         ("8/2026/TT-BTC", "amends", "12/2020/TT-BTC"), ("68/2024/TT-BTC", "amends", "12/2020/TT-BTC")],
    ),
    (  # of two documents in a title the nearer acts
        "Thông tư số 33/2013/TT-BYT hướng dẫn thực hiện Quyết định số 14/2012/QĐ-TTg sửa đổi, bổ sung "
        "một số điều của Quyết định số 139/2002/QĐ-TTg.",
        [("33/2013/TT-BYT", "guides", "14/2012/QĐ-TTg"),
         ("14/2012/QĐ-TTg", "amends", "139/2002/QĐ-TTg")],
    ),
    (  # whose list 'Thông tư C' is in cannot be told
        "Thông tư số 5/2024/TT-BTC bãi bỏ Thông tư số 34/2018/TT-BTC quy định sửa đổi Thông tư số "
        "42/2015/TT-BTC về kho, Thông tư số 43/2015/TT-BTC.",
        [("5/2024/TT-BTC", "repeals", "34/2018/TT-BTC"), ("34/2018/TT-BTC", "amends", "42/2015/TT-BTC")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), FAR_OBJECTS)
def test_titles_whose_verb_is_far(
    extractor: Extractor, text: str, said: list[tuple[str, str, str]]
) -> None:
    assert read(extractor, text) == said


@pytest.mark.parametrize(("text", "said"), SAID)
def test_statements(extractor: Extractor, text: str, said: list[tuple[str, str, str]]) -> None:
    assert read(extractor, text) == said


def test_an_official_text_acts(extractor: Extractor) -> None:
    own = "30/2020/NĐ-CP"
    assert read(extractor, DECREE) == [
        (own, "based_on", "Luật Tổ chức Chính phủ"),
        (own, "based_on", "01/2011/QH13"),
        (own, "cites", "01/2011/QH13"),
        (own, "amends", "99/2016/NĐ-CP"),
        (own, "replaces", "110/2004/NĐ-CP"),
        (own, "repeals", "01/2011/TT-BNV"),
    ]


TRAPS = [
    "UBND tỉnh thay thế Phó Chủ tịch theo Nghị định số 08/2016/NĐ-CP.",
    "Chỉ thị số 05-CT/TW và Nghị quyết số 19-NQ/TW đều quan trọng.",
    "Quy định số 66-QĐ/TW ngày 6/2/2017 thay thế Quy định số 399-QĐ/TW ngày 10/1/2025.",
    "Việc này được UBND tỉnh cụ thể hóa tại Kế hoạch số 25/KH-UBND.",
    "Căn cứ Quy định số 205-QĐ/TW, Tỉnh ủy xem xét kỷ luật hai cán bộ.",
    "Bãi bỏ Nghị định số 08/2016/NĐ-CP là đề nghị của nhiều người.",
    # What was named last is the centre's: it replaces no directive of a province.
    "Nhờ Chỉ thị 05-CT/TW, kết quả tốt. Chỉ thị này thay thế Chỉ thị số 12-CT/TU.",
    # Nor does a text's own pointer act on what is younger.
    "Theo Chỉ thị số 05-CT/TW ngày 15/5/2016, Chỉ thị này thay thế Chỉ thị số 45-CT/TW ngày 14/4/2025.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_traps_say_nothing(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == []


def test_every_statement_has_its_sentence(extractor: Extractor) -> None:
    for said in extractor.extract(DECREE).statements:
        assert said.cue.of(DECREE)
        assert said.sentence.contains(said.cue)


def test_a_law_does_not_lapse_by_itself(extractor: Extractor) -> None:
    text = (
        "Quốc hội thông qua Luật Giáo dục số 43/2019/QH14. Luật Giáo dục số 38/2005/QH11 và Luật "
        "Giáo dục số 44/2009/QH12 hết hiệu lực kể từ ngày Luật này có hiệu lực. Luật này gồm 115 điều."
    )
    mentions = extractor.extract(text).mentions
    assert [m.antecedent for m in mentions if m.surface == "Luật này"] == [0, 0]

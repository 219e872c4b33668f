"""Texts that are official documents: what they say of themselves and of others."""

from __future__ import annotations

from graph.extraction import Extractor
from graph.model.mentions import MentionKind
from tests.extraction.test_statements import read

PLAN = """TỈNH ỦY SÓC TRĂNG                                   ĐẢNG CỘNG SẢN VIỆT NAM
        *
   Số 65-KH/TU                          Sóc Trăng, ngày 06 tháng 01 năm 2015

KẾ HOẠCH
thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị
về bảo vệ chính trị nội bộ
-----
Thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị; Hướng dẫn số 31-HD/BTCTW, ngày \
30/10/2014 của Ban Tổ chức Trung ương, Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:
I. MỤC ĐÍCH
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Nguyễn Văn An
"""

REGULATION = """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 399-QĐ/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 09 tháng 01 năm 2026

QUY ĐỊNH
về thể loại văn bản của Đảng

- Căn cứ Điều lệ Đảng;
- Căn cứ Quy định số 252-QĐ/TW, ngày 13/02/2025 của Ban Bí thư,
Ban Bí thư quy định như sau:
Điều 1. Phạm vi
Quy định này thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư và có hiệu lực kể từ ngày ký.
T/M BAN BÍ THƯ
"""

CONSOLIDATED = """CÔNG BÁO/Số 130/Ngày 28-02-2026
THÔNG TƯ1
Quy định về mẫu hợp đồng
Thông tư số 16/2018/TT-BLĐTBXH ngày 15 tháng 8 năm 2018 của Bộ Lao động quy định về mẫu hợp đồng, \
được sửa đổi, bổ sung bởi:
1. Thông tư số 12/2024/TT-BLĐTBXH ngày 14 tháng 11 năm 2024 sửa đổi Thông tư số 16/2018/TT-BLĐTBXH, \
có hiệu lực kể từ ngày 01 tháng 01 năm 2025;
2. Thông tư số 05/2025/TT-BNV ngày 01 tháng 3 năm 2025, có hiệu lực kể từ ngày 01 tháng 5 năm 2025.
Căn cứ Luật Việc làm số 38/2013/QH13;
Điều 1. Thông tư này quy định mẫu hợp đồng.
1 Thông tư số 12/2024/TT-BLĐTBXH sửa đổi Thông tư số 16/2018/TT-BLĐTBXH có căn cứ ban hành như sau:
“Căn cứ Nghị định số 62/2022/NĐ-CP;
Bộ trưởng ban hành Thông tư.”
Số: 465/VBHN-BLĐTBXH
Hà Nội, ngày 14 tháng 02 năm 2025
"""

REPEALING = """BỘ TÀI CHÍNH
Số: 33/2026/TT-BTC
Hà Nội, ngày 30 tháng 3 năm 2026
THÔNG TƯ
Quy định chế độ tài chính
Căn cứ Luật Kế toán số 88/2015/QH13;
Điều 1. Nội dung
Điều 9. Hiệu lực
1. Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2026.
2. Các văn bản sau đây hết hiệu lực thi hành kể từ ngày Thông tư này có hiệu lực:
a) Thông tư số 312/2016/TT-BTC ngày 24 tháng 11 năm 2016;
b) Thông tư số 20/2018/TT-BTC ngày 12 tháng 2 năm 2018.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG

Trần Quốc Anh
"""


def test_a_plan_in_two_columns(extractor: Extractor) -> None:
    own = extractor.extract(PLAN).mentions[0]
    assert (own.kind, str(own.number), own.type) == (MentionKind.SELF, "65-KH/TU", "ke-hoach")
    assert str(own.date) == "2015-01-06"
    assert own.issuer == "BAN THƯỜNG VỤ TỈNH ỦY SÓC TRĂNG"
    assert (own.title or "").startswith("thực hiện Chỉ thị số 39-CT/TW")
    assert (own.signer, own.capacity) == ("Nguyễn Văn An", "T/M BAN THƯỜNG VỤ; PHÓ BÍ THƯ")
    assert set(read(extractor, PLAN)) == {
        ("65-KH/TU", "implements", "39-CT/TW"),
        ("65-KH/TU", "implements", "31-HD/BTCTW"),
    }


def test_a_committees_paper_is_issued_by_whom_it_is_signed_for(extractor: Extractor) -> None:
    own = extractor.extract(REGULATION).mentions[0]
    assert own.issuer == "BAN BÍ THƯ"
    assert own.effective == own.date
    assert read(extractor, REGULATION) == [
        ("399-QĐ/TW", "based_on", "Điều lệ Đảng"),
        ("399-QĐ/TW", "based_on", "252-QĐ/TW"),
        ("399-QĐ/TW", "replaces", "66-QĐ/TW"),
    ]


def test_a_consolidated_text_speaks_for_what_it_consolidates(extractor: Extractor) -> None:
    said = set(read(extractor, CONSOLIDATED))
    base, first, second = "16/2018/TT-BLĐTBXH", "12/2024/TT-BLĐTBXH", "05/2025/TT-BNV"
    assert {
        ("465/VBHN-BLĐTBXH", "consolidates", base),
        (first, "amends", base),
        (second, "amends", base),
        (base, "based_on", "38/2013/QH13"),
        (first, "based_on", "62/2022/NĐ-CP"),
    } <= said
    this = [m for m in extractor.extract(CONSOLIDATED).mentions if m.kind is MentionKind.ANAPHOR]
    assert len(this) == 1
    mentions = extractor.extract(CONSOLIDATED).mentions
    assert str(mentions[this[0].antecedent or 0].number) == base


BASIS = """1 Thông tư số 12/2024/TT-BLĐTBXH sửa đổi Thông tư số 16/2018/TT-BLĐTBXH có căn cứ ban hành như sau:
{opens}Căn cứ Luật Thú y số 79/2015/QH13 được sửa đổi, bổ sung bởi Luật số 35/2018/QH14;
Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giáo dục ngày 25 tháng 11 năm 2009;
Theo đề nghị của Vụ trưởng.{closes}
"""
AMENDED = """Thông tư số 16/2018/TT-BLĐTBXH ngày 15 tháng 8 năm 2018, được sửa đổi, bổ sung bởi:
Thông tư số 12/2024/TT-BLĐTBXH ngày 14 tháng 11 năm 2024.
"""


def test_a_footnote_s_basis(extractor: Extractor) -> None:
    for marks in (("“", "”"), ("", "")):
        said = set(read(extractor, AMENDED + BASIS.format(opens=marks[0], closes=marks[1])))
        assert {
            ("12/2024/TT-BLĐTBXH", "based_on", "79/2015/QH13"),
            ("35/2018/QH14", "amends", "79/2015/QH13"),
        } <= said, marks
        amending = "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục"
        assert (amending, "amends", "Luật Giáo dục") in said, marks


def test_a_footnote_that_began_a_page_before_names_no_subject(extractor: Extractor) -> None:
    cut = "2020 của Bộ Tài chính và Thông tư số 6/2022/TT-BTC có căn cứ ban hành như sau:\n"
    said = read(extractor, f"{AMENDED}{cut}“Căn cứ Luật Thú y số 79/2015/QH13;\nTheo đề nghị.”")
    assert [one for one in said if one[1] == "based_on"] == []


def test_the_text_goes_on_below_a_footnote_that_the_page_ends(extractor: Extractor) -> None:
    cut = BASIS.format(opens="“", closes="\nĐiều 1. Thông tư này nói rõ.\nTheo đề nghị.”")
    mentions = extractor.extract(AMENDED + cut).mentions
    this = next(m for m in mentions if m.kind is MentionKind.ANAPHOR)
    assert str(mentions[this.antecedent or 0].number) == "16/2018/TT-BLĐTBXH"


def test_a_footnote_tells_an_amender_s_own_articles(extractor: Extractor) -> None:
    note = """Căn cứ Luật Thú y số 79/2015/QH13;
Thực hiện Quyết định số 17/QĐ-TTg ngày 4 tháng 10 năm 2017;
Điều 1. Quy định chung
1 Điều 2 của Thông tư số 12/2024/TT-BLĐTBXH, có hiệu lực kể từ ngày 05 tháng 9 năm 2024, quy định như sau:
“Điều 2. Hiệu lực “thi hành”
Thông tư này có hiệu lực thi hành từ ngày 05 tháng 9 năm 2024.”
"""
    mentions = extractor.extract(AMENDED + note).mentions
    this = [m for m in mentions if m.kind is MentionKind.ANAPHOR][-1]
    assert str(mentions[this.antecedent or 0].number) == "12/2024/TT-BLĐTBXH"
    assert ("16/2018/TT-BLĐTBXH", "implements", "17/QĐ-TTg") in read(extractor, AMENDED + note)


def test_the_end_of_a_consolidated_text_does_not_say_of_what_it_is(extractor: Extractor) -> None:
    end = """chịu trách nhiệm thi hành Thông tư này./.
Số: 465/VBHN-BLĐTBXH
XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 14 tháng 02 năm 2025
36 Điều này được bổ sung theo quy định tại Thông tư số 12/2024/TT-BLĐTBXH.
"""
    assert read(extractor, end) == []
    assert all(m.antecedent is None for m in extractor.extract(end).mentions)


def test_a_list_of_what_lapses(extractor: Extractor) -> None:
    own = extractor.extract(REPEALING).mentions[0]
    assert str(own.effective) == "2026-05-01"
    assert (own.signer, own.capacity) == ("Trần Quốc Anh", "KT. BỘ TRƯỞNG; THỨ TRƯỞNG")
    assert read(extractor, REPEALING) == [
        ("33/2026/TT-BTC", "based_on", "88/2015/QH13"),
        ("33/2026/TT-BTC", "repeals", "312/2016/TT-BTC"),
        ("33/2026/TT-BTC", "repeals", "20/2018/TT-BTC"),
    ]


def test_this_in_quoted_new_wording_is_what_gets_the_wording(extractor: Extractor) -> None:
    text = (
        "Số: 51/2024/QH15\nLUẬT\nSỬA ĐỔI LUẬT BẢO HIỂM Y TẾ\nĐiều 1. Sửa đổi, bổ sung một số điều "
        "của Luật Bảo hiểm y tế số 25/2008/QH12 như sau:\n“Điều 5. Luật này quy định.”\n"
        "Điều 2. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2025."
    )
    mentions = extractor.extract(text).mentions
    this = [m for m in mentions if m.kind is MentionKind.ANAPHOR]
    assert [str(mentions[m.antecedent].number) for m in this if m.antecedent is not None] == [
        "25/2008/QH12",
        "51/2024/QH15",
    ]


AMENDING = """CHÍNH PHỦ
Số: 136/2026/NĐ-CP
Hà Nội, ngày 07 tháng 4 năm 2026
NGHỊ ĐỊNH
Sửa đổi một số điều của Nghị định số 100/2024/NĐ-CP
Căn cứ Luật Nhà ở số 27/2023/QH15;
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 100/2024/NĐ-CP ngày 26 tháng 7 năm 2024
1. Sửa đổi, bổ sung khoản 1 và khoản 2 Điều 30 như sau:
“1. Sửa đổi khoản 9 Điều 99 như sau: theo Nghị định số 1/2020/NĐ-CP.”
2. Bãi bỏ điểm c khoản 3 Điều 67.
Điều 2. Nghị định này có hiệu lực từ ngày ký.
"""


def test_an_amending_text_names_the_parts_that_it_changes(extractor: Extractor) -> None:
    extraction = extractor.extract(AMENDING)
    parts = [
        (said.relation.value, str(extraction.mentions[said.object].number), said.to_subdivisions)
        for said in extraction.statements
        if said.rule == "article"
    ]
    assert parts == [
        ("amends", "100/2024/NĐ-CP", ("Điều 30, khoản 1", "Điều 30, khoản 2")),
        ("repeals", "100/2024/NĐ-CP", ("Điều 67, khoản 3, điểm c",)),
    ]


AMENDING_LAW = """QUỐC HỘI
Luật số: 51/2031/QH17

LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT BẢO HIỂM Y TẾ

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 25/2008/QH12.
"""


def test_an_amending_law_names_itself(extractor: Extractor) -> None:
    mentions = extractor.extract(AMENDING_LAW).mentions
    named = [m for m in mentions if (m.name or "").lower().startswith("luật sửa đổi")]
    assert [m.antecedent for m in named] == [0, 0]


PRINTED = """
12
CÔNG BÁO/Số 130/Ngày 28-02-2026
THÔNG TƯ
Về kho dự trữ
Số: 8/2026/TT-BTC
Căn cứ Luật Dự trữ
Ký bởi: CÔNG BÁO
Cơ quan: VĂN PHÒNG CHÍNH PHỦ
Ngày ký: 2026-02-28 08:00:00 +07:00


CÔNG BÁO/Số 130/Ngày 28-02-2026
13


quốc gia số 22/2012/QH13; Nghị định số
14      CÔNG BÁO/Số 130/Ngày 28-02-2026

94/2013/NĐ-CP;
Điều 1. Kho
"""


def test_pages_end_in_the_midst_of_references(extractor: Extractor) -> None:
    mentions = extractor.extract(PRINTED).mentions
    assert [str(m.number) for m in mentions[1:]] == ["22/2012/QH13", "94/2013/NĐ-CP"]
    assert mentions[1].name == "Luật Dự trữ quốc gia"
    assert mentions[1].surface.startswith("Luật Dự trữ\nKý bởi")
    assert mentions[2].surface.startswith("Nghị định số\n14      CÔNG BÁO")
    number = mentions[2].number_span
    assert number is not None
    assert number.of(PRINTED) == "94/2013/NĐ-CP"


ANNEX = """QUY CHẾ
làm việc của Ban Thường vụ Tỉnh ủy
(Ban hành kèm theo Quyết định số 12-QĐ/TU ngày 03/4/2021 của Ban Thường vụ Tỉnh ủy Sóc Trăng)
-----
Chương I
Điều 1. Quy chế này nói về cách làm việc.
"""


def test_an_annex_by_itself_is_part_of_what_it_came_with(extractor: Extractor) -> None:
    own = extractor.extract(ANNEX).mentions[0]
    assert (own.kind, own.type, own.antecedent) == (MentionKind.SELF, "quy-che", None)
    assert own.title == "làm việc của Ban Thường vụ Tỉnh ủy"
    name = "QUY CHẾ" if own.name is None else own.name
    assert name == "Quy chế làm việc của Ban Thường vụ Tỉnh ủy"
    kinds = [(s.relation.value, s.subject) for s in extractor.extract(ANNEX).statements]
    assert kinds == [("part_of", 0)]


def test_what_cannot_be_parted_from_another_is_part_of_it(extractor: Extractor) -> None:
    text = (
        "BỘ TÀI CHÍNH\nSố: 24/QĐ-BTC\nHà Nội, ngày 17 tháng 10 năm 2024\nQUYẾT ĐỊNH\nVề kho\n\n"
        "Điều 1. Kho.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký và là bộ phận không thể tách "
        "rời của Thông tư số 15/2024/TT-BTC. Mẫu phiếu ban hành kèm theo Thông tư số 7/2020/TT-BTC."
    )
    said = [(kind, target) for _, kind, target in read(extractor, text)]
    assert said == [("part_of", "15/2024/TT-BTC"), ("cites", "7/2020/TT-BTC")]


HEADED = """BỘ TÀI CHÍNH
Số: 5/2026/TT-BTC
Hà Nội, ngày 07 tháng 4 năm 2026
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 12/2015/TT-BTC
Căn cứ Luật Kế toán số 88/2015/QH13;
Điều 1. Sửa đổi, bổ sung một số khoản của Điều 7 Thông tư số 12/2015/TT-BTC
1. Sửa đổi, bổ sung điểm c khoản 2 như sau:
“c) Kho.”
2. Bổ sung khoản 3a vào sau khoản 3 như sau:
“3a. Kho.”
Điều 2. Sửa đổi, bổ sung một số điều khác
1. Sửa đổi, bổ sung Điều 9 như sau:
a) Sửa đổi khoản 1 như sau:
“1. Kho.”
b) Bãi bỏ khoản 4.
2. Bãi bỏ khoản 5 Điều 11.
"""


def test_clauses_stand_under_the_article_that_their_head_names(extractor: Extractor) -> None:
    parts = [s.to_subdivisions for s in extractor.extract(HEADED).statements if s.rule == "article"]
    assert parts == [
        ("Điều 7, khoản 2, điểm c",),
        ("Điều 7, khoản 3a",),
        ("Điều 9",),
        ("Điều 9, khoản 1",),
        ("Điều 9, khoản 4",),
        ("Điều 11, khoản 5",),
    ]


def test_titles_end_with_the_rule_the_base_or_the_first_words(extractor: Extractor) -> None:
    head = "BỘ TÀI CHÍNH\nSố: 5/2026/TT-BTC\nHà Nội, ngày 07 tháng 4 năm 2026\nTHÔNG TƯ\n"
    for lines, title in (
        ("Về kho\n–––––\nBỘ TRƯỞNG", "Về kho"),
        ("Quy định việc\nthực hiện mở kho\nCăn cứ Luật X", "Quy định việc thực hiện mở kho"),
        ("Về kho\nThực hiện Luật Kế toán", "Về kho"),
    ):
        assert extractor.extract(f"{head}{lines}").mentions[0].title == title
    text = CONSOLIDATED.replace(
        "Quy định về mẫu hợp đồng\n", "Hướng dẫn Nghị định số 9/2013/NĐ-CP\n"
    )
    assert extractor.extract(text).mentions[0].title == "Hướng dẫn Nghị định số 9/2013/NĐ-CP"

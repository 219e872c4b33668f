"""Laws and Party documents by name, known to the registry or not."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor

NAMES = [
    ("theo Luật Đất đai năm 2024 và các văn bản", "Luật Đất đai năm 2024", "Luật Đất đai"),
    ("Căn cứ Luật Thi đua , khen thưởng ngày 26 tháng 11 năm 2003;",
     "Luật Thi đua , khen thưởng ngày 26 tháng 11 năm 2003", "Luật Thi đua, khen thưởng"),
    ("Điều 498 Bộ luật Dân sự 2015 quy định", "Bộ luật Dân sự 2015", "Bộ luật Dân sự"),
    ("quy định của Luật Xuất khẩu nắng gió năm 2031 về", "Luật Xuất khẩu nắng gió năm 2031",
     "Luật Xuất khẩu nắng gió"),
    ("theo Pháp lệnh Xử lý vi phạm hành chính thì", "Pháp lệnh Xử lý vi phạm hành chính",
     "Pháp lệnh Xử lý vi phạm hành chính"),
    ("Căn cứ Hiến pháp năm 2013;", "Hiến pháp năm 2013", "Hiến pháp"),
    ("học tập Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng và",
     "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng"),
    ("theo Nghị quyết Trung ương 4 khóa XII về", "Nghị quyết Trung ương 4 khóa XII",
     "Nghị quyết Trung ương 4 khóa XII"),
    ("thi hành Điều lệ Đảng theo", "Điều lệ Đảng", "Điều lệ Đảng"),
    ("trong các chế độ quản lý, pháp lệnh Ngân hàng Nhà nước, và", "pháp lệnh Ngân hàng Nhà nước",
     "Pháp lệnh Ngân hàng Nhà nước"),
    ("Tài nguyên và môi trường\nLuật Đất đai năm 2013 có hiệu lực", "Luật Đất đai năm 2013", "Luật Đất đai"),
    ("đã vi phạm nghiêm trọng luật Tố cáo năm 2018 được", "luật Tố cáo năm 2018", "Luật Tố cáo"),
    ("theo luật đất đai năm 2013 thì", "luật đất đai năm 2013", "Luật Đất đai"),
    ("theo Luật Các tổ chức tín dung và", "Luật Các tổ chức tín dung", "Luật Các tổ chức tín dụng"),
    ("tại Luật Ngân sách Nhà nuớc;", "Luật Ngân sách Nhà nuớc", "Luật Ngân sách nhà nước"),
    # an article before it makes a field of law in small letters a law
    ("vi phạm điều 58 luật đất đai khi bán", "luật đất đai", "Luật Đất đai"),
    ("nghị định hướng dẫn thi hành luật nhà ở và", "luật nhà ở", "Luật Nhà ở"),
    ("theo Luật Nhà ở sửa đổi có hiệu lực", "Luật Nhà ở", "Luật Nhà ở (sửa đổi)"),
    ("khi Luật Nhà ở sửa đổi chưa được bàn", "Luật Nhà ở", "Luật Nhà ở (sửa đổi)"),
    ("theo Luật Nhà ở sửa đổi năm 2018 thì", "Luật Nhà ở sửa đổi năm 2018", "Luật Nhà ở (sửa đổi)"),
    ("Nghị quyết sửa đổi Luật Nhà ở thì", "Luật Nhà ở", "Luật Nhà ở"),
    ("theo điểm a khoản 1 Điều 5 BLHS năm 2015 thì", "BLHS năm 2015", "Bộ luật Hình sự"),
    ("căn cứ Luật sửa đổi, bổ sung một số điều có liên quan đến quy hoạch quy định",
     "Luật sửa đổi, bổ sung một số điều có liên quan đến quy hoạch",
     "Luật sửa đổi, bổ sung một số điều có liên quan đến quy hoạch"),
    ("theo Bộ luật TTDS;", "Bộ luật TTDS", "Bộ luật Tố tụng dân sự"),
    ("tại Luật về phòng, chống bạo lực gia đình;", "Luật về phòng, chống bạo lực gia đình",
     "Luật Phòng, chống bạo lực gia đình"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "name"), NAMES)
def test_a_name_is_taken_whole(extractor: Extractor, text: str, surface: str, name: str) -> None:
    found = extractor.extract(text).mentions
    assert [m.surface for m in found] == [surface]
    assert (found[0].name or "").lower() == name.lower()


def test_a_list_of_bills_is_of_bills(extractor: Extractor) -> None:
    text = "Bàn về các dự án: Luật Nhà ở, Luật Đất đai. Còn Luật Đấu thầu thì chưa."
    found = [m.name for m in extractor.extract(text).mentions]
    assert found == ["Luật Nhà ở (sửa đổi)", "Luật Đất đai (sửa đổi)", "Luật Đấu thầu"]


def test_an_amending_law_holds_the_law_it_amends(extractor: Extractor) -> None:
    text = "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giáo dục ngày 25 tháng 11 năm 2009;"
    outer, inner = extractor.extract(text).mentions
    assert outer.surface == text[7:-1]
    assert (inner.surface, inner.within) == ("Luật Giáo dục", 0)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "Luật sửa đổi, bổ sung một số điều và Phụ lục Danh mục phí của Luật Phí và lệ phí",
            "Luật Phí và lệ phí",
        ),
        (
            "Luật sửa đổi, bổ sung Điều 4 và Phụ lục 2 về ngành, nghề có điều kiện của Luật Đầu tư",
            "Luật Đầu tư",
        ),
    ],
)
def test_an_amending_law_may_amend_an_annex(extractor: Extractor, text: str, inner: str) -> None:
    found = extractor.extract(f"Căn cứ {text} ngày 25 tháng 11 năm 2016;")
    outer, law = found.mentions
    assert (outer.surface, law.surface) == (f"{text} ngày 25 tháng 11 năm 2016", inner)
    assert [(one.relation.value, one.subject, one.object) for one in found.statements] == [
        ("amends", 0, 1)
    ]


def test_a_bill_is_called_as_it_is_passed(extractor: Extractor) -> None:
    text = "Dự án Luật sửa đổi, bổ sung Luật Giáo dục và Luật Viên chức"
    outer = extractor.extract(text).mentions[0]
    assert outer.surface == text.removeprefix("Dự án ")
    assert outer.name == "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục và Luật Viên chức"


NO_NAMES = ["vi phạm luật hình sự và luật dân sự", "luật sư Lê Văn A (Hãng Luật Đông Á) và Công ty TNHH Luật Tín",
            "theo Luật Phật thì khác, Luật Việt Nam lại khác", "Luật sửa đổi, bổ sung một số điều của 3 văn bản khác",
            "các luật về thuế", "Dự thảo luật sửa đổi nói khác", "Luật sửa đổi, bổ sung thì đã có",
            "Dự thảo Luật Chính phủ trình Quốc hội", "Vụ Luật Hình sự", "bộ môn Luật hình sự"]  # fmt: skip


@pytest.mark.parametrize("text", NO_NAMES)
def test_a_field_of_law_is_no_law(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).mentions == ()


def test_a_provincial_congress_is_named_by_its_level(extractor: Extractor) -> None:
    text = "Nghị quyết Đại hội Đảng bộ tỉnh Sóc Trăng lần thứ XIV; Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV."
    first, second = extractor.extract(text).mentions
    assert first.name == second.name
    assert first.issuer == "Đại hội Đảng bộ tỉnh Sóc Trăng lần thứ XIV"


PLENUMS = [
    ("Học Nghị quyết Trung ương 10, khóa XII. Chi bộ bàn về Nghị quyết Trung ương 10.", 0),
    ("Nghị quyết Trung ương 4 khóa XI, Nghị quyết Trung ương 4 khóa XII. Nghị quyết Trung ương 4.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tied"), PLENUMS)
def test_a_plenum_without_its_term_is_the_one_named_with_it(
    extractor: Extractor, text: str, tied: int | None
) -> None:
    assert extractor.extract(text).mentions[-1].antecedent == tied


def test_a_plenum_of_several_terms_is_several_documents(extractor: Extractor) -> None:
    text = "thực hiện Nghị quyết Trung ương 4 (khóa XI, XII) và Nghị quyết Trung ương 5 khóa X, khóa XI."
    assert [(m.surface, m.name) for m in extractor.extract(text).mentions] == [
        ("Nghị quyết Trung ương 4 (khóa XI", "Nghị quyết Trung ương 4 khóa XI"),
        ("XII", "Nghị quyết Trung ương 4 khóa XII"),
        ("Nghị quyết Trung ương 5 khóa X", "Nghị quyết Trung ương 5 khóa X"),
        ("khóa XI", "Nghị quyết Trung ương 5 khóa XI"),
    ]


APPOSED = [
    "Nghị quyết số 29-NQ/TW (Nghị quyết Trung ương 8 khóa XI) về giáo dục",
    "Nghị quyết Trung ương 8 khóa XI (Nghị quyết số 29-NQ/TW ngày 04/11/2013)",
    "Nghị quyết số 29-NQ/TW (tức Nghị quyết Hội nghị Trung ương 8 khóa XI)",
]


@pytest.mark.parametrize("text", APPOSED)
def test_a_name_in_brackets_is_the_number_s(extractor: Extractor, text: str) -> None:
    mentions = extractor.extract(text).mentions
    numbered = next(index for index, m in enumerate(mentions) if m.number is not None)
    assert mentions[1 - numbered].antecedent == numbered
    assert mentions[numbered].term == "XI"

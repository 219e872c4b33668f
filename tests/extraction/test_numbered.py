"""Every spelling of design section 1: what is found, where it ends, what number it is."""

from __future__ import annotations

import unicodedata

import pytest

from graph.extraction import Extractor
from graph.model.mentions import Mention, MentionKind


def only(extractor: Extractor, text: str) -> Mention:
    found = extractor.extract(text).mentions
    assert len(found) == 1, [m.surface for m in found]
    return found[0]


SPELLINGS = [
    ("số 57-NQ/TW ngày 22/12/2024", "Nghị quyết số 57-NQ/TW ngày 22/12/2024", "57-NQ/TW", "2024-12-22"),
    (", ngày 30-5-2019", "Chỉ thị số 35-CT/TW, ngày 30-5-2019", "35-CT/TW", "2019-05-30"),
    ("parenthesis", "Chỉ thị số 39-CT/TW (ngày 1/11/2019)", "39-CT/TW", "2019-11-01"),
    ("in words", "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 03 năm 2020", "30/2020/NĐ-CP", "2020-03-05"),
    ("year only", "Quyết định số 22-QĐ/TW năm 2021", "22-QĐ/TW", "2021"),
    ("month", "Nghị quyết số 36-NQ/TW tháng 3/2004", "36-NQ/TW", "2004-03"),
    ("spaced dash", "Quy định số 47 – QĐ/TW", "47-QĐ/TW", None),
    ("space after dash", "Nghị quyết số 68- NQ/TW", "68-NQ/TW", None),
    ("wrong separator", "Quy định số 37-QĐ-TW", "37-QĐ/TW", None),
    ("TƯ", "Kết luận số 445-KL/TƯ", "445-KL/TW", None),
    ("swapped", "Nghị quyết số 27-TW/NQ", "27-NQ/TW", None),
    ("letter set off", "Nghị quyết số 12 b / 2009/NQ-CP", "12b/2009/NQ-CP", None),
    ("in brackets", "Báo cáo (số 8-BC/BCĐ, ngày 20-6-2019)", "8-BC/BCĐ", "2019-06-20"),
    ("of procedure", "Cáo trạng cũ số 46/CT-VKS", "46/CT-VKS", None),
    ("record", "Biên bản vi phạm hành chính số 7/BB-VPHC", "7/BB-VPHC", None),
    ("verb before", "kết luận số 21-KL/TU", "21-KL/TU", None),
    ("notice", "thông báo kết luận số 21-TB/TU", "21-TB/TU", None),
    ("colon", "Nghị định số: 30/2020/NĐ-CP", "30/2020/NĐ-CP", None),
    ("broken line", "Nghị định \nsố 30/2020/\nNĐ-CP", "30/2020/NĐ-CP", None),
    ("look-alike", "Nghị định số 30/2020/NÐ-CP", "30/2020/NĐ-CP", None),
    ("capitals", "NGHỊ ĐỊNH SỐ 30/2020/NĐ-CP", "30/2020/NĐ-CP", None),
    ("no diacritics", "Nghi dinh so 30/2020/ND-CP", "30/2020/NĐ-CP", None),
    ("law number", "Luật Đất đai số 31/2024/QH15", "31/2024/QH15", None),
    ("joint", "Thông tư liên tịch số 05/2019/TTLT-BTC-BCA", "05/2019/TTLT-BTC-BCA", None),
    ("administrative", "Quyết định 1539/QĐ-UBND", "1539/QĐ-UBND", None),
    ("letter", "công văn số 4912/UBND-NC", "4912/UBND-NC", None),
    ("old", "Nghị định số 22/CP ngày 17 tháng 4 năm 1996", "22/CP", "1996-04-17"),
    ("old with spaces", "Quyết định số 167 HĐ/CTN", "167-HĐ/CTN", None),
    ("ordinal letter", "Nghị quyết số 30a/2008/NQ-CP", "30a/2008/NQ-CP", None),
    ("variant code", "Quy định số 19-QĐi/TU", "19-QĐi/TU", None),
    ("decree and year", "Nghị định 100/2019", "100/2019/NĐ-CP", None),
    ("stuck to its word", "NĐ45/2022/NĐ-CP", "45/2022/NĐ-CP", None),
    ("Party number stuck to its word", "KL21-KL/TW", "21-KL/TW", None),
    ("blanks for a dash", "kết luận 71 KL / TW", "71-KL/TW", None),
    ("a committee called by its day", "kế hoạch 12/KH-BCĐ 138 ngày 3-4-2018", "12/KH-BCĐ138", "2018-04-03"),
    ("a unit with a figure", "Công văn số 12 / UBND - NN 3 ngày 4/5/2019", "12/UBND-NN3", "2019-05-04"),
    ("the day behind a dash", "Quyết định số 12/QĐ-UBND - 04/05/2019", "12/QĐ-UBND", "2019-05-04"),
    ("the day behind a slash", "Quyết định số 12/QĐ-UBND / 04-05-2019", "12/QĐ-UBND", "2019-05-04"),
    ("title before number", "Quyết định “Quy định mức thu phí” số 12/QĐ-UBND", "12/QĐ-UBND", None),
    ("without số", "quyết định thành lập ban 200/QĐ-QLKL", "200/QĐ-QLKL", None),
    ("five digits", "Công văn số 11828", "11828", None),
    ("year parted", "Nghị định số 30/2 017/NĐ-CP ngày 21/3/2017", "30/2017/NĐ-CP", "2017-03-21"),
    ("ordinal parted", "Nghị định số 1 31/2 017/NĐ-CP ngày 21/3/2017", "131/2017/NĐ-CP", "2017-03-21"),
    ("letter parted", "Thông tư số 08 a/2010/TT-BTP", "08a/2010/TT-BTP", None),
    ("day for month", "Nghị định số 105/2005/NĐ-CP ngày 17 ngày 8 năm 2005", "105/2005/NĐ-CP", "2005-08-17"),
    ("month for year", "Quyết định số 15/2006/QĐ-BGTVT ngày 30 ngày 3 tháng 2006", "15/2006/QĐ-BGTVT", "2006-03-30"),
]  # fmt: skip


@pytest.mark.parametrize(("surface", "number", "date"), [s[1:] for s in SPELLINGS],
                         ids=[s[0] for s in SPELLINGS])  # fmt: skip
def test_a_spelling_is_read_whole(
    extractor: Extractor, surface: str, number: str, date: str | None
) -> None:
    text = f"Thực hiện {surface} của cấp trên."
    found = only(extractor, text)
    assert found.surface == surface
    assert found.span.of(text) == surface
    assert str(found.number) == number
    assert (str(found.date) if found.date else None) == date


def test_a_decree_behind_a_contract(extractor: Extractor) -> None:
    found = only(extractor, "người làm việc theo hợp đồng 68/2000/NĐ-CP, lao động tập sự")
    assert (found.type, str(found.number)) == ("nghi-dinh", "68/2000/NĐ-CP")


def test_glued_words_end_the_number(extractor: Extractor) -> None:
    found = only(extractor, "Theo Quy định 47-QĐ/TWngày 1/11/2011 của Ban Chấp hành Trung ương")
    assert found.surface == "Quy định 47-QĐ/TWngày 1/11/2011"
    assert str(found.number) == "47-QĐ/TW"


KINDS = [
    ("Nghị định 100/2019", MentionKind.SHORT),
    ("NĐ 100/2019", MentionKind.SHORT),
    ("Thông tư 100/2019", MentionKind.SHORT),
    ("NĐ100/2019", MentionKind.SHORT),
    ("NQ57", MentionKind.SHORT),
    ("QĐ 37 của BCHTW", MentionKind.SHORT),
    ("Nghị định 100/2019/NĐ-CP", MentionKind.NUMBERED),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_number_without_its_code_is_short(
    extractor: Extractor, text: str, kind: MentionKind
) -> None:
    assert only(extractor, f"Thực hiện {text} vừa qua.").kind is kind


PAGE_HEADS = [
    "12 \nCÔNG BÁO/Số 271 + 272/Ngày 05-02-2025 \n \n",
    "CÔNG BÁO/Số 51/Ngày 23-01-2026 \n75 \n75\n",
]


@pytest.mark.parametrize("head", PAGE_HEADS)
def test_a_page_of_the_gazette_may_end_within_a_reference(extractor: Extractor, head: str) -> None:
    text = f"mức lương quy định tại Thông tư \n{head}số 004/2025/TT-BNV \n{head}ngày 7/5/2025 của Bộ Nội vụ."
    found = only(extractor, text)
    assert found.span.of(text) == text[text.index("Thông tư") : text.index(" của")]
    assert (str(found.number), str(found.date)) == ("004/2025/TT-BNV", "2025-05-07")


def test_a_sentence_that_ended_before_a_page_ended_stays_apart(extractor: Extractor) -> None:
    text = "theo Thông tư số 004/2025/TT-BNV.\n12\nCÔNG BÁO/Số 51/Ngày 23-01-2026\nngày 7/5/2025 là hạn cuối"
    assert only(extractor, text).date is None


def test_decomposed_text_keeps_its_own_offsets(extractor: Extractor) -> None:
    composed = "Thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị."
    text = unicodedata.normalize("NFD", composed)
    found = only(extractor, text)
    assert (
        unicodedata.normalize("NFC", found.span.of(text)) == "Chỉ thị số 39-CT/TW, ngày 18/8/2014"
    )


LISTS = [
    ("các Nghị quyết 57, 59 và 68 của Bộ Chính trị", ["57", "59", "68"]),
    ("các Nghị quyết số 18, 19-NQ/TW", ["18-NQ/TW", "19-NQ/TW"]),
    ("Nghị quyết số 18-NQ/TW và số 19-NQ/TW", ["18-NQ/TW", "19-NQ/TW"]),
    ("các Nghị quyết số: 01/NQ-CP, 02/NQ-CP ngày 01 tháng 01 năm 2019", ["01/NQ-CP", "02/NQ-CP"]),
    ("Thông tư 21, 22/2015/TTLT-BGDĐT-BNV", ["21/2015/TTLT-BGDĐT-BNV", "22/2015/TTLT-BGDĐT-BNV"]),
    ("“Bộ tứ nghị quyết” 57, 59, 66, 68 được nêu", ["57", "59", "66", "68"]),
    ("Quyết định số 90/TTg, số 91/TTg", ["90/TTg", "91/TTg"]),
    ("Nghị quyết 01, 02 của Chính phủ", ["01", "02"]),
    ("các Nghị quyết số 01 và 02 với phương châm mới", ["01", "02"]),
    ("Quyết định số 10/QĐ-UBND nói trên và số 17/QĐ-NTBD", ["10/QĐ-UBND", "17/QĐ-NTBD"]),
    ("quyết định phê duyệt dự án đầu tư số 334/QĐ-BGTVT", ["334/QĐ-BGTVT"]),
]


@pytest.mark.parametrize(("text", "numbers"), LISTS)
def test_a_list_shares_type_and_code(extractor: Extractor, text: str, numbers: list[str]) -> None:
    found = extractor.extract(f"Thực hiện {text} vừa qua.").mentions
    assert [str(m.number) for m in found] == numbers
    assert len({m.type for m in found}) == 1


NO_DOCUMENTS = [
    "Bộ lập ba Hội đồng kỷ luật số 4, 5 và 6 để xem xét.",
    "Năm 2023 có 20 văn bản của Trung ương (gồm 1 chương trình, 7 quy định, 1 quyết định).",
    "Giấy phép xuất bản số: 833/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 30-12-2021",
    "Hợp đồng 203/HĐKT/2017 giữa hai công ty.",
    "Theo bản án số 12/2018/HS-ST của Tòa án.",
    "Kê khai theo mẫu số 01/GTGT.",
    "Cháy ở tòa CT2, sau đó lan sang CT 3 của khu nhà.",
    "Tại km 10+200 - Km 10+350, ngày 30/4 - 1/5, tỉ số 2-1.",
    "Luật sư Nguyễn Văn A, Đại học Luật Hà Nội, nói pháp luật Việt Nam quy định rõ.",
    "Ban Bí thư quyết định thi hành kỷ luật Phó đô đốc.",
    "Kế hoạch 5 năm, quyết định 3 nội dung, báo cáo 6 tháng đầu năm.",
    "CÔNG BÁO/Số 242/Ngày 22-04-2026",
]


@pytest.mark.parametrize("text", NO_DOCUMENTS)
def test_what_is_no_document_is_not_found(extractor: Extractor, text: str) -> None:
    assert [m.surface for m in extractor.extract(text).mentions] == []


def test_an_impossible_date_is_no_date(extractor: Extractor) -> None:
    found = only(extractor, "Theo Quyết định số 12/QĐ-TTg ngày 31/02/2019.")
    assert found.date is None
    assert found.date_span is not None


def test_the_type_word_decides_between_equal_codes(extractor: Extractor) -> None:
    words = [("Quy định số 96-QĐ/TW", "quy-dinh"), ("Quyết định số 96-QĐ/TW", "quyet-dinh")]
    assert [only(extractor, text).type for text, _ in words] == [type_ for _, type_ in words]
    assert only(extractor, "Theo số 96-QĐ/TW.").type is None


def test_short_forms_point_to_the_full_number(extractor: Extractor) -> None:
    text = (
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024. Theo Nghị quyết 57, mọi việc. Nghị quyết này mới."
    )
    full, short, this = extractor.extract(text).mentions
    assert (short.kind, short.antecedent) == (MentionKind.SHORT, 0)
    assert (this.kind, this.antecedent) == (MentionKind.ANAPHOR, 0)
    assert full.antecedent is None


SHORT = [
    ("Nghị quyết 27 không còn mới.", ["Nghị quyết 27"]),
    ("Nhìn lại Chỉ thị 13 không chỉ để biết.", ["Chỉ thị 13"]),
    ("Theo Thông tư 9 không phải nộp.", ["Thông tư 9"]),
    ("Kế hoạch 88 không đổi.", []),  # plans are not called so, unless the text has said which
    ("Chỉ thị 13 năm qua.", []),
    # a number of three digits or more counts no documents
    ("Thủ tướng đã ký quyết định 308 về nhân sự.", ["quyết định 308"]),
    ("Sở đã ra quyết định 30 về việc này, quyết định 2015 về đất.", ["quyết định 30"]),
    ("Xã ra quyết định 12 về nhà ở.", []),
    ("Phó chủ tịch có công văn 5981 quyết định thu hồi.", ["công văn 5981"]),
    ("Huyện gửi công văn 300 trang.", []),
]


@pytest.mark.parametrize(("text", "surfaces"), SHORT)
def test_a_bare_number_before_any_word_that_it_cannot_count(
    extractor: Extractor, text: str, surfaces: list[str]
) -> None:
    assert [m.surface for m in extractor.extract(text).mentions] == surfaces


SAID_BEFORE = [
    ("Kế hoạch số 88-KH/ĐUK", "Ngoài Kế hoạch 88, đơn vị còn có việc khác."),
    ("Kế hoạch số 315/KH-UBND", "Kế hoạch 315 nêu rõ."),
    ("Thông báo số 42-TB/HU", "Theo Thông báo 42 thì phải xong."),
    ("Kế hoạch số 88-KH/ĐUK", "Nay kế hoạch 88 không còn ai nhắc."),
    ("Kế hoạch số 88", "Nay kế hoạch 88 không còn ai nhắc."),
    ("Đề án số 04-ĐA/TU", "Từ khi có Đề án 4, xã đổi khác."),
    ("Tờ trình số 19/TTr-SXD", "Xem lại Tờ trình 19 trước khi họp."),
]


@pytest.mark.parametrize(("full", "then"), SAID_BEFORE)
def test_a_type_not_called_by_bare_number_is_once_the_full_number_was_given(
    extractor: Extractor, full: str, then: str
) -> None:
    found = extractor.extract(f"Ban hành {full} ngày 3/4/2021. {then}").mentions
    assert [m.antecedent for m in found] == [None, 0]


@pytest.mark.parametrize(
    "then", ["Kế hoạch 88 hộ thoát nghèo đạt.", "Kế hoạch 89 nêu rõ.", "theo kế hoạch 88 hộ."]
)
def test_another_number_or_count_is_not_the_document_said_before(
    extractor: Extractor, then: str
) -> None:
    assert len(extractor.extract(f"Kế hoạch số 88-KH/ĐUK ngày 3/4/2021. {then}").mentions) == 1


def test_a_short_form_of_two_documents_points_to_none(extractor: Extractor) -> None:
    text = "Nghị quyết số 18-NQ/TW và Nghị quyết số 18/NQ-CP. Nghị quyết 18 nêu rõ."
    assert extractor.extract(text).mentions[-1].antecedent is None


def test_an_item_of_a_list_keeps_its_own_kind(extractor: Extractor) -> None:
    text = "Nghị quyết số 11-NQ/QU và số 55-QĐ/QU; Quy định số 12-QĐ/TU, 13-QĐ/TU"
    types = [mention.type for mention in extractor.extract(text).mentions]
    assert types == ["nghi-quyet", None, "quy-dinh", "quy-dinh"]


def test_what_follows_an_organ_is_who_drafted_its_letter(extractor: Extractor) -> None:
    coded = {"4177/BNV-TCBC": "cong-van", "12/UBND-KH": "cong-van", "12/KH-UBND": "ke-hoach",
             "145/UB-QĐ": "quyet-dinh"}  # fmt: skip
    for number, type_ in coded.items():
        assert only(extractor, f"Theo {number} ngày 12/7/2024.").type == type_


ENDS = [  # of what is cited, behind or before what is not part of it
    ("theo Quyết định số 27/QĐ-BXD ký ngày 29-5-2013", ["Quyết định số 27/QĐ-BXD"]),
    ("Thông tư 24 (ban hành năm 2017) rất dài", ["Thông tư 24"]),
    ("không tìm thấy văn bản 338 quy định về điểm ngập", ["văn bản 338"]),
    ("ban hành văn bản 12 trang", []),
    ("theo Nghị định 1 30/2 006/NĐ-CP thì", ["Nghị định 1 30/2 006/NĐ-CP"]),
    ("bảng 1 30/2 006 người", []),
    ("Phần 2. Luật Căn cước (số 26/2023/QH15) ... 15", ["Luật Căn cước (số 26/2023/QH15)"]),
    (
        "» Video: 8 nhiệm vụ theo Nghị quyết số 138/NQ-CP (17/05/2025)\n» Nay",
        ["Nghị quyết số 138/NQ-CP"],
    ),
    ("- Nghị quyết số 138/NQ-CP (17/05/2025)\n- Nay", ["Nghị quyết số 138/NQ-CP (17/05/2025)"]),
    ("452/UBND-KT | 17/09/2024 | Công văn v/v phòng dịch\n", ["452/UBND-KT"]),
    ("Số lượt: 452/UBND-KT | 17/09/2024 | Công văn v/v phòng dịch\n", []),
    ("Cụ thể hóa Nghị quyết 68 thành các nhiệm vụ.", ["Nghị quyết 68"]),
    ("Theo nghị quyết 68 thành viên được bầu.", []),
]


@pytest.mark.parametrize(("text", "cited"), ENDS)
def test_where_a_reference_ends(extractor: Extractor, text: str, cited: list[str]) -> None:
    assert [found.surface for found in extractor.extract(text).mentions] == cited


SLOPPY = [
    ("gắn với “bộ tứ” Nghị quyết 57, 59, 66 và 68.", ["Nghị quyết 57", "59", "66", "68"]),
    ("Bộ tứ “Nghị quyết 57, 59, 66 và 68” là nền tảng", ["Nghị quyết 57", "59", "66", "68"]),
    ("Ban hành Nghị quyết 5, 6 và 7 người dự họp", ["Nghị quyết 5"]),
    ("theo nghị định 93/2013/nđ-cp, nđ 86/2015", ["nghị định 93/2013/nđ-cp", "nđ 86/2015"]),
    ("xem TT.12/2025/TT-BNV và QĐ: 15/2024/QĐ-TTg", ["TT.12/2025/TT-BNV", "QĐ: 15/2024/QĐ-TTg"]),
    ("nhà ở khu ct 2 và tt 3", []),
]


@pytest.mark.parametrize(("text", "surfaces"), SLOPPY)
def test_sloppy_forms_of_web_pages(extractor: Extractor, text: str, surfaces: list[str]) -> None:
    assert [m.surface for m in extractor.extract(text).mentions] == surfaces


def test_a_point_for_the_dash_with_a_space_before(extractor: Extractor) -> None:
    found = only(extractor, "sửa đổi Nghị quyết số 47/2007/NQ .HĐND ngày 25 tháng 01 năm 2007")
    assert (found.type, str(found.number)) == ("nghi-quyet", "47/2007/NQ-HĐND")

"""What news say of a document in other ways: of which deed it is, of which year, who made it."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.model.relations import RelationKind

SURFACES = [
    # a deed between the type and the number
    ("hủy quyết định miễn nhiệm số 5874.", ["quyết định miễn nhiệm số 5874"]),
    ("Quyết định xử phạt vi phạm hành chính số 5585 của UBND xã",
     ["Quyết định xử phạt vi phạm hành chính số 5585"]),
    ("bỏ quyết định điều chỉnh 1926/QĐ-UBND ngày 1/3/2013 và",
     ["quyết định điều chỉnh 1926/QĐ-UBND ngày 1/3/2013"]),
    ("theo Thông tư hướng dẫn số 03 của Bộ Nội vụ", ["Thông tư hướng dẫn số 03"]),
    ("sau Nghị quyết Trung ương 10-NQ/TW đã có", ["Nghị quyết Trung ương 10-NQ/TW"]),
    ("gửi công điện khẩn số 05/CĐ-UBND đến", ["công điện khẩn số 05/CĐ-UBND"]),
    ("ký tờ trình số 150/TTr - BCA - H 41, đề nghị", ["tờ trình số 150/TTr - BCA - H 41"]),
    ("ban hành Quyết định số 25/QĐ-BGD & ĐT về việc", ["Quyết định số 25/QĐ-BGD & ĐT"]),
    ("Tác động của Luật Hỗ trợ doanh nghiệp vừa và nhỏ tới các doanh nghiệp",
     ["Luật Hỗ trợ doanh nghiệp vừa và nhỏ"]),
    ("về 2 dự án luật sửa đổi, bổ sung\n\nHôm nay Bộ trưởng trả lời", []),
    ("ký Quyết định số 59/QĐ. UBND - CN chấp thuận", ["Quyết định số 59/QĐ. UBND - CN"]),
    ("theo Quyết định 5/QĐ-UBND. UBND tỉnh giao các sở", ["Quyết định 5/QĐ-UBND"]),
    ("có quyết định thu hồi nhà số 12 đường Trần Phú", []),
    ("quyết định phê duyệt lô đất số 5", []),
    ("ra quyết định bổ nhiệm 2 phó giám đốc", []),
    # the bare year behind a code, the number of a law without its organ
    ("bám sát nghị quyết 11-NQ/TW 2017 về thể chế", ["nghị quyết 11-NQ/TW 2017"]),
    ("Kế hoạch số 5/KH-UBND 2019 hộ nghèo", ["Kế hoạch số 5/KH-UBND"]),
    ("theo Luật Đấu thầu số 43/2013 (có hiệu lực)", ["Luật Đấu thầu số 43/2013"]),
    ("theo Luật Nhà ở (sửa đổi) năm 2023 thì", ["Luật Nhà ở"]),
    # lists
    ("đã ký các Quyết định số 2197, 2198, 2199 về việc cấm",
     ["Quyết định số 2197", "2198", "2199"]),
    ("Quyết định số 2197, 2198 hộ", ["Quyết định số 2197"]),
    ("các văn bản: số 40/UBND-VX2 ngày 15/6/2021, số 10/UBND-VX2 ngày 23/02/2022 về",
     ["số 40/UBND-VX2 ngày 15/6/2021", "số 10/UBND-VX2 ngày 23/02/2022"]),
    ("Công văn số 4847/BYT-DP ngày 19/8/2024 (phòng dịch), 4992/BYT-DP ngày 23/8/2024 và",
     ["Công văn số 4847/BYT-DP ngày 19/8/2024", "4992/BYT-DP ngày 23/8/2024"]),
    ("học tập Nghị quyết Hội nghị lần thứ tư, Ban Chấp hành Trung ương Đảng khóa XI, đến nay",
     ["Nghị quyết Hội nghị lần thứ tư, Ban Chấp hành Trung ương Đảng khóa XI"]),
    # a term between the congress and its number, a pointer before what is done by it
    ("cụ thể hóa Nghị quyết Đại hội Đảng khóa XII và", ["Nghị quyết Đại hội Đảng khóa XII"]),
    ("Có Thông báo số 118/TB-VPCP. Thực hiện Thông báo trên, tỉnh họp.",
     ["Thông báo số 118/TB-VPCP", "Thông báo trên"]),
    ("Có Nghị quyết số 24-NQ/TW. Huyện đưa Nghị quyết trên vào chương trình.",
     ["Nghị quyết số 24-NQ/TW", "Nghị quyết trên"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surfaces"), SURFACES)
def test_the_reference_is_taken_whole(extractor: Extractor, text: str, surfaces: list[str]) -> None:
    assert [m.surface for m in extractor.extract(text).mentions] == surfaces


WHO = [
    ("theo Nghị định số 14 mà Chính phủ vừa ban hành.", "Chính phủ"),
    ("nêu tại Công văn 41 (văn bản mật) của Bộ Y tế gửi các tỉnh", "Bộ Y tế"),
    ("Ngày 15/7/2004, Phó Chủ tịch UBND tỉnh Lào Cai Lê A, ký quyết định số 44/QĐ-UB, thu hồi đất",
     "UBND tỉnh Lào Cai"),
    ("Chủ tịch UBND huyện Quế Sơn, ông Lê Văn A, ký Quyết định số 5/QĐ-UBND về đất",
     "Chủ tịch UBND huyện Quế Sơn"),
    ("UBND huyện Quế Sơn, Quảng Nam vừa ban hành Quyết định số 5/QĐ-UBND về", "UBND huyện Quế Sơn"),
    ("Cơ quan CSĐT Công an tỉnh Lào Cai ra Quyết định số 5/QĐ-CSĐT về",
     "Cơ quan CSĐT Công an tỉnh Lào Cai"),
    ("Thứ trưởng Bộ Công Thương Lê Văn A đã ký Quyết định số 24/QĐ-BCT về", "Bộ Công Thương"),
    ("nêu tại Thông tư 30 của Công an phường Phước Lộc không còn", None),
    ("Văn phòng Trung ương Đảng vừa công bố Nghị quyết Trung ương 4 khóa XII về", None),
    ("theo Nghị quyết số 112-NQ/ĐU của Đảng ủy Tập đoàn Dầu khí Việt Nam về",
     "Đảng ủy Tập đoàn Dầu khí Việt Nam"),
    ("theo Quyết định số 82/QĐ-CVHH của Giám đốc cảng vụ Hàng hải khu vực I", None),
    ("theo đề nghị của Thủ tướng Chính phủ để ban hành Quyết định số 19 về", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuer"), WHO)
def test_who_issued_it(extractor: Extractor, text: str, issuer: str | None) -> None:
    assert extractor.extract(text).mentions[-1].issuer == issuer


def test_one_code_behind_a_semicolon_is_of_one_issuer(extractor: Extractor) -> None:
    text = "theo Quyết định 9/2007/QĐ-TTg; Quyết định 86/2010/QĐ-TTg của Thủ tướng Chính phủ."
    assert [m.issuer for m in extractor.extract(text).mentions] == ["Thủ tướng Chính phủ"] * 2
    other = "theo Nghị định 9/2007/NĐ-CP; Quyết định 86/2010/QĐ-TTg của Thủ tướng Chính phủ."
    assert extractor.extract(other).mentions[0].issuer is None


DAYS = [
    ("Ngày 14/10/2016, Bộ có Quyết định số 41/QĐ-BCT về việc", "2016-10-14"),
    ("Ngày 9/8/2016, chủ đầu tư Đất Mới ra Văn bản số 52/TB-DM, thông báo", "2016-08-09"),
    ("vì vào 31/12/2020 Ban Chấp hành Đảng bộ tỉnh ra Nghị quyết số 01-NQ/TU về", "2020-12-31"),
    ("được UBND tỉnh Lào Cai công bố ngày 22/10/2021 bằng Thông báo số 74/TB-UBND.", "2021-10-22"),
    ("bám sát nghị quyết 11-NQ/TW 2017 về thể chế", "2017"),
    (
        "Ngày 28/5/2008, lần đầu tiên tại Việt Nam, Chính phủ đã ban hành Nghị định số 66 về",
        "2008-05-28",
    ),
    (
        "Được lập ngày 5/3/2018, trên cơ sở sáp nhập, UBND xã A đã ban hành Quyết định số 5/QĐ-UBND",
        "None",
    ),
]


def test_the_day_of_the_page_is_not_that_of_the_document(extractor: Extractor) -> None:
    page = "Ngày: 11/02/2024\n\nUBND tỉnh Lào Cai đã ban hành Quyết định số 12/QĐ-UBND về giá đất."
    assert extractor.extract(page).mentions[0].date is None
    broken = "Ngày 11/02/2024,\nUBND tỉnh Lào Cai đã ban hành Quyết định số 12/QĐ-UBND về giá đất."
    assert str(extractor.extract(broken).mentions[0].date) == "2024-02-11"


def test_a_title_in_capitals_goes_on_behind_the_body(extractor: Extractor) -> None:
    text = "NGHỊ QUYẾT SỐ 12-NQ/TU CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH VÀ NGHỊ QUYẾT SỐ 40/NQ-HĐND"
    assert extractor.extract(text).mentions[0].issuer == "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH"


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_when_it_was_issued(extractor: Extractor, text: str, day: str) -> None:
    assert str(extractor.extract(text).mentions[-1].date) == day


HEADS = [
    "| ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
    "| Số: 18/QĐ-UBND | Lào Cai, ngày 14 tháng 11 năm 2024 |\nQUYẾT ĐỊNH\n",
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n|\nSố: 18/QĐ-UBND\n|\nLào Cai, ngày\n14 tháng 11 năm 2024\n|\n"
    "QUYẾT ĐỊNH\n",
    "Số: 18/QĐ-UBND |\nLào Cai,\nngày 14 tháng 11\nnăm 2024 |\nQUYẾT ĐỊNH\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_letterhead_in_a_table(extractor: Extractor, head: str) -> None:
    text = (
        f"{head}Về việc giao đất\nCăn cứ Nghị định số 10/2023/NĐ-CP;\nQuyết định này có hiệu lực."
    )
    own, cited, pointer = extractor.extract(text).mentions
    assert (str(own.number), str(own.date)) == ("18/QĐ-UBND", "2024-11-14")
    assert pointer.antecedent == 0
    assert cited.surface == "Nghị định số 10/2023/NĐ-CP"


ENDED = [
    (
        "Quyết định số 19/QĐ-BGDĐT ngày 22/5/2018 thu hồi Quyết định số 14/QĐ-BGDĐT ngày 1/4/2018.",
        1,
    ),
    ("UBND tỉnh Lào Cai thu hồi Quyết định số 5/QĐ-UBND ngày 1/2/2018.", 1),
    ("Quyết định số 5/QĐ-UBND bị thu hồi theo Quyết định số 7/QĐ-UBND ngày 1/2/2019.", 1),
    ("Quyết định số 5/QĐ-UBND thu hồi 6.051 m2 đất theo Quyết định số 7/QĐ-UBND.", 0),
    ("đề nghị thu hồi Quyết định số 5/QĐ-UBND ngày 1/2/2018.", 0),
]


@pytest.mark.parametrize(("text", "count"), ENDED)
def test_a_decision_taken_back_is_repealed(extractor: Extractor, text: str, count: int) -> None:
    found = extractor.extract(text).statements
    assert [s.relation for s in found] == [RelationKind.REPEALS] * count


ON_A_DAY = [
    "Thực hiện Chỉ thị số 22-CT/TW, ngày 04/5/2018 UBND tỉnh Sơn La ban hành Quyết định số 9/QĐ-UBND về",
    "Thực hiện Chỉ thị số 22-CT/TW, ngày 4 tháng 5 năm 2018 UBND tỉnh Sơn La ra Quyết định số 9/QĐ-UBND",
    "Triển khai Chỉ thị số 22-CT/TW, ngày 04/5/2018, UBND tỉnh Sơn La ra Quyết định số 9/QĐ-UBND về",
]


@pytest.mark.parametrize("text", ON_A_DAY)
def test_a_day_before_the_main_clause(extractor: Extractor, text: str) -> None:
    found = extractor.extract(text).statements
    assert [(s.relation, s.subject, s.object) for s in found] == [(RelationKind.IMPLEMENTS, 1, 0)]


def test_a_word_printed_twice_ends_no_passive(extractor: Extractor) -> None:
    text = "Luật Bảo hiểm y tế số 25/2008/QH12 được sửa đổi bởi Luật số Luật số 32/2013/QH13 và Luật số 46/2014/QH13;"
    found = extractor.extract(text).statements
    assert [(s.relation, s.subject, s.object) for s in found] == [
        (RelationKind.AMENDS, 1, 0), (RelationKind.AMENDS, 2, 0)]  # fmt: skip


def test_a_court_that_annuls_repeals(extractor: Extractor) -> None:
    text = (
        "Tòa án nhân dân tỉnh Lào Cai đã tuyên hủy Quyết định số 46/QĐ-UBND ngày 1/2/2018 về đất."
    )
    assert [s.relation for s in extractor.extract(text).statements] == [RelationKind.REPEALS]
    asked = "Ông A khởi kiện yêu cầu tòa hủy Quyết định số 46/QĐ-UBND ngày 1/2/2018 về đất."
    assert extractor.extract(asked).statements == ()


@pytest.mark.parametrize(
    "how", ["đã có văn bản hủy bỏ", "chính thức thu hồi", "vừa có công văn bãi bỏ"]
)
def test_a_body_that_ends_what_it_issued_by_a_letter(extractor: Extractor, how: str) -> None:
    text = f"Ngày 9-9, Bộ Tài chính {how} Quyết định số 46/QĐ-BTC ngày 1/2/2018 về việc thanh tra."
    assert [s.relation for s in extractor.extract(text).statements] == [RelationKind.REPEALS]


def test_what_is_added_to_another_document_amends_it(extractor: Extractor) -> None:
    text = "Thông tư số 25/2018/TT-BCT bổ sung thêm cho Thông tư số 16/2014/TT-BCT về giá điện."
    (only,) = extractor.extract(text).statements
    assert (only.relation, only.subject, only.object) == (RelationKind.AMENDS, 0, 1)


AMENDS = (
    "NGHỊ ĐỊNH\nsửa đổi, bổ sung một số điều của Nghị định số 31/2019/NĐ-CP\n"
    "Điều 1. Sửa đổi, bổ sung Điều 4 như sau:\n“Điều 4. Rút tố cáo\n"
    "1. Đơn theo Mẫu số 02 ban hành kèm theo Nghị định này.\n"
)


def test_an_excerpt_may_end_within_new_wording(extractor: Extractor) -> None:
    head = "CHÍNH PHỦ\n\nSố: 156/2026/NĐ-CP\n\nHà Nội, ngày 15 tháng 5 năm 2026\n\n"
    cut = extractor.extract(head + AMENDS).mentions
    assert cut[-1].surface == "Nghị định này"
    assert cut[cut[-1].antecedent or 0].surface == "Nghị định số 31/2019/NĐ-CP"
    whole = extractor.extract(
        f"{head}{AMENDS}Điều 2. Hiệu lực thi hành\nNghị định này có hiệu lực."
    )
    assert whole.mentions[-1].antecedent == 0

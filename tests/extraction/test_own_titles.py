"""Where a document's own title (trích yếu) begins and ends."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import read

PARTY = "TỈNH ỦY TRÀ VINH\n*\nSố 17-{code}/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nTrà Vinh, ngày 5 tháng 6 năm 2018\n"
STATE = (
    "{body}\nSố: 17/{code}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Trà Vinh, ngày 5 tháng 6 năm 2018\n"
)
UBND, HDND = "ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH", "HỘI ĐỒNG NHÂN DÂN\nTỈNH TRÀ VINH"
DAM = "về bảo vệ đê điều"

# head, lines from the type on, title
BELOW = {
    "preamble with dashes": (
        PARTY.format(code="QĐ"),
        f"QUY ĐỊNH\n{DAM}\n- Căn cứ Điều lệ Đảng;\n- Căn cứ Quy định số 29-QĐ/TW,\nBan Thường vụ:",
        DAM,
    ),
    "whose it is, in capitals": (
        PARTY.format(code="CT"), f"CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\n{DAM}\n\nCó nơi lún.", DAM,
    ),
    "whose it is, beside the type": (
        PARTY.format(code="KL"), f"KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY\n{DAM}\n-----\nCó nơi lún.", DAM,
    ),
    "whose it is, over two lines": (
        PARTY.format(code="NQ"),
        f"NGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ CHÍN\nBAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA X\n{DAM}\nvà cống\n---",
        f"{DAM} và cống",
    ),
    "whose it is, in small letters": (
        PARTY.format(code="KL"), f"KẾT LUẬN\ncủa Ban Thường vụ Tỉnh ủy\n{DAM}\n***\nCó nơi lún.", DAM,
    ),
    "whose it is, before what it carries out": (
        PARTY.format(code="KH"),
        "KẾ HOẠCH\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nthực hiện Chỉ thị số 42-CT/TW\n-----\nCó nơi lún.",
        "thực hiện Chỉ thị số 42-CT/TW",
    ),
    "plain prose": (
        PARTY.format(code="CT"),
        f"CHỈ THỊ\n{DAM},\ncống và kè biển\nNăm qua đê biển được củng cố\nở nhiều nơi. Song còn lún.",
        f"{DAM}, cống và kè biển",
    ),
    "prose that a known phrase begins": (
        PARTY.format(code="CT"), f"CHỈ THỊ\n{DAM}\nThời gian qua, các cấp\nđã lo việc đê", DAM,
    ),
    "a day begins the text": (
        STATE.format(body=UBND, code="TB-UBND"),
        "THÔNG BÁO\nÝ kiến của Chủ tịch UBND tỉnh\ntại buổi kiểm tra đê\nNgày 02/6/2018, đoàn đi kiểm tra",
        "Ý kiến của Chủ tịch UBND tỉnh tại buổi kiểm tra đê",
    ),
    "the council acts": (
        STATE.format(body=HDND, code="NQ-HĐND"),
        "NGHỊ QUYẾT\nVề mức thu phí qua cống\nHỘI ĐỒNG NHÂN DÂN TỈNH TRÀ VINH\nKHÓA IX, KỲ HỌP THỨ 7\nCăn cứ",
        "Về mức thu phí qua cống",
    ),
    "the chairman acts, whose province ends the title": (
        STATE.format(body=UBND, code="QĐ-UBND"),
        "QUYẾT ĐỊNH\nVề việc sửa Quy chế của Ủy ban nhân dân tỉnh\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TRÀ VINH\nCăn cứ Luật Đê điều;",
        "Về việc sửa Quy chế của Ủy ban nhân dân tỉnh",
    ),
    "a body acts and tells whom": (
        STATE.format(body=UBND, code="CĐ-UBND"),
        "CÔNG ĐIỆN\nVề việc hộ đê (đợt 2)\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Các sở, ngành;",
        "Về việc hộ đê (đợt 2)",
    ),
    "all in capitals": (
        STATE.format(body=UBND, code="QĐ-UBND"),
        "QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ CỦA\nBAN CHỈ HUY HỘ ĐÊ TỈNH\nỦY BAN NHÂN DÂN TỈNH TRÀ VINH\nCăn cứ",
        "BAN HÀNH QUY CHẾ CỦA BAN CHỈ HUY HỘ ĐÊ TỈNH",
    ),
    "a body's name goes on in the next line": (
        PARTY.format(code="QC"),
        "QUY CHẾ\nphối hợp giữa Ban Nội chính và\nVăn phòng Tỉnh ủy về công tác hộ\nđê biển\nĐiều 1. Hộ đê.",
        "phối hợp giữa Ban Nội chính và Văn phòng Tỉnh ủy về công tác hộ đê biển",
    ),
    "a city's abbreviation is no full stop": (
        STATE.format(body=UBND, code="KH-UBND"),
        "KẾ HOẠCH\nHợp tác với TP. Cần Thơ\nvề hộ đê\n1. Mục đích\nLo việc đê.",
        "Hợp tác với TP. Cần Thơ về hộ đê",
    ),
    "what is proposed to whom": (
        STATE.format(body=UBND, code="TTr-UBND"),
        "TỜ TRÌNH\nVề đề án kè biển\nKính gửi: Hội đồng nhân dân tỉnh", "Về đề án kè biển",
    ),
    "none": (STATE.format(body=UBND, code="QĐ-UBND"), "QUYẾT ĐỊNH\nCăn cứ Luật Đê điều;", None),
}  # fmt: skip

# lines from the number on, subject
LETTERS = {
    "motto below": (
        "Số 88-CV/TU\nV/v thực hiện Chỉ thị số 42-CT/TW\nvề hộ đê, kè\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Trà Vinh, ngày 5 tháng 6 năm 2018\nKính gửi: Các huyện ủy",
        "V/v thực hiện Chỉ thị số 42-CT/TW về hộ đê, kè",
    ),
    "dateline beside": (
        "Số 88-CV/TU                  ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "V/v hộ đê biển               Trà Vinh, ngày 5 tháng 6 năm 2018\nKính gửi: Các huyện ủy",
        "V/v hộ đê biển",
    ),
    "a number over two lines": (
        "Số: 88/UBND-NN\nV/v triển khai Nghị định số\n114/2018/NĐ-CP về an toàn đập\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTrà Vinh, ngày 5 tháng 6 năm 2018",
        "V/v triển khai Nghị định số 114/2018/NĐ-CP về an toàn đập",
    ),
    "dateline close beside": (
        "Số: 88/UBND-NN\nV/v hộ đê biển Trà Vinh, ngày 5 tháng 6 năm 2018\nKính gửi: Các sở",
        "V/v hộ đê biển",
    ),
}


@pytest.mark.parametrize("name", BELOW)
def test_title_below_the_type(extractor: Extractor, name: str) -> None:
    head, lines, title = BELOW[name]
    own = extractor.extract(f"{head}{lines}").mentions[0]
    assert own.title == title


@pytest.mark.parametrize("name", LETTERS)
def test_subject_of_a_letter(extractor: Extractor, name: str) -> None:
    lines, subject = LETTERS[name]
    own = extractor.extract(f"ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH\n{lines}").mentions[0]
    assert (own.type, own.title) == ("cong-van", subject)


def test_what_the_text_says_is_no_act_of_its_title(extractor: Extractor) -> None:
    lines = f"CHỈ THỊ\n{DAM}\nQua hai mùa mưa, đê còn lún.\n1. Chưa sửa đổi Quy chế số 02-QC/TU năm nay."
    said = read(extractor, PARTY.format(code="CT") + lines)
    assert not [each for each in said if each[1] == "amends"]


def test_the_subject_of_a_party_letter_is_its_act(extractor: Extractor) -> None:
    text = f"TỈNH ỦY TRÀ VINH\n*\n{LETTERS['motto below'][0]}"
    assert ("88-CV/TU", "implements", "42-CT/TW") in read(extractor, text)

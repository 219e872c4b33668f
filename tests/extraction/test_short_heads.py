"""Heads of documents in other orders: one line, the number first, a place or a parent beside."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.model.mentions import MentionKind
from tests.extraction.test_statements import read

HEADS = [
    (  # type and number in one line, whatever follows
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM\nCÔNG ĐIỆN số 07/CĐ-UBND, hồi 9 giờ ngày 3/9/2022\n"
        "Thực hiện Công điện số 801/CĐ-TTg ngày 2/9/2022, Chủ tịch UBND tỉnh yêu cầu:\n",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM", "2022-09-03",
        [("07/CĐ-UBND", "implements", "801/CĐ-TTg")],
    ),
    (
        "BỘ Y TẾ - BỘ TÀI CHÍNH\nTHÔNG TƯ LIÊN TỊCH số 41/2014/TTLT-BYT-BTC, Hà Nội, ngày 24 tháng 11 "
        "năm 2014\nCăn cứ Luật Bảo hiểm y tế số 25/2008/QH12;\n",
        "BỘ Y TẾ - BỘ TÀI CHÍNH", "2014-11-24",
        [("41/2014/TTLT-BYT-BTC", "based_on", "25/2008/QH12")],
    ),
    (  # body and number in one line
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI. Số: 12/2025/QĐ-UBND\nLào Cai, ngày 4 tháng 12 năm 2025\nQUYẾT ĐỊNH\n"
        "Quy định mức chi\nCăn cứ Luật Ngân sách nhà nước số 83/2015/QH13;\n",
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI", "2025-12-04",
        [("12/2025/QĐ-UBND", "based_on", "83/2015/QH13")],
    ),
    (  # the day behind the number, a province in brackets
        "HUYỆN ỦY BA SAO (Lào Cai)\nSố 41-CV/HU, ngày 18/02/2019\nV/v thực hiện Chỉ thị số 18-CT/TW\n"
        "Kính gửi: các chi bộ\n",
        "HUYỆN ỦY BA SAO", "2019-02-18", [("41-CV/HU", "implements", "18-CT/TW")],
    ),
    (  # the number above the body
        "Số: 12/2020/NQ-HĐND\nHỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI\nLào Cai, ngày 4 tháng 12 năm 2020\n"
        "NGHỊ QUYẾT\nQuy định mức chi\nCăn cứ Luật Ngân sách nhà nước số 83/2015/QH13;\n",
        "HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI", "2020-12-04",
        [("12/2020/NQ-HĐND", "based_on", "83/2015/QH13")],
    ),
    (  # a year on the next line, a title on the line of the type
        "TỈNH ỦY YÊN BÁI\nSố 21-KH/TU\nYên Bái, ngày 05 tháng 3 năm\n2018\nKẾ HOẠCH thực hiện Nghị "
        "quyết số 19-NQ/TW, ngày 25/10/2017\nBan Thường vụ yêu cầu:\n",
        "TỈNH ỦY YÊN BÁI", "2018-03-05", [("21-KH/TU", "implements", "19-NQ/TW")],
    ),
    (  # the place below the body, the parent above it
        "UBND XÃ MƯỜNG KIM\nTỈNH LAI CHÂU\nSố: 15/KH-UBND\nMường Kim, ngày 1 tháng 9 năm 2025\n"
        "KẾ HOẠCH\nThực hiện Chỉ thị số 22/CT-TTg\n",
        "UBND XÃ MƯỜNG KIM, TỈNH LAI CHÂU", "2025-09-01", [("15/KH-UBND", "implements", "22/CT-TTg")],
    ),
    (
        "UBND TỈNH SƠN LA\nSỞ Y TẾ\nSố: 310/SYT-NVY\nV/v tăng cường giám sát dịch\nSơn La, ngày 7 tháng "
        "8 năm 2023\nThực hiện Công văn số 44/BYT-DP, Sở yêu cầu:\n",
        "SỞ Y TẾ, TỈNH SƠN LA", "2023-08-07", [("310/SYT-NVY", "implements", "44/BYT-DP")],
    ),
]  # fmt: skip

NO_HEADS = [
    "Theo báo chí, ngày 5/5\nCÔNG ĐIỆN số 07/CĐ-UBND, hồi 9 giờ ngày 3/9/2022",
    "DANH MỤC VĂN BẢN\nNGHỊ QUYẾT số 12/2020/NQ-HĐND ngày 5/8/2020",
]


@pytest.mark.parametrize(("text", "issuer", "date", "said"), HEADS)
def test_heads(
    extractor: Extractor, text: str, issuer: str, date: str, said: list[tuple[str, str, str]]
) -> None:
    own = extractor.extract(text).mentions[0]
    assert own.kind is MentionKind.SELF
    assert (own.issuer, str(own.date)) == (issuer, date)
    assert read(extractor, text) == said


@pytest.mark.parametrize("text", NO_HEADS)
def test_what_is_no_head(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).mentions[0].kind is not MentionKind.SELF

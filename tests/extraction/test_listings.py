"""Documents that portals and registers list: rows of tables, properties line by line."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.model.mentions import Mention

ROWS = """Trang chủ | Văn bản
Số ký hiệu | Ngày ban hành | Cơ quan ban hành | Trích yếu
55/KH-UBND | 03/04/2024 | UBND tỉnh Nghệ An | Kế hoạch triển khai Nghị quyết số 29-NQ/TW
4521/UBND-KT | 17-9-2024 | UBND tỉnh Nghệ An | Công văn v/v chống bão
15/2024/QĐ-UBND | | UBND tỉnh Nghệ An | Quyết định
Trang sau | Trang cuối
31/QĐ-UBND | 01/02/2024"""
FRAMED = """| STT | Số, ký hiệu | Ngày VB |
| 1 | 55/KH-UBND | 03/04/2024 |
| 2 | 9-CV/TU | 05/04/2024 |"""
LINES = """Thuộc tính
Cơ quan ban hành: Chính phủ          Người ký: Trần Văn A
Số hiệu: 102/2024/NĐ-CP    Ngày ban hành: 30/07/2024
Loại văn bản: Nghị định
Tóm tắt: Quy định chi tiết thi hành Luật Đất đai

Số hiệu: 88/2024/NĐ-CP
Ngày ban hành: 15/7/2024"""
TWO_COLUMNS = """Số ký hiệu | 27-CT/TU
Ngày ban hành | 31/02/2024
Trích yếu | Chỉ thị về chống rét
Ngày ban hành
3/3/2023
Số ký hiệu
28-CT/TU"""


def told(mention: Mention) -> tuple[str | None, ...]:
    date = str(mention.date) if mention.date else None
    return str(mention.number), mention.type, date, mention.issuer, mention.title


NGHE_AN = "UBND tỉnh Nghệ An"
LISTINGS = [
    (ROWS, [
        ("55/KH-UBND", "ke-hoach", "2024-04-03", NGHE_AN, "triển khai Nghị quyết số 29-NQ/TW"),
        ("29-NQ/TW", "nghi-quyet", None, None, None),
        ("4521/UBND-KT", "cong-van", "2024-09-17", NGHE_AN, "v/v chống bão"),
        ("15/2024/QĐ-UBND", "quyet-dinh", None, NGHE_AN, None),
        ("31/QĐ-UBND", "quyet-dinh", None, None, None),  # under no head
    ]),
    (FRAMED, [
        ("55/KH-UBND", "ke-hoach", "2024-04-03", None, None),
        ("9-CV/TU", "cong-van", "2024-04-05", None, None),
    ]),
    (LINES, [
        ("102/2024/NĐ-CP", "nghi-dinh", "2024-07-30", "Chính phủ",
         "Quy định chi tiết thi hành Luật Đất đai"),
        ("88/2024/NĐ-CP", "nghi-dinh", "2024-07-15", None, None),
    ]),
    (TWO_COLUMNS, [
        ("27-CT/TU", "chi-thi", None, None, "về chống rét"),
        ("28-CT/TU", "chi-thi", "2023-03-03", None, None),
    ]),
    # No listing: what stands beside is another's.
    ("Số hiệu đường: 55. Theo 55/KH-UBND. Ngày ban hành: 3/4/2024.",
     [("55/KH-UBND", "ke-hoach", None, None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "documents"), LISTINGS)
def test_what_is_listed_of_a_document(
    extractor: Extractor, text: str, documents: list[tuple[str | None, ...]]
) -> None:
    found = [m for m in extractor.extract(text).mentions if m.number is not None]
    assert [told(mention) for mention in found] == documents


def test_fields_stand_where_they_are_listed(extractor: Extractor) -> None:
    first = extractor.extract(ROWS).mentions[0]
    assert first.date_span is not None
    assert first.title_span is not None
    assert first.date_span.of(ROWS) == "03/04/2024"
    assert first.title_span.of(ROWS) == "triển khai Nghị quyết số 29-NQ/TW"
    said = extractor.extract(ROWS).statements
    assert [(one.subject, one.relation, one.object) for one in said] == [(0, "implements", 1)]

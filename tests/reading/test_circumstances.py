"""What pages say of themselves, and what is not to be guessed."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.reading import SourceReader

BODY = (
    "Ban Thường vụ Tỉnh ủy vừa tổ chức hội nghị sơ kết việc thực hiện Kế hoạch số 65-KH/TU, "
    "với sự tham dự của lãnh đạo tỉnh Cà Mau và nhiều đại biểu từ các huyện, thị xã, thành phố."
)


def page(*above: str, below: tuple[str, ...] = ()) -> str:
    return "\n\n".join([*above, BODY, *below])


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        (page("11/02/2024 06:23 GMT +7"), "published", "2024-02-11"),
        (page("• Chủ Nhật, 11/02/2024 | 06:23"), "published", "2024-02-11"),
        (page("Thứ Ba, ngày 5 tháng 3 năm 2024, 10:15"), "published", "2024-03-05"),
        (page("Cập nhật lúc: 08:00, 5-3-2024"), "published", "2024-03-05"),
        (page("2024-03-05T10:15:00+07:00"), "published", "2024-03-05"),
        ("(QĐND) - Ngày 11/2/2024, " + BODY, "published", "2024-02-11"),
        (page("31/02/2024"), "published", "None"),
        (page("Nghị quyết ngày 11/02/2024 của Tỉnh ủy"), "published", "None"),
        (page("  • Nguồn: Báo Sóc Trăng"), "publisher", "Báo Sóc Trăng"),
        (page(below=("Báo Cà Mau Online - baocamau.vn",)), "publisher", "Báo Cà Mau"),
        ("STO - " + BODY, "publisher", "Báo Sóc Trăng"),
        (page(below=("Ảnh chụp tại hội nghị (Nguồn: Internet)",)), "publisher", "None"),
        (page(below=("Báo chí sẽ tiếp tục đưa tin về vụ việc",)), "publisher", "None"),
        (page(below=("Báo Cà Mau Online - baocamau.vn",)), "place", "Cà Mau"),
        (page(below=("Cơ quan chủ quản: Tỉnh ủy Bạc Liêu",)), "place", "Bạc Liêu"),
        (page(below=("Trang chủ: baobentre.vn",)), "place", "Bến Tre"),
        (page("Nguồn: Báo Nhân Dân"), "place", "None"),
        (page("Nguồn: SGGP"), "place", "Hồ Chí Minh"),
        (page("Nguồn: Học viện Chính trị quốc gia Hồ Chí Minh"), "place", "None"),
        (page(), "place", "None"),  # Cà Mau is only mentioned
        (page(below=("VÕ CHÍ CÔNG - ỦY VIÊN BAN THƯỜNG VỤ",)), "author", "Võ Chí Công"),
        (page(below=("Bài, ảnh: Trần Mai",)), "author", "Trần Mai"),
        (page(below=("Bình Luận",)), "author", "None"),
        (page(below=("Tin cùng chuyên mục",)), "author", "None"),
        (page("Sơ kết Kế hoạch số 65-KH/TU"), "title", "Sơ kết Kế hoạch số 65-KH/TU"),
        ("Thực hiện Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị.", "title", "None"),
    ],
)  # fmt: skip
def test_newspaper_pages(reader: SourceReader, text: str, field: str, expected: str) -> None:
    source = reader.read_text(text, "test")
    assert str(getattr(source, field)) == expected
    assert source.text == text


PARTY = """TỈNH ỦY SÓC TRĂNG          ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 65-KH/TU        Sóc Trăng, ngày 12 tháng 11 năm 2014

KẾ HOẠCH
thực hiện Chỉ thị số 39-CT/TW
"""
STATE = """ỦY BAN NHÂN DÂN
TỈNH CÀ MAU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cà Mau, ngày 05 tháng 3 năm 2024

QUYẾT ĐỊNH
Về việc ban hành quy chế

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
"""
CENTRAL = """BỘ CHÍNH TRỊ
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 18 tháng 8 năm 2014

CHỈ THỊ
về công tác cán bộ
"""
NAMELESS = PARTY.replace("TỈNH ỦY SÓC TRĂNG", "TỈNH ỦY")
CELLS = """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 7822/KH-UBND | Bến Tre, ngày 26 tháng 11 năm 2021 |
Căn cứ Quyết định số 1662/QĐ-TTg ngày 04 tháng 10 năm 2021 của Thủ tướng Chính phủ;
"""
UNDATED = STATE.replace("Cà Mau, ngày 05 tháng 3", "Cà Mau, ngày     tháng 3")


@pytest.mark.parametrize(
    ("text", "published", "place", "title"),
    [
        (PARTY, "2014-11-12", "Sóc Trăng", "KẾ HOẠCH thực hiện Chỉ thị số 39-CT/TW"),
        (STATE, "2024-03-05", "Cà Mau", "QUYẾT ĐỊNH Về việc ban hành quy chế"),
        (CENTRAL, "2014-08-18", None, "CHỈ THỊ về công tác cán bộ"),
        (NAMELESS, "2014-11-12", "Sóc Trăng", "KẾ HOẠCH thực hiện Chỉ thị số 39-CT/TW"),
        (UNDATED, None, "Cà Mau", "QUYẾT ĐỊNH Về việc ban hành quy chế"),
        (STATE.replace("05 tháng 3", "31 tháng 2"), None, "Cà Mau", None),
        (CELLS, "2021-11-26", "Bến Tre", None),
    ],
)
def test_letterheads(
    reader: SourceReader, text: str, published: str | None, place: str | None, title: str | None
) -> None:
    source = reader.read_text(text, "test")
    assert source.published == (PartialDate.parse(published) if published else None)
    assert source.place == place
    assert source.author is None
    if title:
        assert source.title == title


def test_declared_block(reader: SourceReader) -> None:
    head = "Tiêu đề: Sơ kết\nNguồn: Báo Sóc Trăng\nNgày: 11/02/2024\nNơi: Sóc Trăng\n\n"
    source = reader.read_text(head + BODY, "test")
    assert source.text == head + BODY
    assert (source.title, source.publisher, str(source.published), source.place) == (
        "Sơ kết",
        "Báo Sóc Trăng",
        "2024-02-11",
        "Sóc Trăng",
    )


def test_what_is_given_goes_first(reader: SourceReader) -> None:
    text = page("11/02/2024 06:23", "Nguồn: Báo Sóc Trăng")
    given = PartialDate(2020, 1, 2)
    source = reader.read_text(text, "test", published=given, place="Cà Mau")
    assert (source.published, source.place, source.publisher) == (given, "Cà Mau", "Báo Sóc Trăng")

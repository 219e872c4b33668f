"""Letterheads and feet of the Party and of the State, as files give their two columns."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import docx
import font_source_sans_pro
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from graph.model.registry import Registry
from graph.pipeline import Reader, make_reader
from graph.reading import SourceReader


@dataclass(frozen=True)
class Paper:
    """What is printed: the head's and the foot's left and right column, and what is between."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    type: str
    title: tuple[str, ...]
    body: tuple[str, ...]
    sent: tuple[str, ...]
    signed: tuple[str, ...]
    says: dict[str, object]


PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM", "")
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")

PAPERS = {
    "plan of a provincial committee": Paper(
        ("TỈNH ỦY SÓC TRĂNG", "*", "Số 71-KH/TU"), (*PARTY, "Sóc Trăng, ngày 05 tháng 3 năm 2021"),
        "KẾ HOẠCH", ("thực hiện Chỉ thị số 01-CT/TW, ngày 09/3/2021", "của Bộ Chính trị"),
        ("Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:",),
        ("- Văn phòng Trung ương Đảng,", "- Các huyện ủy, thị ủy, thành ủy,",
         "- Lưu Văn phòng Tỉnh ủy."),
        ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "Hồ Thanh Bình"),
        {"number": "71-KH/TU", "type": "Kế hoạch", "date": "2021-03-05",
         "issuer": "BAN THƯỜNG VỤ TỈNH ỦY SÓC TRĂNG", "signer": "Hồ Thanh Bình",
         "capacity": "T/M BAN THƯỜNG VỤ; PHÓ BÍ THƯ",
         "recipients": ["Văn phòng Trung ương Đảng", "Các huyện ủy, thị ủy, thành ủy",
                        "Lưu Văn phòng Tỉnh ủy"],
         "title": "thực hiện Chỉ thị số 01-CT/TW, ngày 09/3/2021 của Bộ Chính trị"},
    ),
    "conclusion of the Secretariat": Paper(
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Số 44-KL/TW"),
        (*PARTY, "Hà Nội, ngày 22 tháng 11 năm 2022"),
        "KẾT LUẬN", ("CỦA BAN BÍ THƯ", "về công tác lưu trữ"), ("Ban Bí thư kết luận:",),
        ("- Các tỉnh ủy, thành ủy,", "- Lưu Văn phòng Trung ương Đảng."),
        ("T/M BAN BÍ THƯ", "", "Lê Hoài Nam"),
        {"number": "44-KL/TW", "type": "Kết luận", "date": "2022-11-22", "issuer": "BAN BÍ THƯ",
         "recipients": ["Các tỉnh ủy, thành ủy", "Lưu Văn phòng Trung ương Đảng"]},
    ),
    "guidance of a committee's board": Paper(
        ("HUYỆN ỦY KẾ SÁCH", "BAN TỔ CHỨC", "*", "Số 12-HD/BTCHU"),
        (*PARTY, "Kế Sách, ngày 15 tháng 8 năm 2019"),
        "HƯỚNG DẪN", ("về sinh hoạt chi bộ",), ("Ban Tổ chức Huyện ủy hướng dẫn như sau:",),
        ("- Các chi bộ,", "- Lưu."), ("TRƯỞNG BAN", "", "Lý Thị Hoa"),
        {"number": "12-HD/BTCHU", "type": "Hướng dẫn", "date": "2019-08-15", "signer": "Lý Thị Hoa",
         "issuer": "BAN TỔ CHỨC HUYỆN ỦY KẾ SÁCH", "capacity": "TRƯỞNG BAN",
         "title": "về sinh hoạt chi bộ", "recipients": ["Các chi bộ", "Lưu"]},
    ),
    "plan of a province": Paper(
        ("ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG", "Số: 125/KH-UBND"),
        (*STATE, "Sóc Trăng, ngày 12 tháng 7 năm 2023"),
        "KẾ HOẠCH", ("Phòng chống sạt lở bờ sông",),
        ("Căn cứ Luật Đê điều số 79/2006/QH11;", "I. MỤC ĐÍCH"),
        ("- TT. Tỉnh ủy;", "- Các sở, ban ngành;", "- Lưu: VT, KT."),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Vương Quốc Tuấn"),
        {"number": "125/KH-UBND", "type": "Kế hoạch", "date": "2023-07-12",
         "issuer": "ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG", "signer": "Vương Quốc Tuấn",
         "capacity": "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH; PHÓ CHỦ TỊCH",
         "title": "Phòng chống sạt lở bờ sông",
         "recipients": ["TT. Tỉnh ủy", "Các sở, ban ngành", "Lưu: VT, KT"]},
    ),
    "report of a department": Paper(
        ("UBND TỈNH HẬU GIANG", "SỞ NỘI VỤ", "Số: 88/BC-SNV"),
        (*STATE, "Hậu Giang, ngày 02 tháng 12 năm 2020"),
        "BÁO CÁO", ("Kết quả cải cách hành chính năm 2020",), ("Sở Nội vụ báo cáo như sau:",),
        ("- UBND tỉnh (báo cáo);", "- Lưu: VT."),
        ("GIÁM ĐỐC", "", "Ngô Văn Khang"),
        {"number": "88/BC-SNV", "type": "Báo cáo", "date": "2020-12-02",
         "issuer": "SỞ NỘI VỤ, TỈNH HẬU GIANG", "signer": "Ngô Văn Khang",
         "capacity": "GIÁM ĐỐC",
         "title": "Kết quả cải cách hành chính năm 2020",
         "recipients": ["UBND tỉnh (báo cáo)", "Lưu: VT"]},
    ),
    "letter of a province": Paper(
        ("ỦY BAN NHÂN DÂN", "TỈNH TIỀN GIANG", "Số: 4912/UBND-NC"),
        (*STATE, "Tiền Giang, ngày 02 tháng 12 năm 2019"),
        "", ("V/v tăng cường quản lý kho",), ("Kính gửi: Các sở, ngành tỉnh.", "Mở kho hằng ngày."),
        ("- Như trên;", "- Lưu: VT, NC."), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Lê Văn Hiểu"),
        {"number": "4912/UBND-NC", "type": "Công văn", "date": "2019-12-02",
         "issuer": "ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG", "title": "V/v tăng cường quản lý kho",
         "signer": "Lê Văn Hiểu", "recipients": ["Như trên", "Lưu: VT, NC"]},
    ),
    "decision of a province": Paper(
        ("ỦY BAN NHÂN DÂN", "TỈNH TIỀN GIANG", "Số: 1539/QĐ-UBND"),
        (*STATE, "Tiền Giang, ngày 31 tháng 8 năm 2022"),
        "QUYẾT ĐỊNH", ("Về việc phê duyệt Đề án mở kho",),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG", "Căn cứ Luật Đê điều số 79/2006/QH11;",
         "QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Đề án mở kho.",
         "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."),
        ("- Như Điều 3;", "- Lưu: VT."), ("CHỦ TỊCH", "", "", "Đồng Văn Thanh"),
        {"number": "1539/QĐ-UBND", "type": "Quyết định", "date": "2022-08-31",
         "effective": "2022-08-31", "signer": "Đồng Văn Thanh", "capacity": "CHỦ TỊCH",
         "title": "Về việc phê duyệt Đề án mở kho", "recipients": ["Như Điều 3", "Lưu: VT"]},
    ),
    "directive of a district, below its province": Paper(
        ("TỈNH ỦY ĐỒNG THÁP", "HUYỆN ỦY TAM NÔNG", "*", "Số 05-CT/HU"),
        (*PARTY, "Tam Nông, ngày 14 tháng 9 năm 2017"),
        "CHỈ THỊ", ("CỦA BAN THƯỜNG VỤ HUYỆN ỦY", "về mùa nước nổi"),
        ("Nước lên sớm. Ban Thường vụ Huyện ủy yêu cầu:",),
        ("- Tỉnh ủy (b/c),", "- Lưu."), ("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "", "Huỳnh Văn Lúa"),
        {"number": "05-CT/HU", "date": "2017-09-14", "title": "về mùa nước nổi",
         "issuer": "BAN THƯỜNG VỤ HUYỆN ỦY TAM NÔNG, TỈNH ĐỒNG THÁP", "signer": "Huỳnh Văn Lúa"},
    ),
    "plan of a commune, below its province": Paper(
        ("ĐẢNG BỘ TỈNH ĐỒNG THÁP", "ĐẢNG ỦY XÃ TRÀM CHIM", "*", "Số 12-KH/ĐU"),
        (*PARTY, "Tràm Chim, ngày 14 tháng 9 năm 2025"),
        "KẾ HOẠCH", ("mùa nước nổi",), ("- Căn cứ Điều lệ Đảng;", "Đảng ủy xã lập kế hoạch."),
        ("- Tỉnh ủy (b/c),", "- Lưu."), ("T/M ĐẢNG ỦY", "BÍ THƯ", "", "Huỳnh Văn Lúa"),
        {"number": "12-KH/ĐU", "date": "2025-09-14", "title": "mùa nước nổi",
         "issuer": "ĐẢNG ỦY XÃ TRÀM CHIM, TỈNH ĐỒNG THÁP"},
    ),
    "submission of two bodies": Paper(
        ("BỘ TÀI CHÍNH - BỘ CÔNG AN", "Số: 45/TTr-BTC-BCA"),
        (*STATE, "Hà Nội, ngày 20 tháng 8 năm 2022"),
        "TỜ TRÌNH", ("Về dự thảo Nghị định về kho",), ("Kính gửi: Chính phủ",),
        ("- Như trên;", "- Lưu: VT."), ("BỘ TRƯỞNG BỘ TÀI CHÍNH", "", "", "Hồ Đức Phong"),
        {"number": "45/TTr-BTC-BCA", "type": "Tờ trình", "date": "2022-08-20",
         "issuer": "BỘ TÀI CHÍNH - BỘ CÔNG AN", "title": "Về dự thảo Nghị định về kho"},
    ),
}  # fmt: skip


def in_columns(paper: Paper) -> bytes:
    """Both columns in one line, parted by a wide gap."""
    head = zip_longest(paper.left, paper.right, fillvalue="")
    foot = zip_longest(("Nơi nhận:", *paper.sent), paper.signed, fillvalue="")
    lines = [f"{left:<44}{right}" for left, right in head]
    lines += ["", paper.type, *paper.title, "-----", *paper.body, ""]
    lines += [f"{left:<44}{right}".rstrip() for left, right in foot]
    return "\n".join(lines).encode()


def one_below_the_other(paper: Paper) -> bytes:
    lines = [*paper.left[:-1], *paper.right[:-1], "", paper.left[-1], paper.right[-1], ""]
    lines += [paper.type, *paper.title, "-----", *paper.body, "", "Nơi nhận:", *paper.sent, ""]
    return "\n".join([*lines, *paper.signed, ""]).encode()


def as_docx(paper: Paper) -> bytes:
    document = docx.Document()
    _table(document, paper.left, paper.right)
    for line in (paper.type, *paper.title, "-----", *paper.body):
        document.add_paragraph(line)
    _table(document, ("Nơi nhận:", *paper.sent), paper.signed)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _table(document: docx.document.Document, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    cells = document.add_table(1, 2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        cell.text = "\n".join(lines)


def as_pdf(paper: Paper) -> bytes:
    font = Path(font_source_sans_pro.__file__).parent / "files" / "SourceSansPro-Regular.ttf"
    pdfmetrics.registerFont(TTFont("paper", str(font)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont("paper", 11)
    at = 800.0
    for left, right in zip_longest(paper.left, paper.right, fillvalue=""):
        canvas.drawCentredString(150, at, left)
        canvas.drawCentredString(420, at, right)
        at -= 16
    for line in ("", paper.type, *paper.title, "_____", *paper.body, ""):
        canvas.drawString(70, at, line)
        at -= 16
    for left, right in zip_longest(("Nơi nhận:", *paper.sent), paper.signed, fillvalue=""):
        canvas.drawString(70, at, left)
        canvas.drawCentredString(420, at, right)
        at -= 16
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def tools(registry: Registry) -> tuple[SourceReader, Reader]:
    return SourceReader(registry), make_reader(registry)


@pytest.mark.parametrize("printed", [in_columns, one_below_the_other, as_docx, as_pdf])
@pytest.mark.parametrize("name", PAPERS)
def test_head_and_foot(
    tools: tuple[SourceReader, Reader], name: str, printed: Callable[[Paper], bytes]
) -> None:
    paper = PAPERS[name]
    read, reader = tools
    source = read.read_bytes(printed(paper), "paper")
    own = reader.references(source).to_dict()["self"]
    assert own is not None, source.text
    assert {field: own[field] for field in paper.says} == paper.says, source.text


PARTY_MOTTO, STATE_MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM", "\n".join(STATE)
# lines above the number, number, dateline, what the work's identifier begins with (None: not known)
HEADS = {
    "district": (
        ("TỈNH ỦY ĐỒNG THÁP", "HUYỆN ỦY TAM NÔNG"), "05-CT/HU", "Tam Nông, ngày 4 tháng 9 năm 2017",
        "dong-thap/tam-nong-hu/",
    ),
    "city in a province": (
        ("TỈNH ỦY BÌNH ĐỊNH", "THÀNH ỦY QUY NHƠN"), "05-KH/TU", "Quy Nhơn, ngày 4 tháng 9 năm 2017",
        "binh-dinh/quy-nhon-hu/",
    ),
    "urban district": (
        ("THÀNH ỦY CẦN THƠ", "QUẬN ỦY Ô MÔN"), "05-KH/QU", "Ô Môn, ngày 4 tháng 9 năm 2017",
        "can-tho/o-mon-hu/",
    ),
    "ban of a district": (
        ("TỈNH ỦY ĐỒNG THÁP", "HUYỆN ỦY TAM NÔNG", "BAN TUYÊN GIÁO"), "05-HD/BTGHU",
        "Tam Nông, ngày 4 tháng 9 năm 2017", "dong-thap/tam-nong-btg-hu/",
    ),
    "ban of a province": (
        ("TỈNH ỦY ĐỒNG THÁP", "BAN TỔ CHỨC"), "05-HD/BTCTU",
        "Đồng Tháp, ngày 4 tháng 9 năm 2017", "dong-thap/btc-tu/",
    ),
    "office of a city": (
        ("THÀNH ỦY CẦN THƠ", "VĂN PHÒNG"), "05-TB/VPTU",
        "Cần Thơ, ngày 4 tháng 9 năm 2017", "can-tho/vp-tu/",
    ),
    "commune since 2025": (
        ("THÀNH ỦY CẦN THƠ", "ĐẢNG ỦY PHƯỜNG Ô MÔN"), "05-NQ/ĐU", "Ô Môn, ngày 4 tháng 9 năm 2025",
        "can-tho-2025/o-mon-du/",
    ),
    "commune below a district of a province": (
        ("TỈNH ỦY ĐỒNG THÁP", "HUYỆN ỦY TAM NÔNG", "ĐẢNG ỦY XÃ PHÚ ĐỨC"), "05-NQ/ĐU",
        "Phú Đức, ngày 4 tháng 9 năm 2017", "dong-thap/phu-duc-du/",
    ),
    "the people's committee's party committee": (
        ("TỈNH ỦY AN GIANG", "ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH"), "05-NQ/ĐU",
        "An Giang, ngày 4 tháng 9 năm 2025", "an-giang-2025/du-ubnd/",
    ),
    "the people's committee's party caucus": (
        ("TỈNH ỦY AN GIANG", "BAN CÁN SỰ ĐẢNG", "ỦY BAN NHÂN DÂN TỈNH"), "05-NQ/BCSĐ",
        "An Giang, ngày 4 tháng 9 năm 2019", "an-giang/bcsd-ubnd/",
    ),
    "an office's committee": (
        ("TỈNH ỦY AN GIANG", "ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "VÀ DOANH NGHIỆP TỈNH",
         "ĐẢNG ỦY SỞ Y TẾ"), "05-NQ/ĐU", "Long Xuyên, ngày 4 tháng 9 năm 2019",
        "an-giang/so-y-te-du-co-so/",
    ),
    "ward below a city, no province": (
        ("UBND THÀNH PHỐ X LẠ", "ỦY BAN NHÂN DÂN", "PHƯỜNG MAI"), "05/KH-UBND",
        "Phường Mai, ngày 4 tháng 9 năm 2019", None,
    ),
    "department of a ministry": (
        ("BỘ CÔNG THƯƠNG", "CỤC XÚC TIẾN THƯƠNG MẠI"), "05/QĐ-XTTM",
        "Hà Nội, ngày 4 tháng 9 năm 2019", "-/xttm/",
    ),
    "steering committee of the centre": (
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN CHỈ ĐẠO TỔNG KẾT NGHỊ QUYẾT SỐ 18"), "05-KH/BCĐ",
        "Hà Nội, ngày 4 tháng 9 năm 2024", None,
    ),
    "district of one province only, alone": (
        ("HUYỆN ỦY MƯỜNG LA",), "05-CT/HU", "Mường La, ngày 4 tháng 9 năm 2017",
        "son-la/muong-la-hu/",
    ),
    "numbered district": (
        ("ỦY BAN NHÂN DÂN", "QUẬN 3"), "05/KH-UBND", "Quận 3, ngày 4 tháng 9 năm 2017",
        "ho-chi-minh/3-ubnd-huyen/",
    ),
    "trade union": (
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LĐLĐ TỈNH BẾN TRE"), "05/KH-LĐLĐ",
        "Bến Tre, ngày 4 tháng 9 năm 2019", "ben-tre/ldld/",
    ),
    "front": (
        ("MẶT TRẬN TỔ QUỐC VIỆT NAM", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "TỈNH BẾN TRE"),
        "05/KH-UBMTTQ", "Bến Tre, ngày 4 tháng 9 năm 2019", "ben-tre/mttq/",
    ),
    "women": (
        ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "BAN THƯỜNG VỤ", "HỘI LHPN TỈNH BẾN TRE"), "05/KH-BTV",
        "Bến Tre, ngày 4 tháng 9 năm 2019", "ben-tre/hlhpn/",
    ),
    "farmers": (
        ("HỘI NÔNG DÂN VIỆT NAM", "HỘI NÔNG DÂN TỈNH BẾN TRE"), "05/KH-HND",
        "Bến Tre, ngày 4 tháng 9 năm 2019", "ben-tre/hnd/",
    ),
    "youth": (
        ("ĐOÀN TNCS HỒ CHÍ MINH", "BCH TỈNH ĐOÀN BẾN TRE"), "05-KH/TĐTN",
        "Bến Tre, ngày 4 tháng 9 năm 2019", "ben-tre/tinh-doan/",
    ),
}  # fmt: skip


def whose(tools: tuple[SourceReader, Reader], lines: list[str], number: str) -> str | None:
    """Return the part of the own work's identifier that tells place and body."""
    read, reader = tools
    text = "\n".join([*lines, "", "NGHỊ QUYẾT", "về mùa nước nổi", "", "Nước lên sớm.", ""])
    own = reader.references(read.read_bytes(text.encode(), "paper")).to_dict()["self"]
    assert own is not None
    assert own["number"] == number
    work = own["resolution"]["work"]
    return work and work.removeprefix("/eli/vn/")


@pytest.mark.parametrize("name", HEADS)
def test_the_last_body_of_a_head_issues(tools: tuple[SourceReader, Reader], name: str) -> None:
    above, number, dated, begins = HEADS[name]
    motto = PARTY_MOTTO if "-" in number.split("/")[0] else STATE_MOTTO
    below = [*above, f"Số {number}", motto, dated]
    first, last = motto.splitlines()[0], above[-1] if above[1:] else ""
    wide = [f"{above[0]}     {first}", *above[1:-1], f"{last}     {dated}"]
    narrow = [f"{above[0]} {first}", *above[1:-1], f"{last} {dated}"]
    turned = [motto, dated, *above, f"Số: {number}"]
    for lines in (below, [*wide, f"Số {number}"], [*narrow, f"Số {number}"], turned):
        work = whose(tools, lines, number)
        assert work is None if begins is None else work and work.startswith(begins), lines

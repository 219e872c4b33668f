"""Whose a local number is where several provinces are spoken of, or one became another."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


def places(reader: Reader, text: str, home: str | None, written: str) -> list[str | None]:
    """Return of each reference the place in whose series its document is."""
    source = make_source(text, "bai", published=PartialDate.parse(written), place=home)
    rows = reader.references(source).to_dict()["references"]
    works = [row["resolution"]["work"] for row in rows]
    return [work and work.split("/")[3] for work in works]


A, B = "Quyết định số 12/2019/QĐ-UBND ngày 5/6/2019", "Quyết định số 14/2020/QĐ-UBND"
SAID = [
    (f"HĐND tỉnh bãi bỏ các quyết định của tỉnh Đắk Nông (cũ), gồm {A} và {B}.", ["dak-nong"] * 2),
    (f"Bãi bỏ 9 văn bản của UBND tỉnh Đắk Nông trước sắp xếp, trong đó có {A} và {B}.",
     ["dak-nong"] * 2),
    (f"Tỉnh thay {A} của tỉnh Bình Thuận trước đây.", ["binh-thuan"]),
    (f"Tỉnh thay {A} của Bình Thuận.", ["binh-thuan"]),
    (f"Tỉnh thay {A} của UBND tỉnh Bình Thuận.", ["binh-thuan"]),
    # Nothing but the text's own place.
    (f"Tỉnh thay {A} và {B}.", ["lam-dong"] * 2),
    (f"Tỉnh thay {A} của UBND tỉnh.", ["lam-dong"]),
    (f"Xã Bình Thuận, phường Phú Yên thay {A}.", ["lam-dong"]),
    (f"Tỉnh thay {A} về việc phối hợp với tỉnh Khánh Hòa.", ["lam-dong"]),
    # Several may be meant.
    (f"Tại tỉnh Bình Thuận cũ, mức chi theo {A} được giữ.", [None]),
    (f"Đoàn của tỉnh Khánh Hòa hỏi về {A}.", [None]),
    (f"Gộp Bình Thuận và Đắk Nông vào Lâm Đồng thì {A} ra sao?", [None]),
    (f"UBND tỉnh Bình Thuận từng rất rộng rãi. Theo {A}, mỗi hộ được 5 triệu.", [None]),
    # What the new province issued is none of those that it came from.
    ("UBND tỉnh Bình Thuận từng rất rộng rãi. Theo Quyết định số 9/QĐ-UBND ngày 5/8/2025, mỗi hộ "
     "được 5 triệu.", ["lam-dong-2025"]),
    # A year in which one became the other.
    ("Quyết định số 14/2025/QĐ-UBND của UBND tỉnh Lâm Đồng.", [None]),
    ("Quyết định số 14/2025/QĐ-UBND ngày 3/3/2025 của UBND tỉnh Lâm Đồng.", ["lam-dong"]),
    ("Quyết định số 14/2020/QĐ-UBND của UBND tỉnh Lâm Đồng.", ["lam-dong"]),
    # Districts are in the province that they were in.
    ("Quyết định số 214/QĐ-UBND ngày 3/8/2020 của UBND huyện Bắc Bình.", ["binh-thuan"]),
    ("Quyết định số 214/QĐ-UBND ngày 3/8/2020 của UBND huyện Đức Trọng.", ["lam-dong"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), SAID)
def test_after_a_merger(reader: Reader, text: str, found: list[str | None]) -> None:
    assert places(reader, text, "Lâm Đồng", "2025-12-10") == found


def test_a_place_that_only_one_body_tells_gives_way_to_any_other(reader: Reader) -> None:
    text = "Tỉnh ủy Quảng Ngãi ban hành Nghị quyết số 04-NQ/TU ngày 5/5/2021. {} mỗi hộ được vay."
    theirs = text.format("Tại Kon Tum, theo Nghị quyết số 02-NQ/TU ngày 1/6/2021,")
    assert places(reader, theirs, None, "2022-12-10") == ["quang-ngai", None]
    own = text.format("Theo Nghị quyết số 02-NQ/TU ngày 1/6/2021,")
    assert places(reader, own, None, "2022-12-10") == ["quang-ngai", "quang-ngai"]


def test_a_number_in_a_series_is_given_once(reader: Reader) -> None:
    text = "Kết luận số 21-KL/TW ngày 25/10/2021 và Kết luận số 21-KL/TW của Bộ Chính trị."
    assert places(reader, text, None, "2025-07-10") == ["tw", None]


def test_a_province_that_is_no_more_gives_no_numbers_in_the_term_of_writing(
    reader: Reader,
) -> None:
    text = "Nghị quyết số 12-NQ/TU của Tỉnh ủy Hải Dương."
    assert places(reader, text, "Hải Phòng", "2025-12-10") == [None]
    assert places(reader, text, "Hải Dương", "2022-12-10") == ["hai-duong"]


A_PLAN = "Kế hoạch số 128/KH-UBND ngày 5/5/2021"
SPOKEN = [
    (f"Sáng nay, Thường trực Tỉnh ủy An Giang họp. Chủ tịch UBND tỉnh ký {A_PLAN}.", "an-giang"),
    (f"CỔNG THÔNG TIN ĐIỆN TỬ TỈNH QUẢNG TRỊ\nVăn bản mới\n{A_PLAN} về tiêm chủng", "quang-tri"),
    (f"Tỉnh Lào Cai tiêm chủng.\n\nTheo {A_PLAN} của UBND tỉnh, đợt đầu kết thúc.", "lao-cai"),
    # Named, but not as a province that the text speaks of; of several none.
    (f"An Giang mùa nước nổi. Theo {A_PLAN}, đợt đầu kết thúc.", None),
    (f"Đoàn tỉnh An Giang và đoàn tỉnh Lào Cai xem xét {A_PLAN} của UBND tỉnh.", None),
    (f"Đoàn tỉnh An Giang đến Lào Cai. Tại Lào Cai, theo {A_PLAN}, tiêm xong.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), SPOKEN)
def test_a_text_of_no_place_is_of_the_one_province_that_it_speaks_of(
    reader: Reader, text: str, place: str | None
) -> None:
    assert places(reader, text, None, "2022-12-10") == [place]


def test_a_letter_is_of_the_province_whose_text_cites_it(reader: Reader) -> None:
    text = "UBND tỉnh đã có Văn bản số 11234/UBND-NC ngày 5/12/2024 gửi các sở.\n{}"
    assert places(reader, text.format("Tỉnh Lâm Đồng họp."), None, "2024-12-17") == ["lam-dong"]
    text = "Tại tỉnh Khánh Hòa, theo Văn bản số 11234/UBND-NC ngày 5/12/2024, 5 sở được gộp."
    assert places(reader, text, "Lâm Đồng", "2024-12-17") == [None]


def test_a_committee_has_one_name_in_ids_whether_said_or_coded(reader: Reader) -> None:
    text = (
        "Thị ủy Hương Thủy ra Kế hoạch số 9-KH/ThU ngày 2/3/2016 và {} số 10-KH/ThU ngày 5/6/2016."
    )
    source = make_source(text.format("Kế hoạch"), "bai", place="Thừa Thiên Huế")
    rows = reader.references(source).to_dict()["references"]
    works = [row["resolution"]["work"] for row in rows]
    assert [work and work.split("/")[4] for work in works] == ["huong-thuy-hu"] * 2


NEIGHBOURS = [
    ("Về nông thôn mới, tỉnh có Kế hoạch số 111-KH/TU ngày 3/4/2023 của Ban Thường vụ Tỉnh ủy; Bạc "
     "Liêu cũng có Kế hoạch 111-KH/TU ngày 9/5/2023.", ["soc-trang", "bac-lieu"]),
    ("Cà Mau đã ban hành Chương trình hành động số 14-CTr/TU ngày 24/02/2017.", ["ca-mau"]),
    ("Cà Mau hỏi về Chương trình hành động số 14-CTr/TU ngày 24/02/2017.", ["soc-trang"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), NEIGHBOURS)
def test_what_a_neighbour_is_said_to_issue(
    reader: Reader, text: str, found: list[str | None]
) -> None:
    assert places(reader, text, "Sóc Trăng", "2023-06-09") == found


def test_a_day_after_the_merger_is_the_new_provinces(reader: Reader) -> None:
    text = "Quyết định số 18/QĐ-UBND ngày 22/7/2025 của Ủy ban nhân dân tỉnh được công bố."
    assert places(reader, text, "Ninh Thuận", "2025-12-10") == ["khanh-hoa-2025"]


PROPOSAL = (
    "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG\nSố: 188/TTr-UBND\nLâm Đồng, ngày 22 tháng 9 năm 2025\n\n"
    "TỜ TRÌNH\nVề việc kéo dài thời gian áp dụng một số nghị quyết của Hội đồng nhân dân {}\n\n"
    "Kính gửi: Hội đồng nhân dân tỉnh\n\nQua rà soát có các nghị quyết sau:\n\n"
    "(1) Nghị quyết số 36/2020/NQ-HĐND ngày 06/12/2020 về phân cấp;\n\n"
    "(2) Nghị quyết số 5/NQ-HĐND ngày 5/8/2025 về chi ngân sách.\n"
)
OLD_AND_NEW = [
    ("tỉnh Bình Thuận (trước sắp xếp)", [None, "lam-dong-2025"]),
    ("tỉnh", ["lam-dong", "lam-dong-2025"]),
]


@pytest.mark.parametrize(("whose", "found"), OLD_AND_NEW)
def test_a_text_about_a_former_provinces_documents(
    reader: Reader, whose: str, found: list[str | None]
) -> None:
    assert places(reader, PROPOSAL.format(whose), "Lâm Đồng", "2025-09-22") == found

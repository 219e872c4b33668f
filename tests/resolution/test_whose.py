"""Whose a document is: the organ in a letter's number, the issuer that a list shares."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source

HOME = "Nghệ An"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_registry())


def works(reader: Reader, text: str, published: PartialDate) -> list[str | None]:
    source = make_source(text, "bai.txt", published=published, place=HOME)
    rows = reader.references(source).to_dict()["references"]
    return [row["resolution"]["work"] for row in rows]


# The organ stands before the dash, the division that drafted the letter behind it.
LETTERS = [
    ("Công văn số 2214/UBND-NN ngày 17/5/2023 của UBND tỉnh",
     "nghe-an/ubnd/cong-van/2023-05-17/2214"),
    ("Công văn số 61/UBND-NL ngày 17/5/2023", "nghe-an/ubnd/cong-van/2023-05-17/61"),
    ("Công văn số 62/UBND-QP ngày 17/5/2023", "nghe-an/ubnd/cong-van/2023-05-17/62"),
    ("Công văn số 63/UBND-VP ngày 17/5/2023", "nghe-an/ubnd/cong-van/2023-05-17/63"),
    ("Công văn số 415/STC-TL ngày 17/5/2023 của Sở Tài chính",
     "nghe-an/so-tai-chinh/cong-van/2023-05-17/415"),
    ("Công văn số 877/VPCP-NN ngày 17/5/2023 của Văn phòng Chính phủ",
     "tw/vpcp/cong-van/2023-05-17/877"),
    # who signs a letter does not make it his own
    ("Công văn số 64/UBND-NC ngày 17/5/2023 của Văn phòng UBND tỉnh",
     "nghe-an/ubnd/cong-van/2023-05-17/64"),
    ("Công văn số 64/UBND-NC ngày 17/5/2023 của Chủ tịch UBND tỉnh",
     "nghe-an/ubnd/cong-van/2023-05-17/64"),
    ("Quyết định số 64/QĐ-UBND ngày 17/5/2023 của Chủ tịch UBND tỉnh",
     "nghe-an/ct-ubnd/quyet-dinh/2023-05-17/64"),
    ("Công văn số 5120/BTC-TCT ngày 17/5/2023 của Bộ Tài chính", "tw/btc/cong-van/2023-05-17/5120"),
    ("Chỉ thị số 07/CT-UBND ngày 17/5/2023 của UBND tỉnh", "nghe-an/ubnd/chi-thi/2023-05-17/7"),
    ("Quyết định số 888/QĐ-BHXH ngày 16/7/2018 của Tổng Giám đốc Bảo hiểm xã hội Việt Nam",
     "tw/bhxhvn/quyet-dinh/2018-07-16/888"),
    ("Quyết định số 888/QĐ-BHXH ngày 16/7/2018 của Bảo hiểm xã hội Việt Nam",
     "tw/bhxhvn/quyet-dinh/2018-07-16/888"),
    ("Quyết định số 88/QĐ-BHXH ngày 16/7/2018 của Giám đốc BHXH tỉnh",
     "nghe-an/bhxh/quyet-dinh/2018-07-16/88"),
    ("Quyết định số 88/QĐ-BHXH ngày 16/7/2018", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "work"), LETTERS)
def test_the_organ_in_a_number(reader: Reader, text: str, work: str | None) -> None:
    found = works(reader, f"Thực hiện {text}.", PartialDate(2023, 6, 1))
    assert found == [work and f"/eli/vn/{work}"]


def test_a_list_of_party_numbers_is_of_the_term_of_its_last(reader: Reader) -> None:
    text = (
        "Quán triệt Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW và Nghị quyết số 20-NQ/TW "
        "ngày 25/10/2017 của Ban Chấp hành Trung ương."
    )
    assert works(reader, text, PartialDate(2023, 6, 1)) == [
        f"/eli/vn/tw/bchtw/nghi-quyet/2017-10-25/{number}" for number in (18, 19, 20)
    ]


@pytest.mark.parametrize(
    "congress", ["Nghị quyết Đại hội XII của Đảng", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII"]
)
def test_a_plenum_is_not_of_the_congress_named_after_it(reader: Reader, congress: str) -> None:
    text = f"Học tập Nghị quyết Trung ương 4 khóa XII, {congress}."
    found = works(reader, text, PartialDate(2018, 6, 1))
    assert found[0] == "/eli/vn/tw/bchtw/nghi-quyet/2016-10-30/4"

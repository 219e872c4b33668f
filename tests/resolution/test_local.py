"""Whose a local number is: the text's place, a district that it names, or nobody's for sure."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.model.seeding import load_registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source
from graph.resolution.bodies import Bodies
from graph.resolution.places import Places


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_registry())


def works(
    reader: Reader, text: str, place: str | None, published: PartialDate
) -> dict[str, str | None]:
    source = make_source(text, "bai.txt", published=published, place=place)
    rows = reader.references(source).to_dict()["references"]
    return {row["number"]: row["resolution"]["work"] for row in rows}


DISTRICT = (
    "Huyện ủy Tiên Phước tổng kết Nghị quyết số 17-NQ/TU ngày 27/4/2017 của Tỉnh ủy, "
    "Kế hoạch 25-KH/HU ngày 3/5/2017 của Huyện ủy và Quyết định số 120/QĐ-UBND ngày 3/3/2018 của "
    "UBND huyện."
)


def test_a_district_that_the_text_names_is_whose_numbers_are_meant(reader: Reader) -> None:
    assert works(reader, DISTRICT, "Quảng Nam", PartialDate(2019, 4, 2)) == {
        "17-NQ/TU": "/eli/vn/quang-nam/tu/nghi-quyet/2017-04-27/17",
        "25-KH/HU": "/eli/vn/quang-nam/tien-phuoc-hu/ke-hoach/2017-05-03/25",
        "120/QĐ-UBND": "/eli/vn/quang-nam/tien-phuoc-ubnd-huyen/quyet-dinh/2018-03-03/120",
    }


SEATED = [
    ("Kế hoạch số 3-KH/HU ngày 2/3/2018 của Ban Thường vụ Huyện ủy",
     "btv-hu/ke-hoach/2018-03-02/3"),
    ("Nghị quyết số 6-NQ/HU ngày 2/3/2018 của Ban Chấp hành Đảng bộ huyện",
     "bch-huyen/nghi-quyet/2018-03-02/6"),
    ("Quyết định số 9/QĐ-UBND ngày 2/3/2018 của Chủ tịch UBND huyện",
     "ct-ubnd-huyen/quyet-dinh/2018-03-02/9"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "work"), SEATED)
def test_a_bare_body_is_one_of_the_district_spoken_of(reader: Reader, text: str, work: str) -> None:
    said = f"Huyện ủy Tiên Phước họp phiên thường kỳ và nghe báo cáo về {text}."
    found = works(reader, said, "Quảng Nam", PartialDate(2019, 4, 2))
    assert list(found.values()) == [f"/eli/vn/quang-nam/tien-phuoc-{work}"]


UNSAID = [
    "Quyết định số 120/QĐ-UBND ngày 3/3/2018 của UBND huyện",
    "Kế hoạch số 33/KH-UBND ngày 3/3/2018 của UBND xã",
    "Kế hoạch 25-KH/HU",
    "Nghị quyết số 05-NQ/ĐU",
    "Kế hoạch số 09-KH/BCĐ",
    "Hướng dẫn số 05-HD/UBKT",
    "Kế hoạch số 71-KH/ĐUCA",
]


@pytest.mark.parametrize("text", UNSAID)
def test_a_province_does_not_tell_which_body_below_it_is_meant(reader: Reader, text: str) -> None:
    found = works(reader, f"Thực hiện {text}.", "Quảng Nam", PartialDate(2019, 4, 2))
    assert list(found.values()) == [None]


def test_a_body_that_is_named_tells_whose_a_shared_code_is(reader: Reader) -> None:
    text = "Ủy ban Kiểm tra Thành ủy Hà Nội ban hành Hướng dẫn số 02-HD/UBKT ngày 12/3/2018."
    found = works(reader, text, "Hà Nội", PartialDate(2018, 3, 15))
    assert found == {"02-HD/UBKT": "/eli/vn/ha-noi/ubkt-tu/huong-dan/2018-03-12/2"}


# Of which district a bare 'Huyện ủy' is: (text, province, work of each number).
NAMED_ONCE = [
    (
        "UBKT Huyện ủy Lục Yên tham mưu Ban Thường vụ Huyện ủy ra Quyết định số 45-QĐ/HU ngày "
        "3/5/2017.",
        "Yên Bái", ["yen-bai/luc-yen-btv-hu"],
    ),
    (
        "Ở huyện Lục Yên, hội nghị bàn Nghị quyết số 7-NQ/HU ngày 3/5/2017 của Huyện ủy.",
        "Yên Bái", ["yen-bai/luc-yen-hu"],
    ),
    (  # each paragraph its own
        "Huyện ủy Lục Yên bàn Nghị quyết số 7-NQ/HU ngày 3/5/2017.\n"
        "Huyện ủy Mù Cang Chải bàn Nghị quyết số 8-NQ/HU ngày 4/5/2017.\n"
        "Hai nơi đều có Nghị quyết số 9-NQ/HU ngày 5/5/2017.",
        "Yên Bái", ["yen-bai/luc-yen-hu", "yen-bai/mu-cang-chai-hu", None],
    ),
    ("Huyện Lục Yên và huyện Văn Yên bàn Nghị quyết số 7-NQ/HU ngày 3/5/2017.", "Yên Bái", [None]),
    (  # a commune's committee does not tell whose a district's number is
        "Đảng ủy xã Tân Lĩnh cụ thể hóa Nghị quyết số 7-NQ/HU ngày 3/5/2017 của Huyện ủy.",
        "Yên Bái", [None],
    ),
    (  # in a province 'thành phố' is a district, in Hà Nội it is not
        "Thành phố Yên Bái làm theo Quyết định số 7/QĐ-UBND ngày 3/5/2017 của UBND thành phố.",
        "Yên Bái", ["yen-bai/yen-bai-ubnd-huyen"],
    ),
    ("Kế hoạch số 7-KH/TU ngày 3/5/2017 của Thành ủy.", "Yên Bái", [None]),
    ("Kế hoạch số 7-KH/TU ngày 3/5/2017 của Thành ủy.", "Hà Nội", ["ha-noi/tu"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "units"), NAMED_ONCE)
def test_a_district_named_once_is_that_of_the_bare_word(
    reader: Reader, text: str, place: str, units: list[str | None]
) -> None:
    found = works(reader, text, place, PartialDate(2019, 4, 2)).values()
    assert ["/".join(w.split("/")[3:5]) if w else None for w in found] == units


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("đề nghị của UBND huyện Lục Yên tại Tờ trình số 5/TTr-UBND", "yen-bai/luc-yen-ubnd-huyen"),
        ("đề nghị của Ban Cán sự đảng UBND tỉnh tại Tờ trình số 5-TTr/BCSĐ", "yen-bai/bcsd-ubnd"),
        ("Tờ trình số 5-TTr/BCSĐ", None),  # ministries, courts and provinces had one
    ],
)
def test_who_proposes_tells_whose_the_paper_is(reader: Reader, text: str, work: str | None) -> None:
    found = works(reader, f"Xét {text} ngày 3/5/2017.", "Yên Bái", PartialDate(2019, 4, 2))
    assert list(found.values()) == [work and f"/eli/vn/{work}/to-trinh/2017-05-03/5"]


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        ("Huyện ủy Mường La", "son-la"),  # of one province only
        ("UBND thành phố Quy Nhơn", "binh-dinh"),
        ("Huyện ủy Châu Thành", None),  # of many
        ("UBND xã Tân Lập", None),  # communes' names recur
        ("ĐẢNG ỦY XÃ TÂN LẬP, HUYỆN MỘC CHÂU", "son-la"),
        ("ĐẢNG ỦY XÃ TÂN LẬP, HUYỆN CHÂU THÀNH, TỈNH LONG AN", "long-an"),
        ("HUYỆN ỦY CHÂU THÀNH, TỈNH LONG AN", "long-an"),
    ],
)
def test_a_district_of_one_province_tells_it(
    registry: Registry, phrase: str, place: str | None
) -> None:
    body = Bodies(registry, Places(registry.places, registry.districts)).named(phrase, None, None)
    assert body is not None
    assert body.place == place


# A number of a committee: whose it is where no committee is said to have issued it.
OF_SOME_LEVEL = [
    ("UBND huyện Như Xuân hủy Quyết định số 905/QĐ-UBND ngày 3/3/2018 vì sai thẩm quyền.", None),
    ("UBND TP. Uông Bí nói rõ. Theo Quyết định số 905/QĐ-UBND ngày 3/3/2018, đất bị thu.", None),
    ("Chủ tịch UBND xã Hòa An ký nhầm Quyết định số 905/QĐ-UBND ngày 3/3/2018.", None),
    ("HỘI ĐỒNG NHÂN DÂN HUYỆN BẮC HÀ\nKhông điều chỉnh theo Nghị quyết số 12/NQ-HĐND ngày "
     "21/7/2016.", None),
    ("UBND tỉnh ban hành Quyết định số 905/QĐ-UBND ngày 3/3/2018.", "quang-ninh"),
    ("Mức thu của tỉnh theo Quyết định số 905/QĐ-UBND ngày 3/3/2018.", "quang-ninh"),
    ("UBND huyện xin ý kiến. Giá đất của tỉnh theo Quyết định số 9/QĐ-UBND ngày 3/3/2018.",
     "quang-ninh"),
    ("Giá đất theo Quyết định số 905/2017/QĐ-UBND.", "quang-ninh"),
    # Nothing but the text's place, and no day.
    ("Hồ sơ giải quyết theo Quyết định số 38/QĐ-UBND thì thôi.", None),
    ("Nộp báo cáo số 05/BC-UBND nhé.", None),
    ("Sở làm theo công văn số 3110/UBND-KGVX.", None),
    ("UBND tỉnh vừa có công văn số 3110/UBND-KGVX.", "quang-ninh"),
    ("Công văn số 465/UBND ngày 3/3/2018 của UBND Q. 7 nói vậy.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), OF_SOME_LEVEL)
def test_a_committee_of_some_level(reader: Reader, text: str, place: str | None) -> None:
    (found,) = works(reader, text, "Quảng Ninh", PartialDate(2019, 4, 2)).values()
    assert (found and found.split("/")[3]) == place


def test_a_code_of_no_known_body_tells_nothing_by_itself(reader: Reader) -> None:
    text = "Báo gửi công văn số 181/CV-XYZT; công văn số 7/CV-XYZT ngày 3/3/2018 thì khác."
    found = works(reader, text, "Quảng Ninh", PartialDate(2019, 4, 2))
    assert found["181/CV-XYZT"] is None
    assert found["7/CV-XYZT"] is not None


@pytest.mark.parametrize(("year", "unit"), [(2023, "thua-thien-hue"), (2026, "hue")])
def test_a_province_that_became_a_city(reader: Reader, year: int, unit: str) -> None:
    text = f"Theo Quyết định số 30/{year}/QĐ-UBND."
    (found,) = works(reader, text, "Huế", PartialDate(2026, 7, 20)).values()
    assert found == f"/eli/vn/{unit}/ubnd/quyet-dinh/{year}/30"


NUMBER = "Kế hoạch số 283-KH/TU ngày 24/6/2019 còn đó."
ONE_PROVINCE = [
    (f"Dân vận ở Quảng Ninh\n\nNăm nay có ý nghĩa với Quảng Ninh. {NUMBER}", "quang-ninh"),
    (f"Dân vận ở Quảng Ninh\n\n{NUMBER}", None),
    (
        "Quảng Ninh làm dân vận\n\nĐó là Kế hoạch số 283-KH/TU ngày 24/6/2019 "
        "về dân vận của tỉnh Quảng Ninh năm 2019.",
        "quang-ninh",
    ),
    (
        "Quảng Ninh làm dân vận\n\nĐó là Kế hoạch số 283-KH/TU ngày 24/6/2019 "
        "về hợp tác với tỉnh Nghệ An.",
        None,
    ),
    (f"Dân vận ở Quảng Ninh\n\nQuảng Ninh khác Nghệ An. {NUMBER}", None),
]


@pytest.mark.parametrize(("text", "place"), ONE_PROVINCE)
def test_the_one_province_that_a_text_names_again(
    reader: Reader, text: str, place: str | None
) -> None:
    (found,) = works(reader, text, None, PartialDate(2023, 10, 15)).values()
    assert (found and found.split("/")[3]) == place


# A paragraph that goes on to speak of another province's bodies tells whose their numbers are.
SPOKEN_THERE = [
    ("Tại Nam Định, Ban Thường vụ Tỉnh ủy ra Kế hoạch số 26-KH/TU ngày 21/4/2025.", "nam-dinh"),
    ("Bài viết về Đồng Tháp, nơi Tỉnh ủy vừa có Kế hoạch số 26-KH/TU ngày 21/4/2025.", "dong-thap"),
    ("Tại Nam Định, Bộ Y tế họp. Tỉnh ủy đã ban hành Kế hoạch số 26-KH/TU ngày 21/4/2025.", None),
    ("Tại Nam Định, Tỉnh ủy họp.\nTỉnh ủy có Kế hoạch số 26-KH/TU ngày 21/4/2025.", None),
    ("Tại Nam Định, Tỉnh ủy Ninh Bình ký Kế hoạch số 26-KH/TU ngày 21/4/2025.", "ninh-binh"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), SPOKEN_THERE)
def test_whose_bodies_a_paragraph_speaks_of(reader: Reader, text: str, place: str | None) -> None:
    (found,) = works(reader, text, None, PartialDate(2025, 5, 15)).values()
    assert (found and found.split("/")[3]) == place


def test_party_committees_of_a_commune(reader: Reader) -> None:
    text = (
        "Đảng ủy xã Tân Hưng, tỉnh Tây Ninh họp. Ban Thường vụ Đảng ủy xã Tân Hưng ra Nghị quyết "
        "số 5-NQ/ĐU ngày 4/8/2025. Có Báo cáo số 31-BC/ĐU ngày 14/10/2025 của Đảng ủy Ủy ban "
        "nhân dân xã và Kế hoạch số 8-KH/ĐU ngày 25/8/2025 của Đảng ủy."
    )
    found = works(reader, text, "Tây Ninh", PartialDate(2025, 11, 1))
    places = [work and work.split("/")[4] for work in found.values()]
    assert places == ["tan-hung-btv-du", "tan-hung-du-ubnd-xa", "tan-hung-du"]


WARD = """ĐẢNG BỘ TỈNH AN GIANG
ĐẢNG ỦY PHƯỜNG RẠCH GIÁ
*
Số 47-{organ}

ĐẢNG CỘNG SẢN VIỆT NAM
Rạch Giá, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
thực hiện Nghị quyết số 80-NQ/TW

Kế hoạch này nối tiếp Kế hoạch số 22-KH/ĐU, ngày 20/10/2025.
"""


@pytest.mark.parametrize(
    ("organ", "work"),
    [("KH/ĐU", "/eli/vn/an-giang-2025/rach-gia-du/ke-hoach/2025-10-20/22"), ("KH/ĐUK", None)],
)
def test_a_committee_s_own_series(reader: Reader, organ: str, work: str | None) -> None:
    found = works(reader, WARD.format(organ=organ), None, PartialDate(2026, 3, 12))
    assert found["22-KH/ĐU"] == work


TEAM = """THÀNH ỦY HẢI PHÒNG
ĐOÀN KIỂM TRA 1242
*
Số 04-BC/ĐKT
Hải Phòng, ngày 14 tháng 6 năm 2023

BÁO CÁO
kết quả kiểm tra đối với Ban Thường vụ Huyện ủy Tiên Lãng

Ban Thường vụ Huyện ủy đã ban hành Kế hoạch số 118-KH/HU, ngày 22/10/2019.
"""


def test_a_team_is_of_no_district(reader: Reader) -> None:
    found = works(reader, TEAM, "Hải Phòng", PartialDate(2023, 6, 14))
    assert str(found["118-KH/HU"]).startswith("/eli/vn/hai-phong/tien-lang-")

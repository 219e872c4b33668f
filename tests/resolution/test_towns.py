"""Which body a phrase means: towns named as their provinces, mass organisations of every level."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model.registry import Registry
from graph.resolution.bodies import Bodies
from graph.resolution.places import Places

DAY = date(2023, 5, 1)


@pytest.fixture(scope="module")
def bodies(registry: Registry) -> Bodies:
    return Bodies(registry, Places(registry.places, registry.districts))


MEANT = [
    # A town bears its province's name, wherever the text is from.
    ("Thành ủy Cao Bằng", "cao-bang", "cao-bang/cao-bang/hu"),
    ("UBND thành phố Hà Giang", "ha-noi", "ha-giang/ha-giang/ubnd-huyen"),
    ("Đảng bộ thị xã Quảng Trị", None, "quang-tri/quang-tri/dang-bo-huyen"),
    # Of a rural district the name tells nothing of the province.
    ("UBND huyện Hòa Bình", "bac-lieu", "bac-lieu/hoa-binh/ubnd-huyen"),
    ("HĐND huyện Phù Yên", "son-la", "son-la/phu-yen/hdnd-huyen"),
    # So does a town that became a city of its own later on.
    ("UBND thành phố Huế", "thua-thien-hue", "thua-thien-hue/hue/ubnd-huyen"),
    ("Thành ủy Huế", None, "thua-thien-hue/hue/hu"),
    # Provinces and their cities stay what they are.
    ("Tỉnh ủy Phú Yên", "phu-yen", "phu-yen/tu"),
    ("UBND thành phố Cần Thơ", "ca-mau", "can-tho/ubnd"),
    ("UBND tỉnh Đà Nẵng", "da-nang", None),
    # Mass organisations.
    ("Ban Chấp hành Đoàn tỉnh", "an-giang", "an-giang/tinh-doan"),
    ("Ban Thường vụ Tỉnh đoàn Bến Tre", "ca-mau", "ben-tre/tinh-doan"),
    ("Thành đoàn Đà Nẵng", "da-nang", "da-nang/tinh-doan"),
    ("Thành đoàn Vinh", "nghe-an", "nghe-an/vinh/doan-huyen"),
    ("Huyện đoàn Yên Thành", "nghe-an", "nghe-an/yen-thanh/doan-huyen"),
    ("Thị đoàn Gò Công", "tien-giang", "tien-giang/go-cong/doan-huyen"),
    ("Hội LHPN huyện Cai Lậy", "tien-giang", "tien-giang/cai-lay/hlhpn-huyen"),
    ("Ủy ban MTTQ Việt Nam thị xã Gò Công", "tien-giang", "tien-giang/go-cong/mttq-huyen"),
    ("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", "tien-giang", "tien-giang/mttq"),
    ("Ban Thường vụ Hội Nông dân tỉnh", "tien-giang", "tien-giang/hnd"),
    ("Hội Cựu chiến binh quận Bình Thủy", "can-tho", "can-tho/binh-thuy/hccb-huyen"),
    ("Liên đoàn Lao động huyện", "can-tho", None),  # of which district is not said
]


@pytest.mark.parametrize(("phrase", "place", "body"), MEANT)
def test_the_body_of_a_place(
    bodies: Bodies, phrase: str, place: str | None, body: str | None
) -> None:
    found = bodies.named(phrase, place, DAY)
    assert (found.id if found else None) == (body and f"/org/vn/{body}")


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        ("HUYỆN ỦY PHÚ NINH", "quang-nam"),
        ("Huyện ủy Phù Ninh", "phu-tho"),
        ("Huyện ủy Phu Ninh", None),
    ],
)
def test_districts_are_told_apart_by_their_marks(
    bodies: Bodies, phrase: str, place: str | None
) -> None:
    found = bodies.named(phrase, None, date(2020, 1, 1))
    assert (found and found.place) == place

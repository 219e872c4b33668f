"""The map of coverage for print: each province once, told apart without colour, in its frame."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pytest
from lxml import etree
from PIL import Image

from graph.export import Paper, render_coverage
from graph.export.pictures.coverage_map import coverage_scene
from graph.export.pictures.ink import extent
from graph.export.pictures.typeface import load_typeface
from graph.lineage.coverage import Carrying, Coverage, Covered
from graph.model.dates import PartialDate
from graph.model.errors import UnknownFormatError
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.model.seeding import load_registry

SVG = "{http://www.w3.org/2000/svg}"
NAME = "Chỉ thị 39-CT/TW ngày 18/8/2014"
LAGS = {"soc-trang": 141, "ha-noi": 20, "ca-mau": 300, "da-nang": 900, "thua-thien-hue": None}


@pytest.fixture(scope="module")
def seeds() -> Registry:
    return load_registry()


def found(registry: Registry, day: date) -> Coverage:
    rows = []
    for place in registry.places:
        if (place.valid_from or day) <= day <= (place.valid_to or day):
            day_of = PartialDate(2015, 1, 6)
            one = Carrying(
                "/eli/x", RelationKind.IMPLEMENTS, day_of, LAGS.get(place.id), (), None, None
            )
            documents = (one,) if place.id in LAGS else ()
            bodies = (one,) if place.id == "nghe-an" else ()
            status = "found" if documents else "not in the store"
            rows.append(Covered(place.id, place.name, status, documents, bodies))
    return Coverage("/eli/x", "province", day, None, tuple(rows))


@pytest.mark.parametrize(("day", "count"), [(date(2014, 8, 18), 63), (date(2026, 1, 1), 34)])
def test_each_province_has_its_tile_in_the_frame(seeds: Registry, day: date, count: int) -> None:
    answer = found(seeds, day)
    scene = coverage_scene(answer, NAME, seeds.map_tiles, load_typeface(), Paper.A4)
    tiles = [group for group in scene.groups if group.role == "tile"]
    assert len(tiles) == count + 2  # and the two archipelagos
    boxes = [extent(group) for group in scene.groups if group.role in ("tile", "legend")]
    for index, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 34
        assert right <= scene.width - 34 + 1
        assert bottom <= scene.height - 34
        for other in boxes[index + 1 :]:
            assert (
                right <= other[0] + 1
                or other[2] <= left + 1
                or (bottom <= other[1] + 1 or other[3] <= top + 1)
            )


def test_tiles_differ_by_more_than_colour(seeds: Registry) -> None:
    answer = found(seeds, date(2014, 8, 18))
    tree = etree.fromstring(render_coverage(answer, NAME, "svg", seeds))
    tiles = {group.get("aria-label"): group for group in tree.findall(f"{SVG}g[@class='tile']")}
    looks = {
        label.partition(":")[0]: (
            len(group.findall(f"{SVG}path")),
            group.find(f"{SVG}path").get("stroke-dasharray"),
            group.findall(f"{SVG}path")[-1].get("d")
            if len(group.findall(f"{SVG}path")) > 1
            else "",
            len(group.findall(f"{SVG}text")),
        )
        for label, group in tiles.items()
    }
    bars = {name: look[2].partition("L")[2].split(",")[0] for name, look in looks.items()}
    assert len({bars[name] for name in ("Hà Nội", "Sóc Trăng", "Cà Mau", "Đà Nẵng")}) >= 3
    assert looks["Nghệ An"][1] is not None
    assert looks["An Giang"][:2] == (1, None)
    assert "Sóc Trăng: 141 ngày" in tiles
    assert tiles["Thừa Thiên Huế: ?"].findall(f"{SVG}text")[-1].text == "?"


def test_pdf_has_title_source_and_selectable_names(seeds: Registry) -> None:
    answer = found(seeds, date(2014, 8, 18))
    page = pypdfium2.PdfDocument(render_coverage(answer, NAME, "pdf", seeds, Paper.A3))[0]
    assert tuple(round(side / 72 * 25.4) for side in page.get_size()) == (297, 420)
    words = page.get_textpage().get_text_bounded()
    assert f"Triển khai {NAME}: 5/63 tỉnh, thành phố" in words
    assert "địa giới ngày 18/8/2014" in words
    assert "Sóc Trăng" in words
    picture = Image.open(io.BytesIO(render_coverage(answer, NAME, "png", seeds)))
    assert picture.size == pytest.approx((2480, 3508), abs=2)


def test_other_formats_are_refused(seeds: Registry) -> None:
    with pytest.raises(UnknownFormatError):
        render_coverage(found(seeds, date(2014, 8, 18)), NAME, "html", seeds)

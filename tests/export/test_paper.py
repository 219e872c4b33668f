"""Pictures on paper: sizes, readable parts, nothing lost at a cut, numbers kept whole."""

from __future__ import annotations

import io

import networkx as nx
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from graph.export import Paper, render
from graph.export.lineage_view import view_of
from graph.export.pictures.cutting import cut
from graph.export.pictures.drawing import drawing_of, vietnamese_date
from graph.export.pictures.fitting import LEAST, MOST
from graph.export.pictures.ink import Shape, Words, extent
from graph.export.pictures.paper import sheets
from graph.export.pictures.sheets import all_sheets, first_sheet
from graph.export.pictures.typeface import load_typeface
from graph.model.registry import Registry

MILLIMETRES = {Paper.A4: (210, 297), Paper.A3: (297, 420)}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("size", ["small", "large"])
def test_every_page_has_the_size_that_was_asked_for(
    request: pytest.FixtureRequest, registry: Registry, paper: Paper, size: str
) -> None:
    data = render(request.getfixturevalue(size), "pdf", registry, paper)
    pages = [page.get_size() for page in pypdfium2.PdfDocument(data)]
    assert {tuple(sorted(round(side / 72 * 25.4) for side in page)) for page in pages} == {
        MILLIMETRES[paper]
    }
    assert len(set(pages)) == 1
    assert (len(pages) > 1) == (size == "large")


def test_svg_and_png_are_one_sheet(large: nx.MultiDiGraph, registry: Registry) -> None:
    tree = etree.fromstring(render(large, "svg", registry, Paper.A4))
    assert sorted((tree.get("width"), tree.get("height"))) == ["595.28pt", "841.89pt"]
    picture = Image.open(io.BytesIO(render(large, "png", registry, Paper.A4)))
    assert sorted(picture.size) == pytest.approx([2480, 3508], abs=2)  # 300 dots an inch


def test_the_first_sheet_has_title_source_legend_and_the_whole(
    large: nx.MultiDiGraph, registry: Registry
) -> None:
    pages = pypdfium2.PdfDocument(render(large, "pdf", registry, Paper.A4))
    first = pages[0].get_textpage().get_text_bounded()
    assert "Quan hệ văn bản: Kế hoạch 0-KH/TU ngày 01/01/2020" in first
    assert "đã lược bớt vì quá lớn" in first
    assert "11/02/2024" in first
    assert "thực hiện" in first
    assert f"trang 1/{len(pages)}" in first
    last = pages[len(pages) - 1].get_textpage().get_text_bounded()
    assert f"trang {len(pages)}/{len(pages)}" in last


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("size", ["small", "large"])
def test_nothing_is_drawn_outside_the_margins_of_the_whole(
    request: pytest.FixtureRequest, registry: Registry, paper: Paper, size: str
) -> None:
    face = load_typeface()
    drawing = drawing_of(view_of(request.getfixturevalue(size)), registry, face)
    scene = first_sheet(drawing, face, paper)
    margin = sheets(paper)[0].margin
    for group in scene.groups:
        if group.items and group.role != "edge":  # the handles of curves may lie beyond
            left, top, right, bottom = extent(group)
            assert min(left, top) >= margin
            assert right <= scene.width - margin
            assert bottom <= scene.height - margin


def test_every_box_is_whole_and_readable_on_some_sheet(
    large: nx.MultiDiGraph, registry: Registry
) -> None:
    face = load_typeface()
    drawing = drawing_of(view_of(large), registry, face)
    scenes = all_sheets(drawing, face, Paper.A3)
    whole = set()
    for scene in scenes[1:]:
        mask = next(group for group in scene.groups if group.id == "mask")
        border = mask.items[-1]
        assert isinstance(border, Shape)
        (left, top), (right, bottom) = border.commands[0][1][0], border.commands[2][1][0]
        for group in scene.groups:
            if group.role == "node":
                box = extent(group)
                if left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom:
                    whole.add(group.id)
                sizes = [item.size for item in group.items if isinstance(item, Words)]
                assert min(sizes) >= 5.0
    assert whole == {f"n{number}" for number in range(len(drawing.boxes))}


lengths = st.floats(200, 9000)
spots = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=20)


@given(lengths, lengths, spots)
def test_cuts_lose_no_box(width: float, height: float, places: list[tuple[float, float]]) -> None:
    largest, room = (180.0, 90.0), (500.0, 700.0)
    boxes = [
        (x * (width - 180), y * (height - 90), x * (width - 180) + 180, y * (height - 90) + 90)
        for x, y in places
    ]
    scale, parts = cut((width, height), boxes, largest, room)
    assert scale <= MOST
    assert scale >= LEAST or len(parts) > 20 or width * height > 20e6
    assert all(any(part.holds(box, room, scale) for part in parts) for box in boxes)
    assert len({part.name for part in parts}) == len(parts) <= 48


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("về thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị", "số 39-CT/TW,"),
        ("về thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị", "ngày 18/8/2014"),
        ("sửa đổi khoản 2 Điều 15 của Luật Đất đai năm 2013 và các luật khác", "Điều 15"),
    ],
)
def test_numbers_stay_with_the_word_before(text: str, whole: str) -> None:
    face = load_typeface()
    for room in range(80, 240, 7):
        assert any(whole in line for line in face.wrapped(text, room, 9.5, 20))


def test_wrapped_lines_are_even() -> None:
    face = load_typeface()
    text = "tăng cường công tác bảo vệ chính trị nội bộ trong tình hình hiện nay"
    lines = face.wrapped(text, 176.0, 9.5, 4)
    widths = [face.width(line, 9.5) for line in lines]
    assert " ".join(lines) == text
    assert min(widths) > max(widths) * 0.6


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2014-08-18", "18/8/2014"), ("2015-01-06", "06/01/2015"), ("2015-12-09", "09/12/2015"),
        ("2024-02", "02/2024"), ("2019", "2019"), ("không rõ", "không rõ"),
    ],
)  # fmt: skip
def test_dates_are_written_as_in_official_papers(iso: str, shown: str) -> None:
    assert vietnamese_date(iso) == shown

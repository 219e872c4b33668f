"""Pictures: layers, styles, Vietnamese text, and pages that run nothing of what they show."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import networkx as nx
import pypdfium2
import pytest
from lxml import etree, html
from PIL import Image

from graph.export import render
from graph.export.lineage_view import view_of
from graph.export.pictures.crowds import Plan, plan_of
from graph.export.pictures.drawing import TEXT_ROOM, drawing_of
from graph.export.pictures.layout import lay_out
from graph.export.pictures.style import line_styles
from graph.export.pictures.typeface import load_typeface
from graph.model.errors import PictureError
from graph.model.registry import Registry
from graph.model.relations import RelationKind

PLAN = "/eli/vn/soc-trang/tu/ke-hoach/2015-01-06/65"
ROOT = "/eli/vn/tw/bbt/chi-thi/2014-08-18/39"
LAW = "/eli/vn/tw/qh/luat/2024-01-18/31"
CITED = "/eli/vn/tw/btctw/huong-dan/-/1"
ALPHABET = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)
HOSTILE = "</script><img src=x onerror=alert(1)><svg onload=alert(2)>{{7*7}}"
SVG = "{http://www.w3.org/2000/svg}"


def planned(graph: nx.MultiDiGraph, registry: Registry) -> Plan:
    face = load_typeface()
    return plan_of(drawing_of(view_of(graph), registry, face), face)


def test_what_is_acted_on_stands_above(small: nx.MultiDiGraph, registry: Registry) -> None:
    layout = lay_out(planned(small, registry))
    height = {placed.box.node.id: placed.at[1] for placed in layout.boxes}
    assert height[LAW] < height[ROOT] < height[PLAN]


def test_boxes_do_not_overlap(large: nx.MultiDiGraph, registry: Registry) -> None:
    layout = lay_out(planned(large, registry))
    spots = sorted((p.at[1], p.at[0], p.box.width, p.box.height) for p in layout.boxes)
    for index, (y, x, width, height) in enumerate(spots):
        for other_y, other_x, other_width, other_height in spots[index + 1 :]:
            apart_x = abs(x - other_x) >= (width + other_width) / 2 - 1
            apart_y = abs(y - other_y) >= (height + other_height) / 2 - 1
            assert apart_x or apart_y


def test_every_relation_differs_by_more_than_colour() -> None:
    styles = line_styles()
    assert set(styles) == {kind.value for kind in RelationKind}
    assert len({(style.dash, style.head) for style in styles.values()}) == len(styles)


def test_svg_keeps_text_titles_and_marks_of_standing(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    tree = etree.fromstring(render(small, "svg", registry))
    texts = [element.text for element in tree.iter(f"{SVG}text")]
    assert {"Chỉ thị 39-CT/TW", "Kế hoạch 65-KH/TU", "thực hiện", "dẫn chiếu"} <= set(texts)
    assert any("11/02/2024" in text for text in texts)
    titles = [element.text for element in tree.iter(f"{SVG}title")]
    assert any("thực hiện →" in title and "“Ban Thường vụ" in title for title in titles)
    dashed = [
        group.get("aria-label")
        for group in tree.findall(f"{SVG}g[@class='node']")
        if group.find(f"{SVG}path").get("stroke-dasharray")
    ]
    assert len(dashed) == 1
    assert "01-HD/BTCTW" in dashed[0]


def test_the_legend_names_what_is_drawn_and_nothing_else(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    small.remove_node(CITED)
    tree = etree.fromstring(render(small, "svg", registry))
    legend = {
        text.text for group in tree.findall(f"{SVG}g[@class='legend']")
        for text in group.iter(f"{SVG}text")
    }  # fmt: skip
    assert {"thực hiện", "dẫn chiếu", "căn cứ", "Cơ quan, tổ chức"} <= legend
    assert "guides" not in legend
    assert not any("chưa có toàn văn" in entry for entry in legend)


def test_long_titles_are_wrapped_and_cut(registry: Registry) -> None:
    graph = nx.MultiDiGraph(root="a", direction="up", depth=1, truncated=False)
    graph.add_node("a", kind="work", type="Luật", title="dài " * 5000, number="x" * 5000, level=0)
    box = drawing_of(view_of(graph), registry, load_typeface()).boxes[0]
    assert len(box.lines) <= 8
    assert all(line.width <= TEXT_ROOM for line in box.lines)
    assert box.lines[-1].text.endswith("…")


def test_pdf_text_is_selectable_and_the_typeface_embedded(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    small.nodes[ROOT]["title"] = " ".join(ALPHABET[i : i + 12] for i in range(0, len(ALPHABET), 12))
    data = render(small, "pdf", registry)
    page = pypdfium2.PdfDocument(data)[0]
    words = page.get_textpage().get_text_bounded()
    assert "Quan hệ văn bản: Chỉ thị 39-CT/TW ngày 18/8/2014" in words
    assert set(ALPHABET) <= set(words)
    assert b"/FontFile2" in data


def test_decomposed_text_is_drawn_composed(small: nx.MultiDiGraph, registry: Registry) -> None:
    small.nodes[ROOT]["title"] = "sức khỏe"
    data = render(small, "pdf", registry)
    assert "sức khỏe" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()


def test_png_letters_do_not_depend_on_the_host(
    small: nx.MultiDiGraph, registry: Registry, tmp_path: object
) -> None:
    """In a process that sees no font of the host the picture is the same to the pixel."""
    here = render(small, "png", registry)
    picture = Image.open(io.BytesIO(here)).convert("L")
    assert picture.width > 1000
    assert picture.histogram()[0:100] != [0] * 100
    code = (
        "import sys, pickle; graph, registry = pickle.load(sys.stdin.buffer);"
        "from graph.export import render; sys.stdout.buffer.write(render(graph, 'png', registry))"
    )
    bare = {
        "PATH": os.environ["PATH"], "FONTCONFIG_FILE": "/nonexistent", "HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code], input=pickle.dumps((small, registry)), env=bare,
        capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout == here


def test_the_page_runs_nothing_that_a_document_says(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    for _, data in small.nodes(data=True):
        data["title"] = data["number"] = data["issuer"] = HOSTILE
    for _, _, data in small.edges(data=True):
        data["sentences"] = [dict.fromkeys(("source", "title", "published", "text"), HOSTILE)]
    page = render(small, "html", registry).decode()
    assert page.count("<script>") == page.count("</script>") == 1
    assert "{{7*7}}" in page
    tree = html.fromstring(page)
    assert not tree.xpath("//img")
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")


def test_the_page_asks_for_nothing_from_elsewhere(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    tree = html.fromstring(render(small, "html", registry))
    assert not tree.xpath("//@src | //@href | //link")
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")


def test_the_page_is_usable_by_keyboard(small: nx.MultiDiGraph, registry: Registry) -> None:
    tree = html.fromstring(render(small, "html", registry))
    edges = tree.xpath("//*[@id='picture']//*[@class='edge']")
    assert len(edges) == small.number_of_edges()
    assert all(edge.get("tabindex") == "0" and edge.get("aria-label") for edge in edges)
    rows = tree.xpath("//ol[@id='relations']/li/@id")
    assert {f"r{edge.get('id')[1:]}" for edge in edges} == set(rows)
    assert tree.xpath("//input[@type='search']")


def test_three_hundred_works_take_seconds(large: nx.MultiDiGraph, registry: Registry) -> None:
    began = time.monotonic()
    assert len(render(large, "svg", registry)) > 100_000
    assert time.monotonic() - began < 60


def test_a_layout_that_takes_too_long_is_given_up(
    large: nx.MultiDiGraph, registry: Registry
) -> None:
    with pytest.raises(PictureError, match="300 nodes took over"):
        lay_out(planned(large, registry), seconds=0.01)


def test_pictures_can_be_drawn_side_by_side(small: nx.MultiDiGraph, registry: Registry) -> None:
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _: render(small, "pdf", registry), range(8)))
    assert len(set(drawn)) == 1


def test_many_alike_stand_in_a_frame_with_one_line(
    large: nx.MultiDiGraph, registry: Registry
) -> None:
    layout = lay_out(planned(large, registry))
    assert layout.width < 8 * layout.height
    assert layout.frames
    assert len(layout.lines) < large.number_of_edges() / 10
    page = html.fromstring(render(large, "html", registry))
    shown = [
        row for edge in page.xpath("//*[@class='edge']") for row in edge.get("data-rows").split()
    ]
    assert sorted(map(int, shown)) == list(range(large.number_of_edges()))


def test_the_root_and_those_who_differ_stay_out_of_frames(
    large: nx.MultiDiGraph, registry: Registry
) -> None:
    plan = planned(large, registry)
    crowded = {plan.boxes[i].node.id for crowd in plan.crowds for i in crowd.members}
    assert "/eli/w0" not in crowded
    large.add_edge("/eli/w200", "/eli/w3", key="amends", relation="amends", evidence=1)
    plan = planned(large, registry)
    crowded = {plan.boxes[i].node.id for crowd in plan.crowds for i in crowd.members}
    assert "/eli/w200" not in crowded
    assert len(crowded) + len(plan.singles) == 300

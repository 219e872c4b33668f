"""The interactive lineage: drawn in layers, filtered, followed, shared by its address."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Route, expect

from tests.pages.conftest import PHONE, Opener

DIRECTIVE = "/works/eli/vn/tw/bct/chi-thi/2014-08-18/39"
REVIEWER = "/org/vn/soc-trang/btv-tu"
PLAN = "/eli/vn/soc-trang/btv-tu/ke-hoach/2015-01-06/65"
RESOLUTION = "/works/eli/vn/tw/bct/nghi-quyet/2024-12-22/57"


def drawn(page: Page, nodes: int | None = None) -> tuple[int, int]:
    """Wait until the picture is there; return how many nodes and edges it has."""
    pattern = re.compile(rf"^{nodes or r'[0-9]+'},[0-9]+$")
    root = page.locator("[data-lineage]")
    expect(root).to_have_attribute("data-drawn", pattern)
    found = (root.get_attribute("data-drawn") or "").split(",")
    return int(found[0]), int(found[1])


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_drawn_filtered_and_downloaded(open_page: Opener) -> None:
    page = open_page(f"{DIRECTIVE}/lineage")
    nodes, edges = drawn(page)
    assert (nodes, edges) >= (4, 3)
    page.get_by_role("checkbox", name="do … ban hành").uncheck()
    drawn(page, nodes - 1)
    assert "issued_by" not in query(page)["relation"]
    link = page.locator("a[data-format=csv]").get_attribute("href") or ""
    assert "relation=implements" in link
    assert "issued_by" not in page.request.get(link).text()
    page.reload()
    drawn(page, nodes - 1)
    page.goto("/stats")
    page.go_back()
    drawn(page, nodes - 1)
    page.get_by_role("checkbox", name="do … ban hành").check()
    drawn(page, nodes)


def test_keyboard_walks_collapses_and_finds_a_path(open_page: Opener) -> None:
    page = open_page(f"{DIRECTIVE}/lineage?focus={PLAN}")
    nodes, _ = drawn(page)
    panel = page.locator("[data-part=panel]")
    expect(panel).to_contain_text("Kế hoạch 65-KH/TU")
    picture = page.get_by_role("application")
    picture.focus()
    picture.press("p")
    picture.press("ArrowUp")
    expect(panel).to_contain_text("Chỉ thị 39-CT/TW")
    picture.press("p")
    expect(panel).to_contain_text("Đường đi")
    expect(panel.locator("blockquote")).to_contain_text("39-CT/TW")
    assert (query(page)["from"], query(page)["to"]) == ([PLAN], [DIRECTIVE.removeprefix("/works")])
    panel.get_by_role("button", name="Bỏ đường đi").click()
    page.goto(f"{DIRECTIVE}/lineage?focus={PLAN}")
    drawn(page, nodes)
    picture.focus()
    picture.press("Enter")
    drawn(page, nodes - 1)
    collapsed = query(page)["closed"]
    page.reload()
    drawn(page, nodes - 1)
    assert query(page)["closed"] == collapsed


def test_date_slider_leaves_out_what_came_later(open_page: Opener) -> None:
    page = open_page(f"{RESOLUTION}/lineage?direction=down")
    nodes, _ = drawn(page)
    slider = page.get_by_label("Đến ngày")
    slider.focus()
    slider.press("Home")
    drawn(page, 1)
    assert query(page)["as_of"] == ["2024-12-31"]
    slider.press("End")
    drawn(page, nodes)


def test_relation_is_read_in_the_panel(open_page: Opener) -> None:
    page = open_page(f"{DIRECTIVE}/lineage?focus={DIRECTIVE.removeprefix('/works')}", PHONE)
    drawn(page)
    panel = page.locator("[data-part=panel]")
    panel.get_by_role("button", name="được thực hiện bởi Kế hoạch 65-KH/TU").click()
    expect(panel.locator("blockquote").first).to_contain_text("sơ kết thực hiện Kế hoạch")


def test_goes_on_from_the_rim(open_page: Opener) -> None:
    page = open_page(f"{DIRECTIVE}/lineage?depth=1&focus={PLAN}")
    nodes, _ = drawn(page)
    page.get_by_role("button", name="Tìm tiếp từ đây").click()
    assert drawn(page, nodes + 1)[0] > nodes
    assert query(page)["open"] == [PLAN]


def test_without_scripts_there_is_picture_and_table(open_page: Opener) -> None:
    page = open_page(f"{DIRECTIVE}/lineage", java_script_enabled=False)
    expect(page.get_by_role("img")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("thực hiện")
    expect(page.locator(".stage")).to_be_hidden()
    page.get_by_label("Số tầng").select_option("1")
    page.get_by_role("button", name="Áp dụng").click()
    assert "depth=1" in page.url


def test_a_thousand_nodes_are_drawn_and_follow_the_hand(open_page: Opener) -> None:
    page = open_page("/")
    page.route("**/lineage?*", _answer_with_a_crowd)
    page.goto(f"{DIRECTIVE}/lineage?direction=down")
    assert drawn(page, 1000)[1] == 999
    expect(page.locator("[data-part=notice]")).to_contain_text("Không vẽ 501 nút")
    canvas = page.locator("[data-part=canvas]")
    before = canvas.screenshot()
    print(f"{page.evaluate(_PAN)} frames in a second while moving")
    assert canvas.screenshot() != before


def _answer_with_a_crowd(route: Route) -> None:
    if route.request.resource_type == "fetch":
        route.fulfill(json=_crowd(1500))
    else:
        route.continue_()


def _crowd(size: int) -> dict[str, object]:
    root = DIRECTIVE.removeprefix("/works")
    blank = {"issuer": "UBND", "title": None, "status": "read", "kind": "work", "type": "Kế hoạch"}
    ids = [f"/eli/vn/x/ubnd/ke-hoach/2020-01-01/{number}" for number in range(size)]
    nodes = [
        {"id": one, "number": f"{number}/KH-UBND", "date": "2020-01-01", "level": 1, **blank}
        for number, one in enumerate(ids)
    ]
    nodes.append({"id": root, "number": "39-CT/TW", "date": "2014-08-18", "level": 0, **blank})
    edges = [{"from": one, "relation": "implements", "to": root, "evidence": 1} for one in ids]
    return {"root": root, "truncated": False, "nodes": nodes, "edges": edges}


_PAN = """() => new Promise((resolve) => {
  const box = document.querySelector("[data-part=canvas]");
  const at = box.getBoundingClientRect();
  const fire = (type, x) => box.querySelector("canvas:last-of-type").dispatchEvent(
    new MouseEvent(type, {
      bubbles: true, clientX: at.left + x, clientY: at.top + 40, button: 0, buttons: 1,
    }));
  let frames = 0;
  const start = performance.now();
  fire("mousedown", 60);
  const step = () => {
    frames += 1;
    const passed = performance.now() - start;
    fire("mousemove", 60 + (passed / 5) % 300);
    if (passed < 1000) requestAnimationFrame(step);
    else { fire("mouseup", 60); resolve(frames); }
  };
  requestAnimationFrame(step);
})"""

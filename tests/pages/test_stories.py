"""What people come for, done in a browser on each page."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.pages.conftest import PHONE, Opener

DIRECTIVE = "/works/eli/vn/tw/bct/chi-thi/2014-08-18/39"
PLAN = "/works/eli/vn/soc-trang/btv-tu/ke-hoach/2015-01-06/65"
ARTICLE = (
    "Tỉnh ủy ban hành Kế hoạch số 65-KH/TU, ngày 6/1/2015 thực hiện Chỉ thị số 39-CT/TW, "
    "ngày 18/8/2014 của Bộ Chính trị. Xem thêm Chỉ thị số 39-CT/TW."
)


def test_search_as_you_type_without_diacritics(open_page: Opener) -> None:
    page = open_page("/")
    page.get_by_role("searchbox").press_sequentially("ke hoach 65", delay=15)
    first = page.locator("#results ol.works > li").first
    expect(first).to_contain_text("Kế hoạch 65-KH/TU")
    first.get_by_role("link").first.click()
    expect(page.locator("h1")).to_contain_text("Kế hoạch")


def test_search_narrows_and_widens(open_page: Opener) -> None:
    page = open_page("/works?q=nghi+quyet")
    before = page.locator(".tally").inner_text()
    page.locator(".facets").get_by_role("link", name="Bộ Chính trị", exact=True).click()
    expect(page.locator(".chips")).to_contain_text("Bộ Chính trị")
    expect(page.locator(".tally")).not_to_have_text(before)
    page.locator(".chips a").click()
    expect(page.locator(".tally")).to_have_text(before)


def test_ambiguous_number_shows_its_candidates(open_page: Opener) -> None:
    page = open_page("/works?q=39-CT/TW", PHONE)
    table = page.get_by_role("table")
    expect(table).to_be_visible()
    assert table.get_by_role("columnheader").count() >= 2  # as many as the registry knows of
    expect(table).to_contain_text("18/8/2014")
    expect(table).to_contain_text("Ban Bí thư")
    page.goto("/works/eli/vn/tw/-/chi-thi/-/39")
    expect(page.get_by_role("heading", level=1)).to_have_text("Có thể là văn bản nào?")


def test_work_is_cited_related_and_downloaded(open_page: Opener) -> None:
    page = open_page(PLAN, permissions=["clipboard-read", "clipboard-write"])
    expect(page.locator(".letterhead")).to_contain_text("Số: 65-KH/TU")
    expect(page.locator("#cite-state")).to_contain_text(
        "Kế hoạch số 65-KH/TU ngày 06 tháng 01 năm 2015 của Ban Thường vụ Tỉnh ủy Sóc Trăng"
    )
    page.get_by_role("button", name=re.compile("Sao chép.*Theo thể thức của Đảng")).click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Kế hoạch số 65-KH/TU, ngày 06/01/2015 của")
    group = page.locator(".group", has_text="Thực hiện").first
    group.get_by_text("chỗ nói như vậy").click()
    expect(group.locator("blockquote")).to_contain_text("39-CT/TW")
    expect(page.locator(".want")).to_contain_text("Chưa có toàn văn")
    for link in page.locator(".downloads a").all():
        answer = page.request.get(link.get_attribute("href") or "")
        assert answer.ok, link.inner_text()


def test_english_and_dark_are_kept(open_page: Opener) -> None:
    page = open_page(f"{DIRECTIVE}?lang=en&theme=dark")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Which document goes back to which?")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark == "rgb(23, 22, 20)"
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")


def test_source_shows_its_references_in_place(open_page: Opener) -> None:
    page = open_page("/sources")
    page.get_by_role("link", name="Ngành Tổ chức xây dựng Đảng Sóc Trăng").click()
    marks = page.locator("a.ref.resolved")
    assert marks.count() >= 8
    marks.nth(2).click()
    expect(page.locator(".card:target")).to_contain_text("Chỉ thị 28-CT/TW")


def test_text_is_read_and_added(open_page: Opener) -> None:
    page = open_page("/read")
    page.get_by_label("Dán bài vào đây").fill(ARTICLE)
    page.get_by_label("Tỉnh, thành phố").fill("Sóc Trăng")
    page.get_by_role("button", name="Đọc", exact=True).click()
    reading = page.locator("#reading")
    expect(reading.locator("a.ref")).to_have_count(3)
    expect(reading).to_contain_text("thực hiện")
    page.get_by_label("Tên bài").fill("Bài thử của trang đọc")
    page.get_by_role("button", name="Thêm bài này").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bài thử của trang đọc")
    assert "/sources/sha256:" in page.url


def test_file_is_dropped_and_refused_with_a_reason(open_page: Opener, tmp_path: Path) -> None:
    page = open_page("/read", PHONE, refused=True)
    drop = """([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: "text/plain" }));
      const form = document.querySelector("form[data-reader]");
      form.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    }"""
    page.evaluate(drop, ["bai.txt", ARTICLE])
    expect(page.locator("#reading a.ref")).to_have_count(3)
    empty = tmp_path / "trong.txt"
    empty.write_bytes(bytes(300))
    page.goto("/read")
    page.get_by_label("Hoặc chọn tệp").set_input_files(empty)
    page.get_by_role("button", name="Đọc", exact=True).click()
    expect(page.locator(".progress")).to_contain_text("Không đọc được")


def test_draft_comes_back_marked(open_page: Opener) -> None:
    page = open_page("/read")
    page.get_by_label("Dán bài vào đây").fill(ARTICLE)
    with page.expect_download() as awaited:
        page.get_by_role("button", name="Soát và ghi chú vào DOCX").click()
    assert awaited.value.suggested_filename == "kiem-tra.docx"
    page.get_by_role("button", name="Soát dự thảo").click()
    expect(page.locator("body")).to_contain_text("65-KH/TU")


def test_another_site_cannot_add_a_text(site: str) -> None:
    answer = httpx.post(
        f"{site}/read",
        data={"text": ARTICLE, "do": "keep"},
        headers={"Origin": "http://elsewhere.example"},
    )
    assert answer.status_code == 400


def test_body_lists_what_it_issued(open_page: Opener) -> None:
    page = open_page("/bodies")
    page.get_by_role("searchbox").fill("bo chinh tri")
    page.get_by_role("link", name="Bộ Chính trị", exact=True).first.click()
    expect(page.locator("ol.works > li")).to_have_count(50)
    page.get_by_role("link", name="Sau →").click()
    expect(page.locator("ol.works")).to_have_attribute("start", "51")


def test_body_tells_what_it_became_and_what_it_carried_out(open_page: Opener) -> None:
    page = open_page("/bodies/org/vn/soc-trang/btv-tu")
    expect(page.locator(".succession")).to_contain_text(
        "Ban Thường vụ Thành ủy Cần Thơ từ 01/7/2025"
    )
    row = page.get_by_role("row", name="Chỉ thị 39-CT/TW")
    expect(row).to_contain_text("65-KH/TU")
    expect(row).to_contain_text("141")
    page.get_by_role("link", name="Tìm và thu hẹp").click()
    expect(page.locator(".chips")).to_contain_text("Ban Thường vụ Tỉnh ủy Sóc Trăng")


def test_coverage_is_a_map_of_every_province_with_a_table(open_page: Opener) -> None:
    page = open_page(f"{DIRECTIVE}/coverage")
    expect(page.locator(".map li:not(.part)")).to_have_count(63)
    tile = page.locator(".map").get_by_role("link", name="Sóc Trăng 141 ngày")
    tile.press("Enter")
    row = page.locator("tbody:target")
    expect(row).to_contain_text("65-KH/TU")
    expect(row).to_contain_text("141")
    expect(page.locator(".names")).to_contain_text("An Giang · Bà Rịa - Vũng Tàu")
    page.get_by_role("link", name="34 tỉnh, thành phố").click()
    expect(page.locator(".map li:not(.part)")).to_have_count(34)
    expect(page.get_by_role("row", name="Cần Thơ")).to_contain_text("của Sóc Trăng (đến 30/6/2025)")


def test_tiles_of_the_map_do_not_cover_one_another(open_page: Opener) -> None:
    page = open_page(f"{DIRECTIVE}/coverage", PHONE)
    boxes = [tile.bounding_box() for tile in page.locator(".map li").all()]
    spots = [(round(box["x"]), round(box["y"])) for box in boxes if box]
    assert len(set(spots)) == len(boxes) == 65
    spot = {
        name: page.locator(".map li", has_text=name).first.bounding_box()
        for name in ("Hà Nội", "Cà Mau", "Đà Nẵng")
    }
    north, south, east = spot["Hà Nội"] or {}, spot["Cà Mau"] or {}, spot["Đà Nẵng"] or {}
    assert north["y"] < east["y"] < south["y"]
    assert south["x"] < north["x"] < east["x"]


def test_ministries_have_tiles_and_no_map(open_page: Opener) -> None:
    page = open_page(f"{DIRECTIVE}/coverage?level=ministry")
    expect(page.locator(".map")).to_have_count(0)
    assert page.locator(".tiles li").count() > 10


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (f"{DIRECTIVE}/impact", "Kế hoạch 65-KH/TU"),
        ("/wanted", "Kế hoạch 65-KH/TU"),
        ("/audit?rule=organ-against-issuer", "ký hiệu"),
        ("/reviews", "Đến hạn"),
        ("/stats", "Được triển khai nhiều nhất"),
        (f"{DIRECTIVE}/relations?kind=implements&inverse=true", "65-KH/TU"),
        (f"{DIRECTIVE}/evidence", "Sóc Trăng"),
    ],
)
def test_questions_are_answered(open_page: Opener, path: str, said: str) -> None:
    expect(open_page(path, PHONE).locator("main")).to_contain_text(said)


def test_unknown_document_is_a_page_too(open_page: Opener) -> None:
    page = open_page("/works/eli/vn/tw/bct/chi-thi/1914-08-18/39", refused=True)
    expect(page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy")

"""What holds for every page: nobody is shut out, nothing runs that was not written by us, light."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from service.pages.assets import STATIC
from tests.pages.conftest import DESKTOP, PHONE, Opener
from tests.pages.hostile import ATTACK

DIRECTIVE = "/works/eli/vn/tw/bct/chi-thi/2014-08-18/39"
PLAN = "/works/eli/vn/soc-trang/btv-tu/ke-hoach/2015-01-06/65"
PAGES = {
    "start": "/",
    "search": "/works?q=39-CT/TW",
    "nothing": "/works?q=khong+co+gi",
    "work": PLAN,
    "english": f"{DIRECTIVE}?lang=en",
    "lineage": f"{DIRECTIVE}/lineage?focus=/eli/vn/tw/bct/chi-thi/2014-08-18/39",
    "relations": f"{DIRECTIVE}/relations?kind=implements&inverse=true",
    "evidence": f"{DIRECTIVE}/evidence",
    "coverage": f"{DIRECTIVE}/coverage",
    "impact": f"{DIRECTIVE}/impact",
    "read": "/read",
    "bodies": "/bodies",
    "body": "/bodies/org/vn/soc-trang/btv-tu",
    "sources": "/sources",
    "wanted": "/wanted",
    "audit": "/audit",
    "reviews": "/reviews",
    "stats": "/stats",
    "sparql": "/sparql?query=SELECT+*+WHERE+{+%3Fa+luocdo:implements+%3Fb+}+LIMIT+5",
    "choice": "/works/eli/vn/tw/-/chi-thi/-/39",
    "problem": "/works/eli/vn/tw/bct/chi-thi/1914-08-18/39",
}
AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DRAFT = (
    "Căn cứ Chỉ thị số 39-CT/TW ngày 19/8/2014 của Bộ Chính trị; căn cứ Bộ luật Lao động số "
    "45/2019/QH14 ngày 20 tháng 11 năm 2019; theo Quyết định số 99999/QĐ-UBND."
)
BUDGET = 100_000  # bytes of JavaScript, uncompressed, in the first view of a work page


def shut_out(page: Page) -> list[str]:
    """Return what axe finds against the page."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("(tags) => axe.run({ runOnly: tags, resultTypes: ['violations'] })", WCAG)
    return [
        f"{one['id']}: {node['html'][:160]}: {node.get('failureSummary', '')[:300]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(
    ("name", "theme"),
    [*((name, "light") for name in PAGES), *((name, "dark") for name in PAGES)],
)
def test_nobody_is_shut_out(open_page: Opener, name: str, theme: str) -> None:
    size = PHONE if theme == "dark" else DESKTOP
    refused = name == "problem"
    page = open_page(PAGES[name], size, color_scheme=theme, bypass_csp=True, refused=refused)
    _settled(page, name)
    assert not shut_out(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{wide} pixels wider than the window"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nobody_is_shut_out_of_what_is_read_and_checked(open_page: Opener, theme: str) -> None:
    page = open_page("/read", color_scheme=theme, bypass_csp=True)
    page.get_by_label("Dán bài vào đây").fill(DRAFT)
    page.get_by_role("button", name="Đọc", exact=True).click()
    expect(page.locator("#reading a.ref")).to_have_count(3)
    assert not shut_out(page)
    page.get_by_role("button", name="Soát dự thảo").click()
    expect(page.locator(".notes li.wrong")).to_have_count(1)
    assert not shut_out(page)


def test_nobody_is_shut_out_of_the_file_to_take_away(open_page: Opener) -> None:
    # A file has no icon; served, the browser asks for one.
    page = open_page(f"{DIRECTIVE}/lineage.html", bypass_csp=True, refused=True)
    assert not shut_out(page)
    page.get_by_role("button", name="Toàn hình").click()
    page.get_by_label("Tìm trong hình").fill("ke hoach 65")
    expect(page.locator("#found")).to_contain_text("1 kết quả")


@pytest.mark.parametrize("name", PAGES)
def test_the_first_tab_skips_to_the_content(site: str, name: str) -> None:
    html = httpx.get(site + PAGES[name], headers={"Accept": "text/html"}).text
    first = re.search(r"<body.*?<a ([^>]*)>", html, re.DOTALL)
    assert first is not None
    assert 'href="#main"' in first[1]
    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert re.search(r"<script(?! type=\"module\" src=\"/static/)", html) is None
    assert not re.search(r"<[^>]+ (style|on\w+)=", html)


def test_keyboard_alone_goes_from_search_to_lineage(open_page: Opener) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("39-CT/TW 2014")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/works"))
    page.get_by_role("link", name="Chỉ thị 39-CT/TW").last.press("Enter")
    page.get_by_role("link", name="Xem lược đồ").press("Enter")
    expect(page.locator("[data-lineage]")).to_have_attribute("data-drawn", re.compile(","))


def test_hostile_text_stays_text(open_page: Opener, site: str) -> None:
    page = open_page("/sources")
    page.get_by_role("link", name="alert(1)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Tựa {ATTACK}")
    expect(page.locator(".body")).to_contain_text("{{ 7*7 }}")
    page.goto("/works?q=901/KH-UBND")
    page.locator("ol.works a").first.click()
    address = page.url
    for path in (address, f"{address}/lineage", f"{address}/evidence", "/audit", "/wanted"):
        page.goto(path)
        _settled(page, path.rpartition("/")[2])
        assert page.locator("main script, main img[onerror], main svg[onload]").count() == 0
    page.goto("/read")
    page.get_by_label("Dán bài vào đây").fill(f"</textarea>{ATTACK} Chỉ thị số 39-CT/TW {ATTACK}")
    page.get_by_role("button", name="Đọc", exact=True).click()
    expect(page.locator("#reading a.ref")).to_have_count(1)


@pytest.mark.parametrize(
    "path",
    [
        "/works?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/works?q=x&type=%3Cimg+src=x+onerror=alert(1)%3E&year=%27%22",
        "/sparql?query=%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/bodies?q=%3Cscript%3Ealert(1)%3C/script%3E",
        f"{DIRECTIVE}/lineage?focus=%3Cimg+src=x+onerror=alert(1)%3E&closed=%22%3E%3Cscript%3E",
        "/%3Cscript%3Ealert(1)%3C/script%3E",
        "/?lang=%22%3E%3Cscript%3E&theme=%22onload=",
    ],
)
def test_hostile_address_stays_text(open_page: Opener, path: str) -> None:
    page = open_page(path, refused=True)
    assert page.locator("script:not([src])").count() == 0
    assert page.locator("[onerror], [onload]").count() == 0


def test_work_page_is_light(open_page: Opener) -> None:
    page = open_page("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PLAN)
    page.wait_for_load_state("networkidle")
    files = [url.rpartition("/")[2] for url in asked if "/static/" in url]
    scripts = [STATIC / "assets" / name for name in files if name.endswith(".js")]
    assert scripts
    assert sum(file.stat().st_size for file in scripts) < BUDGET
    everything = sum((STATIC / "assets" / name).stat().st_size for name in files)
    assert everything < 250_000, "styles, fonts and scripts of one page"
    html = page.request.get(PLAN, headers={"Accept": "text/html"}).body()
    assert len(gzip.compress(html)) < 20_000


def test_lineage_page_has_a_budget_too(open_page: Opener, site: str) -> None:
    page = open_page("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{DIRECTIVE}/lineage")
    _settled(page, "lineage")
    scripts = [url for url in asked if url.endswith(".js")]
    assert any("elk-worker" in url for url in scripts)
    packed = {"Accept-Encoding": "gzip"}
    sent = 0
    for url in scripts:
        with httpx.stream("GET", url, headers=packed) as answer:
            assert answer.headers["content-encoding"] == "gzip"
            sent += sum(len(part) for part in answer.iter_raw())
    assert sent < 700_000, "cytoscape and the layout, compressed"


@pytest.mark.parametrize("name", ["search", "work", "lineage", "coverage", "body", "sparql"])
def test_reflow_at_four_times_the_size(open_page: Opener, name: str) -> None:
    page = open_page(PAGES[name], (320, 640))
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_files_are_kept_and_pages_asked_anew(site: str) -> None:
    client = httpx.Client(base_url=site, headers={"Accept": "text/html"})
    page = client.get(PLAN)
    assert page.headers["cache-control"] == "no-cache"
    assert "Cookie" in page.headers["vary"]
    again = client.get(PLAN, headers={"If-None-Match": page.headers["etag"]})
    assert again.status_code == 304
    script = re.search(r'src="(/static/[^"]+)"', page.text)
    assert script is not None
    assert "immutable" in client.get(script[1]).headers["cache-control"]
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_data_is_still_data(site: str) -> None:
    for path in (PLAN, "/works?q=39", "/bodies", "/sources", "/audit", "/stats", "/wanted"):
        answer = httpx.get(site + path, headers={"Accept": "*/*"})
        assert answer.headers["content-type"].startswith("application/json"), path


def _settled(page: Page, name: str) -> None:
    if name == "lineage":
        expect(page.locator("[data-lineage]")).to_have_attribute("data-drawn", re.compile(","))
        if "focus=" in page.url:
            expect(page.locator("[data-part=panel] h3")).to_be_visible()

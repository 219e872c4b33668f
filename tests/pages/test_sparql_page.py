"""The SPARQL page: every saved example runs and finds something; mistakes are told."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import expect

from service.pages.asking import examples
from tests.pages.conftest import Opener

EXAMPLES = examples("http://127.0.0.1:8000")
# The demo corpus tells of no such thing.
MAY_BE_EMPTY = {"11-co-quan-ke-tuc"}


@pytest.mark.parametrize("saved", [one.id for one in EXAMPLES])
def test_example_runs(site: str, saved: str) -> None:
    query = next(one.query for one in examples(site) if one.id == saved)
    answer = httpx.get(
        f"{site}/sparql", params={"query": query}, headers={"Accept": "text/html"}, timeout=20
    )
    assert answer.status_code == 200
    assert "<tbody>" in answer.text or "<pre" in answer.text or saved in MAY_BE_EMPTY


def test_examples_are_told_in_both_languages() -> None:
    assert len(EXAMPLES) >= 12
    assert all(one.vi and one.en and one.vi != one.en for one in EXAMPLES)


def test_query_is_written_and_answered(open_page: Opener) -> None:
    page = open_page("/sparql")
    page.get_by_role("link", name="Văn bản nào thay thế văn bản nào").click()
    editor = page.get_by_role("textbox", name="Câu hỏi SPARQL")
    editor.focus()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("table")).to_contain_text("/works/eli/vn/")
    editor.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Hỏi")).to_be_focused()
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page.locator(".letterhead")).to_be_visible()


def test_mistake_is_told(open_page: Opener) -> None:
    page = open_page("/sparql?query=SELECT+*+WHERE+{+%3Cscript%3E", refused=True)
    expect(page.get_by_role("alert")).to_contain_text("Không chạy được")


def test_clients_of_the_protocol_get_results(site: str) -> None:
    for accept in ("application/sparql-results+json", "text/html;q=0.5, text/csv", "*/*"):
        answer = httpx.get(f"{site}/sparql", params={"query": "ASK {}"}, headers={"Accept": accept})
        assert not answer.headers["content-type"].startswith("text/html"), accept

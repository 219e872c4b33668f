"""The words of the pages: the same in both languages, all there, dates as official papers do."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from graph.lineage.audit import RULES
from graph.lineage.force import STATES
from graph.lineage.timeline import EXPIRES, HAPPENINGS, IN_FORCE, ISSUED
from graph.model.documents import Standing
from graph.model.registry import Registry
from service.pages import wording
from service.pages.assets import STATIC
from service.pages.wording import Wording, load_strings

TEMPLATES = STATIC.parent / "pages" / "templates"
USED = re.compile(r"\bt\(\s*'([\w.-]+)'\s*[,)]")
PREFIXED = re.compile(r"\bt\(\s*'([\w.]+\.)(?:\w+_)?'\s*~")


def test_languages_have_the_same_keys_and_slots() -> None:
    vi, en = load_strings("vi"), load_strings("en")
    assert vi.keys() == en.keys()
    for key in vi:
        assert _slots(vi[key]) == _slots(en[key]), key


def test_templates_ask_for_strings_that_are_there() -> None:
    known = load_strings("vi")
    for template in TEMPLATES.rglob("*.html"):
        text = template.read_text()
        for key in USED.findall(text):
            assert key in known, f"{template.name}: {key}"
        for prefix in PREFIXED.findall(text):
            assert any(key.startswith(prefix) for key in known), f"{template.name}: {prefix}"


def test_values_of_the_model_have_names() -> None:
    known = load_strings("en")
    happenings = {name for pair in HAPPENINGS.values() for name in pair} | {
        ISSUED,
        IN_FORCE,
        EXPIRES,
    }
    for prefix, values in (
        ("standing", tuple(Standing)), ("status", STATES), ("rule", RULES),
        ("happening", happenings), ("level", ("central", "province", "district", "commune")),
    ):  # fmt: skip
        assert {f"{prefix}.{value}" for value in values} <= known.keys()


@pytest.mark.parametrize(
    ("date", "short", "long", "english"),
    [
        ("2014-08-18", "18/8/2014", "ngày 18 tháng 8 năm 2014", "18 August 2014"),
        ("2015-01-06", "06/01/2015", "ngày 06 tháng 01 năm 2015", "6 January 2015"),
        ("2020-02", "02/2020", "tháng 02 năm 2020", "February 2020"),
        ("2020", "2020", "năm 2020", "2020"),
        (None, "", "", ""),
        ("soon", "", "", ""),
    ],
)
def test_dates(date: str | None, short: str, long: str, english: str) -> None:
    vi, en = (Wording(one, load_strings(one)) for one in wording.LANGUAGES)
    assert (vi.day(date), vi.long_day(date), en.day(date)) == (short, long, english)


def test_relations_are_named_in_both_directions(registry: Registry) -> None:
    vi, en = (Wording(one, load_strings(one), registry) for one in wording.LANGUAGES)
    assert vi.relation("implements", inverse=True) == "được thực hiện bởi"
    assert en.relation("implements", inverse=True) == "is implemented by"
    assert vi.count(12345) == "12.345"


def _slots(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("vi", "ngày nêu là 19/8/2014, tháng 02/2020"),
        ("en", "ngày nêu là 19 August 2014, tháng February 2020"),
    ],
)
def test_dates_in_sentences_are_written_for_people(language: str, shown: str) -> None:
    words = Wording(language, {})
    assert words.dated("ngày nêu là 2014-08-19, tháng 2020-02") == shown
    untouched = "/eli/vn/tw/bct/chi-thi/2014-08-18/39, số 2014-2020/KH, 12014-08-18"
    assert words.dated(untouched) == untouched

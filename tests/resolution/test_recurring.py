"""Numbers that name several documents: by date, term, issuer, title and time of writing."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


def resolve(
    reader: Reader, text: str, published: str | None = None, place: str | None = None
) -> Any:
    when = PartialDate.parse(published) if published else None
    source = make_source(text, "test", published=when, place=place)
    return reader.references(source).to_dict()["references"][0]["resolution"]


BCT_2014 = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
BBT_2019 = "/eli/vn/tw/bbt/chi-thi/2019-11-01/39"
BBT_2024 = "/eli/vn/tw/bbt/chi-thi/2024-10-30/39"

DECIDED = [
    ("by date", "Chỉ thị số 39-CT/TW ngày 18/8/2014", None, BCT_2014),
    ("by other date", "Chỉ thị số 39-CT/TW ngày 01/11/2019", None, BBT_2019),
    ("by year", "Chỉ thị số 39-CT/TW năm 2019", None, BBT_2019),
    ("by issuer, before the third", "Chỉ thị số 39-CT/TW của Ban Bí thư", "2024-02-11", BBT_2019),
    ("by term", "Chỉ thị số 39-CT/TW của Bộ Chính trị khóa XI", None, BCT_2014),
    ("by title", "Chỉ thị số 39-CT/TW về công tác người khuyết tật", None, BBT_2019),
    ("before the second was issued", "Chỉ thị số 39-CT/TW", "2017-05-01", BCT_2014),
    ("term of writing", "Chỉ thị số 39-CT/TW", "2020-03-01", BBT_2019),
    ("short", "Nghị quyết 57", "2025-02-01", "/eli/vn/tw/bct/nghi-quyet/2024-12-22/57"),
    ("law of its day", "Luật Đất đai", "2010-01-01", "/eli/vn/tw/qh/luat/2003-11-26/13"),
    ("law by year", "Luật Đất đai năm 2013", None, "/eli/vn/tw/qh/luat/2013-11-29/45"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "published", "work"), [d[1:] for d in DECIDED], ids=[d[0] for d in DECIDED]
)
def test_decided(reader: Reader, text: str, published: str | None, work: str) -> None:
    found = resolve(reader, f"Thực hiện {text}.", published)
    assert (found["status"], found["work"]) == ("resolved", work)
    assert found["why"]


OPEN = [
    ("Chỉ thị số 39-CT/TW của Ban Bí thư", None, {BBT_2019, BBT_2024}),
    ("Chỉ thị số 39-CT/TW", None, {BCT_2014, BBT_2019}),
    (
        "Luật Đất đai",
        None,
        {"/eli/vn/tw/qh/luat/2013-11-29/45", "/eli/vn/tw/qh/luat/2024-01-18/31"},
    ),
]


@pytest.mark.parametrize(("text", "published", "works"), OPEN)
def test_left_open_with_candidates(
    reader: Reader, text: str, published: str | None, works: set[str]
) -> None:
    found = resolve(reader, f"Thực hiện {text}.", published)
    assert found["status"] == "ambiguous"
    assert works <= {candidate["work"] for candidate in found["candidates"]}
    assert all(candidate["why"] for candidate in found["candidates"])


def test_a_wrong_day_is_reported_not_swallowed(reader: Reader) -> None:
    found = resolve(reader, "Chỉ thị số 39-CT/TW, ngày 19/8/2014 của Bộ Chính trị")
    assert found["work"] == BCT_2014
    assert any("2014-08-19" in conflict for conflict in found["conflicts"])


def test_a_local_number_is_the_speaking_provinces(reader: Reader) -> None:
    text = "Kế hoạch số 65-KH/TU ngày 6/1/2015 của Ban Thường vụ Tỉnh ủy"
    here = resolve(reader, text, "2024-02-11", "Sóc Trăng")
    there = resolve(reader, text, "2024-02-11", "Nghệ An")
    assert here["work"].startswith("/eli/vn/soc-trang/")
    assert there["work"].startswith("/eli/vn/nghe-an/")
    assert resolve(reader, "Kế hoạch số 65-KH/TU", "2024-02-11")["status"] == "unresolved"


def test_a_merged_province_that_keeps_its_name_is_another(reader: Reader) -> None:
    before = resolve(reader, "Quyết định số 12/QĐ-UBND ngày 2/3/2024 của UBND thành phố Cần Thơ")
    after = resolve(reader, "Quyết định số 12/QĐ-UBND ngày 2/3/2026 của UBND thành phố Cần Thơ")
    assert before["work"].startswith("/eli/vn/can-tho/")
    assert after["work"].startswith("/eli/vn/can-tho-2025/")

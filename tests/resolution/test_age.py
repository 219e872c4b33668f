"""'10 năm thực hiện' says when a document began: of those with its number it is the one so old."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_registry())


SAID = [
    ("tổng kết 10 năm thực hiện Nghị quyết số 26-NQ/TW", 2019, "/nghi-quyet/2008-08-05/26"),
    ("sơ kết một năm thực hiện Nghị quyết số 26-NQ/TW", 2019, "/nghi-quyet/2018-05-19/26"),
    ("qua 05 năm triển khai thực hiện Chỉ thị số 39-CT/TW", 2019, "/chi-thi/2014-08-18/39"),
    ("sau 10 năm thi hành Luật Đất đai", 2023, "/luat/2013-11-29/45"),
    # That of 2008 was still carried out when nothing told it from that of 2018.
    ("thực hiện Nghị quyết số 26-NQ/TW", 2019, None),
    ("tổng kết 3 năm thực hiện Nghị quyết số 26-NQ/TW", 2016, "/nghi-quyet/2013-07-30/26"),
    # No document is so old: neither that of the term nor another is taken.
    ("tổng kết 8 năm thực hiện Nghị quyết số 26-NQ/TW", 2019, None),
    ("tổng kết 15 năm thực hiện Chỉ thị số 39-CT/TW", 2018, None),
]


@pytest.mark.parametrize(("text", "year", "work"), SAID)
def test_how_long_it_has_been_carried_out_tells_which(
    reader: Reader, text: str, year: int, work: str | None
) -> None:
    source = make_source(f"Hội nghị {text}.", "bai.txt", published=PartialDate(year, 12, 1))
    (row,) = reader.references(source).to_dict()["references"]
    found = row["resolution"]["work"]
    assert found == work if work is None else found.endswith(work)

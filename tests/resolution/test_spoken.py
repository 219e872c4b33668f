"""Bare State numbers beside words of their subject: of which year the document is."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


ROWS = [
    ("Uống rượu bia thì bị phạt theo Nghị định 100.", "2020-02-03", "2019-12-30/100"),
    ("Tài xế vượt đèn đỏ bị phạt theo Nghị định 168.", "2025-02-03", "2024-12-26/168"),
    ("Ông nói về Nghị định 168 và doanh nghiệp.", "2025-02-03", None),
    ("Tài xế vượt đèn đỏ bị phạt theo Nghị định 168.", "2023-02-03", None),  # it was not there yet
    ("Ngư dân vay vốn đóng tàu theo Nghị định 67.", "2016-02-03", "2014-07-07/67"),
    ("Mức phạt thì theo Nghị định 46.\nTài xế vượt đèn đỏ rất đông.", "2017-02-03", None),
    # Not the document of that number that the text speaks of besides.
    ("Nghị định số 168/2025/NĐ-CP nói về doanh nghiệp.\nCòn lái xe vượt đèn đỏ thì theo Nghị định "
     "168.", "2025-08-03", "2024-12-26/168"),
    ("Nghị định số 168/2025/NĐ-CP nói về doanh nghiệp. Nghị định 168 rất dài.", "2025-08-03",
     "2025/168"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "found"), ROWS)
def test_what_a_bare_number_means(
    reader: Reader, text: str, written: str, found: str | None
) -> None:
    source = make_source(text, "bai", published=PartialDate.parse(written))
    work = reader.references(source).to_dict()["references"][-1]["resolution"]["work"]
    assert (work and "/".join(work.split("/")[-2:])) == found

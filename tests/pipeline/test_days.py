"""Days that a text says without their year are of the last year before it was written."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.sources import SourceText
from graph.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("Kế hoạch số 12-KH/TU ngày 14/7 của Tỉnh ủy Nghệ An về cảng", "2025-07-20", "2025-07-14"),
        (
            "Ngày 9/3, UBND tỉnh Nghệ An ban hành Quyết định số 7/QĐ-UBND.",
            "2021-03-30",
            "2021-03-09",
        ),
        ("Chỉ thị số 4-CT/TU (ngày 28 tháng 12) của Tỉnh ủy Nghệ An", "2021-01-05", "2020-12-28"),
        ("Chỉ thị số 4-CT/TU ngày 28/5 của Tỉnh ủy Nghệ An", "2021-01-05", None),  # too long ago
        ("Chỉ thị số 4-CT/TU ngày 31/4 của Tỉnh ủy Nghệ An", "2021-05-05", None),
        ("Chỉ thị số 4-CT/TU ngày 28/5 của Tỉnh ủy Nghệ An", None, None),
        ("Trước ngày 9/3, UBND tỉnh Nghệ An ban hành Quyết định số 7/QĐ-UBND.", "2021-03-30", None),
    ],
)
def test_the_year_of_a_day(
    reader: Reader, text: str, published: str | None, date: str | None
) -> None:
    day = PartialDate.parse(published) if published else None
    (found,) = reader.references(SourceText("t", text, "t", published=day)).references
    assert (found["date"], found["issuer"] is not None) == (date, True)

"""A law cited by name is the one in force then; while two may be meant, neither is taken."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_registry())


# Luật Hợp tác xã: 20/11/2012, in force 1/7/2013; 20/6/2023, in force 1/7/2024.
DAYS = [
    ((2023, 5, 1), "luat/2012-11-20/23"),
    ((2024, 5, 1), None),
    ((2024, 8, 1), "luat/2023-06-20/17"),
]


@pytest.mark.parametrize(("day", "law"), DAYS)
def test_the_law_of_a_day(reader: Reader, day: tuple[int, int, int], law: str | None) -> None:
    source = make_source("theo Luật Hợp tác xã.", "bai.txt", published=PartialDate(*day))
    (row,) = reader.references(source).to_dict()["references"]
    found = row["resolution"]
    assert found["work"] == law if law is None else found["work"].endswith(law)
    assert found["status"] == ("resolved" if law else "ambiguous")

"""When a text was written decides which law of a name it means."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source

HEAD = (
    "BỘ NỘI VỤ\nSố: 05/{year}/TT-BNV\n\nTHÔNG TƯ\nHướng dẫn một số việc\n\nCăn cứ Luật Đất đai;\n"
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_registry())


@pytest.mark.parametrize(("year", "law"), [(2015, "2013-11-29/45"), (2005, "2003-11-26/13")])
def test_a_document_without_a_dateline_is_of_its_number_s_year(
    reader: Reader, year: int, law: str
) -> None:
    source = make_source(HEAD.format(year=year), "thong-tu.txt")
    references = reader.references(source).to_dict()["references"]
    assert [row["resolution"]["work"] for row in references] == [f"/eli/vn/tw/qh/luat/{law}"]


def test_what_the_reader_says_goes_before_the_number(reader: Reader) -> None:
    published = PartialDate(2015, 3, 1)
    source = make_source(HEAD.format(year=2005), "thong-tu.txt", published=published)
    references = reader.references(source).to_dict()["references"]
    assert references[0]["resolution"]["work"] == "/eli/vn/tw/qh/luat/2013-11-29/45"

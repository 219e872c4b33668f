"""A law named in an old document's title is the one of that time, whoever cites the title."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import make_reader
from graph.reading import make_source

OLD = "/eli/vn/tw/qh/bo-luat/2012-06-18/10"
NEW = "Căn cứ Bộ luật Lao động số 45/2019/QH14;\n"


@pytest.mark.parametrize("decree", ["44/2013/NĐ-CP ngày 10/5/2013", "05/2015/NĐ-CP ngày 12/1/2015"])
@pytest.mark.parametrize("beside", ["", NEW])
def test_laws_in_titles(registry: Registry, decree: str, beside: str) -> None:
    text = f"{beside}Căn cứ Nghị định số {decree} quy định chi tiết Bộ luật Lao động về hợp đồng;"
    source = make_source(text, "t", published=PartialDate(2026, 3, 1))
    said = make_reader(registry).references(source).to_dict()["relations"]
    assert [one["to"] for one in said if one["relation"] == "details"] == [OLD]


def test_numbers_in_titles(registry: Registry) -> None:
    """A number that comes again each term is the one before the title's document."""
    text = "Kết luận số 01-KL/TW ngày 18/5/2021 về tiếp tục thực hiện Chỉ thị số 05-CT/TW."
    source = make_source(text, "t", published=PartialDate(2021, 11, 30))
    rows = make_reader(registry).references(source).to_dict()["references"]
    assert rows[1]["resolution"]["work"] == "/eli/vn/tw/bct/chi-thi/2016-05-15/5"

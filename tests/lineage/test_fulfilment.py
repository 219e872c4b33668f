"""Fulfilment: what a body carried out, by which of its documents, after how many days."""

from __future__ import annotations

import pytest

from graph.lineage import fulfilled
from graph.model.relations import RelationKind
from graph.store import Store
from tests.lineage.texts import Reading, news

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
CITED = "Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị"
OTHER = "Chỉ thị số 28-CT/TW ngày 21/9/2013 của Ban Bí thư"
SOC_TRANG = "/org/vn/soc-trang/tu"


@pytest.fixture
def store(reading: Reading) -> Store:
    return reading(
        [
            news(
                f"Kế hoạch số 65-KH/TU ngày 18/11/2014 của Tỉnh ủy thực hiện {CITED}.",
                "2014-12-01", "Sóc Trăng",
            ),
            news(
                f"Kế hoạch số 12-KH/TU ngày 05/9/2014 của Tỉnh ủy thực hiện {CITED}.",
                "2014-12-02", "Cà Mau",
            ),
            news(f"Tỉnh ủy đã tổ chức thực hiện {OTHER}.", "2015-01-01", "Sóc Trăng"),
        ]
    )  # fmt: skip


def test_newest_first_with_the_days_between(store: Store) -> None:
    found = fulfilled(store, SOC_TRANG)
    assert found.total == 2
    acted, planned = found.items
    assert (acted.by, str(acted.date)) == (None, "2015-01-01")
    assert "28-CT/TW" in (acted.quote.text if acted.quote else "")
    assert (planned.work, planned.lag) == (DIRECTIVE, 92)
    assert planned.by is not None
    assert planned.by.endswith("/ke-hoach/2014-11-18/65")
    assert planned.relations == (RelationKind.IMPLEMENTS,)


def test_a_stretch_of_all(store: Store) -> None:
    found = fulfilled(store, SOC_TRANG, limit=1, offset=1)
    assert (found.total, len(found.items), found.items[0].work) == (2, 1, DIRECTIVE)
    assert fulfilled(store, "/org/vn/tw/bct").total == 0

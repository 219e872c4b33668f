"""Coverage: provinces and ministries of the time, their kin, and what is only indirect."""

from __future__ import annotations

from datetime import date

import pytest

from graph.lineage import coverage
from graph.lineage.coverage import Coverage, Covered
from graph.model.errors import InputError, NotFoundError
from graph.model.registry import Registry
from graph.store import Store
from tests.lineage.texts import Reading, news, official

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
CITED = "Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị"
PLAN = "Kế hoạch số 65-KH/TU ngày 18/11/2014 của Tỉnh ủy"


@pytest.fixture
def store(reading: Reading) -> Store:
    return reading(
        [
            news(f"{PLAN} thực hiện {CITED} đã đến các huyện.", "2014-12-01", "Sóc Trăng"),
            news(
                f"Kế hoạch số 12-KH/TU ngày 05/9/2014 của Tỉnh ủy thực hiện {CITED}.",
                "2014-12-02", "Cà Mau",
            ),
            news(
                f"Ban Thường vụ Tỉnh ủy đã tổ chức thực hiện {CITED}.", "2015-01-01", "Hà Giang"
            ),
        ]
    )  # fmt: skip


def row(found: Coverage, name: str) -> Covered:
    return next(one for one in found.rows if one.name == name)


@pytest.mark.parametrize(
    ("as_of", "count"), [(None, 63), ("2025-06-30", 63), ("2025-07-01", 34), ("2026-01-01", 34)]
)
def test_provinces_of_the_time(
    store: Store, registry: Registry, as_of: str | None, count: int
) -> None:
    day = date.fromisoformat(as_of) if as_of else None
    assert len(coverage(store, registry, DIRECTIVE, as_of=day).rows) == count


def test_found_with_lag_or_not_in_the_store(store: Store, registry: Registry) -> None:
    found = coverage(store, registry, DIRECTIVE)
    assert found.day == date(2014, 8, 18)
    assert found.found == 2
    told = row(found, "Sóc Trăng").documents[0]
    assert (str(told.date), told.lag, told.remark) == ("2014-11-18", 92, None)
    assert told.quote is not None
    assert "65-KH/TU" in told.quote.text
    assert row(found, "Cà Mau").documents[0].lag == 18
    assert row(found, "Bạc Liêu").status == "not in the store"


def test_a_body_said_to_act_is_told_but_is_no_document(store: Store, registry: Registry) -> None:
    found = row(coverage(store, registry, DIRECTIVE), "Hà Giang")
    assert (found.status, found.documents) == ("not in the store", ())
    assert [one.node for one in found.bodies] == ["/org/vn/ha-giang/btv-tu"]


def test_what_a_predecessor_issued_counts_with_a_remark(store: Store, registry: Registry) -> None:
    found = coverage(store, registry, DIRECTIVE, as_of=date(2025, 12, 1))
    merged = row(found, "Cần Thơ")
    assert merged.status == "found"
    assert merged.documents[0].remark is not None
    assert "Sóc Trăng" in merged.documents[0].remark
    assert row(found, "Cà Mau").unit == "ca-mau-2025"
    assert row(found, "Cà Mau").documents[0].remark is not None


def test_as_of_leaves_out_what_came_later(store: Store, registry: Registry) -> None:
    assert coverage(store, registry, DIRECTIVE, as_of=date(2014, 12, 1)).found == 1
    assert coverage(store, registry, DIRECTIVE, as_of=date(2014, 11, 30)).found == 0


def test_ministries_directly_and_through_a_decree(reading: Reading, registry: Registry) -> None:
    law = "Luật Kế toán số 88/2015/QH13 ngày 20 tháng 11 năm 2015"
    decree = "Nghị định số 10/2017/NĐ-CP ngày 01 tháng 02 năm 2017 của Chính phủ"
    store = reading(
        [
            official("10/2017/NĐ-CP", "2017-02-01", f"Quy định chi tiết {law}"),
            official("11/2018/TT-BTC", "2018-03-01", f"Hướng dẫn {decree}"),
            official("12/2019/TT-BNV", "2019-03-01", f"Hướng dẫn {law}"),
        ]
    )
    (start,) = store.locate(store.works_by_number("88/2015/QH13")[0].id)
    found = coverage(store, registry, start, level="ministry")
    assert 18 <= len(found.rows) <= 24
    direct, indirect = row(found, "Bộ Nội vụ"), row(found, "Bộ Tài chính")
    assert (direct.status, indirect.status) == ("found", "found")
    assert direct.documents[0].through == ()
    assert indirect.documents[0].through == ("/eli/vn/tw/cp/nghi-dinh/2017-02-01/10",)
    assert row(found, "Bộ Y tế").status == "not in the store"
    names = {one.name for one in found.rows}
    assert "Bộ Kế hoạch và Đầu tư" in names
    assert names.isdisjoint({"Bộ Nông nghiệp và Môi trường", "Bộ Tổng Tham mưu", "Chính phủ"})
    later = coverage(store, registry, start, level="ministry", as_of=date(2025, 6, 1))
    assert "Bộ Nông nghiệp và Môi trường" in {one.name for one in later.rows}


def test_bad_questions(store: Store, registry: Registry) -> None:
    with pytest.raises(InputError, match="district"):
        coverage(store, registry, DIRECTIVE, level="district")
    with pytest.raises(NotFoundError):
        coverage(store, registry, "/eli/vn/none")

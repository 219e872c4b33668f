"""Works and bodies are found by identifier, alias, number, name and words."""

from __future__ import annotations

import pytest

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.resolutions import Conclusion

BCT = Body("/org/vn/tw/bct", "Bộ Chính trị", "central", "party", "tw", ("TW",), ("BCT",))
SOC_TRANG = Body(
    "/org/vn/soc-trang/btv-tu", "Ban Thường vụ Tỉnh ủy Sóc Trăng", "province", "party", "soc-trang"
)


def work(id_, type_, number, day, issuer=None, title=None, name=None, place="tw", aliases=()):
    return Work(
        f"/eli/vn/{id_}", type_, number, name, issuer and issuer.id,
        PartialDate.parse(day) if day else None, None, place, title, Standing.REGISTERED,
        f"n:{number}" if number else f"t:{name}", aliases=aliases,
    )  # fmt: skip


CT39 = work(
    "tw/bct/chi-thi/2014-08-18/39", "chi-thi", "39-CT/TW", "2014-08-18", BCT,
    "Về tăng cường công tác bảo vệ chính trị nội bộ", aliases=("/eli/vn/tw/-/chi-thi/-/39",),
)  # fmt: skip
CT39_2019 = work(
    "tw/bbt/chi-thi/2019-11-01/39", "chi-thi", "39-CT/TW", "2019-11-01", None,
    "Về công tác người khuyết tật", aliases=("/eli/vn/tw/-/chi-thi/-/39",),
)  # fmt: skip
CT390 = work("tw/x/chi-thi/2013-01-39/390", "chi-thi", "390-CT/TW", None)
KH65 = work(
    "soc-trang/btv-tu/ke-hoach/2015-01-06/65", "ke-hoach", "65-KH/TU", "2015-01-06", SOC_TRANG,
    "Về thực hiện Chỉ thị số 39-CT/TW", place="soc-trang",
)  # fmt: skip
CT05 = work("tw/bct/chi-thi/2016-05-15/05", "chi-thi", "05-CT/TW", "2016-05-15", BCT, "Học tập")
LAND = work("tw/qh/luat/2024/dat-dai", "luat", None, "2024-01-18", name="Luật Đất đai")
ALL = (CT39, CT39_2019, CT390, KH65, CT05, LAND)


@pytest.fixture
def filled(store):
    with store.writing() as writer:
        for block in sorted({one.block for one in ALL}):
            mine = tuple(one for one in ALL if one.block == block)
            writer.conclude({block: Conclusion(mine, (BCT, SOC_TRANG), {})})
    return store


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("chi thi 39", CT39_2019),
        ("chỉ thị 39 bảo vệ chính trị", CT39),
        ("39-CT/TW 18/8/2014", CT39),
        ("ke hoach 65", KH65),
        ("65-KH/TU", KH65),
        ("65 kh/tu", KH65),
        ("KẾ HOẠCH 65", KH65),
        ("kế hoạch số 65", KH65),
        ("chỉ thị số 05 năm 2016", CT05),
        ("5-CT/TW", CT05),
        ("chi thi 05", CT05),
        ("dat dai 2024", LAND),
        ("đất đ", LAND),
        ("dat dai 2013", None),
        ("bo chinh tri 39", CT39),
        ("soc trang", KH65),
        ('"; DROP TABLE work; --', None),
        ("39 AND OR NOT ( *", None),
    ],
)
def test_search(filled, q, first):
    items = filled.search(q).items
    assert (items[0] if items else None) == first


def test_the_exact_number_comes_before_longer_ones(filled):
    found = filled.search("chi thi 39").items
    # last: it only speaks of the directive, or only begins with the number
    assert {one.id for one in found[:2]} == {CT39.id, CT39_2019.id}
    assert {one.id for one in found[2:]} == {CT390.id, KH65.id}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"type": "ke-hoach"}, {KH65}),
        ({"type": "Kế hoạch"}, {KH65}),
        ({"issuer": BCT.id}, {CT39, CT05}),
        ({"issuer": "tw/bct"}, {CT39, CT05}),
        ({"place": "Sóc Trăng"}, {KH65}),
        ({"year": 2019}, {CT39_2019}),
        ({"standing": "registered"}, set(ALL)),
        ({"standing": "read"}, set()),
        ({"issuer": "nobody"}, set()),
    ],
)
def test_filters(filled, filters, expected):
    page = filled.search("", **filters)
    assert set(page.items) == expected
    assert page.total == len(expected)


def test_pages_follow_on_each_other(filled):
    pages = [filled.search("", limit=2, offset=at) for at in (0, 2, 4, 6)]
    assert [one.id for page in pages for one in page.items] == sorted(one.id for one in ALL)
    assert {page.total for page in pages} == {len(ALL)}


def test_identifiers_and_aliases(filled):
    assert filled.locate(CT39.id) == (CT39.id,)
    assert filled.locate("/eli/vn/tw/-/chi-thi/-/39") == (CT39_2019.id, CT39.id)
    assert filled.locate(BCT.id) == (BCT.id,)
    assert filled.locate("/eli/vn/none") == ()
    assert filled.work("/eli/vn/none") is None
    assert filled.work(BCT.id) is None
    assert filled.work(CT39.id) == CT39
    assert filled.body(BCT.id) == BCT
    assert filled.body(CT39.id) is None


def test_an_alias_redirects_once_its_work_is_dated(store):
    vague = work("tw/-/chi-thi/-/39", "chi-thi", "39-CT/TW", None)
    for concluded in (vague, CT39):
        with store.writing() as writer:
            writer.conclude({vague.block: Conclusion((concluded,), (), {})})
        assert store.locate(vague.id) == (concluded.id,)
    assert store.work(vague.id) is None


@pytest.mark.parametrize(
    ("number", "stated", "expected"),
    [
        ("39-CT/TW", {}, {CT39, CT39_2019}),
        ("39-ct/tw", {"date": "2014"}, {CT39}),
        ("39-CT/TW", {"date": PartialDate(2014, 8, 18)}, {CT39}),
        ("39-CT/TW", {"date": "2015"}, set()),
        ("39-CT/TW", {"type": "Chỉ thị"}, {CT39, CT39_2019}),
        ("39-CT/TW", {"type": "ke-hoach"}, set()),
        ("05-CT/TW", {}, {CT05}),
        ("5-CT/TW", {}, {CT05}),
        ("05-CT/TW", {"issuer": "Bộ Chính trị"}, {CT05}),
        ("05-CT/TW", {"issuer": BCT.id}, {CT05}),
        ("05-CT/TW", {"issuer": "Ban Bí thư"}, set()),
        ("65-KH/TU", {"place": "can-tho"}, set()),
        ("65-KH/TU", {"place": "Sóc Trăng"}, {KH65}),
        ("", {}, set()),
    ],
)
def test_by_number(filled, number, stated, expected):
    assert set(filled.works_by_number(number, **stated)) == expected


def test_by_name(filled):
    assert filled.works_by_name("LUẬT ĐẤT ĐAI") == (LAND,)
    assert filled.works_by_name("Luật Không có") == ()
    assert filled.works_by_name("…") == ()


def test_bodies(filled):
    assert filled.bodies("bct").items == (BCT,)
    assert filled.bodies("tinh uy soc").items == (SOC_TRANG,)
    assert filled.bodies("100%").total == 0
    assert [one.id for one in filled.bodies(limit=1).items] == [BCT.id]
    assert filled.bodies(limit=1).total == 2
    assert filled.works_issued_by(BCT.id).items == (CT05, CT39)
    assert filled.works_issued_by("/org/vn/none").total == 0


def test_search_follows_a_body_that_is_renamed(filled):
    assert filled.search("bo chinh tri 2016").total == 1
    renamed = Body(BCT.id, "Tên khác", "central", "party", "tw")
    with filled.writing() as writer:
        writer.conclude({"n:else": Conclusion((), (renamed,), {})})
    assert filled.body(BCT.id) == renamed
    assert {one.id for one in filled.search("ten khac").items} == {CT39.id, CT05.id}
    assert filled.search("bo chinh tri 2016").total == 0


def test_search_forgets_what_is_gone(filled):
    with filled.writing() as writer:
        writer.conclude({KH65.block: Conclusion((), (), {})})
    assert filled.search("ke hoach 65").total == 0
    assert filled.work(KH65.id) is None

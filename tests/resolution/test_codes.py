"""What the codes in a number tell: of which type and of whose it is, and when they tell nothing."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


TYPES = [
    # a joint circular is one whatever it is called, in a list too
    ("Thông tư số 09/2014/TTLT-BTC-BCA", "tw/btc-bca/thong-tu-lien-tich/2014/9"),
    ("các thông tư 09, 10/2014/TTLT-BTC-BCA", "tw/btc-bca/thong-tu-lien-tich/2014/9"),
    # of papers without norms the code is surer than the word
    ("văn bản số 81/2016/QĐ-UBND của UBND tỉnh Long An", "long-an/ubnd/quyet-dinh/2016/81"),
    ("văn bản số 212-TB/TU ngày 3/4/2018 của Tỉnh ủy Long An",
     "long-an/tu/thong-bao/2018-04-03/212"),
    ("kết luận số 640/TB-TTCP ngày 5/6/2017", "tw/ttcp/thong-bao/2017-06-05/640"),
    ("Nghị định số 12/2015/VBHN-BCT", "tw/bct-cong-thuong/van-ban-hop-nhat/2015/12"),
    # a division of an organ that drafts its documents is not the organ
    ("Quyết định số 9/QĐ-VKSTC-V7 ngày 3/4/2018", "tw/vksndtc/quyet-dinh/2018-04-03/9"),
    ("Quyết định số 9/QĐ-BNN-XD ngày 3/4/2018", "tw/bnnptnt/quyet-dinh/2018-04-03/9"),
    # charges have the code of directives
    ("Cáo trạng số 66/CT-VKSTC ngày 5/1/2019", "tw/vksndtc/cao-trang/2019-01-05/66"),
    # a letter's number begins with its organ, whatever else that may stand for
    ("công văn số 77/CT-KTT ngày 3/4/2018 của Cục Thuế tỉnh Long An",
     "long-an/cuc-thue/cong-van/2018-04-03/77"),
    # where norms are called and numbered otherwise, nobody knows which is the slip
    ("Thông tư số 41/2016/NĐ-CP", None),
    ("Nghị quyết số 41/2016/NĐ-CP, tức Nghị định số 41/2016/NĐ-CP", "tw/cp/nghi-dinh/2016/41"),
]  # fmt: skip

BODIES = [
    # the State's TCT is the tax administration, the Party's a province's school
    ("công văn số 512/TCT-CS ngày 7/2/2018", "tw/tct/cong-van/2018-02-07/512"),
    ("Kế hoạch số 12-KH/TCT ngày 7/2/2018 của Trường Chính trị tỉnh Long An",
     "long-an/truong-ct/ke-hoach/2018-02-07/12"),
    # a code that the centre shares with provinces is the centre's where that issues
    ("Thông tư số 7/2012/TT-LĐTBXH của Bộ Lao động - Thương binh và Xã hội",
     "tw/bldtbxh/thong-tu/2012/7"),
    ("công văn số 71/LĐTBXH-VP ngày 7/2/2018 của Sở Lao động - Thương binh và Xã hội tỉnh Long An",
     "long-an/so-lao-dong-thuong-binh-va-xa-hoi/cong-van/2018-02-07/71"),
    # joint issuers each by the code that they are known by
    ("Thông tư liên tịch số 8/2013/TTLT-BGD-BNV", "tw/bgddt-bnv/thong-tu-lien-tich/2013/8"),
    # whichever of them are named
    ("Thông tư liên tịch số 8/2013/TTLT-BNV-BTC của Bộ Nội vụ, Bộ Tài chính",
     "tw/bnv-btc/thong-tu-lien-tich/2013/8"),
    ("Thông tư liên tịch số 8/2013/TTLT-BNV-BTC ngày 7/2/2013 của Bộ Tài chính và Bộ Nội vụ",
     "tw/bnv-btc/thong-tu-lien-tich/2013-02-07/8"),
    ("Thông tư liên tịch số 8/2013/TTLT-BNV của Bộ Nội vụ", "tw/bnv/thong-tu-lien-tich/2013/8"),
    # only known bodies set norms: what is left of a code tells nothing
    ("Thông tư số 8/2013/TT-BT", None),
    ("Thông tư số 8/2013/TT-BT của Bộ Tài chính", "tw/btc/thong-tu/2013/8"),
    ("Nghị quyết số 42/2018/QH4", None),
    # each company has its board, each office its fines
    ("Nghị quyết số 8/NQ-HĐQT ngày 7/2/2018", None),
    ("Quyết định số 8/QĐ-XPVPHC ngày 7/2/2018", None),
    ("Tờ trình số 8/TTr-PGDĐT ngày 7/2/2018", None),
    ("Tờ trình số 8/TTr-PGDĐT ngày 7/2/2018 của Phòng GD&ĐT huyện Quế Sơn, tỉnh Quảng Nam",
     "quang-nam/que-son-pgddt/to-trinh/2018-02-07/8"),
    ("Thông báo số 8/TB-CSĐT ngày 7/2/2018", None),
    ("Thông báo số 8/TB-CSĐT ngày 7/2/2018 của Cơ quan CSĐT Công an tỉnh Long An",
     "long-an/cong-an/thong-bao/2018-02-07/8"),
    ("Quyết định số 8/2018/HSST-QĐ ngày 7/2/2018", None),
    ("Quyết định số 8/2018/HSST-QĐ ngày 7/2/2018 của TAND tỉnh Phú Thọ",
     "phu-tho/tand/quyet-dinh/2018-02-07/8"),
    ("Quyết định số 8/QĐ-XPVPHC ngày 7/2/2018 của UBND tỉnh Long An",
     "long-an/ubnd/quyet-dinh/2018-02-07/8"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "work"), TYPES + BODIES)
def test_a_code_tells_what_it_can(reader: Reader, said: str, work: str | None) -> None:
    source = make_source(f"Đơn vị làm theo {said}.", "bai.txt", published=PartialDate(2019, 5, 6))
    found = reader.references(source).to_dict()["references"][0]["resolution"]
    assert found["work"] == (work and f"/eli/vn/{work}")


def test_what_is_called_loosely_is_called_so_again(reader: Reader) -> None:
    text = "Văn bản số 81/QĐ-UBND ngày 3/4/2018 của UBND tỉnh Long An. Theo văn bản số 81 thì khác."
    rows = reader.references(make_source(text, "bai.txt")).to_dict()["references"]
    assert len({row["resolution"]["work"] for row in rows}) == 1
    assert [row["type"] for row in rows] == ["Quyết định", "Công văn"]


OF_ANOTHER_LAW = [
    ("Luật Phí và lệ phí 95/2015/QH13", None),  # which is the Maritime Code
    ("Bộ luật Hàng hải Việt Nam 95/2015/QH13", "tw/qh/bo-luat/2015-11-25/95"),
    ("Luật Tổ chức HĐND và UBND số 11/2003/QH11", "tw/qh/luat/2003-11-26/11"),
]


@pytest.mark.parametrize(("said", "work"), OF_ANOTHER_LAW)
def test_a_law_by_the_number_of_another_is_left_open(
    reader: Reader, said: str, work: str | None
) -> None:
    found = reader.references(make_source(f"Theo {said} thì khác.", "bai.txt")).to_dict()
    assert found["references"][0]["resolution"]["work"] == (work and f"/eli/vn/{work}")

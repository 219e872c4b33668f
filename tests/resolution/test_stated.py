"""A bare number is a document's where type, issuer and year are said, and only there."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import Pipeline, Reader, make_pipeline, make_reader
from graph.reading import make_source
from graph.store import open_store


@pytest.fixture(scope="module")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


SAID = [
    # only one code can follow
    ("Thông tư 88/2017 của Bộ Tài chính", "tw/btc/thong-tu/2017/88"),
    ("Thông tư số 8 ngày 3/4/2017 của Bộ Y tế", "tw/byt/thong-tu/2017-04-03/8"),
    ("Nghị định số 88 năm 2017", "tw/cp/nghi-dinh/2017/88"),
    # issuer, type and year leave one
    ("Quyết định 2345/2016 của Thủ tướng Chính phủ", "tw/ttg/quyet-dinh/2016/2345"),
    ("văn bản số 512 ngày 3/4/2017 của UBND tỉnh Long An", "long-an/ubnd/cong-van/2017-04-03/512"),
    ("kế hoạch số 88 năm 2017 của Tỉnh ủy Long An", "long-an/tu/ke-hoach/2017/88"),
    # the year or the issuer is not said
    ("Thông tư số 88 của Bộ Tài chính", None),
    ("Thông tư 88/2017", None),
    ("văn bản số 5012 của UBND tỉnh Long An", None),
    ("văn bản số 5012 ngày 3/4/2017", None),
    # which Châu Thành, nobody knows; and the State numbers decisions, not 'quy định'
    ("Quyết định số 88 ngày 3/4/2017 của UBND huyện Châu Thành", None),
    ("Quy định số 88 năm 2017 của Thủ tướng Chính phủ", None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "work"), SAID)
def test_a_bare_number(reader: Reader, said: str, work: str | None) -> None:
    source = make_source(f"Đơn vị làm theo {said}.", "bai.txt")
    found = reader.references(source).to_dict()["references"][0]["resolution"]
    assert found["work"] == (work and f"/eli/vn/{work}")


def test_another_date_of_a_known_document_is_no_other_document(reader: Reader) -> None:
    text = "Theo Quy định số 205 ngày 1/2/2019 của Bộ Chính trị."
    found = reader.references(make_source(text, "bai.txt")).to_dict()["references"][0]
    assert found["resolution"]["work"] is None


TEXTS = [
    "Theo văn bản số 5012 năm 2017 của UBND tỉnh Long An về cấp nước.",
    "Ngày 3/4/2017, UBND tỉnh Long An ban hành văn bản số 5012.",
    "Theo văn bản số 5012 của UBND tỉnh Long An.",
    "Công văn số 5012 năm 2018 của UBND tỉnh Long An.",
]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2), (2, 0, 3, 1)])
def test_texts_agree_whatever_their_order(registry: Registry, order: tuple[int, ...]) -> None:
    with open_store("sqlite://") as store:
        pipeline: Pipeline = make_pipeline(registry, store)
        for index in order:
            day = PartialDate(2019, 1, 1 + index)
            pipeline.ingest(make_source(TEXTS[index], f"{index}.txt", published=day))
        works = {work.id for work in store.works_of("t:cong-van-5012")}
    assert works == {
        "/eli/vn/long-an/ubnd/cong-van/2017-04-03/5012",
        "/eli/vn/long-an/ubnd/cong-van/2018/5012",
    }

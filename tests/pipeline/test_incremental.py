"""Adding to what is remembered of a block gives the graph that resolving it anew gives."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.dates import PartialDate
from graph.model.errors import StoreError
from graph.model.registry import Registry
from graph.model.seeding import load_registry
from graph.model.sources import SourceText
from graph.pipeline import make_pipeline
from graph.reading import make_source
from graph.store import Store, Writer, open_store

# Few documents, each called in many ways: right, short, wrong, half, by the wrong type, by name.
DOCUMENTS = (
    "Chỉ thị số {n}-CT/TW{day} của Bộ Chính trị",
    "Chỉ thị {n}-CT/TW{day} của Ban Bí thư về công tác {topic}",
    "Chỉ thị số {n}-CT/TW{day}",
    "Nghị quyết số 1{n}-NQ/TW{day} về {topic}",
    "Nghị quyết 1{n} của Trung ương",
    "Quyết định số {n}-QĐ/TW{day} của Bộ Chính trị",
    "Quy định số {n}-QĐ/TW{day}",
    "Nghị định số 3{n}/2020/NĐ-CP{day} của Chính phủ về {topic}",
    "Nghị định 3{n}/2020/NĐ-CP",
    "Kế hoạch số {n}/KH-UBND{day} của UBND tỉnh",
    "Kế hoạch số {n}/KH-UBND{day} của UBND tỉnh Nghệ An về {topic}",
    "Kế hoạch số {n}-KH/TU{day} của Ban Thường vụ Tỉnh ủy",
    "Kế hoạch số 0{n}-KH/TU",
    "Luật Đất đai{year}",
    "Luật Đất đai số 31/2024/QH15{day}",
    "Luật Giáo dục (sửa đổi)",
    "Bộ luật số {n}/2015/QH13{day}",
    "Luật số {n}/2015/QH13{day}",
    "Quyết định số {n}/QĐ-TTg{day} của Thủ tướng Chính phủ",
    "Quyết định số {n}/QĐ-TTg",
    "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ {n}",
    "Luật Làng nghề truyền thống{year}",
    "Luật làng nghề truyền thống{year}",
)
DAYS = ("", "", " ngày 18/8/2014", " ngày 22/12/2024", " ngày 15/5/2016", " ngày 05/3/2020",
        " ngày 06/3/2020", " năm 2020", " ngày 12/3/2018")  # fmt: skip
TOPICS = ("văn thư", "bảo vệ chính trị nội bộ", "đất đai", "cán bộ")
YEARS = ("", " năm 2013", " năm 2024")
VERBS = ("thực hiện", "thay thế", "căn cứ", "sơ kết")
PLACES = (None, None, "Sóc Trăng", "Nghệ An", "Cần Thơ")
PUBLISHED = (None, "2015-01-06", "2019-11-01", "2020-03-05", "2022-06-01", "2024-12-31",
             "2025-12-31")  # fmt: skip


@cache
def registry() -> Registry:
    return load_registry()


def texts(seed: int, count: int) -> Iterator[SourceText]:
    """Yield ``count`` texts in which few documents are named in many ways."""
    dice = random.Random(seed)
    for number in range(count):
        named = [_document(dice) for _ in range(dice.randint(1, 4))]
        text = f"Bài {number}. " + " ".join(
            f"Tỉnh ủy ban hành {a} {dice.choice(VERBS)} {b}."
            for a, b in zip(named, named[::-1], strict=True)
        )
        published = dice.choice(PUBLISHED)
        yield make_source(
            text, f"{seed}-{number}", place=dice.choice(PLACES),
            published=PartialDate.parse(published) if published else None,
        )  # fmt: skip


def _document(dice: random.Random) -> str:
    return dice.choice(DOCUMENTS).format(
        n=dice.randint(5, 7), day=dice.choice(DAYS), topic=dice.choice(TOPICS),
        year=dice.choice(YEARS),
    )  # fmt: skip


def dumped(store: Store) -> list[str]:
    return list(store.dump())


def anew(sources: list[SourceText]) -> list[str]:
    """Return the dump of a store that read ``sources`` at once, remembering nothing."""
    with open_store(":memory:") as store:
        pipeline = make_pipeline(registry(), store, remembered=0)
        pipeline.prepare()
        list(pipeline.ingest_many(sources, max(1, len(sources))))
        return dumped(store)


@given(
    st.integers(0, 10**9), st.integers(1, 60), st.integers(1, 20), st.sampled_from((1, 3, 8192)),
    st.randoms(use_true_random=False),
)  # fmt: skip
@settings(max_examples=15, deadline=None)
def test_any_order_repetition_and_removal(
    seed: int, count: int, batch: int, remembered: int, dice: random.Random
) -> None:
    sources = list(texts(seed, count))
    order = [*sources, *dice.choices(sources, k=3)]
    dice.shuffle(order)
    with open_store(":memory:") as store:
        pipeline = make_pipeline(registry(), store, remembered)
        pipeline.prepare()
        list(pipeline.ingest_many(order[: len(order) // 2], batch))
        for source in dice.sample(sources, k=min(3, count)):
            pipeline.remove(source.id)
        for source in order:
            pipeline.ingest(source)
        assert dumped(store) == anew(sources)


PLAN = "Kế hoạch số 5/KH-UBND ngày 18/8/2014 của UBND tỉnh Nghệ An"
DECIDED = "Quyết định số 5/QĐ-TTg ngày 18/8/2014 của Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    ("before", "last", "read"),
    [
        (["Nghị định 931/2020/NĐ-CP"], "Nghị định 931/2020/NĐ-CP về công tác văn thư", ()),
        (["Nghị định 931/2020/NĐ-CP"], "Nghị định 931/2020/NĐ-CP ngày 05/3/2020",
         ["n:931-2020-nd-cp"]),
        ([PLAN, "Kế hoạch số 5/KH-UBND"], f"{PLAN} về phòng cháy, chữa cháy", ()),
        ([DECIDED, "Quyết định số 5/QĐ-TTg ngày 12/3/2018"], f"{DECIDED} về đất đai", ()),
        ([DECIDED, "Quyết định số 5/QĐ-TTg ngày 12/3/2018", "Quyết định số 5/QĐ-TTg"],
         f"{DECIDED} về đất đai", ["n:5-qd-ttg"]),
    ],
    ids=["title", "date", "title of one whose number stands alone too", "title of one of two",
         "title of one that may be meant"],
)  # fmt: skip
def test_a_block_is_concluded_anew_only_where_that_bears_on_others(
    before: list[str], last: str, read: Sequence[str]
) -> None:
    sources = [
        make_source(f"Thực hiện {text}.", str(at)) for at, text in enumerate((*before, last))
    ]
    # Said in two ways: a block of one form is not remembered.
    again = make_source(sources[0].text, "again", published=PartialDate(2021))
    with open_store(":memory:") as store, pytest.MonkeyPatch.context() as patch:
        pipeline = make_pipeline(registry(), store)
        pipeline.prepare()
        list(pipeline.ingest_many([*sources[:-1], again]))
        asked: list[str] = []
        evidence_of = Writer.evidence_of
        patch.setattr(
            Writer, "evidence_of", lambda self, some: asked.extend(some) or evidence_of(self, some)
        )
        pipeline.ingest(sources[-1])
        assert sorted(asked) == sorted(read)
        assert dumped(store) == anew([*sources, again])


@given(st.integers(0, 10**9), st.lists(st.booleans(), min_size=5, max_size=40))
@settings(max_examples=8, deadline=None)
def test_two_writers_take_turns(seed: int, turns: list[bool]) -> None:
    """What one process remembers is not true any more when another has written."""
    sources = list(texts(seed, len(turns)))
    with open_store(":memory:") as store:
        pipelines = [make_pipeline(registry(), store) for _ in range(2)]
        pipelines[0].prepare()
        for turn, source in zip(turns, sources, strict=True):
            pipelines[turn].ingest(source)
        assert dumped(store) == anew(sources)


def test_what_a_failed_transaction_left_is_forgotten(
    database: Path, failing: Callable[[Store], None]
) -> None:
    sources = list(texts(7, 40))
    with open_store(database) as store:
        pipeline = make_pipeline(registry(), store)
        pipeline.prepare()
        for number, source in enumerate(sources):
            if number % 5 == 0:
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr("graph.store.writer.Writer.finish", failing)
                    with pytest.raises(StoreError):
                        pipeline.ingest(source)
            pipeline.ingest(source)
        assert dumped(store) == anew(sources)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def failing() -> Callable[..., None]:
    def fail(_: object) -> None:
        raise StoreError("the disk is full")

    return fail

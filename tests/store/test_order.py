"""The graph is a function of the texts read: order, repetition and detours leave no trace."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.documents import Standing, Work
from graph.model.relations import RelationKind
from graph.model.resolutions import Conclusion
from graph.store import Store, open_store

NUMBERS = ["39-CT/TW", "65-KH/TU", "31/2024/QH15"]
NAMES = [None, None, "Luật Đất đai", "Điều lệ Đảng"]
DATES = [None, "2014-08-18", "2019-11-01"]
ISSUERS = [None, "Bộ Chính trị", "Ban Bí thư"]
KINDS = [RelationKind.IMPLEMENTS, RelationKind.CITES, RelationKind.REVIEWS]


@st.composite
def texts(draw, world):
    text = world.Text(draw(st.sampled_from(["A. ", "B. ", "C. "])))
    for _ in range(draw(st.integers(1, 4))):
        shape = draw(st.sampled_from(["number", "name", "back"]))
        if shape == "back" and text.mentions:
            text.mention(antecedent=draw(st.integers(0, len(text.mentions) - 1)))
        elif shape == "name":
            text.mention(name=draw(st.sampled_from(NAMES[2:])))
        else:
            text.mention(
                draw(st.sampled_from(NUMBERS)),
                name=draw(st.sampled_from(NAMES)),
                date=draw(st.sampled_from(DATES)),
                issuer=draw(st.sampled_from(ISSUERS)),
            )
    indices = st.integers(0, len(text.mentions) - 1)
    for _ in range(draw(st.integers(0, 3))):
        actor = draw(st.one_of(indices, st.sampled_from(ISSUERS[1:]).map(world.body)))
        text.says(actor, draw(st.sampled_from(KINDS)), draw(indices))
    return text.item()


@contextmanager
def fresh(empty: Path) -> Iterator[Store]:
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        yield stack.enter_context(open_store(shutil.copy(empty, Path(folder) / "store.db")))


def dumped(store: Store) -> list[str]:
    return list(store.dump())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_history_gives_the_same_dump(data, world, empty_database):
    some = st.lists(texts(world), min_size=1, max_size=5, unique_by=lambda one: one.source.id)
    items = data.draw(some)
    extra = data.draw(texts(world))
    order = data.draw(st.permutations(items))
    with fresh(empty_database) as plain, fresh(empty_database) as winding:
        for item in items:
            assert world.ingest(plain, item)
        if extra not in items:
            world.ingest(winding, extra)
        for item in order:
            world.ingest(winding, item)
        world.ingest(winding, order[0])
        world.remove(winding, order[-1])
        world.ingest(winding, order[-1])
        if extra not in items:
            world.remove(winding, extra)
        assert dumped(winding) == dumped(plain)
        assert set(winding.all_relations()) == set(plain.all_relations())
        found = [plain.search(q).items for q in ("chi thi", "luat", "39")]
        assert found == [winding.search(q).items for q in ("chi thi", "luat", "39")]


def test_removing_everything_leaves_nothing(world, store):
    empty = dumped(store)
    text = world.Text()
    plan = text.mention("65-KH/TU", date="2015-01-06", issuer="Tỉnh ủy")
    text.says(world.body("Tỉnh ủy"), RelationKind.REVIEWS, plan)
    item = text.item()
    world.ingest(store, item)
    assert dumped(store) != empty
    world.remove(store, item)
    assert dumped(store) == empty
    assert store.search("65").total == 0


def test_a_dump_tells_texts_apart(world, empty_database):
    one, other = world.Text(), world.Text()
    one.mention("39-CT/TW", date="2014-08-18")
    other.mention("39-CT/TW", date="2019-11-01")
    with fresh(empty_database) as first, fresh(empty_database) as second:
        world.ingest(first, one.item())
        world.ingest(second, other.item())
        assert dumped(first) != dumped(second)


def test_a_known_text_changes_nothing(world, store):
    text = world.Text()
    text.mention("39-CT/TW")
    item = text.item()
    assert world.ingest(store, item) is True
    generation, before = store.generation, dumped(store)
    assert world.ingest(store, item) is False
    assert store.generation == generation
    assert dumped(store) == before


@pytest.mark.parametrize("blocks", [("n:1-ct-tw", "n:2-ct-tw"), ("n:2-ct-tw", "n:1-ct-tw")])
def test_one_id_claimed_by_two_blocks_shows_the_same_work(world, store, blocks):
    def work(block: str) -> Work:
        return Work(
            "/eli/vn/tw/-/chi-thi/-/1", "chi-thi", None, None, None, None, None, "tw",
            f"Tiêu đề {block[2]}", Standing.CITED, block,
        )  # fmt: skip

    for block in blocks:
        with store.writing() as writer:
            writer.conclude({block: Conclusion((work(block),), (), {})})
    shown = store.work("/eli/vn/tw/-/chi-thi/-/1")
    assert shown is not None
    assert shown.title == "Tiêu đề 1"
    assert store.search("tieu de 1").total == 1
    with store.writing() as writer:
        writer.conclude({"n:1-ct-tw": Conclusion((), (), {})})
    shown = store.work("/eli/vn/tw/-/chi-thi/-/1")
    assert shown is not None
    assert shown.title == "Tiêu đề 2"
    assert store.search("tieu de 2").total == 1

"""The graph depends on what was read: not on the order, nor on how often."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.registry import Registry
from graph.model.seeding import default_seeds, load_registry
from graph.model.sources import SourceText
from graph.pipeline import make_pipeline
from graph.reading import read_path, walk
from graph.store import open_store


@cache
def corpus() -> tuple[Registry, tuple[SourceText, ...]]:
    registry = load_registry()
    paths = walk([default_seeds() / "corpus"])  # type: ignore[list-item]
    return registry, tuple(read_path(path, registry) for path in paths)


def dump(sources: list[SourceText], *, prepare_last: bool = False) -> list[str]:
    registry, _ = corpus()
    with open_store(":memory:") as store:
        pipeline = make_pipeline(registry, store)
        if not prepare_last:
            pipeline.prepare()
        for source in sources:
            pipeline.ingest(source)
        if prepare_last:
            pipeline.prepare()
        return list(store.dump())


@cache
def straight() -> list[str]:
    return dump(list(corpus()[1]))


@given(st.permutations(range(len(corpus()[1]))), st.booleans())
@settings(max_examples=6, deadline=None)
def test_any_order_gives_the_same_graph(order: list[int], prepare_last: bool) -> None:
    sources = corpus()[1]
    assert dump([sources[i] for i in order], prepare_last=prepare_last) == straight()


@given(st.lists(st.sampled_from(range(len(corpus()[1]))), max_size=6))
@settings(max_examples=4, deadline=None)
def test_reading_again_changes_nothing(again: list[int]) -> None:
    sources = corpus()[1]
    assert dump([*sources, *(sources[i] for i in again)]) == straight()


@given(st.permutations(range(len(corpus()[1]))), st.integers(1, 25), st.lists(st.integers(0, 18)))
@settings(max_examples=5, deadline=None)
def test_batches_give_the_same_graph(order: list[int], batch: int, again: list[int]) -> None:
    registry, sources = corpus()
    asked = [sources[i] for i in (*order, *(one % len(sources) for one in again))]
    with open_store(":memory:") as store:
        pipeline = make_pipeline(registry, store)
        pipeline.prepare()
        done = list(pipeline.ingest_many(asked, batch))
        assert list(store.dump()) == straight()
    assert [one.source_id for one in done] == [source.id for source in asked]
    assert sum(one.new for one in done) == len(sources)


def test_a_batch_counts_as_one_by_one_of_the_last() -> None:
    """What a source is told of is as it stands after its whole batch."""
    registry, sources = corpus()
    with open_store(":memory:") as one, open_store(":memory:") as other:
        together = list(make_pipeline(registry, one).ingest_many(sources, len(sources)))
        pipeline = make_pipeline(registry, other)
        for source in sources:
            pipeline.ingest(source)
        again = [pipeline.ingest(source) for source in sources]
        assert not any(done.new for done in again)
        assert [a.mentions for a in together] == [b.mentions for b in again]


def test_taking_a_source_out_leaves_no_trace() -> None:
    registry, sources = corpus()
    with open_store(":memory:") as store:
        pipeline = make_pipeline(registry, store)
        pipeline.prepare()
        for source in sources:
            pipeline.ingest(source)
        extra = sources[0]
        assert pipeline.remove(extra.id)
        assert list(store.dump()) == dump(list(sources[1:]))
        pipeline.ingest(extra)
        assert list(store.dump()) == straight()


def test_the_corpus_is_worth_permuting() -> None:
    assert len(corpus()[1]) >= 12

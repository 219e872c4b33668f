"""A small graph, written as conclusions: texts and their reading are not the subject here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.identifiers import is_work_id
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.numbers import DocumentNumber
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.resolutions import Conclusion, Context, Resolved
from graph.model.sources import SourceText
from graph.model.spans import Span
from graph.pipeline import make_pipeline
from graph.reading import read_path, walk
from graph.store import Store, open_store
from tests.lineage.texts import Reading

ISSUER = Body("/org/vn/tw/bct", "Bộ Chính trị", "central", "party", "tw")
ACTOR = Body("/org/vn/st/btv", "Ban Thường vụ", "province", "party", "st")
BODIES = {body.id: body for body in (ISSUER, ACTOR)}

Edge = tuple[str, str, str]


def identifier(name: str) -> str:
    """'1' is work /eli/vn/1, '7a' /eli/vn/7/a; 'bct' and 'btv' are bodies."""
    bodies = {"bct": ISSUER.id, "btv": ACTOR.id}
    digits = name.rstrip("abc")
    return bodies.get(name) or "/eli/vn/" + "/".join(filter(None, (digits, name[len(digits) :])))


def _fill(store: Store, edges: Iterable[Edge]) -> None:
    for place, (subject, kind, target) in enumerate(edges):
        acting = BODIES.get(identifier(subject))
        numbers = [name for name in (subject, target) if is_work_id(identifier(name))]
        sentence = f"{subject} {kind} {target}."
        mentions = tuple(
            Mention(
                Span(0, 1), name, MentionKind.NUMBERED,
                number=DocumentNumber.parse(f"{name}-CT/TW"), issuer="Bộ Chính trị",
            )
            for name in numbers
        )  # fmt: skip
        said = Statement(
            RelationKind(kind), None if acting else 0, len(numbers) - 1, Span(0, 1),
            Span(0, len(sentence)), "test", 1.0,
        )  # fmt: skip
        source = SourceText(f"sha256:{place:03}", sentence, "t", title=f"Bài {place}")
        context = Context(source.id, None, None)
        with store.writing() as writer:
            actors = {0: acting} if acting else {}
            writer.add_source(source, Extraction(mentions, (said,)), context, actors)
            for block in writer.touched_blocks(source.id):
                evidence = writer.evidence(block)
                work = _work(evidence[0].mention, block)
                given = {(e.context.source, e.index): Resolved(work.id, "", 1.0) for e in evidence}
                writer.conclude({block: Conclusion((work,), (ISSUER,), given)})


def _work(mention: Mention, block: str) -> Work:
    return Work(
        identifier(mention.surface), "chi-thi", str(mention.number), None, ISSUER.id,
        PartialDate(2014, 8, 18), None, "tw", f"Về việc {mention.surface}", Standing.CITED, block,
        aliases=(f"/eli/vn/{mention.surface.rstrip('abc')}/old",),
    )  # fmt: skip


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Callable[[Iterable[Edge]], Store]]:
    """A function from edges ('1', 'implements', '2') to a store that holds them."""
    with open_store(tmp_path / "store.db") as store:

        def fill(edges: Iterable[Edge]) -> Store:
            _fill(store, edges)
            return store

        yield fill


@pytest.fixture
def reading(tmp_path: Path, registry: Registry) -> Iterator[Reading]:
    """A function from texts to a store that has read them, registries and all."""
    with open_store(tmp_path / "read.db") as store:
        pipeline = make_pipeline(registry, store)
        pipeline.prepare()

        def read(texts: Iterable[SourceText]) -> Store:
            for text in texts:
                assert pipeline.ingest(text).new
            return store

        yield read


@pytest.fixture(scope="session")
def gazette(shared: Path, registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Every text of the Công báo that is at hand, read into one store."""
    folder = shared / "data" / "congbao"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data/congbao, which is not here")
    store = open_store(tmp_path_factory.mktemp("gazette") / "store.db")
    pipeline = make_pipeline(registry, store)
    pipeline.prepare()
    for path in walk([folder]):
        pipeline.ingest(read_path(path, registry))
    return store

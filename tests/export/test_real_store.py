"""The exports over the real store, filled by the real pipeline."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph

from graph.export import FORMATS, make_sparql, render, shapes_text, write_graph
from graph.lineage import lineage
from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.pipeline import make_pipeline
from graph.reading import make_source
from graph.store import open_store

EVERYTHING = "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o"
TEXTS = (
    "Tỉnh ủy ban hành Kế hoạch số 65-KH/TU, ngày 6/1/2015 của Ban Thường vụ Tỉnh ủy về thực hiện "
    "Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị.",
    "Nghị định số 102/2024/NĐ-CP ngày 30/7/2024 của Chính phủ quy định chi tiết thi hành một số "
    "điều của Luật Đất đai số 31/2024/QH15.",
    "Sơ kết Kế hoạch số 65-KH/TU, ngày 6/1/2015 của Ban Thường vụ Tỉnh ủy thực hiện Chỉ thị số "
    "39-CT/TW, ngày 18/8/2014 của Bộ Chính trị. Căn cứ Nghị định số 102/2024/NĐ-CP.",
    "Quyết định số 99-QĐ/TW ngày 30/5/2022 của Ban Bí thư. Nghị quyết số 18-NQ/TW ngày "
    "25/10/2017 của Ban Chấp hành Trung ương; Kế hoạch số 07-KH/TW thực hiện Nghị quyết 18-NQ/TW.",
)


@pytest.fixture(scope="module")
def seeds():
    return load_registry()


def sources():
    return [
        make_source(text, f"{n}.txt", place="Sóc Trăng", publisher="Báo Sóc Trăng")
        for n, text in enumerate(TEXTS)
    ]


@pytest.fixture
def store(tmp_path: Path):
    with open_store(tmp_path / "graph.db") as store:
        yield store


def test_the_view_follows_every_text(store, seeds, tmp_path: Path) -> None:
    """After each text, what was replaced node by node is what building anew gives."""
    pipeline = make_pipeline(seeds, store)
    with make_sparql(store, seeds, tmp_path / "a", rows=10**6, size=10**9) as followed:
        followed.refresh()
        for source in sources():
            pipeline.ingest(source)
            with make_sparql(store, seeds, tmp_path / "b", rows=10**6, size=10**9) as anew:
                assert followed.answer(EVERYTHING).body == anew.answer(EVERYTHING).body
        with store.writing() as writer:
            writer.relate(writer.remove_source(sources()[0].id))
        with make_sparql(store, seeds, tmp_path / "b", rows=10**6, size=10**9) as anew:
            assert followed.answer(EVERYTHING).body == anew.answer(EVERYTHING).body


def test_what_was_read_keeps_to_the_shapes(store, seeds) -> None:
    pipeline = make_pipeline(seeds, store)
    for source in sources():
        assert pipeline.ingest(source).new
    graph = Graph().parse(data=write_graph(store, seeds, "ttl"), format="turtle")
    shapes = Graph().parse(data=shapes_text(), format="turtle")
    fits, _, report = pyshacl.validate(graph, shacl_graph=shapes)
    assert fits, report
    assert "thực hiện" in {str(node) for node in graph.objects()}


def test_the_order_of_reading_leaves_no_trace(seeds, tmp_path: Path) -> None:
    written = set()
    for turn, texts in enumerate((sources(), sources()[::-1])):
        with open_store(tmp_path / f"{turn}.db") as store:
            pipeline = make_pipeline(seeds, store)
            for source in texts:
                pipeline.ingest(source)
            written.add(write_graph(store, seeds, "nt"))
    assert len(written) == 1


def test_a_real_lineage_has_every_format(store, seeds) -> None:
    pipeline = make_pipeline(seeds, store)
    for source in sources():
        pipeline.ingest(source)
    root = store.works_by_number("39-CT/TW", date=PartialDate(2014, 8, 18))[0].id
    graph = lineage(store, root, registry=seeds)
    for fmt in FORMATS:
        assert render(graph, fmt, seeds)
    assert "Kế hoạch 65-KH/TU" in render(graph, "svg", seeds).decode()


def test_evidence_asked_for_at_once_is_that_asked_for_one_by_one(store, seeds) -> None:
    pipeline = make_pipeline(seeds, store)
    for source in sources():
        pipeline.ingest(source)
    links = {(one.source, one.kind, one.target) for one in store.all_relations()}
    together = store.provenances({link[0] for link in links})
    one_by_one = {link: list(store.provenance(*link)) for link in links}
    assert together == {link: said for link, said in one_by_one.items() if said}
    assert any(kind == "issued_by" for _, kind, _ in together)
    assert any(kind == "implements" for _, kind, _ in together)

"""The article that the project was started from, read whole: its gold, field by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.model.sources import SourceText
from graph.pipeline import Pipeline, Reader
from graph.reading import read_path
from graph.store import Store

NAME = "bao-soc-trang-2024-02-11"
FROM_TITLE = {"về thực hiện": ""}


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((shared / "seeds" / f"{NAME}.gold.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def article(shared: Path, registry: Registry) -> SourceText:
    return read_path(shared / "seeds" / f"{NAME}.txt", registry)


@pytest.fixture(scope="module")
def answer(reader: Reader, article: SourceText) -> dict[str, Any]:
    return reader.references(article).to_dict()


def test_the_source(article: SourceText, gold: dict[str, Any]) -> None:
    expected = gold["source"]
    assert article.publisher == expected["publisher"]
    assert str(article.published) == expected["published"]
    assert article.place == expected["place"]
    assert article.author == expected["author"]


def test_every_numbered_reference_and_no_other(
    answer: dict[str, Any], gold: dict[str, Any]
) -> None:
    found = [row for row in answer["references"] if row["number"]]
    assert sorted(row["number"] for row in found) == sorted(r["number"] for r in gold["numbered"])


def test_fields_of_numbered_references(answer: dict[str, Any], gold: dict[str, Any]) -> None:
    found = {row["number"]: row for row in answer["references"] if row["number"]}
    for expected in gold["numbered"]:
        row = found[expected["number"]]
        assert row["type"] == expected["type"]
        assert row["date"] == expected["date"]
        assert expected["issuer"].startswith(row["issuer"])
        assert row["title"] == expected.get("title")
        assert row["resolution"]["status"] == "resolved"


def test_references_by_name(answer: dict[str, Any], gold: dict[str, Any]) -> None:
    named = [row for row in answer["references"] if not row["number"]]
    works = [row["resolution"]["work"] for row in named]
    assert all(works)
    assert len(named) == sum(entry.get("mentions", 1) for entry in gold["by_name"])
    assert len(set(works)) == len(gold["by_name"])


def test_offsets_give_back_the_surface(answer: dict[str, Any], article: SourceText) -> None:
    for row in answer["references"]:
        assert article.text[row["start"] : row["end"]] == row["text"]


def test_the_graph_has_every_relation_and_issuer(
    pipeline: Pipeline, store: Store, article: SourceText, gold: dict[str, Any]
) -> None:
    pipeline.prepare()
    pipeline.ingest(article)
    names = {body.id: body.name for body in store.all_bodies()}
    numbers = {work.id: work.number for work in store.all_works()}
    edges = {(edge.source, edge.kind, edge.target) for edge in store.all_relations()}
    said = {(names.get(s) or numbers.get(s), kind.value, numbers.get(t)) for s, kind, t in edges}
    for expected in gold["relations"]:
        actor = expected.get("from") or expected["from_body"]
        assert (actor, expected["relation"], expected["to"]) in said
    issued = {(numbers.get(s), names.get(t)) for s, k, t in edges if k is RelationKind.ISSUED_BY}
    for expected in gold["numbered"]:
        assert (expected["number"], expected["issuer"]) in issued


def test_names_of_named_works(
    pipeline: Pipeline, store: Store, article: SourceText, gold: dict[str, Any]
) -> None:
    pipeline.prepare()
    pipeline.ingest(article)
    rows = store.mentions_of(article.id)
    works = {w.id: w for w in store.all_works()}
    names = {works[r.resolution.work].name for r in rows if hasattr(r.resolution, "work")}
    assert {entry["name"] for entry in gold["by_name"]} <= names


def test_the_plan_implements_the_directive_of_2014_with_its_sentence(
    pipeline: Pipeline, store: Store, article: SourceText
) -> None:
    pipeline.prepare()
    pipeline.ingest(article)
    plan = "/eli/vn/soc-trang/btv-tu/ke-hoach/2015-01-06/65"
    directive = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
    proof = store.provenance(plan, RelationKind.IMPLEMENTS, directive)
    assert len(proof) == 1
    assert proof[0].text.startswith(
        "Tham mưu Ban Thường vụ Tỉnh ủy sơ kết thực hiện Kế hoạch số 65-KH/TU"
    )

"""What pages ask of the store, against brute force over the demo corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.resources import as_file

import pytest

from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.model.seeding import default_seeds
from graph.pipeline import make_pipeline
from graph.reading import SourceReader, walk
from graph.store import FIELDS, Query, Store, open_store

K = RelationKind


@pytest.fixture(scope="module")
def store(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("browsing") / "luocdo.db")
    pipeline, reader = make_pipeline(registry, opened), SourceReader(registry)
    pipeline.prepare()
    with as_file(default_seeds()) as seeds:
        for file in walk([seeds / "corpus"]):
            pipeline.ingest(reader.read_path(file))
    yield opened
    opened.close()


def test_facets_count_what_the_search_finds(store: Store) -> None:
    found = store.search("nghi quyet", limit=1000).items
    facets = store.facets(Query("nghi quyet"), each=1000)
    assert set(facets) == set(FIELDS)
    assert dict(facets["type"]) == Counter(work.type for work in found if work.type)
    assert dict(facets["issuer"]) == Counter(work.issuer for work in found if work.issuer)
    assert dict(facets["term"]) == Counter(work.term for work in found if work.term)
    assert dict(facets["standing"]) == Counter(str(work.standing) for work in found)
    levels = {body.id: body.level for body in store.all_bodies()}
    assert dict(facets["level"]) == Counter(levels[work.issuer] for work in found if work.issuer)


def test_a_facet_leaves_its_own_filter_aside(store: Store) -> None:
    free = store.facets(Query("", level="province"), each=1000)
    chosen = store.facets(Query("", type="ke-hoach", level="province"), each=1000)
    assert chosen["type"] == free["type"]
    assert len(chosen["issuer"]) < len(free["issuer"])


def test_facets_are_bounded(store: Store) -> None:
    facets = store.facets(Query(""), each=3, within=100)
    assert all(len(values) <= 3 for values in facets.values())
    assert sum(number for _, number in facets["standing"]) == 100


@pytest.mark.parametrize(("field", "value"), [("level", "province"), ("term", "xii")])
def test_search_is_narrowed_by_level_and_term(store: Store, field: str, value: str) -> None:
    found = store.search("", **{field: value}, limit=1000)
    levels = {body.id: body.level for body in store.all_bodies()}
    assert found.items
    for work in found.items:
        shown = levels.get(work.issuer or "") if field == "level" else (work.term or "").lower()
        assert shown == value


def test_tally_and_ranking_agree_with_the_edges(store: Store) -> None:
    relations = [one for one in store.all_relations() if one.kind is not K.ISSUED_BY]
    ends: dict[str, set[tuple[RelationKind, bool, str]]] = {}
    for one in relations:
        ends.setdefault(one.source, set()).add((one.kind, True, one.target))
        ends.setdefault(one.target, set()).add((one.kind, False, one.source))
    for node, found in ends.items():
        assert store.relation_tally(node) == Counter((kind, way) for kind, way, _ in found)
    carried = Counter(
        target for _, target in {(r.source, r.target) for r in relations if r.kind is K.IMPLEMENTS}
    )
    ranked = store.most_related([K.IMPLEMENTS], limit=1000)
    assert dict(ranked) == carried
    assert [number for _, number in ranked] == sorted(carried.values(), reverse=True)


def test_years_and_issuers_are_counted(store: Store) -> None:
    works = list(store.all_works())
    years = Counter(str(work.signed_on)[:4] for work in works if work.signed_on)
    assert dict(store.works_by_year()) == years
    issuers = Counter(work.issuer for work in works if work.issuer)
    assert store.most_issued(1)[0] == issuers.most_common(1)[0]
    assert sum(number for _, number in store.sources_by_year()) == store.sources(1).total

"""The SPARQL view: what it answers, what it refuses, and that its limits hold."""

from __future__ import annotations

import csv
import io
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from rdflib import Graph

from graph.export import make_sparql
from graph.export.sparql.asking import Graphs
from graph.export.sparql.grammar import inspect, repeatable
from graph.export.sparql.limiting import Cut, OverLimitError, Sink
from graph.export.sparql.negotiation import chosen
from graph.model.errors import NotAcceptableError, QueryError, QueryTimeoutError
from graph.model.relations import Relation, RelationKind

PLAN = "/eli/vn/soc-trang/tu/ke-hoach/2015-01-06/65"
ROOT = "/eli/vn/tw/bbt/chi-thi/2014-08-18/39"
CITED = "/eli/vn/tw/btctw/huong-dan/-/1"
BASE = "https://luocdo.example/"
BOMB = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(6)) + " }"
WHO = """SELECT ?who ?label WHERE {
  ?who luocdo:implements ?what . ?what luocdo:number "39-CT/TW" . ?who rdfs:label ?label
} ORDER BY ?label"""
REST = "?s ?p ?o"


@pytest.fixture
def view(records, registry, tmp_path: Path):
    with make_sparql(records, registry, tmp_path, seconds=1.5, rows=50) as view:
        yield view


def rows(view, query: str) -> list[dict[str, str]]:
    answer = json.loads(view.answer(query, "application/json").body)
    return [
        {name: term["value"] for name, term in row.items()} for row in answer["results"]["bindings"]
    ]


def test_select_over_the_whole_graph(view) -> None:
    answer = view.answer(WHO, "")
    assert answer.media_type == "application/sparql-results+json"
    assert not answer.truncated
    assert [row["label"] for row in rows(view, WHO)] == ["Kế hoạch 65-KH/TU", "Tỉnh ủy Sóc Trăng"]


def test_superproperties_and_citations_can_be_asked(view) -> None:
    found = rows(
        view,
        """SELECT ?sentence ?title {
          ?r a luocdo:Relation ; rdf:predicate luocdo:implements ; prov:wasDerivedFrom ?c .
          ?c oa:hasTarget/oa:hasSelector/oa:exact ?sentence ; prov:wasQuotedFrom ?source .
          ?source dcterms:title ?title . ?a eli:ensures_implementation_of ?b .
          ?r rdf:subject ?a }""",
    )
    assert len(found) == 1
    assert "65-KH/TU thực hiện Chỉ thị 39-CT/TW" in found[0]["sentence"]


def test_no_triple_is_counted_twice(view) -> None:
    counted = rows(view, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    distinct = rows(view, "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?s ?p ?o } }")
    assert counted == distinct


def test_every_result_format_reads_back(view) -> None:
    ask = "SELECT ?w ?n { ?w luocdo:number ?n OPTIONAL { ?w luocdo:term ?t } } ORDER BY ?n"
    json_rows = rows(view, ask)
    table = list(csv.DictReader(io.StringIO(view.answer(ask, "text/csv").body.decode())))
    assert table == json_rows
    tsv = view.answer(ask, "text/tab-separated-values").body.decode().splitlines()
    assert sorted(tsv[0].split("\t")) == ["?n", "?w"]
    assert len(tsv) == len(json_rows) + 1
    xml = etree.fromstring(view.answer(ask, "application/sparql-results+xml").body)
    assert len(xml.findall(".//{*}result")) == len(json_rows)
    assert xml.findall(".//{*}literal")[0].text == json_rows[0]["n"]


def test_graphs_come_in_every_format(view) -> None:
    ask = "CONSTRUCT { ?w rdfs:label ?l } WHERE { ?w a luocdo:Work ; rdfs:label ?l }"
    turtle = view.answer(ask, "")
    assert turtle.media_type.startswith("text/turtle")
    first = Graph().parse(data=turtle.body, format="turtle")
    assert len(first) == 3
    for accept, fmt in (
        ("application/n-triples", "nt"), ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ):  # fmt: skip
        again = Graph().parse(data=view.answer(ask, accept).body, format=fmt)
        assert set(again) == set(first)
    described = view.answer(f"DESCRIBE <{BASE}works{PLAN}>", "").body
    assert "65-KH/TU" in described.decode()


def test_ask_in_json_and_xml(view) -> None:
    ask = "ASK { ?w luocdo:number '39-CT/TW' }"
    assert json.loads(view.answer(ask, "").body)["boolean"] is True
    assert b"<boolean>true</boolean>" in view.answer(ask, "application/xml").body


def test_a_named_graph_can_be_the_dataset(view) -> None:
    one = rows(view, f"SELECT ?w FROM <{BASE}works{PLAN}> {{ ?w a luocdo:Work }}")
    assert [row["w"] for row in one] == [f"{BASE}works{PLAN}"]


def test_hostile_literals_come_out_whole(view, records, registry) -> None:
    ask = "SELECT ?x { BIND('''a\"<&>\\t\\n,é''' AS ?x) }"
    value = 'a"<&>\t\n,é'
    assert rows(view, ask) == [{"x": value}]
    xml = etree.fromstring(view.answer(ask, "application/xml").body)
    assert xml.find(".//{*}literal").text == value
    table = csv.DictReader(io.StringIO(view.answer(ask, "text/csv").body.decode(), newline=""))
    assert list(table) == [{"x": value}]
    assert len(view.answer(ask, "text/tab-separated-values").body.splitlines()) == 2


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { ?s ?p }", "expected"),
        ("", "no SPARQL query"),
        ("hello", "no SPARQL query"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT is an update"),
        (f"PREFIX a: <a:> DELETE WHERE {{ {REST} }}", "DELETE is an update"),
        ("LOAD <http://127.0.0.1:9/x.ttl>", "LOAD is an update"),
        ("CLEAR ALL", "CLEAR is an update"),
        (f"SELECT * {{ SERVICE <http://127.0.0.1:9/> {{ {REST} }} }}", "SERVICE is not allowed"),
        (f"SELECT * {{ service SILENT ?x {{ {REST} }} }}", "SERVICE is not allowed"),
        (f"SELECT * {{ \\u0053ERVICE <http://127.0.0.1:9/> {{ {REST} }} }}", "SERVICE"),
        (f"SELECT * {{ ?s ?p 'x'SERVICE<http://127.0.0.1:9/>{{ {REST} }} }}", "SERVICE"),
        (f"SELECT * {{ ?s ?p '\\u0027 . SERVICE <http://a> {{ {REST} }} #' }}", "SERVICE"),
        (f"SELECT * {{#\nSERVICE <http://127.0.0.1:9/> {{ {REST} }} }}", "SERVICE"),
        (f"SELECT * FROM <http://elsewhere.example/g> {{ {REST} }}", "FROM <http://elsewhere"),
        (f"SELECT * FROM NAMED <file:///etc/passwd> {{ {REST} }}", "FROM <file:"),
        (f"PREFIX x: <http://a/> SELECT * FROM x:g {{ {REST} }}", "FROM x:g"),
        (f"PREFIX : <http://a/> SELECT * FROM NAMED :g {{ {REST} }}", "FROM :g"),
        (f"BASE <http://a/> SELECT * FROM <g> {{ {REST} }}", "FROM <g>"),
        (f"BASE <http://a/> PREFIX x: <b/> SELECT * FROM x:g {{ {REST} }}", "FROM x:g"),
        (f"SELECT * FROM rdfs:Class {{ {REST} }}", "FROM rdfs:Class"),
        (f"SELECT * FROM <http://[> {{ {REST} }}", "FROM <http://"),
        (f"BASE <http://[> SELECT * FROM <g> {{ {REST} }}", "FROM <g>"),
        (f"SELECT * {{ {REST} }} # {'x' * 100_000}", "at most 100000 characters"),
    ],
)
def test_what_is_refused_and_why(view, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        view.answer(query, "")


@pytest.mark.parametrize(
    "start",
    [
        "SELECT * FROM <works/g>", f"PREFIX x: <{BASE}works/> SELECT * FROM x:g",
        "PREFIX x: <works/> SELECT * FROM NAMED x:g", f"BASE <{BASE}works/> SELECT * FROM <g>",
        "BASE <http://a/> SELECT *",
    ],
)  # fmt: skip
def test_graphs_below_the_base_may_be_named_in_any_way(view, start: str) -> None:
    assert view.answer(f"{start} {{ {REST} }} LIMIT 1").body


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?service ?p 'SERVICE <http://a>' } # SERVICE",
        "SELECT * { ?s <http://a/SERVICE> ?o }",
        'SELECT * { ?s ?p """a " SERVICE "" b""" }',
        "PREFIX service: <http://a/> SELECT * { ?s service:load ?o FILTER(?o<?s && ?o>3) }",
        "PREFIX a: <http://a/insert#> SELECT * { ?s a:from ?o }",
    ],
)
def test_words_in_names_and_texts_are_no_keywords(view, query: str) -> None:
    assert inspect(query, BASE).form == "SELECT"
    assert view.answer(query, "").body


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("ask{}", "ASK"),
        ("# SELECT *\rDESCRIBE <a>", "DESCRIBE"),
        ("PREFIX ask:<http://a/>prefix : <b#>BASE <c:>\n#x\n CONSTRUCT WHERE {}", "CONSTRUCT"),
        ("PREFIX a: <http://a/> x SELECT * {}", "SELECT"),
        ("SELECTED ASK {}", "ASK"),
        ("PREFIX a: <http://a/>\n" * 4000 + "ASK {}", "ASK"),
        (" " * 99_000 + "ASK {}", "ASK"),
    ],
)  # fmt: skip
def test_the_form_is_told_by_its_keyword(query: str, form: str) -> None:
    assert inspect(query, BASE).form == form


def test_what_is_no_query_is_told_soon() -> None:
    begun = time.process_time()
    for query in (
        " " * 99_000 + "x",
        "PREFIX a:" * 11_000,
        "PREFIX a: <a> " * 7_000,
        "#\n" * 49_000,
    ):
        with pytest.raises(QueryError, match="no SPARQL query"):
            inspect(query, BASE)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("query", "repeats"),
    [
        ("SELECT ?known { ?s ?p ?known }", True),
        ("SELECT (now() AS ?t) {}", False),
        ("SELECT (STRUUID() AS ?t) {}", False),
        ("SELECT (\\u004eOW() AS ?t) {}", False),
        ("SELECT * { ?s ?p 'brand' }", True),
    ],
)
def test_which_queries_may_answer_otherwise_next_time(query: str, repeats: bool) -> None:
    assert repeatable(query) is repeats


@pytest.mark.parametrize("piece", [1, 2, 3, 5, 8, 1000])
@pytest.mark.parametrize(
    ("fmt", "said", "count"),
    [
        ("json", b'{"results":{"bindings":[{"s":{"value":"a"}},{},{"s":{"value":"b"}}]}}', 3),
        ("xml", b"<results><result></result><result></result></results>", 2),
        ("tsv", b"?s\n<a>\n<b>\n", 3),
    ],
)
def test_rows_are_counted_however_they_are_cut(
    fmt: str, said: bytes, count: int, piece: int
) -> None:
    def write(most: int) -> bytes:
        sink = Sink(fmt, Cut(most, 1000))
        for at in range(0, len(said), piece):
            sink.write(said[at : at + piece])
        return b"".join(sink.parts)

    assert write(count) == said
    with pytest.raises(OverLimitError):
        write(count - 1)


def test_rows_are_cut_and_that_is_said(view) -> None:
    answer = view.answer("SELECT * { ?s ?p ?o }", "")
    assert answer.truncated
    assert len(json.loads(answer.body)["results"]["bindings"]) == 50
    graph = view.answer("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples")
    assert graph.truncated
    assert len(graph.body.splitlines()) == 50


def test_bytes_are_cut_and_the_answer_stays_well_formed(records, registry, tmp_path) -> None:
    with make_sparql(records, registry, tmp_path, size=2000) as view:
        for accept in ("application/json", "text/csv"):
            answer = view.answer("SELECT * { ?s ?p ?o }", accept)
            assert answer.truncated
            assert len(answer.body) < 2200
        json.loads(view.answer("SELECT * { ?s ?p ?o }", "").body)


def test_a_bomb_is_stopped_and_others_go_on(records, registry, tmp_path: Path) -> None:
    with make_sparql(records, registry, tmp_path, seconds=4) as view, ThreadPoolExecutor(4) as pool:
        view.refresh()
        bombs = [pool.submit(view.answer, BOMB, "") for _ in range(2)]
        assert len(rows(view, WHO)) == 2
        assert not any(bomb.done() for bomb in bombs), "others do not wait for it"
        for bomb in bombs:
            with pytest.raises(QueryTimeoutError, match=r"over 4 s"):
                bomb.result(20)
        assert len(rows(view, WHO)) == 2


def test_a_query_that_eats_memory_ends_alone(records, registry, tmp_path) -> None:
    greedy = "SELECT ?s { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f } ORDER BY ?o ?c ?f"
    with make_sparql(records, registry, tmp_path, seconds=8, memory=400 << 20) as view:
        with pytest.raises(QueryError, match="memory"):
            view.answer(greedy, "")
        assert len(rows(view, WHO)) == 2


def test_deep_nesting_ends_no_more_than_its_process(view) -> None:
    with pytest.raises((QueryError, QueryTimeoutError)):
        view.answer("SELECT * " + "{" * 40_000 + "}" * 40_000, "")
    assert len(rows(view, WHO)) == 2


def test_the_view_follows_the_store(view, records) -> None:
    assert len(rows(view, WHO)) == 2
    records.relate(Relation(CITED, RelationKind.IMPLEMENTS, ROOT))
    assert len(rows(view, WHO)) == 3
    gone = next(one for one in records.relations if one.source == PLAN)
    del records.relations[gone]
    records.log.append({PLAN, ROOT})
    assert [row["label"] for row in rows(view, WHO)] == [
        "Hướng dẫn 01-HD/BTCTW",
        "Tỉnh ủy Sóc Trăng",
    ]
    sources = rows(view, "SELECT ?s { ?s a luocdo:Source }")
    assert [row["s"] for row in sources] == [f"{BASE}sources/sha256:aa"], "none is left unquoted"


def test_following_gives_what_building_anew_gives(records, registry, tmp_path) -> None:
    everything = "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o"
    with make_sparql(records, registry, tmp_path) as followed:
        followed.refresh()
        records.relate(Relation(CITED, RelationKind.GUIDES, ROOT))
        del records.works[PLAN]
        records.relations = {k: v for k, v in records.relations.items() if k.source != PLAN}
        records.log.append({PLAN, ROOT})
        with make_sparql(records, registry, tmp_path) as anew:
            assert followed.answer(everything).body == anew.answer(everything).body
        records.log.append(None)
        records.relate(Relation(CITED, RelationKind.CITES, ROOT))
        assert "cites" in str(rows(followed, f"SELECT ?p {{ <{BASE}works{CITED}> ?p ?o }}"))


def test_closing_leaves_neither_process_nor_file(records, registry, tmp_path: Path) -> None:
    view = make_sparql(records, registry, tmp_path)
    view.refresh()
    view._snapshots.join()  # the copy's taking over renews the workers: from here on none does
    view.answer(WHO)
    children = [worker.number for worker in view._pool._all if worker.ready]
    assert children, "the one that answered stands by"
    view.close()
    for number in children:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
    kept = [path.name for path in (tmp_path / "kept").iterdir()]
    assert sorted(kept) == ["live-1", "lock", "progress.json"], "what the next process goes on with"
    with pytest.raises(QueryError, match="closed"):
        view.answer(WHO)


def test_what_a_dead_process_left_is_swept(records, registry, tmp_path: Path) -> None:
    left = tmp_path / "view-left"
    left.mkdir()
    (left / "lock").touch()
    with make_sparql(records, registry, tmp_path) as view:
        assert not left.exists()
        with make_sparql(records, registry, tmp_path):
            assert len(list(tmp_path.iterdir())) == 2, "one that lives is left alone"
        assert len(rows(view, WHO)) == 2


def test_old_checkpoints_are_removed(view, records, tmp_path: Path) -> None:
    for _ in range(3):
        records.log.append({PLAN})
        view.answer(WHO)
    view._snapshots.join()  # the copy in memory is made of a checkpoint, held meanwhile
    assert len(list(tmp_path.glob("*/checkpoint-*"))) == 1


def test_many_threads_get_their_own_answers(view) -> None:
    asks = [f"SELECT ({n} AS ?n) {{}}" for n in range(24)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda ask: rows(view, ask)[0]["n"], asks))
    assert answers == [str(n) for n in range(24)]


@pytest.mark.parametrize(
    ("accept", "form", "name"),
    [
        ("", "SELECT", "json"),
        ("*/*", "SELECT", "json"),
        ("text/csv", "SELECT", "csv"),
        ("text/csv;q=0.5, application/sparql-results+xml", "ASK", "xml"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "SELECT", "xml"),
        ("application/sparql-results+json;q=0, text/csv", "SELECT", "csv"),
        ("text/*", "SELECT", "xml"),
        ("application/ld+json", "CONSTRUCT", "jsonld"),
        ("application/sparql-results+json, application/n-triples;q=.2", "DESCRIBE", "nt"),
        ("*/*", "DESCRIBE", "ttl"),
    ],
)
def test_accept_decides(accept: str, form: str, name: str) -> None:
    assert chosen(accept, form)[0] == name


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=x", "text/turtle"])
def test_nothing_acceptable_is_said(accept: str) -> None:
    with pytest.raises(NotAcceptableError, match="sparql-results"):
        chosen(accept, "SELECT")


def test_closing_ends_queries_that_run(records, registry, tmp_path: Path) -> None:
    view = make_sparql(records, registry, tmp_path, seconds=20)
    view.refresh()
    with ThreadPoolExecutor(1) as pool:
        bomb = pool.submit(view.answer, BOMB)
        time.sleep(0.5)
        began = time.monotonic()
        view.close()
        with pytest.raises(QueryError):
            bomb.result()
        assert time.monotonic() - began < 15, "the query may run for longer"


def test_the_dataset_outlives_its_process(records, registry, tmp_path: Path) -> None:
    with make_sparql(records, registry, tmp_path) as view:
        before = rows(view, WHO)
        folder = view._derived._folder
    with make_sparql(records, registry, tmp_path) as view:
        assert view._derived._generation == records.generation, "nothing is to be built"
        assert rows(view, WHO) == before
        assert view._derived._folder == folder


def test_a_torn_dataset_is_built_anew(records, registry, tmp_path: Path) -> None:
    """A crash while the dataset follows leaves no note of how far it came."""
    with make_sparql(records, registry, tmp_path) as view:
        before = rows(view, WHO)
        view._derived.store.clear()
        view._derived._note.take()
    with make_sparql(records, registry, tmp_path) as view:
        assert rows(view, WHO) == before


@pytest.mark.parametrize("change", ["base", "landmark", "registry"])
def test_the_dataset_of_another_store_is_not_taken(
    records, registry, tmp_path: Path, change: str
) -> None:
    with make_sparql(records, registry, tmp_path) as view:
        view.refresh()
    base = "https://else.example/" if change == "base" else BASE
    if change == "registry":
        registry = replace(registry, version="next")
    if change == "landmark":
        note = tmp_path / "kept" / "progress.json"
        note.write_text(note.read_text().replace('"landmark": ""', '"landmark": "1:sha256:x"'))
    with make_sparql(records, registry, tmp_path, base) as view:
        assert view._derived.store is None
        assert len(rows(view, WHO)) == 2


def test_a_request_names_its_dataset(view) -> None:
    one, other = f"{BASE}works{PLAN}", f"{BASE}works{ROOT}"
    ask = "SELECT ?w { ?w a luocdo:Work } ORDER BY ?w"

    def found(query: str, **graphs: tuple[str, ...]) -> list[str]:
        body = view.answer(query, "application/json", Graphs(**graphs)).body
        return [row["w"]["value"] for row in json.loads(body)["results"]["bindings"]]

    assert found(ask, default=(one,)) == [one]
    assert found(ask, default=(one, other)) == sorted([one, other])
    assert found(ask, named=(one,)) == []
    assert found("SELECT ?w { GRAPH ?w { ?w a luocdo:Work } }", named=(one,)) == [one]
    assert found(f"SELECT ?w FROM <{other}> {{ ?w a luocdo:Work }}", default=(one,)) == [one]
    for bad in ("http://127.0.0.1:9/x", f"{BASE}x> <y"):
        with pytest.raises(QueryError, match="not here"):
            found(ask, default=(bad,))


def test_json_says_whether_it_is_whole(view) -> None:
    for limit, truncated in ((10, False), (1000, True)):
        answer = view.answer(f"SELECT * {{ ?s ?p ?o }} LIMIT {limit}", "application/json")
        assert json.loads(answer.body)["truncated"] is answer.truncated is truncated


@pytest.mark.parametrize("media", ["json", "xml"])
@pytest.mark.parametrize("count", [49, 50, 51])
def test_the_limit_counts_rows_not_their_text(view, media: str, count: int) -> None:
    ask = (
        "SELECT ?x { VALUES ?x { "
        + " ".join(f"'{n}}}}},{{\\\"<result>\\n'" for n in range(count))
        + " } }"
    )
    answer = view.answer(ask, f"application/sparql-results+{media}")
    assert answer.truncated is (count > 50)
    mark = b"<result>" if media == "xml" else b'"x":'
    assert answer.body.count(mark) == min(count, 50)

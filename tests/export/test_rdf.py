"""RDF: what is said, that it is the same each time, and that it keeps to its shapes."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import networkx as nx
import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from graph.export import RDF_FORMATS, write_graph, write_lineage, write_node
from graph.export.rdf.names import DEFAULT_BASE, VOCABULARIES
from graph.export.rdf.vocabulary import ontology_text, shapes_text
from graph.model.errors import NotFoundError, UnknownFormatError
from graph.model.registry import Registry
from graph.model.relations import Relation, RelationKind
from graph.model.seeding import default_seeds

PLAN = "/eli/vn/soc-trang/tu/ke-hoach/2015-01-06/65"
ROOT = "/eli/vn/tw/bbt/chi-thi/2014-08-18/39"
BODY = "/org/vn/soc-trang/tu"
BASE = DEFAULT_BASE
LUOCDO = rdflib.Namespace(f"{BASE}ontology#")
ELI = rdflib.Namespace(VOCABULARIES["eli"])
OA = rdflib.Namespace(VOCABULARIES["oa"])
ORG = rdflib.Namespace(VOCABULARIES["org"])
PROV = rdflib.Namespace(VOCABULARIES["prov"])
PARSERS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml", "trig": "trig"}


def work(identifier: str) -> URIRef:
    return URIRef(f"{BASE}works{identifier}")


def body(identifier: str) -> URIRef:
    return URIRef(f"{BASE}bodies{identifier}")


def read(data: bytes, fmt: str = "ttl") -> Graph:
    return Graph().parse(data=data, format=PARSERS[fmt])


@pytest.fixture
def whole(records, registry: Registry) -> Graph:
    return read(write_graph(records, registry, "ttl"))


def test_a_relation_is_said_directly_and_in_eli(whole: Graph) -> None:
    for term in (LUOCDO.implements, ELI.ensures_implementation_of, ELI.implements):
        assert (work(PLAN), term, work(ROOT)) in whole


def test_an_acting_body_gets_no_eli_relation(whole: Graph) -> None:
    assert (body(BODY), LUOCDO.implements, work(ROOT)) in whole
    assert (body(BODY), ELI.ensures_implementation_of, work(ROOT)) not in whole


def test_each_citation_carries_its_sentence_and_offsets(whole: Graph) -> None:
    relations = [
        node for node in whole.subjects(RDF.subject, work(PLAN))
        if whole.value(node, RDF.predicate) == LUOCDO.implements
    ]  # fmt: skip
    assert len(relations) == 1
    citations = list(whole.objects(relations[0], PROV.wasDerivedFrom))
    found = set()
    for citation in citations:
        target = whole.value(citation, OA.hasTarget)
        for selector in whole.objects(target, OA.hasSelector):
            if (start := whole.value(selector, OA.start)) is not None:
                found.add((start.toPython(), whole.value(selector, OA.end).toPython()))
        assert whole.value(citation, LUOCDO.confidence) == Literal(
            "0.9", datatype=rdflib.XSD.decimal
        )
    length = len("Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 65-KH/TU thực hiện Chỉ thị 39-CT/TW.")
    assert found == {(0, length), (9, 9 + length)}
    assert whole.value(relations[0], LUOCDO.fromSubdivision) == Literal("mục II", lang="vi")


def test_works_bodies_and_succession_are_described(whole: Graph) -> None:
    assert whole.value(work(ROOT), RDFS.label) == Literal("Chỉ thị 39-CT/TW", lang="vi")
    assert whole.value(work(ROOT), ELI.date_document) == Literal(
        "2014-08-18", datatype=rdflib.XSD.date
    )
    event = whole.value(body(BODY), ORG.changedBy)
    assert whole.value(event, ORG.resultingOrganization) == body("/org/vn/can-tho-2025/tu")
    assert (URIRef(f"{BASE}sources/sha256:aa"), RDF.type, LUOCDO.Source) in whole


def test_every_serialisation_says_the_same(records, registry: Registry, whole: Graph) -> None:
    for fmt in ("nt", "jsonld", "rdf"):
        assert isomorphic(read(write_graph(records, registry, fmt), fmt), whole), fmt
    dataset = Dataset(default_union=True).parse(
        data=write_graph(records, registry, "trig"), format="trig"
    )
    quads = list(dataset.quads())
    assert len(quads) == len(whole), "a triple stands in one named graph only"
    assert {str(name) for *_, name in quads} >= {str(work(PLAN)), str(body(BODY))}


def test_the_same_graph_gives_the_same_bytes(records, registry: Registry) -> None:
    first = {fmt: write_graph(records, registry, fmt) for fmt in RDF_FORMATS}
    records.works = dict(reversed(records.works.items()))
    records.relations = {key: value[::-1] for key, value in reversed(records.relations.items())}
    assert {fmt: write_graph(records, registry, fmt) for fmt in RDF_FORMATS} == first


def test_the_base_moves_every_name_of_ours(records, registry: Registry) -> None:
    data = write_graph(records, registry, "nt", "http://127.0.0.1:8000").decode()
    assert "http://127.0.0.1:8000/works/eli/vn/" in data
    assert "http://127.0.0.1:8000/ontology#implements" in data
    assert BASE not in data


def test_an_unknown_format_is_refused(records, registry: Registry) -> None:
    with pytest.raises(UnknownFormatError, match="'n3' is not one of ttl, nt"):
        write_graph(records, registry, "n3")


def test_a_lineage_says_only_its_own_relations(records, registry: Registry) -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge(PLAN, ROOT, key="implements")
    said = read(write_lineage(graph, records, registry, "ttl"))
    assert (work(PLAN), LUOCDO.implements, work(ROOT)) in said
    assert (work(PLAN), LUOCDO.issued_by, body(BODY)) not in said
    assert not list(said.triples((body(BODY), None, None)))
    assert len(list(said.subjects(RDF.type, LUOCDO.Citation))) == 2


def test_one_node_comes_with_its_relations(records, registry: Registry) -> None:
    said = read(write_node(PLAN, records, registry, "jsonld"), "jsonld")
    assert (work(PLAN), LUOCDO.issued_by, body(BODY)) in said
    assert not list(said.triples((work(ROOT), RDF.type, None)))
    with pytest.raises(NotFoundError):
        write_node("/eli/vn/none", records, registry, "ttl")


def test_hostile_text_stays_a_literal(records, registry: Registry) -> None:
    title = 'x" . <http://evil> <http://evil> <http://evil> . \\ \n\t</rdf:RDF>'
    records.works[ROOT] = replace(records.works[ROOT], title=title)
    for fmt in ("ttl", "nt", "jsonld", "rdf"):
        said = read(write_graph(records, registry, fmt), fmt)
        assert Literal(title, lang="vi") in set(said.objects(work(ROOT))), fmt


def test_the_graph_keeps_to_its_shapes(whole: Graph) -> None:
    assert not _broken(whole)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        ("DELETE WHERE { ?w luocdo:standing ?s }", "standing"),
        ("INSERT { ?w luocdo:standing 'rumoured' } WHERE { ?w a luocdo:Work }", "standing"),
        ("INSERT { ?w luocdo:implements ?b } WHERE { ?w a luocdo:Work . ?b a luocdo:Body }",
         "implements"),
        ("DELETE { ?c luocdo:confidence ?v } INSERT { ?c luocdo:confidence 1.5 } "
         "WHERE { ?c luocdo:confidence ?v }", "confidence"),
        ("DELETE { ?p oa:end ?e } INSERT { ?p oa:end 'late' } WHERE { ?p oa:end ?e }", "end"),
        ("DELETE { ?c prov:wasQuotedFrom ?s } WHERE { ?c prov:wasQuotedFrom ?s }", "wasQuotedFrom"),
    ],
)  # fmt: skip
def test_a_broken_graph_fails(whole: Graph, spoil: str, message: str) -> None:
    whole.update(spoil)
    assert message in _broken(whole)


def _broken(graph: Graph) -> str:
    shapes = Graph().parse(data=shapes_text(), format="turtle")
    fits, _, report = pyshacl.validate(graph, shacl_graph=shapes, advanced=False)
    return "" if fits else report


def test_the_ontology_names_every_relation_with_its_eli_terms() -> None:
    """The properties are those of seeds/relations.tsv, and say the same of them."""
    ontology = Graph().parse(data=ontology_text(), format="turtle")
    lines = (default_seeds() / "relations.tsv").read_bytes().decode().splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t"))
    assert {row["relation"] for row in rows} == {kind.value for kind in RelationKind}
    for row in rows:
        term = LUOCDO[row["relation"]]
        above = {str(each) for each in ontology.objects(term, RDFS.subPropertyOf)}
        for name in filter(None, row["eli"].split(";")):
            assert str(ELI[name.removeprefix("eli:")]) in above, row["relation"]
        assert Literal(row["label"], lang="vi") in set(ontology.objects(term, RDFS.label))
        assert Literal(row["label_en"], lang="en") in set(ontology.objects(term, RDFS.label))


def test_every_term_used_is_declared(whole: Graph) -> None:
    used = {term for triple in whole for term in triple if str(term).startswith(str(LUOCDO))}
    declared = set(Graph().parse(data=ontology_text(), format="turtle").subjects())
    assert used <= declared


def test_classes_are_under_those_of_others(whole: Graph) -> None:
    for ours, theirs in (
        (LUOCDO.Work, ELI.LegalResource), (LUOCDO.Body, ORG.Organization),
        (LUOCDO.Citation, OA.Annotation), (LUOCDO.Source, PROV.Entity),
    ):  # fmt: skip
        assert (ours, RDFS.subClassOf, theirs) in whole


def test_subdivisions_of_one_relation_make_one_node(records, registry: Registry) -> None:
    records.relate(Relation(PLAN, RelationKind.IMPLEMENTS, ROOT, (), ("Điều 5", "khoản 2")))
    said = read(write_graph(records, registry, "ttl"))
    assert len(list(said.subjects(RDF.subject, work(PLAN)))) == 2
    assert Literal("Điều 5, khoản 2", lang="vi") in set(said.objects(None, LUOCDO.toSubdivision))


def test_streaming_needs_no_seekable_file(records, registry: Registry) -> None:
    from graph.export import stream_graph

    class Pipe(io.RawIOBase):
        data = b""

        def writable(self) -> bool:
            return True

        def write(self, part) -> int:  # type: ignore[no-untyped-def]
            self.data += bytes(part)
            return len(part)

    pipe = Pipe()
    stream_graph(records, registry, "nt", pipe)
    assert pipe.data == write_graph(records, registry, "nt")

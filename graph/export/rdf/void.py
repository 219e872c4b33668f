"""What there is, for programs that come upon it: VoID, and the SPARQL service description."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, VOID, XSD

from graph.export.rdf.names import VOCABULARIES, Names
from graph.export.rdf.small import bound, written

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = "http://www.w3.org/ns/formats/"
_DUMPS = {"ttl": "Turtle", "nt": "N-Triples", "jsonld": "JSON-LD", "rdf": "RDF_XML", "trig": "TriG"}
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_EXAMPLE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"


@dataclass(frozen=True, slots=True)
class Figures:
    """How much there is: triples, and by IRI how many of each class and with each property."""

    triples: int | None = None
    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)


def void_bytes(base: str, figures: Figures, fmt: str) -> bytes:
    """Return the VoID description of the dataset as ttl, nt, jsonld or rdf."""
    names, graph = _graph(base)
    _dataset(graph, names, figures)
    return written(graph, fmt)


def service_bytes(base: str, figures: Figures, fmt: str) -> bytes:
    """Return the SPARQL 1.1 service description of ``/sparql``."""
    names, graph = _graph(base)
    endpoint = URIRef(f"{names.base}sparql")
    service = URIRef(f"{names.base}sparql#service")
    held, default = URIRef(f"{names.base}sparql#dataset"), URIRef(f"{names.base}sparql#default")
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, SD.endpoint, endpoint))
    graph.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    for feature in (SD.UnionDefaultGraph, SD.EmptyGraphs):
        graph.add((service, SD.feature, feature))
    for name in (*_RESULTS, "Turtle", "N-Triples", "RDF_XML", "JSON-LD"):
        graph.add((service, SD.resultFormat, URIRef(_FORMATS + name)))
    graph.add((service, SD.defaultDataset, held))
    graph.add((held, RDF.type, SD.Dataset))
    graph.add((held, SD.defaultGraph, default))
    graph.add((default, RDF.type, SD.Graph))
    if figures.triples is not None:
        graph.add((default, VOID.triples, _count(figures.triples)))
    graph.add((held, DCTERMS.isVersionOf, _dataset_name(names)))
    return written(graph, fmt)


def _graph(base: str) -> tuple[Names, Graph]:
    names = Names(base)
    more = {"void": str(VOID), "sd": str(SD), "foaf": str(FOAF)}
    graph = bound({**names.prefixes, **more})
    return names, graph


def _dataset_name(names: Names) -> URIRef:
    return URIRef(f"{names.base}.well-known/void#luocdo")


def _dataset(graph: Graph, names: Names, figures: Figures) -> None:
    about = _dataset_name(names)
    graph.add((about, RDF.type, VOID.Dataset))
    graph.add((about, DCTERMS.title, Literal("Luocdo: quan hệ giữa các văn bản", lang="vi")))
    graph.add((about, DCTERMS.title, Literal("Luocdo: how documents relate", lang="en")))
    graph.add((about, FOAF.homepage, URIRef(names.base)))
    graph.add((about, VOID.uriSpace, Literal(names.base)))
    graph.add((about, VOID.sparqlEndpoint, URIRef(f"{names.base}sparql")))
    graph.add((about, VOID.uriLookupEndpoint, URIRef(f"{names.base}id")))
    graph.add((about, VOID.exampleResource, URIRef(f"{names.base}works{_EXAMPLE}")))
    for iri in (f"{names.base}ontology#", *VOCABULARIES.values()):
        graph.add((about, VOID.vocabulary, URIRef(iri)))
    for suffix, name in _DUMPS.items():
        graph.add((about, VOID.dataDump, URIRef(f"{names.base}export/graph.{suffix}")))
        graph.add((about, VOID.feature, URIRef(_FORMATS + name)))
    if figures.triples is not None:
        graph.add((about, VOID.triples, _count(figures.triples)))
        graph.add((about, VOID.classes, _count(len(figures.classes))))
        graph.add((about, VOID.properties, _count(len(figures.properties))))
    for number, (iri, count) in enumerate(sorted(figures.classes.items())):
        part = URIRef(f"{about}-class-{number}")
        graph.add((about, VOID.classPartition, part))
        graph.add((part, VOID["class"], URIRef(iri)))
        graph.add((part, VOID.entities, _count(count)))
    for number, (iri, count) in enumerate(sorted(figures.properties.items())):
        part = URIRef(f"{about}-property-{number}")
        graph.add((about, VOID.propertyPartition, part))
        graph.add((part, VOID.property, URIRef(iri)))
        graph.add((part, VOID.triples, _count(count)))


def _count(number: int) -> Literal:
    return Literal(number, datatype=XSD.integer)

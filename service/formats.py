"""Files that a graph or lineage can be had as: pictures, networks, tables, RDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.export import FORMATS, Paper, render, render_coverage
from graph.export.rdf.writing import (
    RDF_FORMATS,
    write_graph,
    write_lineage,
    write_node,
    write_relation,
    write_source,
    write_vocabulary,
)
from graph.lineage import Coverage
from graph.model.errors import UnknownFormatError
from graph.model.relations import RelationKind
from service.pages.naming import work_name
from service.pages.wording import Wording
from service.schemas.works import WorkAnswer
from service.state import Graph

# Pictures show until when their sources reach, so they need passages too; RDF reads its own.
_WITH_SENTENCES = frozenset(FORMATS)
_SENTENCES = 3
GRAPH_SUFFIXES = tuple(RDF_FORMATS)
LINEAGE_SUFFIXES = (*FORMATS, *RDF_FORMATS)


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file, what they are, and its name where it is to be saved."""

    body: bytes
    media_type: str
    name: str | None = None


def file_contents(suffixes: tuple[str, ...]) -> dict[str, Any]:
    """Return the OpenAPI ``content`` of a route that gives files of these suffixes."""
    known = {**RDF_FORMATS, **FORMATS}
    return {known[suffix].media_type.partition(";")[0]: {} for suffix in suffixes}


def sentences_for(suffix: str) -> int:
    """Return how many passages for each relation a format shows."""
    return _SENTENCES if suffix in _WITH_SENTENCES else 0


def lineage_file(graph: Graph, lineage: Any, suffix: str, paper: Paper | None = None) -> File:
    """Return a lineage in the format of that suffix; UnknownFormatError names those on offer.

    ``paper`` puts SVG, PNG and PDF on sheets of that size.
    """
    size = f"-{paper}" if paper else ""
    name = f"lineage-{lineage.graph['root'].strip('/').replace('/', '_')}{size}.{suffix}"
    if suffix in FORMATS:
        body = render(lineage, suffix, graph.registry, paper)
        return File(body, FORMATS[suffix].media_type, name)
    if suffix not in RDF_FORMATS:
        raise _unknown(suffix, LINEAGE_SUFFIXES)
    body = write_lineage(lineage, graph.store, graph.registry, suffix, graph.settings.base_uri)
    return File(body, RDF_FORMATS[suffix].media_type, name)


def coverage_file(
    graph: Graph, found: Coverage, work: WorkAnswer, suffix: str, paper: Paper
) -> File:
    """Return the coverage of a work as a map; UnknownFormatError where it is not to be had so."""
    day = f" ngày {Wording('vi', {}).day(work.date)}" if work.date else ""
    body = render_coverage(found, work_name(work) + day, suffix, graph.registry, paper)
    name = f"coverage-{work.id.strip('/').replace('/', '_')}-{paper}.{suffix}"
    return File(body, FORMATS[suffix].media_type, name)


def graph_file(graph: Graph, suffix: str) -> File:
    """Return the whole graph as RDF; UnknownFormatError names the formats on offer."""
    body = write_graph(graph.store, graph.registry, graph_suffix(suffix), graph.settings.base_uri)
    return File(body, RDF_FORMATS[suffix].media_type, f"luocdo.{suffix}")


def graph_suffix(suffix: str) -> str:
    """Return the suffix of a format that the graph can be had in; else UnknownFormatError."""
    if suffix not in RDF_FORMATS:
        raise _unknown(suffix, GRAPH_SUFFIXES)
    return suffix


def node_file(graph: Graph, identifier: str, suffix: str) -> File:
    """Return a work or body with the relations that leave it, as RDF."""
    about = (graph.store, graph.registry, suffix, graph.settings.base_uri)
    return File(write_node(identifier, *about), RDF_FORMATS[suffix].media_type)


def source_file(graph: Graph, identifier: str, suffix: str) -> File:
    """Return what is known of a source, as RDF."""
    about = (graph.store, graph.registry, suffix, graph.settings.base_uri)
    return File(write_source(identifier, *about), RDF_FORMATS[suffix].media_type)


def relation_file(graph: Graph, link: tuple[str, RelationKind, str], suffix: str) -> File:
    """Return one relation with its evidence, as RDF."""
    about = (graph.store, graph.registry, suffix, graph.settings.base_uri)
    return File(write_relation(link, *about), RDF_FORMATS[suffix].media_type)


def vocabulary_file(graph: Graph, suffix: str, about: str | None = None) -> File:
    """Return our ontology, or what is said of one registered type or place, as RDF."""
    body = write_vocabulary(graph.registry, suffix, graph.settings.base_uri, about)
    return File(body, RDF_FORMATS[suffix].media_type)


def _unknown(suffix: str, offered: tuple[str, ...]) -> UnknownFormatError:
    return UnknownFormatError(f"không có dạng '{suffix}'; có: {', '.join(offered)}")

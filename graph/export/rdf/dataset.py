"""The whole graph as named graphs, one for each node and each source.

Each triple belongs to one named graph only, so their union has no triple twice and a node is
updated by replacing its graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from pyoxigraph import NamedNode, Quad, Triple

from graph.export.rdf.describing import Describer
from graph.export.rdf.names import Names
from graph.export.rdf.records import EdgeLike, Records
from graph.export.rdf.relating import Link, Relater
from graph.export.rdf.vocabulary import vocabulary_triples
from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.identifiers import is_work_id
from graph.model.registry import Registry
from graph.model.relations import Provenance

_BATCH = 400  # nodes whose relations are asked for at once


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """One named graph; ``sources`` are the ids of the sources that its citations quote."""

    name: NamedNode
    triples: tuple[Triple, ...]
    sources: frozenset[str] = frozenset()


def quads_of(graph: NamedGraph) -> Iterator[Quad]:
    """Return the triples with the name of their graph."""
    for triple in graph.triples:
        yield Quad(triple.subject, triple.predicate, triple.object, graph.name)


class Dataset:
    """Reads the store and speaks RDF."""

    def __init__(self, records: Records, registry: Registry, base: str) -> None:
        self.names = Names(base)
        self._records = records
        self._registry = registry
        self._describe = Describer(self.names, registry)
        self._relate = Relater(self.names, registry)

    @property
    def registry_version(self) -> str:
        """The version of the registries that types, places and labels come from."""
        return self._registry.version

    def vocabulary(self) -> NamedGraph:
        """Return our ontology with the registered types and places."""
        name = NamedNode(f"{self.names.base}ontology")
        return NamedGraph(name, tuple(vocabulary_triples(self.names, self._registry)))

    def graphs(self) -> Iterator[NamedGraph]:
        """Return all: vocabulary, works, bodies, then the sources that they quote."""
        yield self.vocabulary()
        quoted: set[str] = set()
        for batch in _batches(chain(self._records.all_works(), self._records.all_bodies())):
            for graph in self._described(batch):
                quoted |= graph.sources
                yield graph
        for source in sorted(quoted):
            if found := self.source(source):
                yield found

    def nodes(self, identifiers: Iterable[str]) -> Iterator[NamedGraph]:
        """Return the graphs of those nodes that exist."""
        known = (self._value(identifier) for identifier in sorted(identifiers))
        for batch in _batches(value for value in known if value is not None):
            yield from self._described(batch)

    def part(self, identifiers: Iterable[str], links: Iterable[Link]) -> Iterator[NamedGraph]:
        """Return the nodes with the given relations between them, and the sources quoted."""
        wanted = frozenset(links)
        quoted: set[str] = set()
        known = (self._value(identifier) for identifier in sorted(identifiers))
        for batch in _batches(value for value in known if value is not None):
            for graph in self._described(batch, wanted):
                quoted |= graph.sources
                yield graph
        yield from filter(None, map(self.source, sorted(quoted)))

    def relation(self, link: Link) -> Iterator[NamedGraph]:
        """Return one relation by itself, then the sources quoted; nothing where there is none."""
        edges = self._edges_of([link[0]], frozenset({link}))[link[0]][link]
        if not edges:
            return
        said = self._records.provenances([link[0]]).get(link, ())
        triples = tuple(dict.fromkeys(self._relate.relation(link, edges, said)))
        quoted = frozenset(one.source for one in said)
        yield NamedGraph(self.names.relation(*link), triples, quoted)
        yield from filter(None, map(self.source, sorted(quoted)))

    def source(self, identifier: str) -> NamedGraph | None:
        """Return the graph of a source."""
        found = self._records.source(identifier)
        if found is None:
            return None
        return NamedGraph(self.names.source(identifier), tuple(self._describe.source(found)))

    def _value(self, identifier: str) -> Work | Body | None:
        if is_work_id(identifier):
            return self._records.work(identifier)
        return self._records.body(identifier)

    def _described(
        self, batch: list[Work | Body], wanted: frozenset[Link] | None = None
    ) -> Iterator[NamedGraph]:
        edges = self._edges_of([value.id for value in batch], wanted)
        evidence = self._records.provenances([value.id for value in batch])
        for value in batch:
            yield self._graph(value, edges[value.id], evidence)

    def _edges_of(
        self, nodes: list[str], wanted: frozenset[Link] | None
    ) -> dict[str, dict[Link, list[EdgeLike]]]:
        found: dict[str, dict[Link, list[EdgeLike]]] = defaultdict(lambda: defaultdict(list))
        for edge in self._records.edges(nodes, outgoing=True):
            link = (edge.source, edge.kind, edge.target)
            if wanted is None or link in wanted:
                found[edge.source][link].append(edge)
        return found

    def _graph(
        self,
        value: Work | Body,
        edges: dict[Link, list[EdgeLike]],
        evidence: Mapping[Link, Sequence[Provenance]],
    ) -> NamedGraph:
        say = self._describe
        triples = list(say.work(value) if isinstance(value, Work) else say.body(value))
        quoted: set[str] = set()
        for link in sorted(edges):
            said = evidence.get(link, ())
            quoted |= {one.source for one in said}
            triples.extend(self._relate.relation(link, edges[link], said))
        unique = tuple(dict.fromkeys(triples))
        return NamedGraph(self.names.node(value.id), unique, frozenset(quoted))


def _batches(values: Iterable[Work | Body]) -> Iterator[list[Work | Body]]:
    iterator = iter(values)
    while batch := list(islice(iterator, _BATCH)):
        yield batch

"""Relations as triples: direct, with their ELI superproperties, and with their evidence.

A relation also is a node (luocdo:Relation, an rdf:Statement), and each place that states it a
citation (luocdo:Citation, an oa:Annotation): body the relation, target the sentence in the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode, Triple

from graph.export.rdf.names import Names, decimal, text, typed
from graph.export.rdf.records import EdgeLike
from graph.model.identifiers import is_work_id
from graph.model.registry import Registry
from graph.model.relations import Provenance, RelationKind

Link = tuple[str, RelationKind, str]


class Relater:
    """Says in RDF how nodes relate and who says so."""

    def __init__(self, names: Names, registry: Registry) -> None:
        self._names = names
        self._eli = {row.relation: row.eli for row in registry.relations}
        self._type = names.term("rdf:type")

    def relation(
        self, link: Link, edges: Sequence[EdgeLike], evidence: Sequence[Provenance]
    ) -> Iterator[Triple]:
        """Describe one relation; ``edges`` are its rows, one for each pair of subdivisions."""
        source, kind, target = link
        ends = self._names.node(source), self._names.node(target)
        yield from self._direct(source, kind, *ends)
        node = self._names.relation(*link)
        yield Triple(node, self._type, self._names.term("luocdo:Relation"))
        yield Triple(node, self._names.term("rdf:subject"), ends[0])
        yield Triple(node, self._names.term("rdf:predicate"), self._names.term(f"luocdo:{kind}"))
        yield Triple(node, self._names.term("rdf:object"), ends[1])
        for name, paths in (
            ("luocdo:fromSubdivision", {edge.from_subdivisions for edge in edges}),
            ("luocdo:toSubdivision", {edge.to_subdivisions for edge in edges}),
        ):
            for path in sorted(path for path in paths if path):
                yield Triple(node, self._names.term(name), text(", ".join(path), "vi"))
        for said in sorted(evidence, key=lambda one: (one.source, one.sentence, one.rule, one.cue)):
            yield from self._citation(link, node, said)

    def _direct(
        self, source: str, kind: RelationKind, subject: NamedNode, target: NamedNode
    ) -> Iterator[Triple]:
        yield Triple(subject, self._names.term(f"luocdo:{kind}"), target)
        if is_work_id(source):  # ELI speaks of legal resources only, not of acting bodies
            for name in self._eli.get(kind, ()):
                yield Triple(subject, self._names.term(name), target)

    def _citation(self, link: Link, relation: NamedNode, said: Provenance) -> Iterator[Triple]:
        term, source = self._names.term, self._names.source(said.source)
        start, end = said.sentence
        node = self._names.hashed("citations", *link, said.source, start, end, said.rule, said.cue)
        target, position, quote = (
            NamedNode(f"{node.value}#{part}") for part in ("target", "position", "quote")
        )
        yield Triple(relation, term("prov:wasDerivedFrom"), node)
        for name in ("luocdo:Citation", "oa:Annotation", "prov:Entity"):
            yield Triple(node, self._type, term(name))
        yield Triple(node, term("oa:motivatedBy"), term("oa:linking"))
        yield Triple(node, term("oa:hasBody"), relation)
        yield Triple(node, term("oa:hasTarget"), target)
        yield Triple(node, term("prov:wasQuotedFrom"), source)
        yield Triple(node, term("luocdo:cue"), text(said.cue, "vi"))
        yield Triple(node, term("luocdo:rule"), text(said.rule))
        yield Triple(node, term("luocdo:confidence"), decimal(said.confidence))
        yield Triple(node, term("luocdo:assertedBy"), text(said.asserted_by))
        yield Triple(target, self._type, term("oa:SpecificResource"))
        yield Triple(target, term("oa:hasSource"), source)
        yield Triple(target, term("oa:hasSelector"), position)
        yield Triple(target, term("oa:hasSelector"), quote)
        yield Triple(position, self._type, term("oa:TextPositionSelector"))
        yield Triple(position, term("oa:start"), typed(start, "integer"))
        yield Triple(position, term("oa:end"), typed(end, "integer"))
        yield Triple(quote, self._type, term("oa:TextQuoteSelector"))
        yield Triple(quote, term("oa:exact"), text(said.text, "vi"))

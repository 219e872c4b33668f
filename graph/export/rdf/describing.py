"""Works, bodies and sources as triples. Every triple's subject belongs to the thing described."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph.export.rdf.names import Names, dated, text, typed
from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.registry import Registry
from graph.model.sources import SourceText


class Describer:
    """Says in RDF what the model's values hold."""

    def __init__(self, names: Names, registry: Registry) -> None:
        self._names = names
        self._types = {row.id: row.name for row in registry.types}

    def work(self, work: Work) -> Iterator[Triple]:
        """Describe a work: eli:LegalResource with what is known of it."""
        say = _Subject(self._names, self._names.node(work.id))
        yield say.a("luocdo:Work")
        yield say.a("eli:LegalResource")
        yield say.text("rdfs:label", self.label(work), "vi")
        yield say.text("luocdo:standing", work.standing.value)
        if work.type:
            yield say.link("eli:type_document", self._names.document_type(work.type))
        if work.number:
            yield say.text("luocdo:number", work.number)
            yield say.text("eli:id_local", work.number)
        if work.name:
            yield say.text("skos:altLabel", work.name, "vi")
        if work.title:
            yield say.text("dcterms:title", work.title, "vi")
        yield from self._circumstances(say, work)

    def label(self, work: Work) -> str:
        """Return how people call the work."""
        kind = self._types.get(work.type or "", work.type)
        if work.number:
            return " ".join(part for part in (kind, work.number) if part)
        return work.name or work.title or kind or work.id

    def _circumstances(self, say: _Subject, work: Work) -> Iterator[Triple]:
        if work.signed_on:
            yield Triple(say.node, self._names.term("eli:date_document"), dated(work.signed_on))
        if work.effective_on:
            entry = self._names.term("eli:first_date_entry_in_force")
            yield Triple(say.node, entry, dated(work.effective_on))
        if work.expires_on:
            end = self._names.term("eli:date_no_longer_in_force")
            yield Triple(say.node, end, dated(work.expires_on))
        if work.term:
            yield say.text("luocdo:term", work.term)
        if work.place:
            yield say.link("eli:jurisdiction", self._names.place(work.place))
        if work.issuer:
            yield say.link("eli:passed_by", self._names.node(work.issuer))
        for alias in sorted(work.aliases):
            yield say.text("luocdo:formerPath", alias)

    def body(self, body: Body) -> Iterator[Triple]:
        """Describe a body: org:Organization, with a change event where others succeeded it."""
        say = _Subject(self._names, self._names.node(body.id))
        yield say.a("luocdo:Body")
        yield say.a("org:Organization")
        yield say.text("rdfs:label", body.name, "vi")
        yield say.text("luocdo:level", body.level)
        yield say.text("luocdo:world", body.world)
        for code in sorted(body.codes):
            yield say.text("luocdo:code", code)
        for alias in sorted(body.aliases):
            yield say.text("skos:altLabel", alias, "vi")
        if body.place:
            yield say.link("dcterms:spatial", self._names.place(body.place))
        if body.parent:
            yield say.link("org:subOrganizationOf", self._names.node(body.parent))
        if body.valid_from:
            yield say.typed("luocdo:validFrom", body.valid_from, "date")
        if body.valid_to:
            yield say.typed("luocdo:validTo", body.valid_to, "date")
        yield from self._succession(say, body)

    def _succession(self, say: _Subject, body: Body) -> Iterator[Triple]:
        if not body.successors:
            return
        event = _Subject(self._names, NamedNode(f"{say.node.value}#succession"))
        yield say.link("org:changedBy", event.node)
        yield event.a("org:ChangeEvent")
        yield event.link("org:originalOrganization", say.node)
        for successor in sorted(body.successors):
            yield say.link("luocdo:succeeded_by", self._names.node(successor))
            yield event.link("org:resultingOrganization", self._names.node(successor))
        if body.valid_to:
            yield event.typed("dcterms:date", body.valid_to, "date")

    def source(self, source: SourceText) -> Iterator[Triple]:
        """Describe a source, without its text."""
        say = _Subject(self._names, self._names.source(source.id))
        yield say.a("luocdo:Source")
        yield say.a("prov:Entity")
        yield say.text("dcterms:identifier", source.id)
        yield say.text("dcterms:format", source.media_type)
        if source.title:
            yield say.text("dcterms:title", source.title, source.language)
        if source.publisher:
            yield say.text("dcterms:publisher", source.publisher)
        if source.author:
            yield say.text("dcterms:creator", source.author)
        if source.published:
            issued = self._names.term("dcterms:issued")
            yield Triple(say.node, issued, dated(source.published))


class _Subject:
    """Shorthand for triples about one node."""

    def __init__(self, names: Names, node: NamedNode) -> None:
        self._names = names
        self.node = node

    def a(self, name: str) -> Triple:
        return self.link("rdf:type", self._names.term(name))

    def link(self, name: str, target: NamedNode) -> Triple:
        return Triple(self.node, self._names.term(name), target)

    def text(self, name: str, value: str, language: str | None = None) -> Triple:
        return Triple(self.node, self._names.term(name), text(value, language))

    def typed(self, name: str, value: object, datatype: str) -> Triple:
        return Triple(self.node, self._names.term(name), typed(value, datatype))

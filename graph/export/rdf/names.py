"""IRIs and literals: what everything is called in RDF."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from graph.model.dates import PartialDate
from graph.model.identifiers import is_work_id

DEFAULT_BASE = "https://luocdo.example/"
VOCABULARIES: Mapping[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DATE_TYPES = ("gYear", "gYearMonth", "date")


class Names:
    """Names below one base IRI. ``base`` ends with a slash."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = base.rstrip("/") + "/"
        self.prefixes = {"luocdo": f"{self.base}ontology#", **VOCABULARIES}

    def term(self, name: str) -> NamedNode:
        """Return the IRI of a prefixed name: term('eli:cites')."""
        prefix, _, local = name.partition(":")
        return NamedNode(self.prefixes[prefix] + local)

    def node(self, identifier: str) -> NamedNode:
        """Return the IRI of a work or body, which is also that of its named graph."""
        kind = "works" if is_work_id(identifier) else "bodies"
        return self._below(f"{kind}{identifier}")

    def source(self, identifier: str) -> NamedNode:
        """Return the IRI of a source."""
        return self._below(f"sources/{identifier}")

    def place(self, identifier: str) -> NamedNode:
        """Return the IRI of a place."""
        return self._below(f"places/{identifier}")

    def document_type(self, identifier: str) -> NamedNode:
        """Return the IRI of a type of document."""
        return self._below(f"types/{identifier}")

    def relation(self, source: str, kind: str, target: str) -> NamedNode:
        """Return the IRI of a relation between works or bodies."""
        return self.hashed("relations", source, kind, target)

    def hashed(self, kind: str, *parts: object) -> NamedNode:
        """Return an IRI that depends on ``parts`` alone, so that it is the same every time."""
        digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
        return NamedNode(f"{self.base}{kind}/{digest[:32]}")

    def _below(self, path: str) -> NamedNode:
        return NamedNode(self.base + quote(path, safe="/:-._~"))


def text(value: str, language: str | None = None) -> Literal:
    """Return a string, in a language where one is given."""
    return Literal(value, language=language) if language else Literal(value)


def typed(value: object, datatype: str) -> Literal:
    """Return a literal of an XML Schema type: typed(3, 'integer')."""
    return Literal(str(value), datatype=NamedNode(VOCABULARIES["xsd"] + datatype))


def dated(value: PartialDate) -> Literal:
    """Return a date as exactly as it is known: xsd:date, xsd:gYearMonth or xsd:gYear."""
    known = sum(part is not None for part in value)
    return typed(value, _DATE_TYPES[known - 1])


def decimal(value: float) -> Literal:
    """Return a decimal of at most four places."""
    return typed(f"{value:.4f}".rstrip("0").rstrip(".") or "0", "decimal")

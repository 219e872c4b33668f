"""What only the RDF side knows: which relation an IRI names, and how much there is."""

from __future__ import annotations

import json
from urllib.parse import unquote

from graph.export.rdf.void import Figures
from graph.export.sparql.asking import Sparql
from graph.model.errors import NotFoundError, QueryTimeoutError
from graph.model.relations import RelationKind

_JSON = "application/sparql-results+json"
_CLASSES = "SELECT ?x (COUNT(?s) AS ?n) WHERE { ?s a ?x } GROUP BY ?x"
_PROPERTIES = "SELECT ?x (COUNT(*) AS ?n) WHERE { ?s ?x ?o } GROUP BY ?x"
_ENDS = "SELECT * WHERE { <%s> rdf:subject ?source ; rdf:predicate ?kind ; rdf:object ?target }"
_STATED = "SELECT ?relation WHERE { ?relation prov:wasDerivedFrom <%s> }"


class Linked:
    """Asks the SPARQL view about IRIs below ``base`` (without a closing slash)."""

    def __init__(self, view: Sparql, base: str) -> None:
        self._view = view
        self._base = base

    def relation(self, digest: str) -> tuple[str, RelationKind, str]:
        """Return the ends and kind of the relation ``/relations/{digest}``."""
        rows = self._rows(_ENDS % f"{self._base}/relations/{digest}")
        if not rows:
            raise NotFoundError(f"không có quan hệ '{digest}'")
        row = rows[0]
        kind = RelationKind(row["kind"].rpartition("#")[2])
        return self._identifier(row["source"]), kind, self._identifier(row["target"])

    def stated_by(self, digest: str) -> str:
        """Return the path of the relation that the citation ``/citations/{digest}`` states."""
        rows = self._rows(_STATED % f"{self._base}/citations/{digest}")
        if not rows:
            raise NotFoundError(f"không có căn cứ trích '{digest}'")
        return rows[0]["relation"].removeprefix(self._base)

    def figures(self) -> Figures:
        """Return how much there is; nothing of it where counting takes too long."""
        try:
            classes, properties = (
                {row["x"]: int(row["n"]) for row in self._rows(query)}
                for query in (_CLASSES, _PROPERTIES)
            )
        except QueryTimeoutError:
            return Figures()
        return Figures(sum(properties.values()), classes, properties)

    def _rows(self, query: str) -> list[dict[str, str]]:
        answer = json.loads(self._view.answer(query, _JSON).body)
        return [
            {name: term["value"] for name, term in row.items()}
            for row in answer["results"]["bindings"]
        ]

    def _identifier(self, iri: str) -> str:
        path = unquote(iri.removeprefix(self._base))
        return path.removeprefix("/works").removeprefix("/bodies")

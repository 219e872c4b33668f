"""Reads that pages need: facets of a search, tallies of relations, rankings."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Engine

from graph.model.relations import RelationKind
from graph.store import rankings
from graph.store.facets import Facets, facets
from graph.store.rankings import Ranking
from graph.store.searching import Query
from graph.store.tallies import Tally, relation_tally


class Browsing:
    """Mixed into Reads; each method is answered from one moment of the store."""

    _engine: Engine

    def facets(self, query: Query, *, each: int = 12, within: int = 10_000) -> Facets:
        """Return how what ``query`` finds is spread over the fields that it can be narrowed by."""
        with self._engine.connect() as connection:
            return facets(connection, query, each=each, within=within)

    def relation_tally(self, node_id: str) -> Tally:
        """Return how many nodes a node is related to, by (relation, outgoing)."""
        with self._engine.connect() as connection:
            return relation_tally(connection, node_id)

    def most_related(self, kinds: Collection[RelationKind], limit: int = 10) -> Ranking:
        """Return the nodes that most others are related to by ``kinds``, with their number."""
        with self._engine.connect() as connection:
            return rankings.most_related(connection, kinds, limit)

    def most_issued(self, limit: int = 10) -> Ranking:
        """Return the bodies that issued most of the known works."""
        with self._engine.connect() as connection:
            return rankings.most_issued(connection, limit)

    def works_by_year(self) -> Ranking:
        """Return how many known works were signed in each year."""
        with self._engine.connect() as connection:
            return rankings.works_by_year(connection)

    def sources_by_year(self) -> Ranking:
        """Return how many texts were published in each year."""
        with self._engine.connect() as connection:
            return rankings.sources_by_year(connection)

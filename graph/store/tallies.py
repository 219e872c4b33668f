"""How many works and bodies a node is related to, by relation and direction."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from graph.model.relations import RelationKind
from graph.store.schema import node, relation

Tally = dict[tuple[RelationKind, bool], int]


def relation_tally(connection: Connection, node_id: str) -> Tally:
    """Return (relation, outgoing) -> number of nodes at the other end; issuers are not counted."""
    no = select(node.c.no).where(node.c.id == node_id).scalar_subquery()
    found: Tally = {}
    for near, far, outgoing in (
        (relation.c.source_no, relation.c.target_no, True),
        (relation.c.target_no, relation.c.source_no, False),
    ):
        query = (
            select(relation.c.kind, func.count(func.distinct(far)))
            .where(near == no)
            .group_by(relation.c.kind)
        )
        for kind, number in connection.execute(query):
            found[RelationKind(kind), outgoing] = int(number)
    return found

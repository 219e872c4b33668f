"""What is related to most, and how what is known grows from year to year."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, func, select

from graph.model.relations import RelationKind
from graph.store.schema import node, relation, source, work

Ranking = tuple[tuple[str, int], ...]


def most_related(connection: Connection, kinds: Collection[RelationKind], limit: int) -> Ranking:
    """Return the nodes that most others are related to by ``kinds``, with their number."""
    count = func.count(relation.c.source_no.distinct()).label("number")
    most = (
        select(relation.c.target_no, count)
        .where(relation.c.kind.in_(sorted(kinds)))
        .group_by(relation.c.target_no)
        .order_by(count.desc())
        .limit(limit)
        .subquery()
    )
    query = (
        select(node.c.id, most.c.number)
        .join(most, most.c.target_no == node.c.no)
        .order_by(most.c.number.desc(), node.c.id)
    )
    return _pairs(connection.execute(query))


def most_issued(connection: Connection, limit: int) -> Ranking:
    """Return the bodies that issued most of the known works."""
    count = func.count().label("number")
    query = (
        select(node.c.id, count)
        .join(work, work.c.issuer_no == node.c.no)
        .where(work.c.shadowed == 0)
        .group_by(node.c.id)
        .order_by(count.desc(), node.c.id)
        .limit(limit)
    )
    return _pairs(connection.execute(query))


def works_by_year(connection: Connection) -> Ranking:
    """Return how many known works were signed in each year."""
    year = func.substr(work.c.signed_on, 1, 4)
    query = (
        select(year, func.count())
        .where(work.c.shadowed == 0, work.c.signed_on.is_not(None))
        .group_by(year)
        .order_by(year)
    )
    return _pairs(connection.execute(query))


def sources_by_year(connection: Connection) -> Ranking:
    """Return how many texts were published in each year."""
    year = func.substr(source.c.published, 1, 4)
    query = (
        select(year, func.count())
        .where(source.c.published.is_not(None))
        .group_by(year)
        .order_by(year)
    )
    return _pairs(connection.execute(query))


def _pairs(rows: Any) -> Ranking:
    return tuple((str(value), int(number)) for value, number in rows)

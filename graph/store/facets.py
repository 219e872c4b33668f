"""Facets: how what a search finds is spread over types, issuers, levels, terms and standings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func, select

from graph.store.schema import body, node, work
from graph.store.searching import Query, matched

FIELDS = ("type", "issuer", "level", "term", "standing")
Facets = Mapping[str, tuple[tuple[str, int], ...]]


def facets(connection: Connection, query: Query, *, each: int, within: int) -> Facets:
    """Return for each of FIELDS its most frequent values with their number of works.

    A field's own filter is left aside, so that its other values can be chosen too. At most
    ``within`` works are counted: a search for nothing in particular is to cost no more.
    """
    return {field: _counted(connection, query, field, each, within) for field in FIELDS}


def _counted(
    connection: Connection, query: Query, field: str, each: int, within: int
) -> tuple[tuple[str, int], ...]:
    without: dict[str, Any] = {field: None}
    others = replace(query, **without)
    some = _valued(matched(connection, others)[0], field).limit(within).subquery()
    count = func.count()
    counted = (
        select(some.c.value, count)
        .where(some.c.value.is_not(None))
        .group_by(some.c.value)
        .order_by(count.desc(), some.c.value)
        .limit(each)
    )
    return tuple((str(value), int(number)) for value, number in connection.execute(counted))


def _valued(found: Select[Any], field: str) -> Select[Any]:
    """Return the search with the field as its one column."""
    if field == "issuer":
        named = node.alias("facet_issuer")
        joined = found.outerjoin(named, named.c.no == work.c.issuer_no)
        return joined.with_only_columns(named.c.id.label("value"))
    if field == "level":
        joined = found.outerjoin(body, body.c.no == work.c.issuer_no)
        return joined.with_only_columns(body.c.level.label("value"))
    return found.with_only_columns(work.c[field].label("value"))

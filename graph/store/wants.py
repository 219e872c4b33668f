"""The want-list: works that texts cite and nobody has read, and what the texts state of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from graph.model.documents import Standing
from graph.store.answers import Page
from graph.store.derived_rows import WORK_COLUMNS, work_of
from graph.store.schema import mention, node, resolution, source, work

_FIELDS = ("type", "date", "issuer", "title", "name", "term")


@dataclass(frozen=True, slots=True)
class Stated:
    """What texts say of a work: ``field`` is type, date, issuer, title, name or term.

    ``sources`` counts the texts that say so; ``example`` is the id of one of them.
    """

    work: str
    field: str
    value: str
    sources: int
    example: str


def wanted(connection: Connection, limit: int, offset: int) -> Page[Any]:
    """Return (work, number of citing texts) of works known by citation only, most cited first."""
    cited = _cited().subquery()
    total = connection.execute(select(func.count()).select_from(cited)).scalar_one()
    issuer = node.alias()
    query = (
        select(node.c.id, issuer.c.id, *(work.c[name] for name in WORK_COLUMNS), cited.c.texts)
        .select_from(cited)
        .join(work, (work.c.no == cited.c.no) & (work.c.shadowed == 0))
        .join(node, node.c.no == work.c.no)
        .outerjoin(issuer, issuer.c.no == work.c.issuer_no)
        .order_by(cited.c.texts.desc(), node.c.id)
        .limit(limit)
        .offset(offset)
    )
    rows = connection.execute(query)
    items = tuple((work_of(row[0], row[1], tuple(row[2:-1])), row[-1]) for row in rows)
    return Page(items, total, limit, offset)


def stated(connection: Connection, work_ids: Collection[str]) -> list[Stated]:
    """Return everything that texts state of works, the most stated values first."""
    found: list[Stated] = []
    for name in _FIELDS:
        column = mention.c[name]
        texts = func.count(mention.c.source_no.distinct()).label("texts")
        query = (
            select(node.c.id, column, texts, func.min(source.c.id))
            .select_from(resolution)
            .join(node, node.c.no == resolution.c.work_no)
            .join(mention, mention.c.form_no == resolution.c.form_no)
            .join(source, source.c.no == mention.c.source_no)
            .where(node.c.id.in_(sorted(work_ids)), column.is_not(None))
            .where(mention.c.idx == mention.c.root_idx)
            .group_by(node.c.id, column)
            .order_by(node.c.id, texts.desc(), column)
        )
        rows = connection.execute(query)
        found.extend(Stated(row[0], name, str(row[1]), row[2], row[3]) for row in rows)
    return found


def _cited() -> Select[Any]:
    return (
        select(work.c.no, func.count(mention.c.source_no.distinct()).label("texts"))
        .select_from(work)
        .join(resolution, resolution.c.work_no == work.c.no)
        .join(mention, mention.c.form_no == resolution.c.form_no)
        .where(work.c.shadowed == 0, work.c.standing == Standing.CITED.value)
        .group_by(work.c.no)
    )

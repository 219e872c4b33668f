"""How much the store holds."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, exists, func, select

from graph.model.relations import RelationKind
from graph.store.schema import body, form, mention, relation, resolution, source, statement, work


def counts(connection: Connection) -> dict[str, Any]:
    """Return sources, mentions, statements, bodies; works, relations and resolutions by kind."""

    def size(table: Any) -> int:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())

    def grouped(column: Any, *conditions: Any) -> dict[str, int]:
        query = select(column, func.count()).where(*conditions).group_by(column).order_by(column)
        return {row[0]: row[1] for row in connection.execute(query)}

    issued = select(func.count()).where(
        work.c.shadowed == 0, exists().where(body.c.no == work.c.issuer_no)
    )
    relations = grouped(relation.c.kind)
    issuers = int(connection.execute(issued).scalar_one())
    if issuers:
        issued_by = RelationKind.ISSUED_BY.value
        relations[issued_by] = relations.get(issued_by, 0) + issuers
    decided = (
        select(resolution.c.status, func.sum(form.c.count))
        .join(form, form.c.no == resolution.c.form_no)
        .group_by(resolution.c.status)
        .order_by(resolution.c.status)
    )
    resolutions = {row[0]: int(row[1]) for row in connection.execute(decided)}
    return {
        "sources": size(source),
        "mentions": size(mention),
        "statements": size(statement),
        "bodies": size(body),
        "works": grouped(work.c.standing, work.c.shadowed == 0),
        "relations": relations,
        "resolutions": resolutions,
    }

"""Reading works and bodies: by identifier, alias, number and name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, case, func, select, union

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.identifiers import BODY_PREFIX, stem_of
from graph.model.text import fold, slug
from graph.store.answers import Page
from graph.store.coding import number_key, unpacked
from graph.store.derived_rows import BODY_COLUMNS, WORK_COLUMNS, body_of, work_of
from graph.store.schema import body, form, node, resolution, work

_CHUNK = 1000
_LEVELS = ("central", "province", "district", "commune")


def works_query() -> Select[Any]:
    """Select the works that are shown: id, issuer's id, WORK_COLUMNS."""
    issuer = node.alias("issuer_node")
    return (
        select(node.c.id, issuer.c.id, *(work.c[name] for name in WORK_COLUMNS))
        .select_from(work)
        .join(node, node.c.no == work.c.no)
        .outerjoin(issuer, issuer.c.no == work.c.issuer_no)
        .where(work.c.shadowed == 0)
    )


def read_works(connection: Connection, query: Select[Any]) -> Iterator[Work]:
    """Run a query made from ``works_query``."""
    for row in connection.execution_options(yield_per=_CHUNK).execute(query):
        yield work_of(row[0], row[1], tuple(row[2:]))


def works_from(connection: Connection, number: int, limit: int) -> list[tuple[int, Work]]:
    """Return works with their numbers in the store, from ``number`` on: an order that stays."""
    query = works_query().add_columns(node.c.no).where(node.c.no >= number)
    rows = connection.execute(query.order_by(node.c.no).limit(limit))
    return [(row[-1], work_of(row[0], row[1], tuple(row[2:-1]))) for row in rows]


def more_works_than(connection: Connection, number: int) -> bool:
    """Tell whether more works are shown, without counting them all."""
    some = select(work.c.no).where(work.c.shadowed == 0).limit(number + 1).subquery()
    found = connection.execute(select(func.count()).select_from(some)).scalar_one()
    return bool(found > number)


def bodies_query() -> Select[Any]:
    """Select bodies: id, BODY_COLUMNS."""
    columns = (body.c[name] for name in BODY_COLUMNS)
    return select(node.c.id, *columns).select_from(body).join(node, node.c.no == body.c.no)


def read_bodies(connection: Connection, query: Select[Any]) -> Iterator[Body]:
    """Run a query made from ``bodies_query``."""
    for row in connection.execution_options(yield_per=_CHUNK).execute(query):
        yield body_of(row[0], tuple(row[1:]))


def locate(connection: Connection, identifier: str) -> tuple[str, ...]:
    """Return what an identifier or alias stands for now: nothing, one, or several nodes."""
    works = select(node.c.id).join(work, work.c.no == node.c.no).where(node.c.id == identifier)
    bodies = select(node.c.id).join(body, body.c.no == node.c.no).where(node.c.id == identifier)
    if found := connection.execute(union(works, bodies)).scalars().all():
        return tuple(found)
    alike = (
        select(node.c.id, work.c.aliases)
        .join(work, work.c.no == node.c.no)
        .where(work.c.stem == stem_of(identifier), work.c.shadowed == 0)
        .order_by(node.c.id)
    )
    rows = connection.execute(alike)
    return tuple(row.id for row in rows if identifier in unpacked(row.aliases))


def works_by_number(
    connection: Connection,
    number: str,
    *,
    type_: str | None,
    date: PartialDate | None,
    issuer: str | None,
    place: str | None,
    term: str | None,
) -> tuple[Work, ...]:
    """Return the works of that number which nothing stated contradicts, by id."""
    query = works_query().where(work.c.number_key == number_key(number)).order_by(node.c.id)
    if type_:
        query = query.where((work.c.type == slug(type_)) | work.c.type.is_(None))
    if place:
        query = query.where((work.c.place == slug(place)) | work.c.place.is_(None))
    if term:
        query = query.where((func.lower(work.c.term) == term.lower()) | work.c.term.is_(None))
    if issuer:
        issuers = _issuers(issuer)
        query = query.where(work.c.issuer_no.in_(issuers) | work.c.issuer_no.is_(None))
    found = read_works(connection, query)
    return tuple(one for one in found if _agrees(one.signed_on, date))


def works_by_name(connection: Connection, name: str) -> tuple[Work, ...]:
    """Return the works called so, by themselves or by the texts that mean them."""
    key = slug(name)
    if not key:
        return ()
    named = works_query().where(work.c.name_key == key).order_by(node.c.id)
    if found := tuple(read_works(connection, named)):
        return found
    meant = (
        select(resolution.c.work_no)
        .join(form, form.c.no == resolution.c.form_no)
        .where(form.c.block == f"t:{key}")
    )
    return tuple(
        read_works(connection, works_query().where(work.c.no.in_(meant)).order_by(node.c.id))
    )


def find_bodies(connection: Connection, q: str | None, limit: int, offset: int) -> Page[Body]:
    """Return the bodies whose name, alias or code holds all words of ``q``; shortest first.

    Without words all of them, from the centre down, by name.
    """
    query = bodies_query()
    for token in fold(q or "").split():
        query = query.where((" " + body.c.words).contains(f" {token}"))
    total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    level = case({name: rank for rank, name in enumerate(_LEVELS)}, value=body.c.level, else_=9)
    order = (func.length(body.c.name),) if q else (level, body.c.world, body.c.words)
    ordered = query.order_by(*order, node.c.id).limit(limit).offset(offset)
    return Page(tuple(read_bodies(connection, ordered)), total, limit, offset)


def works_issued_by(connection: Connection, body_id: str, limit: int, offset: int) -> Page[Work]:
    """Return what a body issued, newest first."""
    issuer_no = select(node.c.no).where(node.c.id == body_id).scalar_subquery()
    query = works_query().where(work.c.issuer_no == issuer_no)
    total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    ordered = query.order_by(work.c.signed_on.desc().nulls_last(), node.c.id)
    page = ordered.limit(limit).offset(offset)
    return Page(tuple(read_works(connection, page)), total, limit, offset)


def _issuers(issuer: str) -> Select[Any]:
    if issuer.startswith(BODY_PREFIX):
        return select(node.c.no).where(node.c.id == issuer)
    return select(body.c.no).where((" " + body.c.words + " ").contains(f" {fold(issuer)} "))


def _agrees(known: PartialDate | None, stated: PartialDate | None) -> bool:
    return known is None or stated is None or known.agrees(stated)

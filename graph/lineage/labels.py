"""What the nodes and edges of a lineage show: names for ids, quotes for evidence."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.registry import Registry
from graph.store import Quote, Store

Attributes = dict[str, Any]


def node_attributes(
    store: Store, ids: Collection[str], registry: Registry | None
) -> dict[str, Attributes]:
    """Return for each id: kind, type, number, date, issuer, title, status."""
    types = {one.id: one.name for one in registry.types} if registry else {}
    works = store.works(ids)
    issuers = {one.issuer for one in works if one.issuer}
    bodies = {one.id: one for one in store.bodies_of(issuers | set(ids))}
    shown = {one.id: _work(one, types, bodies) for one in works}
    shown.update({one: _body(bodies[one]) for one in ids if one in bodies and one not in shown})
    return shown


def sentence(one: Quote) -> dict[str, str | None]:
    """Return {source, title, published, text}."""
    return {
        "source": one.source,
        "title": one.title,
        "published": str(one.published) if one.published else None,
        "text": one.text,
    }


def _work(one: Work, types: dict[str, str], bodies: dict[str, Body]) -> Attributes:
    issuer = bodies.get(one.issuer) if one.issuer else None
    return {
        "kind": "work",
        "type": types.get(one.type, one.type) if one.type else None,
        "number": one.number,
        "date": str(one.signed_on) if one.signed_on else None,
        "issuer": issuer.name if issuer else one.issuer,
        "title": _subject(one),
        "status": one.standing.value,
    }


def _subject(one: Work) -> str | None:
    """Its title; but a name tells more than the capitals below a letterhead ('LAO ĐỘNG')."""
    shouted = one.title is not None and one.title.isupper()
    return one.name if one.name and (shouted or not one.title) else one.title


def _body(one: Body) -> Attributes:
    return {
        "kind": "body",
        "type": None,
        "number": None,
        "date": None,
        "issuer": None,
        "title": one.name,
        "status": None,
    }

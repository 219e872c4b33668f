"""Suggestions as one types, and small views of them: part of the Reconciliation API."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Annotated

from fastapi import Query
from fastapi.responses import JSONResponse

from graph.model.errors import NotFoundError
from graph.model.text import fold
from service.dependencies import GraphDep, PresenterDep
from service.errors import documented
from service.reconciling.matching import known
from service.reconciling.properties import BODY, WORK, described
from service.reconciling.telling import JSON, OPEN, body_row, shown, types_of, work_row
from service.routing import Router

router = Router(tags=["reconcile"])
Prefix = Annotated[str, Query(max_length=300)]
Cursor = Annotated[int, Query(ge=0, le=10_000)]
Id = Annotated[str, Query(max_length=500)]


@router.get("/reconcile/suggest/entity", responses={**JSON, **documented("validation")})
def suggest_entity(
    graph: GraphDep, presenter: PresenterDep, prefix: Prefix, cursor: Cursor = 0
) -> JSONResponse:
    """Suggest works and bodies as they are typed."""
    works = presenter.works(graph.store.search(prefix, limit=10, offset=cursor).items)
    bodies = graph.store.bodies(prefix, limit=5, offset=cursor).items
    result = [work_row(work) for work in works]
    result += [body_row(body, graph.labels) for body in bodies]
    return JSONResponse({"result": result}, headers=OPEN)


@router.get("/reconcile/suggest/type", responses={**JSON, **documented("validation")})
def suggest_type(graph: GraphDep, prefix: Prefix, cursor: Cursor = 0) -> JSONResponse:
    """Suggest types of document, and what they all are."""
    return _suggested(types_of(graph.registry), prefix, cursor)


@router.get("/reconcile/suggest/property", responses={**JSON, **documented("validation")})
def suggest_property(prefix: Prefix, cursor: Cursor = 0) -> JSONResponse:
    """Suggest properties of works and bodies."""
    return _suggested(_properties().values(), prefix, cursor)


@router.get("/reconcile/flyout/entity", responses={**JSON, **documented("not-found", "validation")})
def entity_flyout(graph: GraphDep, presenter: PresenterDep, id: Id) -> JSONResponse:
    """Show a suggested work or body in a few words."""
    found = known(graph, presenter, id)
    if found is None:
        raise NotFoundError(f"không có '{id}'")
    name, said, _ = shown(*found)
    return _flyout(id, name, said)


@router.get("/reconcile/flyout/type", responses={**JSON, **documented("not-found", "validation")})
def type_flyout(graph: GraphDep, id: Id) -> JSONResponse:
    """Show a suggested type."""
    row = next((row for row in graph.registry.types if row.id == id), None)
    said = ", ".join(dict.fromkeys((*row.aliases, *row.codes))) if row else ""
    return _flyout(id, _name(types_of(graph.registry), id), said)


@router.get(
    "/reconcile/flyout/property", responses={**JSON, **documented("not-found", "validation")}
)
def property_flyout(id: Id) -> JSONResponse:
    """Show a suggested property."""
    return _flyout(id, _name(_properties().values(), id), "")


def _properties() -> dict[str, dict[str, str]]:
    return {row["id"]: row for kind in (BODY, WORK) for row in described(kind)}


def _suggested(rows: Iterable[dict[str, str]], prefix: str, cursor: int) -> JSONResponse:
    asked = fold(prefix)
    found = [row for row in rows if asked in fold(row["name"]) or row["id"].startswith(prefix)]
    return JSONResponse({"result": found[cursor : cursor + 20]}, headers=OPEN)


def _name(rows: Iterable[dict[str, str]], id: str) -> str:
    name = next((row["name"] for row in rows if row["id"] == id), None)
    if name is None:
        raise NotFoundError(f"không có '{id}'")
    return name


def _flyout(id: str, name: str, said: str) -> JSONResponse:
    html = f"<p><strong>{escape(name)}</strong></p><p>{escape(said)}</p>"
    return JSONResponse({"id": id, "html": html}, headers=OPEN)

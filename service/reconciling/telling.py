"""How works, bodies and types are told to a reconciliation client."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from graph.model.bodies import Body
from graph.model.registry import Registry
from service.labels import Labels
from service.reconciling.properties import BODY, WORK
from service.schemas.works import BodyAnswer, WorkAnswer

# Its clients run in browsers, from anywhere.
OPEN: Mapping[str, str] = MappingProxyType({"Access-Control-Allow-Origin": "*"})
JSON: dict[int | str, dict[str, Any]] = {200: {"description": "As the API's schemas say."}}
_WORK = {"id": WORK, "name": "Văn bản"}
_BODY = {"id": BODY, "name": "Cơ quan, tổ chức"}


def name_of(work: WorkAnswer) -> str:
    """Return how people call a work."""
    if work.number:
        return " ".join(part for part in (work.type, work.number) if part)
    return work.name or work.title or work.type or work.id


def said_of(work: WorkAnswer) -> str:
    """Return what tells a work from others of its name."""
    return ", ".join(part for part in (work.date, work.issuer, work.title) if part)


def shown(kind: str, one: WorkAnswer | BodyAnswer) -> tuple[str, str, str]:
    """Return name, description and address of a work or body."""
    if isinstance(one, WorkAnswer):
        return name_of(one), said_of(one), one.url
    return one.name, one.place or "", one.url


def type_of(work: WorkAnswer) -> dict[str, str]:
    """Return a work's type as id and name."""
    return {"id": work.type_id, "name": work.type or work.type_id} if work.type_id else _WORK


def work_row(work: WorkAnswer) -> dict[str, Any]:
    """Return a suggested work."""
    return {
        "id": work.id.lstrip("/"),
        "name": name_of(work),
        "description": said_of(work),
        "notable": [type_of(work)],
    }


def body_row(body: Body, labels: Labels) -> dict[str, Any]:
    """Return a suggested body."""
    return {
        "id": body.id.lstrip("/"),
        "name": body.name,
        "description": labels.place_name(body.place) or body.level,
        "notable": [_BODY],
    }


def types_of(registry: Registry) -> list[dict[str, Any]]:
    """Return all types, the general ones first; those of documents are narrower than theirs."""
    narrower = [{"id": row.id, "name": row.name, "broader": [_WORK]} for row in registry.types]
    return [_WORK, _BODY, *narrower]

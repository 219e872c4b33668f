"""What changed: a log to follow, and a feed to read."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Response

from graph.export.lineage_view import clean
from graph.lineage.labels import node_attributes
from graph.model.identifiers import is_work_id
from service.caching import AnswersDep, conditional
from service.dependencies import GraphDep
from service.errors import TooLongAgoError, documented
from service.feed import MEDIA_TYPE, atom
from service.formats import File
from service.routing import Router
from service.schemas.changes import ChangedNode, ChangesAnswer

router = Router(tags=["changes"], dependencies=[Depends(conditional)])
_ENTRIES = 50


@router.get(
    "/changes",
    response_model=ChangesAnswer,
    responses=documented("gone", "validation"),
)
def changes(
    graph: GraphDep,
    since: Annotated[int, Query(ge=0, le=2**53, description="The generation that the client has.")],
) -> ChangesAnswer:
    """List the works and bodies that were touched after a generation."""
    generation = graph.store.generation
    touched = graph.store.changed_since(since)
    if touched is None:
        raise TooLongAgoError(f"nhật ký không còn từ {since}; đọc lại toàn bộ ở /export")
    base = graph.settings.base_uri
    nodes = [
        ChangedNode(id=one, kind="work", url=f"{base}/works{one}")
        if is_work_id(one)
        else ChangedNode(id=one, kind="body", url=f"{base}/bodies{one}")
        for one in sorted(touched)
    ]
    return ChangesAnswer(since=since, generation=generation, nodes=nodes)


@router.get(
    "/changes.atom",
    response_class=Response,
    responses={200: {"description": "Atom (RFC 4287).", "content": {MEDIA_TYPE: {}}}},
)
def feed(graph: GraphDep, answers: AnswersDep) -> Response:
    """Return the works and bodies that were touched last, newest first."""

    def made() -> File:
        latest = graph.store.latest_changes(_ENTRIES)
        known = node_attributes(graph.store, {one.node for one in latest}, graph.registry)
        names = {node: clean(_name(said) or node) for node, said in known.items()}
        return File(atom(graph.settings.base_uri, latest, names), MEDIA_TYPE)

    return answers.file(made)


def _name(said: dict[str, object]) -> str:
    parts = (said.get("type"), said.get("number"))
    return " ".join(str(part) for part in parts if part) or str(said.get("title") or "")

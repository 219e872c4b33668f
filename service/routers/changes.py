"""What changed: a log to follow, and a feed to read."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Query, Request, Response

from graph.export.lineage_view import clean
from graph.lineage.labels import node_attributes
from graph.model.identifiers import is_work_id
from service.caching import AnswersDep, conditional
from service.dependencies import GraphDep
from service.errors import TooLongAgoError, documented
from service.feed import MEDIA_TYPE, atom
from service.formats import File
from service.paging import link_header
from service.routing import Router
from service.schemas.changes import ChangedNode, ChangesAnswer

router = Router(tags=["changes"], dependencies=[Depends(conditional)])
_ENTRIES = 50
_MOST = 10_000


@router.get(
    "/changes",
    response_model=ChangesAnswer,
    responses=documented("gone", "validation"),
)
def changes(
    request: Request,
    response: Response,
    graph: GraphDep,
    since: Annotated[int, Query(ge=0, le=2**53, description="The generation that the client has.")],
    limit: Annotated[
        int,
        Query(ge=1, le=_MOST, description="About how many; changes made at once stay together."),
    ] = _MOST,
) -> ChangesAnswer:
    """List the works and bodies that were touched after a generation.

    Where that is very much, the answer leads up to an earlier `generation` and has a link 'next'.
    """
    found = graph.store.changed_next(since, limit)
    if found is None:
        raise TooLongAgoError(f"nhật ký không còn từ {since}; đọc lại toàn bộ ở /export")
    generation, current, touched = found
    if generation < current:
        url = request.url.include_query_params(since=generation)
        response.headers.update(link_header({"next": f"{quote(url.path)}?{url.query}"}))
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

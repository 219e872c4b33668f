"""The audit over HTTP: of a small store all at once, of a large one some works at a time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import Request

from graph.lineage.audit import Place, portion, stretch
from graph.model.errors import InputError
from service.findings import audit_answer, portion_answer
from service.paging import page_links
from service.schemas.findings import AuditAnswer
from service.state import Graph
from service.wholes import Wholes


@dataclass(frozen=True, slots=True)
class Asked:
    """What part of an audit is asked for: from ``offset`` on, in a large store from ``after``."""

    rules: Collection[str]
    limit: int
    offset: int
    after: str | None


def audited(
    request: Request, graph: Graph, wholes: Wholes, asked: Asked
) -> tuple[AuditAnswer, dict[str, str]]:
    """Return the answer, and the addresses of its neighbours.

    Bounded whatever the store's size: of a large one a stretch of works is looked at. InputError
    for an offset into what is not known as a whole.
    """
    small = not graph.store.holds_more_works_than(graph.settings.audit_works)
    if asked.after is None and small:
        everything = wholes.findings(graph)
        found = stretch(
            graph.store, everything, rules=asked.rules, limit=asked.limit, offset=asked.offset
        )
        links = page_links(request, found.page)
        return audit_answer(found, links.get("next")), links
    if asked.offset:
        raise InputError("kho lớn được soát lần lượt: đi tiếp bằng 'next', không bằng 'offset'")
    place = Place.parse(asked.after) if asked.after else Place()
    some = portion(graph.store, graph.registry, place, rules=asked.rules or None, limit=asked.limit)
    links = {"next": _address(request, some.next, asked.limit)} if some.next else {}
    return portion_answer(some, asked.rules, asked.limit, links.get("next")), links


def _address(request: Request, place: Place, limit: int) -> str:
    url = request.url.include_query_params(after=str(place), limit=limit)
    return f"{quote(url.path)}?{url.query}"

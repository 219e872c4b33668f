"""Stretches of long lists and the links between them."""

from __future__ import annotations

from typing import Any, TypeVar
from urllib.parse import quote

from fastapi import Request

from graph.store import Page
from service.schemas.works import PageAnswer

T = TypeVar("T")


def page(found: Page[Any], items: list[T]) -> PageAnswer[T]:
    """Return the stretch that was found, its items in the answer's shape."""
    return PageAnswer(total=found.total, limit=found.limit, offset=found.offset, items=items)


def page_links(request: Request, found: Page[Any]) -> dict[str, str]:
    """Return the addresses of the next and previous stretch, where there are such."""
    starts: dict[str, int] = {}
    if found.offset + found.limit < found.total:
        starts["next"] = found.offset + found.limit
    if found.offset > 0:
        starts["prev"] = max(0, found.offset - found.limit)
    return {name: _address(request, start, found.limit) for name, start in starts.items()}


def link_header(links: dict[str, str]) -> dict[str, str]:
    """Return the Link header (RFC 8288) for these addresses; nothing for none."""
    if not links:
        return {}
    return {"Link": ", ".join(f'<{url}>; rel="{relation}"' for relation, url in links.items())}


def _address(request: Request, start: int, limit: int) -> str:
    url = request.url.include_query_params(offset=start, limit=limit)
    return f"{quote(url.path)}?{url.query}"

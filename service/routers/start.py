"""The page that a person sees first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Response

from service.dependencies import GraphDep, PagesDep, PresenterDep

router = APIRouter(include_in_schema=False)


@router.get("/")
def start(graph: GraphDep, presenter: PresenterDep, pages: PagesDep) -> Response:
    """Return a search box, examples and where programs go on."""
    found = graph.store.search("ke hoach", limit=3)
    more = graph.store.search("chi thi", limit=3)
    return pages.page(
        "start",
        counts=totals(graph.store.counts()),
        works=presenter.works((*found.items, *more.items)),
    )


def totals(counts: Mapping[str, Any]) -> dict[str, int]:
    """Return one number for each kind of thing, whatever it is counted by."""
    return {
        name: sum(count.values()) if isinstance(count, Mapping) else count
        for name, count in counts.items()
    }

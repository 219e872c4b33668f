"""All pages and their files, put into the application."""

from __future__ import annotations

from fastapi import FastAPI

from service.pages.assets import Immutable
from service.pages.site import Site
from service.routers.pages import bodies, findings, lineage, questions, read, search, sparql, work

# Longer paths go first: that of a work would match what lies below it.
ROUTERS = (
    search.home, search.router, read.router, read.page_router, lineage.router, questions.router,
    findings.router, sparql.router, work.router, bodies.router,
)  # fmt: skip


def install(app: FastAPI) -> None:
    """Serve the pages and what the browser loads for them."""
    app.state.site = Site()
    static = Immutable(directory=app.state.site.assets.folder, check_dir=False)
    app.mount("/static", static, name="static")
    for router in ROUTERS:
        app.include_router(router)

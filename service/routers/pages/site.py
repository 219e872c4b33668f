"""All pages and their files, put into the application."""

from __future__ import annotations

from fastapi import FastAPI

from service.pages.assets import Immutable
from service.pages.site import Site
from service.routers.pages import lineage, search, work

# Longer paths go first: that of a work would match what lies below it.
ROUTERS = (search, lineage, work)


def install(app: FastAPI) -> None:
    """Serve the pages and what the browser loads for them."""
    app.state.site = Site()
    static = Immutable(directory=app.state.site.assets.folder, check_dir=False)
    app.mount("/static", static, name="static")
    for module in ROUTERS:
        app.include_router(module.router)

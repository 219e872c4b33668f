"""The application: made from settings, opens what it needs, closes it again."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from service import caching, errors, methods, openapi, redirects
from service.lifespan import make_lifespan
from service.metrics import Metrics
from service.middleware import BodyLimit, HeadAsGet, TagHeader, WellFormed
from service.routers import (
    bodies,
    bulk,
    changes,
    check,
    crosswalk,
    docs,
    export,
    findings,
    health,
    lineage,
    linked,
    questions,
    reconcile,
    references,
    resolve,
    sources,
    sparql,
    suggest,
    works,
)
from service.routers.pages import site
from service.routing import Ahead
from service.settings import Settings, split
from service.state import VERSION
from service.watching import Bounds, Watch

DESCRIPTION = """How documents of the Party and the State of Viet Nam relate: which one implements,
guides, amends or replaces which, each statement with the passage that says so.

Identifiers are paths: the work `/eli/vn/tw/bct/chi-thi/2014-08-18/39` answers at
`/works/eli/vn/tw/bct/chi-thi/2014-08-18/39`. Lists page with Link headers, answers carry entity
tags, errors are problem documents (RFC 9457) with a stable `code`."""
# Routes with a suffix go first: the path of a work would swallow '/lineage' and '/evidence'.
ROUTERS = (
    lineage, check, questions, findings, crosswalk, works, bodies, resolve, references,
    bulk, sources, linked, export, changes, reconcile, suggest, docs, health,
)  # fmt: skip


def create_app(settings: Settings, *, warm: bool = False) -> FastAPI:
    """Return the application; it opens its store when it starts, not before.

    With ``warm`` the SPARQL dataset is made ready as soon as it has started.
    """
    app = FastAPI(
        title="Luocdo",
        version=VERSION,
        description=DESCRIPTION,
        lifespan=make_lifespan(settings, warm=warm),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # Watch does that
        responses=errors.documented("internal", "too-many-requests", "busy", "overtime"),
    )
    app.include_router(sparql.router)  # leaves browsers to the page, and is quick to tell
    site.install(app)  # pages answer browsers only: before the data of the same addresses
    for module in ROUTERS:
        app.include_router(module.router)
    for part in (errors, caching, redirects, openapi):
        part.install(app)
    others = (module.router for module in ROUTERS)
    methods.install(app, [sparql.router, *site.ROUTERS, *others])
    _wrap(app, settings)
    return app


def _wrap(app: FastAPI, settings: Settings) -> None:
    """Put the middleware around the routes, the innermost first."""
    app.add_middleware(Ahead, router=sparql.router)
    app.add_middleware(TagHeader)
    app.add_middleware(BodyLimit, limit=settings.max_body_bytes, streamed=(bulk.PATH,))
    app.add_middleware(HeadAsGet)
    app.add_middleware(WellFormed)
    app.add_middleware(
        Bounds,
        rate=settings.rate_limit,
        concurrency=settings.concurrency,
        seconds=settings.request_seconds,
        streamed=(bulk.PATH,),
    )
    if origins := split(settings.cors_origins):
        app.add_middleware(
            CORSMiddleware,
            allow_origins=origins,
            allow_methods=("GET", "HEAD", "POST"),
            allow_headers=("Authorization", "Content-Type", "If-None-Match", "X-Request-Id"),
            expose_headers=("ETag", "Link", "Location", "Luocdo-Truncated", "X-Request-Id"),
        )
    app.state.metrics = Metrics()
    app.add_middleware(Watch, metrics=app.state.metrics)

"""What the running application holds open, and for how long."""

from __future__ import annotations

import asyncio
import time
from asyncio import Semaphore
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from graph.export.sparql.asking import Sparql
from graph.export.sparql.remote import make_remote_sparql
from graph.export.sparql.view import make_sparql
from graph.model.errors import LuocdoError
from service.dumps import Dumps
from service.heap import keep_loaded
from service.keeping import Kept
from service.keys import check_hashes
from service.logs import logger
from service.settings import Settings
from service.state import Graph, open_graph
from service.wholes import Wholes

_TURNS = 8  # of some forty threads
Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


@dataclass(frozen=True, slots=True)
class Services:
    """An open graph, the SPARQL view and dumps of it, and answers made lately.

    ``turns`` are for queries that wait in a thread.
    """

    graph: Graph
    sparql: Sparql
    kept: Kept
    dumps: Dumps
    turns: Semaphore
    wholes: Wholes


@contextmanager
def open_services(settings: Settings) -> Iterator[Services]:
    """Open the graph and its SPARQL view; close both at the end."""
    check_hashes(settings.key_hashes)
    with open_graph(settings, prepare=True) as graph:
        view = _sparql(settings, graph)
        keep_loaded()
        try:
            yield Services(
                graph, view, Kept(settings.kept_bytes), Dumps(graph), Semaphore(_TURNS), Wholes()
            )
        finally:
            view.close()


def _sparql(settings: Settings, graph: Graph) -> Sparql:
    if settings.sparql_endpoint:
        return make_remote_sparql(
            graph.store,
            graph.registry,
            settings.sparql_endpoint,
            settings.sparql_update,
            settings.base_uri,
            seconds=settings.sparql_seconds,
            rows=settings.sparql_rows,
        )
    return make_sparql(
        graph.store,
        graph.registry,
        settings.data_dir / "sparql",
        settings.base_uri,
        seconds=settings.sparql_seconds,
        rows=settings.sparql_rows,
        in_memory=settings.sparql_in_memory,
    )


def _warm(sparql: Sparql) -> None:
    """Ask the least that can be asked: for that everything must be there."""
    begun = time.monotonic()
    try:
        sparql.answer("ASK {}")
    except LuocdoError as error:  # a query will be told so too; the service has other answers
        logger().warning("sparql", detail=error.detail)
    except Exception:  # such as a full disk: that is no reason not to serve the rest
        logger().exception("sparql")
    else:
        logger().info("sparql ready", seconds=round(time.monotonic() - begun, 1))


def make_lifespan(settings: Settings, *, warm: bool = False) -> Lifespan:
    """Return what opens the services as the application starts and closes them as it ends.

    With ``warm`` the SPARQL dataset is brought up to the store meanwhile, not by the first query.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = open_services(settings)
        services = app.state.services = await run_in_threadpool(opened.__enter__)
        warming = asyncio.create_task(asyncio.to_thread(_warm, services.sparql)) if warm else None
        try:
            yield
        finally:
            await run_in_threadpool(opened.__exit__, None, None, None)
            if warming is not None:
                await warming

    return lifespan

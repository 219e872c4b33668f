"""What handlers ask for: the one place where they reach the application's state."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from graph.export.sparql.asking import Sparql
from service.dumps import Dumps
from service.keeping import Kept
from service.lifespan import Services
from service.linked import Linked
from service.pages.view import View
from service.present import Presenter
from service.state import Graph
from service.wholes import Wholes

MAX_LIMIT = 200


async def _services(request: Request) -> Services:
    services: Services = request.app.state.services
    return services


async def _graph(services: Annotated[Services, Depends(_services)]) -> Graph:
    return services.graph


async def _sparql(services: Annotated[Services, Depends(_services)]) -> Sparql:
    return services.sparql


async def _kept(services: Annotated[Services, Depends(_services)]) -> Kept:
    return services.kept


async def _dumps(services: Annotated[Services, Depends(_services)]) -> Dumps:
    return services.dumps


async def _linked(services: Annotated[Services, Depends(_services)]) -> Linked:
    return Linked(services.sparql, services.graph.settings.base_uri)


async def _wholes(services: Annotated[Services, Depends(_services)]) -> Wholes:
    return services.wholes


async def _presenter(graph: Annotated[Graph, Depends(_graph)]) -> Presenter:
    return Presenter(graph.store, graph.labels, graph.settings.base_uri)


async def _view(request: Request, graph: Annotated[Graph, Depends(_graph)]) -> View:
    return View(request, request.app.state.site, graph.registry)


ServicesDep = Annotated[Services, Depends(_services)]
WholesDep = Annotated[Wholes, Depends(_wholes)]
GraphDep = Annotated[Graph, Depends(_graph)]
SparqlDep = Annotated[Sparql, Depends(_sparql)]
KeptDep = Annotated[Kept, Depends(_kept)]
DumpsDep = Annotated[Dumps, Depends(_dumps)]
LinkedDep = Annotated[Linked, Depends(_linked)]
PresenterDep = Annotated[Presenter, Depends(_presenter)]
ViewDep = Annotated[View, Depends(_view)]
Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="Most items in the answer.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000_000, description="Items to skip.")]

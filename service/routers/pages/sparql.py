"""SPARQL as a page: an editor, saved examples, the answer as a table."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response

from graph.model.errors import LuocdoError
from service.dependencies import GraphDep, SparqlDep, ViewDep
from service.errors import kind_of
from service.pages.asking import SHOWN, examples, outcome
from service.pages.routing import PageRoute
from service.routers.sparql import RESULTS
from service.routing import Router


class SparqlRoute(PageRoute):
    """A page only where no form of results or RDF is wanted more than one."""

    rivals = RESULTS


router = Router(route_class=SparqlRoute, include_in_schema=False)


@router.get("/sparql")
def ask(
    graph: GraphDep,
    sparql: SparqlDep,
    view: ViewDep,
    query: Annotated[str, Query(max_length=20_000)] = "",
) -> Response:
    """Return the editor, with what the query answers if there is one."""
    query = query.replace("\r\n", "\n")
    saved = examples(graph.settings.base_uri)
    found, problem, status = None, None, 200
    if query.strip():
        try:
            found = outcome(sparql, query, graph.settings.base_uri)
        except LuocdoError as error:
            problem, status = error.detail, kind_of(error).status
    return view.page(
        "sparql",
        entry="sparql",
        status=status,
        query=query or saved[0].query,
        examples=saved,
        outcome=found,
        problem=problem,
        shown=SHOWN,
    )

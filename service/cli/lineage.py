"""``luocdo lineage``: what a document goes back to and what goes back to it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from graph.lineage import lineage as lineage_of
from graph.model.errors import MalformedNumberError, NotFoundError
from graph.model.numbers import DocumentNumber
from graph.model.relations import RelationKind
from service.cli.exits import AMBIGUOUS
from service.cli.options import Database, Output, settings_of, write_out
from service.cli.printing import console
from service.cli.tree import tree_of
from service.present import Presenter
from service.resolving import Citation, Resolving, Several
from service.schemas.references import ResolveAnswer
from service.state import Graph, open_graph


def lineage(
    document: Annotated[
        str, typer.Argument(metavar="VĂN_BẢN", help="65-KH/TU, một câu trích dẫn, hoặc /eli/vn/…")
    ],
    direction: Annotated[str, typer.Option(help="up, down hoặc both.")] = "both",
    depth: Annotated[int, typer.Option(min=1, max=10)] = 3,
    relation: Annotated[
        list[RelationKind] | None, typer.Option(help="Chỉ quan hệ này; lặp lại được.")
    ] = None,
    format: Annotated[
        str, typer.Option("--format", "-f", help="text, json, svg, png, pdf, html, ttl…")
    ] = "text",
    database: Database = None,
    output: Output = None,
) -> None:
    """In lược đồ của một văn bản: những gì nó dựa vào và những gì dựa vào nó."""
    with open_graph(settings_of(database)) as graph:
        try:
            root = _root(graph, document)
        except Several as several:
            _offer(several.answer)
            raise typer.Exit(AMBIGUOUS) from several
        found = lineage_of(
            graph.store,
            root,
            direction=direction,
            depth=depth,
            relations=relation,
            limit=graph.settings.lineage_nodes,
            registry=graph.registry,
        )
        if format == "text":
            console().print(tree_of(found, graph.labels))
            return
        from service.formats import lineage_file  # Graphviz and rdflib are slow to load

        write_out(lineage_file(graph, found, format).body, output)


def _root(graph: Graph, document: str) -> str:
    """Return the one work that is meant; raises Several or NotFoundError."""
    if document.startswith("/"):
        found = graph.store.locate(document)
        if len(found) == 1:
            return found[0]
        if graph.store.body(document):
            return document
        raise NotFoundError(f"không có '{document}'")
    resolving = Resolving(graph, Presenter(graph.store, graph.labels, graph.settings.base_uri))
    try:
        number = DocumentNumber.parse(document.strip())
    except MalformedNumberError:
        answer = resolving.text(document, None, None)
    else:
        answer = resolving.citation(Citation(number), None)
    assert answer.work is not None
    return answer.work.id


def _offer(answer: ResolveAnswer) -> None:
    errors = Console(stderr=True, soft_wrap=True)
    errors.print(f"{answer.why}; nêu rõ hơn hoặc dùng định danh:", markup=False)
    for candidate in answer.candidates:
        errors.print(f"  {candidate.work.id}  ({candidate.why})", markup=False, highlight=False)

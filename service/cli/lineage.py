"""``luocdo lineage``: what a document goes back to and what goes back to it."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.export.pictures.paper import Paper
from graph.lineage import lineage as lineage_of
from graph.model.relations import RelationKind
from service.cli.days import AsOf, parsed
from service.cli.meant import Document, meant
from service.cli.options import Database, Output, settings_of, write_out
from service.cli.printing import console
from service.cli.remote import remote_lineage, remote_of
from service.cli.tree import tree_of
from service.state import open_graph


def lineage(
    context: typer.Context,
    document: Document,
    direction: Annotated[str, typer.Option(help="up, down hoặc both.")] = "both",
    depth: Annotated[int, typer.Option(min=1, max=10)] = 3,
    relation: Annotated[
        list[RelationKind] | None, typer.Option(help="Chỉ quan hệ này; lặp lại được.")
    ] = None,
    as_of: AsOf = None,
    format: Annotated[
        str, typer.Option("--format", "-f", help="text, json, svg, png, pdf, html, ttl…")
    ] = "text",
    paper: Annotated[
        Paper | None, typer.Option(help="Khổ giấy để in: svg, png, pdf vừa trang.")
    ] = None,
    database: Database = None,
    output: Output = None,
) -> None:
    """In lược đồ của một văn bản: những gì nó dựa vào và những gì dựa vào nó."""
    if (remote := remote_of(context)) is not None:
        scope = {"direction": direction, "depth": depth, "relation": relation, "as_of": as_of}
        scope["paper"] = paper
        remote_lineage(remote, document, format, output, scope)
        return
    with open_graph(settings_of(database)) as graph:
        found = lineage_of(
            graph.store,
            meant(graph, document),
            direction=direction,
            depth=depth,
            relations=relation,
            as_of=parsed(as_of) if as_of else None,
            limit=graph.settings.lineage_nodes,
            registry=graph.registry,
        )
        if format == "text":
            console().print(tree_of(found, graph.labels))
            return
        from service.formats import lineage_file  # Graphviz and rdflib are slow to load

        write_out(lineage_file(graph, found, format, paper).body, output)

"""``luocdo export``: the whole graph in others' formats."""

from __future__ import annotations

from typing import Annotated

import typer

from service.cli.options import Database, Output, settings_of, write_out
from service.state import open_graph


def export(
    format: Annotated[
        str, typer.Option("--format", "-f", help="ttl, nt, jsonld, rdf, trig hoặc ndjson.")
    ] = "ttl",
    database: Database = None,
    output: Output = None,
) -> None:
    """Xuất toàn bộ đồ thị: RDF, hoặc ndjson (mọi điều đã biết, một dòng một điều)."""
    from service.formats import graph_file  # rdflib is slow to load

    with open_graph(settings_of(database)) as graph:
        if format == "ndjson":
            body = "".join(f"{line}\n" for line in graph.store.dump()).encode()
        else:
            body = graph_file(graph, format).body
        write_out(body, output)

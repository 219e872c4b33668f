"""``luocdo check``: are the references of a draft right?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from graph.model.dates import PartialDate
from service.cli.exits import FAILED
from service.cli.options import Database, settings_of
from service.cli.printing import console
from service.state import Graph, open_graph

_STYLES = {"đúng": "green", "sai": "red", "mơ hồ": "yellow", "không rõ": "yellow"}


def check(
    file: Annotated[Path, typer.Argument(metavar="TỆP", exists=True, dir_okay=False)],
    published: Annotated[
        str | None, typer.Option(help="Ngày của dự thảo: YYYY-MM-DD, YYYY-MM hoặc YYYY.")
    ] = None,
    place: Annotated[str | None, typer.Option(help="Tỉnh, thành phố của dự thảo.")] = None,
    database: Database = None,
) -> None:
    """Kiểm tra từng văn bản được viện dẫn trong một dự thảo; mã thoát 1 nếu có chỗ chưa đúng."""
    with open_graph(settings_of(database)) as graph:
        source = graph.reader.read_path(file)
        if published:
            source = replace(source, published=PartialDate.parse(published))
        if place:
            source = replace(source, place=place)
        references = graph.pipeline.references(source).to_dict()["references"]
        verdicts = [verdict(graph, reference["resolution"]) for reference in references]
    table = Table("Vị trí", "Viện dẫn", "Kết quả", "Văn bản", "Vì sao")
    for reference, result in zip(references, verdicts, strict=True):
        table.add_row(
            str(reference["start"]), _plain(reference["text"]), f"[{_STYLES[result]}]{result}",
            _works(reference["resolution"]), _plain(_reason(reference["resolution"])),
        )  # fmt: skip
    console().print(table)
    wrong = len(verdicts) - verdicts.count("đúng")
    typer.echo(f"{len(references)} viện dẫn, {wrong} chỗ cần xem lại.")
    if wrong:
        raise typer.Exit(FAILED)


def verdict(graph: Graph, resolution: Mapping[str, Any]) -> str:
    """Return what is to be said of a reference: right, wrong, ambiguous or unknown.

    A work that only the draft itself speaks of is unknown.
    """
    if resolution["status"] == "ambiguous":
        return "mơ hồ"
    if resolution["status"] == "unresolved" or not graph.store.locate(resolution["work"]):
        return "không rõ"
    return "sai" if resolution["conflicts"] else "đúng"


def _reason(resolution: Mapping[str, Any]) -> str:
    return "; ".join((resolution["why"], *resolution["conflicts"]))


def _works(resolution: Mapping[str, Any]) -> str:
    candidates = [candidate["work"] for candidate in resolution["candidates"]]
    return "\n".join([resolution["work"]] if resolution["work"] else candidates)


def _plain(text: str) -> str:
    """Return text on one line, its brackets kept from being read as markup."""
    return " ".join(text.split()).replace("[", r"\[")

"""``luocdo check``: are the references of a draft right?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from pydantic_core import to_json
from rich.table import Table

from graph.model.dates import PartialDate
from graph.model.errors import UnknownFormatError
from graph.model.sources import SourceText
from service.checking import Checker
from service.checking.remarks import remark
from service.cli.exits import FAILED
from service.cli.options import Database, Output, settings_of, write_out
from service.cli.printing import console
from service.present import Presenter
from service.schemas.check import CheckAnswer, CheckedReference
from service.state import open_graph

_WORDS = {
    "right": "[green]đúng", "wrong": "[red]sai", "dead": "[red]hết hiệu lực",
    "ambiguous": "[yellow]mơ hồ", "unknown": "[yellow]không rõ",
}  # fmt: skip
_FORMATS = ("text", "json", "html", "docx")


def check(
    file: Annotated[Path, typer.Argument(metavar="TỆP", exists=True, dir_okay=False)],
    published: Annotated[
        str | None, typer.Option(help="Ngày của dự thảo: YYYY-MM-DD, YYYY-MM hoặc YYYY.")
    ] = None,
    place: Annotated[str | None, typer.Option(help="Tỉnh, thành phố của dự thảo.")] = None,
    format: Annotated[
        str, typer.Option("--format", "-f", help="text, json, html, docx (lời bình bên lề).")
    ] = "text",
    database: Database = None,
    output: Output = None,
) -> None:
    """Kiểm tra từng văn bản được viện dẫn trong một dự thảo; mã thoát 1 nếu có chỗ chưa đúng."""
    if format not in _FORMATS:
        raise UnknownFormatError(f"không có dạng '{format}'; có: {', '.join(_FORMATS)}")
    with open_graph(settings_of(database)) as graph:
        source = graph.reader.read_path(file)
        if published:
            source = replace(source, published=PartialDate.parse(published))
        if place:
            source = replace(source, place=place)
        presenter = Presenter(graph.store, graph.labels, graph.settings.base_uri)
        answer = Checker(graph, presenter).check(source)
    wrong = sum(one.verdict != "right" for one in answer.references)
    for warning in answer.warnings:
        typer.echo(f"Lưu ý: {warning}", err=True)
    if format == "text":
        console().print(_table(answer))
        typer.echo(f"{len(answer.references)} viện dẫn, {wrong} chỗ cần xem lại.")
    else:
        write_out(_file(format, source, answer, file), output)
    if wrong:
        raise typer.Exit(FAILED)


def _table(answer: CheckAnswer) -> Table:
    table = Table("Vị trí", "Viện dẫn", "Kết quả", "Văn bản", "Vì sao")
    for found in answer.references:
        table.add_row(
            str(found.start), _plain(found.text), _WORDS[found.verdict], _works(found),
            _plain(found.why if found.verdict == "right" else remark(found)),
        )  # fmt: skip
    return table


def _file(format: str, source: SourceText, answer: CheckAnswer, file: Path) -> bytes:
    if format == "json":
        return to_json(answer, indent=2) + b"\n"
    if format == "html":
        from service.checking.page import marked_page  # slow to load

        return marked_page(source.text, answer)
    from service.checking.word import commented

    draft = file.read_bytes() if file.suffix.lower() == ".docx" else None
    return commented(source.text, answer, draft)


def _works(found: CheckedReference) -> str:
    if found.work:
        return found.work.id
    return "\n".join(candidate.work.id for candidate in found.candidates)


def _plain(text: str) -> str:
    """Return text on one line, its brackets kept from being read as markup."""
    return " ".join(text.split()).replace("[", r"\[")

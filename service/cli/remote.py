"""``luocdo --server URL …``: the same questions, asked of a server instead of a file here."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from pydantic_core import to_json
from rich.table import Table

from graph.model.dates import PartialDate
from graph.model.errors import InputError, LuocdoError, MalformedNumberError
from graph.model.numbers import DocumentNumber
from graph.model.seeding import load_registry
from graph.reading import walk
from service.cli.exits import AMBIGUOUS, FAILED
from service.cli.lines import BadLineError, asked_of, fault, written
from service.cli.options import Database, settings_of, write_out
from service.cli.printing import console
from service.cli.tree import lineage_in, tree_of
from service.labels import Labels
from service.present import Presenter
from service.remote import Remote
from service.resolving import Resolving, Several
from service.state import Graph, open_graph

Json = Annotated[bool, typer.Option("--json", help="In nguyên câu trả lời JSON.")]
_ASK_A_SERVER = ("search", "resolve", "references", "lineage", "ingest")
_ASKED = ", ".join(_ASK_A_SERVER)
_NDJSON = (".ndjson", ".jsonl")


def server(
    context: typer.Context,
    server: Annotated[
        str | None,
        typer.Option(envvar="LUOCDO_SERVER", help="Hỏi dịch vụ ở địa chỉ này thay vì tệp ở đây: "
                     f"{_ASKED}."),
    ] = None,
    key: Annotated[
        str | None, typer.Option(envvar="LUOCDO_KEY", help="Khóa ghi của dịch vụ đó.")
    ] = None,
) -> None:  # fmt: skip
    """Lược đồ quan hệ giữa các văn bản của Đảng và Nhà nước, rút ra từ các bài viết."""
    asked = context.get_parameter_source("server")
    told = asked is not None and asked.name == "COMMANDLINE"
    if told and context.invoked_subcommand not in _ASK_A_SERVER:
        # It would answer from the file here, as if that were what the server says.
        raise typer.BadParameter(
            f"lệnh '{context.invoked_subcommand}' chỉ hỏi tệp ở đây, không hỏi dịch vụ; "
            f"hỏi được dịch vụ: {_ASKED}",
            param_hint="--server",
        )
    context.obj = {"server": server, "key": key}


def remote_of(context: typer.Context) -> Remote | None:
    """Return the client of the server that --server or LUOCDO_SERVER names; None for none."""
    said = context.find_root().obj or {}
    return Remote(said["server"], said["key"]) if said.get("server") else None


def search(
    context: typer.Context,
    q: Annotated[str, typer.Argument(metavar="TỪ")],
    limit: Annotated[int, typer.Option(min=1, max=200)] = 20,
    json: Json = False,
    database: Database = None,
) -> None:
    """Tìm văn bản, có dấu hay không dấu."""
    page = _searched(remote_of(context), q, limit, database)
    if json:
        _print_json(page)
        return
    table = Table("Văn bản", "Ngày", "Cơ quan", "Định danh")
    for work in page["items"]:
        name = " ".join(part for part in (work["type"], work["number"] or work["name"]) if part)
        table.add_row(name, work["date"], work["issuer"], work["id"])
    console().print(table)
    typer.echo(f"{page['total']} văn bản")


def resolve(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="CÂU_TRÍCH_DẪN")],
    published: Annotated[str | None, typer.Option(help="Ngày của bài viết.")] = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Cho biết một câu trích dẫn chỉ văn bản nào; mã thoát 3 nếu còn mơ hồ."""
    answer = _resolved(remote_of(context), text, published, database)
    if json:
        _print_json(answer)
    elif answer["work"]:
        typer.echo(f"{answer['work']['id']}  ({answer['why']})")
    else:
        typer.echo(f"{answer['why']}:")
        for one in answer["candidates"]:
            typer.echo(f"  {one['work']['id']}  ({one['why']})")
    if answer["work"] is None:
        raise typer.Exit(AMBIGUOUS)


def _searched(remote: Remote | None, q: str, limit: int, database: str | None) -> dict[str, Any]:
    if remote is not None:
        with remote:
            return remote.search(q, limit)
    with open_graph(settings_of(database)) as graph:
        found = graph.store.search(q, limit=limit)
        works = _presenter(graph).works(found.items)
        return {"total": found.total, "items": [work.model_dump(mode="json") for work in works]}


def _resolved(
    remote: Remote | None, text: str, published: str | None, database: str | None
) -> dict[str, Any]:
    if remote is not None:
        with remote:
            return remote.resolve(text, published)
    with open_graph(settings_of(database)) as graph:
        day = PartialDate.parse(published) if published else None
        try:
            answer = Resolving(graph, _presenter(graph)).text(text, day, None)
        except Several as several:
            answer = several.answer
        return answer.model_dump(mode="json")


def _presenter(graph: Graph) -> Presenter:
    return Presenter(graph.store, graph.labels, graph.settings.base_uri)


def remote_references(remote: Remote, lines: Iterable[bytes], out: BinaryIO) -> tuple[int, int]:
    """Ask a server for the references of NDJSON lines; return how many there were, and failed."""
    total = failed = 0
    with remote:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            total += 1
            try:
                asked = asked_of(number, line)
                found = remote.references(asked.text, published=asked.published, place=asked.place)
                answer = {**found, "id": asked.id}
            except BadLineError as error:
                failed, answer = failed + 1, error.answer
            except InputError as error:
                failed, answer = failed + 1, fault(asked.id, error.code, error.detail)
            out.write(written(answer))
    return total, failed


def remote_lineage(
    remote: Remote, document: str, format: str, output: Path | None, scope: dict[str, Any]
) -> None:
    """Print or write the lineage that a server draws."""
    with remote:
        root = document if document.startswith("/") else _meant(remote, document)
        if format == "text":
            found = lineage_in(remote.lineage(root, **scope))
            console().print(tree_of(found, Labels(load_registry())))
        else:
            write_out(remote.lineage_file(root, format, **scope), output)


def remote_ingest(remote: Remote, paths: list[Path]) -> None:
    """Send files to a server; NDJSON files line by line."""
    new = known = failed = 0
    with remote:
        for path in walk([path for path in paths if path.suffix not in _NDJSON]):
            media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            try:
                done = remote.ingest(path.read_bytes(), path.name, media_type)
            except (LuocdoError, OSError) as error:
                failed += 1
                typer.echo(f"✗ {path}: {getattr(error, 'detail', error)}", err=True)
            else:
                new, known = new + done["new"], known + (not done["new"])
        for path in (path for path in paths if path.suffix in _NDJSON):
            with path.open("rb") as lines:
                for line in remote.ingest_lines(lines):
                    new, known = new + ('"new":true' in line), known + ('"new":false' in line)
                    if '"error":' in line:
                        failed += 1
                        typer.echo(f"✗ {path}: {line}", err=True)
    typer.echo(f"{new} bài mới, {known} bài đã có, {failed} bài không nhận.")
    if failed:
        raise typer.Exit(FAILED)


def _meant(remote: Remote, document: str) -> str:
    try:
        answer = remote.resolve(number=str(DocumentNumber.parse(document.strip())))
    except MalformedNumberError:
        answer = remote.resolve(document)
    if answer["work"] is None:
        for one in answer["candidates"]:
            typer.echo(f"  {one['work']['id']}  ({one['why']})", err=True)
        raise typer.Exit(AMBIGUOUS)
    return str(answer["work"]["id"])


def _print_json(answer: object) -> None:
    write_out(to_json(answer, indent=2) + b"\n", None)

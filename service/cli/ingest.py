"""``luocdo ingest``: read files for keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from graph.model.errors import LuocdoError
from graph.model.sources import SourceText
from graph.pipeline import Ingested
from graph.reading import walk
from service.cli.exits import FAILED
from service.cli.options import Database, settings_of
from service.cli.remote import remote_ingest, remote_of
from service.heap import keep_loaded
from service.state import Graph, open_graph


@dataclass(slots=True)
class Tally:
    """What reading came to."""

    new: int = 0
    known: int = 0
    mentions: int = 0
    resolved: int = 0
    relations: int = 0
    failed: list[Path] = field(default_factory=list)

    def add(self, done: Ingested) -> None:
        """Count one text that was read."""
        self.new += done.new
        self.known += not done.new
        self.mentions += done.mentions
        self.resolved += done.resolved
        self.relations += done.relations

    def __str__(self) -> str:
        text = (
            f"{self.new} bài mới, {self.known} bài đã có; {self.mentions} lần nhắc đến văn bản"
            f" ({self.resolved} xác định được), {self.relations} quan hệ."
        )
        return text + (f" {len(self.failed)} tệp không đọc được." if self.failed else "")


class _Rate(ProgressColumn):
    """Files a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed or 0:.0f} tệp/s")


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", exists=True, help="Tệp hoặc thư mục.")
    ],
    database: Database = None,
) -> None:
    """Đọc các bài viết (txt, html, pdf, docx) vào đồ thị."""
    if (remote := remote_of(context)) is not None:
        remote_ingest(remote, paths)
        return
    files = list(walk(paths))
    with open_graph(settings_of(database), prepare=True) as graph:
        keep_loaded()
        tally = read_all(graph, files)
    typer.echo(str(tally))
    if tally.failed:
        raise typer.Exit(FAILED)


def read_all(graph: Graph, files: Iterable[Path], below: Path | None = None) -> Tally:
    """Read every file; one that cannot be read is reported by name and the rest goes on.

    Several go into one transaction: a crash loses at most the texts of the one in flight. Where
    ``below`` is given, a text's origin is its path from there: where a machine keeps its files is
    nobody else's concern.
    """
    wanted = list(files)
    tally = Tally()
    columns = (
        TextColumn("Đang đọc"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True)) as progress:

        def read() -> Iterator[SourceText]:
            for path in progress.track(wanted):
                try:
                    text = graph.reader.read_path(path)
                    origin = str(path.relative_to(below)) if below else text.origin
                    yield replace(text, origin=origin)
                except (LuocdoError, OSError) as error:
                    tally.failed.append(path)
                    reason = error.detail if isinstance(error, LuocdoError) else error.strerror
                    progress.console.print(
                        f"✗ {path}: {reason}", markup=False, highlight=False, soft_wrap=True
                    )

        for done in graph.pipeline.ingest_many(read()):
            tally.add(done)
    return tally

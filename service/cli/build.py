"""``luocdo demo``: a fresh store from the texts that come with Luocdo."""

from __future__ import annotations

from importlib.resources import as_file
from pathlib import Path
from typing import Annotated

import typer

from graph.model.errors import InputError
from graph.model.seeding import default_seeds
from graph.reading import walk
from service.cli.exits import FAILED
from service.cli.ingest import read_all
from service.cli.options import Database, settings_of
from service.state import open_graph


def demo(
    database: Database = None,
    force: Annotated[bool, typer.Option("--force", help="Thay đồ thị đang có ở đó.")] = False,
) -> None:
    """Dựng đồ thị mẫu từ seeds/corpus; đồ thị cũ chỉ bị thay khi đã dựng xong."""
    settings = settings_of(database)
    if "://" in settings.database:
        raise InputError("đồ thị mẫu chỉ dựng vào một tệp SQLite")
    target = Path(settings.database)
    if target.exists() and not force:
        raise InputError(f"{target} đã có; thêm --force để thay")
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".building")
    _remove(fresh)
    building = settings.model_copy(update={"database": str(fresh)})
    with as_file(default_seeds()) as seeds, open_graph(building, prepare=True) as graph:
        tally = read_all(graph, walk([seeds / "corpus"]), below=seeds)
    if tally.failed:
        _remove(fresh)
        raise typer.Exit(FAILED)
    _remove(target)
    for part in reversed(_parts(fresh)):
        if part.exists():
            part.replace(target.with_name(part.name.replace(fresh.name, target.name)))
    typer.echo(f"{target}: {tally}")


def _remove(database: Path) -> None:
    for part in _parts(database):
        part.unlink(missing_ok=True)


def _parts(database: Path) -> list[Path]:
    """Return a SQLite file and its journals, whether they exist or not."""
    return [database.with_name(database.name + suffix) for suffix in ("", "-wal", "-shm")]

"""Commands for whoever runs Luocdo: settings, key, backup, restore, doctor."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from graph.model.errors import InputError, StoreError
from service.cli.exits import FAILED
from service.cli.options import Database, settings_of
from service.cli.printing import console
from service.doctor import examined
from service.keys import hashed
from service.settings import Settings
from service.state import open_graph

_MAGIC = b"SQLite format 3\x00"


def settings(database: Database = None) -> None:
    """In cấu hình đang dùng; những gì bí mật được che."""
    used = settings_of(database)
    table = Table("Biến môi trường", "Giá trị", "Ý nghĩa")
    for name, value in used.shown().items():
        about = Settings.model_fields[name].description or ""
        table.add_row(f"LUOCDO_{name.upper()}", value, about)
    console().print(table)


def key() -> None:
    """Tạo một khóa ghi mới: khóa cho người dùng, và giá trị cho LUOCDO_WRITE_KEYS."""
    fresh = secrets.token_urlsafe(32)
    typer.echo(f"khóa (chỉ hiện một lần): {fresh}")
    typer.echo(f"LUOCDO_WRITE_KEYS: {hashed(fresh)}")


def backup(
    file: Annotated[Path, typer.Argument(metavar="TỆP", dir_okay=False)],
    database: Database = None,
) -> None:
    """Chép đồ thị ra một tệp, cả khi dịch vụ đang chạy."""
    source = _file(database)
    if not source.is_file():
        raise InputError(f"không có tệp {source}")
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(_read_only(source)) as live, closing(sqlite3.connect(part)) as copy:
            live.backup(copy)
            _check(copy, part)
        part.replace(file)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{source}: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    typer.echo(f"{file}: {file.stat().st_size} byte")


def restore(
    file: Annotated[Path, typer.Argument(metavar="TỆP", exists=True, dir_okay=False)],
    database: Database = None,
    force: Annotated[bool, typer.Option("--force", help="Thay đồ thị đang có ở đó.")] = False,
) -> None:
    """Đưa một bản chép trở lại; dịch vụ phải dừng. Đồ thị cũ được giữ lại với đuôi .before."""
    target = _file(database)
    with file.open("rb") as opened:
        if opened.read(len(_MAGIC)) != _MAGIC:
            raise StoreError(f"{file} không phải bản chép của đồ thị")
    if target.exists() and not force:
        raise InputError(f"{target} đã có; thêm --force để thay")
    _refuse_where_open(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".restoring")
    try:
        shutil.copyfile(file, fresh)
        with closing(sqlite3.connect(fresh)) as copy:
            _check(copy, file)
        with open_graph(settings_of(str(fresh))):
            pass  # migrates an older one, refuses one that is none of ours
        with closing(sqlite3.connect(fresh)) as copy:
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _set_aside(target)
        fresh.replace(target)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{file}: {error}") from error
    finally:
        for suffix in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
    # What was derived from the former graph is built anew.
    for derived in ("sparql", "dumps"):
        shutil.rmtree(settings_of(database).data_dir / derived, ignore_errors=True)
    typer.echo(f"{target}: đã đưa trở lại từ {file}")


def doctor(database: Database = None) -> None:
    """Khám: cấu hình, kho, tập RDF, phông chữ, chỗ trống; mã thoát 1 nếu có chỗ hỏng."""
    table = Table("Mục", "Kết quả", "Chi tiết")
    failed = False
    for finding in examined(settings_of(database)):
        failed |= not finding.good
        mark = "[green]tốt" if finding.good else "[red]hỏng"
        table.add_row(finding.what, mark, finding.detail.replace("[", r"\["))
    console().print(table)
    if failed:
        raise typer.Exit(FAILED)


def _file(database: str | None) -> Path:
    named = settings_of(database).database
    if "://" in named:
        raise InputError("chỉ chép được tệp SQLite; PostgreSQL có pg_dump")
    return Path(named)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    said = connection.execute("PRAGMA quick_check").fetchone()[0]
    if said != "ok":
        raise StoreError(f"{path}: {said}")


def _refuse_where_open(target: Path) -> None:
    """Raise InputError where a program has the graph open; a broken file is what is to go."""
    if not target.exists():
        return
    try:
        with closing(sqlite3.connect(target, timeout=0)) as former:
            # Asks for the file alone, and brings into it what is in its log.
            former.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise InputError(
                f"{target} đang mở trong chương trình khác; hãy dừng dịch vụ"
            ) from error
    except sqlite3.DatabaseError:
        pass


def _set_aside(target: Path) -> None:
    if not target.exists():
        return
    target.replace(target.with_name(target.name + ".before"))
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)

"""Options that several commands share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from service.settings import Settings

Database = Annotated[
    str | None,
    typer.Option(
        "--database", "-d", help="Tệp SQLite hoặc URL (mặc định: LUOCDO_DATABASE, var/luocdo.db)."
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Tệp ghi ra; không có thì in ra màn hình.")
]


def settings_of(database: str | None, **named: Any) -> Settings:
    """Return the settings of the environment, with what was named instead."""
    given = {"database": database or None, **named}
    return Settings(**{name: value for name, value in given.items() if value is not None})


def write_out(body: bytes, output: Path | None) -> None:
    """Write to the file, whole or not at all, or to standard output."""
    if output is None:
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return
    part = output.with_name(output.name + ".part")
    try:
        part.write_bytes(body)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)

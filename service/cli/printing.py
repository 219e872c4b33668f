"""Printing for people and for pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer
from pydantic import BaseModel
from rich.console import Console
from rich.markup import escape
from rich.table import Table

Json = Annotated[bool, typer.Option("--json", help="In ra JSON thay cho bảng.")]
_UNFOLDED = 2000


def console() -> Console:
    """Return standard output; lines are folded for terminals only, pipes get them whole."""
    terminal = Console()
    return terminal if terminal.is_terminal else Console(width=_UNFOLDED)


def show(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; cells are plain text."""
    table = Table(*head)
    for row in rows:
        table.add_row(*map(escape, row))
    console().print(table)


def quoted(text: str, title: str | None, published: str | None) -> None:
    """Print a sentence with the text that it stands in."""
    said = ", ".join(filter(None, (title, published)))
    line = f"“{' '.join(text.split())}” ({said})" if said else f"“{' '.join(text.split())}”"
    console().print(line, markup=False, highlight=False)


def as_json(answer: BaseModel) -> None:
    """Print an answer in the shape that the service gives it."""
    sys.stdout.write(answer.model_dump_json(by_alias=True, indent=1) + "\n")

"""Days on the command line."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from graph.model.errors import MalformedDateError

AsOf = Annotated[
    str | None, typer.Option("--as-of", help="Bỏ những gì xảy ra hoặc được nói sau ngày này.")
]
On = Annotated[str | None, typer.Option("--on", help="Ngày được hỏi; mặc định hôm nay.")]


def parsed(text: str | None) -> date:
    """Return the day of '2024-02-11', today for None; MalformedDateError for anything else."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise MalformedDateError(f"'{text}' không phải ngày YYYY-MM-DD") from error

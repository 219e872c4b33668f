"""Printing for people and for pipes."""

from __future__ import annotations

from rich.console import Console

_UNFOLDED = 2000


def console() -> Console:
    """Return standard output; lines are folded for terminals only, pipes get them whole."""
    terminal = Console()
    return terminal if terminal.is_terminal else Console(width=_UNFOLDED)

"""Exit codes: one table for all commands."""

from __future__ import annotations

from graph.model.errors import (
    LuocdoError,
    MalformedDateError,
    MalformedNumberError,
    NotFoundError,
    UnknownFormatError,
)

FAILED = 1
USAGE = 2
AMBIGUOUS = 3
UNKNOWN = 4


def exit_code(error: LuocdoError) -> int:
    """Return how a command ends that ran into ``error``."""
    if isinstance(error, NotFoundError):
        return UNKNOWN
    if isinstance(error, MalformedDateError | MalformedNumberError | UnknownFormatError):
        return USAGE
    return FAILED

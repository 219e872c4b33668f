"""Enumerations whose members are looked up as quickly as other attributes of a class."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

E = TypeVar("E", bound=Enum)


def quick(enum: type[E]) -> type[E]:
    """Make the members plain attributes of their class, as they are from Python 3.12 on.

    In 3.11 a descriptor written in Python runs each time that one is named, which takes ten times
    as long; and the innermost loops name them at each step.
    """
    for name, member in enum.__members__.items():
        type.__setattr__(enum, name, member)
    return enum

"""Values: objects that nobody changes once they are made.

The type checker holds everyone to it. At run time nothing does, for that took longer than all
else in making one: a check for each field, of which a mention has thirty.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

__all__ = ("value",)

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool):
        """Make a class of values, as ``dataclass`` does, whose fields are simply set."""
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)

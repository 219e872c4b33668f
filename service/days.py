"""Days as addresses and bodies state them."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _written_as_a_day(value: Any) -> Any:
    """Refuse what else would pass for a day: counts of seconds, times."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a day is written YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_written_as_a_day)]

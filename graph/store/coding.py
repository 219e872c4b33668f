"""Small values as text in columns: lists as JSON ('' or NULL for none), dates as ISO."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from graph.model.dates import PartialDate
from graph.model.text import slug

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ZEROS = re.compile(r"\b0+(?=\d)")


def packed(values: Sequence[Any]) -> str | None:
    """Return a list as JSON, None where it is empty."""
    return _dumps(values) if values else None


def packed_path(path: Sequence[str]) -> str:
    """Return a subdivision path as JSON, '' where it is empty: unlike NULL it equals itself."""
    return _dumps(path) if path else ""


def packed_object(value: dict[str, Any]) -> str | None:
    """Return a JSON object, None where it is empty."""
    return _dumps(value) if value else None


def unpacked(text: str | None) -> tuple[Any, ...]:
    """Return the list that ``packed`` or ``packed_path`` wrote."""
    return tuple(json.loads(text)) if text else ()


def day_text(day: PartialDate | None) -> str | None:
    """Return the date as ISO text."""
    return None if day is None else str(day)


def text_day(text: str | None) -> PartialDate | None:
    """Read what ``day_text`` wrote."""
    if text is None:
        return None
    return PartialDate(*map(int, text.split("-")))


def bare_zeros(words: str) -> str:
    """Drop leading zeros of the numbers in folded text: '05 ct tw' -> '5 ct tw'."""
    return _ZEROS.sub("", words)


def number_key(number: str) -> str:
    """Return what spellings of a number share; equals DocumentNumber.key where that parses."""
    return _ZEROS.sub("", slug(number), count=1)

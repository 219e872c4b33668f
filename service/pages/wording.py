"""What pages say, by language: strings, names of relations, dates as people write them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from graph.model.dates import PartialDate
from graph.model.errors import MalformedDateError
from graph.model.registry import Registry

LANGUAGES = ("vi", "en")
# A date in a sentence of ours; not one in an identifier.
_ISO = re.compile(r"(?<![\w/-])\d{4}-\d{2}(?:-\d{2})?(?![\w/-])")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def load_strings(language: str) -> Mapping[str, str]:
    """Return the strings of a language by dotted key: 'search.title'."""
    text = (files(__package__) / "strings" / f"{language}.toml").read_text("utf-8")
    return MappingProxyType(dict(_flat(tomllib.loads(text), "")))


class Wording:
    """One language's words for everything that pages show."""

    def __init__(
        self, language: str, strings: Mapping[str, str], registry: Registry | None = None
    ) -> None:
        self.language = language
        self._strings = strings
        self._relations: dict[str, tuple[str, str]] = {}
        for row in registry.relations if registry else ():
            vietnamese = (row.label, row.inverse)
            english = (row.label_en, row.inverse_en or row.label_en)
            self._relations[row.relation] = vietnamese if language == "vi" else english

    def __call__(self, key: str, **values: Any) -> str:
        """Return the string of a key with ``{…}`` filled in; the key where there is none."""
        text = self._strings.get(key, key)
        return text.format_map(values) if values else text

    def table(self, prefix: str) -> dict[str, str]:
        """Return the strings below a prefix, for a script."""
        start = prefix + "."
        return {
            key.removeprefix(start): text
            for key, text in self._strings.items()
            if key.startswith(start)
        }

    def relation(self, kind: str, *, inverse: bool = False) -> str:
        """Return what a relation is called, seen from its target where ``inverse``."""
        names = self._relations.get(kind)
        return names[inverse] if names else kind

    def day(self, date: str | None) -> str:
        """Return '05/01/2014' for 2014-01-05 as official papers write it; '5 January 2014'."""
        parts = _parts(date)
        if len(parts) < 3:
            return self._partial(parts)
        year, month, day = parts
        if self.language == "en":
            return f"{day} {_MONTHS[month - 1]} {year}"
        return f"{_padded(day, 10)}/{_padded(month, 3)}/{year}"

    def dated(self, text: str) -> str:
        """Return a sentence of ours with its dates as ``day`` writes them, not as 2014-01-05."""
        return _ISO.sub(lambda found: self.day(found[0]), text)

    def long_day(self, date: str | None) -> str:
        """Return 'ngày 05 tháng 01 năm 2014'; what is not known is left out."""
        parts = _parts(date)
        if self.language == "en" or not parts:
            return self.day(date)
        words = ("năm {}", "tháng {}", "ngày {}")
        shown = (str(parts[0]), *(_padded(*pair) for pair in zip(parts[1:], (3, 10), strict=False)))
        said = [word.format(part) for word, part in zip(words, shown, strict=False)]
        return " ".join(reversed(said))

    def count(self, number: int) -> str:
        """Return a number with its thousands apart: 12.345 in Vietnamese."""
        grouped = f"{number:,}"
        return grouped.replace(",", ".") if self.language == "vi" else grouped

    def _partial(self, parts: tuple[int, ...]) -> str:
        if len(parts) == 2 and self.language == "en":
            return f"{_MONTHS[parts[1] - 1]} {parts[0]}"
        return "/".join((*(_padded(part, 3) for part in parts[1:]), *map(str, parts[:1])))


def _parts(date: str | None) -> tuple[int, ...]:
    """Return (year, month, day) as far as they are known."""
    try:
        known = PartialDate.parse(date) if date else None
    except MalformedDateError:
        return ()
    return tuple(int(part) for part in str(known).split("-")) if known else ()


def _padded(number: int, below: int) -> str:
    return f"{number:02d}" if number < below else str(number)


def _flat(table: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found.extend(_flat(value, f"{prefix}{key}."))
        else:
            found.append((prefix + key, str(value)))
    return found

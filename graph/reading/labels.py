"""Labelled lines: 'Nguồn: Báo Sóc Trăng', by the phrases of seeds/page-cues.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graph.model.registry import Registry
from graph.model.text import fold

_LABELLED = re.compile(r"(?P<label>[^\W_][^:\n]{1,40}?)\s*:\s*(?P<value>\S.*?)[\s|]*")
_LONGEST_VALUE = 200


class Labelled(NamedTuple):
    """A line's meaning (a ``field`` of page-cues) and value."""

    field: str
    value: str


class Labels:
    """Reads labelled lines, and knows the phrases that only furnish a page."""

    def __init__(self, registry: Registry) -> None:
        self._fields: Mapping[str, str] = {fold(c.phrase): c.field for c in registry.page_cues}

    def read(self, line: str) -> Labelled | None:
        """Return what ``line`` says, None for an unlabelled line."""
        found = _LABELLED.fullmatch(line)
        if found is None or len(found["value"]) > _LONGEST_VALUE:
            return None
        field = self._fields.get(fold(found["label"]))
        return Labelled(field, found["value"]) if field else None

    def read_all(self, lines: Iterable[str]) -> Iterator[Labelled]:
        """Yield what the labelled ones of ``lines`` say."""
        return (said for line in lines if (said := self.read(line)))

    def phrases(self, field: str) -> tuple[str, ...]:
        """Return the folded phrases of one field."""
        return tuple(phrase for phrase, of in self._fields.items() if of == field)

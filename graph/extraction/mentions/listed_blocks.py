"""Reading listings that a page turned into lines: labels line by line, then values in their order.

'Số ký hiệu / Ngày ban hành / Trích yếu' over '58-CTr/TU / 18/09/2023 / Chương trình …'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.model.spans import Span
from graph.model.text import fold

_NUMBER = re.compile(r"\d{1,5}[a-z]?\s?[-/]\s?(?:\d{4}/)?[A-ZĐ][^\s|]{1,30}$")
_LINE = re.compile(r"[^\n]*")
_BLOCKS = 500  # under one head
_STRAY = 3  # lines in a row that are no block of the listing


def blocks(text: str, start: int, fields: Mapping[str, str]) -> Iterator[dict[str, Span]]:
    """Yield the values of each block, by field, below labels that stand one under the other.

    ``fields`` are the labels as compared.
    """
    columns: list[str] = []
    block: list[Span] = []
    found = stray = 0
    for line in _lines(text, start):
        said = line.of(text)
        label = fields.get(fold(said.rstrip(":"))) if said else None
        if label is not None and not block:
            columns = [label] if label in columns else [*columns, label]
            found = stray = 0
            continue
        if len(columns) < 2 or "number" not in columns:
            if said:
                columns = []
            continue
        if said:
            block.append(line)
        if len(block) == len(columns):
            one = dict(zip(columns, block, strict=True))
            fits = _is_block(text, block, columns.index("number"))
            block, stray = [], 0 if fits else stray + 1
            if fits:
                found += 1
                yield one
        elif not said and block:
            block, stray = [], stray + 1
        if stray >= _STRAY or found > _BLOCKS:
            columns, block = [], []


def _is_block(text: str, block: Sequence[Span], number: int) -> bool:
    return _NUMBER.match(block[number].of(text)) is not None


def _lines(text: str, start: int) -> Iterator[Span]:
    """Yield the lines from that of ``start`` on, without the white space around them."""
    at = text.rfind("\n", 0, start) + 1
    while at < len(text):
        line = _LINE.match(text, at)
        end = line.end() if line is not None else len(text)
        said = text[at:end]
        begin = at + len(said) - len(said.lstrip())
        yield Span(begin, max(begin, at + len(said.rstrip())))
        at = end + 1

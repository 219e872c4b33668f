"""Workbooks (XLSX) of plain tables; every cell is text or a number, never a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter

_CELL_LIMIT = 32_000  # a workbook cell holds 32,767 characters
Cell = str | int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the first row, the rows below."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def workbook(title: str, *sheets: Sheet) -> bytes:
    """Return a workbook; the same tables give the same bytes."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": title, "created": datetime(2000, 1, 1)})  # always the same
        for sheet in sheets:
            _write(book, sheet)
    return buffer.getvalue()


def _write(book: xlsxwriter.Workbook, table: Sheet) -> None:
    sheet = book.add_worksheet(table.name)
    sheet.write_row(0, 0, table.head, book.add_format({"bold": True}))
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(table.head) - 1, 24)
    last = 0
    for last, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(last, column, cell[:_CELL_LIMIT])
            else:
                sheet.write_number(last, column, cell)
    sheet.autofilter(0, 0, last, len(table.head) - 1)

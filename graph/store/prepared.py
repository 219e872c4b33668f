"""Statements compiled once and run on the driver's own cursor.

Taking texts in needs some thirty small statements, whether for one text or for a batch; building,
caching and unpacking each through SQLAlchemy's execution layer would cost more than the database
itself. The statements are still SQLAlchemy Core, compiled for the dialect in use.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ClauseElement,
    Dialect,
    FromClause,
    Integer,
    Table,
    Text,
    bindparam,
    func,
    insert,
)

Row = tuple[Any, ...]
Params = Mapping[str, Any]


class Prepared:
    """One compiled statement. Parameters are named as in the Core expression."""

    def __init__(self, expression: ClauseElement, dialect: Dialect) -> None:
        compiled: Any = expression.compile(dialect=dialect)
        self.sql = str(compiled)
        fixed = getattr(compiled, "params", {}) or {}
        self._fixed = {name: value for name, value in fixed.items() if value is not None}
        # The names in the order of the question marks, None where the driver takes names.
        self._order: Sequence[str] | None = compiled.positiontup

    def run(self, cursor: Any, **params: Any) -> Any:
        """Execute with ``params``; returns the cursor."""
        cursor.execute(self.sql, self._bound(params))
        return cursor

    def many(self, cursor: Any, rows: Collection[Params]) -> None:
        """Execute once for each of ``rows``."""
        if rows:
            cursor.executemany(self.sql, [self._bound(row) for row in rows])

    def all(self, cursor: Any, **params: Any) -> list[Row]:
        """Return all rows."""
        rows: list[Row] = self.run(cursor, **params).fetchall()
        return rows

    def first(self, cursor: Any, **params: Any) -> Row | None:
        """Return the first row or None."""
        row: Row | None = self.run(cursor, **params).fetchone()
        return row

    def _bound(self, params: Params) -> Params | Sequence[Any]:
        values = {**self._fixed, **params} if self._fixed else params
        return values if self._order is None else [values[name] for name in self._order]


class LookUp:
    """A query for many values at once: one statement, however many there are.

    ``build`` makes it of a table of one column, ``value``: the values asked for.
    """

    def __init__(
        self,
        build: Callable[[FromClause], ClauseElement],
        dialect: Dialect,
        type_: type[Integer | Text] = Text,
    ) -> None:
        self._as_json = dialect.name == "sqlite"
        asked = func.unnest(bindparam("asked", type_=ARRAY(type_)))
        if self._as_json:
            asked = func.json_each(bindparam("asked"))
        rows = asked.table_valued("value", name="asked")
        self._query = Prepared(build(rows if self._as_json else rows.render_derived()), dialect)

    @property
    def sql(self) -> str:
        """The statement."""
        return self._query.sql

    def of(self, cursor: Any, values: Iterable[Any], **params: Any) -> list[Row]:
        """Return all rows for any of ``values``; none for no values."""
        asked = list(values)
        if not asked:
            return []
        given = json.dumps(asked) if self._as_json else asked
        return self._query.all(cursor, asked=given, **params)


class Insertion:
    """An INSERT of whole rows, given as tuples in the order of the table's columns."""

    def __init__(self, table: Table, dialect: Dialect) -> None:
        self._names = [column.name for column in table.columns]
        compiled: Any = insert(table).inline().compile(dialect=dialect, column_keys=self._names)
        self.sql = str(compiled)
        self._as_given = compiled.positiontup == self._names

    def many(self, cursor: Any, rows: Sequence[Row]) -> None:
        """Insert ``rows``."""
        if rows and self._as_given:
            cursor.executemany(self.sql, rows)
        elif rows:
            names = self._names
            cursor.executemany(self.sql, [dict(zip(names, row, strict=True)) for row in rows])

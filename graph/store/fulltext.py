"""The words of works for search: kept in work_text, indexed by FTS5, on PostgreSQL by GIN."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Integer,
    Text,
    and_,
    bindparam,
    cast,
    column,
    delete,
    func,
    literal,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from graph.store.prepared import Insertion, LookUp, Prepared
from graph.store.schema import work_text
from graph.store.transaction import Transaction

# What migration 0006 indexes, to the letter: else the index is not used.
_LONGEST = 250
_POSTGRESQL_WORDS = (
    r"array_to_tsvector(array_remove(string_to_array("
    r"regexp_replace(work_text.words, '(\S{250})\S+', '\1', 'g'), ' '), ''))"
)
work_fts = table("work_fts", column("rowid"), column("rank"))


class WordKeeper:
    """Keeps work_text and the index over it the same."""

    def __init__(self, dialect: Dialect) -> None:
        no: Any = bindparam("no_")
        self._words = LookUp(
            lambda asked: select(work_text.c.no, work_text.c.words).where(
                work_text.c.no == asked.c.value
            ),
            dialect,
            Integer,
        )
        self._insert = Insertion(work_text, dialect)
        self._delete = Prepared(delete(work_text).where(work_text.c.no == no), dialect)
        self._unindex = self._index = None
        if dialect.name == "sqlite":
            # An external-content index must be told the old words to forget them.
            self._unindex = Prepared(
                text(
                    "INSERT INTO work_fts (work_fts, rowid, words) VALUES ('delete', :no, :words)"
                ),
                dialect,
            )
            self._index = Prepared(
                text("INSERT INTO work_fts (rowid, words) VALUES (:no, :words)"), dialect
            )

    def set(self, transaction: Transaction, given: Mapping[int, str | None]) -> None:
        """Make these the words of works, by number; None where one is no work any more."""
        if not given:
            return
        cursor = transaction.cursor
        old: dict[int, str] = dict(self._words.of(cursor, sorted(given)))
        altered = {no: words for no, words in sorted(given.items()) if words != old.get(no)}
        words = [{"no": no, "words": words} for no, words in altered.items() if words is not None]
        if self._unindex and self._index:
            stale = [{"no": no, "words": old[no]} for no in altered if no in old]
            self._unindex.many(cursor, stale)
            self._index.many(cursor, words)
        self._delete.many(cursor, [{"no_": no} for no in altered if no in old])
        self._insert.many(cursor, [(row["no"], row["words"]) for row in words])


def matching(dialect: Dialect, tokens: list[str]) -> tuple[ColumnElement[bool], Any]:
    """Return a condition on work_text and how well a row meets it (less is better).

    All ``tokens`` must occur, the last one as the start of a word. Of two works that do the one
    that says less besides is better, whatever the engine: each ranks by a formula of its own.
    """
    rank: Any = func.length(work_text.c.words)
    if dialect.name == "sqlite":
        asked = " ".join([*(f'"{token}"' for token in tokens[:-1]), f'"{tokens[-1]}"*'])
        found = literal_column("work_fts").op("MATCH")(bindparam("asked", asked))
        return and_(work_fts.c.rowid == work_text.c.no, found), rank
    if dialect.name == "postgresql":
        asked = " & ".join([*map(_lexeme, tokens[:-1]), f"{_lexeme(tokens[-1])}:*"])
        words: Any = literal_column(_POSTGRESQL_WORDS)
        return words.op("@@")(cast(literal(asked, Text), TSQUERY)), rank
    # Elsewhere without an index, but with the same answer.
    padded = literal(" ") + work_text.c.words + literal(" ")
    whole = [padded.like(f"% {token} %") for token in tokens[:-1]]
    return and_(*whole, padded.like(f"% {tokens[-1]}%")), rank


def _lexeme(token: str) -> str:
    """Return a word as text of a tsquery, taken as it is."""
    escaped = token[:_LONGEST].replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"

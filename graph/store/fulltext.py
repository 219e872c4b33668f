"""The words of works for search: kept in work_text, indexed by FTS5 where that is to be had."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    and_,
    bindparam,
    column,
    delete,
    func,
    literal,
    literal_column,
    select,
    table,
    text,
    update,
)

from graph.store.prepared import Insertion, Prepared
from graph.store.schema import work_text
from graph.store.transaction import Transaction

work_fts = table("work_fts", column("rowid"), column("rank"))


class WordKeeper:
    """Keeps work_text and the index over it the same."""

    def __init__(self, dialect: Dialect) -> None:
        no: Any = bindparam("no_")
        words: Any = bindparam("words_")
        self._words = Prepared(select(work_text.c.words).where(work_text.c.no == no), dialect)
        self._insert = Insertion(work_text, dialect)
        self._update = Prepared(
            update(work_text).where(work_text.c.no == no).values(words=words), dialect
        )
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

    def set(self, transaction: Transaction, no: int, words: str | None) -> None:
        """Make ``words`` those of work ``no``; None where it is no work any more."""
        cursor = transaction.cursor
        row = self._words.first(cursor, no_=no)
        old = row[0] if row else None
        if old == words:
            return
        if old is not None and self._unindex:
            self._unindex.run(cursor, no=no, words=old)
        if words is not None and self._index:
            self._index.run(cursor, no=no, words=words)
        if words is None:
            self._delete.run(cursor, no_=no)
        elif old is None:
            self._insert.many(cursor, [(no, words)])
        else:
            self._update.run(cursor, no_=no, words_=words)


def matching(dialect: Dialect, tokens: list[str]) -> tuple[ColumnElement[bool], Any]:
    """Return a condition on work_text and how well a row meets it (less is better).

    All ``tokens`` must occur, the last one as the start of a word.
    """
    if dialect.name == "sqlite":
        asked = " ".join([*(f'"{token}"' for token in tokens[:-1]), f'"{tokens[-1]}"*'])
        found = literal_column("work_fts").op("MATCH")(bindparam("asked", asked))
        return and_(work_fts.c.rowid == work_text.c.no, found), work_fts.c.rank
    # Elsewhere without an index, but with the same answer.
    padded = literal(" ") + work_text.c.words + literal(" ")
    whole = [padded.like(f"% {token} %") for token in tokens[:-1]]
    return and_(*whole, padded.like(f"% {tokens[-1]}%")), func.length(work_text.c.words)

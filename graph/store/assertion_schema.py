"""The table of what other databases assert: beside what was read, and never mixed with it.

Both ends are kept as they were given and looked up when asked for: a foreign assertion makes no
work, no relation and no evidence, and needs no rewriting when a work gets another identifier.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, Text

from graph.store.evidence_schema import metadata

assertion = Table(
    "assertion",
    metadata,
    Column("asserted_by", Text, nullable=False),
    Column("vocabulary", Text, nullable=False),
    Column("subject", Text, nullable=False),  # identifier or number, as given
    Column("name", Text, nullable=False),  # the relation in the vocabulary's words
    Column("object", Text, nullable=False),
    Column("origin", Text, nullable=False),  # where it was found; '' if not told
    PrimaryKeyConstraint("asserted_by", "vocabulary", "subject", "name", "object"),
    Index("ix_assertion_subject", "subject"),
    Index("ix_assertion_object", "object"),
    sqlite_with_rowid=False,
)

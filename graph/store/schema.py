"""The tables. Evidence is written once; everything derived follows from it and can be rebuilt.

Identifiers of works and bodies are interned in ``node``: edges and resolutions are then pairs of
small integers. Nodes are never deleted; whether one is a work now is told by ``work``.
Lists and what is never searched by are JSON text. Only Integer, Float, Text and LargeBinary are
used, so that rows pass between driver and program without conversion (see prepared.py).
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from graph.store.assertion_schema import assertion
from graph.store.evidence_schema import form, mention, metadata, source, statement

__all__ = [
    "FULL_TEXT",
    "assertion",
    "block_body",
    "body",
    "change",
    "form",
    "mention",
    "metadata",
    "node",
    "pending",
    "progress",
    "relation",
    "relation_evidence",
    "resolution",
    "source",
    "statement",
    "work",
    "work_text",
]

# ---- derived -----------------------------------------------------------------------------------

node = Table(
    "node",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
)

work = Table(
    "work",
    metadata,
    Column("no", Integer, ForeignKey("node.no"), nullable=False),
    Column("block", Text, nullable=False),
    # 1 where a smaller block claims the same identifier: kept, but not shown
    Column("shadowed", Integer, nullable=False),
    Column("type", Text),
    Column("number", Text),
    Column("number_key", Text),
    Column("ordinal", Text),
    Column("name", Text),
    Column("name_key", Text),
    Column("issuer_no", Integer, ForeignKey("node.no")),
    Column("signed_on", Text),
    Column("term", Text),
    Column("place", Text),
    Column("title", Text),
    Column("standing", Text, nullable=False),
    Column("effective_on", Text),
    Column("aliases", Text),
    Column("expires_on", Text),
    # what its identifier and aliases share (see identifiers.py): one entry finds them all
    Column("stem", Text),
    PrimaryKeyConstraint("no", "block"),
    Index("ix_work_block", "block"),
    Index("ix_work_number_key", "number_key"),
    Index("ix_work_name_key", "name_key"),
    Index("ix_work_issuer_no", "issuer_no"),
    Index("ix_work_stem", "stem"),
    sqlite_with_rowid=False,
)

work_text = Table(
    "work_text",
    metadata,
    Column("no", Integer, ForeignKey("node.no"), primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),  # folded; what search looks in
)

body = Table(
    "body",
    metadata,
    Column("no", Integer, ForeignKey("node.no"), primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("world", Text, nullable=False),
    Column("place", Text),
    Column("codes", Text),
    Column("aliases", Text),
    Column("parent", Text),
    Column("valid_from", Text),
    Column("valid_to", Text),
    Column("successors", Text),
    Column("words", Text, nullable=False),  # folded name and aliases
)

# Which conclusion brought a body in: it stays as long as one does, whatever the order of reading.
block_body = Table(
    "block_body",
    metadata,
    Column("block", Text, nullable=False),
    Column("body_no", Integer, ForeignKey("body.no"), nullable=False),
    PrimaryKeyConstraint("block", "body_no"),
    Index("ix_block_body_body_no", "body_no"),
    sqlite_with_rowid=False,
)

resolution = Table(
    "resolution",
    metadata,
    Column("form_no", Integer, ForeignKey("form.no"), primary_key=True, autoincrement=False),
    Column("status", Text, nullable=False),
    Column("work_no", Integer, ForeignKey("node.no")),
    Column("why", Text, nullable=False),
    Column("confidence", Float),
    Column("conflicts", Text),
    Column("candidates", Text),
    Index(
        "ix_resolution_work_no",
        "work_no",
        sqlite_where=text("work_no IS NOT NULL"),
        postgresql_where=text("work_no IS NOT NULL"),
    ),
)

relation = Table(
    "relation",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("source_no", Integer, ForeignKey("node.no"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("target_no", Integer, ForeignKey("node.no"), nullable=False),
    Column("from_sub", Text, nullable=False),
    Column("to_sub", Text, nullable=False),
    UniqueConstraint("source_no", "kind", "target_no", "from_sub", "to_sub"),
    Index("ix_relation_target_no_kind", "target_no", "kind"),
)

relation_evidence = Table(
    "relation_evidence",
    metadata,
    Column("source_no", Integer, nullable=False),
    Column("idx", Integer, nullable=False),
    Column("relation_no", Integer, ForeignKey("relation.no"), nullable=False),
    PrimaryKeyConstraint("source_no", "idx"),
    ForeignKeyConstraint(["source_no", "idx"], ["statement.source_no", "statement.idx"]),
    Index("ix_relation_evidence_relation_no", "relation_no"),
    sqlite_with_rowid=False,
)

# ---- bookkeeping -------------------------------------------------------------------------------

# Texts whose relations are to be derived anew; empty outside a transaction.
pending = Table(
    "pending",
    metadata,
    Column("source_no", Integer, primary_key=True, autoincrement=False),
)

# Generation g touched node_no. Bounded: see changes.py.
change = Table(
    "change",
    metadata,
    Column("generation", Integer, nullable=False),
    Column("node_no", Integer, ForeignKey("node.no"), nullable=False),
    PrimaryKeyConstraint("generation", "node_no"),
    sqlite_with_rowid=False,
)

# When generation g was committed (UTC, to the second). Bounded as the log is.
moment = Table(
    "moment",
    metadata,
    Column("generation", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
)

progress = Table(
    "progress",
    metadata,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("generation", Integer, nullable=False),
    Column("oldest", Integer, nullable=False),  # changes after this generation are in the log
)

FULL_TEXT = (
    "CREATE VIRTUAL TABLE work_fts USING fts5(words, content='work_text', content_rowid='no', "
    "tokenize='ascii')"
)

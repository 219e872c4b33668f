"""The tables of evidence: written once, and never changed by what is concluded.

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
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

source = Table(
    "source",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("origin", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("place", Text),
    Column("author", Text),
    Column("language", Text, nullable=False),
    Column("warnings", Text),
    Column("context_published", Text),
    Column("context_place", Text),
    Column("body", LargeBinary, nullable=False),  # the text: UTF-8, deflated
)

# What mentions have in common that say the same in like circumstances (see forms.py). A block is
# judged by its forms, so that the thousandth text to cite a law costs no more than the second.
form = Table(
    "form",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("digest", Text, nullable=False, unique=True),
    Column("block", Text, nullable=False),
    Column("name_block", Text),  # only where it differs from block
    Column("count", Integer, nullable=False),
    # the first of its mentions, by source id and place, stands for all
    Column("source_no", Integer, nullable=False),
    Column("idx", Integer, nullable=False),
    Index("ix_form_block", "block", "name_block"),
    Index(
        "ix_form_name_block",
        "name_block",
        sqlite_where=text("name_block IS NOT NULL"),
        postgresql_where=text("name_block IS NOT NULL"),
    ),
)

mention = Table(
    "mention",
    metadata,
    Column("source_no", Integer, ForeignKey("source.no"), nullable=False),
    Column("idx", Integer, nullable=False),
    Column("root_idx", Integer, nullable=False),  # the end of the antecedent chain, or idx
    Column("form_no", Integer, ForeignKey("form.no")),  # that of the root
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("surface", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text),
    Column("ordinal", Text),
    Column("symbol", Text),
    Column("form", Text),
    Column("number_year", Integer),
    Column("name", Text),
    Column("date", Text),
    Column("issuer", Text),
    Column("title", Text),
    Column("term", Text),
    Column("details", Text),
    PrimaryKeyConstraint("source_no", "idx"),
    Index("ix_mention_form_no", "form_no"),
    sqlite_with_rowid=False,
)

statement = Table(
    "statement",
    metadata,
    Column("source_no", Integer, ForeignKey("source.no"), nullable=False),
    Column("idx", Integer, nullable=False),
    Column("relation", Text, nullable=False),
    Column("subject_idx", Integer),
    Column("object_idx", Integer, nullable=False),
    Column("subject_form", Integer),  # as mention.form_no
    Column("object_form", Integer),
    Column("actor_no", Integer, ForeignKey("node.no")),
    Column("from_sub", Text, nullable=False),
    Column("to_sub", Text, nullable=False),
    Column("cue_start", Integer, nullable=False),
    Column("cue_stop", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_stop", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("subject_body", Text),
    Column("subject_start", Integer),
    Column("subject_stop", Integer),
    Column("since", Text),
    Column("until", Text),
    PrimaryKeyConstraint("source_no", "idx"),
    Index(
        "ix_statement_actor_no",
        "actor_no",
        sqlite_where=text("actor_no IS NOT NULL"),
        postgresql_where=text("actor_no IS NOT NULL"),
    ),
    sqlite_with_rowid=False,
)

"""Evidence, what follows from it, and the full-text index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_FULL_TEXT = (
    "CREATE VIRTUAL TABLE work_fts USING fts5(words, content='work_text', content_rowid='no', "
    "tokenize='ascii')"
)


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "form",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("name_block", sa.Text(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("source_no", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("no", name="pk_form"),
        sa.UniqueConstraint("digest", name="uq_form_digest"),
    )
    op.create_index("ix_form_block", "form", ["block", "name_block"], unique=False)
    op.create_index(
        "ix_form_name_block",
        "form",
        ["name_block"],
        unique=False,
        sqlite_where=sa.text("name_block IS NOT NULL"),
        postgresql_where=sa.text("name_block IS NOT NULL"),
    )
    op.create_table(
        "node",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("no", name="pk_node"),
        sa.UniqueConstraint("id", name="uq_node_id"),
    )
    op.create_table(
        "pending",
        sa.Column("source_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("source_no", name="pk_pending"),
    )
    op.create_table(
        "progress",
        sa.Column("only", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("oldest", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("only", name="pk_progress"),
    )
    op.create_table(
        "source",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=True),
        sa.Column("context_published", sa.Text(), nullable=True),
        sa.Column("context_place", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("no", name="pk_source"),
        sa.UniqueConstraint("id", name="uq_source_id"),
    )
    op.create_table(
        "body",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("world", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("codes", sa.Text(), nullable=True),
        sa.Column("aliases", sa.Text(), nullable=True),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Text(), nullable=True),
        sa.Column("valid_to", sa.Text(), nullable=True),
        sa.Column("successors", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["no"], ["node.no"], name="fk_body_no"),
        sa.PrimaryKeyConstraint("no", name="pk_body"),
    )
    op.create_table(
        "change",
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("node_no", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["node_no"], ["node.no"], name="fk_change_node_no"),
        sa.PrimaryKeyConstraint("generation", "node_no", name="pk_change"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mention",
        sa.Column("source_no", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("root_idx", sa.Integer(), nullable=False),
        sa.Column("form_no", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("ordinal", sa.Text(), nullable=True),
        sa.Column("symbol", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("number_year", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("details", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["form_no"], ["form.no"], name="fk_mention_form_no"),
        sa.ForeignKeyConstraint(["source_no"], ["source.no"], name="fk_mention_source_no"),
        sa.PrimaryKeyConstraint("source_no", "idx", name="pk_mention"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mention_form_no", "mention", ["form_no"], unique=False)
    op.create_table(
        "relation",
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("source_no", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target_no", sa.Integer(), nullable=False),
        sa.Column("from_sub", sa.Text(), nullable=False),
        sa.Column("to_sub", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source_no"], ["node.no"], name="fk_relation_source_no"),
        sa.ForeignKeyConstraint(["target_no"], ["node.no"], name="fk_relation_target_no"),
        sa.PrimaryKeyConstraint("no", name="pk_relation"),
        sa.UniqueConstraint(
            "source_no",
            "kind",
            "target_no",
            "from_sub",
            "to_sub",
            name="uq_relation_source_no_kind_target_no_from_sub_to_sub",
        ),
    )
    op.create_index("ix_relation_target_no_kind", "relation", ["target_no", "kind"], unique=False)
    op.create_table(
        "resolution",
        sa.Column("form_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("work_no", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("conflicts", sa.Text(), nullable=True),
        sa.Column("candidates", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["form_no"], ["form.no"], name="fk_resolution_form_no"),
        sa.ForeignKeyConstraint(["work_no"], ["node.no"], name="fk_resolution_work_no"),
        sa.PrimaryKeyConstraint("form_no", name="pk_resolution"),
    )
    op.create_index(
        "ix_resolution_work_no",
        "resolution",
        ["work_no"],
        unique=False,
        sqlite_where=sa.text("work_no IS NOT NULL"),
        postgresql_where=sa.text("work_no IS NOT NULL"),
    )
    op.create_table(
        "statement",
        sa.Column("source_no", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("subject_idx", sa.Integer(), nullable=True),
        sa.Column("object_idx", sa.Integer(), nullable=False),
        sa.Column("subject_form", sa.Integer(), nullable=True),
        sa.Column("object_form", sa.Integer(), nullable=True),
        sa.Column("actor_no", sa.Integer(), nullable=True),
        sa.Column("from_sub", sa.Text(), nullable=False),
        sa.Column("to_sub", sa.Text(), nullable=False),
        sa.Column("cue_start", sa.Integer(), nullable=False),
        sa.Column("cue_stop", sa.Integer(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_stop", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("subject_body", sa.Text(), nullable=True),
        sa.Column("subject_start", sa.Integer(), nullable=True),
        sa.Column("subject_stop", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor_no"], ["node.no"], name="fk_statement_actor_no"),
        sa.ForeignKeyConstraint(["source_no"], ["source.no"], name="fk_statement_source_no"),
        sa.PrimaryKeyConstraint("source_no", "idx", name="pk_statement"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_statement_actor_no",
        "statement",
        ["actor_no"],
        unique=False,
        sqlite_where=sa.text("actor_no IS NOT NULL"),
        postgresql_where=sa.text("actor_no IS NOT NULL"),
    )
    op.create_table(
        "work",
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("shadowed", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("number_key", sa.Text(), nullable=True),
        sa.Column("ordinal", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("name_key", sa.Text(), nullable=True),
        sa.Column("issuer_no", sa.Integer(), nullable=True),
        sa.Column("signed_on", sa.Text(), nullable=True),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.Text(), nullable=True),
        sa.Column("aliases", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["issuer_no"], ["node.no"], name="fk_work_issuer_no"),
        sa.ForeignKeyConstraint(["no"], ["node.no"], name="fk_work_no"),
        sa.PrimaryKeyConstraint("no", "block", name="pk_work"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_work_block", "work", ["block"], unique=False)
    op.create_index("ix_work_issuer_no", "work", ["issuer_no"], unique=False)
    op.create_index("ix_work_name_key", "work", ["name_key"], unique=False)
    op.create_index("ix_work_number_key", "work", ["number_key"], unique=False)
    op.create_table(
        "work_text",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["no"], ["node.no"], name="fk_work_text_no"),
        sa.PrimaryKeyConstraint("no", name="pk_work_text"),
    )
    op.create_table(
        "block_body",
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("body_no", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_no"], ["body.no"], name="fk_block_body_body_no"),
        sa.PrimaryKeyConstraint("block", "body_no", name="pk_block_body"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_block_body_body_no", "block_body", ["body_no"], unique=False)
    op.create_table(
        "relation_evidence",
        sa.Column("source_no", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("relation_no", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["relation_no"], ["relation.no"], name="fk_relation_evidence_relation_no"
        ),
        sa.ForeignKeyConstraint(
            ["source_no", "idx"],
            ["statement.source_no", "statement.idx"],
            name="fk_relation_evidence_source_no_idx",
        ),
        sa.PrimaryKeyConstraint("source_no", "idx", name="pk_relation_evidence"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_relation_evidence_relation_no", "relation_evidence", ["relation_no"], unique=False
    )
    op.create_table(
        "work_alias",
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["no", "block"], ["work.no", "work.block"], name="fk_work_alias_no_block"
        ),
        sa.PrimaryKeyConstraint("alias", "no", "block", name="pk_work_alias"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_work_alias_no_block", "work_alias", ["no", "block"], unique=False)
    op.execute('INSERT INTO progress ("only", generation, oldest) VALUES (1, 0, 0)')
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_FULL_TEXT)

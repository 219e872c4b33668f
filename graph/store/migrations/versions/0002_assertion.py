"""What other databases assert, beside what was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of foreign assertions."""
    op.create_table(
        "assertion",
        sa.Column("asserted_by", sa.Text(), nullable=False),
        sa.Column("vocabulary", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(
            "asserted_by", "vocabulary", "subject", "name", "object", name="pk_assertion"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_assertion_subject", "assertion", ["subject"], unique=False)
    op.create_index("ix_assertion_object", "assertion", ["object"], unique=False)


def downgrade() -> None:
    """Drop it."""
    op.drop_table("assertion")

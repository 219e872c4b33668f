"""When each change was committed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of moments; what changed before has none."""
    op.create_table(
        "moment",
        sa.Column("generation", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("generation", name="pk_moment"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("moment")

"""Until when works are in force, and the days that statements give."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what was read before has none."""
    op.add_column("work", sa.Column("expires_on", sa.Text(), nullable=True))
    for name in ("since", "until"):
        op.add_column("statement", sa.Column(name, sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("work", "expires_on")
    for name in ("since", "until"):
        op.drop_column("statement", name)

"""One entry that finds a work by all its aliases, in place of one for each."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_PREFIX = "/eli/vn/"


def upgrade() -> None:
    """Add and fill the column; drop the table of aliases, which the works hold too."""
    op.add_column("work", sa.Column("stem", sa.Text(), nullable=True))
    connection = op.get_bind()
    works = sa.text("SELECT work.no, node.id FROM work JOIN node ON node.no = work.no")
    rows = [{"n": no, "s": _stem(identifier)} for no, identifier in connection.execute(works)]
    if rows:
        connection.execute(sa.text("UPDATE work SET stem = :s WHERE no = :n"), rows)
    op.create_index("ix_work_stem", "work", ["stem"], unique=False)
    op.drop_index("ix_work_alias_no_block", table_name="work_alias")
    op.drop_table("work_alias")


def downgrade() -> None:
    """Write the aliases out again."""
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
    connection = op.get_bind()
    works = connection.execute(sa.text("SELECT no, block, aliases FROM work"))
    rows = [
        {"a": alias, "n": no, "b": block}
        for no, block, aliases in works
        for alias in sorted(set(json.loads(aliases or "[]")))
    ]
    if rows:
        connection.execute(sa.text("INSERT INTO work_alias VALUES (:a, :n, :b)"), rows)
    op.drop_index("ix_work_stem", table_name="work")
    op.drop_column("work", "stem")


def _stem(identifier: str) -> str:
    parts = identifier.removeprefix(_PREFIX).split("/")
    return "/".join(parts[0:1] + parts[2:3] + parts[4:])

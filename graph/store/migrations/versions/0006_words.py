"""An index over the words of works on PostgreSQL, as FTS5 is one on SQLite."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Words as they are, without a language's stemming. An entry holds at most 2,046 bytes: a longer
# run of letters, which is no word, is found by its beginning.
_WORDS = (
    r"array_to_tsvector(array_remove(string_to_array("
    r"regexp_replace(words, '(\S{250})\S+', '\1', 'g'), ' '), ''))"
)


def upgrade() -> None:
    """Create the index; other databases have theirs, or none."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"CREATE INDEX ix_work_text_words ON work_text USING gin ({_WORDS})")


def downgrade() -> None:
    """Drop it."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("ix_work_text_words", table_name="work_text")

"""Alembic's entry point: runs in the transaction that graph.store.migrate hands over."""

from __future__ import annotations

from alembic import context

from graph.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()

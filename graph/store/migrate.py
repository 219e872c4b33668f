"""Brings a database to the newest schema, by the migrations that come with the package."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from graph.model.errors import StoreError
from graph.store.engine import WRITER

HEAD = "0006"
_SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Run the migrations that ``engine``'s database lacks.

    StoreError where it is no database, or was written by a newer version.
    """
    try:
        with engine.connect() as connection:
            if _version(connection) == HEAD:
                return
        with engine.connect().execution_options(**{WRITER: True}) as connection, connection.begin():
            _run(connection)
    except (DatabaseError, OperationalError) as error:
        raise StoreError(f"the store cannot be opened: {error.orig}") from error


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def _run(connection: Connection) -> None:
    # Imported here: a store that is up to date does not pay for it at each start.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(f"the store is of another version of Luocdo: {error}") from error

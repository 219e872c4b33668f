"""Migrations make exactly the declared schema; what is no store is refused plainly."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from graph.model.errors import StoreError
from graph.store import migrate, open_store
from graph.store.schema import FULL_TEXT, metadata
from graph.store.writer import Keepers


def _declared(path: Path) -> dict[str, set[str]]:
    """Return the words that make each table and index: a column added later stands at the end."""
    rows = sqlite3.connect(path).execute("SELECT name, sql FROM sqlite_master WHERE sql NOTNULL")
    return {name: set(re.split(r"[,()\s]+", sql.lower())) for name, sql in rows}


def test_migrations_make_the_declared_schema(empty_database, tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'declared.db'}")
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql(FULL_TEXT)
    engine.dispose()
    declared = _declared(tmp_path / "declared.db")
    migrated = _declared(empty_database)
    migrated.pop("alembic_version")
    assert migrated == declared
    with create_engine(f"sqlite:///{empty_database}").connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: not str(name).startswith("work_fts")},
        )
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_one_that_opening_expects():
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [migrate.HEAD]


def test_opening_twice_changes_nothing(database):
    with open_store(database) as first, open_store(database) as second:
        assert list(first.dump()) == list(second.dump()) == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_journal_and_keys_are_on(store):
    with store.writing() as writer:
        cursor = writer._transaction.cursor
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("content", [b"this is no database at all, but long enough" * 50])
def test_what_is_no_database_is_refused(tmp_path, content):
    path = tmp_path / "odd.db"
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        open_store(path)
    assert caught.value.code == "store"
    assert path.read_bytes() == content


@pytest.mark.parametrize("url", ["nodriver://x/y", "sqlite+nope:///x"])
def test_unusable_urls_are_refused(url):
    with pytest.raises(StoreError, match="not a usable database"):
        open_store(url)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(StoreError):
        open_store(tmp_path)


def test_a_newer_store_is_refused(database):
    raw = sqlite3.connect(database)
    with raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(StoreError, match="version"):
        open_store(database)


def test_a_store_in_memory_works_and_goes_away():
    with open_store(":memory:") as store:
        assert store.generation == 0
        assert store.counts()["sources"] == 0


def test_everything_compiles_for_postgresql():
    dialect = postgresql.dialect()
    Keepers(dialect)
    for table in metadata.sorted_tables:
        assert "WITHOUT" not in str(CreateTable(table).compile(dialect=dialect))


def test_aliases_outlive_the_way_they_are_kept(world, database):
    text = world.Text()
    text.mention("39-CT/TW", date="2014-08-18")
    item = text.item()
    with open_store(database) as store:
        world.ingest(store, item)
        before = list(store.dump())
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as connection:
        config = Config()
        scripts = str(Path(migrate.__file__).parent / "migrations")
        config.set_main_option("script_location", scripts)
        config.attributes["connection"] = connection
        command.downgrade(config, "0004")
        kept = connection.exec_driver_sql("SELECT alias FROM work_alias").scalars().all()
    engine.dispose()
    assert kept == ["/eli/vn/tw/-/chi-thi/-/39"]
    with open_store(database) as store:
        assert list(store.dump()) == before
        assert store.locate(kept[0]) == ("/eli/vn/tw/-/chi-thi/2014-08-18/39",)

"""A transaction is all or nothing, whatever ends it, and readers do not wait for it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from graph.model.errors import StoreError
from graph.model.relations import RelationKind
from graph.store import open_store


def plan(world, number="65-KH/TU", directive="39-CT/TW"):
    text = world.Text(f"Về {number}. ")
    own = text.mention(number, date="2015-01-06", issuer="Tỉnh ủy")
    other = text.mention(directive, date="2014-08-18", issuer="Bộ Chính trị")
    again = text.mention(antecedent=other)
    text.says(own, RelationKind.IMPLEMENTS, again, to=("Điều 5", "khoản 2"))
    return text.item()


def test_a_source_comes_back_as_it_went_in(world, store):
    item = plan(world)
    world.ingest(store, item)
    assert store.source(item.source.id) == item.source
    assert store.source("sha256:none") is None
    rows = store.mentions_of(item.source.id)
    assert tuple(row.mention for row in rows) == item.extraction.mentions
    assert [row.root for row in rows] == [0, 1, 1]
    assert rows[1].resolution is not None
    assert rows[1].resolution == rows[2].resolution
    summary = store.sources().items[0]
    assert (summary.id, summary.title, summary.published) == (
        item.source.id, item.source.title, item.source.published,
    )  # fmt: skip


def test_an_exception_leaves_nothing(world, store):
    world.ingest(store, plan(world))
    before, generation = list(store.dump()), store.generation
    other = plan(world, "66-KH/TU")

    def broken() -> None:
        with store.writing() as writer:
            writer.add_source(other.source, other.extraction, other.context, other.actors)
            world.conclude(writer, writer.touched_blocks(other.source.id))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert list(store.dump()) == before
    assert store.generation == generation
    assert world.ingest(store, other) is True


_KILLED = """
import importlib.util, os, signal, sys
spec = importlib.util.spec_from_file_location("tiny", sys.argv[2])
tiny = importlib.util.module_from_spec(spec)
sys.modules["tiny"] = tiny
spec.loader.exec_module(tiny)
text = tiny.Text("Bị giết. ")
text.mention("7-CT/TW", date="2020-01-01")
item = text.item()
store = tiny.open_store(sys.argv[1])
with store.writing() as writer:
    writer.add_source(item.source, item.extraction, item.context, item.actors)
    tiny.conclude(writer, writer.touched_blocks(item.source.id))
    print("written", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_process_leaves_nothing(world, database):
    tiny = Path(__file__).with_name("conftest.py")
    with open_store(database) as store:
        world.ingest(store, plan(world))
        before = list(store.dump())
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED, str(database), str(tiny)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        timeout=60,
    )
    assert (ended.returncode, ended.stdout) == (-signal.SIGKILL, b"written\n"), ended.stderr
    with open_store(database) as store:
        assert list(store.dump()) == before
        assert world.ingest(store, plan(world, "67-KH/TU"))


def test_readers_go_on_beside_a_writer_and_see_only_what_is_committed(world, store):
    item = plan(world)
    with store.writing() as writer:
        writer.add_source(item.source, item.extraction, item.context, item.actors)
        world.conclude(writer, writer.touched_blocks(item.source.id))
        seen = []
        reader = threading.Thread(target=lambda: seen.append(store.counts()["sources"]))
        reader.start()
        reader.join(timeout=5)
        assert seen == [0]
    assert store.counts()["sources"] == 1


def test_writers_take_turns(world, store):
    items = [plan(world, f"{n}-KH/TU") for n in range(1, 13)]
    threads = [
        threading.Thread(target=lambda some=items[at::3]: [world.ingest(store, i) for i in some])
        for at in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert store.counts()["sources"] == len(items)
    edges = store.edges(["/eli/vn/tw/-/chi-thi/2014-08-18/39"], outgoing=False)
    assert len(edges) == len(items)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_foreign_keys_hold(world, store, database):
    world.ingest(store, plan(world))
    raw = sqlite3.connect(database)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.execute("PRAGMA foreign_keys = ON")
    for table in ("source", "node", "form", "relation"):
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(f"DELETE FROM {table}")
    raw.close()

    def dangling() -> None:
        with store.writing() as writer:
            cursor = writer._transaction.cursor
            cursor.execute("INSERT INTO relation_evidence VALUES (99, 99, 99)")

    with pytest.raises(StoreError, match="FOREIGN KEY"):
        dangling()


def test_generations_tell_what_changed(world, store):
    start = store.generation
    world.ingest(store, plan(world))
    first = store.changed_since(start)
    assert first == {
        "/eli/vn/tw/-/ke-hoach/2015-01-06/65", "/eli/vn/tw/-/chi-thi/2014-08-18/39",
        "/org/vn/tw/tinh-uy", "/org/vn/tw/bo-chinh-tri",
    }  # fmt: skip
    between = store.generation
    assert between > start
    assert store.changed_since(between) == set()
    world.ingest(store, plan(world, "66-KH/TU"))
    changed = store.changed_since(between)
    assert changed is not None
    assert "/eli/vn/tw/-/ke-hoach/2015-01-06/66" in changed
    assert "/eli/vn/tw/-/ke-hoach/2015-01-06/65" not in changed
    assert store.changed_since(store.generation + 1) is None


def test_generations_out_of_the_log_say_read_all(world, store, monkeypatch):
    from graph.store import changes

    monkeypatch.setattr(changes, "KEPT_GENERATIONS", 2)
    monkeypatch.setattr(changes, "_TRIM_EVERY", 1)
    for n in range(1, 6):
        world.ingest(store, plan(world, f"{n}-KH/TU"))
    assert store.changed_since(0) is None
    assert store.changed_since(store.generation - 1)


def test_relations_follow_a_work_that_gets_another_id(world, store):
    vague = world.Text()
    own = vague.mention("65-KH/TU")
    vague.says(own, RelationKind.IMPLEMENTS, vague.mention("39-CT/TW"))
    world.ingest(store, vague.item())
    assert [e.target for e in store.edges(["/eli/vn/tw/-/ke-hoach/-/65"], outgoing=True)] == [
        "/eli/vn/tw/-/chi-thi/-/39"
    ]
    dated = world.Text()
    dated.mention("39-CT/TW", date="2014-08-18")
    world.ingest(store, dated.item())
    (edge,) = store.edges(["/eli/vn/tw/-/ke-hoach/-/65"], outgoing=True)
    assert edge.target == "/eli/vn/tw/-/chi-thi/2014-08-18/39"
    assert store.edges(["/eli/vn/tw/-/chi-thi/-/39"], outgoing=False) == []
    rival = world.Text()
    rival.mention("39-CT/TW", date="2019-11-01")
    world.ingest(store, rival.item())  # now the first text is ambiguous
    assert store.edges(["/eli/vn/tw/-/ke-hoach/-/65"], outgoing=True) == []
    assert store.counts()["resolutions"]["ambiguous"] == 1


def test_a_text_without_anything_is_kept(world, store):
    item = world.Text("Không có gì.").item()
    assert world.ingest(store, item)
    assert store.mentions_of(item.source.id) == ()
    assert store.counts()["sources"] == 1

"""kill -9 during ingest, again and again: ``python -m benchmarks.crash [KILLS]`` (default 100).

A process takes texts in by small batches, tells of each that is committed, and lets the RDF
dataset follow. It is killed at a random moment. Then, every time: the database is whole, every
text that was told of is there, and the dataset, once opened again, holds what SQL holds, quad by
quad. At the end the graph is that of the same texts read in one go.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from pyoxigraph import Store as Memory

from graph.export.rdf.dataset import Dataset, quads_of
from graph.export.sparql.view import SparqlView, make_sparql
from graph.model.seeding import load_registry
from graph.model.sources import SourceText
from graph.pipeline import make_pipeline
from graph.reading import make_source
from graph.store import Store, open_store

BASE = "http://127.0.0.1:8000"
BATCH = 4
REGISTRY = load_registry()


def texts(first: int) -> Iterator[SourceText]:
    """Texts without end; many of them name the same documents."""
    number = first
    while True:
        known = number % 50 + 1
        yield make_source(
            f"Tỉnh ủy ban hành Kế hoạch số {number}-KH/TU, ngày 06/01/2015 của Ban Thường vụ Tỉnh "
            f"ủy về thực hiện Chỉ thị số {known}-CT/TW, ngày 18/8/2014 của Bộ Chính trị; thay thế "
            f"Kế hoạch số {max(1, number - 1)}-KH/TU ngày 06/01/2015.",
            f"{number}.txt", place="Sóc Trăng", publisher="Báo Sóc Trăng",
        )  # fmt: skip
        number += 1


def opened(folder: Path) -> tuple[Store, SparqlView]:
    store = open_store(folder / "luocdo.db")
    return store, make_sparql(store, REGISTRY, folder / "sparql", BASE, warm=0)


def write(folder: Path, told: int, first: int) -> None:
    """Take texts in until killed; tell of each that is kept."""
    store, view = opened(folder)
    for count, done in enumerate(
        make_pipeline(REGISTRY, store).ingest_many(texts(first), BATCH), start=1
    ):
        os.write(told, f"{done.source_id}\n".encode())
        if count % BATCH == 0:
            view.refresh()


def verify(folder: Path, told: set[str]) -> None:
    """AssertionError where anything is lost, half-written or different in RDF."""
    with sqlite3.connect(folder / "luocdo.db") as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
        kept = {row[0] for row in connection.execute("SELECT id FROM source")}
    assert told <= kept, f"{len(told - kept)} texts were told of and are lost"
    store, view = opened(folder)
    view.refresh()
    live = view._derived.store
    assert live is not None
    expected = Memory()  # Oxigraph keeps some numbers in a form of its own, here as there
    expected.extend(q for g in Dataset(store, REGISTRY, BASE).graphs() for q in quads_of(g))
    in_rdf, in_sql = set(map(str, live)), set(map(str, expected))
    assert in_rdf == in_sql, f"{len(in_rdf ^ in_sql)} quads differ"
    view.close()
    store.close()


def same_as_in_one_go(folder: Path) -> None:
    with open_store(folder / "luocdo.db") as store, open_store(":memory:") as fresh:
        pipeline = make_pipeline(REGISTRY, fresh)
        pipeline.prepare()
        count = store.counts()["sources"]
        rest = (store.source(one.id) for one in store.sources(limit=count).items)
        for _ in pipeline.ingest_many(one for one in rest if one is not None):
            pass
        assert list(store.dump()) == list(fresh.dump()), "the graph is not that of its texts"


def forked(work: Callable[[], None]) -> int:
    """Start ``work`` in a process of its own; return its id."""
    process = os.fork()
    if process:
        return process
    try:
        work()
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def killed(folder: Path, first: int, delay: float, *, early: bool) -> set[str]:
    """Run a writer, kill it ``delay`` seconds after its first word, or ``early`` after its start.

    Returns what it told of.
    """
    reading, writing = os.pipe()
    process = forked(lambda: write(folder, writing, first))
    os.close(writing)
    data = b"" if early else os.read(reading, 1 << 16)
    time.sleep(delay)
    os.kill(process, signal.SIGKILL)
    while part := os.read(reading, 1 << 16):
        data += part
    os.close(reading)
    os.waitpid(process, 0)
    return {line for line in data.decode().split("\n")[:-1] if line}


def main(kills: int, seed: int = 7) -> int:
    """Return the number of texts that were taken in."""
    chance = random.Random(seed)
    told: set[str] = set()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _in_a_process(lambda: _prepare(folder))
        begun = time.monotonic()
        for kill in range(1, kills + 1):
            told |= killed(folder, len(told), chance.uniform(0, 0.4), early=chance.random() < 0.2)
            _in_a_process(partial(verify, folder, set(told)))
            print(f"\r{kill} kills, {len(told)} texts told of, none lost", end="", flush=True)
        _in_a_process(lambda: same_as_in_one_go(folder))

    print(f"; SQL and RDF equal after each ({time.monotonic() - begun:.0f} s)")
    return len(told)


def _prepare(folder: Path) -> None:
    with open_store(folder / "luocdo.db") as store:
        make_pipeline(REGISTRY, store).prepare()


def _in_a_process(work: Callable[[], None]) -> None:
    """Databases stay closed here: what is open is not to be forked."""
    _, status = os.waitpid(forked(work), 0)
    if status:
        raise SystemExit("a check failed: see above")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)

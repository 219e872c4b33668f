"""Lineage in a large store: ``python -m benchmarks.scale [WORKS] [DATABASE]`` (100,000 works).

Writes WORKS works and five times as many relations straight into the tables (some works are
famous: most relations lead to few), and states how long lineages of depth 3 take: from Python, as
percentiles over random works, and over the famous ones. DATABASE is kept and used again.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from graph.lineage import due, lineage, wanted
from graph.lineage.audit import Place, portion
from graph.model.seeding import load_registry
from graph.pipeline import make_pipeline
from graph.store import Store, open_store

RELATIONS_EACH = 5
KINDS = ("implements", "based_on", "details", "guides", "amends", "cites", "replaces")
ASKED = 300


def generate(path: Path, works: int) -> None:
    """Fill a new store; the tables' own defaults and the columns' names are read from it."""
    registry = load_registry()
    with open_store(path) as store:
        make_pipeline(registry, store).prepare()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        first = connection.execute("SELECT max(no) FROM node").fetchone()[0] + 1
        issuers = [row[0] for row in connection.execute("SELECT no FROM body LIMIT 40")]
        _insert(connection, "node", ({"no": first + i, "id": _id(i)} for i in range(works)))
        _insert(connection, "work", (_work(first + i, i, issuers) for i in range(works)))
        _insert(connection, "relation", _relations(first, works))
        connection.execute("UPDATE progress SET generation = generation + 1")
        connection.commit()
        connection.execute("ANALYZE")


def _id(i: int) -> str:
    return f"/eli/vn/tw/bench/quyet-dinh/{1990 + i % 36}-01-01/{i}"


def _work(no: int, i: int, issuers: list[int]) -> dict[str, Any]:
    return {
        "no": no, "block": f"n:{i}-{1990 + i % 36}-qd-bench", "type": "quyet-dinh",
        "number": f"{i}/{1990 + i % 36}/QĐ-BENCH", "number_key": f"{i}-{1990 + i % 36}-qd-bench",
        "ordinal": str(i), "signed_on": f"{1990 + i % 36}-01-01", "place": "tw",
        "issuer_no": issuers[i % len(issuers)], "standing": "cited-only", "shadowed": 0,
    }  # fmt: skip


def _relations(first: int, works: int) -> Iterator[dict[str, Any]]:
    """Yield relations; the few works at the beginning are acted on by very many."""
    chance = random.Random(7)
    for i in range(works):
        targets: set[tuple[str, int]] = set()
        while len(targets) < min(RELATIONS_EACH, works - 1):
            target = int(works * chance.random() ** 3)
            if target != i:
                targets.add((chance.choice(KINDS), target))
        for kind, target in sorted(targets):
            yield {"source_no": first + i, "kind": kind, "target_no": first + target}


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any]]) -> None:
    """Insert rows by name; what must not be null and is not said is empty."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    key = {"no"} if table == "relation" else set()
    told = [
        (name, bool(needed), kind) for _, name, kind, needed, _, _ in columns if name not in key
    ]
    marks = ", ".join("?" * len(told))
    sql = f"INSERT INTO {table} ({', '.join(name for name, _, _ in told)}) VALUES ({marks})"

    def cells() -> Iterator[tuple[Any, ...]]:
        for row in rows:
            yield tuple(
                row.get(name, (0 if kind.upper() == "INTEGER" else "") if needed else None)
                for name, needed, kind in told
            )

    connection.executemany(sql, cells())


def timed(store: Store, roots: list[str], **scope: Any) -> list[tuple[float, float]]:
    """Return wall and processor milliseconds of each."""
    taken = []
    for root in roots:
        begun, busy = time.perf_counter(), time.process_time()
        lineage(store, root, **scope)
        taken.append(((time.perf_counter() - begun) * 1000, (time.process_time() - busy) * 1000))
    return taken


def stated(what: str, taken: list[tuple[float, float]]) -> None:
    told = []
    for column in zip(*taken, strict=True):
        row = sorted(column)
        told.append(f"p50 {row[len(row) // 2]:7.2f}  p99 {row[int(len(row) * 0.99)]:7.2f}")
    print(f"{what:30} {told[0]} ms   of the processor {told[1]} ms", flush=True)


def measure(path: Path, works: int) -> None:
    chance = random.Random(11)
    with open_store(path) as store:
        roots = [_id(chance.randrange(works)) for _ in range(ASKED)]
        famous = [_id(i) for i in range(20)]
        timed(store, roots[:10], depth=3)
        for direction in ("up", "down", "both"):
            taken = timed(store, roots, direction=direction, depth=3, limit=2000, sentences_each=0)
            stated(f"depth 3, {direction}", taken)
        taken = timed(store, famous, direction="both", depth=3, limit=2000, sentences_each=0)
        stated("depth 3, both, the most cited", taken)
        stated("depth 1, both", timed(store, roots, depth=1, sentences_each=0))
        registry = load_registry()
        asked: list[tuple[str, Callable[[], object]]] = [
            ("the want-list", partial(wanted, store, registry)),
            ("reviews due", partial(due, store, registry, date.today())),
        ]
        for part in (0, 2, 4):  # quarters of the store
            place = Place(works * part // 4)
            audited = partial(portion, store, registry, place)
            asked.append((f"the audit, 20 findings from {place.number}", audited))
            quiet = partial(audited, rules=["two-replacers", "dead-target", "conflict"])
            asked.append((f"the audit, 3 rules from {place.number}", quiet))
        for what, ask in asked:
            begun, busy = time.perf_counter(), time.process_time()
            ask()
            wall, spent = time.perf_counter() - begun, time.process_time() - busy
            print(f"{what:36} {wall:.1f} s, {spent:.1f} s of the processor", flush=True)


def main(works: int, given: Path | None) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        path = given or Path(temporary) / "scale.db"
        if not path.exists():
            begun = time.monotonic()
            generate(path, works)
            print(f"generated in {time.monotonic() - begun:.0f} s")
        size = path.stat().st_size / 1e6
        print(f"{works} works, {works * RELATIONS_EACH} relations, {size:.0f} MB")
        measure(path, works)


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 100_000,
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,
    )

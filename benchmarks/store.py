"""How fast the store takes texts in: ``python -m benchmarks.store [TEXTS]``. Processor time.

Baseline, in the same run: plain sqlite3 ``executemany`` of the very rows that came out, into the
same tables with the same indexes, in one transaction. It decides nothing, looks nothing up and
knows all rows beforehand, so it bounds from below what any store on SQLite can cost.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from graph.lineage import lineage
from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.numbers import DocumentNumber
from graph.model.relations import RelationKind, Statement
from graph.model.resolutions import Conclusion, Context, Evidence, Resolved
from graph.model.sources import SourceText
from graph.model.spans import Span
from graph.store import Store, open_store

SENTENCE = "Ban Thường vụ Tỉnh ủy ban hành Kế hoạch thực hiện Chỉ thị của Bộ Chính trị. "
TEXT = SENTENCE * 18  # about 1,400 characters, as a short news item
BATCH = 64
ISSUER = Body("/org/vn/tw/bct", "Bộ Chính trị", "central", "party", "tw")


def texts(count: int, known: int) -> Iterator[tuple[SourceText, Extraction]]:
    """A plan of its own in each text, that implements and cites some of ``known`` directives."""
    chance = random.Random(7)
    for i in range(count):
        famous = [f"{chance.randrange(known) + 1}-CT/TW" for _ in range(3)]
        numbers = [f"{i + 1}-KH/TU", *famous]
        mentions = tuple(mention(at, number) for at, number in enumerate(numbers))
        statements = tuple(statement(at) for at in (1, 2, 3))
        source = SourceText(f"sha256:{i:064x}", f"{i} {TEXT}", f"{i}.txt", title="Tin")
        yield source, Extraction(mentions, statements)


def mention(at: int, number: str) -> Mention:
    parsed = DocumentNumber.parse(number)
    span = Span(at * 80, at * 80 + len(number))
    return Mention(
        span, number, MentionKind.NUMBERED, type=parsed.type_code, number=parsed,
        date=PartialDate(2014, 8, 18), issuer="Bộ Chính trị", number_span=span,
    )  # fmt: skip


def statement(at: int) -> Statement:
    kind = RelationKind.IMPLEMENTS if at == 1 else RelationKind.CITES
    return Statement(kind, 0, at, Span(0, 9), Span(at * 80, at * 80 + 79), "bench", 0.9)


def conclusion(block: str, evidence: tuple[Evidence, ...]) -> Conclusion:
    one = evidence[0].mention
    identifier = f"/eli/vn/tw/bct/chi-thi/2014-08-18/{block[2:]}"
    work = Work(
        identifier, one.type, str(one.number), None, ISSUER.id, one.date, "XI", "tw",
        "Về tăng cường công tác bảo vệ chính trị nội bộ", Standing.CITED, block,
    )  # fmt: skip
    means = Resolved(identifier, "số và ngày đều khớp", 0.9)
    return Conclusion((work,), (ISSUER,), {(e.context.source, e.index): means for e in evidence})


def ingest(store: Store, some: Iterable[tuple[SourceText, Extraction]]) -> None:
    """Take texts in within one transaction; each block that they touch is concluded once."""
    with store.writing() as writer:
        blocks: set[str] = set()
        for source, extraction in some:
            writer.add_source(source, extraction, Context(source.id, None, None), {})
            blocks.update(writer.touched_blocks(source.id))
        for block in sorted(blocks):
            writer.conclude({block: conclusion(block, writer.evidence(block))})
        writer.relate(blocks)


def together(made: list[tuple[SourceText, Extraction]]) -> float:
    """Seconds to take everything in by transactions of BATCH texts."""
    with open_store(":memory:") as store:
        begun = time.process_time()
        for start in range(0, len(made), BATCH):
            ingest(store, made[start : start + BATCH])
        return time.process_time() - begun


def baseline(path: Path, copy: Path) -> float:
    """Seconds to insert the rows of ``path`` into ``copy``."""
    filled, empty = sqlite3.connect(path), sqlite3.connect(copy)
    empty.execute("PRAGMA journal_mode = WAL")
    empty.execute("PRAGMA synchronous = NORMAL")
    tables = "SELECT name, sql FROM sqlite_master WHERE sql NOTNULL AND name NOT GLOB 'work_fts_*'"
    for _, sql in filled.execute(tables):
        empty.execute(sql)
    listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'work_fts*'"
    rows = {n: filled.execute(f"SELECT * FROM {n}").fetchall() for (n,) in filled.execute(listed)}
    begun = time.process_time()
    with empty:
        for name, found in rows.items():
            marks = ",".join("?" * len(found[0])) if found else ""
            empty.executemany(f"INSERT INTO {name} VALUES ({marks})", found) if found else None
        empty.execute("INSERT INTO work_fts (rowid, words) SELECT no, words FROM work_text")
    return time.process_time() - begun


def main(count: int, known: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with open_store(path) as store:
            made = list(texts(count, known))
            marks = [time.process_time()]
            for i, one in enumerate(made, start=1):
                ingest(store, [one])
                if i % (count // 4) == 0:
                    marks.append(time.process_time())
            taken = marks[-1] - marks[0]
            quarters = [count / 4 / (b - a) for a, b in pairwise(marks)]
            relations = sum(store.counts()["relations"].values())
            root = store.search("KH 1", limit=1).items[0].id
            begun = time.process_time()
            for _ in range(20):
                lineage(store, root, depth=3)
            asked = (time.process_time() - begun) / 20
        floor = baseline(path, Path(folder) / "copy.db")
        size = path.stat().st_size
    print(f"{count} texts, each citing 3 of {known} directives: {relations} relations, "
          f"{size / count:.0f} bytes a text")  # fmt: skip
    by_quarter = ", ".join(f"{rate:.0f}" for rate in quarters)
    print(f"store     {count / taken:8.0f} texts/s  (by quarter: {by_quarter})")
    print(f"batched   {count / together(made):8.0f} texts/s  ({BATCH} texts a transaction)")
    print(f"baseline  {count / floor:8.0f} texts/s  (sqlite3 executemany of the same rows)")
    print(f"ratio     {taken / floor:8.2f} times the baseline's time")
    print(f"lineage   {asked * 1000:8.2f} ms (depth 3, both ways, with sentences)\n")


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    for directives in (size, 30):
        main(size, directives)

"""How many articles a second the whole pipeline takes in: ``python benchmarks/ingest.py``.

Processor time on one core: text → mentions → store → graph, in batches as ``luocdo ingest`` takes
them, into a new SQLite file. The articles are ../shared/data/news (they were chosen because they
name documents); where that is absent, generated ones of 2,500 characters.

Baselines in the same run: extraction alone; and plain sqlite3 ``executemany`` of the very rows
that came out (see store.py). Ingest cannot take less time than the two together.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.growth import texts
from benchmarks.store import baseline
from graph.extraction import make_extractor
from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.model.sources import SourceText
from graph.pipeline import make_pipeline
from graph.reading import make_source
from graph.store import open_store
from service.heap import keep_loaded

NEWS = Path(__file__).resolve().parents[2] / "shared" / "data" / "news" / "articles.jsonl"
_PADDING = "Hội nghị đã nghe và thảo luận nhiều ý kiến về công tác của địa phương. "


def articles() -> list[SourceText]:
    """Return the texts, each with a day; none is read yet."""
    if not NEWS.exists():
        return [
            make_source(one.text + _PADDING * 33, one.origin, published=one.published)
            for one in texts(1500)
        ]
    rows = map(json.loads, NEWS.read_text("utf-8").splitlines())
    return [
        make_source(row["text"], row["id"], published=PartialDate(2016 + at % 4, 1 + at % 12))
        for at, row in enumerate(rows)
    ]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds that ``work`` takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Measure and print."""
    registry, some = load_registry(), articles()
    extractor = make_extractor(registry)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with open_store(path) as store:
            pipeline = make_pipeline(registry, store)
            pipeline.prepare()
            keep_loaded()  # as the command does
            taken = seconds(lambda: list(pipeline.ingest_many(some)))
        alone = seconds(lambda: [extractor.extract(one.text) for one in some])
        floor = baseline(path, Path(folder) / "copy.db")
    size = sum(len(one.text) for one in some) / len(some)
    print(f"{len(some)} articles of {size:.0f} characters")
    print(f"ingest      {len(some) / taken:8.0f} articles/s")
    print(f"extraction  {len(some) / alone:8.0f} articles/s alone")
    print(f"rows        {len(some) / floor:8.0f} articles/s (sqlite3 executemany of the same rows)")
    print(f"ratio       {taken / (alone + floor):8.2f} times extraction and rows together")


if __name__ == "__main__":
    main()

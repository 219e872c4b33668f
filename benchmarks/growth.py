"""What the next source costs as the store grows: ``python benchmarks/growth.py [SOURCES]``.

Generates short texts and ingests them. At each mark some are taken in one by one, each in its own
transaction, between the marks the others by batches; printed are processor milliseconds a source
of either kind, and what they are of those at the first mark, a hundredth of the way.

Each text has a number of its own, names a plan that few others name, and one of a few documents
that very many name: with its date and without, by number, by name and for short. The texts are
written on any day of ten years in any of six provinces, so that what famous documents are called
by differs in thousands of ways.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.model.sources import SourceText
from graph.pipeline import make_pipeline
from graph.reading import make_source
from graph.store import open_store

FAMOUS = (
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
    "Chỉ thị số 05-CT/TW của Bộ Chính trị",
    "Chỉ thị 05-CT/TW ngày 15/5/2016",
    "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
    "Nghị định 30/2020/NĐ-CP",
    "Luật Đất đai",
    "Luật Đất đai năm 2024",
    "Nghị quyết 57",
)
PLACES = ("Sóc Trăng", "Nghệ An", "Hà Nội", "Đồng Nai", "Gia Lai", "Thanh Hóa")
STRETCHES = 10
ALONE = 400  # sources at a mark that are taken in one by one


def texts(count: int) -> Iterator[SourceText]:
    """Yield ``count`` texts, the same ones in every run."""
    dice = random.Random(1)
    for number in range(count):
        day, month, year = dice.randint(1, 28), dice.randint(1, 12), dice.randint(2016, 2025)
        place = dice.choice(PLACES)
        plan = dice.randint(1, 999)
        text = (
            f"Bài {number}. UBND tỉnh ban hành Kế hoạch số {plan}/KH-UBND ngày "
            f"{plan % 28 + 1}/{plan % 12 + 1}/{year} thực hiện {dice.choice(FAMOUS)}. "
            f"Quyết định số {number}/QĐ-TTg ngày {day}/{month}/{year} của Thủ tướng Chính phủ."
        )
        yield make_source(
            text, f"text-{number}", published=PartialDate(year, month, day), place=place
        )


def main() -> None:
    """Ingest and print the curve."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    sources = texts(count + ALONE)
    marks = [count // 100, *(count * step // STRETCHES for step in range(1, STRETCHES + 1))]
    first = last = (0.0, 0.0)
    done = 0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "growth.db") as store:
        pipeline = make_pipeline(load_registry(), store)
        pipeline.prepare()
        for mark in marks:
            if mark <= done:
                continue
            together = _cost(pipeline.ingest_many, islice(sources, mark - done))
            alone = _cost(lambda some: map(pipeline.ingest, some), islice(sources, ALONE))
            done = mark + ALONE
            last = (alone, together)
            first = last if mark == marks[0] else first
            print(
                f"{mark:>8} sources before  {alone:6.2f} ms alone ({alone / first[0]:4.2f})"
                f"  {together:6.2f} ms in batches ({together / first[1]:4.2f})",
                flush=True,
            )
    print(f"ratio     {last[0] / first[0]:8.2f} (alone, last mark to first)")
    print(f"ratio     {last[1] / first[1]:8.2f} (in batches, last stretch to first)")


def _cost(
    take: Callable[[Iterable[SourceText]], Iterable[object]], some: Iterable[SourceText]
) -> float:
    """Return processor milliseconds a source; the texts are made before the clock starts."""
    ready = list(some)
    began = time.process_time()
    for _ in take(ready):
        pass
    return (time.process_time() - began) * 1000 / max(1, len(ready))


if __name__ == "__main__":
    main()

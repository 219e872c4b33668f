"""What the next source costs as the store grows: ``python benchmarks/growth.py [SOURCES]``.

Generates short texts, ingests them one by one, each in its own transaction, and prints processor
milliseconds a source for each stretch against the first stretch of the same run; at the end the
last against the first. A tenth of the sources is read before the first stretch begins, for an
empty store is no measure of a full one.

Each text has a number of its own, names a plan that few others name, and one of four documents
that very many name: with its date and without, by number, by name and for short. The texts are
written on any day of ten years in any of six provinces, so that what famous documents are called
by differs in thousands of ways.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graph.model.dates import PartialDate
from graph.model.registry import load_registry
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
STRETCHES = 18


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
    sources = texts(count)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "growth.db") as store:
        pipeline = make_pipeline(load_registry(), store)
        pipeline.prepare()
        done = sum(1 for source in islice(sources, count // 10) if pipeline.ingest(source))
        costs: list[float] = []
        while some := list(islice(sources, max(1, (count - count // 10) // STRETCHES))):
            began = time.process_time()
            for source in some:
                pipeline.ingest(source)
            costs.append((time.process_time() - began) * 1000 / len(some))
            done += len(some)
            ratio = f"{costs[-1] / costs[0]:4.2f} of the first"
            print(f"{done:>8} sources  {costs[-1]:6.2f} ms each  {ratio}", flush=True)
    print(f"ratio     {costs[-1] / costs[0]:8.2f} (last stretch to first)")


if __name__ == "__main__":
    main()

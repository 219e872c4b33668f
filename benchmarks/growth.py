"""What the next source costs as the store grows: ``python benchmarks/growth.py [SOURCES]``.

Generates short texts that cite a few famous documents and many rare ones, ingests them one by one
and prints milliseconds a source for each stretch, against the first stretch of the same run.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
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
    "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
    "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
    "Luật Đất đai năm 2024",
)
PLACES = ("Sóc Trăng", "Nghệ An", "Hà Nội", "Đồng Nai", "Gia Lai", "Thanh Hóa")
STRETCHES = 20


def texts(count: int) -> Iterator[SourceText]:
    """Yield ``count`` texts, the same ones in every run."""
    dice = random.Random(1)
    for number in range(count):
        day, month, year = dice.randint(1, 28), dice.randint(1, 12), dice.randint(2021, 2025)
        place = dice.choice(PLACES)
        rare = f"Kế hoạch số {dice.randint(1, 999)}/KH-UBND ngày {day}/{month}/{year}"
        text = (
            f"Bài {number}. UBND tỉnh ban hành {rare} thực hiện {dice.choice(FAMOUS)}. "
            f"Quyết định số {number}/QĐ-TTg ngày {day}/{month}/{year} của Thủ tướng Chính phủ."
        )
        yield make_source(text, f"text-{number}", published=PartialDate(2025, 12, 31), place=place)


def main() -> None:
    """Ingest and print the curve."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    stretch = max(1, count // STRETCHES)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "growth.db") as store:
        pipeline = make_pipeline(load_registry(), store)
        pipeline.prepare()
        first = None
        began = time.process_time()
        for number, source in enumerate(texts(count), start=1):
            pipeline.ingest(source)
            if number % stretch == 0:
                spent = (time.process_time() - began) * 1000 / stretch
                first = first or spent
                ratio = f"{spent / first:4.2f} of the first"
                print(f"{number:>8} sources  {spent:6.2f} ms each  {ratio}", flush=True)
                began = time.process_time()


if __name__ == "__main__":
    main()

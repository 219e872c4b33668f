"""What the next source costs as the store grows: ``python benchmarks/growth.py [SOURCES [FILE]]``.

Generates short texts and ingests them. At each mark some are taken in one by one, each in its own
transaction, between the marks the others by batches; printed are processor milliseconds a source of
either kind, beside what extraction alone takes of a text at that moment: the machine's own pace
changes with what else runs on it, so that ratios are given of what is above extraction, too. The
first mark has a thousand sources, or a hundredth of the way where that is more; FILE gets the
curve as tab-separated values.

What a text is made of: a decision of its own that no other names; a local plan, one of 60,000 by
number, year and province; a decree drawn by Zipf's law from 100,000, so that some are named very
often and new ones never stop coming, dated or not, with all its title, a part of it or none; and
one of the documents that everybody names, by number, by name and for short. Texts are written on
any day of ten years in six provinces, one in eight without saying where: what famous documents are
called by differs in thousands of ways.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graph.extraction import Extractor, make_extractor
from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.model.sources import SourceText
from graph.pipeline import Pipeline, make_pipeline
from graph.reading import make_source
from graph.store import open_store
from service.heap import keep_loaded

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
SUBJECTS = (
    "công tác văn thư", "quản lý đất đai", "phòng cháy", "hộ tịch", "lưu trữ", "khen thưởng",
    "bảo vệ môi trường",
)  # fmt: skip
DECREES = 100_000
STRETCHES = 10
# Sources at a mark that are measured: one by one, and in batches.
ALONE, BATCHED = 500, 2048


def texts(count: int) -> Iterator[SourceText]:
    """Yield ``count`` texts, the same ones in every run."""
    dice = random.Random(1)
    for number in range(count):
        day, month, year = dice.randint(1, 28), dice.randint(1, 12), dice.randint(2016, 2025)
        where, plan = dice.randrange(len(PLACES)), dice.randint(1, 999)
        place = PLACES[where] if dice.random() < 7 / 8 else None
        of_plan = (plan * 5 + where * 71 + year) % 336  # each province's has its own day
        text = (
            f"Bài {number}. UBND tỉnh ban hành Kế hoạch số {plan}/KH-UBND ngày "
            f"{of_plan % 28 + 1}/{of_plan // 28 + 1}/{year} thực hiện {dice.choice(FAMOUS)}. "
            f"Căn cứ {_decree(dice, year)}. "
            f"Quyết định số {number}/QĐ-TTg ngày {day}/{month}/{year} của Thủ tướng Chính phủ."
        )
        yield make_source(
            text, f"text-{number}", published=PartialDate(year, month, day), place=place
        )


def _decree(dice: random.Random, written: int) -> str:
    """Name a decree: the n-th is named as often as the first by one in n."""
    rank = int(DECREES ** dice.random())
    number, year = rank % 200 + 1, min(2025 - rank // 200 % 20, written)
    words = [SUBJECTS[rank // step % len(SUBJECTS)] for step in (1, 7, 49)]
    day = f" ngày {number % 28 + 1}/{number % 12 + 1}/{year}" if dice.random() < 0.5 else ""
    title = " ".join(words[: dice.randint(0, 3)])
    return f"Nghị định số {number}/{year}/NĐ-CP{day} của Chính phủ" + f" về {title}" * bool(title)


def main() -> None:
    """Ingest, and print and keep the curve."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    registry = load_registry()
    curve = []
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "growth.db") as store:
        pipeline = make_pipeline(registry, store)
        pipeline.prepare()
        keep_loaded()  # as the command does
        for at in _measured(pipeline, make_extractor(registry), count):
            curve.append(at)
            print(at.against(curve[0]), flush=True)
    if len(sys.argv) > 2:
        rows = ("\t".join(map(str, at)) for at in curve)
        Path(sys.argv[2]).write_text("\n".join(("\t".join(Mark._fields), *rows, "")), "utf-8")


class Mark(NamedTuple):
    """Processor milliseconds a source, with ``sources`` in the store before."""

    sources: int
    alone: float
    batched: float
    extraction: float

    def against(self, first: Mark) -> str:
        """Return a line of the curve, with ratios to the first mark."""
        above = [
            (mine - self.extraction) / (its - first.extraction)
            for mine, its in ((self.alone, first.alone), (self.batched, first.batched))
        ]
        return (
            f"{self.sources:>8} sources before"
            f"  {self.alone:5.2f} ms alone ({self.alone / first.alone:4.2f}; {above[0]:4.2f})"
            f"  {self.batched:5.2f} ms in batches ({self.batched / first.batched:4.2f};"
            f" {above[1]:4.2f})  {self.extraction:5.2f} ms extraction"
        )


def _measured(pipeline: Pipeline, extractor: Extractor, count: int) -> Iterator[Mark]:
    sources = texts(count + ALONE + BATCHED)
    start = max(1000, count // 100)
    done = 0
    for mark in (start, *(count * step // STRETCHES for step in range(1, STRETCHES + 1))):
        if mark < done:
            continue
        for _ in pipeline.ingest_many(islice(sources, mark - done)):
            pass
        some = list(islice(sources, BATCHED))
        extraction = _cost(lambda some: (extractor.extract(one.text) for one in some), some)
        batched = _cost(pipeline.ingest_many, some)
        alone = _cost(lambda some: map(pipeline.ingest, some), list(islice(sources, ALONE)))
        done = mark + BATCHED + ALONE
        yield Mark(mark, *(round(one, 3) for one in (alone, batched, extraction)))


def _cost(
    take: Callable[[Iterable[SourceText]], Iterable[object]], some: Sequence[SourceText]
) -> float:
    """Return processor milliseconds a source."""
    began = time.process_time()
    for _ in take(some):
        pass
    return (time.process_time() - began) * 1000 / len(some)


if __name__ == "__main__":
    main()

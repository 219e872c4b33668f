"""Speed of reading plain text against bytes.decode alone, over ../shared/data. One core."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from graph.model.seeding import load_registry
from graph.reading import SourceReader

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def gazette() -> list[bytes]:
    return [path.read_bytes() for path in sorted((DATA / "congbao").glob("*.txt"))]


def news() -> list[bytes]:
    with (DATA / "news" / "articles.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line)["text"].encode() for line in lines]


def best(read: Callable[[bytes], object], texts: list[bytes], rounds: int = 3) -> float:
    """Return the seconds of the quickest of ``rounds`` runs over all texts."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for text in texts:
            read(text)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    if not DATA.exists():
        sys.exit(f"no data: {DATA} is not here")
    reader = SourceReader(load_registry())
    for name, texts in (("gazette", gazette()), ("news", news())):
        characters = sum(len(text.decode()) for text in texts)
        plain = best(lambda data: data.decode(), texts)
        whole = best(lambda data: reader.read_bytes(data, "x.txt"), texts)
        print(
            f"{name:8} {len(texts):5} texts  {characters / whole:12,.0f} characters/s  "
            f"{len(texts) / whole:7,.0f} texts/s  {whole / plain:5.1f} x bytes.decode"
        )


if __name__ == "__main__":
    main()

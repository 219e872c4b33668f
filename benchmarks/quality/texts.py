"""Where the texts are that quality is measured on, and how one text is read."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from compiled import stale
from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.model.seeding import load_registry
from graph.pipeline import Reader, make_reader
from graph.reading import SourceReader

SHARED = Path(__file__).resolve().parents[3] / "shared"
DATA = SHARED / "data"
GOLD = Path(__file__).resolve().parents[1] / "gold"
RESULTS = Path(__file__).resolve().parents[1] / "results"

Row = dict[str, Any]


@cache
def registry() -> Registry:
    if stale():
        sys.exit("changed after it was compiled: make compiled, or python compiled.py --plain")
    return load_registry()


@cache
def reader() -> Reader:
    return make_reader(registry())


@cache
def source_reader() -> SourceReader:
    return SourceReader(registry())


def read(text: str, origin: str = "bench", **circumstances: Any) -> Row:
    """Return what the service answers about ``text`` alone; ``published`` may be an ISO string."""
    if isinstance(circumstances.get("published"), str):
        circumstances["published"] = PartialDate.parse(circumstances["published"])
    return reader().references(source_reader().read_text(text, origin, **circumstances)).to_dict()


@cache
def news() -> dict[str, str]:
    """Return the news texts by id."""
    with (DATA / "news" / "articles.jsonl").open(encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}


@cache
def statute_sentences() -> list[str]:
    """Return the statute sentences in order; a blank for '_' leaves the offsets as they are."""
    with (DATA / "vnlegaltext" / "dev.jsonl").open(encoding="utf-8") as lines:
        return [row["data"]["value"].replace("_", " ") for row in map(json.loads, lines)]


def gazette() -> Iterator[tuple[str, str]]:
    """Yield file name and text of each text of the Official Gazette."""
    for path in sorted((DATA / "congbao").glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the data folder."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def gold_files() -> list[Path]:
    return sorted(GOLD.glob("*-*.json"))


def gold_text(source: Row) -> str:
    """Return the annotated text: an article, a sentence, a file or a window of one."""
    if "id" in source:
        return news()[source["id"]]
    if "line" in source:
        return statute_sentences()[source["line"] - 1]
    text = (DATA / source["file"]).read_text(encoding="utf-8")
    return text[source.get("start", 0) : source.get("end")]

"""Passages in the manner of Party and provincial pages, read as a careful reader would."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
SILENT = {"cites", "issued_by"}


@dataclass(frozen=True)
class Passage:
    """One passage; ``references`` are (surface, label, date, issuer, work), all as written."""

    name: str
    published: str | None
    place: str | None
    text: str
    references: tuple[tuple[str, ...], ...]
    relations: frozenset[str]


def _passages() -> list[Passage]:
    return [
        _passage(block)
        for path in sorted(GOLDEN.glob("*.txt"))
        for block in path.read_text(encoding="utf-8").split("=== ")[1:]
    ]


def _passage(block: str) -> Passage:
    head, rest = block.split("\n", 1)
    name, published, place = (part.strip() for part in head.split("|"))
    text, said = rest.split("\n---\n", 1)
    lines = said.splitlines()
    references = [line[2:].replace("⏎", "\n") for line in lines if line.startswith("@ ")]
    return Passage(
        name,
        None if published == "-" else published,
        None if place == "-" else place,
        text,
        tuple(tuple(cell.strip() for cell in each.split(" | ")) for each in references),
        frozenset(line[2:].strip() for line in lines if line.startswith("> ")),
    )


PASSAGES = _passages()


@pytest.fixture(scope="module")
def reader(registry: Registry) -> Reader:
    return make_reader(registry)


def _read(reader: Reader, passage: Passage) -> Any:
    when = PartialDate.parse(passage.published) if passage.published else None
    source = make_source(passage.text, "golden", published=when, place=passage.place)
    return reader.references(source).to_dict()


@pytest.mark.parametrize("passage", PASSAGES, ids=[p.name for p in PASSAGES])
def test_references(reader: Reader, passage: Passage) -> None:
    found = _read(reader, passage)
    rows = {(row["start"], row["end"]): row for row in found["references"] + found["pointers"]}
    said = [_cells(rows[span]) for span in sorted(rows)]
    assert [cells[0] for cells in said] == [expected[0] for expected in passage.references]
    for cells, expected in zip(said, passage.references, strict=True):
        assert [c for c, e in zip(cells, expected, strict=True) if e != "*"] == [
            e for e in expected if e != "*"
        ]


def _cells(row: Any) -> list[str]:
    resolution = row["resolution"]
    pointer = row["kind"] == "anaphor"
    label = None if pointer else row["number"] or row["name"]
    work = resolution["work"] or "?"
    return [
        row["text"],
        label or "-",
        (None if pointer else row["date"]) or "-",
        row["issuer"] or "-",
        f"{work} !" if resolution["conflicts"] else work,
    ]


@pytest.mark.parametrize("passage", PASSAGES, ids=[p.name for p in PASSAGES])
def test_relations(reader: Reader, passage: Passage) -> None:
    said = {
        f"{_end(row, 'from')} -> {row['relation']} -> {_end(row, 'to')}"
        for row in _read(reader, passage)["relations"]
        if row["relation"] not in SILENT
    }
    assert said == passage.relations


def _end(row: Any, end: str) -> str:
    return str(row[f"{end}_number"] or row[f"{end}_name"])

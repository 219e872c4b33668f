"""SPARQL for people: saved examples, and answers as tables with links to our own pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import quote

from graph.export.rdf.names import Names
from graph.export.sparql.asking import Sparql

_JSON = "application/sparql-results+json"
_TURTLE = "text/turtle"
_ACCEPT = f"{_JSON}, {_TURTLE};q=0.9"
SHOWN = 500


@dataclass(frozen=True, slots=True)
class Example:
    """A saved query with its title in both languages."""

    id: str
    vi: str
    en: str
    query: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value; ``href`` where it is a page of ours."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer: a table, a truth, or a graph as text. ``total`` counts rows."""

    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    total: int = 0
    truth: bool | None = None
    graph: str | None = None
    truncated: bool = False


def examples(base: str) -> list[Example]:
    """Return the saved examples with the prefixes they use, in order of their file names."""
    folder = files(__package__) / "examples"
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".rq")), key=_name)
    prefixes = Names(base).prefixes
    return [
        _example(one.name.removesuffix(".rq"), one.read_text("utf-8"), prefixes) for one in found
    ]


def outcome(view: Sparql, query: str, base: str) -> Outcome:
    """Run a query; errors are those of the SPARQL view."""
    answer = view.answer(query, _ACCEPT)
    if not answer.media_type.startswith(_JSON):
        return Outcome(graph=answer.body.decode("utf-8"), truncated=answer.truncated)
    found = json.loads(answer.body)
    if "boolean" in found:
        return Outcome(truth=found["boolean"])
    names = tuple(found["head"]["vars"])
    bindings = found["results"]["bindings"]
    rows = tuple(tuple(_cell(row.get(name), base) for name in names) for row in bindings[:SHOWN])
    return Outcome(names, rows, len(bindings), truncated=answer.truncated)


def _cell(term: dict[str, str] | None, base: str) -> Cell:
    if term is None:
        return Cell("")
    value = term["value"]
    if term["type"] != "uri" or not value.startswith(base + "/"):
        return Cell(value)
    path = value.removeprefix(base)
    return Cell(path, quote(path, safe="/:#%"))


def _example(name: str, text: str, prefixes: Mapping[str, str]) -> Example:
    vi, en, query = text.split("\n", 2)
    used = [
        f"PREFIX {prefix}: <{iri}>" for prefix, iri in prefixes.items() if f"{prefix}:" in query
    ]
    lines = "\n".join((*used, query.strip()))
    return Example(name, vi.removeprefix("# "), en.removeprefix("# "), lines)


def _name(file: object) -> str:
    return str(getattr(file, "name", file))

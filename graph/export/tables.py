"""Lineages as tables: CSV with one relation a row, and a workbook with nodes and evidence too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from graph.export.lineage_view import Edge, LineageView, Node
from graph.export.sheets import Cell, Sheet, workbook

_ENDS = ("id", "type", "number", "date", "issuer", "title")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(view: LineageView) -> bytes:
    """Return UTF-8 CSV: a row for each relation, both ends spelt out, its first sentence last.

    A node without relations has a row of its own. A text that a spreadsheet would run as a
    formula is preceded by an apostrophe.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(
        [f"from_{name}" for name in _ENDS]
        + ["relation"]
        + [f"to_{name}" for name in _ENDS]
        + ["evidence", "sentence", "source"]
    )
    writer.writerows([_defused(cell) for cell in row] for row in _relation_rows(view))
    return buffer.getvalue().encode()


def xlsx_bytes(view: LineageView) -> bytes:
    """Return a workbook with the sheets Văn bản, Quan hệ and Bằng chứng; all cells are text."""
    nodes = ("id", "kind", *_ENDS[1:], "status", "level")
    ends = ("from", "from_name", "relation", "to", "to_name", "evidence")
    proof = ("from", "relation", "to", "sentence", "title", "published", "source")
    return workbook(
        view.root,
        Sheet("Văn bản", nodes, _node_rows(view)),
        Sheet("Quan hệ", ends, _edge_rows(view)),
        Sheet("Bằng chứng", proof, _sentence_rows(view)),
    )


def _end(node: Node) -> list[Cell]:
    return [getattr(node, name) or "" for name in _ENDS]


def _relation_rows(view: LineageView) -> Iterable[list[Cell]]:
    nodes = {node.id: node for node in view.nodes}
    connected: set[str] = set()
    for edge in view.edges:
        connected |= {edge.source, edge.target}
        yield [
            *_end(nodes[edge.source]), edge.relation, *_end(nodes[edge.target]),
            edge.evidence, *_first_sentence(edge),
        ]  # fmt: skip
    for node in view.nodes:
        if node.id not in connected:
            yield [*_end(node), *[""] * (len(_ENDS) + 4)]


def _first_sentence(edge: Edge) -> tuple[str, str]:
    if not edge.sentences:
        return "", ""
    first = edge.sentences[0]
    return first.text, first.title or first.source or ""


def _defused(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _node_rows(view: LineageView) -> Iterable[list[Cell]]:
    for node in view.nodes:
        identifier, *rest = _end(node)
        yield [identifier, node.kind, *rest, node.status or "", node.level]


def _edge_rows(view: LineageView) -> Iterable[list[Cell]]:
    names = {node.id: node.name for node in view.nodes}
    for edge in view.edges:
        yield [
            edge.source, names[edge.source], edge.relation, edge.target, names[edge.target],
            edge.evidence,
        ]  # fmt: skip


def _sentence_rows(view: LineageView) -> Iterable[list[Cell]]:
    for edge in view.edges:
        for said in edge.sentences:
            yield [
                edge.source, edge.relation, edge.target, said.text, said.title or "",
                said.published or "", said.source or "",
            ]  # fmt: skip

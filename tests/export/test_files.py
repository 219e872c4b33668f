"""Files other than pictures: the same lineage, readable by the tools each format is for."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import networkx as nx
import pygraphviz
import pytest
from lxml import etree

from graph.export import FORMATS, render
from graph.model.errors import UnknownFormatError
from graph.model.registry import Registry

PLAN = "/eli/vn/soc-trang/tu/ke-hoach/2015-01-06/65"
ROOT = "/eli/vn/tw/bbt/chi-thi/2014-08-18/39"
HOSTILE = "</script><img src=x onerror=alert(1)>\"'&\\ ]]> --> \x00\u202e=1+1"


def hostile(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    for _, data in graph.nodes(data=True):
        data["title"] = data["issuer"] = HOSTILE
    for _, _, data in graph.edges(data=True):
        data["sentences"] = [
            {"source": HOSTILE, "title": HOSTILE, "published": HOSTILE, "text": HOSTILE}
        ]
    return graph


def test_json_has_the_shape_other_programs_rely_on(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    answer = json.loads(render(small, "json", registry))
    assert {key: answer[key] for key in ("root", "direction", "depth", "truncated")} == small.graph
    node = next(item for item in answer["nodes"] if item["id"] == PLAN)
    assert node == {
        "id": PLAN, "kind": "work", "type": "Kế hoạch", "number": "65-KH/TU",
        "date": "2015-01-06", "issuer": "Tỉnh ủy Sóc Trăng", "title": None, "status": "read",
        "level": 1,
    }  # fmt: skip
    edge = next(item for item in answer["edges"] if item["relation"] == "implements")
    assert (edge["from"], edge["to"], edge["evidence"]) == (PLAN, ROOT, 1)
    assert edge["sentences"][0]["text"].startswith("Ban Thường vụ Tỉnh ủy")


def test_graphml_reads_back_with_parallel_relations(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    back = nx.read_graphml(io.BytesIO(render(small, "graphml", registry)), force_multigraph=True)
    assert set(back.nodes) == set(small.nodes)
    kinds = {data["relation"] for _, _, data in back.edges(data=True)}
    assert kinds == {key for _, _, key in small.edges(keys=True)}
    assert back.nodes[PLAN]["number"] == "65-KH/TU"


def test_gexf_is_well_formed_and_free_of_the_day_it_was_made(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    data = render(small, "gexf", registry)
    tree = etree.fromstring(data)
    assert len(tree.findall(".//{*}node")) == small.number_of_nodes()
    assert len(tree.findall(".//{*}edge")) == small.number_of_edges()
    assert b"lastmodified" not in data


def test_dot_is_read_by_graphviz(small: nx.MultiDiGraph, registry: Registry) -> None:
    back = pygraphviz.AGraph(string=render(small, "dot", registry).decode())
    assert set(back.nodes()) == set(small.nodes)
    assert back.number_of_edges() == small.number_of_edges()
    assert "65-KH/TU" in back.get_node(PLAN).attr["label"]


def test_mermaid_escapes_what_it_would_read_as_syntax(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    text = render(hostile(small), "mmd", registry).decode()
    assert "flowchart BT" in text
    assert "<img" not in text
    arrows = [line for line in text.splitlines() if '|"' in line]
    assert len(arrows) == small.number_of_edges()
    for line in text.splitlines():
        assert line.count('"') in (0, 2), line


def test_csv_has_a_row_for_each_relation_and_defuses_formulas(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    small.add_node("/eli/alone", kind="work", type="Luật", title="=HYPERLINK(1)", level=0)
    rows = list(csv.DictReader(io.StringIO(render(small, "csv", registry).decode())))
    assert len(rows) == small.number_of_edges() + 1
    row = next(row for row in rows if row["relation"] == "implements")
    assert (row["from_number"], row["to_number"]) == ("65-KH/TU", "39-CT/TW")
    alone = next(row for row in rows if row["from_id"] == "/eli/alone")
    assert alone["from_title"] == "'=HYPERLINK(1)"
    assert alone["relation"] == ""


def test_workbook_holds_text_not_formulas(small: nx.MultiDiGraph, registry: Registry) -> None:
    small.nodes[PLAN]["title"] = "=1+1"
    with zipfile.ZipFile(io.BytesIO(render(small, "xlsx", registry))) as book:
        sheets = [book.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2, 3)]
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "=1+1" in texts
    assert "Ban Thường vụ Tỉnh ủy" in texts
    assert all("<f>" not in sheet for sheet in sheets)
    assert [sheet.count("<row ") for sheet in sheets] == [7, 7, 4]


@pytest.mark.parametrize("fmt", ["graphml", "gexf", "svg"])
def test_hostile_text_leaves_xml_well_formed(
    fmt: str, small: nx.MultiDiGraph, registry: Registry
) -> None:
    data = render(hostile(small), fmt, registry)
    etree.fromstring(data)
    assert b"<img" not in data


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_same_lineage_gives_the_same_bytes_in_any_order(
    fmt: str, small: nx.MultiDiGraph, registry: Registry
) -> None:
    turned = nx.MultiDiGraph(**small.graph)
    turned.add_nodes_from(reversed(list(small.nodes(data=True))))
    turned.add_edges_from(reversed(list(small.edges(keys=True, data=True))))
    first, second = (_unstamped(fmt, render(one, fmt, registry)) for one in (small, turned))
    assert first == second


def _unstamped(fmt: str, data: bytes) -> bytes:
    """A workbook's zip entries carry the clock; what they hold does not."""
    if fmt != "xlsx":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return b"".join(book.read(name) for name in sorted(book.namelist()))


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_lineage_of_one_lonely_work_has_every_format(fmt: str, registry: Registry) -> None:
    graph = nx.MultiDiGraph(root=ROOT, direction="up", depth=1, truncated=False)
    graph.add_node(ROOT, kind="work", level=0)
    assert render(graph, fmt, registry)


def test_an_unknown_format_is_named_with_those_on_offer(
    small: nx.MultiDiGraph, registry: Registry
) -> None:
    with pytest.raises(UnknownFormatError, match=r"'docx' is not one of svg, png"):
        render(small, "docx", registry)

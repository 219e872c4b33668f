"""Every file and picture that a lineage can be had as, by the name of its format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import networkx as nx

from graph.export.diagrams import dot_bytes, mermaid_bytes
from graph.export.lineage_view import LineageView, view_of
from graph.export.networks import gexf_bytes, graphml_bytes, json_bytes
from graph.export.pictures.coverage_map import coverage_scene
from graph.export.pictures.crowds import plan_of
from graph.export.pictures.drawing import Drawing, drawing_of
from graph.export.pictures.fitting import balanced
from graph.export.pictures.ink import Scene
from graph.export.pictures.page import html_bytes
from graph.export.pictures.paper import Paper
from graph.export.pictures.pdf import pdf_bytes
from graph.export.pictures.png import png_bytes
from graph.export.pictures.scene import scene_of
from graph.export.pictures.sheets import all_sheets, first_sheet
from graph.export.pictures.svg import svg_text
from graph.export.pictures.typeface import Typeface, load_typeface
from graph.export.pictures.webfont import font_faces
from graph.export.tables import csv_bytes, xlsx_bytes
from graph.lineage.coverage import Coverage
from graph.model.errors import UnknownFormatError
from graph.model.registry import Registry

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Format:
    """A format on offer. ``suffix`` is that of file names, without the dot."""

    media_type: str
    suffix: str
    description: str


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "svg": Format("image/svg+xml", "svg", "Hình vector; chữ vẫn là chữ"),
        "png": Format("image/png", "png", "Hình ảnh"),
        "pdf": Format("application/pdf", "pdf", "Trang in, chữ chọn được"),
        "html": Format("text/html; charset=utf-8", "html", "Trang xem một tệp, có câu trích"),
        "graphml": Format("application/graphml+xml", "graphml", "GraphML (yEd, Gephi, networkx)"),
        "gexf": Format("application/gexf+xml", "gexf", "GEXF 1.2 (Gephi)"),
        "dot": Format("text/vnd.graphviz; charset=utf-8", "dot", "Graphviz DOT"),
        "mmd": Format("text/vnd.mermaid; charset=utf-8", "mmd", "Mermaid"),
        "json": Format("application/json", "json", "JSON"),
        "csv": Format("text/csv; charset=utf-8", "csv", "Bảng, mỗi dòng một quan hệ"),
        "xlsx": Format(_SHEET, "xlsx", "Bảng tính: văn bản, quan hệ, câu trích"),
    }
)

COVERAGE_FORMATS = ("svg", "png", "pdf")
_PLAIN: Mapping[str, Callable[[LineageView], bytes]] = MappingProxyType(
    {
        "graphml": graphml_bytes,
        "gexf": gexf_bytes,
        "json": json_bytes,
        "csv": csv_bytes,
        "xlsx": xlsx_bytes,
    }
)


def render(
    graph: nx.MultiDiGraph, fmt: str, registry: Registry, paper: Paper | None = None
) -> bytes:
    """Return a lineage (see graph.lineage) as a file; the same graph gives the same bytes.

    ``paper`` puts SVG, PNG and PDF on sheets of that size: SVG and PNG on one; PDF on as many as
    it takes to be read. Other formats have no sheets.

    UnknownFormatError where ``fmt`` is not in FORMATS; PictureError where it is too large to
    be laid out in time.
    """
    if fmt not in FORMATS:
        raise UnknownFormatError(f"'{fmt}' is not one of {', '.join(FORMATS)}")
    view = view_of(graph)
    if fmt in _PLAIN:
        return _PLAIN[fmt](view)
    face = load_typeface()
    drawing = drawing_of(view, registry, face)
    if fmt == "dot":
        return dot_bytes(drawing)
    if fmt == "mmd":
        return mermaid_bytes(drawing)
    scenes = _scenes(fmt, drawing, face, paper)
    if fmt == "html":
        return html_bytes(view, drawing, scenes[0])
    return _picture(fmt, scenes, face)


def render_coverage(
    found: Coverage, name: str, fmt: str, registry: Registry, paper: Paper = Paper.A4
) -> bytes:
    """Return the coverage of a document, called ``name``, by province as a map on one sheet.

    UnknownFormatError where ``fmt`` is not in COVERAGE_FORMATS.
    """
    if fmt not in COVERAGE_FORMATS:
        raise UnknownFormatError(f"'{fmt}' is not one of {', '.join(COVERAGE_FORMATS)}")
    face = load_typeface()
    return _picture(fmt, (coverage_scene(found, name, registry.map_tiles, face, paper),), face)


def _picture(fmt: str, scenes: tuple[Scene, ...], face: Typeface) -> bytes:
    if fmt == "pdf":
        return pdf_bytes(scenes, face)
    if fmt == "svg":
        return svg_text(scenes[0], faces=font_faces()).encode()
    return png_bytes(scenes[0], svg_text(scenes[0]))


def _scenes(fmt: str, drawing: Drawing, face: Typeface, paper: Paper | None) -> tuple[Scene, ...]:
    if paper is None or fmt == "html":
        return (scene_of(drawing, balanced(plan_of(drawing, face)), face),)
    return (
        all_sheets(drawing, face, paper) if fmt == "pdf" else (first_sheet(drawing, face, paper),)
    )

"""Answers to questions as workbooks (XLSX), for those who go through them one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.export.sheets import Cell, Sheet, workbook
from service.formats import File
from service.schemas.lineage import NodeAnswer
from service.schemas.questions import CarryingAnswer, CoverageAnswer, ImpactAnswer, QuoteAnswer

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NODE = ("Định danh", "Loại", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Tên")
_QUOTE = ("Câu chữ", "Nguồn", "Ngày đăng")


def impact_sheet(answer: ImpactAnswer, label: Sequence[tuple[str, str]]) -> File:
    """Return the workbook of an impact; ``label`` gives relations their names."""
    names = dict(label)
    head = (*_NODE, "Quan hệ", "Với", "Số bước", "Đường đi", *_QUOTE)
    rows: list[list[Cell]] = [
        [
            *_node(one.node), names.get(one.path[0].relation, one.path[0].relation),
            one.path[0].target, one.distance, " → ".join(tie.target for tie in one.path),
            *_quote(one.path[0].quote),
        ]
        for one in answer.items
    ]  # fmt: skip
    about: list[list[Cell]] = [[answer.work, answer.total, "còn nữa" if answer.truncated else ""]]
    body = workbook(
        answer.work,
        Sheet("Phải rà soát", head, rows),
        Sheet("Câu hỏi", ("Văn bản", "Tổng số", "Chú ý"), about),
    )
    return File(body, XLSX, _name("impact", answer.work))


def coverage_sheet(answer: CoverageAnswer) -> File:
    """Return the workbook of a coverage."""
    head = (
        "Đơn vị", "Tên đơn vị", "Trạng thái", *_NODE, "Sau (ngày)", "Qua", "Ghi chú", *_QUOTE
    )  # fmt: skip
    rows = list(_covered(answer))
    about: list[list[Cell]] = [[answer.work, answer.day.isoformat(), answer.total, answer.found]]
    body = workbook(
        answer.work,
        Sheet("Triển khai", head, rows),
        Sheet("Câu hỏi", ("Văn bản", "Đơn vị tính đến ngày", "Tổng số", "Đã thấy"), about),
    )
    return File(body, XLSX, _name("coverage", answer.work))


def _covered(answer: CoverageAnswer) -> Iterable[list[Cell]]:
    for row in answer.rows:
        unit: list[Cell] = [row.unit, row.name, row.status]
        for one in row.documents:
            yield [*unit, *_carrying(one)]
        if not row.documents:
            blank: list[Cell] = [""] * (len(_NODE) + len(_QUOTE) + 3)
            if row.bodies:  # no document, but a body is said to have acted
                blank[len(_NODE) + 2] = f"theo bài viết, {row.bodies[0].node.title} đã thực hiện"
                blank[-len(_QUOTE) :] = _quote(row.bodies[0].quote)
            yield [*unit, *blank]


def _carrying(one: CarryingAnswer) -> list[Cell]:
    lag: Cell = "" if one.lag is None else one.lag
    return [*_node(one.node), lag, " → ".join(one.through), one.remark or "", *_quote(one.quote)]


def _node(node: NodeAnswer) -> list[Cell]:
    return [
        node.id, node.type or "", node.number or "", node.date or "", node.issuer or "",
        node.title or "",
    ]  # fmt: skip


def _quote(quote: QuoteAnswer | None) -> list[Cell]:
    if quote is None:
        return ["", "", ""]
    return [" ".join(quote.text.split()), quote.title or quote.source, quote.published or ""]


def _name(question: str, work: str) -> str:
    return f"{question}-{work.strip('/').replace('/', '_')}.xlsx"

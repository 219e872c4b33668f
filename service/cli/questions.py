"""``luocdo status|current|impact|coverage``: questions about one document."""

from __future__ import annotations

from typing import Annotated

import typer

from graph import lineage
from service.cli.days import AsOf, On, parsed
from service.cli.meant import Document, meant
from service.cli.options import Database, settings_of
from service.cli.printing import Json, as_json, quoted, show
from service.questions import coverage_answer, current_answer, impact_answer, status_answer
from service.schemas.lineage import NodeAnswer
from service.schemas.questions import StatusAnswer
from service.state import open_graph

STATES = {
    "in-force": "còn hiệu lực",
    "partly": "còn hiệu lực một phần",
    "not-yet": "chưa có hiệu lực",
    "replaced": "đã bị thay thế",
    "repealed": "đã hết hiệu lực",
    "expired": "đã hết thời hạn hiệu lực",
    "suspended": "đang ngưng hiệu lực",
    "unknown": "không rõ",
}
Level = Annotated[str, typer.Option(help="province hoặc ministry.")]
Limit = Annotated[int, typer.Option(min=1, help="Số dòng nhiều nhất.")]


def status(
    document: Document, on: On = None, json: Json = False, database: Database = None
) -> None:
    """Cho biết một văn bản có hiệu lực vào một ngày hay không, và câu nào nói vậy."""
    with open_graph(settings_of(database)) as graph:
        work = meant(graph, document)
        found = lineage.status_on(graph.store, graph.registry, work, parsed(on))
        answer = status_answer(graph, found)
    if json:
        as_json(answer)
        return
    show(("Văn bản", "Ngày", "Trạng thái", "Từ", "Vì"), [_standing(answer)])
    for one in answer.quotes:
        quoted(one.text, one.title, one.published)


def current(
    document: Document, on: On = None, json: Json = False, database: Database = None
) -> None:
    """Theo các lần thay thế đến những văn bản đang thay cho văn bản này."""
    with open_graph(settings_of(database)) as graph:
        work = meant(graph, document)
        found = lineage.current(graph.store, graph.registry, work, parsed(on))
        answer = current_answer(graph, found)
    if json:
        as_json(answer)
        return
    rows = [
        (_named(one.node), STATES[one.status.state], " → ".join(one.path)) for one in answer.heads
    ]
    show(("Văn bản", "Trạng thái", "Đường đi"), rows)
    for fork in answer.forks:
        typer.echo(f"Rẽ nhánh: {fork.work} bị thay thế bởi {', '.join(fork.replacers)}")
    for circle in answer.cycles:
        typer.echo(f"Vòng lặp: {' → '.join((*circle, circle[0]))}")


def impact(
    document: Document,
    limit: Limit = 50,
    as_of: AsOf = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Liệt kê những gì phải rà soát nếu văn bản này không còn, gần trước xa sau."""
    day = parsed(as_of) if as_of else None
    with open_graph(settings_of(database)) as graph:
        work = meant(graph, document)
        found = lineage.impact(graph.store, work, as_of=day, limit=limit)
        answer = impact_answer(graph, found)
        labels = graph.labels
    if json:
        as_json(answer)
        return
    rows = [
        (
            str(one.distance),
            _named(one.node),
            labels.relation(one.path[0].relation),
            " → ".join(tie.target for tie in one.path),
        )
        for one in answer.items
    ]
    show(("Bước", "Văn bản", "Quan hệ", "Đến"), rows)
    typer.echo(f"{len(answer.items)} trong {answer.total}")


def coverage(
    document: Document,
    level: Level = "province",
    as_of: AsOf = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Cho biết tỉnh hay bộ nào có văn bản triển khai; chưa thấy không phải là không có."""
    day = parsed(as_of) if as_of else None
    with open_graph(settings_of(database)) as graph:
        work = meant(graph, document)
        found = lineage.coverage(graph.store, graph.registry, work, level=level, as_of=day)
        answer = coverage_answer(graph, found)
    if json:
        as_json(answer)
        return
    rows = []
    for row in answer.rows:
        first = row.documents[0] if row.documents else None
        rows.append(
            (
                row.name,
                "có" if first else "chưa thấy trong kho",
                _named(first.node) if first else "",
                "" if first is None or first.lag is None else str(first.lag),
                (first.remark or "") if first else "",
            )
        )
    show(("Đơn vị", "Triển khai", "Văn bản", "Sau (ngày)", "Ghi chú"), rows)
    typer.echo(f"{answer.found} trong {answer.total}, tính đến ngày {answer.day}")


def _standing(answer: StatusAnswer) -> tuple[str, ...]:
    since = f"{answer.since} ({answer.basis})" if answer.since else ""
    acting = ", ".join(_named(one) for one in answer.by)
    why = f"{answer.why}: {acting}" if acting else answer.why
    return answer.work, answer.day.isoformat(), STATES[answer.state], since, why


def _named(node: NodeAnswer) -> str:
    """Return 'Chỉ thị 39-CT/TW, 2014-08-18', or the name where there is no number."""
    first = " ".join(filter(None, (node.type, node.number))) if node.number else node.title
    return ", ".join(filter(None, (first or node.id, node.date)))

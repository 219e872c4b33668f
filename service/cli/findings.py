"""``luocdo wanted|audit|reviews``: questions about the store as a whole."""

from __future__ import annotations

from typing import Annotated

import typer

from graph import lineage
from graph.lineage.audit import RULES
from service.cli.days import On, parsed
from service.cli.options import Database, settings_of
from service.cli.printing import Json, as_json, show
from service.findings import audit_answer, reviews_answer, wanted_answer
from service.present import Presenter
from service.state import open_graph

Limit = Annotated[int, typer.Option(min=1, help="Số dòng nhiều nhất.")]
Rules = Annotated[
    list[str] | None, typer.Option("--rule", help=f"Chỉ quy tắc này: {', '.join(RULES)}.")
]


def wanted(limit: Limit = 20, json: Json = False, database: Database = None) -> None:
    """Liệt kê văn bản được nhắc đến nhiều nhất mà chưa ai đọc toàn văn."""
    with open_graph(settings_of(database)) as graph:
        found = lineage.wanted(graph.store, graph.registry, limit=limit)
        presenter = Presenter(graph.store, graph.labels, graph.settings.base_uri)
        answer = wanted_answer(presenter, found)
    if json:
        as_json(answer)
        return
    rows = []
    for one in answer.items:
        work = one.work
        name = " ".join(filter(None, (work.type, work.number or work.name)))
        apart = "; ".join(
            f"{each.field}: " + " | ".join(f"{v.value} ({v.sources})" for v in each.values)
            for each in one.disagreements
        )
        rows.append((str(one.sources), name, work.date or "", work.issuer or "", apart))
    show(("Số bài", "Văn bản", "Ngày", "Cơ quan", "Nêu khác nhau"), rows)
    typer.echo(f"{len(answer.items)} trong {answer.total}")


def audit(
    rule: Rules = None, limit: Limit = 50, json: Json = False, database: Database = None
) -> None:
    """Tìm những điều không thể hoặc không nên có trong kho."""
    with open_graph(settings_of(database)) as graph:
        found = lineage.audit(graph.store, graph.registry, rules=rule or None, limit=limit)
        answer = audit_answer(found)
    if json:
        as_json(answer)
        return
    counts = [(name, RULES[name], str(count)) for name, count in answer.counts.items()]
    show(("Quy tắc", "Là", "Số lượng"), counts)
    rows = [(one.rule, one.why, one.works[0]) for one in answer.items]
    show(("Quy tắc", "Vì", "Văn bản"), rows)
    typer.echo(f"{len(answer.items)} trong {answer.total}")


def reviews(
    on: On = None, limit: Limit = 20, json: Json = False, database: Database = None
) -> None:
    """Liệt kê các lần sơ kết, tổng kết đã thấy, và những lần đã đến hạn mà chưa thấy."""
    day = parsed(on)
    with open_graph(settings_of(database)) as graph:
        found = lineage.reviewed(graph.store, graph.registry, limit=limit)
        missing = lineage.due(graph.store, graph.registry, day, limit=limit)
        answer = reviews_answer(graph, day, found, missing)
    if json:
        as_json(answer)
        return
    held = [
        (one.work.number or one.work.title or one.work.id, each.date or "",
         (each.by.title or each.by.number or each.by.id) if each.by else "")
        for one in answer.found.items
        for each in one.reviews
    ]  # fmt: skip
    show(("Đã sơ kết, tổng kết", "Ngày", "Bởi"), held)
    awaited = [
        (one.work.number or one.work.title or one.work.id, one.name, one.day.isoformat(),
         str(one.overdue))
        for one in answer.due.items
    ]  # fmt: skip
    show(("Đến hạn, chưa thấy", "Kỳ", "Hạn", "Quá (ngày)"), awaited)
    typer.echo(f"đã thấy {answer.found.total}, đến hạn chưa thấy {answer.due.total}")

"""The canonical dump: all that is known, in an order and wording that no history can be read from.

Two stores that have read the same texts dump the same lines, whatever came first. Row numbers
and times do not occur; texts are stood for by their identifier, which is a hash of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, select

from graph.store.schema import (
    assertion,
    block_body,
    body,
    form,
    mention,
    node,
    relation,
    relation_evidence,
    resolution,
    source,
    statement,
    work,
    work_text,
)


def dump(connection: Connection) -> Iterator[str]:
    """Yield JSON lines; each says of which table it is."""
    streaming = connection.execution_options(yield_per=1000)
    for name, query in _queries():
        for row in streaming.execute(query).mappings():
            line = {"table": name, **{key: row[key] for key in row if row[key] is not None}}
            yield json.dumps(line, ensure_ascii=False, sort_keys=True)


def _queries() -> Iterator[tuple[str, Select[Any]]]:
    issuer, target = node.alias("issuer_node"), node.alias("target_node")
    yield "source", _select(source, "no", "body").order_by(source.c.id)
    yield (
        "form",
        select(form.c.digest, form.c.block, form.c.name_block, form.c.count, form.c.idx)
        .add_columns(source.c.id.label("source"))
        .join(source, source.c.no == form.c.source_no)
        .order_by(form.c.digest),
    )
    yield "mention", _of_source(_select(mention, "source_no", "form_no"), mention)
    yield (
        "statement",
        _of_source(
            _select(statement, "source_no", "actor_no", "subject_form", "object_form"), statement
        )
        .add_columns(node.c.id.label("actor"))
        .outerjoin(node, node.c.no == statement.c.actor_no),
    )
    yield "body", _select(body, "no").add_columns(node.c.id).join(node).order_by(node.c.id)
    yield (
        "claim",
        select(block_body.c.block, node.c.id)
        .join(node, node.c.no == block_body.c.body_no)
        .order_by(block_body.c.block, node.c.id),
    )
    yield (
        "work",
        _select(work, "no", "issuer_no")
        .add_columns(node.c.id, issuer.c.id.label("issuer"), work_text.c.words)
        .join(node, node.c.no == work.c.no)
        .outerjoin(issuer, issuer.c.no == work.c.issuer_no)
        .outerjoin(work_text, work_text.c.no == work.c.no)
        .order_by(node.c.id, work.c.block),
    )
    yield (
        "resolution",
        _of_source(_select(resolution, "form_no", "work_no"), mention)
        .add_columns(mention.c.idx, node.c.id.label("work"))
        .select_from(mention)
        .join(resolution, resolution.c.form_no == mention.c.form_no)
        .outerjoin(node, node.c.no == resolution.c.work_no),
    )
    yield (
        "relation",
        _select(relation, "no", "source_no", "target_no")
        .add_columns(node.c.id.label("source"), target.c.id.label("target"))
        .add_columns(_proofs().label("evidence"))
        .join(node, node.c.no == relation.c.source_no)
        .join(target, target.c.no == relation.c.target_no)
        .order_by(node.c.id, relation.c.kind, target.c.id, relation.c.from_sub, relation.c.to_sub),
    )
    yield (
        "evidence",
        _of_source(select(relation_evidence.c.idx), relation_evidence)
        .add_columns(node.c.id.label("subject"), relation.c.kind, target.c.id.label("object"))
        .join(relation, relation.c.no == relation_evidence.c.relation_no)
        .join(node, node.c.no == relation.c.source_no)
        .join(target, target.c.no == relation.c.target_no),
    )
    yield "assertion", _select(assertion).order_by(*assertion.primary_key.columns)


def _select(table: Any, *without: str) -> Select[Any]:
    return select(*(column for column in table.columns if column.name not in without))


def _of_source(query: Select[Any], table: Any) -> Select[Any]:
    return (
        query.add_columns(source.c.id.label("source"))
        .join(source, source.c.no == table.c.source_no)
        .order_by(source.c.id, table.c.idx)
    )


def _proofs() -> Any:
    return (
        select(func.count())
        .select_from(relation_evidence)
        .where(relation_evidence.c.relation_no == relation.c.no)
        .scalar_subquery()
    )

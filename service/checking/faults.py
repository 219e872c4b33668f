"""What a reference states otherwise than the document has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, Literal

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.text import slug
from service.schemas.check import FaultAnswer
from service.state import Graph

Field = Literal["date", "issuer", "number", "title", "type", "time"]
_STATED = re.compile(r"(ngày|loại|cơ quan) nêu là (.*), của văn bản là (.*)", re.DOTALL)
_FIELDS: dict[str, Field] = {"ngày": "date", "loại": "type", "cơ quan": "issuer"}
_ALIKE = 0.6  # below this two titles speak of different things


def faults(graph: Graph, reference: Mapping[str, Any], work: Work) -> Iterator[FaultAnswer]:
    """Yield what the resolver found at odds, then a title that is another one's."""
    for said in reference["resolution"]["conflicts"]:
        match = _STATED.fullmatch(said)
        if match is None:
            yield FaultAnswer(field="time", stated=said, known=str(work.signed_on))
        else:
            field = _FIELDS[match[1]]
            stated, known = _named(graph, field, match[2]), _named(graph, field, match[3])
            yield FaultAnswer(field=field, stated=stated, known=known)
    stated = reference["title"]
    vouched = work.standing is not Standing.CITED  # else the title is only what others say
    if stated and work.title and vouched and not _alike(stated, work.title):
        yield FaultAnswer(field="title", stated=stated, known=work.title)


def near(graph: Graph, reference: Mapping[str, Any]) -> Work | None:
    """Return the one known work of the same type, day and issuer; its number may be meant."""
    day = PartialDate.parse(reference["date"]) if reference["date"] else None
    type_id = graph.labels.type_id(reference["type"])
    if day is None or not day.is_full or type_id is None or not reference["number"]:
        return None
    words = f"{day.day}/{day.month}/{day.year}"
    found = graph.store.search(words, type=type_id, limit=10).items
    issuers = {
        body.id: body for body in graph.store.bodies_of({w.issuer for w in found if w.issuer})
    }
    fitting = [
        work
        for work in found
        if work.standing is not Standing.CITED
        and reference["issuer"]
        and work.issuer
        and _is_called(issuers[work.issuer], reference["issuer"])
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_called(body: Body, phrase: str) -> bool:
    return slug(phrase) in {slug(name) for name in (body.name, *body.aliases)}


def _alike(stated: str, known: str) -> bool:
    one, other = slug(stated), slug(known)
    if one in other or other in one:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _named(graph: Graph, field: Field, value: str) -> str:
    """Return the name of what the resolver names by id."""
    if field == "issuer" and value.startswith("/org/"):
        body = graph.store.body(value)
        return body.name if body else value
    return graph.labels.type_name(value) or value if field == "type" else value

"""What a reference states otherwise than the document has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, Literal

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.errors import MalformedNumberError
from graph.model.numbers import DocumentNumber
from graph.model.text import slug
from service.schemas.check import FaultAnswer
from service.state import Graph

Field = Literal["date", "issuer", "number", "title", "type", "time"]
_STATED = re.compile(r"(ngày|loại|cơ quan) nêu là (.*), của văn bản là (.*)", re.DOTALL)
_FIELDS: dict[str, Field] = {"ngày": "date", "loại": "type", "cơ quan": "issuer"}
_ALIKE = 0.6  # below this two titles speak of different things


def faults(graph: Graph, reference: Mapping[str, Any], work: Work) -> Iterator[FaultAnswer]:
    """Yield what the resolver found at odds, then a type and a title that are another one's."""
    if (type_fault := _other_type(graph, reference, work)) is not None:
        yield type_fault
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


def _other_type(graph: Graph, reference: Mapping[str, Any], work: Work) -> FaultAnswer | None:
    """Return the fault of a type word that the number itself belies: 'Nghị quyết 39-CT/TW'.

    The resolver goes by the number there, and has nothing to say against the word.
    """
    stated = graph.labels.type_id(reference["type"])
    told = any("loại nêu là" in said for said in reference["resolution"]["conflicts"])
    if told or stated is None or work.type is None or stated == work.type:
        return None
    codes = {row.id: row.codes for row in graph.registry.types}
    code = _code(reference["number"])
    if code in codes.get(work.type, ()) and code not in codes.get(stated, ()):
        known = graph.labels.type_name(work.type) or work.type
        return FaultAnswer(field="type", stated=reference["type"], known=known)
    return None


def _code(number: str | None) -> str | None:
    try:
        return DocumentNumber.parse(number).type_code if number else None
    except MalformedNumberError:
        return None


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

"""Which document a citation means."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from graph.model.dates import PartialDate
from graph.model.errors import InputError
from graph.model.numbers import DocumentNumber
from service.caching import conditional
from service.dependencies import GraphDep, PresenterDep
from service.errors import documented
from service.resolving import Citation, Resolving
from service.routing import Router
from service.schemas.references import ResolveAnswer

router = Router(tags=["resolve"], dependencies=[Depends(conditional)])
Word = Annotated[str | None, Query(max_length=300)]


@router.get(
    "/resolve",
    response_model=ResolveAnswer,
    responses={
        300: {"model": ResolveAnswer, "description": "Several works are meant equally well."},
        **documented("bad-input", "malformed-number", "malformed-date", "not-found"),
    },
)
def resolve(
    graph: GraphDep,
    presenter: PresenterDep,
    text: Annotated[
        str | None, Query(max_length=2000, examples=["Chỉ thị 39-CT/TW ngày 18/8/2014"])
    ] = None,
    number: Annotated[str | None, Query(max_length=100, examples=["39-CT/TW"])] = None,
    type: Annotated[Word, Query(examples=["Chỉ thị"])] = None,
    date: Annotated[Word, Query(examples=["2014-08-18"])] = None,
    issuer: Annotated[Word, Query(examples=["Bộ Chính trị"])] = None,
    term: Annotated[Word, Query(examples=["XI"])] = None,
    place: Annotated[Word, Query(examples=["tw"])] = None,
    published: Annotated[Word, Query(description="When it was cited; tells the term.")] = None,
) -> ResolveAnswer:
    """Resolve a citation as written, or a number with what else is known of the document."""
    resolving = Resolving(graph, presenter)
    cited_on = PartialDate.parse(published) if published else None
    if text:
        return resolving.text(text, cited_on, place)
    if not number:
        raise InputError("cần 'text' (câu trích dẫn) hoặc 'number' (số hiệu)")
    asked = Citation(
        number=DocumentNumber.parse(number.strip()),
        type=type,
        date=PartialDate.parse(date) if date else None,
        issuer=issuer,
        term=term,
        place=place,
    )
    return resolving.citation(asked, cited_on)

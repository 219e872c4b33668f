"""Which document an argument means: a number, a citation in words, or an identifier."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from graph.model.errors import MalformedNumberError, NotFoundError
from graph.model.numbers import DocumentNumber
from service.cli.exits import AMBIGUOUS
from service.present import Presenter
from service.resolving import Citation, Resolving, Several
from service.schemas.references import ResolveAnswer
from service.state import Graph

Document = Annotated[
    str, typer.Argument(metavar="VĂN_BẢN", help="65-KH/TU, một câu trích dẫn, hoặc /eli/vn/…")
]


def meant(graph: Graph, document: str) -> str:
    """Return the one node that is meant; where there are several, offer them and end.

    NotFoundError where there is none.
    """
    try:
        return _meant(graph, document)
    except Several as several:
        _offer(several.answer)
        raise typer.Exit(AMBIGUOUS) from several


def _meant(graph: Graph, document: str) -> str:
    if document.startswith("/"):
        found = graph.store.locate(document)
        if len(found) == 1:
            return found[0]
        if graph.store.body(document):
            return document
        raise NotFoundError(f"không có '{document}'")
    resolving = Resolving(graph, Presenter(graph.store, graph.labels, graph.settings.base_uri))
    try:
        number = DocumentNumber.parse(document.strip())
    except MalformedNumberError:
        answer = resolving.text(document, None, None)
    else:
        answer = resolving.citation(Citation(number), None)
    assert answer.work is not None
    return answer.work.id


def _offer(answer: ResolveAnswer) -> None:
    errors = Console(stderr=True, soft_wrap=True)
    errors.print(f"{answer.why}; nêu rõ hơn hoặc dùng định danh:", markup=False)
    for candidate in answer.candidates:
        errors.print(f"  {candidate.work.id}  ({candidate.why})", markup=False, highlight=False)

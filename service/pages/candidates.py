"""An ambiguous number: the documents that bear it, side by side."""

from __future__ import annotations

from itertools import pairwise

from graph.model.errors import LuocdoError
from graph.model.numbers import DocumentNumber
from service.present import Presenter
from service.schemas.works import WorkAnswer
from service.state import Graph

_MOST = 8


def candidates(graph: Graph, presenter: Presenter, q: str) -> list[WorkAnswer]:
    """Return the works of the number that stands in ``q``, oldest first; [] unless several."""
    for word in _numbers(q):
        works = graph.store.works_by_number(word)
        if len(works) > 1:
            listed = sorted(works, key=lambda work: (str(work.signed_on or "~"), work.id))
            return presenter.works(listed[:_MOST])
    return []


def _numbers(q: str) -> list[str]:
    """Return the words, single or in twos ('39 -CT/TW'), that are a number with its symbol."""
    words = q.split()
    found = []
    for word in (*words, *(one + other for one, other in pairwise(words))):
        try:
            number = DocumentNumber.parse(word.strip(",.;()"))
        except LuocdoError:
            continue
        if number.symbol:
            found.append(str(number))
    return found

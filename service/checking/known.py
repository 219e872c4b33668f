"""What the graph knows of the documents that one draft cites, each asked for once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.lineage import current, status_on
from graph.model.documents import Work
from service.checking.faults import near
from service.present import Presenter
from service.schemas.check import ForceAnswer
from service.schemas.works import WorkAnswer
from service.state import Graph

_SAME = ("type", "number", "date", "issuer")


class Known:
    """Answers for one draft, judged for one day; drafts cite the same few over and over."""

    def __init__(self, graph: Graph, presenter: Presenter, day: date) -> None:
        self._graph = graph
        self._presenter = presenter
        self._day = day
        self._works: dict[str, Work | None] = {}
        self._forces: dict[str, ForceAnswer] = {}
        self._heads: dict[str, list[WorkAnswer]] = {}
        self._near: dict[tuple[Any, ...], Work | None] = {}

    def work(self, identifier: str | None) -> Work | None:
        """Return the one work of that identifier, an earlier one of it too."""
        if identifier is None:
            return None
        if identifier not in self._works:
            found = self._graph.store.locate(identifier)
            one = self._graph.store.work(found[0]) if len(found) == 1 else None
            self._works[identifier] = one
        return self._works[identifier]

    def force(self, work: Work) -> ForceAnswer:
        """Tell whether the work is in force on the day, and why."""
        if work.id not in self._forces:
            found = status_on(self._graph.store, self._graph.registry, work.id, self._day)
            since = str(found.since.date) if found.since else None
            self._forces[work.id] = ForceAnswer(
                state=found.state, since=since, by=list(found.by), why=found.why
            )
        return self._forces[work.id]

    def heads(self, work: Work) -> list[WorkAnswer]:
        """Return what stands in the work's place on the day."""
        if work.id not in self._heads:
            found = current(self._graph.store, self._graph.registry, work.id, self._day)
            ids = [head.work for head in found.living if head.work != work.id]
            self._heads[work.id] = self._presenter.works(self._graph.store.works(ids))
        return self._heads[work.id]

    def near(self, reference: Mapping[str, Any]) -> Work | None:
        """Return the work that a reference to none may mean; see :func:`near`."""
        key = tuple(reference[name] for name in _SAME)
        if key not in self._near:
            self._near[key] = near(self._graph, reference)
        return self._near[key]

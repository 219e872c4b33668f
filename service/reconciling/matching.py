"""Candidates for one name, best first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.errors import LuocdoError
from graph.model.identifiers import is_work_id
from graph.model.numbers import DocumentNumber
from graph.model.text import fold, slug
from graph.reading import make_source
from service.present import Presenter
from service.reconciling.properties import BODY, WORK
from service.reconciling.telling import name_of, said_of, type_of
from service.schemas.reconcile import Query
from service.schemas.works import WorkAnswer
from service.state import Graph

_SURE, _CLEAR = 95.0, 15.0  # a match scores so much, and so much more than the next
Candidate = dict[str, Any]


class Matcher:
    """Finds works and bodies by what a table says of them."""

    def __init__(self, graph: Graph, presenter: Presenter) -> None:
        self._graph = graph
        self._presenter = presenter

    def match(self, query: Query) -> list[Candidate]:
        """Return at most ``query.most`` candidates; one is a match if nothing rivals it."""
        found: list[Candidate] = []
        if not query.types or query.types != {BODY}:
            found += self._works(query)
        if not query.types or BODY in query.types:
            found += self._bodies(query)
        found.sort(key=lambda one: (-one["score"], one["id"]))
        if found and found[0]["score"] >= _SURE:
            rival = found[1]["score"] if len(found) > 1 else 0.0
            found[0]["match"] = found[0]["score"] - rival >= _CLEAR
        return found[: query.most]

    # ---- works ---------------------------------------------------------------------------------

    def _works(self, query: Query) -> list[Candidate]:
        scores: dict[str, float] = {}
        for work, score in (*self._by_number(query), *self._by_words(query)):
            wanted = _agreement(self._presenter.work(work), query)
            scores[work.id] = max(scores.get(work.id, 0.0), score * wanted)
        types = {self._graph.labels.type_id(one) for one in query.types} - {WORK, BODY, None}
        works = self._graph.store.works(list(scores))
        kept = [one for one in works if not types or one.type in types]
        return [
            {
                "id": one.id.lstrip("/"),
                "name": name_of(one),
                "description": said_of(one),
                "type": [type_of(one)],
                "score": round(scores[one.id], 1),
                "match": False,
            }
            for one in self._presenter.works(kept)
        ]

    def _by_number(self, query: Query) -> Iterable[tuple[Work, float]]:
        """Read the name as a citation: it may hold number, date and issuer at once."""
        text = query.query.strip()
        try:
            number = DocumentNumber.parse(query.said("number") or text)
        except LuocdoError:
            return self._cited(text) if text else []
        day, issuer = query.said("date"), query.said("issuer")
        found = self._graph.store.works_by_number(
            str(number),
            date=_day(day),
            issuer=self._graph.body_id(issuer.removeprefix("/")) if issuer else None,
            place=self._graph.labels.place_id(query.said("place")),
            term=query.said("term"),
        )
        return [(work, 100.0 if len(found) == 1 else 80.0) for work in found]

    def _cited(self, text: str) -> list[tuple[Work, float]]:
        try:
            source = make_source(text, "reconcile")
            references = self._graph.pipeline.references(source).to_dict()["references"]
        except LuocdoError:
            return []
        if not references:
            return []
        said = references[0]["resolution"]
        scores = {row["work"]: 80.0 * row["score"] ** 0.2 for row in said["candidates"]}
        if said["work"]:
            scores[said["work"]] = 80.0 if said["conflicts"] else 100.0
        return [(work, scores[work.id]) for work in self._graph.store.works(list(scores))]

    def _by_words(self, query: Query) -> list[tuple[Work, float]]:
        words = query.query.strip() or query.said("title")
        if not words:
            return []
        found = self._graph.store.search(words, limit=query.most).items
        asked = slug(words)
        return [
            (
                work,
                97.0 if asked in (slug(work.name or ""), slug(work.title or "")) else 60.0 - rank,
            )
            for rank, work in enumerate(found)
        ]

    # ---- bodies --------------------------------------------------------------------------------

    def _bodies(self, query: Query) -> list[Candidate]:
        name = query.query.strip() or query.said("name")
        if not name:
            return []
        found = self._graph.store.bodies(name, limit=max(query.most, 10)).items
        place = self._graph.labels.place_id(query.said("place"))
        return [
            {
                "id": body.id.lstrip("/"),
                "name": body.name,
                "description": self._graph.labels.place_name(body.place) or body.level,
                "type": [{"id": BODY, "name": "Cơ quan, tổ chức"}],
                "score": _body_score(body, name) - (30 if place and place != body.place else 0),
                "match": False,
            }
            for body in found
        ]


def known(graph: Graph, presenter: Presenter, identifier: str) -> tuple[str, Any] | None:
    """Return ('work'|'body', its answer) of an id as it is told in candidates; None if unknown."""
    path = "/" + identifier.strip("/")
    if is_work_id(path):
        located = graph.store.locate(path)
        work = graph.store.work(located[0]) if len(located) == 1 else None
        return (WORK, presenter.work(work)) if work else None
    body = graph.store.body(path)
    return (BODY, presenter.body(body)) if body else None


def _body_score(body: Body, asked: str) -> float:
    names = {fold(name) for name in (body.name, *body.aliases, *body.codes)}
    return 100.0 if fold(body.name) == fold(asked) else 95.0 if fold(asked) in names else 50.0


def _agreement(work: WorkAnswer, query: Query) -> float:
    """Return by how much what else the table says takes from a work's score: 1 for nothing."""
    factor = 1.0
    for pid in ("type", "number", "date", "issuer", "title", "term", "place"):
        said = query.said(pid)
        known_value = getattr(work, pid)
        if not said or not known_value:
            continue
        ours = {slug(str(known_value)), slug(getattr(work, f"{pid}_id", None) or "")}
        if slug(said) not in ours:
            factor *= 0.7 if pid == "title" else 0.5
    return factor


def _day(text: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except LuocdoError:
        return None

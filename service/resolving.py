"""Which document is meant: by a citation as written, or by number and what else is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.errors import InputError, NotFoundError, NotTextError
from graph.model.numbers import DocumentNumber
from graph.reading import make_source
from service.present import Presenter
from service.schemas.references import ResolveAnswer, ResolvedCandidate
from service.schemas.works import WorkAnswer
from service.state import Graph


class Several(Exception):  # noqa: N818 - an answer, not an error
    """The identifier or citation may mean any of several works."""

    def __init__(self, answer: ResolveAnswer) -> None:
        super().__init__(answer.why)
        self.answer = answer


class NothingMeantError(NotFoundError):
    """No known document is meant; ``candidates`` are works that differ in what was stated."""

    def __init__(self, detail: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(detail)
        self.candidates = candidates


def several(presenter: Presenter, works: list[Work], why: str) -> ResolveAnswer:
    """Return the answer that offers works between which nothing decides."""
    score = round(1 / len(works), 3)
    candidates = [
        ResolvedCandidate(work=answer, score=score, why=difference(answer))
        for answer in presenter.works(works)
    ]
    return ResolveAnswer(
        status="ambiguous", work=None, why=why, confidence=None, candidates=candidates
    )


def difference(work: WorkAnswer) -> str:
    """Return what tells a work from others of its number."""
    said = [f"ngày {work.date}" if work.date else "không rõ ngày"]
    if work.term:
        said.append(f"khóa {work.term}")
    if work.issuer:
        said.append(f"của {work.issuer}")
    return ", ".join(said)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as somebody names it. All but ``number`` may be unknown."""

    number: DocumentNumber
    type: str | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    term: str | None = None
    place: str | None = None


class Resolving:
    """Answers with the one work that is meant; raises Several or NothingMeantError."""

    def __init__(self, graph: Graph, presenter: Presenter) -> None:
        self._graph = graph
        self._presenter = presenter

    def text(self, text: str, published: PartialDate | None, place: str | None) -> ResolveAnswer:
        """Resolve the first reference in a text that was written then and there."""
        try:
            source = make_source(text, "text", published=published, place=place)
        except NotTextError as error:  # here a fault of the question, not of a file's type
            raise InputError(error.detail) from error
        references = self._graph.pipeline.references(source).to_dict()["references"]
        if not references:
            raise NothingMeantError(f"không thấy văn bản nào được nhắc đến trong '{text}'")
        return self._decided(references[0]["text"], references[0]["resolution"])

    def citation(self, asked: Citation, published: PartialDate | None) -> ResolveAnswer:
        """Resolve a number; ``published`` is when it was cited, which tells the term."""
        works = self._known(asked)
        if not works:
            raise self._nothing(asked)
        if len(works) > 1 and published is not None:
            works = self._of_that_time(asked, works, published)
        if len(works) > 1:
            raise Several(
                several(
                    self._presenter, list(works), f"{len(works)} văn bản mang số {asked.number}"
                )
            )
        return ResolveAnswer(
            status="resolved",
            work=self._presenter.work(works[0]),
            why="chỉ một văn bản khớp với mọi điều đã nêu",
            confidence=1.0,
            candidates=[],
        )

    def _known(self, asked: Citation) -> tuple[Work, ...]:
        labels = self._graph.labels
        return self._graph.store.works_by_number(
            str(asked.number),
            type=labels.type_id(asked.type),
            date=asked.date,
            issuer=self._graph.body_id(asked.issuer),
            place=labels.place_id(asked.place),
            term=asked.term,
        )

    def _nothing(self, asked: Citation) -> NothingMeantError:
        others = self._graph.store.works_by_number(str(asked.number))
        if not others:
            return NothingMeantError(f"không có văn bản nào mang số {asked.number}")
        return NothingMeantError(
            f"có số {asked.number} nhưng không khớp với những điều khác đã nêu",
            tuple(work.id for work in others),
        )

    def _of_that_time(
        self, asked: Citation, works: tuple[Work, ...], published: PartialDate
    ) -> tuple[Work, ...]:
        """Return the one that a text of that date would mean, or all where it would not tell."""
        word = self._graph.labels.type_name(works[0].type) or ""
        source = make_source(f"{word} số {asked.number}", "resolve", published=published)
        references = self._graph.pipeline.references(source).to_dict()["references"]
        meant = {reference["resolution"]["work"] for reference in references}
        return tuple(work for work in works if work.id in meant) or works

    def _decided(self, text: str, found: Mapping[str, Any]) -> ResolveAnswer:
        resolution = self._presenter.worded(found)
        if resolution["status"] == "ambiguous":
            raise Several(self._offered(resolution))
        work = self._work(resolution["work"])
        if work is None:
            why = "chưa được biết đến" if resolution["work"] else resolution["why"]
            raise NothingMeantError(f"'{text}': {why}")
        return ResolveAnswer(
            status="resolved",
            work=work,
            why="; ".join((resolution["why"], *resolution["conflicts"])),
            confidence=resolution["confidence"],
            candidates=[],
        )

    def _offered(self, resolution: dict[str, Any]) -> ResolveAnswer:
        found = ((self._work(row["work"]), row) for row in resolution["candidates"])
        candidates = [
            ResolvedCandidate(work=work, score=row["score"], why=row["why"])
            for work, row in found
            if work is not None
        ]
        return ResolveAnswer(
            status="ambiguous",
            work=None,
            why=resolution["why"],
            confidence=None,
            candidates=candidates,
        )

    def _work(self, work_id: str | None) -> WorkAnswer | None:
        work = self._graph.store.work(work_id) if work_id else None
        return self._presenter.work(work) if work else None

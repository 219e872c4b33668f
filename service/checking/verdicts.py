"""One verdict for each reference of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import JsonValue

from graph.lineage.force import REPEALED, REPLACED, SUSPENDED
from graph.model.documents import Work
from graph.model.relations import RelationKind
from graph.model.sources import SourceText
from service.checking.faults import faults
from service.checking.known import Known
from service.citing import cited, own_style
from service.present import Presenter
from service.schemas.check import (
    CheckAnswer,
    CheckedReference,
    FaultAnswer,
    Verdict,
)
from service.schemas.references import ResolvedCandidate
from service.state import Graph

_DEAD = (REPLACED, REPEALED, SUSPENDED)
# A draft that ends a document is right to name it, dead or not.
_ENDING = frozenset({RelationKind.REPLACES, RelationKind.REPEALS})


class Checker:
    """Checks drafts against the graph."""

    def __init__(self, graph: Graph, presenter: Presenter) -> None:
        self._graph = graph
        self._presenter = presenter

    def check(self, source: SourceText, identifier: JsonValue = None) -> CheckAnswer:
        """Return what is to be said of every reference of a draft, in the order of the text."""
        day = source.published.latest() if source.published else date.today()
        found = self._graph.pipeline.references(source).to_dict()
        ended = {one["to"] for one in found["relations"] if one["relation"] in _ENDING}
        known = Known(self._graph, self._presenter, day)
        checked = [
            self._checked(reference, paths, known, ended)
            for reference, paths in _merged(found["references"])
        ]
        counts = Counter(one.verdict for one in checked)
        return CheckAnswer(
            id=identifier,
            day=str(day),
            counts=dict(counts),
            references=checked,
            warnings=list(source.warnings),
        )

    def _checked(
        self,
        reference: Mapping[str, Any],
        paths: list[list[str]],
        all_known: Known,
        ended: set[str],
    ) -> CheckedReference:
        resolution = self._presenter.worded(reference["resolution"])
        known = all_known.work(resolution["work"])
        work = self._presenter.work(known) if known else None
        wrong = self._faults(reference, known)
        candidates = self._candidates(resolution, all_known)
        if known is None and not candidates:
            guess = all_known.near(reference)
            if guess is not None:
                answer = self._presenter.work(guess)
                why = "cùng loại, cùng ngày, cùng cơ quan, khác số"
                candidates = [ResolvedCandidate(work=answer, score=0.5, why=why)]
                stated = str(reference["number"])
                wrong.append(FaultAnswer(field="number", stated=stated, known=guess.number))
        force = all_known.force(known) if known else None
        dead = force is not None and force.state in _DEAD and resolution["work"] not in ended
        suggested = work or (candidates[0].work if wrong and candidates else None)
        style = own_style(suggested) if suggested else None
        return CheckedReference(
            start=reference["start"],
            end=reference["end"],
            text=reference["text"],
            subdivisions=paths,
            verdict=_verdict(resolution["status"], known, bool(wrong), dead),
            status=resolution["status"],
            work=work,
            why=_why(resolution, known),
            confidence=resolution["confidence"],
            candidates=candidates,
            faults=wrong,
            force=force,
            replaced_by=all_known.heads(known) if known and dead else [],
            suggestion=cited(suggested)[style] if suggested and style else None,
            style=style,
        )

    def _faults(self, reference: Mapping[str, Any], known: Work | None) -> list[FaultAnswer]:
        if known is None:
            return []
        return list(faults(self._graph, reference, known))

    def _candidates(self, resolution: Mapping[str, Any], known: Known) -> list[ResolvedCandidate]:
        found = ((known.work(row["work"]), row) for row in resolution["candidates"])
        return [
            ResolvedCandidate(work=self._presenter.work(work), score=row["score"], why=row["why"])
            for work, row in found
            if work is not None
        ]


def _merged(
    references: list[dict[str, Any]],
) -> Iterator[tuple[dict[str, Any], list[list[str]]]]:
    """Yield each reference once, with all subdivisions that it names."""
    rows: dict[tuple[int, int], tuple[dict[str, Any], list[list[str]]]] = {}
    for reference in references:
        row = rows.setdefault((reference["start"], reference["end"]), (reference, []))
        if reference["subdivisions"]:
            row[1].append(reference["subdivisions"])
    yield from rows.values()


def _verdict(status: str, known: Work | None, wrong: bool, dead: bool) -> Verdict:
    if status == "ambiguous":
        return "ambiguous"
    if wrong:
        return "wrong"
    if known is None:
        return "unknown"
    return "dead" if dead else "right"


def _why(resolution: Mapping[str, Any], known: Work | None) -> str:
    if resolution["work"] and known is None:
        return "chưa có văn bản này trong kho; chỉ dự thảo nhắc đến"
    return str(resolution["why"])

"""From the model's values to the answers' shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.relations import RelationKind
from graph.model.sources import SourceText
from graph.pipeline import Ingested
from graph.store import EvidenceRow, SourceSummary, Store
from service.labels import Labels
from service.schemas.linked import CitationAnswer, RelationAnswer
from service.schemas.references import SpanAnswer
from service.schemas.sources import (
    EvidenceAnswer,
    IngestAnswer,
    SourceAnswer,
    SourceTextAnswer,
)
from service.schemas.works import BodyAnswer, WorkAnswer

_BODY_ID = re.compile(r"/org/[\w/-]+")


class Presenter:
    """Builds answers within one request; names of bodies are looked up once each."""

    def __init__(self, store: Store, labels: Labels, base_uri: str) -> None:
        self._store = store
        self._labels = labels
        self._base = base_uri
        self._names: dict[str, str | None] = {}

    def url(self, path: str) -> str:
        """Return the absolute URL of a path of this service."""
        return self._base + path

    def work(self, work: Work) -> WorkAnswer:
        """Return a work with the names of what it points to."""
        return WorkAnswer(
            id=work.id,
            url=self.url(f"/works{work.id}"),
            type=self._labels.type_name(work.type),
            type_id=work.type,
            number=work.number,
            name=work.name,
            date=_text(work.signed_on),
            issuer=self._body_name(work.issuer),
            issuer_id=work.issuer,
            term=work.term,
            place=self._labels.place_name(work.place),
            place_id=work.place,
            title=work.title,
            status=work.standing,
            effective=_text(work.effective_on),
            expires=_text(work.expires_on),
            aliases=list(work.aliases),
        )

    def works(self, works: Iterable[Work]) -> list[WorkAnswer]:
        """Return several works, in order; their issuers are looked up at once."""
        listed = list(works)
        issuers = {work.issuer for work in listed if work.issuer} - self._names.keys()
        self._names.update((body.id, body.name) for body in self._store.bodies_of(issuers))
        return [self.work(work) for work in listed]

    def worded(self, resolution: Mapping[str, Any]) -> dict[str, Any]:
        """Return a resolution, as told in JSON, whose reasons name bodies where they had ids."""
        rows = [{**row, "why": self._worded(row["why"])} for row in resolution["candidates"]]
        return {
            **resolution,
            "why": self._worded(resolution["why"]),
            "conflicts": [self._worded(said) for said in resolution["conflicts"]],
            "candidates": rows,
        }

    def _worded(self, why: str) -> str:
        return _BODY_ID.sub(lambda found: self._body_name(found[0]) or found[0], why)

    def body(self, body: Body) -> BodyAnswer:
        """Return a body."""
        return BodyAnswer(
            id=body.id,
            url=self.url(f"/bodies{body.id}"),
            name=body.name,
            level=body.level,
            world=body.world,
            place=self._labels.place_name(body.place),
            place_id=body.place,
            codes=list(body.codes),
            aliases=list(body.aliases),
            parent=body.parent,
            valid_from=body.valid_from,
            valid_to=body.valid_to,
            successors=list(body.successors),
        )

    def evidence(self, rows: Iterable[EvidenceRow]) -> list[EvidenceAnswer]:
        """Return passages that speak of a work."""
        return [self._passage(row) for row in rows]

    def relation(self, path: str, link: tuple[str, RelationKind, str]) -> RelationAnswer:
        """Return one relation with everything that states it."""
        citations = [
            CitationAnswer(
                source=one.source,
                sentence=SpanAnswer(start=one.sentence.start, end=one.sentence.end),
                text=one.text,
                cue=one.cue,
                rule=one.rule,
                confidence=one.confidence,
                asserted_by=one.asserted_by,
            )
            for one in self._store.provenance(*link)
        ]
        ends = {"from": link[0], "relation": link[1], "to": link[2]}
        label = self._labels.relation(link[1])
        return RelationAnswer.model_validate(
            {**ends, "url": self.url(path), "label": label, "evidence": citations}
        )

    def source(self, source: SourceSummary | SourceText) -> SourceAnswer:
        """Return what is known of a source, without its text."""
        return SourceAnswer(**self._source(source))

    def source_text(self, source: SourceText) -> SourceTextAnswer:
        """Return a source with its text."""
        return SourceTextAnswer(
            **self._source(source), text=source.text, warnings=list(source.warnings)
        )

    def ingested(self, done: Ingested) -> IngestAnswer:
        """Return what reading a source came to."""
        return IngestAnswer(
            source=done.source_id,
            url=self.url(f"/sources/{done.source_id}"),
            new=done.new,
            mentions=done.mentions,
            resolved=done.resolved,
            ambiguous=done.ambiguous,
            unresolved=done.unresolved,
            relations=done.relations,
            warnings=list(done.warnings),
        )

    def _passage(self, row: EvidenceRow) -> EvidenceAnswer:
        label = None
        if row.relation is not None:
            label = self._labels.relation(row.relation, inverse=not row.outgoing)
        return EvidenceAnswer(
            source=row.source,
            title=row.title,
            publisher=row.publisher,
            published=_text(row.published),
            span=SpanAnswer(start=row.span.start, end=row.span.end),
            text=row.text,
            kind=row.kind,
            relation=row.relation,
            label=label,
            outgoing=row.outgoing,
            other=row.other,
        )

    def _source(self, source: SourceSummary | SourceText) -> dict[str, Any]:
        return {
            "id": source.id,
            "url": self.url(f"/sources/{source.id}"),
            "title": source.title,
            "publisher": source.publisher,
            "published": _text(source.published),
            "place": source.place,
            "author": source.author,
            "origin": source.origin,
            "media_type": source.media_type,
        }

    def _body_name(self, body_id: str | None) -> str | None:
        if body_id is None:
            return None
        if body_id not in self._names:
            body = self._store.body(body_id)
            self._names[body_id] = body.name if body else self._labels.body_name(body_id)
        return self._names[body_id]


def _text(date: PartialDate | None) -> str | None:
    return str(date) if date else None

"""Sources, evidence, counts, health."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind
from service.schemas.references import SpanAnswer


class SourceAnswer(BaseModel):
    """A text that was read, without the text itself."""

    id: str = Field(description="'sha256:' and the hash of text and metadata.")
    url: str
    title: str | None
    publisher: str | None
    published: str | None
    place: str | None
    author: str | None
    origin: str
    media_type: str


class SourceTextAnswer(SourceAnswer):
    """A text that was read; all offsets count its code points."""

    text: str
    warnings: list[str]


class IngestAnswer(BaseModel):
    """What reading a source came to."""

    source: str
    url: str
    new: bool = Field(description="False where the same text was known already.")
    mentions: int
    resolved: int
    ambiguous: int
    unresolved: int
    relations: int
    warnings: list[str]


class EvidenceAnswer(BaseModel):
    """A passage that speaks of the work; ``relation`` and ``other`` where it states a relation."""

    source: str
    title: str | None
    publisher: str | None
    published: str | None
    span: SpanAnswer
    text: str
    kind: MentionKind | None
    relation: RelationKind | None
    label: str | None = Field(description="The relation in words, seen from the work.")
    outgoing: bool | None = Field(description="Whether the work acts on ``other``.")
    other: str | None


class HealthAnswer(BaseModel):
    """Whether the service can answer."""

    status: Literal["ok"]
    version: str
    generation: int = Field(description="Grows with every change of the store.")
    registry: str = Field(description="Version of the registries in seeds/.")


class StatsAnswer(BaseModel):
    """Counts of what is in the store."""

    generation: int
    counts: dict[str, Any]

"""Relations by themselves, and the registries' types and places."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from graph.model.relations import RelationKind
from service.schemas.references import SpanAnswer


class CitationAnswer(BaseModel):
    """A passage that states the relation."""

    source: str
    sentence: SpanAnswer
    text: str
    cue: str
    rule: str
    confidence: float
    asserted_by: str


class RelationAnswer(BaseModel):
    """One relation, from the acting node to the one acted on, with all that states it."""

    model_config = ConfigDict(populate_by_name=True)

    url: str
    source: str = Field(alias="from")
    relation: RelationKind
    target: str = Field(alias="to")
    label: str = Field(examples=["thực hiện"])
    evidence: list[CitationAnswer]


class TermAnswer(BaseModel):
    """A type of document or a place, as registered."""

    id: str = Field(examples=["chi-thi"])
    url: str
    name: str = Field(examples=["Chỉ thị"])
    kind: str
    aliases: list[str]
    codes: list[str] = Field(description="Of types: the codes in document numbers.")
    successors: list[str] = Field(description="Of places: what it went up in.")

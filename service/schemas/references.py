"""Texts handed in and what is found in them; resolving one reference."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator

from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind
from service.schemas.works import WorkAnswer

_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:")
_TEXT = "Thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị."
_WORK = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"


class ReferencesRequest(BaseModel):
    """A text and its circumstances, which decide who 'Tỉnh ủy' is and which term is meant."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text": _TEXT, "published": "2024-02-11", "place": "Sóc Trăng"}]
        }
    )

    id: JsonValue = Field(default=None, description="Of any JSON type; handed through.")
    text: str
    published: str | None = Field(
        default=None, description="YYYY-MM-DD, YYYY-MM or YYYY; of a time, its day."
    )
    place: str | None = Field(default=None, description="The province whose text this is.")

    @field_validator("published")
    @classmethod
    def _day(cls, published: str | None) -> str | None:
        return published[:10] if published and _TIME.match(published) else published


class SourceRequest(ReferencesRequest):
    """A text to be kept as evidence."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    origin: str | None = Field(default=None, description="Where the text comes from.")
    as_is: bool = Field(
        default=False,
        description="What is not said here is not looked for in the text, as for the lines of "
        "/export/sources.ndjson.",
    )
    media_type: str | None = Field(
        default=None, max_length=200, description="Of what the text was read from; with `as_is`."
    )
    warnings: list[Annotated[str, Field(max_length=1000)]] = Field(
        default=[], max_length=100, description="Oddities met in reading it; with `as_is`."
    )


class CandidateAnswer(BaseModel):
    """A work that may be meant."""

    work: str
    score: float
    why: str


class ResolutionAnswer(BaseModel):
    """What a reference was decided to mean, or why it was not."""

    status: Literal["resolved", "ambiguous", "unresolved"]
    work: str | None
    why: str
    confidence: float
    candidates: list[CandidateAnswer]
    conflicts: list[str] = Field(description="What the text states that is otherwise in truth.")


class SpanAnswer(BaseModel):
    """A half-open range of code points."""

    start: int
    end: int


class ReferenceAnswer(BaseModel):
    """One reference. Offsets count Unicode code points of the text as given."""

    start: int
    end: int
    text: str
    kind: MentionKind
    type: str | None
    number: str | None
    name: str | None
    date: str | None
    issuer: str | None
    place: str | None = Field(description="The place that the issuer's phrase names.")
    title: str | None
    term: str | None
    quoted: bool
    subdivisions: list[str]
    spans: dict[str, SpanAnswer] = Field(
        description="Where each stated field stands: number, date, issuer, place, title, "
        "subdivisions, effective, expires."
    )
    resolution: ResolutionAnswer


class StatedRelation(BaseModel):
    """A relation that the text states."""

    model_config = ConfigDict(populate_by_name=True)

    source: str | None = Field(alias="from")
    relation: RelationKind
    target: str | None = Field(alias="to")
    from_number: str | None
    from_name: str | None = Field(
        description="A name, a body, or 'Nghị định này' of a text that does not say which it is."
    )
    to_number: str | None
    to_name: str | None
    cue: str
    confidence: float
    rule: str
    from_subdivisions: list[str]
    to_subdivisions: list[str]
    from_span: SpanAnswer | None = Field(description="The words for what acts.")
    to_span: SpanAnswer = Field(description="The words for what is acted on.")
    sentence: SpanAnswer
    cue_span: SpanAnswer


class ReferencesAnswer(BaseModel):
    """All references of a text and the relations it states between them."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": None,
                    "self": None,
                    "references": [
                        {
                            "start": 10, "end": 45, "text": _TEXT[10:45], "kind": "numbered",
                            "type": "Chỉ thị", "number": "39-CT/TW", "name": None,
                            "date": "2014-08-18", "issuer": "Bộ Chính trị", "place": None,
                            "title": None, "term": None, "quoted": False, "subdivisions": [],
                            "spans": {
                                "number": {"start": 21, "end": 29},
                                "date": {"start": 31, "end": 45},
                                "issuer": {"start": 50, "end": 62},
                            },
                            "resolution": {
                                "status": "resolved", "work": _WORK, "why": "số và ngày",
                                "confidence": 0.98, "candidates": [], "conflicts": [],
                            },
                        }
                    ],
                    "pointers": [],
                    "relations": [],
                    "warnings": [],
                }
            ]
        }
    )  # fmt: skip

    id: JsonValue = None
    self: ReferenceAnswer | None = Field(description="The document that the text itself is.")
    references: list[ReferenceAnswer]
    pointers: list[ReferenceAnswer] = Field(description="'Nghị quyết này' and the like.")
    relations: list[StatedRelation]
    warnings: list[str] = Field(default=[], description="What of the file could not be read.")


class ResolvedCandidate(BaseModel):
    """A work that may be meant, as it is known."""

    work: WorkAnswer
    score: float
    why: str


class ResolveAnswer(BaseModel):
    """The work that is meant (200), or those that may be (300)."""

    status: Literal["resolved", "ambiguous"]
    work: WorkAnswer | None
    why: str
    confidence: float | None
    candidates: list[ResolvedCandidate]

"""What checking a draft comes to."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from service.schemas.references import ReferencesRequest, ResolvedCandidate
from service.schemas.works import WorkAnswer

Verdict = Literal["right", "wrong", "dead", "ambiguous", "unknown"]


class CheckRequest(ReferencesRequest):
    """A draft. ``published`` is the day for which it is checked; today if unsaid."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text": "Căn cứ Chỉ thị số 39-CT/TW ngày 19/8/2014 của Bộ Chính trị;"}]
        }
    )


class FaultAnswer(BaseModel):
    """One thing that the draft states otherwise than the document has it."""

    field: Literal["date", "issuer", "number", "title", "type", "time"] = Field(
        description="'time': the document is younger than the draft."
    )
    stated: str
    known: str | None


class ForceAnswer(BaseModel):
    """How the cited document stood on the day of the draft."""

    state: str = Field(examples=["replaced"])
    since: str | None
    by: list[str]
    why: str


class CheckedReference(BaseModel):
    """One reference. Offsets count Unicode code points of the text as given."""

    start: int
    end: int
    text: str
    subdivisions: list[list[str]]
    verdict: Verdict
    status: Literal["resolved", "ambiguous", "unresolved"]
    work: WorkAnswer | None
    why: str
    confidence: float
    candidates: list[ResolvedCandidate]
    faults: list[FaultAnswer]
    force: ForceAnswer | None
    replaced_by: list[WorkAnswer] = Field(description="What holds in its place.")
    suggestion: str | None = Field(description="The citation as it should be, in its own style.")
    style: Literal["state", "party"] | None


class CheckAnswer(BaseModel):
    """All references of a draft with what is to be said of each."""

    id: JsonValue = None
    day: str = Field(description="The day for which force was judged.")
    counts: dict[Verdict, int]
    references: list[CheckedReference]
    warnings: list[str] = Field(description="What of the draft could not be read.")


class CitationsAnswer(BaseModel):
    """A work as it is to be cited."""

    work: str
    style: Literal["state", "party"] = Field(description="The style of the work's own world.")
    citation: str = Field(description="In the style that was asked for, else in its own.")
    citations: dict[str, str]

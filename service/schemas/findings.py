"""Answers about the store as a whole: wanted works, faults, reviews, other vocabularies."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.model.relations import RelationKind
from service.schemas.lineage import NodeAnswer
from service.schemas.questions import Basis, QuoteAnswer
from service.schemas.works import PageAnswer, WorkAnswer


class StatedAnswer(BaseModel):
    """A value that texts state, by how many, with one of them."""

    value: str
    sources: int
    example: str


class DisagreementAnswer(BaseModel):
    """Values of a field that cannot all be right, the most stated first."""

    field: str
    values: list[StatedAnswer]


class WantedAnswer(BaseModel):
    """A work that texts cite and nobody has read, reconstructed as well as they allow."""

    work: WorkAnswer
    sources: int = Field(description="How many texts cite it.")
    disagreements: list[DisagreementAnswer]


class FindingAnswer(BaseModel):
    """Something that cannot, or should not, be so."""

    rule: str = Field(examples=["dead-target"])
    label: str
    works: list[str]
    relation: RelationKind | None
    why: str
    quote: QuoteAnswer | None


class AuditAnswer(BaseModel):
    """A stretch of what the audit found: rule by rule, in a large store work by work."""

    total: int | None = Field(description="null in a large store: all of it is not looked at.")
    limit: int
    offset: int
    items: list[FindingAnswer]
    counts: dict[str, int] = Field(
        description="By rule, of those that were asked for; in a large store of this stretch."
    )
    looked_at: int | None = Field(description="Works looked at for this answer; null: all.")
    next: str | None = Field(description="Address of the next stretch; null at the end.")


class ReviewAnswer(BaseModel):
    """A review (sơ kết, tổng kết) that a text tells of."""

    by: NodeAnswer | None
    date: str | None
    basis: Basis | None
    quotes: list[QuoteAnswer]


class ReviewedAnswer(BaseModel):
    """A work with the reviews found, oldest first."""

    work: NodeAnswer
    reviews: list[ReviewAnswer]


class DueAnswer(BaseModel):
    """A review that was due by the day asked for, of which nothing is found."""

    work: NodeAnswer
    name: str = Field(examples=["tổng kết 10 năm"])
    years: int
    day: date
    overdue: int = Field(description="Days since.")
    earlier: list[ReviewAnswer] = Field(description="Reviews too early to be this one.")


class ReviewsAnswer(BaseModel):
    """Reviews found, and reviews due by a day with none found; a stretch of each."""

    on: date
    found: PageAnswer[ReviewedAnswer]
    due: PageAnswer[DueAnswer]


class ForeignNameAnswer(BaseModel):
    """What another vocabulary calls one of our relations."""

    vocabulary: str
    relation: RelationKind
    side: Literal["active", "passive"]
    extent: Literal["whole", "part"]
    name: str
    preferred_for_export: bool
    preferred_for_import: bool


class CrosswalkAnswer(BaseModel):
    """All names, and where the relations under each vocabulary's names are."""

    vocabularies: dict[str, list[str]] = Field(description="Files of each vocabulary.")
    names: list[ForeignNameAnswer]


class AssertionRequest(BaseModel):
    """What another database says of two documents, in its own words."""

    model_config = ConfigDict(populate_by_name=True, extra="forbid")

    subject: str = Field(alias="from", max_length=500, examples=["90/2020/TT-BTC"])
    name: str = Field(max_length=500, examples=["Văn bản bị thay thế"])
    target: str = Field(alias="to", max_length=500, examples=["05/2015/TT-BTC"])


class AssertionsRequest(BaseModel):
    """Assertions of one source. Ends are identifiers or numbers; ``from`` is the document of
    whose page ``name`` is said."""

    model_config = ConfigDict(extra="forbid")

    asserted_by: str = Field(max_length=500, examples=["thuvienphapluat.vn"])
    assertions: list[AssertionRequest] = Field(max_length=10_000)


class TakenAnswer(BaseModel):
    """What an import brought."""

    new: int
    known: int
    unknown_names: list[str]


class AssertionAnswer(BaseModel):
    """A foreign assertion, kept beside what was read, as far as it can be understood."""

    asserted_by: str
    vocabulary: str
    subject: str
    name: str
    object: str
    relation: RelationKind | None = Field(description="null: the name has no single meaning.")
    part: bool
    sources: list[str] = Field(description="Works that the acting end may be.")
    targets: list[str] = Field(description="Works that the end acted on may be.")
    read: bool = Field(description="Whether a text was read that says the same.")

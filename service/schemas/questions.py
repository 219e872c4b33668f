"""Answers about one work: its time, its force, what rests on it, who has carried it out."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from graph.model.relations import RelationKind
from service.schemas.lineage import NodeAnswer
from service.schemas.references import SpanAnswer

Basis = Literal["effective", "signed", "reported", "stated"]
State = Literal[
    "in-force", "partly", "not-yet", "replaced", "repealed", "expired", "suspended", "unknown"
]
_BASIS = (
    "Which date it is: stated for what was done, of taking effect, of signing, or of the oldest "
    "text that reports it."
)
_STATUS: JsonDict = {
    "work": "/eli/vn/tw/ttg/quyet-dinh/2016-11-22/51", "day": "2026-01-01", "state": "in-force",
    "since": "2016-11-22", "basis": "signed", "by": [], "subdivisions": [], "quotes": [],
    "why": "chưa thấy văn bản nào làm hết hiệu lực; không rõ ngày có hiệu lực, tính từ ngày ký",
}  # fmt: skip


class QuoteAnswer(BaseModel):
    """A sentence, and the text that it stands in."""

    source: str
    title: str | None
    published: str | None
    span: SpanAnswer
    text: str


class HappeningAnswer(BaseModel):
    """One thing that happened to the work."""

    what: str = Field(
        examples=["replaced"],
        description="issued, in-force, amended, replaced, partly-repealed, reviewed …",
    )
    date: str | None
    basis: Basis | None = Field(description=_BASIS)
    by: NodeAnswer | None
    relation: RelationKind | None
    subdivisions: list[str]
    quotes: list[QuoteAnswer]
    doubt: str | None = Field(description="Why it cannot be as stated.")
    until: str | None = Field(default=None, description="The last day of it, where one is given.")


class TimelineAnswer(BaseModel):
    """What happened to a work, oldest first; what bears no date stands last."""

    work: str
    as_of: date | None
    events: list[HappeningAnswer]


class StatusAnswer(BaseModel):
    """How a work stands on a day, by all that the store holds, with the sentence that says so."""

    model_config = ConfigDict(json_schema_extra={"examples": [_STATUS]})

    work: str
    day: date
    state: State
    since: str | None
    basis: Basis | None = Field(description=_BASIS)
    by: list[NodeAnswer]
    subdivisions: list[str]
    quotes: list[QuoteAnswer]
    why: str


class HeadAnswer(BaseModel):
    """A document at which the replacements end."""

    node: NodeAnswer
    path: list[str] = Field(description="Works from the one asked for to this one.")
    status: StatusAnswer


class ForkAnswer(BaseModel):
    """A work that several others replace."""

    work: str
    replacers: list[str]


class CurrentAnswer(BaseModel):
    """Where the replacements of a work lead. No head at all: they run in a circle."""

    work: str
    day: date
    living: list[str]
    heads: list[HeadAnswer]
    forks: list[ForkAnswer]
    cycles: list[list[str]]


class TieAnswer(BaseModel):
    """A relation on a way, with one sentence that states it."""

    model_config = ConfigDict(populate_by_name=True)

    source: str = Field(alias="from")
    relation: RelationKind
    target: str = Field(alias="to")
    evidence: int
    quote: QuoteAnswer | None


class AffectedAnswer(BaseModel):
    """A work (or a body that acts) which rests on the work asked for, by a shortest way."""

    node: NodeAnswer
    distance: int
    path: list[TieAnswer]


class ImpactAnswer(BaseModel):
    """What must be reviewed if the work goes, nearest first: a stretch of ``total``."""

    work: str
    total: int
    limit: int
    offset: int
    truncated: bool = Field(description="More works are affected than were counted.")
    items: list[AffectedAnswer]


class CarryingAnswer(BaseModel):
    """A document that carries the work out, or a body that is said to."""

    node: NodeAnswer
    relation: RelationKind
    date: str | None
    lag: int | None = Field(description="Days after the signing of the work.")
    through: list[str] = Field(description="Works between the two, none where it is direct.")
    remark: str | None = Field(description="Whose it is, where the unit was merged or divided.")
    quote: QuoteAnswer | None


class CoveredAnswer(BaseModel):
    """A province or ministry. 'not in the store' does not mean that it issued nothing."""

    unit: str
    name: str
    status: Literal["found", "not in the store"]
    documents: list[CarryingAnswer]
    bodies: list[CarryingAnswer] = Field(description="Bodies of it that texts say have acted.")


class CoverageAnswer(BaseModel):
    """Which provinces or ministries, as they were on ``day``, have carried a work out."""

    work: str
    level: Literal["province", "ministry"]
    day: date
    as_of: date | None
    total: int
    found: int
    rows: list[CoveredAnswer]

"""What the store answers with, beside the values of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.model.dates import PartialDate
from graph.model.mentions import Mention, MentionKind
from graph.model.relations import RelationKind
from graph.model.resolutions import Resolution
from graph.model.spans import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of many: ``items`` from ``offset`` on, out of ``total``."""

    items: tuple[T, ...]
    total: int
    limit: int
    offset: int


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """A source without its text."""

    id: str
    origin: str
    media_type: str
    title: str | None
    publisher: str | None
    published: PartialDate | None
    place: str | None
    author: str | None


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A relation and by how many statements (or mentions, for issued_by) it is known."""

    source: str
    kind: RelationKind
    target: str
    from_subdivisions: tuple[str, ...]
    to_subdivisions: tuple[str, ...]
    evidence: int


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One place that speaks of a work.

    ``span`` is the sentence where ``relation`` is set, else the mention; ``text`` the sentence,
    or the mention's surroundings. ``outgoing`` says that the work acts on ``other``.
    """

    source: str
    title: str | None
    publisher: str | None
    published: PartialDate | None
    span: Span
    text: str
    kind: MentionKind | None
    relation: RelationKind | None
    outgoing: bool | None
    other: str | None


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention of a source; ``resolution`` is that of ``root``, None where there is none."""

    index: int
    root: int
    mention: Mention
    resolution: Resolution | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that states a relation, with the text that it stands in."""

    source: str
    title: str | None
    published: PartialDate | None
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A node that a commit touched. ``at`` is when, in UTC ('2026-01-31T08:00:00+00:00')."""

    generation: int
    at: str
    node: str

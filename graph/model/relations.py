"""The kinds of relation between works and bodies. Labels and ELI terms are in seeds/."""

from __future__ import annotations

from enum import StrEnum

from graph.model.dates import PartialDate
from graph.model.enums import quick
from graph.model.spans import Span
from graph.model.values import value


@quick
class RelationKind(StrEnum):
    """Active verbs, from the acting node to the one acted on."""

    BASED_ON = "based_on"
    IMPLEMENTS = "implements"
    DETAILS = "details"
    GUIDES = "guides"
    INSTITUTIONALISES = "institutionalises"
    CONTINUES = "continues"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    SUSPENDS = "suspends"
    STAYS = "stays"
    EXTENDS = "extends"
    CORRECTS = "corrects"
    CONSOLIDATES = "consolidates"
    REVIEWS = "reviews"
    RESPONDS_TO = "responds_to"
    APPROVES = "approves"
    NOTIFIES = "notifies"
    INTERPRETS = "interprets"
    PUBLISHES = "publishes"
    PART_OF = "part_of"
    CITES = "cites"
    ISSUED_BY = "issued_by"
    SIGNED_BY = "signed_by"
    SUCCEEDED_BY = "succeeded_by"


# What alters the text or the force of the document acted on.
CHANGES = frozenset(
    (
        RelationKind.AMENDS,
        RelationKind.REPLACES,
        RelationKind.REPEALS,
        RelationKind.SUSPENDS,
        RelationKind.STAYS,
        RelationKind.EXTENDS,
        RelationKind.CORRECTS,
    )
)


@value(frozen=True, slots=True)
class Statement:
    """What a text says of two documents, before anyone has decided which documents they are.

    ``subject`` and ``object`` are indices into the text's mentions. Where ``subject`` is None the
    actor is the body phrase ``subject_body`` as written, which ``subject_span`` covers. ``since``
    and ``until`` are the first and the last day of what is done, where the sentence gives them.
    """

    relation: RelationKind
    subject: int | None
    object: int
    cue: Span
    sentence: Span
    rule: str
    confidence: float
    subject_body: str | None = None
    subject_span: Span | None = None
    from_subdivisions: tuple[str, ...] = ()
    to_subdivisions: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None


@value(frozen=True, slots=True)
class Provenance:
    """The evidence for one relation: where it is said, by which cue and rule, how surely."""

    source: str
    sentence: Span
    text: str
    cue: str
    rule: str
    confidence: float
    asserted_by: str


@value(frozen=True, slots=True)
class Relation:
    """A derived edge. ``source`` and ``target`` are work or body identifiers."""

    source: str
    kind: RelationKind
    target: str
    from_subdivisions: tuple[str, ...] = ()
    to_subdivisions: tuple[str, ...] = ()

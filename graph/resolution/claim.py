"""What one mention claims of its document."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.mentions import Mention, MentionKind
from graph.model.resolutions import Evidence
from graph.resolution.kin import Kin


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention's claims. ``unit`` is whose series the number is in: 'tw', a place id, '-'.

    ``period`` is the term (Party) or year (State) of the series; None where nothing tells it.
    ``kin`` are the types that texts write for one another, where its word is of one of them.
    """

    evidence: Evidence
    type: str | None
    unit: str | None
    period: str | None
    date: PartialDate | None
    issuer: Body | None
    stated: str | None = None  # why unit is what it is, where it was not said
    kin: Kin | tuple[()] = ()

    @property
    def key(self) -> tuple[str, int]:
        """The mention's place in the evidence."""
        return self.evidence.context.source, self.evidence.index

    @property
    def mention(self) -> Mention:
        """The mention itself."""
        return self.evidence.mention

    @property
    def types(self) -> tuple[str, ...]:
        """The types that its document may be of; empty where that is not known."""
        return (self.type, *self.kin) if self.type is not None else ()

    @property
    def published(self) -> PartialDate | None:
        """When the citing words were written."""
        return self.evidence.written


def is_own(claim: Claim) -> bool:
    """Tell whether the claim is a text's about itself."""
    return claim.mention.kind is MentionKind.SELF

"""What RDF needs from the store: so much of graph.store.Store, and any stand-in that has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.relations import Provenance, RelationKind
from graph.model.sources import SourceText


class EdgeLike(Protocol):
    """A relation as the store lists it."""

    @property
    def source(self) -> str:
        """The acting node."""

    @property
    def kind(self) -> RelationKind:
        """What it does."""

    @property
    def target(self) -> str:
        """The node acted on."""

    @property
    def from_subdivisions(self) -> tuple[str, ...]:
        """The acting part."""

    @property
    def to_subdivisions(self) -> tuple[str, ...]:
        """The part acted on."""


class Records(Protocol):
    """A reading store. Iterators may be long; identifiers are work and body ids."""

    @property
    def generation(self) -> int:
        """Grows with every committed change."""

    @property
    def is_near(self) -> bool:
        """Tell whether asking for the generation costs next to nothing."""

    @property
    def landmark(self) -> str:
        """The last source taken in, so named that another store has not got it there."""

    def passed(self, landmark: str, /) -> bool:
        """Tell whether this store was once at that landmark and still holds it."""

    def changed_since(self, generation: int) -> set[str] | None:
        """Node ids touched since; None where that is not known any more."""

    def work(self, id: str, /) -> Work | None:
        """Return a work by its current id."""

    def body(self, id: str, /) -> Body | None:
        """Return a body."""

    def source(self, id: str, /) -> SourceText | None:
        """Return a source."""

    def all_works(self) -> Iterable[Work]:
        """All works, by id."""

    def all_bodies(self) -> Iterable[Body]:
        """All bodies, by id."""

    def edges(
        self,
        node_ids: Collection[str],
        /,
        *,
        outgoing: bool,
        kinds: Collection[RelationKind] | None = None,
    ) -> Sequence[EdgeLike]:
        """Relations that leave (or reach) the nodes."""

    def provenances(
        self, node_ids: Collection[str], /
    ) -> Mapping[tuple[str, RelationKind, str], Sequence[Provenance]]:
        """The evidence for every relation (source, kind, target) that leaves the nodes."""

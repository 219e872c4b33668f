"""What an audit finds, and the material it is found in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.lineage.changes import ENDS, Event, changes, in_time
from graph.lineage.moments import surely_before
from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.store import Quote, Store

FUTURE, ITSELF, CYCLE, LOWER = "future-citation", "self-citation", "cycle", "lower-over-higher"
ORGAN, YEAR, REPLACERS = "organ-against-issuer", "year-against-date", "two-replacers"
DEAD, CONFLICT = "dead-target", "conflict"
# Each rule with what it finds.
RULES = {
    FUTURE: "dẫn chiếu văn bản ra đời sau",
    ITSELF: "văn bản tự dẫn chiếu mình",
    CYCLE: "vòng sửa đổi, thay thế, bãi bỏ lẫn nhau",
    LOWER: "cấp dưới sửa đổi, thay thế, bãi bỏ văn bản của cấp trên",
    ORGAN: "ký hiệu không phải của cơ quan ban hành",
    YEAR: "năm trong số khác năm ban hành",
    REPLACERS: "nhiều văn bản còn hiệu lực cùng thay thế một văn bản",
    DEAD: "dựa vào văn bản đã bị thay thế, bãi bỏ khi đó",
    CONFLICT: "nơi dẫn chiếu nêu khác với văn bản",
}
Key = tuple[str, RelationKind, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: by which rule, on which works, why, and the sentence it rests on.

    ``relation`` is the relation that is at fault, if one is.
    """

    rule: str
    works: tuple[str, ...]
    why: str
    relation: Key | None = None
    quote: Quote | None = None


class Material:
    """What rules look at; read from the store when first asked for."""

    def __init__(self, store: Store, registry: Registry) -> None:
        self.store = store
        self.registry = registry

    @cached_property
    def works(self) -> Mapping[str, Work]:
        """All works by id."""
        return {one.id: one for one in self.store.all_works()}

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """All bodies by id."""
        return {one.id: one for one in self.store.all_bodies()}

    @cached_property
    def ends(self) -> Mapping[str, list[Event]]:
        """What replaced or repealed all of a work, oldest first; the impossible left out."""
        found: dict[str, list[Event]] = {}
        targets = {target for _, _, target, _ in self.store.all_acts(ENDS)}
        for event in changes(self.store, self.registry, targets, ENDS, each=1):
            if not event.part and event.doubt is None:
                found.setdefault(event.target, []).append(event)
        return {target: sorted(events, key=in_time) for target, events in found.items()}

    def pairs(self, kinds: frozenset[RelationKind]) -> Iterator[tuple[Key, Work, Work]]:
        """Yield relations of some kinds between two works, each once."""
        last: Key | None = None
        for source, kind, target, _ in self.store.all_acts(kinds):
            key = (source, kind, target)
            acting, acted = self.works.get(source), self.works.get(target)
            if key != last and acting is not None and acted is not None:
                yield key, acting, acted
            last = key

    def born_later(self, acting: Work, acted: Work) -> bool:
        """Tell whether the target can only have been signed after the acting work."""
        return surely_before(acting.signed_on, acted.signed_on)


def name(work: Work) -> str:
    """Return what a work is called in an explanation."""
    return work.number or work.name or work.title or work.id

"""What an audit finds, and the material it is found in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.lineage.changes import ENDS, Event, changes, in_time
from graph.lineage.moments import surely_before
from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.store import OddMention, Quote, Store

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

    ``relation`` is the relation that is at fault, if one is. ``at`` is the work that is told of
    it, the first where not said.
    """

    rule: str
    works: tuple[str, ...]
    why: str
    relation: Key | None = None
    quote: Quote | None = None
    at: str = ""

    @property
    def of(self) -> str:
        """The work whose finding it is: each finding is one work's."""
        return self.at or self.works[0]


class Material:
    """What rules look at: a stretch of works, and what they act on; read when first asked for.

    ``stretch`` has the works by their numbers in the store.
    """

    def __init__(
        self, store: Store, registry: Registry, stretch: Collection[tuple[int, Work]]
    ) -> None:
        self.store = store
        self.registry = registry
        self.works: Mapping[str, Work] = {work.id: work for _, work in stretch}
        self._known = dict(self.works)
        self._asked = set(self.works)
        numbers = [number for number, _ in stretch]
        self.numbers = (min(numbers), max(numbers))

    def work(self, work_id: str) -> Work | None:
        """Return a work, of the stretch or not; quick for those learnt with ``learn``."""
        self.learn([work_id])
        return self._known.get(work_id)

    def learn(self, work_ids: Collection[str]) -> None:
        """Read works that will be asked for."""
        if new := set(work_ids) - self._asked:
            self._asked |= new
            self._known.update((one.id, one) for one in self.store.works(new))

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """The issuers of the works, and of those they act on, by id."""
        self.learn([target for _, _, target in self._acts])
        issuers = {work.issuer for work in self._known.values() if work.issuer}
        return {one.id: one for one in self.store.bodies_of(issuers)}

    def ends(self, targets: Collection[str]) -> Mapping[str, list[Event]]:
        """Return what replaced or repealed all of works, oldest first, but the impossible."""
        found: dict[str, list[Event]] = {}
        for event in changes(self.store, self.registry, targets, ENDS, each=1):
            if not event.part and event.doubt is None:
                found.setdefault(event.target, []).append(event)
        return {target: sorted(events, key=in_time) for target, events in found.items()}

    def pairs(self, kinds: frozenset[RelationKind]) -> Iterator[tuple[Key, Work, Work]]:
        """Yield relations of some kinds between a work of the stretch and another, each once."""
        keys = [key for key in self._acts if key[1] in kinds]
        self.learn([target for _, _, target in keys])
        for key in keys:
            acting, acted = self.works.get(key[0]), self.work(key[2])
            if acting is not None and acted is not None:
                yield key, acting, acted

    @cached_property
    def _acts(self) -> list[Key]:
        return self.store.acts_of(self.works, frozenset(RelationKind))

    @cached_property
    def in_conflict(self) -> list[OddMention]:
        """Mentions that contradict what is known of a work of the stretch."""
        return self.store.in_conflict(self.numbers)

    def born_later(self, acting: Work, acted: Work) -> bool:
        """Tell whether the target can only have been signed after the acting work."""
        return surely_before(acting.signed_on, acted.signed_on)


def name(work: Work) -> str:
    """Return what a work is called in an explanation."""
    return work.number or work.name or work.title or work.id

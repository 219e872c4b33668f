"""Coverage: which provinces or ministries have carried a document out, by what, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.lineage.coverage_units import MINISTRY, PROVINCE, Unit, units_on
from graph.lineage.moments import days_between
from graph.lineage.tracing import located
from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.errors import InputError, NotFoundError
from graph.model.identifiers import is_work_id
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.store import EdgeRow, Quote, Store

K = RelationKind
CARRIES_OUT = frozenset((K.IMPLEMENTS, K.INSTITUTIONALISES, K.CONTINUES, K.DETAILS, K.GUIDES))
LEVELS = (PROVINCE, MINISTRY)
FOUND, MISSING = "found", "not in the store"
# Central document -> document of the Government -> plan of the province.
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Carrying:
    """A document of a unit that carries the work out, or a body of it that is said to.

    ``lag`` is in days from the work's signing; ``through`` are the documents between the two;
    ``remark`` says whose document it is where the unit's name or borders changed.
    """

    node: str
    relation: RelationKind
    date: PartialDate | None
    lag: int | None
    through: tuple[str, ...]
    remark: str | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Covered:
    """A unit: ``documents`` oldest first, direct before indirect of one day; ``bodies`` that
    texts say carry the work out, without a document. FOUND or MISSING, which is not 'not issued'.
    """

    unit: str
    name: str
    status: str
    documents: tuple[Carrying, ...]
    bodies: tuple[Carrying, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All units of a level as they were on ``day``."""

    work: str
    level: str
    day: date
    as_of: date | None
    rows: tuple[Covered, ...]

    @property
    def found(self) -> int:
        """How many units have a document in the store."""
        return sum(row.status == FOUND for row in self.rows)


def coverage(
    store: Store, registry: Registry, work: str, *, level: str = PROVINCE, as_of: date | None = None
) -> Coverage:
    """Return for every province or ministry what it issued to carry a document out.

    The units are those of ``as_of``, else of the day the document was signed; what their
    predecessors or successors issued counts for them, with a remark. With ``as_of`` only what
    was issued and told by that day. NotFoundError for an unknown work, InputError for an
    ambiguous one, an unknown level, or a document without a date and no ``as_of``.
    """
    if level not in LEVELS:
        raise InputError(f"level is '{level}', not one of {', '.join(LEVELS)}")
    start = located(store, work)
    known = next(iter(store.works([start])), None)
    if known is None:
        raise NotFoundError(f"'{work}' is not a work")
    day = as_of or (known.signed_on.latest() if known.signed_on else None)
    if day is None:
        raise InputError(f"'{start}' has no known date: say as_of")
    reached = _reached(store, start, as_of)
    carrying = _carrying(store, known, reached, as_of)
    units = units_on(registry, level, day)
    rows = tuple(_covered(unit, carrying, level) for unit in units)
    return Coverage(start, level, day, as_of, rows)


def _reached(store: Store, start: str, as_of: date | None) -> dict[str, EdgeRow]:
    """Return by which edge each node carries the work out, the shortest way."""
    found: dict[str, EdgeRow] = {}
    frontier = [start]
    for _ in range(_STEPS):
        rows = store.edges(frontier, outgoing=False, kinds=CARRIES_OUT, until=as_of)
        fresh = [row for row in rows if row.source != start and row.source not in found]
        for row in sorted(fresh, key=lambda row: (row.source, row.target, row.kind)):
            found.setdefault(row.source, row)
        frontier = sorted({row.source for row in fresh if is_work_id(row.source)})
        if not frontier:
            break
    return found


def _carrying(
    store: Store, work: Work, reached: dict[str, EdgeRow], as_of: date | None
) -> list[tuple[Work | None, Body | None, Carrying]]:
    """Return each node that carries the work out, with the body that issued it or that it is."""
    works = {one.id: one for one in store.works(reached)}
    issuers = {one.issuer for one in works.values() if one.issuer}
    bodies = {one.id: one for one in store.bodies_of(issuers | set(reached))}
    keys = {(row.source, row.kind, row.target) for row in reached.values()}
    said = store.quotes(keys, each=1, until=as_of)
    found = []
    for node, row in reached.items():
        known = works.get(node)
        body = bodies.get(known.issuer or "") if known else bodies.get(node)
        quote = next(iter(said.get((row.source, row.kind, row.target), [])), None)
        day = known.signed_on if known else quote.published if quote else None
        lag = days_between(work.signed_on, day)
        way = _through(reached, row, work.id)
        found.append((known, body, Carrying(node, row.kind, day, lag, way, None, quote)))
    return found


def _through(reached: dict[str, EdgeRow], row: EdgeRow, end: str) -> tuple[str, ...]:
    way = []
    while row.target != end:
        way.append(row.target)
        row = reached[row.target]
    return tuple(way)


def _covered(
    unit: Unit, carrying: Iterable[tuple[Work | None, Body | None, Carrying]], level: str
) -> Covered:
    documents: list[Carrying] = []
    bodies: list[Carrying] = []
    for work, body, one in carrying:
        owner = _owner(work, body, level)
        if owner is None or not unit.holds(owner):
            continue
        shown = Carrying(
            one.node, one.relation, one.date, one.lag, one.through, unit.remark(owner), one.quote
        )
        (documents if work else bodies).append(shown)
    documents.sort(key=lambda one: (one.date is None, str(one.date), len(one.through), one.node))
    bodies.sort(key=lambda one: one.node)
    status = FOUND if documents else MISSING
    return Covered(unit.id, unit.name, status, tuple(documents), tuple(bodies))


def _owner(work: Work | None, body: Body | None, level: str) -> str | None:
    """Return the province or ministry whose document or body it is."""
    if level == MINISTRY:
        return body.id if body else None
    if body is not None:
        return body.place if body.level == "province" else None
    return work.place if work else None

"""Other vocabularies: our relations in their names, and what they assert in ours.

What others assert is kept beside what was read and shown with it; nothing is derived from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model.errors import InputError, UnknownVocabularyError
from graph.model.identifiers import is_work_id
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.model.rules import ForeignName
from graph.store import Assertion, Page, Store

CITATION_LIMIT = 500


class Crosswalk:
    """One vocabulary's names for our relations, in both directions."""

    def __init__(self, registry: Registry, vocabulary: str) -> None:
        self.vocabulary = vocabulary
        self.names = tuple(one for one in registry.crosswalk if one.vocabulary == vocabulary)
        if not self.names:
            there = ", ".join(vocabularies(registry))
            raise UnknownVocabularyError(f"no vocabulary '{vocabulary}'; there are {there}")
        self._write = {(o.relation, o.part): o for o in self.names if o.active and o.write}
        # An active name goes first where both sides are called the same.
        ordered = sorted(self.names, key=lambda one: (one.part, not one.active))
        self._read: dict[str, ForeignName] = {}
        for one in ordered:
            if one.read:
                self._read.setdefault(_plain(one.name), one)
        self._known = {_plain(one.name) for one in self.names}

    def write(self, kind: RelationKind, *, part: bool) -> ForeignName | None:
        """Return the name to export for a relation; that for the whole where parts have none."""
        return self._write.get((kind, part)) or self._write.get((kind, False))

    def read(self, name: str) -> ForeignName | None:
        """Return which relation a name means; None for one that has no single meaning."""
        return self._read.get(_plain(name))

    def knows(self, name: str) -> bool:
        """Tell whether the vocabulary has the name, whatever it means."""
        return _plain(name) in self._known


@dataclass(frozen=True, slots=True)
class Exported:
    """A relation under a foreign name, said of ``source``: 'source amends target'."""

    source: str
    name: str
    target: str
    relation: RelationKind
    subdivisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A foreign assertion as far as it can be understood.

    ``relation`` is None for a name without a single meaning. ``sources`` (who acts) and
    ``targets`` are the works that the ends may mean: none, one, or several. ``read`` tells
    whether a text was read that says the same.
    """

    assertion: Assertion
    relation: RelationKind | None
    part: bool
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    read: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import brought: assertions that are new, were known, and bear unknown names."""

    new: int
    known: int
    unknown_names: tuple[str, ...]


def vocabularies(registry: Registry) -> tuple[str, ...]:
    """Return the vocabularies of seeds/crosswalk.tsv."""
    return tuple(dict.fromkeys(one.vocabulary for one in registry.crosswalk))


def exported(store: Store, registry: Registry, vocabulary: str) -> Iterator[Exported]:
    """Stream all relations under a vocabulary's preferred names, without those it cannot name.

    UnknownVocabularyError, an InputError, for an unknown vocabulary.
    """
    crosswalk = Crosswalk(registry, vocabulary)
    return (
        Exported(one.source, name.name, one.target, one.kind, one.to_subdivisions)
        for one in store.all_relations()
        if (name := crosswalk.write(one.kind, part=bool(one.to_subdivisions))) is not None
    )


def take_in(
    store: Store,
    registry: Registry,
    vocabulary: str,
    asserted_by: str,
    given: Iterable[tuple[str, str, str]],
) -> Taken:
    """Keep foreign assertions (subject, name, object), asserted by that source.

    ``subject`` is the document of whose page the name is said; ends are identifiers or numbers.
    Nothing that was read is changed. All are kept or none: InputError names the first bad one.
    """
    crosswalk = Crosswalk(registry, vocabulary)
    if not (who := asserted_by.strip()):
        raise InputError("asserted_by says who asserts this; it is empty")
    kept = []
    for place, (subject, name, object_) in enumerate(given, start=1):
        ends = [" ".join(part.split()) for part in (subject, name, object_)]
        if not all(ends) or max(map(len, ends)) > CITATION_LIMIT:
            raise InputError(f"assertion {place}: an end or the name is empty or too long")
        kept.append(Assertion(who, vocabulary, *ends))
    with store.writing() as writer:
        new = writer.add_assertions(kept)
    strange = sorted({one.name for one in kept if not crosswalk.knows(one.name)})
    return Taken(new, len(kept) - new, tuple(strange))


def foreign(
    store: Store,
    registry: Registry,
    *,
    work: str | None = None,
    limit: int = 20,
    offset: int = 0,
) -> Page[Foreign]:
    """Return what others assert, of one work (an identifier) or at all, a stretch of it."""
    ends = None if work is None else _ends(store, work)
    page = store.assertions(ends, limit, offset)
    walks: dict[str, Crosswalk] = {}
    items = []
    for one in page.items:
        if one.vocabulary not in walks:
            walks[one.vocabulary] = Crosswalk(registry, one.vocabulary)
        items.append(_understood(store, walks[one.vocabulary].read(one.name), one))
    return Page(tuple(items), page.total, limit, offset)


def _understood(store: Store, name: ForeignName | None, one: Assertion) -> Foreign:
    subjects, objects = _meant(store, one.subject), _meant(store, one.object)
    if name is None:
        return Foreign(one, None, False, subjects, objects, False)
    sources, targets = (subjects, objects) if name.active else (objects, subjects)
    read = any(
        edge.target in targets
        for edge in store.edges(sources, outgoing=True, kinds=[name.relation])
    )
    return Foreign(one, name.relation, name.part, sources, targets, read)


def _meant(store: Store, end: str) -> tuple[str, ...]:
    if end.startswith("/"):
        return store.locate(end)
    return tuple(one.id for one in store.works_by_number(end))


def _ends(store: Store, identifier: str) -> set[str]:
    ends = {identifier}
    if is_work_id(identifier):
        for one in store.works(store.locate(identifier)):
            ends |= {one.id, *one.aliases, *([one.number] if one.number else [])}
    return ends


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())

"""The build arm on one screen: a source becomes evidence, evidence becomes the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Lock

from graph.batch import COUNT, batches
from graph.concluding import REMEMBERED, Concluding, number_blocks
from graph.extraction import Extractor, make_extractor
from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.references import References, answer
from graph.model.registry import Registry
from graph.model.resolutions import Context, Evidence, Resolution
from graph.model.sources import SourceText
from graph.resolution import Resolver, make_resolver
from graph.resolution.days import with_years
from graph.store import Store, Writer


@dataclass(frozen=True, slots=True)
class Ingested:
    """What reading one source brought. Counts are of mentions, ``relations`` of statements."""

    source_id: str
    new: bool
    mentions: int
    resolved: int
    ambiguous: int
    unresolved: int
    relations: int
    warnings: tuple[str, ...]


class Reader:
    """Reads a text without a store: what it says, resolved by the registry and itself alone."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self.extractor: Extractor = make_extractor(registry)
        self.resolver: Resolver = make_resolver(registry)

    def references(self, source: SourceText, store: Store | None = None) -> References:
        """Return the references and relations of a text; nothing is kept.

        With a store, what it holds counts as evidence beside the text itself.
        """
        extraction, context = self.read(source)
        blocks = _Blocks(self.resolver, store, context, extraction)
        return answer(
            source.text,
            extraction,
            blocks.resolutions(),
            self.actors(extraction, context),
            {type_.id: type_.name for type_ in self._registry.types},
        )

    def read(self, source: SourceText) -> tuple[Extraction, Context]:
        """Return what a text says and its circumstances.

        A document is written on the day that it is dated, or in the year that its number says,
        and speaks for the place it says, else for the one whose bodies it names.
        """
        extraction = self.extractor.extract(source.text)
        context = self.resolver.context(source)
        own = extraction.mentions[0] if extraction.mentions else None
        if own is not None and own.kind is MentionKind.SELF:
            context = replace(context, published=_written(own, context.published))
        extraction = with_years(extraction, context.published)
        is_own = context.place is not None
        context = self.resolver.spoken_of(extraction, context)
        return self.resolver.placed(source.text, extraction, context, own=is_own), context

    def actors(self, extraction: Extraction, context: Context) -> dict[int, Body]:
        """Return the bodies that act in statements without a document as subject."""
        found = {}
        for index, said in enumerate(extraction.statements):
            if said.subject is None and said.subject_body is not None:
                body = self.resolver.body(said.subject_body, context, None)
                if body is not None:
                    found[index] = body
        return found


class Pipeline:
    """Reads sources into a store and keeps its conclusions true to its evidence."""

    def __init__(self, registry: Registry, store: Store, remembered: int) -> None:
        self._reader = Reader(registry)
        self._store = store
        self._concluding = Concluding(self._reader.resolver, remembered)
        self._turn = Lock()

    def prepare(self) -> None:
        """Put the works that the registry vouches for into the store; idempotent."""
        with self._writing() as writer:
            self._concluding.anew(writer, self._reader.resolver.known_blocks())

    def ingest(self, source: SourceText) -> Ingested:
        """Take in one source in one transaction; a known one changes nothing."""
        return self._take_in([source])[0]

    def ingest_many(self, sources: Iterable[SourceText], batch: int = COUNT) -> Iterator[Ingested]:
        """Take in sources, at most ``batch`` in one transaction; the graph is that of one by one.

        What was yielded is kept. A crash loses no more than the batch in flight, and all of it.
        """
        for some in batches(sources, lambda one: len(one.text), batch):
            yield from self._take_in(some)

    def _take_in(self, sources: Sequence[SourceText]) -> list[Ingested]:
        read = []
        for source in sources:
            extraction, context = self._reader.read(source)
            read.append((source, extraction, context, self._reader.actors(extraction, context)))
        with self._writing() as writer:
            new = writer.add_sources(read)
            self._concluding.add(writer)
            added = [source.id for source, is_new in zip(sources, new, strict=True) if is_new]
            found = writer.statuses_of(added)
        return [
            Ingested(source.id, is_new, len(extraction.mentions),
                     *_counts(extraction, found[source.id] if is_new else {}),
                     len(extraction.statements), source.warnings)
            for (source, extraction, _, _), is_new in zip(read, new, strict=True)
        ]  # fmt: skip

    def references(self, source: SourceText) -> References:
        """Return the references of a text against what the store knows; nothing is kept."""
        return self._reader.references(source, self._store)

    def remove(self, source_id: str) -> bool:
        """Take a source out again with all that followed from it alone."""
        with self._writing() as writer:
            blocks = writer.remove_source(source_id)
            self._concluding.anew(writer, blocks)
        return bool(blocks)

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        """Open a transaction; what is remembered of the store stays true to it."""
        with self._turn:
            try:
                with self._store.writing() as writer:
                    self._concluding.begin(writer.generation)
                    yield writer
            except BaseException:
                self._concluding.forget()
                raise
            self._concluding.end(writer.generation)


def make_pipeline(registry: Registry, store: Store, remembered: int = REMEMBERED) -> Pipeline:
    """Build a pipeline that writes to ``store``.

    It remembers what the last ``remembered`` blocks came to, so that one more mention of a famous
    document need not be weighed against all the others; with 0, every block is resolved anew.
    """
    return Pipeline(registry, store, remembered)


def make_reader(registry: Registry) -> Reader:
    """Build a reader that needs no store."""
    return Reader(registry)


def _written(own: Mention, shown: PartialDate | None) -> PartialDate | None:
    """Return when a document was written that a page may show long after."""
    if shown is None:
        return own.date or _year_of(own)
    if own.date is not None and own.date.is_full and own.date.latest() < shown.earliest():
        return own.date
    return shown


def _year_of(own: Mention) -> PartialDate | None:
    year = own.number.year if own.number is not None else None
    return PartialDate(year) if year else None


def _counts(extraction: Extraction, statuses: Mapping[str, int]) -> tuple[int, int, int]:
    """Return how many mentions are resolved, with those that point back; ambiguous; neither."""
    pointing = sum(mention.antecedent is not None for mention in extraction.mentions)
    resolved = statuses.get("resolved", 0) + pointing
    ambiguous = statuses.get("ambiguous", 0)
    return resolved, ambiguous, len(extraction.mentions) - resolved - ambiguous


class _Blocks:
    """Resolves the blocks of one text that is not kept, with the store's evidence beside it."""

    def __init__(
        self, resolver: Resolver, store: Store | None, context: Context, extraction: Extraction
    ) -> None:
        self._resolver = resolver
        self._store = store
        self._own = [
            Evidence(context, index, mention)
            for index, mention in enumerate(extraction.mentions)
            if mention.antecedent is None
        ]

    def resolutions(self) -> dict[int, Resolution]:
        """Return the resolution of each mention that stands for itself, by index."""
        blocks = {each.mention.block for each in self._own if each.mention.block}
        works: dict[str, tuple[Work, ...]] = {}
        found: dict[int, Resolution] = {}
        names = sorted(block for block in blocks if not block.startswith("n:"))
        for block in (*number_blocks(blocks), *names):
            evidence = self._evidence(block)
            linked = dict(works)
            if block.startswith("n:"):
                linked = {block: self._elsewhere(block, works)}
            else:
                for other in self._resolver.links(block):
                    linked.setdefault(other, self._works(other))
            conclusion = self._resolver.resolve(block, evidence, linked)
            works[block] = conclusion.works
            for each in self._own:
                if each.mention.block == block:
                    found[each.index] = conclusion.resolutions[(each.context.source, each.index)]
        return found

    def _evidence(self, block: str) -> list[Evidence]:
        kept = list(self._store.evidence_of(block)) if self._store else []
        own = [e for e in self._own if block in (e.mention.block, e.mention.name_block)]
        mine = {e.context.source for e in own}
        return [e for e in kept if e.context.source not in mine] + own

    def _elsewhere(self, block: str, works: Mapping[str, tuple[Work, ...]]) -> tuple[Work, ...]:
        if "@" in block:
            return ()
        kept = self._store.works_elsewhere(block) if self._store else ()
        own = [w for other, some in works.items() if other.startswith(f"{block}@") for w in some]
        found = {work.id: work for work in (*kept, *own)}
        return tuple(found[identifier] for identifier in sorted(found))

    def _works(self, block: str) -> tuple[Work, ...]:
        return self._store.works_of(block) if self._store else ()

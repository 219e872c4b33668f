"""The resolver: evidence of one block in, works and resolutions out. A pure function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.errors import MalformedNumberError
from graph.model.mentions import Extraction, Mention, number_block
from graph.model.numbers import DocumentNumber
from graph.model.registry import KnownWork, Registry
from graph.model.resolutions import Conclusion, Context, Evidence
from graph.model.sources import SourceText
from graph.model.text import slug
from graph.resolution.articles import Articles
from graph.resolution.below import Below
from graph.resolution.bodies import Bodies
from graph.resolution.brief import BriefResolver
from graph.resolution.choosing import Chooser
from graph.resolution.claims import ClaimReader
from graph.resolution.company import Company
from graph.resolution.completing import completed, repeated
from graph.resolution.fuller import turned
from graph.resolution.kin import kin_of
from graph.resolution.lately import new_ones, year_of_late
from graph.resolution.layered import Layered
from graph.resolution.named import NameResolver
from graph.resolution.namesakes import Namesakes
from graph.resolution.numbered import NumberResolver
from graph.resolution.places import CENTRE, Places
from graph.resolution.registered import RegisteredNames
from graph.resolution.rivals import Rivals
from graph.resolution.settled import More, Settled, SettledName, SettledNumber
from graph.resolution.spoken import Spoken
from graph.resolution.terms import Terms
from graph.resolution.untying import Untier
from graph.resolution.wording import Wording
from graph.resolution.works import WorkWriter
from graph.resolution.writing_periods import WritingPeriods


class Resolver:
    """Decides what mentions mean. Immutable after it is made; safe to share."""

    def __init__(self, registry: Registry) -> None:
        self._places = Places(registry.places, registry.districts)
        self._bodies = Bodies(registry, self._places)
        terms = Terms(registry.terms)
        self._rivals = Rivals(self._places)
        kin = kin_of(registry.types)
        reader = self._reader = ClaimReader(self._bodies, self._places, terms, kin)
        writer = WorkWriter(self._bodies, self._places, registry.listed("writes-no-letters"))
        namesakes = Namesakes(registry, terms)
        self._company = Company(namesakes)
        self._articles = Articles(registry)
        self._wording = Wording(registry)
        self._spoken = Spoken(registry)
        self._layered = Layered(registry, self._bodies.codes)
        self._untier = Untier(namesakes, terms)
        periods = WritingPeriods(reader, terms, registry.listed("passing"))
        self._numbers = NumberResolver(reader, Chooser(terms, namesakes), terms, periods, writer)
        brief = BriefResolver(registry, terms, namesakes)
        self._names = NameResolver(reader, brief, self._bodies, registry.listed("of-the-premier"))
        self._known: dict[str, list[KnownWork]] = {}
        for work in registry.works:
            for block in _blocks(work):
                self._known.setdefault(block, []).append(work)
        self._registered = RegisteredNames(registry, self._numbers, self._known)

    def context(self, source: SourceText) -> Context:
        """Return the circumstances of a text: whose province it speaks of, and when."""
        day = source.published.latest() if source.published else None
        place = self._places.named(source.place, day) if source.place else None
        return Context(source.id, source.published, place.id if place else None)

    def spoken_of(self, extraction: Extraction, context: Context) -> Context:
        """Return the context, of the one province that the text speaks of if it has none."""
        if context.place is not None:
            return context
        acting = self._reader.provinces(extraction, context)
        only, *more = acting or self._rivals.spoken_of(extraction, context) or (None,)
        return context if more else replace(context, place=only)

    def placed(
        self, text: str, extraction: Extraction, context: Context, *, own: bool
    ) -> Extraction:
        """Return the extraction with what the rest of its text tells of each reference.

        Of a local number the jurisdiction, of one that recurs the term. ``own`` says that the place
        of the context is the text's own, not just the only one whose bodies it names.
        """
        issuer = partial(self._reader.issuer, context=context)
        author = partial(self._reader.author, context=context)
        extraction = turned(self._untier.untied(text, extraction, issuer, author))
        below = self._reader.below_province(text, extraction, context)
        mentions = list(extraction.mentions)
        for index, place in self._rivals.whose(extraction, context, own=own).items():
            given = {"jurisdiction": place} if place else {"contested": True}
            mentions[index] = replace(mentions[index], **given)
        for index, mention in enumerate(mentions):
            if mention.antecedent is None and self._layered.contested(text, mention):
                mentions[index] = replace(mention, contested=True)
        mentions = repeated([self._placed(text, each, context, below) for each in mentions])
        told = self._company.told(text, extraction, context.published, issuer)
        for index, period in (new_ones(text, mentions, context.published) | told).items():
            mentions[index] = replace(mentions[index], told=period)
        for index, code in self._articles.told(text, extraction).items():
            mentions[index] = replace(
                mentions[index], told=code, contested=code is None, antecedent=None
            )
        said = replace(extraction, mentions=tuple(mentions))
        for index, mention in self._spoken.told(text, said, context.published).items():
            mentions[index] = mention
        said = replace(extraction, mentions=tuple(mentions))
        for index, mention in self._wording.told(text, said, context.published).items():
            if mentions[index].told is None:
                mentions[index] = mention
        return replace(extraction, mentions=tuple(mentions))

    def _placed(self, text: str, mention: Mention, context: Context, below: Below) -> Mention:
        if mention.antecedent is not None or mention.number is None:
            return mention
        if not mention.number.symbol:
            late = year_of_late(text, mention, context.published)
            mention = completed(mention, self._reader.issuer(mention, context), late)
        number = mention.number
        if number is None or not number.symbol:
            return mention
        unit = self._reader.local_unit(mention, context, below)
        return replace(mention, jurisdiction=unit) if unit else mention

    def resolve(
        self, block: str, evidence: Sequence[Evidence], linked: Mapping[str, tuple[Work, ...]]
    ) -> Conclusion:
        """Conclude a block from all its evidence; the order of ``evidence`` does not matter.

        ``linked`` gives, for a number without a jurisdiction, its works in all that are known, by
        the block itself; and for a name's block, the works of the number blocks that its mentions
        carry ('Luật Đất đai số 31/2024/QH15'), by block.
        """
        return self.settle(block, evidence, linked)[0]

    def settle(
        self, block: str, evidence: Sequence[Evidence], linked: Mapping[str, tuple[Work, ...]]
    ) -> tuple[Conclusion, Settled]:
        """Resolve a block, and return what further mentions may be added to."""
        blocks = frozenset(e.mention.block for e in evidence)
        parts: SettledNumber | SettledName
        if block.startswith("n:"):
            known = self._known.get(block, ())
            conclusion, parts = self._numbers.settle(block, evidence, known, linked.get(block, ()))
        else:
            numbered = sorted(other for other in blocks if other and other != block)
            works = [work for other in numbered for work in linked.get(other, ())]
            current = self._current(block, linked)
            conclusion, parts = self._names.settle(block, evidence, current, works)
        return conclusion, Settled(block, blocks, parts, recurs=block in linked)

    def more(self, settled: Settled, each: Evidence) -> More | None:
        """Return what one more mention of a settled block means.

        None where it alters what else was concluded: then ``settled`` is of no more use.
        """
        if isinstance(settled.parts, SettledName):
            return self._names.more(settled.block, settled.parts, each)
        if not settled.recurs and "@" not in settled.block and self.recurs(each.mention):
            return None
        return self._numbers.more(settled.parts, each)

    def ignores(self, settled: Settled, work: Work) -> bool:
        """Tell whether a work of the number in a jurisdiction leaves a block as it is.

        New, or written anew, it is counted among those that further mentions may mean; where
        False, ``settled`` is of no more use.
        """
        parts = settled.parts
        return settled.recurs and isinstance(parts, SettledNumber) and parts.ignores(work)

    def recurs(self, mention: Mention) -> bool:
        """Tell whether bodies of many places give numbers with this code ('KH-UBND', 'KH/TU')."""
        number = mention.number
        return number is not None and self._bodies.codes.any_local(number.symbol)

    def links(self, block: str) -> tuple[str, ...]:
        """Return the number blocks whose works the registry has under the name of ``block``."""
        found = {work.block for work in self._registered.of(block)}
        return tuple(sorted(other for other in found if other.startswith("n:")))

    def names(self, block: str) -> tuple[str, ...]:
        """Return the name blocks that may mean works that the registry has in a number block."""
        return self._registered.names(block)

    def _current(self, block: str, linked: Mapping[str, tuple[Work, ...]]) -> list[Work]:
        """Return the registered works of a name as evidence has meanwhile completed them."""
        current = []
        for work in self._registered.of(block):
            now = [w for w in linked.get(work.block, ()) if work.id in {w.id, *w.aliases}]
            current.append(now[0] if len(now) == 1 else work)
        return current

    def body(self, phrase: str, context: Context, on: PartialDate | None) -> Body | None:
        """Return the body that a phrase means in a text, on a day if one is known."""
        when = on or context.published
        return self._bodies.named(phrase, context.place, when.latest() if when else None)

    def known_blocks(self) -> tuple[str, ...]:
        """Return the blocks of which the registry knows works, number blocks first."""
        return tuple(sorted(self._known))


def make_resolver(registry: Registry) -> Resolver:
    """Build a resolver from the registries."""
    return Resolver(registry)


def _blocks(work: KnownWork) -> list[str]:
    if work.number:
        try:
            place = None if work.place == CENTRE else work.place
            return [number_block(DocumentNumber.parse(work.number), place)]
        except MalformedNumberError:
            return [f"n:{slug(work.number)}"]
    return [f"t:{slug(work.name or work.title or '')}"]


__all__ = ["CENTRE", "Resolver", "make_resolver"]

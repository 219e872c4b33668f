"""The extractor: one text in, mentions and statements out. The order of steps is the design."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.extraction.fields.around import read_dates_and_issuers, read_titles
from graph.extraction.fields.central import drop_local_issuers
from graph.extraction.fields.districts import Districts
from graph.extraction.fields.issued_at import read_who_issued_at, read_who_says_behind_titles
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.fields.issuing_places import IssuingPlaces
from graph.extraction.fields.past_brackets import read_past_brackets
from graph.extraction.fields.provinces import Provinces
from graph.extraction.fields.sharing import share, share_what_led_in
from graph.extraction.fields.title_ends import TitleEnds
from graph.extraction.fields.titles import TitleReader
from graph.extraction.fields.whose_code import read_issuers_behind_titles, read_whose_code
from graph.extraction.heads.bodies import HeadReader
from graph.extraction.heads.closing import read_closing
from graph.extraction.heads.force import read_force_of_others
from graph.extraction.heads.letterhead import LetterheadReader
from graph.extraction.heads.own_titles import OwnTitles
from graph.extraction.mentions.laws import LawFinder, RawName
from graph.extraction.mentions.listings import Entry, Listings
from graph.extraction.mentions.mass_congresses import find_mass_congresses
from graph.extraction.mentions.numbered import NumberedFinder
from graph.extraction.mentions.numbers import NumberFinder
from graph.extraction.mentions.overlaps import merge
from graph.extraction.mentions.party_names import find_party_names
from graph.extraction.mentions.pointing import Pointer
from graph.extraction.statements.reader import StatementReader
from graph.extraction.statements.whose_bodies import BareBodies
from graph.extraction.text.abbreviations import without_abbreviations
from graph.extraction.text.draft import FULL, Draft
from graph.extraction.text.gluing import Parter
from graph.extraction.text.lexicon import make_lexicon
from graph.extraction.text.normalise import PAGE_HEAD, Normalised, normalise
from graph.extraction.text.owners import Owners
from graph.extraction.text.quotes import is_quoted, quoted_ranges
from graph.extraction.text.restoring import Restorer
from graph.extraction.text.sentences import Sentences, goes_on, is_hard_wrapped, unwrapped
from graph.extraction.tying.antecedents import tie
from graph.extraction.tying.consolidated import base_of, tie_what_was_enacted
from graph.extraction.tying.inherited import (
    date_what_others_rest_on,
    date_what_titles_name,
    place_what_titles_name,
    write_committees,
)
from graph.extraction.tying.past import (
    date_what_is_named_twice,
    date_what_the_past_had,
    date_what_was_cited_then,
    doubt_what_was_spoken_of_then,
)
from graph.model.mentions import Extraction, MentionKind
from graph.model.registry import Registry
from graph.model.relations import Statement
from graph.model.spans import Span
from graph.model.text import fold, slug


class Extractor:
    """Finds every reference in a text. Immutable after it is made; safe to share."""

    def __init__(self, registry: Registry) -> None:
        lexicon = make_lexicon(registry)
        self._restorer = Restorer(registry)
        self._parter = Parter(registry)
        self._numbers = NumberFinder(lexicon)
        self._numbered = NumberedFinder(registry, lexicon)
        self._laws = LawFinder(registry)
        self._pointer = Pointer(registry, lexicon)
        self._issuers = IssuerReader(registry)
        self._listings = Listings(registry, lexicon, self._issuers)
        self._owners = Owners(registry)
        self._places = IssuingPlaces(registry)
        self._districts = Districts(registry, self._owners)
        self._bare = BareBodies(registry)
        self._provinces = Provinces(registry, self._owners)
        self._titles = TitleReader(registry, TitleEnds(self._issuers, self._owners))
        self._statements = StatementReader(registry, self._issuers)
        self._law_numbers = _law_numbers(registry)
        self._letterhead = LetterheadReader(
            self._numbers, lexicon, HeadReader(registry, self._owners), OwnTitles(registry)
        )

    def extract(self, text: str) -> Extraction:
        """Return all mentions in document order and the statements between them.

        Time is linear in the length of the text; offsets are of ``text`` as given.
        """
        normalised = normalise(text)
        normalised = normalised.spaced(self._parter.places(normalised.text))
        written = without_abbreviations(self._restorer.restore(normalised.text))
        written = written.replace("**", "  ")  # bold words of Markdown
        marked = goes_on(written)
        listed = self._listings.find(marked)
        drafts = self._drafts(marked, listed)
        if not drafts:
            return Extraction((), ())
        whole = unwrapped(marked)
        sentences = Sentences(whole, wrapped=is_hard_wrapped(written))
        self._read_fields(marked, drafts, listed, sentences.wrapped)
        if drafts[0].kind is not MentionKind.SELF:
            date_what_the_past_had(marked, drafts, sentences)
            date_what_was_cited_then(marked, drafts, sentences)
            date_what_is_named_twice(drafts, sentences)
        base = base_of(marked, drafts)
        if base is not None:
            tie_what_was_enacted(marked, drafts, sentences)
        tie(marked, drafts, base, printed=PAGE_HEAD in text)
        doubt_what_was_spoken_of_then(marked, drafts, sentences)
        provinces = self._provinces.find(marked, drafts, sentences)
        statements = self._statements.read(whole, drafts, sentences, base)
        date_what_others_rest_on(drafts, statements)
        if self._bare.are_in(statements):
            named = self._districts.named(marked)
            statements = self._bare.written_out(marked, statements, named)
        return Extraction(
            tuple(draft.mention(text, normalised) for draft in drafts),
            tuple(_placed(statement, normalised) for statement in statements),
            tuple(
                replace(each, span=normalised.original(each.span))
                for each in self._districts.find(marked, drafts)
            ),
            provinces,
        )

    def _drafts(self, text: str, listed: Sequence[Entry]) -> list[Draft]:
        own = self._letterhead.read(text)
        names: list[RawName] = [
            *self._laws.find(text),
            *self._laws.find_short(text),
            *find_party_names(text),
            *find_mass_congresses(text),
        ]
        numbered = self._numbered.find(text, [entry.number.start for entry in listed])
        return merge(text, numbered, names, self._pointer.find(text), own, self._law_numbers)

    def _read_fields(
        self, text: str, drafts: list[Draft], listed: Sequence[Entry], wrapped: bool
    ) -> None:
        read_dates_and_issuers(text, drafts, self._issuers, wrapped=wrapped)
        read_past_brackets(text, drafts, self._issuers)
        share(text, drafts, self._issuers, self._owners)
        read_who_issued_at(text, drafts, self._issuers, self._owners)
        read_whose_code(text, drafts, self._issuers, self._owners)
        read_titles(text, drafts, self._titles, wrapped=wrapped)
        read_issuers_behind_titles(text, drafts, self._issuers, self._owners)
        read_who_says_behind_titles(text, drafts, self._issuers, self._owners)
        if listed:
            self._listings.read(text, listed, drafts)
        share_what_led_in(text, drafts, self._owners)
        ranges = quoted_ranges(text)
        for draft in drafts if ranges else ():
            draft.quoted = is_quoted(ranges, draft.start)
        own = drafts[0] if drafts[0].kind is MentionKind.SELF else None
        date_what_titles_name(drafts)
        place_what_titles_name(text, drafts, self._owners)
        self._places.read(text, drafts)
        if "TƯ" in text:
            write_committees(text, drafts, self._owners)
        drop_local_issuers(text, drafts, self._issuers)
        if own is not None:
            read_closing(text, own, self._letterhead.words(own), ranges)
        if "hiệu" in text:
            for draft in drafts:
                if draft.kind in FULL:
                    read_force_of_others(text, draft)


def make_extractor(registry: Registry) -> Extractor:
    """Build an extractor from the registries; takes a second, so make one and share it."""
    return Extractor(registry)


def _law_numbers(registry: Registry) -> dict[str, frozenset[str]]:
    """Return for each registered law's number the names that it bears, both as compared."""
    names: dict[str, set[str]] = {}
    for work in registry.works:
        if work.name and work.number:
            key = slug(work.number.lstrip("0"))
            names.setdefault(key, set()).update(fold(n) for n in (work.name, *work.aliases))
    return {key: frozenset(of) for key, of in names.items()}


def _placed(statement: Statement, normalised: Normalised) -> Statement:
    if normalised.is_same:
        return statement
    back = normalised.original
    subject: Span | None = statement.subject_span
    return Statement(
        relation=statement.relation,
        subject=statement.subject,
        object=statement.object,
        cue=back(statement.cue),
        sentence=back(statement.sentence),
        rule=statement.rule,
        confidence=statement.confidence,
        subject_body=statement.subject_body,
        subject_span=back(subject) if subject is not None else None,
        from_subdivisions=statement.from_subdivisions,
        to_subdivisions=statement.to_subdivisions,
        since=statement.since,
        until=statement.until,
    )

"""Central Party documents that bear one number in different terms, and what tells them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model.dates import PartialDate
from graph.model.errors import MalformedNumberError
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import KnownWork, Registry
from graph.model.text import fold
from graph.resolution.likeness import most_like
from graph.resolution.places import CENTRE
from graph.resolution.terms import Terms

Key = tuple[str, str]  # type and ordinal
Identity = tuple[str, str, str]  # type, number and date
Pair = tuple[str, str]  # two syllables, one after the other

_NUMBER = re.compile(r"(?P<type>[^\W\d_]+ [^\W\d_]+) (?:số )?(?P<number>\d+-[A-ZĐ]+/TW)")
_DAY = re.compile(r"\s?,?\sngày (\d{1,2})/(\d{1,2})/(\d{4})")
_RARE, _KNOWN = 3, 8  # titles that may share two syllables
_PHRASE, _OFTEN = 1.5, 3


@dataclass(frozen=True, slots=True)
class Namesake:
    """One document of a number. ``marks`` are pairs of its title that its namesakes' lack."""

    type: str
    number: str
    date: PartialDate
    term: str
    issuer: str | None
    title: str
    marks: Mapping[Pair, float]
    phrases: tuple[str, ...]
    names: frozenset[str]  # by which it goes, folded: 'nghi quyet trung uong 6 khoa xii'

    @property
    def identity(self) -> Identity:
        """What tells it from all others."""
        return self.type, self.number, str(self.date)

    def weigh(self, folded: str) -> float:
        """Return how much words, folded, speak of its subject."""
        pairs = set(pairwise(folded.split()))
        spoken = f" {folded} "
        times = (min(_OFTEN, spoken.count(f" {phrase} ")) for phrase in self.phrases)
        said = _PHRASE * sum(times)
        return said + sum(weight for pair, weight in self.marks.items() if pair in pairs)


class Namesakes:
    """Finds central Party documents by type and number. Filled once."""

    def __init__(self, registry: Registry, terms: Terms) -> None:
        self._types = {type_.name: type_.id for type_ in registry.types}
        central: dict[Key, list[KnownWork]] = {}
        for work in registry.works:
            number = _parsed(work.number)
            if number is not None and is_central(number) and work.place == CENTRE:
                central.setdefault(key_of(work.type, number), []).append(work)
        common = Counter(
            pair for works in central.values() for work in works for pair in _pairs(work.title)
        )
        phrases = {
            (s.type, s.number, str(s.date)): tuple(fold(phrase) for phrase in s.phrases)
            for s in registry.subjects
        }
        self._of = {
            key: tuple(_namesakes(works, common, phrases, terms)) for key, works in central.items()
        }
        named = {
            (one.identity, other.identity)
            for some in self._of.values()
            for one in some
            for other in self._named(one)
        }
        self._beside: dict[Identity, set[Identity]] = {}
        for one, other in named:
            self._beside.setdefault(one, set()).add(other)
            self._beside.setdefault(other, set()).add(one)
        self._lasting = {other for _, other in named}
        self._lasting.update((s.type, s.number, str(s.date)) for s in registry.subjects if s.lasts)

    def of(self, type_: str | None, number: DocumentNumber | None) -> tuple[Namesake, ...]:
        """Return the documents that a central number, or one without a code, may name."""
        if type_ is None or number is None or not (is_central(number) or _is_bare(number)):
            return ()
        return self._of.get(key_of(type_, number), ())

    def beside(self, one: Namesake) -> Collection[Identity]:
        """Return those that one continues, guides or reviews by its title, or that do so to it."""
        return self._beside.get(one.identity, ())

    def lasts(self, type_: str | None, number: str | None, date: PartialDate | str | None) -> bool:
        """Tell whether a document is still spoken of when another already bears its number."""
        return (type_, number, str(date)) in self._lasting

    def _named(self, one: Namesake) -> Iterator[Namesake]:
        """Yield the documents that the title of one names."""
        title = one.title
        for found in _NUMBER.finditer(title):
            number = _parsed(found["number"])
            type_ = self._types.get(found["type"])
            day = _DAY.match(title, found.end())
            stated = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else None
            some = [
                each
                for each in self.of(type_, number)
                if each.date.earliest() < one.date.earliest()
                and (stated is None or str(each.date) == stated)
            ]
            about = title[found.end() :].partition(" về ")[2]
            best = most_like(about, [(each.title,) for each in some]) if about else None
            if best is not None:
                yield some[best]
            elif len(some) == 1:
                yield some[0]


def is_central(number: DocumentNumber) -> bool:
    """Tell whether a number is of a series that the Party's central bodies share."""
    return number.form is NumberForm.PARTY and number.organ == "TW"


def key_of(type_: str, number: DocumentNumber) -> Key:
    """Return what a document shares with its namesakes and with its short form."""
    return type_, number.bare_ordinal


def _is_bare(number: DocumentNumber) -> bool:
    return not number.symbol and number.year is None


def _parsed(number: str | None) -> DocumentNumber | None:
    try:
        return DocumentNumber.parse(number or "")
    except MalformedNumberError:
        return None


def _pairs(title: str | None) -> set[Pair]:
    return set(pairwise(fold(title or "").split()))


def _namesakes(
    works: Sequence[KnownWork],
    common: Mapping[Pair, int],
    phrases: Mapping[Identity, tuple[str, ...]],
    terms: Terms,
) -> Iterator[Namesake]:
    """Yield the documents of one number, each with what only its title says."""
    for work in works:
        term = work.term or terms.of(CENTRE, work.date)
        if work.date is None or work.number is None or term is None:
            continue
        others: set[Pair] = set()
        for other in works:
            others |= _pairs(other.title) if other is not work else set()
        marks = {
            pair: 1.0 if common[pair] <= _RARE else 0.5
            for pair in _pairs(work.title) - others
            if common[pair] <= _KNOWN
        }
        said = phrases.get((work.type, work.number, str(work.date)), ())
        names = frozenset(fold(alias) for alias in work.aliases)
        title = work.title or ""
        yield Namesake(
            work.type, work.number, work.date, term, work.issuer, title, marks, said, names
        )

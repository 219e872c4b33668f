"""The registries of seeds/ as values. Columns and origin: seeds/datapackage.json."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from graph.model.bodies import Body, DistrictPlace, MapTile, Place
from graph.model.dates import PartialDate
from graph.model.relations import RelationKind
from graph.model.rules import (
    ForeignName,
    RankRule,
    ReviewRule,
)

Row = dict[str, str]
T = TypeVar("T")

# The types whose documents are cited by name: those of kind law in seeds/types.tsv.
LAWS = frozenset(("luat", "bo-luat", "phap-lenh", "hien-phap"))


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document. ``codes`` are its codes in numbers, ``aliases`` other words for it.

    ``longer`` is the type whose documents go by this name as well, in one series of numbers;
    ``central`` tells that only bodies of the centre issue it.
    """

    id: str
    name: str
    codes: tuple[str, ...]
    aliases: tuple[str, ...]
    world: str  # party, state or both
    kind: str  # normative, administrative, party, law (cited by name) or other
    rank: int | None = None  # force among normative types; None where the issuer decides
    longer: str | None = None
    central: bool = False


@dataclass(frozen=True, slots=True)
class OrganTemplate:
    """A body that every place of a level has. ``name`` holds '{place}' or '{kind} {place}'.

    ``generic`` are the phrases that mean it without naming the place ('Tỉnh ủy').
    """

    organ: str
    name: str
    generic: tuple[str, ...]
    level: str
    world: str
    codes: tuple[str, ...]
    parent: str | None
    place_kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term (nhiệm kỳ, khóa) of a series: party, national-assembly or province-party."""

    series: str
    number: str
    start: date
    end: date | None

    def holds(self, day: date) -> bool:
        """Tell whether ``day`` falls in the term."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class KnownWork:
    """A document that the registry vouches for. ``issuer`` is a body id, ``place`` a place id.

    ``name`` is set for documents cited by name ('Luật Đất đai'); ``aliases`` are other names.
    """

    type: str
    number: str | None
    date: PartialDate | None
    issuer: str | None
    place: str
    term: str | None
    name: str | None
    aliases: tuple[str, ...]
    title: str | None
    effective: PartialDate | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document of a recurring number is about: phrases that tell it from its namesakes.

    ``lasts`` says that it is still cited by its bare number when a later document bears it.
    """

    type: str
    number: str
    date: PartialDate
    lasts: bool
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawName:
    """A name under which a law, code or ordinance is cited; ``type`` is a type id.

    It need not be a known work: the list drives the finding of names in unseen statute text.
    ``of`` is the name in full where this one is shortened or varied. A name without a word for
    its type is an abbreviation ('BLHS').
    """

    name: str
    type: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that states a relation. ``position`` says where it is trusted; see seeds/."""

    relation: RelationKind
    phrase: str
    position: str


@dataclass(frozen=True, slots=True)
class Article:
    """What an article of a code is about, where another code of its name has it elsewhere.

    ``work`` is the code's number, ``phrases`` are said of its subject.
    """

    work: str
    number: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationLabel:
    """How a relation is called in both directions, and its ELI superproperties."""

    relation: RelationKind
    label: str
    inverse: str
    label_en: str
    eli: tuple[str, ...]
    inverse_en: str = ""


@dataclass(frozen=True, slots=True)
class PageCue:
    """A phrase that says what stands on a page next to it. ``field``s: see seeds/page-cues.tsv."""

    field: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """A newspaper or site. ``place`` is the id of the place that it speaks of, None if national.

    ``aliases`` include the abbreviation that opens its articles ('STO').
    """

    name: str
    place: str | None
    domains: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registry:
    """All registries; ``version`` changes with any byte of them."""

    types: tuple[DocumentType, ...]
    bodies: tuple[Body, ...]
    templates: tuple[OrganTemplate, ...]
    places: tuple[Place, ...]
    terms: tuple[Term, ...]
    works: tuple[KnownWork, ...]
    cues: tuple[Cue, ...]
    relations: tuple[RelationLabel, ...]
    version: str
    page_cues: tuple[PageCue, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    law_names: tuple[LawName, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    ranks: tuple[RankRule, ...] = ()
    review_rules: tuple[ReviewRule, ...] = ()
    crosswalk: tuple[ForeignName, ...] = ()
    map_tiles: tuple[MapTile, ...] = ()
    subjects: tuple[Subject, ...] = ()
    articles: tuple[Article, ...] = ()
    districts: tuple[DistrictPlace, ...] = ()

    def listed(self, name: str) -> frozenset[str]:
        """Return the words of one list of seeds/words.tsv."""
        return frozenset(word for listed, word in self.words if listed == name)

"""The registries of seeds/ as values. Columns and origin: seeds/datapackage.json."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from graph.model.bodies import Body, MapTile, Place
from graph.model.dates import PartialDate
from graph.model.errors import MalformedDateError, SeedError
from graph.model.identifiers import BODY_PREFIX
from graph.model.relations import RelationKind
from graph.model.rules import (
    ForeignName,
    RankRule,
    ReviewRule,
    foreign_name,
    rank_rule,
    review_rule,
)

Row = dict[str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document. ``codes`` are its codes in numbers, ``aliases`` other words for it."""

    id: str
    name: str
    codes: tuple[str, ...]
    aliases: tuple[str, ...]
    world: str  # party, state or both
    kind: str  # normative, administrative, party, law (cited by name) or other
    rank: int | None = None  # force among normative types; None where the issuer decides


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

    def listed(self, name: str) -> frozenset[str]:
        """Return the words of one list of seeds/words.tsv."""
        return frozenset(word for listed, word in self.words if listed == name)


def default_seeds() -> Traversable:
    """Return the seeds/ folder that comes with this installation."""
    # Beside this package, in the tree as in an installation; never a folder of the caller's.
    return Path(__file__).resolve().parents[2] / "seeds"


def load_registry(root: Traversable | None = None) -> Registry:
    """Load every registry below ``root`` (default: the one shipped).

    SeedError names file and row.
    """
    tables = _Tables(root or default_seeds())
    return Registry(
        types=tables.rows("types.tsv", _document_type),
        bodies=tables.rows("bodies.tsv", _body),
        templates=tables.rows("templates.tsv", _template),
        places=tables.rows("places.tsv", _place),
        terms=tables.rows("terms.tsv", _term),
        works=tables.rows("works.tsv", _work),
        cues=tables.rows("cues.tsv", _cue),
        relations=tables.rows("relations.tsv", _relation),
        law_names=tables.rows("law-names.tsv", _law_name),
        words=tables.rows("words.tsv", lambda row: (row["list"], row["word"])),
        page_cues=tables.rows("page-cues.tsv", _page_cue),
        publishers=tables.rows("publishers.tsv", _publisher),
        ranks=tables.rows("ranks.tsv", rank_rule),
        review_rules=tables.rows("review-rules.tsv", review_rule),
        crosswalk=tables.rows("crosswalk.tsv", foreign_name),
        map_tiles=tables.rows("province-map.tsv", _map_tile),
        version=tables.digest.hexdigest()[:16],
    )


class _Tables:
    """Reads TSV files and hashes what was read."""

    def __init__(self, root: Traversable) -> None:
        self._root = root
        self.digest = hashlib.sha256()

    def rows(self, name: str, build: Callable[[Row], T]) -> tuple[T, ...]:
        return tuple(self._built(name, build))

    def _built(self, name: str, build: Callable[[Row], T]) -> Iterator[T]:
        try:
            data = (self._root / name).read_bytes()
        except OSError as error:
            raise SeedError(f"seeds/{name} cannot be read: {error}") from error
        self.digest.update(data)
        lines = data.decode("utf-8").splitlines()
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t"), start=2):
            try:
                yield build(row)
            except (KeyError, ValueError, TypeError, AttributeError, MalformedDateError) as error:
                raise SeedError(f"seeds/{name} row {number}: {error!r} in {row}") from error


def _many(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _partial(cell: str) -> PartialDate | None:
    return PartialDate.parse(cell) if cell else None


def _bodies_of(cell: str) -> tuple[str, ...]:
    return tuple(BODY_PREFIX + part for part in _many(cell))


def _document_type(row: Row) -> DocumentType:
    return DocumentType(
        row["id"], row["name"], _many(row["codes"]), _many(row["aliases"]), row["world"],
        row["kind"], int(row["rank"]) if row["rank"] else None,
    )  # fmt: skip


def _body(row: Row) -> Body:
    return Body(
        id=BODY_PREFIX + row["id"],
        name=row["name"],
        level=row["level"],
        world=row["world"],
        place=row["place"] or None,
        codes=_many(row["codes"]),
        aliases=_many(row["aliases"]),
        parent=BODY_PREFIX + row["parent"] if row["parent"] else None,
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        successors=_bodies_of(row["successors"]),
    )


def _template(row: Row) -> OrganTemplate:
    return OrganTemplate(
        row["organ"], row["name"], _many(row["generic"]), row["level"], row["world"],
        _many(row["codes"]), row["parent"] or None, _many(row["place_kinds"]),
    )  # fmt: skip


def _place(row: Row) -> Place:
    return Place(
        row["id"], row["name"], row["kind"], _day(row["valid_from"]), _day(row["valid_to"]),
        _many(row["successors"]), _many(row["aliases"]),
    )  # fmt: skip


def _map_tile(row: Row) -> MapTile:
    place = int(row["column"]), int(row["row"])
    return MapTile(int(row["map"]), row["place"], *place, row["part"] or None)


def _term(row: Row) -> Term:
    return Term(row["series"], row["number"], date.fromisoformat(row["start"]), _day(row["end"]))


def _work(row: Row) -> KnownWork:
    return KnownWork(
        type=row["type"],
        number=row["number"] or None,
        date=_partial(row["date"]),
        issuer=BODY_PREFIX + row["issuer"] if row["issuer"] else None,
        place=row["place"],
        term=row["term"] or None,
        name=row["name"] or None,
        aliases=_many(row["aliases"]),
        title=row["title"] or None,
        effective=_partial(row["effective"]),
    )


def _law_name(row: Row) -> LawName:
    return LawName(row["name"], row["type"], row["of"] or None)


def _cue(row: Row) -> Cue:
    return Cue(RelationKind(row["relation"]), row["phrase"], row["position"])


def _relation(row: Row) -> RelationLabel:
    return RelationLabel(
        RelationKind(row["relation"]), row["label"], row["inverse"], row["label_en"],
        _many(row["eli"]), row["inverse_en"],
    )  # fmt: skip


def _page_cue(row: Row) -> PageCue:
    return PageCue(row["field"], row["phrase"])


def _publisher(row: Row) -> Publisher:
    return Publisher(
        row["name"], row["place"] or None, _many(row["domains"]), _many(row["aliases"])
    )

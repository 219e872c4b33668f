"""Loading the registries: the tables of seeds/ become values of graph.model.registry."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from graph.model.bodies import Body, DistrictPlace, MapTile, Place
from graph.model.dates import PartialDate
from graph.model.errors import MalformedDateError, SeedError
from graph.model.identifiers import BODY_PREFIX
from graph.model.registry import (
    Article,
    Cue,
    DocumentType,
    KnownWork,
    LawName,
    OrganTemplate,
    PageCue,
    Publisher,
    Registry,
    RelationLabel,
    Subject,
    Term,
)
from graph.model.relations import RelationKind
from graph.model.rules import foreign_name, rank_rule, review_rule

Row = dict[str, str]
T = TypeVar("T")


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
        districts=tables.rows("districts.tsv", _district),
        map_tiles=tables.rows("province-map.tsv", _map_tile),
        subjects=tables.rows("subjects.tsv", _subject),
        articles=tables.rows("articles.tsv", _article),
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
        row["kind"], int(row["rank"]) if row["rank"] else None, row["longer"] or None,
        row["central"] == "yes",
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


def _district(row: Row) -> DistrictPlace:
    return DistrictPlace(row["name"], row["kind"], row["place"])


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


def _subject(row: Row) -> Subject:
    date = PartialDate.parse(row["date"])
    return Subject(row["type"], row["number"], date, row["lasts"] == "yes", _many(row["phrases"]))


def _article(row: Row) -> Article:
    return Article(row["work"], row["article"], _many(row["phrases"]))


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

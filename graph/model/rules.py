"""Rules of the domain that questions are judged by: rank, reviews, names used elsewhere.

Rows of seeds/ranks.tsv, seeds/review-rules.tsv and seeds/crosswalk.tsv.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.bodies import Body
from graph.model.identifiers import BODY_PREFIX
from graph.model.relations import RelationKind


@dataclass(frozen=True, slots=True)
class RankRule:
    """The rank of a kind of document in its world; 1 is the highest.

    What is None holds for any. ``issuer`` is a body id, or '*/organ' for that organ anywhere.
    """

    world: str
    issuer: str | None
    level: str | None
    type: str | None
    rank: int

    def holds(self, type_id: str | None, issuer: Body | None) -> bool:
        """Tell whether the rule speaks of documents of that type and issuer."""
        if self.type is not None and self.type != type_id:
            return False
        if self.issuer is None and self.level is None:
            return issuer is None or issuer.world == self.world
        if issuer is None or issuer.world != self.world:
            return False
        return self.level in (None, issuer.level) and self._issued(issuer.id)

    def _issued(self, issuer: str) -> bool:
        if self.issuer is None:
            return True
        return issuer.endswith(self.issuer[1:]) if self.issuer[0] == "*" else issuer == self.issuer


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """Documents that are to be reviewed (sơ kết, tổng kết) ``years`` after they were signed.

    A review up to ``ahead`` months before the day counts.
    """

    world: str
    level: str
    types: tuple[str, ...]
    years: int
    name: str
    ahead: int


@dataclass(frozen=True, slots=True)
class ForeignName:
    """What another vocabulary calls a relation.

    ``active`` names are said of the acting document ('A amends B'), the others of the one acted
    on ('B is amended by A'); ``part`` ones of a part of it only. Of several names of a relation
    the one with ``write`` is exported; of several relations that share a name, the one with
    ``read`` is meant on import.
    """

    vocabulary: str
    relation: RelationKind
    active: bool
    part: bool
    name: str
    write: bool
    read: bool


def rank_rule(row: Mapping[str, str]) -> RankRule:
    """Read a row of seeds/ranks.tsv."""
    issuer = row["issuer"]
    known = issuer if issuer.startswith("*/") else BODY_PREFIX + issuer
    return RankRule(
        row["world"], known if issuer else None, row["level"] or None, row["type"] or None,
        int(row["rank"]),
    )  # fmt: skip


def review_rule(row: Mapping[str, str]) -> ReviewRule:
    """Read a row of seeds/review-rules.tsv."""
    types = tuple(part for part in row["types"].split(";") if part)
    return ReviewRule(
        row["world"], row["level"], types, int(row["years"]), row["name"], int(row["ahead"])
    )


def foreign_name(row: Mapping[str, str]) -> ForeignName:
    """Read a row of seeds/crosswalk.tsv."""
    return ForeignName(
        vocabulary=row["vocabulary"],
        relation=RelationKind(row["relation"]),
        active=_choice(row["side"], "active", "passive"),
        part=_choice(row["extent"], "part", "whole"),
        name=row["name"],
        write=_choice(row["write"], "yes", "no"),
        read=_choice(row["read"], "yes", "no"),
    )


def _choice(cell: str, true: str, false: str) -> bool:
    if cell not in (true, false):
        raise ValueError(f"'{cell}' is neither '{true}' nor '{false}'")
    return cell == true

"""Rows of the derived tables and back: works, bodies, resolutions."""

from __future__ import annotations

from datetime import date

from graph.model.bodies import Body
from graph.model.documents import Standing, Work
from graph.model.identifiers import stem_of
from graph.model.resolutions import Ambiguous, Candidate, Resolution, Resolved, Unresolved
from graph.model.text import fold, slug
from graph.store.coding import (
    bare_zeros,
    day_text,
    number_key,
    packed,
    text_day,
    unpacked,
)
from graph.store.prepared import Row

RESOLVED, AMBIGUOUS, UNRESOLVED = "resolved", "ambiguous", "unresolved"

WORK_COLUMNS = (
    "block", "type", "number", "name", "signed_on", "term", "place", "title", "standing",
    "effective_on", "aliases", "expires_on",
)  # fmt: skip
BODY_COLUMNS = (
    "name", "level", "world", "place", "codes", "aliases", "parent", "valid_from", "valid_to",
    "successors",
)  # fmt: skip
RESOLUTION_COLUMNS = ("status", "why", "confidence", "conflicts", "candidates")


def work_values(work: Work, issuer_no: int | None) -> Row:
    """Return the columns of table work after ``no``, ``block`` and ``shadowed``."""
    key = number_key(work.number) if work.number else None
    return (
        work.type, work.number, key, key.split("-", 1)[0] if key else None,
        work.name, slug(work.name) if work.name else None, issuer_no, day_text(work.signed_on),
        work.term, work.place, work.title, work.standing.value, day_text(work.effective_on),
        packed(work.aliases), day_text(work.expires_on), stem_of(work.id),
    )  # fmt: skip


def work_of(identifier: str, issuer: str | None, row: Row) -> Work:
    """Read a row of WORK_COLUMNS."""
    return Work(
        id=identifier, block=row[0], type=row[1], number=row[2], name=row[3], issuer=issuer,
        signed_on=text_day(row[4]), term=row[5], place=row[6], title=row[7],
        standing=Standing(row[8]), effective_on=text_day(row[9]), aliases=unpacked(row[10]),
        expires_on=text_day(row[11]),
    )  # fmt: skip


def work_words(work: Work, issuer_name: str | None) -> str:
    """Return what search finds the work by: folded words, numbers without leading zeros."""
    year = str(work.signed_on.year) if work.signed_on else None
    parts = (work.type, work.number, work.name, work.title, issuer_name, work.place, year)
    return bare_zeros(fold(" ".join(part for part in parts if part)))


def body_values(body: Body) -> Row:
    """Return the columns of table body after ``no``."""
    return (
        body.name, body.level, body.world, body.place, packed(body.codes), packed(body.aliases),
        body.parent, _iso(body.valid_from), _iso(body.valid_to), packed(body.successors),
        body_words(body),
    )  # fmt: skip


def body_of(identifier: str, row: Row) -> Body:
    """Read a row of BODY_COLUMNS."""
    return Body(
        id=identifier, name=row[0], level=row[1], world=row[2], place=row[3],
        codes=unpacked(row[4]), aliases=unpacked(row[5]), parent=row[6],
        valid_from=_date(row[7]), valid_to=_date(row[8]), successors=unpacked(row[9]),
    )  # fmt: skip


def body_words(body: Body) -> str:
    """Return what search finds the body by."""
    return fold(" ".join((body.name, *body.aliases, *body.codes)))


def resolution_values(resolution: Resolution, work_no: int | None) -> Row:
    """Return status, work_no, why, confidence, conflicts and candidates."""
    if isinstance(resolution, Resolved):
        return (
            RESOLVED, work_no, resolution.why, resolution.confidence,
            packed(resolution.conflicts), None,
        )  # fmt: skip
    if isinstance(resolution, Ambiguous):
        candidates = [(one.work, one.score, one.why) for one in resolution.candidates]
        return AMBIGUOUS, None, resolution.why, None, None, packed(candidates)
    return UNRESOLVED, None, resolution.why, None, None, None


def resolution_of(work: str | None, row: Row) -> Resolution:
    """Read a row of RESOLUTION_COLUMNS."""
    status, why, confidence, conflicts, candidates = row
    if status == RESOLVED:
        assert work is not None
        return Resolved(work, why, confidence, unpacked(conflicts))
    if status == AMBIGUOUS:
        return Ambiguous(tuple(Candidate(*one) for one in unpacked(candidates)), why)
    return Unresolved(why)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

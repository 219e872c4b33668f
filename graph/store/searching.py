"""Search for works: words without diacritics, numbers, dates and filters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.errors import MalformedDateError
from graph.model.identifiers import BODY_PREFIX
from graph.model.text import fold, slug
from graph.store.answers import Page
from graph.store.coding import bare_zeros
from graph.store.finding import read_works, works_query
from graph.store.fulltext import matching
from graph.store.schema import body, node, work, work_text

# Said before numbers and years, and no part of them.
_BEFORE_NUMBERS = re.compile(r"\b(?:so|nam|ngay)\s+(?=\d)")
_DATE = re.compile(r"\b(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Query:
    """A search as asked. Filters are ids or the words that ids are made of."""

    q: str
    type: str | None = None
    issuer: str | None = None
    place: str | None = None
    year: int | None = None
    standing: str | None = None
    level: str | None = None
    term: str | None = None


def search(connection: Connection, query: Query, limit: int, offset: int) -> Page[Work]:
    """Return the works that hold all words; those of exactly the number asked for come first."""
    found, order = matched(connection, query)
    total = connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()
    page = found.order_by(*order, node.c.id).limit(limit).offset(offset)
    return Page(tuple(read_works(connection, page)), total, limit, offset)


def matched(connection: Connection, query: Query) -> tuple[Select[Any], list[Any]]:
    """Return the works that are meant, made from ``works_query``, and what puts the best first."""
    words, day = _dated(query.q)
    tokens = bare_zeros(_BEFORE_NUMBERS.sub("", fold(words))).split()
    found = works_query().join(work_text, work_text.c.no == work.c.no)
    found = _filtered(found, query)
    if day is not None:
        found = found.where(work.c.signed_on == str(day))
    if not tokens:
        return found, []
    condition, rank = matching(connection.dialect, tokens)
    return found.where(condition), [_exactness(tokens), rank]


def _dated(q: str) -> tuple[str, PartialDate | None]:
    """Take a full date out of the words."""
    found = _DATE.search(q)
    if found is None:
        return q, None
    try:
        day = PartialDate.of(int(found[3]), int(found[2]), int(found[1]))
    except MalformedDateError:
        return q, None
    return q[: found.start()] + " " + q[found.end() :], day


def _exactness(tokens: list[str]) -> Any:
    """0 for the very number asked for, 1 for its ordinal, 2 for other matches."""
    keys = ["-".join(tokens[start:]) for start in range(len(tokens))]
    ordinals = [token for token in tokens if token[0].isdigit()]
    return case((work.c.number_key.in_(keys), 0), (work.c.ordinal.in_(ordinals), 1), else_=2)


def _filtered(found: Select[Any], query: Query) -> Select[Any]:
    if query.type:
        found = found.where(work.c.type == slug(query.type))
    if query.place:
        found = found.where(work.c.place == slug(query.place))
    if query.year is not None:
        found = found.where(work.c.signed_on.startswith(f"{query.year:04d}"))
    if query.standing:
        found = found.where(work.c.standing == str(query.standing))
    if query.term:
        found = found.where(func.lower(work.c.term) == query.term.lower())
    if query.level:
        levelled = select(body.c.no).where(body.c.level == query.level)
        found = found.where(work.c.issuer_no.in_(levelled))
    if query.issuer:
        path = query.issuer
        known = path if path.startswith(BODY_PREFIX) else BODY_PREFIX + path.strip("/")
        issuer_no = select(node.c.no).where(node.c.id == known).scalar_subquery()
        found = found.where(work.c.issuer_no == issuer_no)
    return found

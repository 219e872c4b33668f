"""Conditions of time: what stood, and could be known, on a day.

Dates are ISO text, perhaps without day or month; compared as text, a date is at or before a day
exactly if its first possible day is.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, case, exists, func, or_

from graph.model.relations import CHANGES
from graph.store.schema import relation, relation_evidence, source, work


def signed_by(day: date) -> ColumnElement[bool]:
    """The work was signed by ``day``, as far as is known."""
    signed = func.coalesce(work.c.signed_on, work.c.effective_on)
    return or_(signed.is_(None), signed <= day.isoformat())


def acted_after(day: date) -> ColumnElement[bool]:
    """The acting work came after ``day``; what changes another acts when it takes effect."""
    signed = func.coalesce(work.c.signed_on, work.c.effective_on)
    effective = func.coalesce(work.c.effective_on, work.c.signed_on)
    acted = case((relation.c.kind.in_(sorted(CHANGES)), effective), else_=signed)
    acting = (work.c.no == relation.c.source_no) & (work.c.shadowed == 0)
    return exists().where(acting, acted > day.isoformat())


def published_by(day: date) -> ColumnElement[bool]:
    """The text is not younger than ``day``, as far as is known."""
    return or_(source.c.published.is_(None), source.c.published <= day.isoformat())


def said_by(day: date) -> ColumnElement[bool]:
    """The piece of evidence stands in a text that is not younger than ``day``."""
    return exists().where(source.c.no == relation_evidence.c.source_no, published_by(day))

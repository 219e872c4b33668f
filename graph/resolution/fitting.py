"""What speaks for and against a work that a mention names, and the verdicts on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.mentions import Mention
from graph.model.registry import LAWS
from graph.model.resolutions import (
    ONLY_NAMED,
    Candidate,
    Evidence,
    Resolution,
    Resolved,
    Unresolved,
)
from graph.resolution.choosing import carried_out_since
from graph.resolution.law_days import BILL, PASSED

_STATUTES = frozenset(("luat", "bo-luat"))
# How long before its passing a bill is the law that it becomes (two sessions deal with it), and how
# long after a law is spoken of as the revised one, in days.
_NEW = 400
# How many days most laws wait from their passing to their day.
_WAITS = 210
_WITH = 14  # days
# What details a law is issued not so long before its day, or after its passing, in days.
_SOON, _JUST = 150, 90
_YEAR = re.compile(r"/((?:19|20)\d\d)/")


def passed_on(work: Work) -> PartialDate | None:
    """Return when a work was signed, else the year that its number has."""
    year = None if work.signed_on else _YEAR.search(work.number or "")
    return PartialDate(int(year[1])) if year else work.signed_on


def between(work: Work, published: PartialDate, *, titled: bool = False) -> bool:
    """Tell whether a law was passed but not in force yet: texts may mean it or the one before.

    Of one whose day is not known it is told by when it was passed, but where it is ``titled``:
    what details a law that was just passed, and will soon be in force, details that one.
    """
    signed, begins = passed_on(work), work.effective_on
    if signed is None or signed == begins or signed.earliest() > published.latest():
        return False
    if signed.earliest() > published.earliest():
        return True  # 'năm 2025' may be before
    if begins is not None:
        if titled:
            return not is_detailed(work, published)
        return published.earliest() < begins.earliest()
    return (
        not titled
        and work.type in _STATUTES
        and (published.latest() - signed.latest()).days < _WAITS
    )


def is_detailed(work: Work, issued: PartialDate) -> bool:
    """Tell whether what is issued on a day can detail a law that is in force from another on."""
    signed, begins = work.signed_on, work.effective_on or work.signed_on
    if begins is None or (begins.earliest() - issued.latest()).days <= _SOON:
        return begins is not None
    return signed is not None and 0 <= (issued.latest() - signed.earliest()).days <= _JUST


def revised(each: Evidence, works: Sequence[Work]) -> Resolution:
    """'Luật X (sửa đổi)' is the X that came about when the text was written, or in its year.

    Of a bill that lies before no session yet nobody knows as which law it will pass, nor of one
    just after another whether it is the next.
    """
    stated = each.mention.date
    if stated is not None:
        # 'Luật X (sửa đổi, bổ sung năm 2012)' is X as it is since, not what amended it.
        whole = "sửa đổi" not in each.mention.surface
        of_year = [
            w for w in works if w.signed_on is not None and stated.agrees(w.signed_on)
            and not (whole and (w.name or "").startswith("Luật sửa đổi"))
        ]  # fmt: skip
        if len(of_year) == 1:
            return Resolved(of_year[0].id, f"bản sửa đổi năm {stated.year}", 0.8)
        return Unresolved("chưa rõ bản sửa đổi nào")
    published = each.written
    near = [
        work
        for work in works
        if published is not None and work.signed_on is not None
        and -PASSED <= (work.signed_on.earliest() - published.earliest()).days <= BILL
    ]  # fmt: skip
    near = near or [work for work in works if published and _is_new(work, published)]
    if len(near) == 1:
        return Resolved(near[0].id, "bản sửa đổi gần ngày viết nhất", 0.8)
    return Unresolved("chưa rõ bản sửa đổi nào")


def _is_new(work: Work, published: PartialDate) -> bool:
    """Tell whether a law has been in force for about a year: it is still spoken of as revised."""
    begins = work.effective_on
    return begins is not None and 0 <= (published.earliest() - begins.earliest()).days <= _NEW


def other_year(each: Evidence, works: Iterable[Work]) -> Resolution | None:
    """Leave open a known name with a year in which no such document is known.

    Only a year after all of them can be that of a new one.
    """
    date = each.mention.date
    years = [passed.year for work in works if (passed := passed_on(work)) is not None]
    if date is None or not years or date.year > max(years):
        return None
    return Unresolved(f"không biết văn bản nào mang tên này của năm {date.year}")


def fits(work: Work, mention: Mention, published: PartialDate | None, issuer: Body | None) -> bool:
    """Tell whether nothing stated speaks against the work."""
    signed = passed_on(work)
    if mention.type not in (None, work.type) and not {mention.type, work.type} <= _STATUTES:
        return False
    if mention.date is not None and signed is not None and not mention.date.agrees(signed):
        return False
    if published is not None and signed is not None and signed.earliest() > published.latest():
        return False
    if mention.term is not None and work.term not in (None, mention.term):
        return False
    return issuer is None or work.issuer in (None, issuer.id) or mention.type in LAWS


def passed_with(works: Iterable[Work], mention: Mention) -> list[Work]:
    """Return those passed just after the document in whose title they are named.

    A resolution on how a law is to begin is passed with it; days in titles are misprinted.
    """
    by = mention.by
    return [
        work for work in works
        if by is not None and mention.date is None and work.signed_on is not None
        and 0 < (work.signed_on.earliest() - by.latest()).days <= _WITH
    ]  # fmt: skip


def of_age(age: int, works: Sequence[Work], published: PartialDate | None) -> list[Work]:
    """Return those that were as old as the text says: '10 năm thực hiện Nghị quyết 26'."""
    if published is None:
        return list(works)
    return [w for w in works if w.signed_on and carried_out_since(w.signed_on, age, published)]


def is_local(mention: Mention) -> bool:
    """Tell whether a province's Party document is named."""
    return mention.issuer is not None and "Đảng bộ" in mention.issuer


def nowhere(each: Evidence) -> Unresolved:
    """Return the verdict on a short form or a local name that nothing places."""
    return Unresolved(f"không rõ {each.mention.surface} là văn bản nào")


def alone(work: Work, each: Evidence) -> Resolved:
    """Return the verdict on a mention of a document that only its name identifies."""
    return Resolved(work.id, ONLY_NAMED, 0.8 if each.mention.date else 0.7)


def candidates(works: Sequence[Work]) -> tuple[Candidate, ...]:
    """Return the works as candidates, each with what tells it apart."""
    share = round(1 / len(works), 3)
    rows = [
        Candidate(work.id, share, " · ".join(
            str(part) for part in (work.number, work.signed_on, work.title) if part))
        for work in works
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda c: c.work, reverse=True))

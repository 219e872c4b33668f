"""Laws named beside other references: in the title of one, as a bill, with a year elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model.dates import PartialDate
from graph.model.mentions import Mention, MentionKind
from graph.model.registry import KnownWork
from graph.model.resolutions import UNTOLD
from graph.model.text import slug
from graph.resolution.law_days import BILL, PASSED, in_force, last_passed
from graph.resolution.registered import REVISED

AMENDING = "-sua-doi-bo-sung-"
_NEAR = 48  # characters
_BILL_AHEAD = re.compile(r"(?i:dự\s{1,4}(?:thảo|án)(?::|\s{1,4}luật:?)?)\s{1,4}$")


def is_amended(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether a law is amended by one without a day: it is the last that was passed."""
    owner = mentions[mention.within] if mention.within is not None else None
    if owner is None or mention.by is not None or owner.date is not None:
        return False
    return AMENDING in slug(owner.name or "")


def is_of_no_day(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether a law is named in the title of a document of which no year is known.

    'Nghị định 180 hướng dẫn Luật Xây dựng' may be of the law before the one in force.
    """
    owner = mentions[mention.within] if mention.within is not None else None
    if owner is None or owner.kind is not MentionKind.SHORT or mention.by is not None:
        return False
    return owner.antecedent is None and owner.year is None


def amending(
    text: str,
    mentions: Sequence[Mention],
    index: int,
    written: PartialDate | None,
    works: Sequence[KnownWork],
) -> Mention | None:
    """Read a law that amends: it is no older than what it amends, a bill than the text."""
    mention = mentions[index]
    start = mention.span.start
    bill = _BILL_AHEAD.search(text, max(0, start - _NEAR), start) is not None
    amended = [year for other in mentions if other.within == index and (year := other.year)]
    fitting = [
        work for work in works
        if work.date is not None and work.date.year >= max(amended, default=0)
        and _may_be_meant(work.date, written, bill=bill)
    ]  # fmt: skip
    if len(fitting) == len(works) and not (bill and mention.antecedent is not None):
        return None
    told = fitting[0].number if len(fitting) == 1 else UNTOLD
    return replace(mention, antecedent=None, told=told)


def _may_be_meant(passed: PartialDate, written: PartialDate | None, *, bill: bool) -> bool:
    """Tell whether a law had been passed when the text was written, a bill was to be or just so."""
    if written is None:
        return True
    days = (passed.earliest() - written.earliest()).days
    return -PASSED <= days <= BILL if bill else passed.earliest() <= written.latest()


def is_told_otherwise(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether an article elsewhere tells of another law of the name than a year does."""
    antecedent = mention.antecedent
    year = mentions[antecedent].year if antecedent is not None else None
    told = {other.told for other in mentions if other.name == mention.name and other.told}
    return year is not None and any(f"/{year}/" not in one for one in told - {UNTOLD})


def is_between(mentions: Sequence[Mention], index: int, revised: str) -> bool:
    """Tell whether a bare name tied to a later one stands behind the revised law of the name."""
    antecedent = mentions[index].antecedent
    if antecedent is None or antecedent < index:
        return False
    return any(slug(other.name) == revised for other in mentions[:index] if other.name)


def tied(
    mentions: Sequence[Mention],
    index: int,
    written: PartialDate | None,
    works: Sequence[KnownWork],
) -> Mention | None:
    """Part a bare name from one with a year behind it where another law was in force then."""
    mention = mentions[index]
    antecedent, day = mention.antecedent, mention.by or written
    if antecedent is None or day is None or (antecedent < index and mention.by is None):
        return None
    now, meant = in_force(works, day), mentions[antecedent].year
    if now is None and mention.by is not None:
        now = last_passed(works, day)  # as it details what was just passed
    elif now is None and mentions[0].kind is not MentionKind.SELF:
        now = in_force(works, day, passed=False)  # of what is official the head says what it cites
    if meant is None or now is None or now.date is None or now.date.year == meant:
        return None
    return replace(mention, antecedent=None)


def bills_of(text: str, mentions: Sequence[Mention]) -> set[str]:
    """Return the names of the laws of which a text says that they are being revised."""
    found = set()
    for mention in mentions:
        if mention.kind is not MentionKind.NAMED or not mention.name:
            continue
        name = slug(mention.name)
        if name.endswith(REVISED):
            found.add(name.removesuffix(REVISED))
        elif mention.within is not None:
            outer = mentions[mention.within].span.start
            if _BILL_AHEAD.search(text, max(0, outer - _NEAR), outer):
                found.add(name)
    return found

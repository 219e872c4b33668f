"""What a reference has from the document whose title or name it stands in, or that changes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.extraction.cues.saying import meant
from graph.extraction.text.draft import Draft
from graph.extraction.text.owners import Owners
from graph.extraction.text.patterns import SPACE
from graph.model.dates import PartialDate
from graph.model.mentions import MentionKind
from graph.model.numbers import DocumentNumber
from graph.model.registry import LAWS
from graph.model.relations import RelationKind, Statement

_CHANGES = re.compile(
    rf",?{SPACE}(?:về{SPACE}(?:việc{SPACE})?)?(?:sửa{SPACE}đổi|bổ{SPACE}sung|bãi{SPACE}bỏ|thay{SPACE}thế"
    r"|gia\shạn|đính\schính|kéo\sdài)[^.;:“”\"\n]{0,90}"
)
_POINTING = (MentionKind.ANAPHOR, MentionKind.SELF)


def date_what_titles_name(drafts: list[Draft]) -> None:
    """Set ``by`` of what stands without a date in a dated document's title or name."""
    for draft in drafts:
        if draft.within is None or draft.kind in _POINTING or draft.date is not None:
            continue
        owner = drafts[draft.within]
        draft.by = _known_by(owner)


def date_what_others_rest_on(drafts: list[Draft], statements: Iterable[Statement]) -> None:
    """Set ``by`` of laws that another document than the text itself is based on.

    They are those of its day: 'Luật Cư trú số 68/2020/QH14 có căn cứ ban hành như sau: “Căn cứ Hiến
    pháp …'
    """
    for one in statements:
        if one.relation is not RelationKind.BASED_ON or one.subject is None:
            continue
        owner, law = meant(drafts, one.subject), drafts[one.object]
        if owner.kind in _POINTING or law.kind is not MentionKind.NAMED or law.type not in LAWS:
            continue
        if law.date is None and law.by is None and law.number is None:
            law.by = _known_by(owner)


def place_what_titles_name(text: str, drafts: list[Draft], owners: Owners) -> None:
    """Give a local number that one of the same body's code changes that one's issuer.

    'Quyết định 34/2021/QĐ-UBND của UBND tỉnh Bình Thuận sửa đổi Quyết định 20/2017/QĐ-UBND'
    """
    for position, draft in enumerate(drafts):
        if draft.kind is not MentionKind.NUMBERED or draft.issuer:
            continue
        owner, number = _changed_by(text, drafts, position), draft.number
        if owner is None or number is None or owner.issuer is None:
            continue
        if not owners.is_of_place(owner.issuer, number):
            continue
        if owner.number is not None and owners.organ(owner.number) == owners.organ(number):
            draft.issuer, draft.issuer_span = owner.issuer, owner.issuer_span


def write_committees(text: str, drafts: list[Draft], owners: Owners) -> None:
    """Read 'TƯ' in a number of a province's committee for 'TU': '445-KL/TƯ của Tỉnh ủy'.

    So it is where the number is repeated without saying whose it is.
    """
    spelled = [d for d in drafts if d.number_span and "TƯ" in d.number_span.of(text)]
    said: dict[object, set[bool]] = {}
    for draft in spelled:
        local = _local(draft, owners)
        if draft.issuer is not None:
            said.setdefault((draft.type, draft.number), set()).add(local is not None)
    of_province = {key for key, each in said.items() if each == {True}}
    for draft in spelled:
        number = draft.number
        repeated = draft.issuer is None and (draft.type, number) in of_province
        if number is not None and (repeated or _local(draft, owners) is not None):
            draft.number = replace(number, symbol=number.symbol.replace("TW", "TU"))


def _local(draft: Draft, owners: Owners) -> DocumentNumber | None:
    """Return a number with the code of the province's committee that it is said to be of."""
    number = draft.number
    if number is None or draft.issuer is None or owners.own(draft.issuer, number):
        return None
    local = replace(number, symbol=number.symbol.replace("TW", "TU"))
    return local if owners.own(draft.issuer, local) else None


def _changed_by(text: str, drafts: list[Draft], position: int) -> Draft | None:
    """Return the reference in whose title one stands, or that is said to change it."""
    within = drafts[position].within
    if within is not None:
        return drafts[within]
    before = drafts[position - 1] if position else None
    if before is None or before.title_span is not None:
        return None
    return before if _CHANGES.fullmatch(text, before.after, drafts[position].start) else None


def _known_by(owner: Draft) -> PartialDate | None:
    """Return by when there was what a document names: its own day, or its number's year."""
    return owner.date or owner.by or year_of(owner)


def year_of(draft: Draft) -> PartialDate | None:
    """Return the year that a number tells."""
    number = draft.number
    return PartialDate(number.year) if number is not None and number.year else None

"""Sharing fields along lists: what is said of one reference holds of those listed with it.

'Tỉnh ủy ban hành: A; B', 'A và B ngày 25/10/2017 của Bộ Chính trị', 'A, B của X, Y'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.fields.proposals import read_whose_it_says
from graph.extraction.fields.provinces import LISTED
from graph.extraction.text.draft import Draft
from graph.extraction.text.owners import Owners
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.model.mentions import MentionKind
from graph.model.numbers import NumberForm
from graph.model.spans import Span

_AND = re.compile(r"\s{0,8}(?:,|và|VÀ|,\s{0,4}và)\s{0,8}(?:các\s{1,4}|CÁC\s{1,4})?")
_PART = re.compile(r"\s{0,8};\s{0,8}(?:và\s{1,4})?")
# Between items of a list with one author: '; ', '), 2 nghị quyết (', ' và ban hành '.
_NEXT = re.compile(
    rf"{MAYBE_SPACE}\)?{MAYBE_SPACE}(?:[,;]|[,;]?{SPACE}và(?=\s)|\+){MAYBE_SPACE}(?:và{SPACE})?"
    rf"(?:(?:ban{SPACE}hành|cùng|có|thêm|các|[-–+•]){SPACE}){{0,3}}"
    rf"(?:(?:\d{{1,3}}|một|hai|ba|bốn|năm){SPACE}[^\W\d_]{{1,8}}(?:{SPACE}[^\W\d_]{{1,8}}){{0,4}}"
    rf"(?::{SPACE}|{SPACE}?\({MAYBE_SPACE}))?"
)
# 'đã ban hành: ', 'ban hành 2 nghị quyết (', 'ban hành nhiều văn bản, trong đó có '
_OPENS = re.compile(
    rf"(?:[:(]|(?<![^\W_])(?:gồm|như|là|đó|đó{SPACE}có|thể|hình)){MAYBE_SPACE}(?:[-–+•*]{SPACE})?$"
)
_LEAD = re.compile(
    rf"{SPACE}(?:ban{SPACE}hành|thông{SPACE}qua|ký|ra|xây{SPACE}dựng)"
    rf"(?P<tail>(?:{SPACE}[^.;:()\n]{{1,80}})?(?:{MAYBE_SPACE}[:(]|,?{SPACE}(?:(?:bao{SPACE})?gồm|như|là"
    rf"|trong{SPACE}đó(?:{SPACE}có)?|cụ{SPACE}thể(?:{SPACE}là)?|điển{SPACE}hình(?:{SPACE}là)?):?)"
    rf"{MAYBE_SPACE}(?:[-–+•*]{SPACE})?)$"
)
_LEAD_REACH = 200
_JOINT_REACH = 24
_NEXT_REACH = 70
_ISSUED_BY = re.compile(rf"(?<![^\W_])(?:của|do){SPACE}$")
_RESOLUTION = "nghi-quyet"
_POINTING = (MentionKind.ANAPHOR, MentionKind.SELF)


def share(text: str, drafts: Sequence[Draft], issuers: IssuerReader, owners: Owners) -> None:
    """Give dates and issuers said behind a list to its items, before titles are read."""
    read_whose_it_says(text, drafts, issuers, owners)
    lead_in_lists(text, drafts, issuers, owners)
    share_respectively(text, drafts, issuers, owners)
    share_fields(text, drafts, owners)


def lead_in_lists(
    text: str, drafts: Sequence[Draft], issuers: IssuerReader, owners: Owners
) -> None:
    """Give the first of a list its author: 'Huyện ủy đã ban hành: A', 'ban hành 2 nghị quyết (A'.

    Only a number with the author's own code can be meant: 'ban hành quy định, như Nghị định A'.
    """
    for position, draft in enumerate(drafts):
        if draft.issuer or draft.number is None or draft.kind is not MentionKind.NUMBERED:
            continue
        at = draft.start
        if _OPENS.search(text, max(0, at - 16), at) is None:
            continue
        floor = max(drafts[position - 1].end if position else 0, at - _LEAD_REACH)
        span = _head_of(text, floor, at, issuers)
        if span is None and (lead := _LEAD.search(text, floor, at)) is not None:
            found = issuers.before(text, lead.start("tail"), floor)
            span = found.span if found else None
        if span is not None and owners.own(span.phrase(text), draft.number):
            draft.issued_by(span, text)


def _head_of(text: str, floor: int, at: int, issuers: IssuerReader) -> Span | None:
    """Return the body of 'các Nghị định của Chính phủ: số …', which ends before ``at``.

    And of 'các nghị quyết của HĐND tỉnh X trước sắp xếp, trong đó có …'.
    """
    bodies = issuers.bodies_in(text, floor, at)
    if not bodies or not LISTED.fullmatch(text, bodies[-1].end, at):
        return None
    start = bodies[-1].start
    return bodies[-1] if _ISSUED_BY.search(text, max(floor, start - 12), start) else None


def share_respectively(
    text: str, drafts: Sequence[Draft], issuers: IssuerReader, owners: Owners
) -> None:
    """Give each item its own of the issuers that a list ends with: 'A, B và C của X, Y, Z'.

    Codes must tell that they are of different bodies, and each of the one in its place.
    """
    for position, last in enumerate(drafts):
        if last.issuer_span is None or last.issuer_span.start < last.end or last.number is None:
            continue
        items = _items(text, drafts, position)
        if len(items) < 2 or len({owners.organ(item.number) for item in items}) < 2:
            continue
        bodies = issuers.listed(text, last.issuer_span.start)
        if len(bodies) < len(items):
            continue
        named = list(zip(items, bodies, strict=False))
        if not all(owners.own(body.of(text), item.number) for item, body in named):
            continue
        for item, body in named:
            item.issued_by(body, text)
        last.after = max(last.after, bodies[len(items) - 1].end)


def _items(text: str, drafts: Sequence[Draft], position: int) -> list[Draft]:
    """Return the items of the list that ends with a reference, in order."""
    items = [drafts[position]]
    while position:
        before = drafts[position - 1]
        if before.issuer or before.within != items[0].within or before.number is None:
            break
        if items[0].start - before.end > _JOINT_REACH or not _AND.fullmatch(
            text, before.after, items[0].start
        ):
            break
        items.insert(0, before)
        position -= 1
    return items


def share_fields(text: str, drafts: Sequence[Draft], owners: Owners) -> None:
    """Give date and issuer of a list's last item to those before it, as grammar does.

    An item with a type word of its own shares only the issuer; a Party number in such a list also
    the term, so that it was there by the day of the last.
    """
    for position in range(len(drafts) - 2, -1, -1):
        draft, later = drafts[position], drafts[position + 1]
        if _same_day(text, draft, later):
            draft.date, draft.date_span = later.date, later.date_span
        if draft.issuer or draft.within != later.within or not _of_one_body(draft, later, owners):
            continue
        if later.start - draft.end > 24 or draft.kind is not later.kind or draft.title_span:
            continue
        if not (
            _AND.fullmatch(text, draft.end, later.start)
            or (_one_code(draft, later, owners) and _PART.fullmatch(text, draft.end, later.start))
        ):
            continue
        if later.number is None and not _follows(later):
            continue  # 'Nghị quyết Đại hội XII' has its issuer in its name
        if not later.shares and (draft.date is None) != (later.date is None):
            if draft.date is not None or not _one_series(draft, later):
                if not _of_one_organ(draft, later, owners):
                    continue  # each has its own particulars
            else:
                draft.by = later.date
        if later.issuer and owners.own(later.issuer, draft.number) is False:
            continue
        draft.issuer, draft.issuer_span = later.issuer, later.issuer_span
        draft.term = draft.term or later.term
        if draft.date is None and _one_series(draft, later):
            draft.by = draft.by or later.by or later.date
        if later.shares and draft.date is None and later.issuer:
            draft.date, draft.date_span = later.date, later.date_span


def _same_day(text: str, draft: Draft, later: Draft) -> bool:
    """Tell whether two documents are of one day, whose numbers follow on each other: 217 and 218.

    The one says no day and stands right before the other, with nothing else said of it.
    """
    if draft.date is not None or later.date is None or not later.date.is_full:
        return False
    if (
        draft.kind is not later.kind
        or draft.type != later.type
        or not _AND.fullmatch(text, draft.end, later.start)
    ):
        return False
    one, other = draft.number, later.number
    if one is None or other is None or not one.symbol or one.symbol != other.symbol:
        return False
    if not (one.ordinal.isdecimal() and other.ordinal.isdecimal()):
        return False
    return one.year == other.year and int(other.ordinal) - int(one.ordinal) == 1


def _of_one_body(draft: Draft, later: Draft, owners: Owners) -> bool:
    """Tell whether two items may have one issuer: of one type, or numbers of one body's code.

    Of the centre's resolutions most are the Central Committee's, whose is what stands beside them.
    """
    if draft.type == later.type:
        return True
    if draft.number is None or later.number is None or later.issuer is None:
        return False
    if draft.type == _RESOLUTION and draft.number.symbol.endswith("TW"):
        return False
    same = owners.organ(draft.number) == owners.organ(later.number) is not None
    return same and owners.own(later.issuer, draft.number) is True


def _one_code(draft: Draft, later: Draft, owners: Owners) -> bool:
    """Tell whether two numbers have one code, and it is that of the issuer of the second."""
    one, other = draft.number, later.number
    if one is None or other is None or later.issuer is None:
        return False
    return bool(one.symbol) and one.symbol == other.symbol and owners.own(later.issuer, one) is True


def _of_one_organ(draft: Draft, later: Draft, owners: Owners) -> bool:
    """Tell whether two local numbers have one code, which is their issuer's."""
    one, other = draft.number, later.number
    if one is None or other is None or later.issuer is None:
        return False
    if not one.symbol and not other.symbol:
        return draft.type == later.type  # 'Thông tư số 26 và Thông tư số 27 năm 2016 của Bộ X'
    return owners.is_local(one) and one.form is other.form and _one_code(draft, later, owners)


def _follows(draft: Draft) -> bool:
    """Tell whether the issuer is said behind the name, not in it."""
    return draft.issuer_span is not None and draft.issuer_span.start >= draft.end


def _one_series(draft: Draft, later: Draft) -> bool:
    """Tell whether two Party numbers have one code: of one term, if they are listed together."""
    one, other = draft.number, later.number
    if one is None or other is None or one.form is not NumberForm.PARTY:
        return False
    return one.form is other.form and one.symbol == other.symbol


def share_what_led_in(text: str, drafts: Sequence[Draft], owners: Owners) -> None:
    """Give the issuer before a list's first item, and the day before that, to those after it.

    'Ngày 25/10/2021, Ban Chấp hành Trung ương ban hành A và B.' Behind a semicolon or a bracket
    only what bears the issuer's own code goes on with the list.
    """
    for position, draft in enumerate(drafts):
        first = _before(drafts, position)
        if first is None or first.issuer_span is None or first.issuer_span.start >= first.start:
            continue
        if draft.issuer or draft.kind in _POINTING:
            continue
        end = max(first.after, first.past_title)
        near = draft.start - end <= _JOINT_REACH and _AND.fullmatch(text, end, draft.start)
        if not near and not _goes_on(text, end, first, draft, owners):
            continue
        if near and owners.own(first.issuer or "", draft.number) is False:
            continue
        draft.issuer, draft.issuer_span = first.issuer, first.issuer_span
        led = first.date_span is not None and first.date_span.start < first.start
        if near and led and draft.date is None:
            draft.date, draft.date_span = first.date, first.date_span


def _before(drafts: Sequence[Draft], position: int) -> Draft | None:
    """Return the reference before one that stands as it does, past those that titles hold."""
    at = position - 1
    for _ in range(_DEPTH):
        if at < 0:
            return None
        within = drafts[at].within
        if within == drafts[position].within:
            return drafts[at]
        if within is None or within >= at:
            return None
        at = within
    return None


def _goes_on(text: str, end: int, first: Draft, draft: Draft, owners: Owners) -> bool:
    """Tell whether a reference goes on with a list of what one body issued."""
    if draft.start < end or draft.start - end > _NEXT_REACH or first.issuer is None:
        return False
    if owners.own(first.issuer, draft.number) is not True:
        return False
    return _NEXT.fullmatch(text, end, draft.start) is not None


_DEPTH = 12  # of titles within titles

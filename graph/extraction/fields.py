"""Reading the fields around a reference: date, issuer, subdivisions, title."""

from __future__ import annotations

import re
from bisect import bisect_left

from graph.extraction.dates import date_beside, date_led_in, years_before
from graph.extraction.draft import Draft
from graph.extraction.issuers import IssuerReader
from graph.extraction.patterns import LOWER
from graph.extraction.subdivisions import subdivisions_before
from graph.extraction.titles import TitleReader
from graph.model.dates import PartialDate
from graph.model.mentions import MentionKind
from graph.model.numbers import NumberForm
from graph.model.spans import Span

_BLANK = re.compile(r"\n[ \t]*\n")
_PARAGRAPH = re.compile(rf"\n[ \t]*(?=\n|[^\W\d_{LOWER}])")
# A line that ends with a word that asks for more goes on, whatever the next begins with.
_GOES_ON = ("của", "do", "và", "số", ",", "-")
_AND = re.compile(r"\s{0,8}(?:,|và|,\s{0,4}và)\s{0,8}(?:các\s{1,4})?")
_JOINT_REACH = 24
_POINTING = (MentionKind.ANAPHOR, MentionKind.SELF)


def read_dates_and_issuers(
    text: str, drafts: list[Draft], issuers: IssuerReader, *, wrapped: bool
) -> None:
    """Set date, issuer, term and subdivisions of every draft from the words beside it.

    ``wrapped`` tells that lines end where the page did.
    """
    for position, draft in enumerate(drafts):
        if draft.kind is MentionKind.SELF:
            continue
        floor = drafts[position - 1].end if position else 0
        limit = _next_start(drafts, position, len(text))
        draft.targets, draft.target_span = subdivisions_before(text, draft.start, floor)
        if draft.kind is MentionKind.ANAPHOR or _closes_a_name(drafts, draft):
            continue
        draft.age = years_before(text, draft.start, floor)
        _date(text, draft, limit, issuers)
        limit = _paragraph_end(text, draft.after, limit, wrapped=wrapped)
        _issuer(text, draft, floor, limit, issuers)
        if draft.date is None:
            _date(text, draft, limit, issuers, beside=False)


def _paragraph_end(text: str, at: int, limit: int, *, wrapped: bool) -> int:
    """Return where the paragraph ends that ``at`` is in, ``limit`` if that is not near."""
    near = min(limit, at + 300)
    if wrapped:
        blank = _BLANK.search(text, at, near)
        return blank.start() if blank else limit
    for line in _PARAGRAPH.finditer(text, at, near):
        end = at + len(text[at : line.start()].rstrip(" \t"))
        if end and not text[end - 1].isspace() and not text.endswith(_GOES_ON, 0, end):
            return end
    return limit


def _next_start(drafts: list[Draft], position: int, end: int) -> int:
    """Return where the next reference begins that is not part of this one's name."""
    for later in range(position + 1, len(drafts)):
        if drafts[later].start >= drafts[position].end:
            return drafts[later].start
    return end


def _closes_a_name(drafts: list[Draft], draft: Draft) -> bool:
    """Tell whether what follows belongs to the amending law whose name this law ends."""
    if draft.within is None or draft.number is not None:
        return False
    return draft.end <= drafts[draft.within].end


def _date(
    text: str, draft: Draft, limit: int, issuers: IssuerReader, *, beside: bool = True
) -> None:
    found = date_beside(text, draft.after, limit)
    if found is None or draft.date is not None:
        return
    end = found[1].end
    if text[draft.after] == "," and issuers.acts_at(text, end + 1, min(len(text), end + 160)):
        return  # 'Thực hiện X, ngày 14/02/2025 Bộ Chính trị đã ban hành Y'
    draft.date, draft.date_span = found
    draft.after = draft.date_span.end
    if beside:
        draft.end = draft.date_span.end


def _issuer(text: str, draft: Draft, floor: int, limit: int, issuers: IssuerReader) -> None:
    issuer = issuers.after(text, draft.after, limit)
    if issuer is None:
        issuer = issuers.before(text, draft.start, floor)
        if issuer is not None:
            draft.issuer, draft.issuer_span = issuer.phrase, issuer.span
            draft.term = draft.term or issuer.term
            _date_led_in(text, draft, floor, issuer.span)
        return
    if issuer.phrase and draft.issuer is None:
        draft.issuer, draft.issuer_span = issuer.phrase, issuer.span
    draft.term = draft.term or issuer.term
    draft.after = issuer.end


def _date_led_in(text: str, draft: Draft, floor: int, issuer: Span) -> None:
    """Take the day on which the issuer is said to have issued it: before the issuer or after."""
    led = date_led_in(text, floor, issuer.start) or date_beside(text, issuer.end, draft.start)
    if led is not None and draft.date is None and text[led[1].start] != "(":
        draft.date, draft.date_span = led


def share_fields(text: str, drafts: list[Draft]) -> None:
    """Give date and issuer of a list's last item to those before it, as grammar does.

    An item with a type word of its own shares only the issuer; a Party number in such a list also
    the term, so that it was there by the day of the last.
    """
    for position in range(len(drafts) - 2, -1, -1):
        draft, later = drafts[position], drafts[position + 1]
        if draft.type != later.type or draft.issuer or draft.within != later.within:
            continue
        if later.start - draft.end > 24 or draft.kind is not later.kind or draft.title_span:
            continue
        if not _AND.fullmatch(text, draft.end, later.start):
            continue
        if later.number is None and not _follows(later):
            continue  # 'Nghị quyết Đại hội XII' has its issuer in its name
        if not later.shares and (draft.date is None) != (later.date is None):
            if draft.date is not None or not _one_series(draft, later):
                continue  # each has its own particulars
            draft.by = later.date
        draft.issuer, draft.issuer_span = later.issuer, later.issuer_span
        draft.term = draft.term or later.term
        if draft.date is None and _one_series(draft, later):
            draft.by = draft.by or later.by
        if later.shares and draft.date is None and later.issuer:
            draft.date, draft.date_span = later.date, later.date_span


def _follows(draft: Draft) -> bool:
    """Tell whether the issuer is said behind the name, not in it."""
    return draft.issuer_span is not None and draft.issuer_span.start >= draft.end


def _one_series(draft: Draft, later: Draft) -> bool:
    """Tell whether two Party numbers have one code: of one term, if they are listed together."""
    one, other = draft.number, later.number
    if one is None or other is None or one.form is not NumberForm.PARTY:
        return False
    return one.form is other.form and one.symbol == other.symbol


def share_what_led_in(text: str, drafts: list[Draft]) -> None:
    """Give the issuer before a list's first item, and the day before that, to those after it.

    'Ngày 25/10/2021, Ban Chấp hành Trung ương ban hành A và B.'
    """
    for position in range(1, len(drafts)):
        first, draft = drafts[position - 1], drafts[position]
        if first.issuer_span is None or first.issuer_span.start >= first.start:
            continue
        if draft.issuer or draft.kind in _POINTING or draft.within != first.within:
            continue
        end = max(first.after, first.past_title)
        if draft.start - end > _JOINT_REACH or not _AND.fullmatch(text, end, draft.start):
            continue
        draft.issuer, draft.issuer_span = first.issuer, first.issuer_span
        led = first.date_span is not None and first.date_span.start < first.start
        if led and draft.date is None:
            draft.date, draft.date_span = first.date, first.date_span


def read_titles(text: str, drafts: list[Draft], titles: TitleReader, *, wrapped: bool) -> None:
    """Set title spans, and ``within`` of the references that stand in another's title."""
    starts = [draft.start for draft in drafts]
    for position, draft in enumerate(drafts):
        if draft.kind in _POINTING:
            continue
        first = bisect_left(starts, draft.after)
        draft.title_span = titles.after(
            text, draft.after, drafts[first : first + 12], draft, wrapped=wrapped
        )
        if draft.title_span is None:
            continue
        while first < len(drafts) and drafts[first].start < draft.title_span.end:
            drafts[first].within = position
            first += 1
        if draft.within is not None:
            outer = drafts[draft.within].title_span
            if outer is not None and draft.title_span.start < outer.end < draft.title_span.end:
                draft.title_span = Span(draft.title_span.start, outer.end)


def date_what_titles_name(drafts: list[Draft]) -> None:
    """Set ``by`` of what stands without a date in a dated document's title or name."""
    for draft in drafts:
        if draft.within is None or draft.kind in _POINTING or draft.date is not None:
            continue
        owner = drafts[draft.within]
        draft.by = owner.date or owner.by or year_of(owner)


def year_of(draft: Draft) -> PartialDate | None:
    """Return the year that a number tells."""
    number = draft.number
    return PartialDate(number.year) if number is not None and number.year else None

"""Reading the fields around a reference: date, issuer, subdivisions, title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.extraction.fields.brackets import close_bracket, dated_by, issuer_before_bracket
from graph.extraction.fields.dates import (
    date_beside,
    date_on,
    past_day,
    past_verb,
    years_before,
)
from graph.extraction.fields.days import day_beside
from graph.extraction.fields.deed_dates import (
    date_behind,
    date_signed,
    read_date_led_in,
    read_date_of_deed,
)
from graph.extraction.fields.issued_at import passed_after
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.fields.subdivisions import subdivisions_before
from graph.extraction.fields.title_lists import is_listed
from graph.extraction.fields.titles import TitleReader
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import LOWER
from graph.model.mentions import MentionKind
from graph.model.registry import LAWS
from graph.model.spans import Span
from graph.model.text import fold

_BLANK = re.compile(r"\n[ \t]*\n")
_PARAGRAPH = re.compile(rf"\n[ \t]*(?=\n|[^\W\d_{LOWER}])")
# A line that ends with a word that asks for more goes on, whatever the next begins with.
_GOES_ON = ("của", "do", "và", "số", ",", "-", "Thường vụ", "Chấp hành", "Bộ", "Thủ tướng")
# 'Luật Ngân sách nhà nước (sửa đổi) ngày 16-12-2002'
_REVISED = re.compile(r"\s{1,4}\((?i:sửa\sđổi)(?:,?\sbổ\ssung)?\)(?=\s{1,4}(?:ngày|năm)\s)")
_CHANGE = r"(?i:sửa\sđổi|bổ\ssung|bãi\sbỏ|thay\sthế)"
_CHANGES = re.compile(rf"(?:về\s(?:việc\s)?)?{_CHANGE}(?!\w)")
_AND_CHANGES = re.compile(
    rf",?\s(?:và|đồng\sthời)\s{_CHANGE}\s(?:các\s)?"
    r"(?=(?:Quyết|Nghị|Quy)\s(?:định|quyết)|Thông\stư|Chỉ\sthị|Kế\shoạch|Luật)"
)
# A news page's list of headlines, each with its day behind it.
_HEADLINE = re.compile(r"[ \t]*[»›►❯][^\n]{1,300}\)\Z")
_LAW_MAKERS = (
    "quoc hoi", "qh", "uy ban thuong vu", "uy ban tvqh", "ubtvqh", "hoi dong nha nuoc",
    "chu tich nuoc", "viet nam", "nuoc", "nha nuoc", "chinh phu", "cong hoa", "chxhcn",
)  # fmt: skip
_SIGNED_BY = re.compile(r"[\s,]{1,3}do\s[^.;:\n]{4,110}?\sk[ýí](?!\w)")
# 'Thông tư 106 có hiệu lực từ 4/11 của Bộ Quốc phòng'
_IN_FORCE = re.compile(
    r"\s(?:sẽ\s)?có\shiệu\slực\s(?:thi hành\s)?(?:kể\s)?từ\s(?:ngày\s)?[\d/.-]{3,10}(?=\scủa\s)"
)
_MADE_KNOWN = " công bố"
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
        around = drafts[position - 1] if position else None
        inside = around is not None and around.end > draft.start  # 'Luật sửa đổi Điều 6 của Luật X'
        begin = around.start if around is not None and inside else floor
        draft.targets, draft.target_span = subdivisions_before(text, draft.start, begin)
        if draft.kind is MentionKind.ANAPHOR or _closes_a_name(drafts, draft):
            continue
        draft.age = years_before(text, draft.start, floor)
        at = draft.after
        dated_by(text, draft, issuers)
        _date(text, draft, limit, issuers)
        close_bracket(text, draft)
        limit = _paragraph_end(text, draft.after, limit, wrapped=wrapped)
        _issuer(text, draft, floor, limit, issuers)
        read_date_of_deed(text, draft, floor)
        if draft.date is None and draft.after > at:
            _date(text, draft, limit, issuers, beside=False)
        if draft.date is None and (signed := date_signed(text, draft.after, limit)) is not None:
            draft.date, draft.date_span = signed
            draft.after = signed[1].end


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
    revised = _REVISED.match(text, draft.after, limit) if draft.name else None
    found = date_beside(text, revised.end() if revised else draft.after, limit)
    day = day_beside(text, draft.after, limit) if found is None and draft.day is None else None
    stated = found or day
    if stated is None or draft.date is not None:
        return
    end = stated[1].end
    if (
        text[stated[1].start] == "("
        and _HEADLINE.match(text, text.rfind("\n", max(0, draft.start - 300), draft.start) + 1, end)
        and not text.startswith(":", end)
    ):
        return  # '» … Nghị quyết số 138/NQ-CP (17/05/2025)': the day of the news
    if text[draft.after] == "," and issuers.acts_at(text, end + 1, min(len(text), end + 160)):
        return  # 'Thực hiện X, ngày 14/02/2025 Bộ Chính trị đã ban hành Y'
    draft.date, draft.day = found[0] if found else None, day[0] if day else None
    alone = past_verb(text, stated[1])
    draft.date_span = alone or stated[1]
    draft.after = end
    if beside and alone is None:
        draft.end = end


def _issuer(text: str, draft: Draft, floor: int, limit: int, issuers: IssuerReader) -> None:
    issuer = (
        issuers.after(text, draft.after, limit)
        or passed_after(issuers, text, draft.after, limit)
        or (issuers.of_code(text, draft.end, limit) if draft.after == draft.end else None)
    )
    if issuer is None and draft.date is None:
        dayed = past_day(text, draft.after, limit)
        issuer = issuers.after(text, dayed, limit) if dayed > draft.after else None
    if issuer is None and (effect := _IN_FORCE.match(text, draft.after, limit)) is not None:
        issuer = issuers.after(text, effect.end(), limit)
    if issuer is not None and _SIGNED_BY.match(text, draft.after, limit):
        # Who issues it, not who signs: 'Sở Y tế ra văn bản số 5 do Giám đốc ký'
        issuer = None if issuers.before(text, draft.start, floor) else issuer
    if issuer is None:
        issuer = issuers.before(text, draft.start, floor)
        if issuer is not None and draft.name and _MADE_KNOWN in text[issuer.span.end : draft.start]:
            issuer = None  # 'Văn phòng Trung ương Đảng công bố Nghị quyết Trung ương 4'
        if issuer is None and draft.issuer is None:
            body = issuer_before_bracket(issuers, text, draft.start, floor)
            draft.issuer, draft.issuer_span = (body.phrase(text), body) if body else (None, None)
        elif issuer is not None:
            draft.issuer, draft.issuer_span = issuer.phrase, issuer.span
            draft.term = draft.term or issuer.term
            read_date_led_in(text, draft, floor, issuer.span)
            if draft.date is None and (on := date_on(text, draft.after, limit)) is not None:
                draft.date, draft.date_span = on
                draft.after = on[1].end
        return
    if draft.type in LAWS and not _makes_laws(issuer.phrase):
        return  # 'theo Bộ luật Lao động của Công ty mẹ'
    if not issuers.can_issue(issuer.phrase, draft.type):
        return  # 'nêu tại Thông tư 30 của Công an phường X không còn'
    if issuer.phrase and draft.issuer is None:
        draft.issuer, draft.issuer_span = issuer.phrase, issuer.span
    draft.term = draft.term or issuer.term
    draft.after = issuer.end


def _makes_laws(phrase: str) -> bool:
    """Tell whether a body makes laws; a mere term of the Party or the Assembly has no phrase."""
    return not phrase or fold(phrase).startswith(_LAW_MAKERS)


def read_titles(text: str, drafts: list[Draft], titles: TitleReader, *, wrapped: bool) -> None:
    """Set title spans, and ``within`` of the references that stand in another's title."""
    starts = [draft.start for draft in drafts]
    for position, draft in enumerate(drafts):
        if draft.kind in _POINTING:
            continue
        at = draft.after if draft.resumes is None else draft.resumes
        first = bisect_left(starts, at)
        draft.title_span = titles.after(
            text,
            at,
            drafts[first : first + 12],
            draft,
            wrapped=wrapped,
            listed=is_listed(text, drafts[position - 1] if position else None, draft),
        )
        if drafts[0].kind is MentionKind.SELF:
            draft.title_span = _inside(drafts[0].title_span, draft)
        if draft.name is not None and draft.type in LAWS:
            _topic(text, draft, drafts[first] if first < len(drafts) else None)
        if draft.title_span is not None and draft.within is not None:
            draft.title_span = _before_second_verb(text, drafts[draft.within], draft.title_span)
        if draft.title_span is None:
            continue
        if draft.date is None and (issued := date_behind(text, draft.title_span.end)):
            draft.date, draft.date_span = issued
        while first < len(drafts) and drafts[first].start < draft.title_span.end:
            if not _lies_in_a_name(drafts, first):
                drafts[first].within = position
            first += 1
        if draft.within is not None:
            outer = drafts[draft.within].title_span
            if outer is not None and draft.title_span.start < outer.end < draft.title_span.end:
                draft.title_span = Span(draft.title_span.start, outer.end)


def _lies_in_a_name(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether it is the law that an amending law's name holds, whatever title holds both."""
    owner = drafts[index].within
    return owner is not None and drafts[index].end <= drafts[owner].end


def _before_second_verb(text: str, outer: Draft, title: Span) -> Span:
    """Return a title up to where the one that holds it goes on to change another document.

    'Quyết định A sửa đổi Quyết định B ban hành bảng giá, và bãi bỏ Quyết định C'
    """
    held = outer.title_span
    if held is None or not _CHANGES.match(text, held.start) or _CHANGES.match(text, title.start):
        return title
    second = _AND_CHANGES.search(text, title.start, title.end)
    return Span(title.start, second.start()) if second is not None else title


def _topic(text: str, law: Draft, following: Draft | None) -> None:
    """Take what stands behind a law for what it is cited about: its title is its name.

    'quy định chi tiết một số điều của Luật A về lĩnh vực X và Luật B'
    """
    topic, law.title_span = law.title_span, None
    if topic is None or not text.startswith("về", topic.start):
        return
    if following is None or following.start >= topic.end:
        law.topic_end = topic.end


def _inside(own: Span | None, draft: Draft) -> Span | None:
    """Return a reference's title, which ends with the text's own title where it stands in that."""
    title = draft.title_span
    if own is None or title is None or not own.start <= draft.start < own.end:
        return title
    return Span(title.start, min(title.end, own.end)) if title.start < own.end else None

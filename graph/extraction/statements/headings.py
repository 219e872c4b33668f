"""Reading titles whose verb stands far from its object.

'sửa đổi Quy chế làm việc ban hành kèm theo Nghị định X' changes X; so does 'kéo dài thời hạn áp
dụng của Nghị định X'. What stands between are the parts of X that are meant.
"""

from __future__ import annotations

import re

from graph.extraction.cues.saying import CHANGES, Reading, past_heading, said
from graph.extraction.text.draft import FULL
from graph.extraction.text.patterns import SPACE, lower
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
# What ties the object to what of it is changed.
_OF = re.compile(
    rf"(?:(?:kèm|hành){SPACE}theo|của|(?P<where>tại|trong|thuộc))(?:{SPACE}(?:các|cả|những|một{SPACE}số))?{SPACE}$"
)
_ENDS = re.compile(r"[;:“”\"]|\.\s")
_NOT_IN = re.compile(
    r"(?<![^\W_])(?:chưa|không)(?![^\W_])[^,]{0,60}$"
)  # 'bổ sung hành vi chưa có trong X'
_GAP = re.compile(rf"[\s,]{{0,12}}(?:(?:sẽ|đã|nay|vừa|chính{SPACE}thức){SPACE}){{0,2}}")
# What is done away with is only a part: 'Bãi bỏ Mẫu số 08 ban hành kèm theo Thông tư X'.
_PART = re.compile(
    rf"{SPACE}(?:(?:các|cả|những|một{SPACE}số|nội{SPACE}dung|toàn{SPACE}bộ){SPACE}){{0,2}}"
    rf"(?:Mẫu|mẫu|Phụ{SPACE}lục|Biểu|biểu|Bảng|bảng|Mục|Chương|Điều|[Kk]hoản|[Đđ]iểm|điều|cụm{SPACE}từ"
    rf"|quy{SPACE}định{SPACE}(?:về|tại|của))(?![^\W_])"
)
_LAID_DOWN = re.compile(
    rf"(?<!theo)(?<!đúng)(?<!trái)(?<!các)(?<!những){SPACE}(?:được{SPACE})?quy{SPACE}định{SPACE}(?:tại|trong){SPACE}$"
)
_GUIDED = ("luat", "bo-luat", "phap-lenh", "nghi-dinh")
_NAMED = (*FULL, MentionKind.ANAPHOR)
_ANNEXED = ("kèm theo ", "kèm theo\n", "kèm theo các ")
_LONGEST = 420
_TIES = ("theo", "của", "tại", "trong", "thuộc", "các", "cả", "những", "số")  # as ``_OF`` ends


def titled(reading: Reading, index: int, start: int) -> Statement | None:
    """Read the change that a title states of the first document that it names.

    ``start`` is where the reference begins with its subdivisions.
    """
    near = reading.text[max(0, start - 60) : start].rstrip()
    capitals = near.isupper() and in_capitals(reading, 0, start)
    if not (near.lower() if capitals else near).endswith(_TIES):
        return None  # as nearly everywhere, told at once
    title, owner, rule = _title(reading, index, start)
    if title is None or owner is None or start - title.start > _LONGEST:
        return None
    if not _is_first(reading, title, index, owner):
        return None
    text = lower(reading.text[:start]) if capitals else reading.text
    lead = reading.cues.leading(text, title.start, start)
    if lead is None or _ENDS.search(text, title.start, start):
        return None
    kind, cue = lead
    draft = reading.drafts[index]
    if kind in (K.GUIDES, K.DETAILS) and _LAID_DOWN.search(text, cue.end, start):
        # 'hướng dẫn thủ tục quy định tại Nghị định X' guides X, not so 'theo quy định tại'.
        if reading.drafts[owner].type == draft.type or draft.type not in _GUIDED:
            return None
        sentence = reading.sentence(index)
        return said(kind, owner, index, cue, sentence, rule, 0.85, draft.targets)
    if kind not in CHANGES:
        return None
    if _NOT_IN.search(text, cue.end, start):
        return None
    if kind is K.REPLACES and _PART.match(text, cue.end):
        kind = K.AMENDS
    tie = _OF.search(text, max(cue.end, start - 60), start)
    if tie is None or (tie["where"] and draft.type != reading.drafts[owner].type):
        return None  # what is changed may stand 'tại' a document of another kind without being its
    sentence = reading.sentence(index)
    return said(kind, owner, index, cue, sentence, rule, 0.9, draft.targets)


def _title(reading: Reading, index: int, at: int) -> tuple[Span | None, int | None, str]:
    """Return the title that holds the reference, whose it is, and the rule's name."""
    draft = reading.drafts[index]
    if draft.within is not None:
        owner = reading.drafts[draft.within]
        return owner.title_span, draft.within, "title"
    own = reading.own
    title = reading.drafts[own].title_span if own is not None else None
    if title is not None and title.contains(Span(draft.start, draft.start + 1)):
        return title, own, "own-title"
    # What follows right after a reference is as good as its title.
    other = reading.drafts[index - 1] if index else draft
    if other.kind not in _NAMED or other.title_span is not None or other.within is not None:
        return _clause(reading, index, at)
    gap = _GAP.match(reading.text, other.after)
    begins = gap.end() if gap else other.after
    if other.quoted:
        return None, None, ""
    led = reading.cues.leading(reading.text, begins, draft.start)
    return (Span(begins, draft.start), index - 1, "actor") if led else _clause(reading, index, at)


def _clause(reading: Reading, index: int, at: int) -> tuple[Span | None, int | None, str]:
    """Return the clause of an official text, behind its number, up to what another came with."""
    start = reading.drafts[index].start
    if reading.own is None or reading.base is not None or start < reading.enacts:
        return None, None, ""
    if not reading.text.endswith(_ANNEXED, 0, at):
        return None, None, ""
    sentence = reading.sentence(index)
    begins = past_heading(reading.text, sentence.start, start)
    return Span(begins, start), reading.own, "clause"


def _is_first(reading: Reading, title: Span, index: int, owner: int) -> bool:
    """Tell whether no earlier reference stands in the same title."""
    within = reading.drafts[index].within
    for back in range(index - 1, owner, -1):
        other = reading.drafts[back]
        if other.kind is MentionKind.SELF:
            continue
        if other.start < title.start:
            break  # as all before it
        if other.start < title.end and other.within in (None, within):
            return False
    return True


def own_title(reading: Reading, start: int) -> Span | None:
    """Return the text's own title where ``start`` is in it."""
    title = reading.drafts[reading.own].title_span if reading.own is not None else None
    return title if title is not None and title.start <= start < title.end else None


def in_capitals(reading: Reading, floor: int, start: int) -> bool:
    """Tell whether a reference stands in the text's own title, in capitals as a whole.

    So may the heading of a chapter of an official text.
    """
    title = own_title(reading, start)
    if title is not None:
        return reading.text[max(floor, title.start) : start].isupper()
    line = reading.text.rfind("\n", 0, start) + 1
    heads = reading.own is not None and line < start and floor <= line
    return heads and reading.text[line:start].isupper()

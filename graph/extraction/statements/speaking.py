"""Reading where the text itself acts: in its title, at the beginning of a clause, by an item."""

from __future__ import annotations

import re
from bisect import bisect_left

from graph.extraction.cues.saying import BODY_ACTS, CHANGES, Reading, opens_article, past_heading
from graph.extraction.heads.letterhead import CONSOLIDATION
from graph.extraction.statements.agreeing import AGREED, AGREES
from graph.extraction.text.draft import Draft, start_of
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, UPPER
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind
from graph.model.spans import Span

K = RelationKind
# 'Bãi bỏ một phần: Bãi bỏ Điều 7 …': what stands before the colon only says what is done.
_LABEL = re.compile(
    rf"(?:Về{SPACE}(?:việc{SPACE})?)?(?i:bãi{SPACE}bỏ|sửa{SPACE}đổi|bổ{SPACE}sung|thay{SPACE}thế|đính{SPACE}chính|hiệu{SPACE}lực|điều{SPACE}khoản)"
    rf"(?:{SPACE}[^.,;:“”\d\n]{{2,60}})?{MAYBE_SPACE}:{SPACE}(?=[{UPPER}])"
)
_NUMBERED_ITEM = re.compile(r"(?:^|\n)[ \t]*\d{1,3}(?:\.\d{1,2}){0,2}[.)][ \t]*$")
# 'Để khắc phục, đồng thời thực hiện X, …', 'Nay để thực hiện X, …'
_PURPOSE = re.compile(
    rf"(?:(?:Nay|Vì{SPACE}vậy|Do{SPACE}đó),?{SPACE}(?:để|nhằm)|Để|Nhằm){SPACE}"
    rf"(?:[^.;:,“”\d]{{2,70}},{SPACE}(?:đồng{SPACE}thời{SPACE})?)?"
)
# 'Sở Nội vụ nhận được A hỏi về …'
_RECEIVER = re.compile(
    rf"(?:^|\n|[.;]{SPACE})[ \t]*[{UPPER}][^\W\d_]*(?:{SPACE}(?:TP\.|[^\W\d_]+)){{0,9}}"
    rf"(?:,{SPACE}[^.,;:“”\d]{{3,40}})?{SPACE}(?:(?:có|đã|vừa|mới){SPACE})?$"
)
_ANSWERS = re.compile(
    rf"(?:có|cho){SPACE}ý{SPACE}kiến|trả{SPACE}lời|phúc{SPACE}đáp|trao{SPACE}đổi|hướng{SPACE}dẫn"
)
_ANSWERED, _NAMED = 900, 160  # characters
# 'Căn cứ A, để thực hiện X, …'
THEN_FOR = re.compile(rf"[,;]{SPACE}(?:để|nhằm){SPACE}$")
# 'Ban hành kèm theo Quyết định này Kế hoạch' thực hiện A: it is with this text that A is done.
_ISSUES = re.compile(
    rf"(?:[^.;:\n]{{0,40}}{SPACE})?[Bb]an{SPACE}hành(?:{SPACE}kèm{SPACE}theo{SPACE}[^.;:,“”\d]{{3,30}}{SPACE}này)?"
    rf"(?:{MAYBE_SPACE},)?{SPACE}(?:Kế|Chương|Đề|Quy|Hướng|Danh|Bảng|Phương|Nội)(?:(?!{SPACE}để{SPACE})[^.;:“”]){{3,220}}"
)
# 'Thực hiện A; Thực hiện B, UBND tỉnh ban hành kế hoạch': each is a clause of its own.
_RECITES = re.compile(
    rf"(?:Căn{SPACE}cứ|Thực{SPACE}hiện|Triển{SPACE}khai|Tiếp{SPACE}tục|Theo|Xét)(?![^\W_])"
)
# 'Triển khai A và để trả lời B, Sở Nội vụ hướng dẫn như sau'
_AND_TO = re.compile(rf"(?:,|{SPACE}và){SPACE}(?:để{SPACE})?$")
_NEXT_RECITAL = re.compile(rf";{MAYBE_SPACE}$")
_SECOND_VERB = re.compile(rf";{SPACE}(?:đồng{SPACE}thời{SPACE})?$")
# 'Bãi bỏ khoản 4 Điều 6 của Quy định; đồng thời ngưng áp dụng B'
_OWN_VERB = re.compile(
    rf"(?:Bãi{SPACE}bỏ|Hủy{SPACE}bỏ|Sửa{SPACE}đổi|Bổ{SPACE}sung|Thay|Điều{SPACE}chỉnh){SPACE}[^;:.“”\"]{{2,120}};{SPACE}(?:đồng{SPACE}thời{SPACE})?"
)


def speaker(
    reading: Reading, draft: Draft, kind: RelationKind, cue: Span, sentence: Span
) -> tuple[int | None, str, float]:
    """The text itself acts where its title or the beginning of a clause says so."""
    if reading.own is None:
        return None, "", 0.0
    title = reading.drafts[reading.own].title_span
    if title is not None and title.contains(Span(draft.start, draft.start + 1)):
        return reading.own, "own-title", 0.97
    # What a consolidated text cites or changes its amenders may have brought in.
    merged = reading.base is not None or reading.drafts[reading.own].type == CONSOLIDATION
    if kind is K.CITES:
        return None if merged else reading.own, "citation", 0.9
    starts = sentence.start
    if title is not None and starts < title.end <= cue.start:
        # lines broken by hand: the first sentence stands right below the title
        starts = title.end
    begins = past_heading(reading.text, starts, sentence.end)
    if kind in BODY_ACTS and _ISSUES.fullmatch(reading.text, begins, cue.start):
        return reading.own, "clause", 0.93
    if kind in CHANGES and (label := _LABEL.match(reading.text, begins)) is not None:
        begins = label.end()
    if kind in BODY_ACTS and (purpose := _PURPOSE.match(reading.text, begins)) is not None:
        begins = purpose.end()
    if kind is K.RESPONDS_TO and _RECEIVER.search(
        reading.text[max(begins - 1, cue.start - _NAMED) : cue.start]
    ):
        answers = _ANSWERS.search(reading.text, cue.end, cue.end + _ANSWERED)
        begins = cue.start if answers is not None else begins
    if kind in BODY_ACTS and _RECITES.match(reading.text, begins):
        purpose = THEN_FOR.search(reading.text, begins, cue.start)
        begins = purpose.end() if purpose is not None else begins
    if kind is K.RESPONDS_TO and _RECITES.match(reading.text, begins):
        too = _AND_TO.search(reading.text, max(begins, cue.start - 12), cue.start)
        begins = cue.start if too is not None else begins
    if kind in AGREED and (agrees := AGREES.match(reading.text, begins)) is not None:
        begins = agrees.end()
    if kind in BODY_ACTS and (next_ := _NEXT_RECITAL.search(reading.text, begins, cue.start)):
        begins = next_.end() if _RECITES.match(reading.text, begins) else begins
    opens = kind in BODY_ACTS and reading.base is not None and cue.start < reading.enacts
    if kind in CHANGES and _goes_on(reading, begins, cue.start):
        begins = cue.start
    if cue.start > begins + 2 or (merged and not opens):
        return None, "", 0.0
    if kind in CHANGES and cue.start > reading.enacts - 2:
        return reading.own, "clause", 0.93
    if kind is K.CONTINUES and opens_article(reading.text, cue.start):
        return reading.own, "clause", 0.9
    item = _NUMBERED_ITEM.search(reading.text, max(0, cue.start - 12), cue.start)
    if kind is K.CONTINUES and item is not None and cue.start > reading.enacts:
        return reading.own, "clause", 0.8
    if kind is K.IMPLEMENTS and item is not None:
        return None, "", 0.0  # '1. Cụ thể hóa X' is a task, however a plan begins
    if (kind in BODY_ACTS or kind is K.RESPONDS_TO) and cue.start < reading.enacts:
        return reading.own, "opening", 0.9
    return None, "", 0.0


def _goes_on(reading: Reading, begins: int, at: int) -> bool:
    """Tell whether it is the text that goes on: 'Hướng dẫn này được phổ biến; bãi bỏ B'."""
    if _SECOND_VERB.search(reading.text, begins, at) is None:
        return False
    first = bisect_left(reading.drafts, begins, 1, key=start_of)
    opens = reading.drafts[first] if first < len(reading.drafts) else None
    if at > reading.enacts and (opens is None or opens.begins >= at):
        return _OWN_VERB.fullmatch(reading.text, begins, at) is not None
    if opens is None or opens.start != begins:
        return False
    return opens.kind is MentionKind.ANAPHOR and opens.antecedent == reading.own

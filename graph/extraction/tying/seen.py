"""What a text has named so far, by type, and which of it was named last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.extraction.text.draft import Draft, start_of
from graph.extraction.tying.acted_on import acts_on, is_changed_by
from graph.extraction.tying.ended import is_ended
from graph.model.mentions import MentionKind
from graph.model.numbers import DocumentNumber

_AMENDS = re.compile(
    r"(?<!được )[Ss]ửa\s{1,40}đổi(?:,?\s{1,40}bổ\s{1,40}sung)?[^.;:“”()]{0,90}$"
    r"|[Bb]ãi\s{1,40}bỏ[^.;:“”()]{0,60}$"
)
# 'Luật Giáo dục số 38/2005/QH11 … hết hiệu lực kể từ ngày Luật này': another one is meant.
_LAPSES = re.compile(r"[^.\n“”]{0,900}\s(?:hết\s{1,8}hiệu\s{1,8}lực|chấm\s{1,8}dứt)[^.;\n“”]{0,60}")
_CLAUSE = re.compile(r"[^.;\n“”]{0,300};\s")
BILL = re.compile(r"[Dd]ự\s{1,4}(?:án|thảo)\s{1,4}$")
_ENDS = re.compile(r"\s{1,4}(?:sẽ\s{1,4})?(?:hết\s{1,4}hiệu|bị\s{1,4}(?:thay|bãi)|chấm\s{1,4}dứt)")
_BESIDES = re.compile(r"(?<![^\W_])(?:(?:ngày|tháng|năm)\s{1,4}(?:sau|trước)|so\s{1,4}với)\s{1,4}$")
SUFFERS = re.compile(r"\s{1,4}(?:(?:đã|nay|cũng|đều)\s{1,4})?(?:bị|được)\s{1,4}")
_JOINT = re.compile(r"\s?\)?\s?(?:\([^()]{2,120}\))?\s?(?:,|;|\s?và)\s{1,4}(?:(?:và|các)\s{1,4})?")
_IN_FORCE = re.compile(r"\s{1,4}có\s{1,4}hiệu\s{1,4}lực")
# 'Nghị định này có hiệu lực từ 1/7 và thay thế A, B'
_CHANGES = re.compile(
    r"[^.\n“”]{0,160}\s(?:thay\s{1,4}thế|bãi\s{1,4}bỏ|sửa\s{1,4}đổi)(?:,\s{1,4}bổ\s{1,4}sung)?(?:\s[^.\n“”]{0,160})?\s"
)
_LISTED = 4  # references behind a pointer
_LEAD = 800  # letters
ISSUED = re.compile(r"(?:ban\s{1,4}hành|thông\s{1,4}qua)\s{1,4}(?:các\s{1,4})?$")
SENTENCE_END = re.compile(r"[.;]\s|\n[ \t]*\n")


class Seen:
    """Remembers references in their order.

    ``subject`` is what an article tells at its beginning that it was issued, ``amended`` what gets
    new wording, ``bill`` what is to be passed, ``unread`` of which types the text itself is, and
    ``begun`` where each begins, by its end.
    """

    def __init__(self, text: str, drafts: Sequence[Draft]) -> None:
        self._text = text
        self._drafts = drafts
        self._seen: dict[str | None, list[tuple[int, int]]] = {}  # end of each, what it means
        self.amended: dict[str | None, int] = {}
        self.bill: dict[str | None, int] = {}
        self._ended: set[int] = set()
        self.unread: set[str | None] = set()  # of which type the text itself is, unsaid
        self._objects: set[int] = set()  # ends of those that the one before them changes
        self._spoken: set[int] = set()  # ends of those in quotations
        self.subject: dict[str | None, int] = {}  # what an article tells that it was issued
        self._titled: dict[str | None, int] = {}  # where the last title of a type ends
        pointers = [draft for draft in drafts if draft.kind is MentionKind.ANAPHOR]
        self._asked = bool(pointers)
        self._asks = any(draft.quoted for draft in pointers)
        self.begun: dict[int, int] = {}  # where each begins, by its end

    def of(self, type_: str | None) -> Sequence[tuple[int, int]]:
        """Return end and meaning of each of a type."""
        return self._seen.get(type_, ())

    def saw(self, position: int) -> None:
        """Take note of a reference, or of a pointer for what it means."""
        draft = self._drafts[position]
        if not self._asked:
            return
        if draft.kind is MentionKind.ANAPHOR and draft.antecedent is None:
            if not draft.quoted and draft.name == "này":
                self.unread.add(draft.type)
            return
        meant = self._meant(position)
        for type_ in filter(None, (draft.type, draft.said)):
            # 'Quyết định 22 sửa đổi Quyết định 48. Quyết định này': not what a title holds
            if draft.start < self._titled.get(type_, 0):
                continue
            seen = self._seen.setdefault(type_, [])
            if seen and is_changed_by(self._text, seen[-1][0], draft.begins):
                self._objects.add(draft.end)
            seen.append((draft.end, meant))
            self.begun[draft.end] = draft.begins
        if draft.title_span is not None:
            self._titled[draft.type] = draft.title_span.end
        elif draft.kind is MentionKind.NAMED:
            # 'Luật sửa đổi … của Luật Giáo dục. Luật này': nor what a name holds
            self._titled[draft.type] = draft.end
        if draft.quoted:
            self._spoken.add(draft.end)
            return
        start = draft.begins
        if is_ended(self._text, start) or self._is_listed_with_ended(position):
            self._ended.add(meant)
        if start < _LEAD and ISSUED.search(self._text, max(0, start - 24), start):
            self.subject.setdefault(draft.type, meant)
        if BILL.search(self._text, max(0, draft.start - 24), draft.start):
            self.bill.setdefault(draft.type, meant)
        if self._asks and self._amends(start):
            self.amended[draft.type] = meant

    def _is_listed_with_ended(self, position: int) -> bool:
        """Tell whether in 'thay thế A, B và C' it is B or C."""
        if not position or self._meant(position - 1) not in self._ended:
            return False
        start = self._drafts[position].begins
        ends = self._drafts[position - 1].ends
        return any(_JOINT.fullmatch(self._text, end, start) is not None for end in ends)

    def _meant(self, position: int) -> int:
        """Return what a reference points at, or itself."""
        antecedent = self._drafts[position].antecedent
        return position if antecedent is None else antecedent

    def _is_changed(self, meant: int, end: int) -> bool:
        """Tell whether 'A sửa đổi B' was said of B: it is A that then is in force."""
        start = self.begun[end]
        here = self._drafts[meant].end == end
        return here and self._amends(start)

    def _amends(self, at: int) -> bool:
        """Tell whether what stands at ``at`` is amended, or done away with."""
        near = max(0, at - 120), at
        if self._text.find("đổi", *near) < 0 and self._text.find("bỏ", *near) < 0:
            return False
        return _AMENDS.search(self._text, *near) is not None

    def _begins(self, end: int) -> bool:
        """Tell whether a clause says of what ends at ``end`` that it came: another's end follows.

        'Bộ A ban hành Thông tư B về phí; Thông tư C hết hiệu lực kể từ ngày Thông tư này'.
        """
        clause = _CLAUSE.match(self._text, end)
        if clause is None or "hết hiệu lực" in clause[0]:
            return False
        begins = self.begun[end]
        issued = ISSUED.search(self._text, max(0, begins - 24), begins) is not None
        return issued or "có hiệu lực" in clause[0]

    def _changed_next(self, draft: Draft) -> Sequence[DocumentNumber]:
        """Return what a pointer is said to change behind it: 'Nghị định này … thay thế B'."""
        first = bisect_left(self._drafts, draft.end, key=start_of)
        return [
            other.number
            for other in self._drafts[first : first + _LISTED]
            if other.number is not None
            and _CHANGES.fullmatch(self._text, draft.end, other.begins) is not None
        ]

    def last(self, draft: Draft, *, spoken: bool = False) -> tuple[int, int | None]:
        """Return end and meaning of the last of the type, none that lapses by this one.

        What stands in quotations counts only where it may be ``spoken`` of.
        """
        lapsed, acted, listed = set(), False, False
        above = draft.name != "này"
        follows = _ENDS.match(self._text, draft.end) is not None
        acts = _IN_FORCE.match(self._text, draft.end) is not None
        gone = self._changed_next(draft) if acts else ()
        seen = self._seen.get(draft.type, ())
        if draft.said is not None:  # 'Chương trình này' may be a programme of action
            seen = sorted([*seen, *self._seen.get(draft.said, ())])
        for end, meant in reversed(seen):
            if end in self._spoken and not spoken:
                continue
            if (end in self._objects and not acted) or (acts and self._is_changed(meant, end)):
                continue
            if gone and self._drafts[meant].number in gone:
                continue
            if SUFFERS.fullmatch(self._text, end, draft.start):
                continue  # 'Nghị định A bị Nghị định này bãi bỏ'
            if acts_on(self._text, end, draft.start):
                acted, listed = True, meant in self._ended
                continue
            if _BESIDES.search(self._text, max(0, self.begun[end] - 24), self.begun[end]):
                continue  # 'một ngày sau B': it is not what is told of
            if follows and _IN_FORCE.match(self._text, end):
                continue  # 'Khi Luật A có hiệu lực, luật này sẽ hết hiệu lực'
            # 'Do Nghị định A hết hiệu lực nên hướng dẫn của nghị định trên …' is said of A.
            near = above and SENTENCE_END.search(self._text, end, draft.start) is None
            lapses = not near and (
                (_LAPSES.fullmatch(self._text, end, draft.start) and not self._begins(end))
                or meant in self._ended
            )
            if (acted and (listed or meant not in self._ended)) or not (lapses or meant in lapsed):
                return end, meant
            lapsed.add(meant)
        return 0, None

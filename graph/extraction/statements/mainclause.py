"""Reading who acts in the main clause: 'Để thực hiện X, Tỉnh ủy ban hành Kế hoạch Y'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.cues.saying import Reading, behind
from graph.extraction.fields.body_phrases import begins_a_body
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.statements.adjacent import LIST_JOINT
from graph.extraction.text.draft import FULL, Draft
from graph.extraction.text.patterns import SPACE, UPPER, alternation
from graph.model.registry import Registry
from graph.model.spans import Span

_REACH = 600
_NEAR = 12  # references after the one asked for
_ITEMS = 8  # lines of one sentence
_BELOW = re.compile(r"[ \t]{0,8}\n\s{0,12}(?=\S)")
# 'ngày 04/5/2018 UBND tỉnh ban hành': the comma behind the day is often left out.
_ON_A_DAY = (
    rf"(?:(?:đến|vào){SPACE})?(?i:ngày|tháng|năm){SPACE}\d[\d/.-]{{0,9}}"
    rf"(?:{SPACE}(?:tháng|năm){SPACE}\d{{1,4}}){{0,2}}"
)
_DAY_FIRST = re.compile(rf"{_ON_A_DAY},?{SPACE}")
_AFTER_COMMA = re.compile(
    rf"[,;]\s{{1,8}}(?:(?:{_ON_A_DAY}|vừa{SPACE}qua|mới{SPACE}đây|thời{SPACE}gian{SPACE}qua|hiện{SPACE}nay|đến{SPACE}nay|sáng{SPACE}nay|chiều{SPACE}nay)"
    rf"\s{{0,4}},?{SPACE})?$"
)
_HELPS = re.compile(
    rf"(?<![^\W_])(?:của|với|do|cho|thuộc){SPACE}(?:các{SPACE})?(?:[^\W\d_]+{SPACE}){{0,2}}$"
)
_UNITS = (
    rf"(?:\s{{0,4}}(?:,|{SPACE}và){SPACE}(?:các{SPACE})?"
    rf"(?i:bộ|ban|ngành|sở|cấp|đoàn{SPACE}thể|cơ{SPACE}quan|đơn{SPACE}vị|địa{SPACE}phương)(?![^\W_]))"
)
_JOINED = re.compile(rf"{_UNITS}{{0,4}}(?:\s{{0,4}},|{SPACE}và){SPACE}(?:các{SPACE})?")
_AT_ONCE = re.compile(
    rf"[^,;.]{{0,12}},{SPACE}(?:(?:ngày|tháng|năm){SPACE}[^,;.]{{2,40}},{SPACE}|{_ON_A_DAY}{SPACE})?$"
)
_COMMA = re.compile(r",\s")
# 'Quy định Y đã được Bộ Chính trị ban hành', 'Chương trình Y ra đời'
_CAME = re.compile(
    rf"(?:,?{SPACE}(?:của|do){SPACE}[^.,;:“”\d]{{3,60}}?)?{SPACE}(?:(?:đã|cũng|mới|liền|lần{SPACE}lượt|kịp{SPACE}thời){SPACE}){{0,2}}"
    rf"(?:được{SPACE}(?:[^.,;:“”\d]{{2,60}}?{SPACE})?(?:ban{SPACE}hành|thông{SPACE}qua|ký)|ra{SPACE}đời)(?![^\W_])"
)
_SIGNED = re.compile(
    rf",{SPACE}(?:{_ON_A_DAY},?{SPACE})?(?:Phó{SPACE})?(?:Chủ{SPACE}tịch|Thủ{SPACE}tướng|Bộ{SPACE}trưởng|Thứ{SPACE}trưởng|Bí{SPACE}thư|Giám{SPACE}đốc|Tổng{SPACE}giám{SPACE}đốc"
    rf"|Cục{SPACE}trưởng|Tổng{SPACE}cục{SPACE}trưởng|Thống{SPACE}đốc|Chánh{SPACE}án|Viện{SPACE}trưởng)(?![^\W_])[^,;.:“”]{{2,120}}{SPACE}ký(?:{SPACE}ban{SPACE}hành)?(?:{SPACE}các)?{SPACE}$"
)
_SIGNS = 200  # characters
_SEMICOLON = re.compile(
    rf";\s{{0,4}}(?:và{SPACE})?(?:(?:[Cc]ăn{SPACE}cứ|[Tt]heo|[Tt]hực{SPACE}hiện|[Tt]rên{SPACE}cơ{SPACE}sở)(?:{SPACE}vào)?{SPACE})?(?:các{SPACE})?"
)
# '; các Nghị quyết của HĐND tỉnh: số 340/NQ-HĐND; số 160/NQ-HĐND'
_OF_A_KIND = re.compile(r"[^.;:,\n]{2,70}:\s{1,4}")
# '; xét đề nghị của Sở A, UBND tỉnh ban hành Y'
_PROPOSED = re.compile(
    rf";\s{{0,4}}(?:và{SPACE})?(?i:xét|theo|trên{SPACE}cơ{SPACE}sở){SPACE}(?:tờ{SPACE}trình|đề{SPACE}nghị|đề{SPACE}xuất|ý{SPACE}kiến)(?![^\W_])"
)
_PLACE = (
    rf"(?:tỉnh|thành{SPACE}phố|huyện|quận|thị{SPACE}xã|xã|phường)"
    rf"(?:{SPACE}[{UPPER}][^\W\d_]{{0,8}}){{1,4}}"
)


class MainClauses:
    """Finds what follows a clause without a subject; the issuing verbs are seeds/words.tsv's."""

    def __init__(self, registry: Registry, issuers: IssuerReader) -> None:
        self._issuers = issuers
        verbs, before, after = (
            alternation(registry.listed(f"issues{part}")) for part in ("", "-before", "-after")
        )
        advises = rf"(?:tham{SPACE}mưu(?:{SPACE}cho)?{SPACE}[{UPPER}][^,;.]{{2,60}}?{SPACE})?"
        issues = rf"(?:{verbs})(?:{SPACE}(?:{after}))?{SPACE}"
        self._issues = re.compile(rf"(?:{SPACE}(?:{before})){{0,3}}{SPACE}{advises}{issues}")
        self._issues_second = re.compile(
            rf"{SPACE}(?:đã|vừa){SPACE}[^.;:,“”()\d]{{4,80}}(?:,|,?{SPACE}và|,?{SPACE}đồng{SPACE}thời)"
            rf"(?:{SPACE}(?:{before})){{0,2}}{SPACE}{issues}"
        )
        self._issues_with = re.compile(
            rf"(?:{SPACE}(?:{before})){{0,3}}{SPACE}{issues}(?:[^.;:,“”\d]{{2,90}}?{SPACE})"
            rf"\(?(?:được{SPACE})?ban{SPACE}hành{SPACE}(?:kèm{SPACE})?theo{SPACE}"
        )
        reports = "báo cáo|kết luận|đánh giá|triển khai|tổ chức|xây dựng|đề nghị|yêu cầu|hướng dẫn"
        self._acts = re.compile(
            rf"(?:{SPACE}(?:đã|xin|vừa|kính|{before})){{0,3}}{SPACE}(?:{verbs}|{reports})(?![^\W_])"
        )
        self._predicate = re.compile(rf"(?:{alternation(registry.listed('predicate'))})(?![^\W_])")
        self._place = re.compile(rf",{SPACE}(?P<place>{_PLACE})(?={self._issues.pattern})")

    def after(
        self, reading: Reading, index: int, sentence: Span, *, at_once: bool = False
    ) -> tuple[int | None, Span] | None:
        """Return the document issued in the main clause behind a reference, and who acts there.

        ``at_once`` asks for a main clause right behind the reference with its title.
        """
        text, drafts = reading.text, reading.drafts
        end = min(_past_items(reading, sentence), drafts[index].end + _REACH)
        for span in self._actors(reading, index, end):
            if at_once and not _AT_ONCE.fullmatch(text, _after(drafts[index]), span.start):
                return None
            issued = (at for at, d in enumerate(drafts[index + 1 : index + _NEAR], index + 1)
                      if self._issued(text, span, d))  # fmt: skip
            return next(issued, None), span
        return None if at_once else _signed(reading, index, end) or _came_about(reading, index, end)

    def follows(self, reading: Reading, index: int, sentence: Span) -> bool:
        """Tell whether a comma behind the reference may begin a clause with another subject."""
        text, drafts = reading.text, reading.drafts
        later = drafts[index + 1 : index + _NEAR]
        end = min(sentence.end, drafts[index].end + _REACH)
        stop = text.find(";", drafts[index].after, end)
        for comma in _COMMA.finditer(text, drafts[index].after, stop if stop >= 0 else end):
            listed = any(
                d.start <= comma.start() < d.after
                or LIST_JOINT.fullmatch(text, comma.start(), d.start)
                for d in later
            )
            if not listed:
                return self._predicate.match(text, comma.end()) is None
        return False

    def _actors(self, reading: Reading, index: int, end: int) -> list[Span]:
        """Return the bodies and places that stand after a comma, in order."""
        text, drafts = reading.text, reading.drafts
        end = self._list_end(text, drafts, index, end)
        later = [d for d in drafts[index : index + _NEAR] if d.start < end]
        taken = [d.title_span for d in later if d.title_span]
        taken += [d.issuer_span for d in later if d.issuer_span and d.issuer_span.start > d.start]
        bodies: list[Span] = []
        last: Span | None = None  # 'được sự hỗ trợ của A, B': neither acts
        for span in self._issuers.bodies_in(text, drafts[index].end, end):
            listed = last is not None and _JOINED.fullmatch(text, last.end, span.start)
            named = _HELPS.search(text, max(0, span.start - 44), span.start)
            issues = any(span.overlaps(other) for other in taken)
            issues = issues or self._issues.match(text, span.end) is not None
            last = span if (named or listed) and not issues else None
            if (
                last is None
                and begins_a_body(text, span.start)
                and (
                    _AFTER_COMMA.search(text, max(0, span.start - 44), span.start)
                    or self._follows(text, _after(drafts[index]), span)
                )
            ):
                bodies.append(span)
        bodies += (
            Span(comma.end(), stop)
            for comma in _COMMA.finditer(text, drafts[index].after, end)
            if (stop := self._issuers.acting_at(text, comma.end(), end)) is not None
            and not any(body.start == comma.end() for body in bodies)
        )
        places = (
            Span(*p.span("place")) for p in self._place.finditer(text, drafts[index].end, end)
        )
        return sorted(s for s in (*bodies, *places) if not any(s.overlaps(t) for t in taken))

    def _follows(self, text: str, at: int, span: Span) -> bool:
        """Tell whether a body that issues stands right behind a reference, the comma left out."""
        gap = span.start - at
        return (
            0 < gap <= 2
            and not text[at : span.start].strip(" )")
            and bool(self._issues.match(text, span.end))
        )

    def _list_end(self, text: str, drafts: Sequence[Draft], index: int, end: int) -> int:
        """Return where the item ends that a reference is in, past those listed behind it.

        'Căn cứ A; B; C, Tỉnh ủy ban hành Y': what follows the last is the main clause of all; so
        is a body that begins it behind a semicolon, 'Thực hiện A; B; Sở C báo cáo'.
        """
        starts = {draft.start for draft in drafts[index + 1 : index + _NEAR]}
        for stop in _SEMICOLON.finditer(text, drafts[index].after, end):
            at = stop.end()
            kind = _OF_A_KIND.match(text, at)
            if at in starts or (kind is not None and kind.end() in starts):
                continue
            if _PROPOSED.match(text, stop.start()) or self._issues_there(text, at, end):
                continue
            return stop.start()
        return end

    def _issues_there(self, text: str, at: int, end: int) -> bool:
        """Tell whether a body begins at ``at`` that acts."""
        day = _DAY_FIRST.match(text, at, end)
        at = day.end() if day is not None else at
        past = self._issuers.body_end(text, at, end) if begins_a_body(text, at) else None
        return past is not None and self._acts.match(text, past) is not None

    def _issued(self, text: str, actor: Span, draft: Draft) -> bool:
        if draft.issuer_span is not None and draft.issuer_span.overlaps(actor):
            return True
        return self.issues(text, actor.end, draft.begins)

    def issues(self, text: str, start: int, end: int) -> bool:
        """Tell whether a stretch between a body and a document says that it was issued.

        It may be the second thing done: 'Đảng ủy xã đã thành lập Ban Chỉ đạo, ban hành Kế hoạch Y'.
        """
        if self._issues.fullmatch(text, start, end) is not None:
            return True
        second = (self._issues_second, self._issues_with)
        return any(one.fullmatch(text, start, end) is not None for one in second)


def _past_items(reading: Reading, sentence: Span) -> int:
    """Return where a sentence ends, with the lines behind it if it is an item that goes on.

    'Thực hiện A;' and below it 'Quyết định B;' and 'Sở C báo cáo': one sentence over three lines.
    """
    text, end = reading.text, sentence.end
    for _ in range(_ITEMS):
        below = _BELOW.match(text, end)
        if below is None or not text.endswith(";", sentence.start, end):
            break
        end = reading.sentences.around(Span(below.end(), below.end() + 1)).end
    return end


def _signed(reading: Reading, index: int, end: int) -> tuple[int, Span] | None:
    """Read 'Thực hiện X, Phó Chủ tịch UBND tỉnh Nguyễn Văn A đã ký Kế hoạch Y'."""
    for at, draft in enumerate(reading.drafts[index + 1 : index + _NEAR], index + 1):
        if draft.start >= end:
            return None
        if draft.kind not in FULL or draft.within is not None:
            continue
        floor = max(reading.drafts[index].end, draft.begins - _SIGNS)
        if _SIGNED.search(reading.text, floor, draft.begins) is not None:
            return at, Span(draft.start, draft.end)
    return None


def _came_about(reading: Reading, index: int, end: int) -> tuple[int, Span] | None:
    """Read 'Để thực hiện X, Quy định Y được ban hành': nobody is named who issued Y."""
    text = reading.text
    for at, draft in enumerate(reading.drafts[index + 1 : index + _NEAR], index + 1):
        if draft.start >= end:
            return None
        if draft.kind not in FULL or draft.within is not None:
            continue
        if not text.endswith(", ", 0, draft.begins):
            continue
        if any(_CAME.match(text, e) for e in behind(text, draft)):
            return at, Span(draft.start, draft.end)
    return None


def _after(draft: Draft) -> int:
    """Return where a reference ends with all that is said of it."""
    return max(draft.after, draft.past_title)

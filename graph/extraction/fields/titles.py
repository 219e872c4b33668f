"""Reading the title after a reference, and where it ends: the hard part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.fields.registered_titles import RegisteredTitles
from graph.extraction.fields.title_ends import TitleEnds
from graph.extraction.fields.title_given import GivenTitles
from graph.extraction.fields.title_lists import JOINT, also_amended, next_deed, of_others, same_list
from graph.extraction.fields.title_marks import closing, quotes
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import (
    ANY_SPACE,
    LOWER,
    MAYBE_SPACE,
    SPACE,
    TIME_AFTER,
    alternation,
    cases,
)
from graph.model.registry import LAWS, Registry
from graph.model.spans import Span

_REACH = 600
_WIDE = 60  # characters; shorter lines end where their paragraph does
_NEW_PARAGRAPH = re.compile(
    r"(?:Căn cứ|Theo|Xét|Điều\s\d|Chương\s|Mục\s|\d{1,3}[.)]|[IVX]{1,5}[.)]|Nơi nhận|CÔNG BÁO)"
)
# What asks for a reference, at the end of a line.
_ASKS = re.compile(r"(?:của|do|và|hoặc|số|các|tại|theo|với|trong|hành|[,;-])\s{0,3}$")
_UNFINISHED = re.compile(
    rf"(?<![^\W_])(?:của|do|và|hoặc|các|tại|theo|đối{SPACE}với|trong|từ)\s{{0,8}}$"
)
_ANNEXED = re.compile(r"(?:kèm|[^\W_]\s{1,4}ban\s{1,4}hành)\s{0,4}$")
_JOINT_BEFORE = re.compile(
    rf"(?:{MAYBE_SPACE}[,;]{MAYBE_SPACE}(?:và{SPACE})?|{SPACE}(?:và|cùng|hoặc|theo){SPACE})"
    rf"(?:(?:các|với|theo|số){SPACE})?$"
)
# What the titled document does to the next; a title may begin with it ('về việc thay thế …').
_TAKES_PLACE = re.compile(
    rf",?{SPACE}(?:đã{SPACE}|nay{SPACE})?(?:thay(?:{SPACE}thế)?(?:{SPACE}cho)?|kế{SPACE}thừa){SPACE}$"
    rf"|,{SPACE}(?:(?:thực{SPACE}hiện|triển{SPACE}khai){SPACE}){{1,2}}"
    rf"(?:(?:nghiêm(?:{SPACE}túc)?|tốt|đầy{SPACE}đủ|(?:có{SPACE})?hiệu{SPACE}quả|các){SPACE}){{0,2}}$"
    rf"|{SPACE}gắn{SPACE}với{SPACE}(?:(?:việc|thực{SPACE}hiện|nội{SPACE}dung){SPACE}){{0,2}}$"
)
_BY = re.compile(rf"{SPACE}bằng{SPACE}(?:(?:việc|ban{SPACE}hành|các){SPACE}){{0,3}}$")
_ISSUES = re.compile(rf"ban{SPACE}hành{SPACE}(?:các{SPACE})?")
_TOPIC = 14
_NO_VERB = r"(?<!đổi,)(?<!sung,)(?<!thế,)"  # 'sửa đổi, bãi bỏ một số điều' is one act
# A title may list its fields: 'về tài sản công; dự trữ quốc gia; kho bạc được sửa đổi bởi …'.
_OTHER = rf"căn{SPACE}cứ|theo|các|nghị|thông{SPACE}tư|quyết|luật|và|điểm|khoản|[a-zđ]\)"
_FIELD = rf";\s{{1,4}}(?!{_OTHER})[{LOWER}](?:(?!Điều\s\d|số\s\d|\n\s{{0,8}}\n)[^.;:“”]){{2,170}}"
_LISTS = re.compile(
    rf"(?:{_FIELD}){{1,5}}?{SPACE}(?:(?:đã{SPACE})?(?:được|bị){SPACE}(?:sửa|bổ|thay|bãi)"
    rf"|(?:đã{SPACE})?hết{SPACE}hiệu{SPACE}lực)"
)
# Adverbs of what is said of the document, before the words that end its title.
_TAIL = re.compile(r"(?:[\s,]{1,8}(?:cũng|đều|vẫn|còn|đã|và|đồng\s{1,4}thời)){1,3}$")
# 'về việc điều chỉnh X cho phù hợp': the title's own words; 'rà soát A về X cho phù hợp': not.
_ADAPTS = re.compile(
    rf"(?i:về{SPACE})?(?i:việc{SPACE})?(?i:sửa|bổ|điều{SPACE}chỉnh|thay|xử{SPACE}lý)(?![^\W_])"
)
_AMENDS = re.compile(
    rf"(?i:về{SPACE})?(?i:việc{SPACE})?(?:ban{SPACE}hành{SPACE}(?:[^\W\d_]+{SPACE}){{1,3}}?)?[Ss]ửa{SPACE}đổi(?![^\W_])"
)
_AMENDING = re.compile(rf"[Ss]ửa{SPACE}đổi{MAYBE_SPACE},{SPACE}bổ")
_FITTING = re.compile(rf"\s{{0,8}}cho{SPACE}phù{SPACE}hợp")
# 'về vận tải theo hợp đồng, Công ty A chỉ được …': who acts begins another clause.
_ACTS = (
    rf"(?:[Cc](?:ông{SPACE}ty|ty)|[Nn]gân{SPACE}hàng|[Tt]rường|[Bb]ệnh{SPACE}viện|TP|[Tt]ập{SPACE}đoàn)"
    rf"(?:{SPACE}[^\s,.;:]{{1,12}}){{1,9}}{SPACE}(?:đã|sẽ|bị|chỉ|phải|cho{SPACE}(?:biết|hay|rằng)){SPACE}"
)
_OF_A_LAW = re.compile(
    rf"(?i:quy{SPACE}định{SPACE}(?:chi{SPACE}tiết|một)|hướng{SPACE}dẫn|chi{SPACE}tiết|sửa{SPACE}đổi)"
)
# '… được Thủ tướng Chính phủ ban hành năm 2008', '… chiều 20/10'
_PASSED = (
    rf"(?:(?:vừa|mới|đã){SPACE})?(?:được|do){SPACE}(?=[A-ZĐ]|bộ{SPACE}|sở{SPACE})(?:[^\W\d_]{{1,8}}{SPACE}){{1,8}}?"
    rf"(?:(?:đã|vừa|mới){SPACE})?(?:ban{SPACE}hành|thông{SPACE}qua|ký{SPACE}(?:ban|ngày))(?![^\W_])"
)
_THEN = r"(?:sáng|trưa|chiều|tối)\s(?:ngày\s)?\d"
_BLANK_LINE = re.compile(r"[ \t\r]{0,200}\n[ \t\r]{0,200}\n")


class TitleReader:
    """Reads titles; the words that begin and end them are seeds/words.tsv's."""

    def __init__(self, registry: Registry, ends: TitleEnds) -> None:
        self._registered = RegisteredTitles(registry)
        self._given = GivenTitles(registry)
        self._ends = ends
        begin, never = (
            alternation({case for word in registry.listed(name) for case in cases(word)})
            for name in ("title-begin", "title-never")
        )
        self._begin = re.compile(
            rf"{ANY_SPACE}[,|]?{ANY_SPACE}[\"“]?(?P<title>(?!(?:{never})(?![^\W_]))"
            rf"(?:{begin}){SPACE}[“\"]?[^\W_])"
        )
        comma, anywhere, bracket = (
            alternation(registry.listed(f"title-stop{suffix}"))
            for suffix in ("-comma", "", "-bracket")
        )
        # All that it may begin with comes first, as one set: the rest is tried only there.
        self._stop = re.compile(
            r"[.;:”\"(,|\s](?:(?<=\|)|(?<=[.;:])(?<![Tt][Pp]\.)(?=[\s)]|$)"
            r"|(?<=\s)(?=(?:ĐÃ\sĐƯỢC|ĐƯỢC)\s(?:SỬA|THAY|BỔ)\s)"
            r"|(?<=\n)[ \t]*(?=\n|[-–•+»]|(?:Được|Bị)\s(?:bãi|thay|sửa|hủy|huỷ|đình)\s)"
            rf"|(?P<line>(?<=\n))[ \t]*(?=[A-ZĐ0-9]|\([A-ZĐ][{LOWER}])|(?<=[”\"])"
            rf"|(?<=\()(?=\s{{0,3}}(?:{bracket})\b|\d{{1,2}}/\d{{1,2}}/\d{{4}}\))|(?<=,)(?<!mới\sban\shành,)(?<!bổ\ssung,){_NO_VERB}\s{{1,8}}(?!bị{SPACE}(?:cáo|can|hại|đơn))(?=(?:{comma})\b|{_ACTS})"
            rf"|(?<=\s)(?<!việc\s)(?<!công\sbố\s)(?<!thủ\stục\shành\schính\s)(?<!\s\s)\s{{0,7}}(?=(?:{anywhere})\b|và{SPACE}\d{{1,2}}{SPACE}năm{SPACE}|là{SPACE}\d[\d.,]{{0,5}}\s?%|{_PASSED}|{_THEN}))"
        )

    def after(
        self,
        text: str,
        at: int,
        following: Sequence[Draft],
        owner: Draft,
        *,
        wrapped: bool,
        listed: bool = False,
    ) -> Span | None:
        """Return the span of the title that begins right at ``at``, or None.

        ``following`` are the references after it: one that the title's own words govern belongs
        to the title, one that is merely listed beside ``owner`` ends it. ``wrapped`` tells that
        lines end where the page did, ``listed`` that ``owner`` itself goes on with a list.
        """
        limit = min(len(text), at + _REACH)
        if _BLANK_LINE.match(text, at):
            return None  # another paragraph
        if following and _beside(text, at, following[0]):
            limit = min(limit, max(following[0].start, at))
        given = self._given.read(text, at, limit, owner)
        if given is not None:
            another = not wrapped and "\n" in text[at : given.start]
            return None if another else given
        begin = self._begin.match(text, at, limit)
        if begin is None:
            return None
        start = begin.start("title")
        before = max(0, owner.begins - 40), owner.begins
        ahead = following[0].begins if following else start
        if "," in text[at:start] and _ISSUES.fullmatch(text, start, max(ahead, start)):
            return None  # 'tổng kết A, ban hành Nghị quyết B'
        if "," in text[at:start] and TIME_AFTER.search(text, *before):
            return None  # 'A, ban hành một ngày sau B, quy định chi tiết C'
        if "\n" in text[at:start] and text[start].isupper() and not wrapped:
            return None  # another paragraph
        end = self._registered.end(text, start, owner.number)
        if end is None:
            end = self._end(text, start, limit, following, owner, wrapped=wrapped, listed=listed)
            end = self._ends.end(
                text, start, end, owner.number, following[0].start if following else end
            )
        end = closing(text, start, end)
        held = bool(following) and following[0].start < end
        if not held and "\n" in text[end - 1 : end + 1] and _AMENDING.match(text, start):
            return None  # a narrow column, that breaks off before it says what is amended
        if (tail := _TAIL.search(text, max(start, end - 24), end)) is not None:
            end = tail.start()
        end = start + len(text[start:end].rstrip(" ,\n\t"))
        return Span(start, end) if end - start > 5 else None

    def _end(
        self,
        text: str,
        start: int,
        limit: int,
        following: Sequence[Draft],
        owner: Draft,
        *,
        wrapped: bool,
        listed: bool,
    ) -> int:
        at = start + 4
        held: Draft | None = None
        types: set[str | None] = set()  # of what the title holds
        amends = not listed and _AMENDS.match(text, start) is not None
        for draft in following:
            if draft.start >= limit:
                break
            stop = self._stops(text, at, draft, start, wrapped=wrapped)
            if stop is not None and stop < draft.start:
                return stop
            if text.endswith("(", at, draft.start):
                return draft.start - 1  # 'về vận tải (Nghị định số 86/2014/NĐ-CP)'
            begins = draft.begins if draft.begins > at else draft.start
            joint = _JOINT_BEFORE.search(text, max(at, begins - 40), begins)
            if joint is not None and _ANNEXED.search(text, at, joint.start()):
                joint = None  # 'kèm theo Nghị định'
            if (
                joint is not None
                and not of_others(text, joint[0], held, draft, owner)
                and not same_list(held, draft, owner)
                and not (amends and also_amended(joint[0], types, draft, owner))
            ):
                return joint.start()
            deed = next_deed(text, at, draft, owner)
            if deed is not None and deed - start > _TOPIC:
                return deed
            by = _BY.search(text, max(at, draft.start - 40), draft.start)
            if by is not None and by.start() - start > _TOPIC:
                return by.start()  # 'cụ thể hóa A về phát triển vùng bằng B'
            takes = _TAKES_PLACE.search(text, max(at, draft.start - 40), draft.start)
            if takes is not None and takes.start() - start > _TOPIC:
                return takes.start()  # 'về kiểm tra, giám sát thay Quy định số 22-QĐ/TW'
            held, at = draft, max(at, draft.after)
            types.add(draft.type)
            if draft.type in LAWS and text[at : at + 1] == "," and _OF_A_LAW.match(text, start):
                after = following[following.index(draft) + 1 :]
                if not (after and _beside(text, at, after[0])):
                    return at  # 'quy định chi tiết Luật A, thành phần …'
        stop = self._stops(text, at, None, start, wrapped=wrapped, limit=limit)
        return limit if stop is None else stop

    def _stops(
        self, text: str, at: int, ahead: Draft | None, start: int, *, wrapped: bool, limit: int = 0
    ) -> int | None:
        """Return where the title stops before the reference ``ahead``, or else before ``limit``.

        A full line may go on with a capital, but a reference that begins a line begins another
        sentence unless the line before asks for it.
        """
        for stop in self._stop.finditer(text, at, ahead.start + 1 if ahead else limit):
            if _LISTS.match(text, stop.start()) or quotes(text, start, stop.start()):
                continue
            if _FITTING.match(text, stop.start()) and _ADAPTS.match(text, start):
                continue
            if stop["line"] is None:
                return stop.start()
            before = max(at, stop.start() - 20)
            if _UNFINISHED.search(text, before, stop.start()):
                continue
            if ahead and stop.end() == ahead.start and not _ASKS.search(text, before, stop.start()):
                return stop.start()
            if not wrapped or not _full_line(text, stop.start(), stop.end()):
                return stop.start()
        return None


def _full_line(text: str, end: int, after: int) -> bool:
    """Tell whether the line that ends at ``end`` was broken by the width of the page."""
    wide = end >= _WIDE and "\n" not in text[end - _WIDE : end]
    return wide and _NEW_PARAGRAPH.match(text, after) is None


def _beside(text: str, at: int, following: Draft) -> bool:
    """Tell whether nothing but a joint stands between ``at`` and the next reference."""
    return following.start - at < 40 and JOINT.fullmatch(text, at, following.start) is not None

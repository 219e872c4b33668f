"""Reading the title after a reference, and where it ends: the hard part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.draft import Draft
from graph.extraction.patterns import MAYBE_SPACE, SPACE
from graph.model.spans import Span

_REACH = 600
_BEGIN = re.compile(
    rf"{MAYBE_SPACE},?{MAYBE_SPACE}[\"“]?(?P<title>(?:(?:[Vv]ề|VỀ){SPACE}(?:việc{SPACE})?"
    rf"|(?:quy{SPACE}định|qui{SPACE}định|hướng{SPACE}dẫn|sửa{SPACE}đổi|bổ{SPACE}sung|ban{SPACE}hành"
    rf"|phê{SPACE}duyệt|quy{SPACE}chế|thực{SPACE}hiện|triển{SPACE}khai|tăng{SPACE}cường"
    rf"|công{SPACE}bố|đính{SPACE}chính|bãi{SPACE}bỏ|thành{SPACE}lập|đẩy{SPACE}mạnh|tiếp{SPACE}tục"
    rf"|quán{SPACE}triệt|thi{SPACE}hành|điều{SPACE}chỉnh|chi{SPACE}tiết|kiện{SPACE}toàn"
    rf"|Quy{SPACE}định|Hướng{SPACE}dẫn|Sửa{SPACE}đổi|Ban{SPACE}hành|Phê{SPACE}duyệt){SPACE})[^\W_])"
)
_JOINT = re.compile(rf"{MAYBE_SPACE}(?:[,;]|và|,{SPACE}và)?{MAYBE_SPACE}(?:các{SPACE})?")
_JOINT_BEFORE = re.compile(
    rf"(?:{MAYBE_SPACE}[,;]{MAYBE_SPACE}(?:và{SPACE})?|{SPACE}(?:và|cùng|hoặc|theo){SPACE})(?:(?:các|với|theo|số){SPACE})?$"
)
_LAWS = frozenset(("luat", "bo-luat", "phap-lenh", "hien-phap"))
# A title given in quotation marks ends with them.
_QUOTED = re.compile(
    rf"{MAYBE_SPACE},?{MAYBE_SPACE}(?:[Vv]ề{SPACE}(?:việc{SPACE})?)?[“\"](?P<title>[^”\"\n]{{8,400}})[”\"]"
)
_STOP = re.compile(
    r"[.;:](?=\s|$)|\n[ \t]*(?=\n|[-–•+]|[A-ZĐ0-9])|[”\"]|\((?=\s{0,3}(?:sau đây|viết tắt|gọi tắt|gọi là|dưới đây|đã được|được sửa))"
    r"|,\s{1,8}(?=(?:đã|có|được|trong\sđó|theo\sđó|nhằm|qua\sđó|đến\snay|thời\sgian|nên|thì|là|do|vì|để|khi|nếu|"
    r"song|nhưng|đồng\sthời|yêu\scầu|đề\snghị|giao|từ|sau|trước|tại|ngày|năm|căn\scứ|thay\sthế|bao\sgồm|gồm|cụ\sthể|"
    r"các\s(?:cơ|đơn|địa|bộ|sở|cấp|ban)|Ban|Bộ|Tỉnh|Thành|Sở|UBND|Ủy|Ông|ông|bà|ngành|cơ\squan|hiện|mức|người|tổ\schức)\b)"
    r"|\s{1,8}(?=(?:có\shiệu\slực|hết\shiệu\slực|đã\sđược|thì|nêu\srõ|quy\sđịnh\srõ|được\ssửa\sđổi|được\sban\shành|của\sBộ\strưởng)\b)"
)


def title_after(text: str, at: int, following: Sequence[Draft], owner: Draft) -> Span | None:
    """Return the span of the title that begins right at ``at``, or None.

    ``following`` are the references after it: one that the title's own words govern belongs to
    the title, one that is merely listed beside ``owner`` ends it.
    """
    limit = min(len(text), at + _REACH)
    if following:
        limit = (
            min(limit, max(following[0].start, at)) if _beside(text, at, following[0]) else limit
        )
    quoted = _QUOTED.match(text, at, limit)
    if quoted is not None:
        return Span(*quoted.span("title"))
    begin = _BEGIN.match(text, at, limit)
    if begin is None:
        return None
    start = begin.start("title")
    end = _end(text, start, limit, following, owner)
    end = start + len(text[start:end].rstrip(" ,\n\t"))
    return Span(start, end) if end - start > 5 else None


def _beside(text: str, at: int, following: Draft) -> bool:
    """Tell whether nothing but a joint stands between ``at`` and the next reference."""
    return following.start - at < 40 and _JOINT.fullmatch(text, at, following.start) is not None


def _end(text: str, start: int, limit: int, following: Sequence[Draft], owner: Draft) -> int:
    at = start + 4
    held: Draft | None = None
    for draft in following:
        if draft.start >= limit:
            break
        stop = _STOP.search(text, at, draft.start + 1)
        if stop is not None and stop.start() < draft.start:
            return stop.start()
        joint = _JOINT_BEFORE.search(text, max(at, draft.start - 40), draft.start)
        if joint is not None and not _same_list(held, draft, owner):
            return joint.start()
        held, at = draft, max(at, draft.after)
    stop = _STOP.search(text, at, limit)
    return stop.start() if stop else limit


def _same_list(held: Draft | None, draft: Draft, owner: Draft) -> bool:
    """Tell whether a reference after 'và' goes on with the list that the title holds."""
    if held is None or draft.type == owner.type:
        return False
    return held.type == draft.type or {held.type, draft.type} <= _LAWS

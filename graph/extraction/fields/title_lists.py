"""Telling whether a list goes on inside a title or beside its document.

'Nghị định A sửa đổi Nghị định B và Nghị định C': it is by their years that C is amended or not.
"""

from __future__ import annotations

import re

from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.model.mentions import MentionKind
from graph.model.registry import LAWS

JOINT = re.compile(rf"{MAYBE_SPACE}(?:[,;]|và|,{SPACE}và)?{MAYBE_SPACE}(?:các{SPACE})?")
_NEVER = 9999
_DEED = re.compile(
    rf"(?:{MAYBE_SPACE}[,;]|{SPACE}và|,{SPACE}và){SPACE}(?:tổ{SPACE}chức{SPACE})?(?:(?:học{SPACE}tập|quán{SPACE}triệt|phổ{SPACE}biến|triển{SPACE}khai|thực{SPACE}hiện|công{SPACE}bố|sơ{SPACE}kết|tổng{SPACE}kết),?{SPACE}){{1,3}}$"
)
_CIRCULARS, _DECREE = ("thong-tu", "thong-tu-lien-tich"), "nghi-dinh"
_GOVERNED = re.compile(
    rf"(?<![^\W_])(?i:theo|tại|căn{SPACE}cứ|với|của|và|cùng|hoặc|trong|từ|ở|bởi|vào|đến|là|như|kèm|khi|bỏ|thế|đổi|sung|bộ)"
    rf"{SPACE}(?:các{SPACE})?$|[,;:]{SPACE}$"
)


def is_listed(text: str, before: Draft | None, draft: Draft) -> bool:
    """Tell whether a reference begins a list ('các Nghị định …'), or goes on with one."""
    start = draft.begins
    if text.endswith("các ", 0, start):
        return True
    end = max(before.after, before.past_title) if before is not None else start
    if not 0 < start - end < 40 or ";" in text[end:start]:
        return False  # what a semicolon parts are items, which may hold lists
    return JOINT.fullmatch(text, end, start) is not None


def of_others(text: str, joint: str, held: Draft | None, draft: Draft, owner: Draft) -> bool:
    """Tell whether a list goes on with what others issued: 'ban hành A hướng dẫn Luật B và C'.

    What governs the owner may govern what is listed: 'theo A hướng dẫn Luật B và C'.
    """
    if held is None or owner.number is None or ";" in joint or "theo" in joint:
        return False
    if draft.type is None or draft.kind is MentionKind.ANAPHOR:
        return False
    if draft.type == owner.type and draft.number is None:
        return False
    if owner.type in _CIRCULARS and held.type in LAWS and draft.type == _DECREE:
        return True  # 'Thông tư A hướng dẫn Luật B và Nghị định C', whatever governs A
    if _GOVERNED.search(text, max(0, owner.begins - 24), owner.begins):
        return False
    if draft.type == held.type and _year(draft) < _year(owner):
        return True  # 'ban hành Nghị quyết A bãi bỏ Nghị quyết B, Nghị quyết C', of years before
    organ = draft.number.organ if draft.number is not None else None
    return organ != owner.number.organ and (draft.issuer is None or draft.issuer != owner.issuer)


def _year(draft: Draft) -> int:
    """Return the year that a reference gives, one beyond all where it gives none."""
    if draft.date is not None:
        return draft.date.year
    return (draft.number.year if draft.number is not None else None) or _NEVER


def next_deed(text: str, start: int, draft: Draft, owner: Draft) -> int | None:
    """Return where a title ends before what is done with a younger document.

    'tổng kết Chỉ thị A về tín dụng và triển khai Chỉ thị B': no title cites what came years later.
    """
    if _NEVER in (_year(draft), _year(owner)) or _year(draft) <= _year(owner):
        return None
    deed = _DEED.search(text, max(start, draft.begins - 60), draft.begins)
    return deed.start() if deed is not None else None


def also_amended(joint: str, types: set[str | None], draft: Draft, owner: Draft) -> bool:
    """Tell whether an act that amends one document amends the next too: none that is younger."""
    if ";" in joint or "theo" in joint or draft.type not in types:
        return False
    if draft.number is None:
        return draft.type in LAWS
    years = _year(draft), _year(owner)
    if years[0] != years[1]:
        return years[0] < years[1]
    if draft.date is not None and owner.date is not None and draft.date != owner.date:
        return draft.date.latest() < owner.date.earliest()
    one, other = draft.number.bare_ordinal, owner.number.bare_ordinal if owner.number else ""
    alike = draft.type == owner.type and one.isdigit() and other.isdigit()
    return alike and int(one) < int(other)


def same_list(held: Draft | None, draft: Draft, owner: Draft) -> bool:
    """Tell whether a reference after 'và' goes on with the list that the title holds."""
    if held is None:
        return False
    if draft.kind is MentionKind.ANAPHOR:
        return True  # what was named before is not issued here with the owner
    if draft.type == owner.type:
        # 'Nghị định A sửa đổi Nghị định B và Nghị định C của Chính phủ': B has its issuer from C.
        own = draft.issuer_span is not None and draft.issuer_span.start > draft.start
        shared = own and not (held.issuer_span and held.issuer_span.start < draft.start)
        return bool(shared) and held.type == draft.type and owner.issuer_span is None
    return held.type == draft.type or {held.type, draft.type} <= LAWS
